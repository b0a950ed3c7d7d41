/** Where on a page the value of a field stands: a rule of a profile applied to its lines. */
import { isCapitals } from '../../capitals';
import type { PageLine } from './pageText';
import type { PatternMatch } from './linearPattern';
import { looksLikeNames } from './names';
import { fits, patternOf, regexOf } from './patterns';
import type { FieldRule } from './profile';

/** The lines of a value as a rule found them: their words, the line numbers they stand on, and the field each says something of. */
export type Passage = { readonly to: string; readonly lines: readonly string[]; readonly from: number; readonly upTo: number };

/** Boxes beside an abstract, which some sites head in capitals. */
const boxes = String.raw`^(?:Key (?:[Ff]indings|[Pp]oints|[Tt]akeaways|[Mm]essages|[Ii]nsights|[Rr]ecommendations|[Ff]acts)|(?:Policy )?[Rr]ecommendations|(?:At a glance|In brief|In this (?:report|paper|brief|article))|(?:Wichtigste|Zentrale) (?:Ergebnisse|Erkenntnisse|Befunde)|Kernaussagen|Handlungsempfehlungen|Principa(?:ux|les) (?:résultats|conclusions|constats)|Points clés|Recommandations|Principales (?:hallazgos|conclusiones)|Puntos clave|Recomendaciones|Kluczowe wnioski|Rekomendacje|(?:Основные|Ключевые) выводы|Рекомендации):?$`;

/** Where headings of a page end what stands before them. */
export const stops = [
  String.raw`^(?:Key ?words?(?: and phrases)?|Keyword\(s\)|Author keywords|Subjects?|Topics?|Tags|JEL(?: [Cc]lassification| [Cc]odes?)?|Index terms|KEY ?WORDS?|Disciplines)(?:[:.]|$| [A-Z]\d\d)`,
  String.raw`^(?:References|Bibliography|Notes|Footnotes|Introduction|1\.? Introduction|INTRODUCTION|Works cited|Full [Tt]ext|Type|Information|Copyright|Issue Section|Highlights|Citation|Figures|Acknowledge?ments?|Author information|About (?:this (?:article|chapter|entry|book|paper)|the [Aa]uthors?)|Article [Hh]istory|ARTICLE HISTORY|Figures & data|Data availability.*|Supplementary [Mm]aterials?|Supplementary data|Notes on contributors?|Additional [Ii]nformation|Disclosure statement|Funding|Rights and permissions|Metrics|Get full access to this article|This is a preview of subscription content.*|Volume ?\d{1,4}, ?Issue ?\d{1,3}|Chapters in this book|Access this article|Access options|Buy (?:article|chapter) PDF.*|Download references|View all access and purchase options.*|You are not currently authenticated.*|Kaynakça|Kaynaklar|Ayrıntılar|Etik [Bb]eyanı?|Teşekkür|Destekleyen [Kk]urum|Proje [Nn]umarası|Supporting [Ii]nstitution|Project [Nn]umber|Ethical [Ss]tatement|Thanks|Agradecimientos|Agradecimentos|Remerciements|Danksagung|Благодарности|Подяки?|Финансирование|Podziękowania|Ringraziamenti|Références|Literatur(?:verzeichnis)?|Referencias|Bibliografía|Referências|Avoid common mistakes on your manuscript\.?|Subject|Publication Details|Journal [Ii]nformation|Publisher [Ii]nformation|ABOUT THE AUTHORS?|Article PDF|Cite this (?:article|chapter)|How to [Cc]ite.*|To cite this article.*|Suggested [Cc]itation.*|Recommended [Cc]itation.*|Citation Styles|Downloads?|Submission history|Access Paper:?|Author\(s\):?|Authors?|Presenters?|Session|Panel|Chair|Discussants?|View on .*|Semantic Reader|Figures and Tables|(?:\d+ )?Citations|Related Papers|\d+ References|Presentation materials|Speakers?|Primary authors?|Co-authors?|Document Type|Degree Name|Date of Award|Item Type:.*|Collections?|URI|License|Publication Date|DOI|Comments:.*|Subjects:.*|Cite as:.*|PDF|Read full abstract)$`,
  String.raw`^(?:(?:CONFLICTS? OF INTERESTS?|Conflicts? of [Ii]nterests?|DATA AVAILABILITY|Data [Aa]vailability|DISCLOSURE|Disclosure|ETHICS|Ethics|FUNDING|Funding)(?: (?:STATEMENT|[Ss]tatement|INFORMATION|[Ii]nformation))?|Declaration of (?:conflicting|competing) interests?|S(?:upporting|UPPORTING) I(?:nformation|NFORMATION)|Supplement(?:ary|al) [Mm]aterials?|O(?:pen|PEN) R(?:esearch|ESEARCH)(?: Badges)?)$`,
  boxes, boxes.toUpperCase(),
  String.raw`^(?:Date|URL|JEL|Keywords|By):?$|^\d{1,2}\.? (?:INTRODUCTION|Introduction)$`,
  String.raw`^(?:©|\(c\) |Copyright |https?://(?:dx\.)?doi\.org/10\.|DOI:? ?10\.|doi:10\.|Date: |URL: |Handle: |Published(?: online)?: |First published|Received:? \d|Accepted:? \d|This article belongs to|\(This article belongs to|► ?Show Figures|Download(?:s| ?:)|Citation: |Cite as|How to cite|Item Type:|Depositing User|Creative Commons|Author\(s\): |Comments: |Cited by \d|Volume \d+,? Issue|Series: |Issue Section: |Related DOI|View (?:the )?full|Additional contact|\*? ?Author to whom|Keywords? ?:|Date Written|JEL|Recommended Citation|ISSN)`,
];

