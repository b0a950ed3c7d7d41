/** Think tanks, newspapers, governments and international bodies: pages under a byline, and papers under a cover. */
import type { Profile } from '../profile/profile';
import { underLabels } from './articleRules';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const date = `(?:\\d{1,2}(?:st|nd|rd|th)? (?:${months})\\.?,? \\d{4}|(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|(?:${months}) \\d{4}|\\d{4}-\\d\\d-\\d\\d)`;
const kinds = 'Commentary|Analysis|Blog(?: [Pp]ost)?|Op-?[Ee]d|Opinion|Expert [Cc]omment|Explainer|Article|Feature|Essay|Interview|Report|Research [Rr]eport|Research [Pp]aper|Policy [Bb]rief|Policy [Pp]aper|Policy [Mm]emo|Brief(?:ing)?|Briefing [Pp]aper|Issue [Bb]rief|Working [Pp]aper|Discussion [Pp]aper|Background(?:er| [Pp]aper)|Testimony|Publication';
const shouted = 'COMMENTARY|ANALYSIS|BLOG|OP-?ED|OPINION|REPORT|RESEARCH REPORT|POLICY BRIEF|POLICY PAPER|BRIEF|WORKING PAPER|ARTICLE';
const series = '(?:Working|Discussion|Policy|Research|Briefing|Background|Occasional|Technical) (?:Papers?|Briefs?|Reports?|Memo)(?: Series)?';
/** `NIALA Policy Brief 17/2024`, `No. 17/2024 | October 2024`: a series that bears the name of its institute, and the line of its number. */
const ownSeries = '(?:[\\p{L}&.’-]{2,20} ){1,5}(?:Policy (?:Briefs?|Papers?|Notes?|Insights?)|POLICY (?:BRIEFS?|PAPERS?|NOTES?)|Working Papers?|WORKING PAPERS?|Research (?:Briefs?|Papers?|Reports?)|RESEARCH (?:PAPERS?|REPORTS?)|Issue Briefs?|ISSUE BRIEFS?|Discussion Papers?|DISCUSSION PAPERS?|Occasional Papers?|Reports?|REPORTS?|Kurzanalysen?|Arbeitspapiere?|Analysen|Documentos? de [Tt]rabajo|DOCUMENTOS? DE TRABAJO|Informes?|Raporty?|Komentarze|Notes?)';
const numberLine = '(?:No\\.?|Nr\\.?|N[º°]\\.?|Núm\\.?|Number|Numer|#) ?\\d{1,4}(?:[/-]\\d{1,4})?(?: {0,3}[|·•–,-] {0,3}.{4,40})?';

/** What somebody is at an institute. */
const role = '(?:Fellow|Researcher|Analyst|Director|Professor|Editor|Coordinator|Manager|Officer|Advis[eo]r|Assistant|Expert|Associate|Lecturer|Consultant|Economist|Ambassador|President)s?(?:,.{0,90})?$|^(?:Head|Director|Deputy) ';

/** The words that tell an organisation. */
const house = '(?:Institut\\p{L}{0,2}|Cent(?:re|er)|Council|Foundation|Endowment|Academy|Society|Observatory|Network|Forum|Stiftung|Fund|Association)';

/** A day as think tanks of many countries print it. */
const anyDay = '(?:\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\.? (?:de )?\\p{L}{3,12}\\.?,? (?:de )?\\d{4}|\\p{L}{3,9} \\d{1,2}, \\d{4})';
/** `NR 214 | 27.02.2024`: number and day below the name of a series. */
const numberedDay = `^(?:NR|Nr|nr|No|NO|N[º°]|№|Núm|Num|Nummer|Numer|Numero|Número|Numéro|Č)\\.? ?(?<number>\\d{1,4})(?:/\\d{4})? ?(?:[|•·/,–-] ?)?(?:${anyDay})$`;
const withoutGroup = numberedDay.replace('?<number>', '');

