/** Programmes of conferences: no paper here is more than what its page says, and chairs and discussants are no authors. */
import type { Profile } from '../profile/profile';

const day = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun';
/** What Indico says in the languages in which it is used. */
const indico = {
  date: '(?:\\d{1,2}\\.? (?:de )?(?:\\p{L}{3,12}\\.?|\\d{1,2}\\.) (?:de )?\\d{4}(?: ?[гр]\\.)?|\\p{L}{3,9}\\.? \\d{1,2}, \\d{4}|\\d{4}年\\d{1,2}月\\d{1,2}日)', at: '(?:,| à| um|,? a las| alle(?: ore)?| às|,? o| в| kl\\.?)?',
  authors: '(?:Primary authors?|Authors?|Auteurs? principa(?:l|ux)|Hauptautor(?:en|in|innen)?|Autor(?:a|es|as)? (?:principal(?:es)?|primari[oa]s?)|Autor[ei] (?:principal[ei]|primar[io]i?)|Autor(?:a|es|as)? (?:principa(?:l|is)|primári[oa]s?)|Główn(?:y autor|i autorzy)|Hlavní autoři?|Hlavný autor|Основн(?:ой автор|ые авторы|ий автор|і автори)|(?:Birincil|Ana) yazar(?:lar)?|Huvudförfattare|Elsődleges szerzők?|主要作者|第一作者|主著者)',
  speakers: '(?:Speakers?|Presenters?|Orateurs?|Oratrices?|Intervenants?|Vortragender?|Vortragende|Sprecher(?:in|innen)?|Ponentes?|Conferenciantes?|Presentador(?:a|es)?|Orador(?:a|es)?|Palestrantes?|Apresentador(?:a|es)?|Relator[ei]|Prelegen(?:t|tka|ci)|Přednášející|Řeční(?:k|ci)|Докладчики?|Спикеры?|Доповідачі?|Konuşmacı(?:lar)?|Talare|Előadók?|报告人|演讲者|演讲人|講演者|発表者)',
  coauthors: '(?:Co-?[aA]u(?:thors?|teurs?|toren|tor|tores|tori)|Ko-?[aA]utor(?:en|in|innen)|Coautor(?:a|es|as|i)?|Współautor(?:ka|zy)?|Spoluautoři?|Соавторы?|Співавтори?|Ortak yazar(?:lar)?|Medförfattare|Társszerzők?|共同作者|合作者|共著者)',
  materials: '(?:Presentation materials|Documents de présentation|Matériel de présentation|Präsentationsmaterialien|Vortragsmaterialien|Materiales de (?:la )?presentación|Materia(?:is|l) d[ea] apresentação|Material[ei] (?:della|di|per la) presentazione|Materiały (?:do prezentacji|prezentac(?:ji|yjne))|Materiály k? ?prezentac[ei]|Prezentační materiály|Материалы (?:презентации|доклада)|Матеріали (?:презентації|доповіді)|Sunum (?:materyalleri|dokümanları)|Presentationsmaterial|演示材料|报告材料|发表资料)',
  nothing: '(?:There are no materials|Aucun document|Il n’y a pas|Es gibt (?:noch )?keine Materialien|(?:Todavía|Aún) no hay (?:ningún )?material|No hay material|Ainda não (?:há|existem) materia|Não há materia|Non ci sono (?:ancora )?material|(?:Nie ma|Brak) (?:jeszcze )?materiał|Материалов пока нет|(?:Пока )?[Нн]ет материалов|Матеріалів (?:ще|поки) немає|Henüz (?:materyal|dosya) yok)',
  description: 'Description|Abstract|Beschreibung|Zusammenfassung|Descripción|Resumen|Descrizione|Descrição|Resumo|Opis|Popis|Описание|Опис|Açıklama|Beskrivning|Leírás|描述|説明|摘要',
  zone: '(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/\\w{3,20}',
} as const;

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}';
const roles = '^(?:(?:Co-)?Chairs?|Discussants?|Moderators?|Organi[sz]ers?|Panel Chair|Session Chair|(?:(?:Non-)?Presenting )?(?:Co-)?(?:Author|Presenter)(?:s|\\(s\\))?)(?::|$| --)';

/** `Gülnar Səfərli: Absheron Academy`, below the title in a printed programme. */
const speaker = '(?!(?:Chair|Disc|Part|Moderator|Organi[sz]er)\\p{L}{0,6}\\.? )(?:\\p{Lu}[\\p{L}’\'.-]{0,25} ){1,4}\\p{Lu}[\\p{L}’\'-]{1,30}: \\p{Lu}.{3,120}';