/** A field's passages on a page, the likeliest first. */
export function passagesOf(rule: FieldRule, lines: readonly PageLine[]): readonly Passage[] {
  const { when } = rule;
  if (when !== undefined && !lines.some((line) => fits(when, line.text))) return [];
  const window = windowOf(rule, lines);
  if (window === undefined) return [];
  return takers[rule.take](rule, lines, window);
}

type Window = { readonly from: number; readonly to: number };

function windowOf({ take, after, before, until }: FieldRule, lines: readonly PageLine[]): Window | undefined {
  const from = after === undefined ? 0 : lines.findIndex((line) => fits(after, line.text)) + 1;
  if (after !== undefined && from === 0) return undefined;
  const end = before ?? (take === 'block' || take === 'label' ? undefined : until);
  const to = end === undefined ? -1 : lines.findIndex((line, index) => index >= from && fits(end, line.text));
  if (before !== undefined && to < 0) return undefined;
  return { from, to: to < 0 ? lines.length : to };
}

type Taker = (rule: FieldRule, lines: readonly PageLine[], window: Window) => readonly Passage[];

const takers: { readonly [T in FieldRule['take']]: Taker } = {
  line: (rule, lines, window) => {
    const speaking = speakingIn(rule, lines, window);
    const fitting = rule.pattern === undefined ? rule.to === 'title' ? speaking.filter((index) => !/https?:\/\//u.test(lines[index]?.text ?? '')) : speaking : speaking.filter((index) => fits(rule.pattern ?? '', lines[index]?.text ?? ''));
    const nth = rule.nth ?? 0;
    const at = rule.before === undefined ? fitting[nth] : fitting[fitting.length - 1 - nth];
    if (at === undefined || rule.near === true && window.to - at > nth + 1) return [];
    const [from, upTo] = rule.to === 'title' ? wrapped(lines, at, window) : [at, at + 1];
    const printed = lines.slice(from, upTo).map((line, index) => (index === 0 ? lineBy(rule, line.text) : line.text));
    const more = rule.to === 'title' ? citedFurther(lines, printed.join(' '), upTo, window.to) : [];
    return [{ to: rule.to, lines: [...printed, ...more], from, upTo: upTo + more.length }];
  },
  lines: (rule, lines, window) => {
    const speaking = speakingIn(rule, lines, window).slice(rule.nth ?? 0, 60);
    const [first] = speaking;
    return first === undefined ? [] : [{ to: rule.to, lines: speaking.map((index) => lineBy(rule, lines[index]?.text ?? '')), from: first, upTo: (speaking.at(-1) ?? first) + 1 }];
  },
  block: (rule, lines, window) => {
    if (rule.label !== undefined) return sentencesFirst(labelsIn(rule, lines, window).map((at) => blockAt(rule, lines, at, window.to)));
    const first = speakingIn(rule, lines, window)[rule.afterLines ?? 0];
    return first === undefined ? [] : [blockAt(rule, lines, first - 1, window.to)];
  },
  label: (rule, lines, window) => labelsIn(rule, lines, window).flatMap((at) => valueAt(rule, lines, at, window.to)),
  match: (rule, lines, window) => {
    const { pattern = '(?!)' } = rule;
    for (let at = window.from; at < window.to; at++) {
      const match = patternOf(pattern).exec(lines[at]?.text.slice(0, 2000) ?? '');
      if (match !== null) return groupsOf(rule, match, at);
    }
    return [];
  },
  joined: (rule, lines, window) => {
    const speaking = speakingIn(rule, lines, window).slice(0, 60);
    const text = speaking.map((index) => lines[index]?.text ?? '').join('\n').replace(/(?<=\p{Ll})-\n(?=\p{Ll})|(?<=\d[-–])\n(?=\d)/gu, '').replace(/\n/gu, ' ');
    const match = patternOf(rule.pattern ?? '(?!)').exec(text.slice(0, 4000));
    return match === null ? [] : groupsOf(rule, match, speaking[0] ?? 0).map((passage) => ({ ...passage, upTo: (speaking.at(-1) ?? 0) + 1 }));
  },
  repeated: (rule, lines, window) => {
    const seen = new Map<string, number>();
    for (const at of speakingIn(rule, lines, window)) {
      const text = lines[at]?.text ?? '';
      const before = seen.get(text.toLowerCase());
      if (before !== undefined) return [{ to: rule.to, lines: [text], from: before, upTo: before + 1 }];
      if (text.split(' ').length >= 3 && text.length >= 15) seen.set(text.toLowerCase(), at);
    }
    return [];
  },
};

/** Blocks of headings alone, such as the contents of an article, behind those in which somebody speaks. */
function sentencesFirst(blocks: readonly Passage[]): readonly Passage[] {
  const speaks = ({ lines }: Passage): boolean => lines.some((line) => line.length > 100 || /[.!?…。»”")]$/u.test(line));
  return [...blocks.filter(speaks), ...blocks.filter((block) => !speaks(block))];
}

/** No title ends so: with a colon, or a word that begins something. */
const openEnd = /\p{L}:$| (?:beyond|between|among|after|before|under|against|without|within|through|across|towards?|during|versus|about|into|by|as|or|their|its|entre|sobre|contra|desde|hacia|sous|dans|avec|sans|zwischen|gegen|über|nach|durch|между|против|после|через)$/iu;

/** A title that goes on in the next line: that begins in small letters, or this one ends with a word that begins something. */
function wrapped(lines: readonly PageLine[], at: number, { from, to }: Window): readonly [number, number] {
  const goesOn = (above: PageLine | undefined, below: PageLine | undefined): boolean =>
    above !== undefined && below !== undefined && !above.quiet && !below.quiet && above.text.length > 12 && above.text.length < 160 && below.text.length < 160 && (openEnd.test(above.text) || above.text.length > 24 && (/^\p{Ll}+[ ,]/u.test(below.text) || / (?:a|an|the|of|in|on|and|for|to|with|from|as|by|at|or|into|between|under|after|through|without|against|der|die|das|den|dem|des|und|für|mit|von|im|zum|zur|über|de|la|le|les|du|et|sur|par|pour|dans|con|por|para|entre|y|e|в|и|на|для|от|из|по|об?)$/u.test(above.text))) && !/^(?:by|par|von|and|pp?) /u.test(below.text);
  const first = at > from && goesOn(lines[at - 1], lines[at]) ? at - 1 : at;
  let upTo = at + 1;
  while (upTo < Math.min(to, at + 4) && goesOn(lines[upTo - 1], lines[upTo])) upTo++;
  return [first, upTo];
}

const alike = (text: string): string => text.slice(0, 3000).replace(/[Iİı]/gu, 'i').toLowerCase().replace(/\u0307/gu, '').replace(/\s+/gu, ' ');

/** The lines below a title, in CAPITALS as it is or below a long line, that follow it without a sign where the page names it once more, as its citation does. */
function citedFurther(lines: readonly PageLine[], title: string, from: number, to: number): readonly string[] {
  const more: string[] = [];
  let whole = alike(title);
  for (let at = from; at < Math.min(to, from + 3); at++) {
    const next = lines[at];
    if (next === undefined || next.quiet || next.text.length < 3 || whole.length > 400 || !(isCapitals(title) ? isCapitals(next.text) : whole.length > 45 && !looksLikeNames(next.text))) break;
    const longer = `${whole} ${alike(next.text)}`;
    if (!lines.some((line, other) => other > at && line.text.length >= longer.length && alike(line.text).includes(longer))) break;
    more.push(next.text);
    whole = longer;
  }
  return more;
}

/** With a pattern that has a group `value`, only that part of the line. */
const lineBy = ({ pattern }: FieldRule, line: string): string =>
  pattern?.includes('?<value>') === true ? patternOf(pattern).exec(line.slice(0, 12_000))?.groups?.['value'] ?? line : line;

function speakingIn({ skip }: FieldRule, lines: readonly PageLine[], { from, to }: Window): readonly number[] {
  const speaking: number[] = [];
  for (let at = from; at < to && speaking.length < 2000; at++) {
    const line = lines[at];
    if (line !== undefined && !line.quiet && !(skip !== undefined && fits(skip, line.text))) speaking.push(at);
  }
  return speaking;
}

const fieldOfGroup: { readonly [group: string]: string } = {
  container: 'container-title', date: 'issued', year: 'issued', year2: 'issued', authors: 'author', doi: 'DOI', url: 'URL', number: 'number', series: 'collection-title', place: 'publisher-place', event: 'event-title', eventPlace: 'event-place', keywords: 'keyword',
  panelCode: 'custom.panel.code', panel: 'custom.panel.title', session: 'custom.session.title',
};

function groupsOf(rule: FieldRule, match: PatternMatch, at: number): readonly Passage[] {
  const place = { from: at, upTo: at + 1 };
  const { value, ...groups } = match.groups ?? {};
  const others = Object.entries(groups).flatMap(([group, text]) => (text === undefined ? [] : [{ to: fieldOfGroup[group] ?? group, lines: [text.trim()], ...place }]));
  if (rule.to === '*') return others;
  return [{ to: rule.to, lines: [(value ?? match[0]).trim()], ...place }, ...others];
}

/** The pattern of a label at the beginning of a line, and of one that a value is glued to; the first is read without regard to case. */
export const labelPattern = (label: string): string => `^(?:${label})(?: ?[:：.\\t]|$)\\s{0,3}`;
export const gluedLabel = (label: string): string => `^(?:${label})(?=\\p{Lu}\\p{Ll})`;

function labelsIn({ label = '(?!)' }: FieldRule, lines: readonly PageLine[], { from, to }: Window): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to && found.length < 20; at++) {
    const text = lines[at]?.text ?? '';
    if (fits(labelPattern(label), text, 'iu') || fits(gluedLabel(label), text)) found.push(at);
  }
  return found;
}

const behindLabel = (label: string, line: string): string =>
  line.replace(regexOf(labelPattern(label), 'iu'), '').replace(regexOf(gluedLabel(label)), '');

function blockAt({ to: field, label = '', until }: FieldRule, lines: readonly PageLine[], at: number, to: number): Passage {
  const rest = label === '' ? '' : behindLabel(label, lines[at]?.text ?? '');
  const taken = rest === '' ? [] : [rest];
  const isEnd = (text: string): boolean => stops.some((stop) => fits(stop, text)) || (until !== undefined && fits(until, text));
  let end = at + 1;
  for (; end < to; end++) {
    const line = lines[end];
    if (line === undefined || (line.text !== '' && isEnd(line.text))) break;
    if (line.text !== '' && line.quiet) {
      if (taken.some((text) => text !== '')) break;
      continue;
    }
    taken.push(line.text);
  }
  return { to: field, lines: taken, from: Math.max(at, 0), upTo: end };
}

const abstractHead = /^(?:Abstract|ABSTRACT|Summary|Анотація|Аннотация|Resumen|Résumé|Zusammenfassung|摘要)[:.]?$/u;
/** Whoever else has to do with a paper, below its authors. */
const otherOffice = '^(?:Co-?)?(?:Discussants?|Chairs?|Moderators?|Organi[sz]ers?|Session|Panel|Track|Division|Sponsors?|Comentaristas?|Moderador(?:a|es)?|Diskutant\\p{L}{0,6}|Discutants?|Дискуссант\\p{L}{0,3}|Модератор\\p{L}{0,3}) ?:';
/** What follows keywords and is none. */
const otherPart = '^(?:Abstract|ABSTRACT|Summary|Résumé|Resumen|Zusammenfassung|This is a preview of .*|.{0,200}[.!?])$';

function valueAt(rule: FieldRule, lines: readonly PageLine[], at: number, to: number): readonly Passage[] {
  const rest = behindLabel(rule.label ?? '', lines[at]?.text ?? '');
  if (rest !== '') return [{ to: rule.to, lines: [rest], from: at, upTo: at + 1 }];
  const many = rule.until !== undefined || rule.as?.startsWith('names') === true || rule.to === 'keyword' || rule.to === 'author';
  const found: string[] = [];
  let end = at + 1;
  for (; end < Math.min(to, at + 60); end++) {
    const text = lines[end]?.text ?? '';
    if (text === '' && found.length === 0) continue;
    if ((text === '' && !many) || abstractHead.test(text) || (rule.until !== undefined && fits(rule.until, text)) || (rule.to === 'keyword' && fits(otherPart, text)) || (rule.to === 'author' && fits(otherOffice, text)) || stops.some((stop) => fits(stop, text)) || (lines[end]?.quiet === true && text !== '')) break;
    if (text !== '') found.push(text);
    if (!many) { end++; break; }
  }
  return found.length === 0 ? [] : [{ to: rule.to, lines: found, from: at, upTo: end }];
}