/** `SWP-Aktuell 2024/A 31, 17.06.2024, 8 Seiten`, `Notes de l’Institut, n° 87, mai 2023`: a paper’s place in its series, and its day. */
const seriesLine = `^(?<series>\\p{Lu}[^,\\d]{2,60}?),? (?:[Nn][°º]\\.? ?|[Nn]r\\.? ?|[Nn]o\\.? ?|№ ?|#)?(?<number>(?:\\d{4}/)?(?:[A-Z] ?)?\\d{1,4}(?:/\\d{2,4})?),? (?:${anyDay}|\\p{L}{3,9} (?:19|20)\\d\\d)(?:, \\d{1,3} (?:Seiten|S\\.|pages?|pp?\\.|páginas|pagine|stron|стр\\.))?$`;
const seriesPlain = seriesLine.replace('?<series>', '').replace('?<number>', '');

export const institutions: readonly Profile[] = [
  {
    id: 'byline-page',
    fingerprints: [
      { re: `^[ \\t]{0,40}(?:${kinds}|${shouted})[ \\t]{0,40}$`, w: 2 }, { re: '^[ \\t]{0,40}[Bb]y:? \\p{Lu}\\p{L}{1,60}', w: 3 }, { re: `^[ \\t]{0,40}(?:(?:Published|Posted|Updated|Date|Publication date)(?: on)?:? ?)?${date}(?:,? \\d{1,2}:\\d\\d.{0,12})?[ \\t]{0,40}$`, w: 2 },
      { re: '^[ \\t]{0,40}\\d{1,3}[ -]min(?:ute)?s? read', w: 4 }, { re: '^[ \\t]{0,40}(?:Summary|Executive [Ss]ummary|Key (?:[Pp]oints|[Tt]akeaways|[Ff]indings))(?:[ \\t]{0,40}$|:)', w: 2 },
      { re: '^[ \\t]{0,40}(?:Share on |Share this|Follow us|Subscribe to (?:our|the) newsletter|Related (?:content|publications|articles)|More on this topic|About the authors?)', w: 2 }, { re: '(?:opinions|views) (?:articulated|expressed) (?:above|here|in this)', w: 2 }, { re: '^[ \\t]{0,40}ISBN', w: 2 }, { re: '^[ \\t]{0,40}Download(?: the)?(?: \\(?PDF| report| publication| full)', w: 1 },
      { re: '^[ \\t]{0,40}(?:Published by|Publisher): ', w: 2 }, { re: `^[ \\t]{0,40}${series},? (?:No\\.?|Nr\\.?|#) ?\\d`, w: 3 }, { re: `^[ \\t]{0,40}${ownSeries}[ \\t]{0,40}\\n[ \\t]{0,40}${numberLine}[ \\t]{0,40}$`, w: 6 }, { re: `^[ \\t]{0,40}Published(?: on)?:? ${date} ?[·|•] ?\\d{1,4} (?:pages|pp)`, w: 3 },
      { re: '(?:Volume|Vol\\.) ?\\d', w: -4 }, { re: '^[ \\t]{0,40}Key ?words', w: -2 }, { re: '^[ \\t]{0,40}(?:Received|Accepted)', w: -4 }, { re: '^[ \\t]{0,40}(?:Panel|Session|Chair|Discussant)', w: -5 }, { re: '^(?:From|To|Subject|Sent): ', w: -5 },
    ],
    general: true, type: 'webpage',
    types: [
      { re: `^${ownSeries}(?:,? (?:(?:No|Nr)\\.? ?)?\\d{1,4}(?:/\\d{4})?)?$`, type: 'report' },
      { re: '^(?:(?:Research |Technical |Special )?[Rr]eport|Policy [Bb]rief|Policy [Pp]aper|Policy [Mm]emo|Brief(?:ing)?(?: [Pp]aper)?|Issue [Bb]rief|Working [Pp]aper|Discussion [Pp]aper|Research [Pp]aper|RESEARCH REPORT|REPORT|POLICY BRIEF|WORKING PAPER|POLICY PAPER)(?:,? (?:No\\.?|Nr\\.?|#) ?[\\w/-]{1,12})?(?: ?[|·•–,-] .{4,30}\\d{4})?$', type: 'report' },
      { re: '^(?:COMMENTARY|Commentary|Blog(?: [Pp]ost)?|BLOG|Analysis|ANALYSIS|Op-?[Ee]d|OP-?ED|Expert [Cc]omment|Explainer)$', type: 'post-weblog' },
    ],
    noise: [
      `^${series},? (?:No\\.?|Nr\\.?|#|Number) ?\\d[\\d/-]{0,11}$`,
      `^(?:${kinds}|${shouted}|Home(?: ?[>/›»|].{0,600})?|Menu|Search|Newsletter|Subscribe.{0,600}|Share on .{0,600}|Share this.{0,600}|Follow us.{0,600}|Photo: .{0,600}|Credit: .{0,600}|Image: .{0,600}|Read our privacy policy.{0,600}|We use cookies.{0,600}|Accept all.{0,600}|Reject.{0,600}|\\d{1,3}[ -]min(?:ute)?s? read|Listen(?: to.{0,600})?|Print this.{0,600}|Download.{0,600}|Topics?|Regions?|Programmes?)$`,
    ],
    fields: [
      { to: '*', take: 'match', pattern: '^(?:No\\.?|Nr\\.?|N[º°]\\.?|Núm\\.?|Number|Numer|#) ?(?<number>\\d{1,4}(?:[/-]\\d{1,4})?)(?: {0,3}[|·•–,-] {0,3}.{4,40})?$' },
      { to: 'title', take: 'line', when: `^${ownSeries}$`, after: `^${numberLine}$`, skip: `^${date}`, pattern: '^.{8,300}$', sure: 0.85 },
      { to: 'author', take: 'lines', when: `^${ownSeries}$`, after: `^${numberLine}$`, until: '^(?:Published|Posted|Summary|Executive|Abstract|Key |Overview|Introduction|Keywords|Share)', skip: `^${date}|${role}`, nth: 1, as: 'names among other lines', sure: 0.8 },
      { to: 'title', take: 'line', after: `^${series},? (?:No\\.?|Nr\\.?|#|Number) ?\\d[\\d/-]{0,11}$`, until: `^\\p{Lu}\\p{L}{1,14}(?: (?:by|on|date))?:(?: |$)|^(?:(?:Published|Posted)(?: on)?:? ?)?${date}`, pattern: '^(?!\\d)(?:\\S{1,30} ){2,40}\\S{1,30}[^.:]$', sure: 0.85 },
      { to: 'publisher', take: 'line', before: `^${numberLine}$`, pattern: '^\\P{Ll}{0,80}(?:INSTITUTE?|INSTITUT[OT]|CENT(?:RE|ER|RO)|COUNCIL|FOUNDATION|ACADEMY|FORUM|OBSERVATORY|NETWORK|FUND|STIFTUNG|INSTYTUT|OŚRODEK|FUNDACJA|FUNDACIÓN)\\P{Ll}{0,80}$', sure: 0.8 },
      { to: '*', take: 'match', pattern: `^(?<genre>(?:${series}|Report)),? (?:No\\.?|Nr\\.?|#|Number) ?(?<number>[\\w/-]{1,14})$` },
      { to: 'author', take: 'match', pattern: '^[Bb]y:? (?<value>\\p{Lu}.{3,300})$' }, { to: 'author', take: 'label', label: 'Authors?|Written by' },
      { to: '*', take: 'match', pattern: `^(?<genre>(?:${kinds}|${shouted}))(?:,? (?:No\\.?|Nr\\.?|#|Number) ?(?<number>[\\w/-]{1,14}))? ?[|·•–,-] (?<date>${date})$` },
      { to: 'issued', take: 'match', pattern: `^(?:(?:Published|Posted|Date|Publication date|First published)(?: on| in)?:? ?)?(?<value>${date})(?:,? \\d{1,2}:\\d\\d.{0,12}| ?[|·•] ?\\d{1,3}[ -]min(?:ute)?s?(?: read)?| ?[|·•] ?\\d{1,4} (?:pages|pp\\.?))?$`, sure: 0.85 }, { to: 'issued', take: 'label', label: 'Publication date|Published(?: on)?|Date', sure: 0.85 },
      { to: 'title', take: 'line', after: `^(?:${kinds}|${shouted})$`, pattern: '^(?!\\d)(?:\\S{1,30} ){3,40}\\S{1,30}[^.:]$', sure: 0.8 },
      { to: 'title', take: 'line', before: '^[Bb]y:? \\p{Lu}', pattern: '^(?!\\d).{8,300}[^.:]$', sure: 0.8 }, { to: 'title', take: 'line', before: '^(?:Authors?|Written by):?', sure: 0.8 },
      { to: 'title', take: 'line', before: `^(?:(?:Published|Posted)(?: on)?:? ?)?${date}`, pattern: '^(?!\\d).{8,300}[^.:]$', sure: 0.7 }, { to: 'title', take: 'line', pattern: '^(?!\\d).{8,300}[^.:]$', sure: 0.6 },
      { to: 'author', take: 'line', after: `^(?:(?:Published|Posted)(?: on)?:? ?)?${date}`, sure: 0.75 }, { to: 'author', take: 'line', before: `^(?:(?:Published|Posted)(?: on)?:? ?)?${date}`, sure: 0.75 }, { to: 'author', take: 'line', before: `^(?:(?:Published|Posted)(?: on)?:? ?)?${date}`, nth: 1, sure: 0.7 },
      { to: 'author', take: 'line', before: '^(?:Senior |Associate |Non-?resident |Visiting )?(?:Research )?(?:Fellow|Analyst|Director|Professor|Researcher|Editor)(?:,|$)', sure: 0.75 },
      { to: 'publisher', take: 'match', pattern: '^(?:Published by|Publisher): ?(?<value>[^,]{3,150}), (?<place>\\p{Lu}[^,\\d]{2,60})$' }, { to: 'publisher', take: 'label', label: 'Published by|Publisher|Institution' },
      { to: 'publisher', take: 'line', when: '^(?:(?:Research |Technical |Special )?[Rr]eport|(?:Policy|Issue) [Bb]rief|(?:Policy|Working|Discussion|Research) [Pp]aper|(?:POLICY|ISSUE) BRIEF|(?:WORKING|POLICY|RESEARCH) PAPER|(?:RESEARCH )?REPORT)$', before: `^(?:${kinds}|${shouted})$`, pattern: `^(?:The )?(?=\\p{Lu})(?:[\\p{L},&’-]{1,25} ){0,6}${house}(?:(?: for| of| on)? [\\p{L} ,&-]{3,60})?$`, sure: 0.8 },
      { to: 'publisher', take: 'match', pattern: '^(?:©|\\(c\\)|Copyright ©?) ?\\d{4},? (?:by )?(?<value>(?:The )?\\p{Lu}[^.]{4,100}?(?:Institut|Forum|Foundation|Cent(?:re|er)|Council|Network|Observatory|University|Society|Stiftung|Academy|Association|Group)[^.]{0,60}?)(?:\\. All rights.{0,600}|, .{0,80}\\d.{0,80}|\\.?)$', sure: 0.8 },
      { to: 'ISBN', take: 'match', pattern: '^(?:e-?)?ISBN(?:-13)?:? ?(?<value>97[89][\\d -]{10,16}\\d)' }, { to: 'ISSN', take: 'match', pattern: '^ISSN:? ?(?<value>\\d{4}-\\d{3}[\\dX])' }, { to: 'number-of-pages', take: 'match', pattern: '^(?:Pages: ?(?<value>\\d{1,4}))$' }, { to: 'number-of-pages', take: 'match', pattern: '^(?<value>\\d{1,4}) (?:pages|pp\\.)$' },
      { to: 'abstract', take: 'block', label: 'Summary|Executive [Ss]ummary|Abstract|Key [Pp]oints|Overview', until: '^(?:Photo|Image|Credit|Download|Subscribe|Share|About the|Key (?:[Pp]oints|[Ff]indings|[Mm]essages|[Tt]akeaways)$|Main (?:points|findings)$|(?:Policy )?[Rr]ecommendations$)', sure: 0.85 },
      { to: 'abstract', take: 'line', pattern: '^(?=.{0,600}[Tt]his (?:report|paper|brief|study|publication|commentary|memo) ).{120,9000}$', sure: 0.75 },
      { to: 'custom.lead', take: 'line', after: `^(?:(?:Published|Posted)(?: on)?:? ?)?${date}`, pattern: '^.{120,9000}$' },
      ...underLabels,
    ],
  },
  {
    id: 'numbered-series',
    fingerprints: [
      { re: withoutGroup.replace('^', '^[ \\t]{0,40}').replace(/\$$/u, '[ \\t]{0,40}$'), w: 4 }, { re: '^[ \\t]{0,40}(?:Czas czytania|Lesezeit|Temps de lecture|Tiempo de lectura|Tempo di lettura|Tempo de leitura|Время чтения|Reading time|Okuma süresi):? ?(?:ca\\. )?\\d', w: 2 },
      { re: '^[ \\t]{0,40}(?:Udostępnij|Teilen|Partager|Compartir|Condividi|Compartilhar|Поделиться|Paylaş|Share)(?:[: ]|[ \\t]{0,40}$)', w: 2 }, { re: '^[ \\t]{0,40}(?:O autorach|O autorze|O autorce|Über (?:die|den) Autor|Sobre (?:los|las|el|la) autor|À propos (?:des|de l)|Об авторах|Об авторе|Gli autori|Sobre os autores|About the authors?)', w: 2 },
      { re: '(?:Volume|Vol\\.) ?\\d', w: -4 }, { re: '^[ \\t]{0,40}(?:Key ?words|DOI)', w: -3 },
    ],
    general: true, type: 'report',
    noise: ['^(?:Udostępnij|Teilen|Partager|Compartir|Condividi|Compartilhar|Поделиться|Paylaş|Share)(?:$|[: ].{0,200})', '^(?:Pobierz|Herunterladen|Télécharger|Descargar|Scarica|Baixar|Скачать|İndir|Download)(?:$| .{0,60})', '^(?:Czas czytania|Lesezeit|Temps de lecture|Tiempo de lectura|Tempo di lettura|Tempo de leitura|Время чтения|Reading time|Okuma süresi)', ' / '],
    fields: [
      { to: '*', take: 'match', pattern: numberedDay }, { to: 'issued', take: 'match', pattern: `^(?:\\p{L}{1,7}|№)[.º°]? ?\\d{1,4}(?:/\\d{4})? ?(?:[|•·/,–-] ?)?(?<value>${anyDay})$`, as: 'day first', when: withoutGroup },
      { to: 'collection-title', take: 'line', before: withoutGroup, pattern: '^\\p{Lu}[\\p{L} .,&-]{3,80}$', sure: 0.8 },
      { to: 'title', take: 'line', after: withoutGroup, pattern: '^.{8,300}$' }, { to: 'author', take: 'line', after: withoutGroup, nth: 1 }, { to: 'author', take: 'line', after: withoutGroup, nth: 2, sure: 0.75 },
      { to: 'publisher', take: 'match', pattern: '^© ?(?:\\d{4}(?: ?[–-] ?\\d{4})? )?(?<value>\\p{Lu}[^,.|\\d]{4,100}?)(?: ?\\d{4})?(?:[,.|]|$)', sure: 0.8 },
      { to: 'ISSN', take: 'match', pattern: 'ISSN:? ?(?<value>\\d{4}-\\d{3}[\\dX])' },
      { to: 'abstract', take: 'label', label: 'Streszczenie|Abstract|Summary|Zusammenfassung|Kurzfassung|Résumé|Resumen|Resumo|Sintesi|Riassunto|Резюме|Аннотация|Özet', as: 'abstract' },
    ],
  },
  {
    id: 'series-line',
    fingerprints: [
      { re: seriesPlain.replace('^', '^[ \\t]{0,40}').replace(/\$$/u, '[ \\t]{0,40}$'), w: 4 }, { re: '^[ \\t]{0,40}[^\\n,]{0,50}(?:Aktuell|Analys[ei]|Studie|Perspektive|Kommentar|Policy|Paper|Papier|Brief|Briefing|Notes?|Report|Rapport|Étude|Estudio|Informe|Commentary|Memo|Kurz|Focus|Arbeitspapier|Documento|Quaderni|Analiza|Raport|Записка|Доклад)(?!\\p{L})[^\\n,]{0,40},[^\\n]{0,60}(?:19|20)\\d\\d', w: 2 },
      { re: '^[ \\t]{0,40}(?:(?:Télécharger|Download|Herunterladen|Descargar|Scarica|Pobierz|Скачать) ?\\(?|)PDF[ \\t]{0,3}(?:[|(,]|[ \\t]{0,40}$)', w: 1 }, { re: '^[ \\t]{0,40}(?:Teilen|Partager|Compartir|Condividi|Udostępnij|Поделиться|Share)(?:[: ]|[ \\t]{0,40}$)', w: 1 },
      { re: '^[ \\t]{0,40}©[^\\n]{0,80}(?:Institut|Stiftung|Cent(?:re|er)|Foundation|Forum|Fondation|Fundación|Fondazione|Ośrodek|Zentrum|Council)', w: 1 }, { re: '(?:Volume|Vol\\.|Jg\\.|Bd\\.) ?\\d', w: -4 }, { re: '^[ \\t]{0,40}(?:Key ?words|Mots-clés|Schlagwörter|Palabras clave|Ключевые слова)', w: -3 },
    ],
    general: true, type: 'report',
    noise: ['^(?:Teilen|Partager|Compartir|Condividi|Udostępnij|Поделиться|Share|Drucken|Imprimer|Print|(?:EPUB|PDF|Télécharger|Download|Herunterladen|Descargar|Scarica|Pobierz|Скачать)(?: .{0,60})?|[A-Z]{2})$'],
    fields: [
      { to: '*', take: 'match', pattern: seriesLine }, { to: 'issued', take: 'match', when: seriesPlain, pattern: `,? (?<value>${anyDay}|\\p{L}{3,9} \\d{4})(?:, \\d{1,3} .{1,9})?$`, as: 'day first' },
      { to: 'subtitle', take: 'line', before: seriesPlain, near: true, pattern: '^\\p{Lu}(?:\\S+ ){3,40}\\S+[^.:]$' }, { to: 'title', take: 'line', before: seriesPlain, nth: 1, near: true, pattern: '^(?!.{0,80}(?:Stiftung|Institut|Cent(?:re|er)|Foundation))(?:\\S+ ){2,40}\\S+$', sure: 0.85 }, { to: 'title', take: 'line', before: seriesPlain, near: true, pattern: '^(?:\\S+ ){2,40}\\S+$', sure: 0.85 },
      { to: 'author', take: 'label', label: 'Auteurs?(?: ?\\(s\\))?|Auteur\\(s\\)|Autor(?:en|in|innen|es|as|a|i)?|Autor:innen|Authors?|By|Von|Par|Авторы?' }, { to: 'author', take: 'lines', after: '^(?:Die Autor|Der Autor|Zu den Autor|Über d|About the [Aa]uthor|Les auteur|L[’\']auteur|À propos d|Sobre l|Gli autori|O autor|Об автор)', until: '^(?:©|ISSN|Impressum)', as: 'names among other lines', sure: 0.85 }, { to: 'author', take: 'line', after: seriesPlain, sure: 0.75, until: '^.{120}' },
      { to: 'publisher', take: 'match', pattern: '^© ?(?:\\d{4}(?: ?[–-] ?\\d{4})? )?(?<value>\\p{Lu}[^,.|\\d]{4,100}?)(?:,? ?\\d{4})?(?:[,.|]|$)', sure: 0.8 },
      { to: 'DOI', take: 'match', pattern: '^(?:doi: ?|DOI: ?|https?://doi\\.org/)(?<value>10\\.\\S{4,120})$' },
      { to: 'abstract', take: 'block', label: 'Zusammenfassung|Kurzfassung|Abstract|Summary|Résumé|Resumen|Resumo|Sintesi|Riassunto|Streszczenie|Резюме|Аннотация', until: '^(?:Sommaire|Inhalt|Contents|Índice|Indice|Sur le même sujet|Die Autor)' }, { to: 'abstract', take: 'line', after: seriesPlain, pattern: '^.{150,3000}[.!?]$', sure: 0.7 },
    ],
  },
  {
    id: 'byline-list',
    fingerprints: [{ re: `^[ \\t]*By \\p{Lu}[^\\n]{3,120}\\n(?:[^\\n]{0,300}\\n){1,6}[ \\t]*By \\p{Lu}\\p{L}+ `, w: 12 }, { re: `^[ \\t]*${date}[ \\t]*$`, w: 2 }, { re: '^[^\\n]{330}', w: -20 }, { re: '^[ \\t]*(?:Related.*|(?:Summary|Abstract|Executive [Ss]ummary|About the [Aa]uthors?|RELATED)[ \\t]*)$', w: -20 }],
    general: true, recordStart: '^By \\p{Lu}', above: 1, head: true, type: 'webpage', types: [{ re: '^(?:(?:Research |Technical |Special )?[Rr]eport|Policy [Bb]rief|Policy [Pp]aper|Working [Pp]aper|REPORT|POLICY BRIEF|WORKING PAPER)$', type: 'report' }, { re: '^(?:COMMENTARY|Commentary|Blog(?: [Pp]ost)?|BLOG|Analysis|ANALYSIS|Op-?[Ee]d|Expert [Cc]omment)$', type: 'post-weblog' }],
    noise: [`^(?:${kinds}|${shouted}|Read more|Share.*)$`],
    fields: [{ to: 'author', take: 'match', pattern: '^By (?<value>\\p{Lu}.{3,300})$' }, { to: 'title', take: 'line', before: '^By \\p{Lu}', pattern: '^(?!\\d).{8,300}[^.:]$' }, { to: 'issued', take: 'match', pattern: `^(?:(?:Published|Posted)(?: on)?:? ?)?(?<value>${date})`, sure: 0.85 }],
  },
  {
    id: 'newspaper-page',
    fingerprints: [
      { re: `^[ \\t]{0,40}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d{1,2} (?:${months}) \\d{4} \\d{1,2}[.:]\\d\\d [A-Z]{2,4}[ \\t]{0,40}$`, w: 6 }, { re: '^[ \\t]{0,40}(?:First published on|Last modified on) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ', w: 6 },
      { re: '^[ \\t]{0,40}(?:News|World|Opinion|Politics)[ \\t]{0,40}(?:$|[|·] )', w: 1 },
    ],
    general: true, type: 'article-newspaper', noise: ['^(?:Skip to .{0,600}|News|World|Opinion|Sport|Culture|Lifestyle|Politics|Europe|Asia|Africa|Americas|Share|Support.{0,600}|Most viewed|(?:News|Opinion) ?[|·] .{0,600})$'],
    fields: [
      { to: 'issued', take: 'match', pattern: `^(?:(?:First published|Last modified) on )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<value>\\d{1,2} (?:${months}) \\d{4})` },
      { to: 'title', take: 'line', pattern: '^(?:\\S{1,30} ){4,40}\\S{1,30}$', sure: 0.8 },
      { to: 'author', take: 'line', before: '^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d', pattern: '^(?:[Bb]y )?(?<value>\\p{Lu}[\\p{L}’-]{1,20}(?: \\p{Lu}[\\p{L}’.-]{0,20}){1,3}(?: and \\p{Lu}[\\p{L}’-]{1,20}(?: \\p{Lu}[\\p{L}’.-]{0,20}){1,3})?)(?: in \\p{Lu}[\\p{L} ]{2,30}|,? [\\p{L} ]{0,30}(?:correspondent|editor|reporter))?$', sure: 0.75 },
    ],
  },
  {
    id: 'working-paper-cover',
    fingerprints: [{ re: `^[ \\t]{0,40}(?:${series}),? (?:No\\.?|Nr\\.?|#|Number) ?[\\d/-]{1,12}[ \\t]{0,40}$`, w: 5 }, { re: '^[ \\t]{0,40}(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?', w: 4 }, { re: '^[ \\t]{0,40}JEL(?: [Cc]odes?| [Cc]lassification)?:', w: 2 }, { re: 'The views expressed in this (?:paper|report|publication)', w: 3 }],
    general: true, type: 'report',
    noise: ['^(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?$'],
    fields: [
      { to: '*', take: 'match', pattern: `^(?<genre>${series}),? (?:No\\.?|Nr\\.?|#|Number) ?(?<number>[\\d/-]{1,12})$` }, { to: '*', take: 'match', pattern: '^(?<genre>(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?) (?:NO\\.?|No\\.?|#) ?(?<number>[\\d/-]{1,12})' },
      { to: 'title', take: 'line', after: `^(?:${series}|(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?),? (?:NO\\.?|No\\.?|Nr\\.?|#|Number) ?[\\d/-]{1,12}`, skip: `^${date}$`, sure: 0.85 },
      { to: 'author', take: 'lines', after: `^(?:${series}|(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?),? (?:NO\\.?|No\\.?|Nr\\.?|#|Number) ?[\\d/-]{1,12}`, until: `^${date}|^Abstract`, nth: 1 },
      { to: 'author', take: 'lines', after: `^(?:${series}|(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?),? (?:NO\\.?|No\\.?|Nr\\.?|#|Number) ?[\\d/-]{1,12}`, until: '^(?:Abstract|JEL|Keywords)', skip: `^${date}$`, nth: 1 },
      { to: 'author', take: 'line', after: `^(?:${series}|(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?),? (?:NO\\.?|No\\.?|Nr\\.?|#|Number) ?[\\d/-]{1,12}`, skip: `^${date}$`, nth: 1 },
      { to: 'issued', take: 'match', pattern: `^(?<value>${date})$` }, { to: 'publisher', take: 'match', pattern: '^(?<value>(?:The )?[\\p{L} ,&-]{0,60}(?:Institute|University|Universität|Cent(?:re|er)|Bank|Bureau|School|Academy|Stiftung|Council)[\\p{L} ,&-]{0,60})$', sure: 0.7, skip: '^\\P{Ll}+$' }, { to: 'publisher', take: 'line', before: `^(?:${series}|(?:WORKING|DISCUSSION|RESEARCH|OCCASIONAL|POLICY RESEARCH) PAPERS?(?: SERIES)?),? (?:NO\\.?|No\\.?|Nr\\.?|#|Number) `, skip: '\\p{Ll}', pattern: 'INSTITUT|CENT(?:RE|ER)|BANK|SCHOOL|ACADEMY|UNIVERSIT|COUNCIL|FOUNDATION', sure: 0.7 },
      ...underLabels,
    ],
  },
  {
    id: 'un-document',
    fingerprints: [{ re: '^[ \\t]{0,40}United Nations[ \\t]{0,40}$', w: 3 }, { re: '^[ \\t]{0,40}Distr\\.: ?(?:General|Limited)', w: 5 }, { re: '^[ \\t]{0,40}(?:A|S|E|CCPR|CEDAW|CRC)/(?:[A-Z0-9.]{1,12}/){0,5}[\\w.-]{1,16}(?:\\*)?[ \\t]{0,40}$', w: 4 }, { re: '^[ \\t]{0,40}Original: (?:English|French|Spanish|Russian|Arabic|Chinese)', w: 3 }, { re: '^[ \\t]{0,40}(?:General Assembly|Security Council|Human Rights Council|Economic and Social Council)[ \\t]{0,40}$', w: 2 }],
    type: 'report', types: [{ re: '^Resolution \\d|^Resolution adopted by', type: 'legislation' }],
    noise: ['^(?:United Nations|Distr\\.:.{0,600}|Original: .{0,600}|Agenda items? .{0,600}|Item \\d.{0,600}|Provisional agenda.{0,600}|GE\\.\\d.{0,600}|\\d{2}-\\d{5}.{0,600}|Please recycle.{0,600}|\\p{L}{1,60}(?:-\\p{L}{1,60})? session.{0,600})$'],
    fields: [
      { to: 'number', take: 'match', pattern: '^(?<value>(?:A|S|E|CCPR|CEDAW|CRC)/(?:[A-Z0-9.]{1,12}/){0,5}[\\w.-]{1,16})\\*?$' }, { to: 'issued', take: 'match', pattern: `^(?<value>${date})$` },
      { to: 'title', take: 'match', pattern: '^(?<value>(?:Report|Note|Letter|Progress report|Comprehensive|Resolution adopted|Identical letters|Annual report|Summary) .{10,400})$' },
      { to: 'title', take: 'line', after: '^(?:General Assembly|Security Council|Human Rights Council|Economic and Social Council)$', pattern: '^\\p{Lu}\\P{Lu}.{12,400}$', skip: '^(?:A|S|E)/|^Distr', sure: 0.7 },
      { to: 'author', take: 'match', pattern: '^(?<value>General Assembly|Security Council|Human Rights Council|Economic and Social Council)$', as: 'bodies' }, { to: 'abstract', take: 'block', label: 'Summary', sure: 0.85 },
    ],
  },
];