export const conferences: readonly Profile[] = [
  {
    id: 'all-academic',
    fingerprints: [
      { re: '^[ \\t]{0,40}Individual Submission Summary[ \\t]{0,40}$', w: 6 }, { re: '^[ \\t]{0,40}Direct link:?[ \\t]{0,40}$', w: 3 }, { re: 'convention2?\\.allacademic\\.com', w: 5 },
      { re: '^[ \\t]{0,40}Session Submission (?:Summary|Type)', w: 4 }, { re: '^[ \\t]{0,40}Browse By (?:Day|Person)', w: 2 },
    ],
    recordStart: '^Individual Submission Summary$', above: 1, aboveFits: '(?:Annual|Biennial) (?:Meeting|Convention|Conference)|Congress|Convention', type: 'paper-conference',
    noise: ['^(?:Search|Browse By .{0,600}|Sign In|X \\(Twitter\\)|Search Tips.{0,600}|Personal Schedule|Share\\.\\.\\.|Individual Submission Summary|Direct link:?|Program Calendar|My Schedule|Conference Home(?: Page)?|Annual Meeting Home(?: Page)?|Deadlines.{0,600}|Policies)$'],
    shared: [{ to: 'event-title', take: 'line', pattern: '^(?<value>.{0,120}(?:Annual|Biennial) (?:Meeting|Convention|Conference).{0,60}?)(?:, \\p{Lu}[\\p{L} ]{2,30})?$', sure: 0.8 }],
    fields: [
      { to: 'title', take: 'line', after: '^Direct link:?', skip: '^https?:' }, { to: 'title', take: 'line', after: '^Individual Submission Summary', skip: '^https?:' },
      { to: '*', take: 'match', before: '^Individual Submission Summary', pattern: '^(?<event>(?=.{0,120}(?:Meeting|Convention|Conference|Congress))\\p{Lu}[^()]{8,120}) \\((?<eventPlace>\\p{Lu}[\\p{L} ,.’-]{2,40})\\)$' },
      { to: 'event-title', take: 'line', before: '^Individual Submission Summary', pattern: '(?:Annual|Biennial) (?:Meeting|Convention|Conference)|Congress|Convention' },
      { to: 'issued', take: 'match', pattern: `^(?:${day}), (?<value>${month} \\d{1,2}, \\d{4})` }, { to: 'day', take: 'match', pattern: `^(?:${day}), (?<value>${month} \\d{1,2}),` }, { to: 'issued', take: 'match', before: '^Individual Submission Summary', pattern: '(?<!\\d)(?<value>(?:19|20)\\d\\d)(?!\\d)(?=.{0,600}(?:Meeting|Convention|Conference|Congress))|(?:Meeting|Convention|Conference|Congress).{0,40}(?<!\\d)(?:19|20)\\d\\d(?!\\d)', sure: 0.8 },
      { to: 'issued', take: 'match', before: '^Individual Submission Summary', pattern: `^${month} \\d{1,2}(?: ?[-–] ?(?:${month} )?\\d{1,2})?, (?<value>(?:19|20)\\d\\d)(?: ?[|,]|$)`, sure: 0.8 },
      { to: 'author', take: 'label', label: 'Author\\(s\\)|Authors?', as: 'names, affiliation' },
      { to: 'author', take: 'label', label: 'Presenter\\(s\\)|Presenters?|Primary Presenter', as: 'names, affiliation' },
      { to: 'custom.panel.title', take: 'label', label: 'Session|In Event|Session Title' },
      { to: 'custom.short-abstract', take: 'block', label: 'Brief Overview', until: '^Abstract$' },
      { to: 'abstract', take: 'block', label: 'Abstract', until: roles }, { to: 'abstract', take: 'block', label: 'Description', until: roles },
      { to: 'URL', take: 'match', pattern: '(?:^|: ?)(?<value>https?://(?:convention2?|www)\\.allacademic\\.com/\\S{5,300})' },
    ],
  },
  {
    id: 'all-academic-session',
    fingerprints: [{ re: '^[ \\t]{0,40}Session Submission Summary[ \\t]{0,40}$', w: 24 }, { re: '^[ \\t]{0,40}Individual Presentations?[ \\t]{0,40}$', w: 14 }],
    recordStart: '^.{8,300} - \\p{Lu}[\\p{L}.’\'-]{0,60} [^-]{2,200}, .{3,300}$', otherStart: { recordStart: '^\\p{Lu}[\\p{L}.’\' -]{3,60}, [^;]{3,150}(?:; \\p{Lu}[^;,]{3,60}, [^;]{3,150}){0,12}$', above: 1 }, aboveFits: '^(?!(?:Chairs?|Co-Chairs?|Discussants?|Division|Moderator|Participants?)$).{8,300}$', head: true, type: 'paper-conference', noise: ['^(?:Search|Browse By .{0,600}|Sign In|X \\(Twitter\\)|Share\\.\\.\\.|Direct link:?|Individual Presentations?|Papers)$'],
    shared: [
      { to: 'event-title', take: 'match', pattern: '^(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{Ll}{0,6}, )(?!.{0,600}Convention Cent)(?<value>.{0,60}(?:(?:Annual|Biennial) (?:Meeting|Convention|Conference)|Congress|Convention).{0,100})$' },
      { to: 'issued', take: 'match', pattern: '(?<!\\d)(?<value>(?:19|20)\\d\\d)(?!\\d)(?=.{0,600}(?:Meeting|Convention(?! Cent)|Conference|Congress))|(?:Meeting|Convention(?! Cent)|Conference|Congress).{0,70}(?<!\\d)(?:19|20)\\d\\d(?!\\d)', sure: 0.8 },
      { to: 'day', take: 'match', pattern: `^(?:${day}), (?<value>${month} \\d{1,2}),` },
    ],
    fields: [{ to: '*', take: 'match', pattern: '^(?<title>.{8,300}) - (?<author>\\p{Lu}[\\p{L}.’\'-]{0,60} [^-]{2,200}, .{3,300})$', as: 'names, affiliation' },
      { to: 'title', take: 'line', before: '^\\p{Lu}[\\p{L}.’\' -]{3,60}, [^;]{3,150}(?:; \\p{Lu}[^;,]{3,60}, [^;]{3,150}){0,12}$' },
      { to: 'author', take: 'match', pattern: '^(?<value>\\p{Lu}[\\p{L}.’\' -]{3,60}, [^;]{3,150}(?:; \\p{Lu}[^;,]{3,60}, [^;]{3,150}){0,12})$', as: 'names, affiliation' }],
  },
  {
    id: 'confex',
    fingerprints: [{ re: '^[ \\t]{0,40}See more of: ', w: 6 }, { re: 'Previous Abstract \\| Next Abstract|confex\\.com/', w: 5 }],
    type: 'paper-conference', noise: ['^(?:See more of: .{0,600}|<< Previous.{0,600}|Next Abstract.{0,600})$'],
    fields: [
      { to: 'title', take: 'line', before: `^(?:${day}),? .{3,40}\\d{4}` }, { to: 'issued', take: 'match', pattern: `^(?:${day}),? (?<value>.{3,30}?\\d{4})(?:[:,]| |$)` },
      { to: 'author', take: 'lines', after: `^(?:${day}),? .{3,40}\\d{4}`, nth: 1, pattern: '^\\p{Lu}.{3,300}, .{3,300}$', until: '[.!?]$|^See more', as: 'names, affiliation' },
      { to: 'author', take: 'line', after: `^(?:${day}),? .{3,40}\\d{4}`, nth: 0, as: 'names, affiliation' },
      { to: 'abstract', take: 'block', after: `^(?:${day}),? .{3,40}\\d{4}`, afterLines: 2, until: '^See more of|^<< ' },
    ],
  },
  {
    id: 'sched',
    fingerprints: [{ re: '^[ \\t]{0,40}Add [Tt]o My (?:Agenda|Sched)', w: 4 }, { re: '^[ \\t]{0,40}Back [Tt]o Schedule', w: 3 }, { re: '^[ \\t]{0,40}Feedback form is (?:now )?(?:closed|open)', w: 3 }, { re: 'sched\\.com|whova\\.com', w: 4 }, { re: `^[ \\t]{0,40}(?:${day}),? ${month} \\d{1,2}, \\d{4}(?:[ \\t]{0,40}$| \\d{1,2}:\\d\\d)`, w: 3 }, { re: '^[ \\t]{0,40}\\d{1,2}:\\d\\d [AaPp][Mm] ?[-–] ?\\d{1,2}:\\d\\d [AaPp][Mm](?: [A-Z]{2,5})?[ \\t]{0,40}$', w: 1 }],
    type: 'paper-conference', noise: ['^(?:Add [Tt]o My (?:Agenda|Sched).{0,600}|Back [Tt]o Schedule|Feedback form .{0,600}|Limited Capacity.{0,600}|Log in to .{0,600}|Share|Attendees.{0,600})$'],
    fields: [
      { to: 'issued', take: 'match', pattern: `^(?:${day}),? (?<value>${month} \\d{1,2}, \\d{4})` },
      { to: 'title', take: 'line', before: '^(?:Add [Tt]o My (?:Agenda|Sched)|Speakers?$)', sure: 0.85 },
      { to: 'author', take: 'lines', after: '^(?:Speakers?|Presenters?|Authors?):?$', until: '^(?:Abstract|Description|Attendees|Session|Panel)', as: 'names over affiliations' },
      { to: 'abstract', take: 'block', label: 'Abstract|Description' },
      ],
  },
  {
    id: 'agenda',
    fingerprints: [{ re: '^[ \\t]{0,40}Add [Tt]o [Mm]y (?:[Aa]genda|[Ss]chedule|[Ii]tinerary)[ \\t]{0,40}$', w: 3 }, { re: '^[ \\t]{0,40}Speakers?[ \\t]{0,40}$', w: 2 }, { re: '^[ \\t]{0,40}\\d{1,2}:\\d\\d(?: ?[AaPp][Mm])? ?[–-] ?\\d{1,2}:\\d\\d(?: ?[AaPp][Mm])?(?: [A-Z]{2,5})?[ \\t]{0,40}\\n[ \\t]{0,40}\\p{Lu}[^\\n]{8,300}\\n[ \\t]{0,40}(?:Add|Speakers?)', w: 16 }],
    recordStart: '^\\d{1,2}:\\d\\d(?: ?[AaPp][Mm])? ?[–-] ?\\d{1,2}:\\d\\d(?: ?[AaPp][Mm])?(?: [A-Z]{2,5})?$', head: true, type: 'paper-conference', noise: ['^(?:Add [Tt]o [Mm]y (?:[Aa]genda|[Ss]chedule|[Ii]tinerary)|Show (?:more|less)|View details|Share|Join session|Watch recording)$'],
    shared: [
      { to: '*', take: 'match', pattern: `^(?:${day}),? (?<date>\\d{1,2} \\p{L}{3,9} \\d{4}|\\p{L}{3,9} \\d{1,2}, \\d{4})(?: [–—|-] (?<event>\\p{Lu}[^,]{5,120}?)(?:, (?<eventPlace>\\p{Lu}[\\p{L} -]{2,40}))?)?$` },
      { to: '*', take: 'match', pattern: '^(?<event>(?=.{0,120}(?:Conference|Congress|Convention|Workshop|Symposium|Annual Meeting))\\p{Lu}[^,.?!:]{9,120})(?:, (?<eventPlace>\\p{Lu}[\\p{L} -]{2,40}))?$', sure: 0.8 },
    ],
    fields: [
      { to: 'title', take: 'line', after: '^\\d{1,2}:\\d\\d(?: ?[AaPp][Mm])? ?[–-] ', until: '^(?:Speakers?|Presenters?|Authors?|Abstract)$' },
      { to: 'author', take: 'lines', after: '^(?:Speakers?|Presenters?|Authors?):?$', until: '^(?:Abstract|Description|Attendees|Session|Panel|Track|Tags)', as: 'names over affiliations' },
      { to: 'abstract', take: 'block', label: 'Abstract|Description' },
    ],
  },
  {
    id: 'proposal-form',
    fingerprints: [{ re: '^[ \\t]{0,40}Paper Title: ?\\S', w: 4 }, { re: '^[ \\t]{0,40}Professional (?:Email|Status|Address)', w: 4 }, { re: '^[ \\t]{0,40}(?:Section|Name|Institution|Panel (?:Title|Role|Description)):', w: 2 }],
    recordStart: '^Name: ?\\S', type: 'paper-conference', noise: ['^(?:Professional|Shipping|Section|Institution|Panel) ?[\\p{L} ]{0,20}:.{0,600}$'],
    fields: [
      { to: 'title', take: 'label', label: 'Paper Title' }, { to: 'author', take: 'label', label: 'Name', until: '^[\\p{L} ]{3,30}:' },
      { to: 'abstract', take: 'block', label: 'Abstract|Paper Abstract', until: '^(?:Panel|Name|Section|Professional)[\\p{L} ]{0,20}:' },
    ],
  },
  {
    id: 'ecpr-paper',
    fingerprints: [
      { re: 'Just tap Share then|^[ \\t]{0,40}Install the app', w: 2 }, { re: 'ecpr\\.eu/Events/(?:Event/)?PaperDetails', w: 6 }, { re: '^[ \\t]{0,40}To access full paper downloads, participants', w: 4 },
      { re: '^[ \\t]{0,40}Open Panel[ \\t]{0,40}$', w: 6 }, { re: '^[ \\t]{0,40}ECPR [^,\\n]{3,60}, [^\\n]{3,90} \\d{1,2}(?: \\p{L}{3,9})? ?[–-] ?\\d{1,2} \\p{L}{3,9},? \\d{4}[ \\t]{0,40}$', w: 6 },
    ],
    type: 'paper-conference', noise: ['^Your subscription (?:could|to) .{0,300}$', '^(?:Install the app.{0,600}|Install this application.{0,600}|Just tap.{0,600}|Open Panel|To access full paper downloads.{0,600}|Back to .{0,600}|View Panel.{0,600}|Panels?|Papers?|Back|ECPR|Menu|Your account.{0,600}|Basket.{0,600}|Home|Events|Search|Share this page|Facebook\\b.{0,600}|(?:(?:Joint Sessions|General Conference|Methods School|Research Sessions|Graduate Student Conference|Standing Groups|Research Networks|House Lecture Series|Membership|Members|Events|Funding|Prizes|Jobs|Journals|Books|Groups|Publications|News|About|My ECPR|ECPR|Careers|Log ?in|Join)(?: |$)){1,14})$', '^(?:© )?European Consortium for Political Research$', '^© European Consortium', 'Add to Home Screen', '^https?://ecpr'],
    fields: [
      { to: '*', take: 'match', pattern: '^(?<event>(?:\\d{4} )?(?:ECPR )?[^,\\d]{0,60}(?:Conference|Joint Sessions(?: of Workshops)?|Symposium|Congress)), (?<eventPlace>\\p{L}[^\\d]{2,80}?),? \\d{1,2}(?: \\p{L}{3,9})? ?[–-] ?\\d{1,2} \\p{L}{3,9},? (?<year>\\d{4})$' },
      { to: 'event-title', take: 'match', before: '^(?:\\p{Lu}[^\\d]{2,80}, )?\\d{1,2}(?: \\p{L}{3,9})? ?[–-] ?\\d{1,2} \\p{L}{3,9},? \\d{4}$', pattern: '^(?:\\d{4} )?ECPR (?:General Conference|Joint Sessions(?: of Workshops)?|Graduate Student Conference|Research Sessions|Standing Group[^,\\d]{0,40} Conference)$' },
      { to: 'event-title', take: 'match', pattern: '^ECPR [^,\\d]{0,60}(?:Conference|Joint Sessions(?: of Workshops)?|Symposium|Congress|School) \\d{4}$' }, { to: 'issued', take: 'match', pattern: '^ECPR [^,\\d]{3,60} (?<value>\\d{4})$' },
      { to: 'title', take: 'line', sure: 0.85, skip: '^https?:|^(?:Paper|Panel|Workshop|Section) Details$|^\\p{Lu}[\\p{L} .’-]{3,60}, \\p{Lu}\\p{L}{2,20}$|^\\d{1,2}(?: \\p{L}{3,9})? ?[–-] ?\\d{1,2} \\p{L}{3,9},? \\d{4}$|^(?:\\d{4} )?(?:ECPR )?[^,\\d]{0,60}(?:Conference|Joint Sessions(?: of Workshops)?|Symposium|Congress)(?:, |$| \\d{4})' }, { to: 'author', take: 'lines', until: '^(?:(?:Abstract|Open Panel)(?:$|[.:])|ECPR [^,\\d]{3,60} \\d{4}$)', skip: '^https?:|^\\p{Lu}{1,4}\\d{1,4}$|(?:Conference|Joint Sessions(?: of Workshops)?), ', nth: 1, as: 'names over institutions' },
      { to: 'keyword', take: 'lines', until: '^(?:(?:Abstract|Open Panel)(?:$|[.:])|ECPR [^,\\d]{3,60} \\d{4}$)', skip: '^https?:|^\\p{Lu}{1,4}\\d{1,4}$|(?:Conference|Joint Sessions(?: of Workshops)?), |^\\d', nth: 1, as: 'words above names' },
      { to: 'abstract', take: 'block', label: 'Abstract' }, { to: 'URL', take: 'match', pattern: '(?<value>https?://(?:www\\.)?ecpr\\.eu/Events/\\S{5,200})' },
    ],
  },
  {
    id: 'printed-programme',
    fingerprints: [{ re: '^[ \\t]{0,40}[A-Z]{1,3}\\d{1,3}: ?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[^\\n]{0,40}\\d{1,2}:\\d\\d', w: 6 }, { re: '^[ \\t]{0,40}(?:Chair|Disc\\.|Part\\.)[ \\t]{1,9}\\p{Lu}[^\\n:]{3,60}: \\p{Lu}', w: 6 }],
    recordStart: `^${speaker}$`, above: 1, aboveFits: `^(?!(?:Chair|Disc|Part)\\p{L}{0,6}\\.? )(?!${speaker}$).{8,300}$`, notBelow: `^${speaker}$`, head: true, type: 'paper-conference',
    shared: [{ to: 'event-title', take: 'match', pattern: '^(?<value>.{5,120}?(?:Convention|Conference|Congress|Annual Meeting))(?:,.{0,80})?$', sure: 0.8 }],
    fields: [
      { to: 'title', take: 'line', before: `^${speaker}$` },
      { to: 'author', take: 'lines', after: '^.{8}', until: '^(?:[A-Z]{1,3}\\d{1,3}: ?\\p{L}{3,6}day|(?:Chair|Disc|Part)\\p{L}{0,6}\\.? )', as: 'names, affiliation' },
    ],
  },
  {
    id: 'ecpr-panel-papers',
    fingerprints: [{ re: '^[ \\t]{0,40}Abstract: [^\\n]{20,9000}\\n(?:[ \\t]{0,40}\\n)?[ \\t]{0,40}View Paper Details[ \\t]{0,40}$', w: 20 }],
    recordStart: '^Authors?: \\p{Lu}', above: 1, head: true, type: 'paper-conference', noise: ['^(?:Title|Details|Title\\s{1,4}Details|View Paper Details|Back to Section)$'],
    shared: [{ to: 'issued', take: 'match', pattern: '\\((?<value>\\d{2}/\\d{2}/\\d{4})\\)', as: 'day first' }, { to: '*', take: 'match', pattern: '^(?<panelCode>[A-Z]{1,4}\\d{2,4})$' }],
    fields: [
      { to: 'title', take: 'line', before: '^Authors?: \\p{Lu}' }, { to: 'author', take: 'match', pattern: '^(?<value>Authors?: \\p{Lu}.{3,900})$', as: 'names, affiliation' },
      { to: 'abstract', take: 'match', pattern: '^Abstract: ?(?<value>.{40,9000})$' },
    ],
  },
  {
    id: 'ecpr-panel-people',
    fingerprints: [{ re: '^[ \\t]{0,40}\\p{Lu}[^,:.\\n]{3,60}, [^\\n]{0,90}(?:Universi|Institut|Akadem|Academ|Colle[gk]e|School|Cent(?:re|er|ro)|Hochschule|Sciences Po|\\p{Lu}{3,8}[ \\t]{0,9}$)[^\\n]{0,90}\\n(?:[ \\t]{0,40}\\n)?[ \\t]{0,40}View Paper Details[ \\t]{0,40}$', w: 20 }],
    papers: true, dayFirst: true, type: 'paper-conference', noise: ['^(?:Title|Details|Title\\s{1,4}Details|View Paper Details|Back to Section)$'], fields: [],
  },
  {
    id: 'ecpr-panel',
    fingerprints: [{ re: 'View Paper Details[ \\t]{0,40}$', w: 6 }, { re: 'ecpr\\.eu/Events/(?:Event/)?PanelDetails', w: 4 }, { re: '^[ \\t]{0,40}Building: .{0,60}Room:', w: 3 }],
    recordStart: '\\S\\s{1,4}View Paper Details$', otherStart: { recordStart: '^View Paper Details$', above: 1 }, head: true, type: 'paper-conference', noise: ['^(?:Title|Details|Title\\s{1,4}Details)$'],
    shared: [{ to: 'issued', take: 'match', pattern: '\\((?<value>\\d{2}/\\d{2}/\\d{4})\\)', as: 'day first' }, { to: '*', take: 'match', pattern: '^(?<panelCode>[A-Z]{1,4}\\d{2,4})$' }],
    fields: [{ to: 'title', take: 'match', pattern: '^(?<value>.{5,400}?)\\s{1,4}View Paper Details$' }, { to: 'title', take: 'line', before: '^View Paper Details$' }],
  },
  {
    id: 'indico',
    fingerprints: [
      { re: 'indico\\.[\\w.-]{1,60}/event/\\d', w: 4 }, { re: '^[ \\t]{0,40}(?:Contribution List|Timetable|Liste des contributions|Liste der Beiträge|Lista de contribuciones|Lista dei contributi|Lista de contribuições|Lista wystąpień|Seznam příspěvků|Список докладов|Список доповідей)[ \\t]{0,40}$', w: 3 }, { re: `^[ \\t]{0,40}${indico.authors}[ \\t]{0,40}$`, w: 4 },
      { re: `^[ \\t]{0,40}${indico.speakers}[ \\t]{0,40}$`, w: 1 }, { re: `^[ \\t]{0,40}${indico.nothing}`, w: 4 }, { re: `^[ \\t]{0,40}(?:${indico.zone} \\p{L}{3,14}(?: \\p{L}{3,14})?[ \\t]{0,40}$|(?:Fuseau horaire|Zeitzone|Zona horaria|Fuso (?:orario|horário)|Strefa czasowa|Часовой пояс) ${indico.zone})`, w: 4 },
      { re: `^[ \\t]{0,40}${indico.date}${indico.at} \\d{1,2}:\\d\\d(?: [AP]M)?[ \\t]{0,40}\\n[ \\t]{0,40}(?:\\d{1,2} ?h(?: ?\\d{1,2} ?m)?|\\d{1,3} ?(?:m|min|мин|хв|dk|分钟)\\.?)[ \\t]{0,40}$`, w: 4 },
    ],
    recordStart: `^(?:Not scheduled|${indico.date}${indico.at} \\d{1,2}:\\d\\d)`, above: 1, head: true, type: 'paper-conference',
    noise: ['^(?:Overview|Timetable|Contribution List|Author List|My Conference|My Contributions|Book of Abstracts|Registration|Participant List|Call for .{0,600}|Go to contribution page|There are no materials yet\\.?|Presentation materials|Contact.{0,600})$', `^(?:Vue d.ensemble|Ordre du jour|Liste des (?:contributions|auteurs|participants)|Inscription|Aucun document\\.?|Übersicht|Zeitplan|Liste der Beiträge|Teilnehmerliste|Registrierung|${indico.nothing}.{0,60}|${indico.materials})$`, ' Indico(?: v?\\d[\\d.]{0,12})?$'],
    shared: [{ to: 'event-title', take: 'line', before: `^(?:(?:\\p{L}{1,5} )?(?:\\d{1,2}\\.?(?: (?:de )?\\p{L}{3,12}\\.?(?: (?:de )?\\d{4})?)? ?(?:[–-]|a|al|au|bis|to|do|по|до|till) ?)?${indico.date}|\\p{L}{3,12} \\d{1,2} ?[–-] ?(?:\\p{L}{3,12} )?\\d{1,2}, \\d{4})$` }],
    fields: [
      { to: 'title', take: 'line', before: `^(?:Not scheduled|${indico.date}${indico.at} \\d)`, sure: 0.9 }, { to: 'issued', take: 'match', pattern: `^(?<value>${indico.date})${indico.at} \\d` },
      { to: 'author', take: 'lines', after: `^${indico.authors}:?$`, until: `^(?:${indico.materials}|${indico.nothing}|Aucun |${indico.speakers}|Session|Track|Contribution)`, skip: `^${indico.coauthors}:?$`, as: 'names (affiliation)', sure: 0.9 },
      { to: 'author', take: 'lines', after: `^(?:${indico.speakers}|Authors?|Autor(?:es|en|i|zy)?|Auteurs?|Presenters?):?$`, until: `^(?:${indico.authors}|${indico.materials}|${indico.nothing}|Aucun |Session|Track|(?:${indico.description})(?:$|:))`, skip: `^${indico.coauthors}:?$`, as: 'names (affiliation)', sure: 0.85 },
      { to: 'abstract', take: 'block', label: indico.description, until: `^(?:${indico.authors}|${indico.speakers}|${indico.materials}|${indico.nothing}.{0,40}|${indico.coauthors})$` },
    ],
  },
  {
    id: 'indico-list',
    fingerprints: [{ re: '^[ \\t]{0,40}\\d{1,5} out of \\d{1,5} displayed', w: 6 }, { re: '^[ \\t]{0,40}Go to contribution page', w: 5 }, { re: '^[ \\t]{0,40}Contribution List[ \\t]{0,40}$', w: 2 }],
    papers: true, type: 'paper-conference', noise: ['^(?:Contribution List|Go to contribution page|Timetable|Overview)$'], fields: [],
  },
  {
    id: 'conftool',
    fingerprints: [
      { re: 'conftool\\.(?:com|net|pro|org)/', w: 4 }, { re: '^[ \\t]{0,40}(?:Session Overview|Conference Agenda|Overview and details of the sessions|Sitzungsübersicht|Veranstaltungsprogramm)', w: 4 },
      { re: '^[ \\t]{0,40}(?:Session Chair|Chair of the session|Sitzungsleitung):', w: 3 }, { re: '^[ \\t]{0,40}(?:Date|Datum|Time|Zeit):[ \\t]', w: 2 }, { re: '^[ \\t]{0,40}(?:Presentations(?: of the Session)?|Präsentationen)[ \\t]{0,40}$', w: 2 }, { re: '^[ \\t]{0,40}ID: \\d{1,5}', w: 3 },
    ],
    papers: true, dayFirst: true, type: 'paper-conference', noise: ['^(?:Time|Zeit|Date|Datum):$', '^(?:Impressum|Imprint|Contact and Legal Notice|Contact Address|Contact|Privacy Statement) ?[·:].{0,300}$', '^Conference Software: ?', '^Conference: .{3,160}$', '^© 2001[–-]\\d{4} by Dr'], fields: [],
  },
  {
    id: 'easychair',
    fingerprints: [
      { re: '^[ \\t]{0,40}ABSTRACT\\.\\s', w: 4 }, { re: 'easychair\\.org/smart-program', w: 5 }, { re: '^[ \\t]{0,40}PROGRAM FOR \\w{3,9}DAY,', w: 5 }, { re: '^[ \\t]{0,40}(?:CHAIRS?|LOCATION|PRESENTER|DISCUSSANT):', w: 2 },
      { re: '\\((?:abstract|abstract and paper)\\)[ \\t]{0,40}$', w: 3 },
    ],
    papers: true, type: 'paper-conference', noise: ['^(?:CHAIRS?|LOCATION|PRESENTER|DISCUSSANT): .{0,600}$', '^Days: |^View: '], fields: [],
  },
  {
    id: 'oxford-abstracts',
    fingerprints: [{ re: 'oxfordabstracts\\.com/', w: 6 }, { re: '^[ \\t]{0,40}(?:Track|Topic|Theme|Stream|Category|Keywords)(?:\\p{Lu}|: \\p{Lu}|[ \\t]{0,40}$)', w: 3 }, { re: '^[ \\t]{0,40}(?:Presentation|Submission|Session|Abstract) [Tt]ype(?:\\p{Lu}|[ \\t]{0,40}$)', w: 4 }, { re: '^[ \\t]{0,40}(?:(?:Presentation )?[Ff]ormat|(?:Presentation|Submission) [Tt]ype): ?(?:Oral|Poster|Paper|Panel|Talk)', w: 4 },
      { re: '\\n[ \\t]{0,40}\\d{2,4}[ \\t]{0,40}\\n(?<=^[^\\n]{15,300}\\n[ \\t]{0,40}\\d{2,4}[ \\t]{0,40}\\n)[^\\n]{3,300}\\p{Ll}\\d[\\d,]{0,6}[ \\t]{0,40}\\n[ \\t]{0,40}1 ?\\p{Lu}', w: 6 }],
    papers: true, type: 'paper-conference', noise: ['^(?:Track|Presentation type|Session type|Session title|Topic)(?=\\p{Lu}|[ :])', '^https?:', '^#?\\d{1,5}$'], fields: [],
  },
  {
    id: 'numbered-papers',
    fingerprints: [{ re: '^[ \\t]{0,40}Paper \\d{1,2}:?[ \\t]{0,40}$', w: 5 }, { re: '^[ \\t]{0,40}(?:Chair|Discussant|Disc\\.):? ', w: 2 }, { re: '^[ \\t]{0,40}Authors?: ', w: 2 }],
    recordStart: '^Paper \\d{1,2}:?$', head: true, type: 'paper-conference',
    shared: [{ to: 'issued', take: 'match', pattern: '(?<value>\\d{1,2} \\p{L}{3,9},? \\d{4}|\\p{L}{3,9} \\d{1,2}, \\d{4})', as: 'date' }],
    fields: [{ to: 'title', take: 'line', after: '^Paper \\d{1,2}:?$' }, { to: 'author', take: 'label', label: 'Authors?|Presenters?', as: 'names, affiliation' }, { to: 'abstract', take: 'block', label: 'Abstract', until: '^(?:Paper \\d|Chair|Disc)' }],
  },
];

/** A programme of no site that we know. */
export const anyProgramme: Profile = {
  id: 'programme',
  fingerprints: [
    { re: '^[ \\t]{0,40}(?:(?:Panel |Session )?(?:Co-)?Chairs?|CHAIRS?|Moderators?|Convenors?|Sitzungsleitung|Leitung|Moderation|Coordinator[ei]|Pr[ée]siden(?:ce|te?)(?: de séance)?|Coordinador(?:a|es)?|Coordenador(?:a|es)?|Moderador(?:a|es)?|Oturum Başkanı|Moderatör|Moderacja|Przewodnicząc\\p{L}{1,3}|Prowadząc\\p{L}{1,3}|Модератор\\p{L}{0,2}|Председател\\p{L}{1,2}|Руководител\\p{L}{1,2}(?: секции)?)(?:[ \\t]{0,40}$| ?:| -- | \\p{Lu}[\\p{L} .’-]{3,50}\\()', w: 3 }, { re: '^[ \\t]{0,40}(?:Panel )?(?:Discussants?|Disc\\.|DISCUSSANTS?|Diskutant\\p{L}{0,60}|Comentaristas?|Debatedor(?:a|es)?|Tartışmacı|Komentarz|Dyskutant\\p{L}{0,3})(?:[ \\t]{0,40}$| ?:| -- | \\p{Lu}[\\p{L} .’-]{3,50}\\()', w: 2 },
    { re: '^[ \\t]{0,40}(?:Europe|America|Asia|Africa|Australia)/\\w{3,20} timezone', w: 2 }, { re: '^[ \\t]{0,40}(?:Room|Raum|Venue): \\S', w: 1 },
    { re: '^[ \\t]{0,40}(?:Presentation|Paper)(?: \\d{1,2})?: \\S', w: 4 }, { re: '^[ \\t]{0,40}Panel: \\S', w: 2 }, { re: '^[ \\t]{0,40}\\d{3,4}\\. \\p{Lu}', w: 1 },
    { re: '(?<!\\d)\\d{1,2}[:.]\\d\\d ?(?:[ap]m)? ?[-–] ?\\d{1,2}[:.]\\d\\d', w: 2 }, { re: '^[ \\t]{0,40}(?:Participants|PARTICIPANTS|Paper presenters|Presentations|Relatori|Papers)[ \\t]{0,40}$', w: 2 },
    { re: '^[ \\t]{0,40}(?:Panel|PANEL|Session|SESSION|Roundtable|Sitzung|Секция|СЕКЦИЯ|Atelier|ATELIER|ST|Mesa|GT|OTURUM|Oturum|Sesión|Sessão|Sesja) (?:[A-Z]{0,4}[-. ]?\\d|[IVX]{1,4}[ :.])', w: 2 }, { re: '^[ \\t]{0,40}\\d{4} \\p{Lu}[^\\n]{5,120}$', w: 1 }, { re: '^[ \\t]{0,40}(?:\\d{1,3}[.)] )?(?:Title|Titel|Titre|Título|Titolo|Название|Тема доклада|Başlık|Тақырыбы|题名)\\s?[:：]', w: -4 }, { re: '^[ \\t]{0,40}(?:RC|GS|LOC|SS) ?\\d{2}\\.\\d{2}(?!\\d)', w: 4 }, { re: '^[ \\t]{0,40}[MTWFS][A-D]\\d{2} (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day ', w: 4 }, { re: '^[ \\t]{0,40}Authors?: (?:(?:Prof|Dr|Mr|Mrs|Ms)\\.? )?\\p{Lu}\\p{L}{1,60} ', w: 1 },
    { re: '(?:Conference|Congress|Convention|Annual Meeting|Workshop|Symposium|Tagung|Kongress|tagung|Convegno|Colloque|Congrès|Congreso|Congresso|Encontro|Encuentro|Jornadas|Kongresi|Sempozyum|Konferencj|Zjazd|[Кк]онференци|MEETING|CONFERENCE|WORKSHOP|SYMPOSIUM|CONGRESS|TAGUNG|KONFERENCJ|ZJAZD)', w: 1 },
    { re: '\\((?:[Cc]hair|[Mm]oderator|Moderation|Leitung|[Pp]résidence) ?: ?\\p{Lu}', w: 3 },
    { re: '^[^\\n]{0,200}\\p{Lu}\\p{L}{1,60} \\((?:[^()\\n]{0,60}(?:Universi|Institut|Uniwersyt|Politechni|College|School|Sciences Po|[Уу]ниверситет|[Ии]нститут|[Аа]кадеми|РАН|ВШЭ)|[^()\\n]{0,40} U[,) ]|U of |\\p{Lu}{2,6}(?:, \\p{Lu}\\p{L}{1,60})?\\))', w: 2 },
  ],
  papers: true, type: 'paper-conference', fields: [],
};
