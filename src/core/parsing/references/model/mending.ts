/** What the labels of a reference must be wrong about, put right. */
import { isHouse } from '../../houses';
import { cleaned } from './cleaning';
import type { Labelled } from './labelling';
import type { Segment } from './segments';

/** Articles of one letter, which look like the initial of a given name. */
const article = /^[OAEIYÓÀ]$/u;

const givenLabels: { readonly [label: string]: Labelled['label'] } = { 'aF+': 'aG+', 'aF': 'aG', 'eF+': 'eG+', 'eF': 'eG' };

/**
 * `Eduardo Sousa Pimentel, O Voto e a Vila`: a letter without a full stop behind a whole name is no initial but the
 * article with which the title begins, and the name before it stands given names first.
 */
export function withArticles(tokens: readonly Labelled[]): readonly Labelled[] {
  const at = tokens.findIndex(({ label, text }, index) => index > 2 && label[1] === 'G' && article.test(text) && tokens[index - 1]?.text === ',' && tokens[index + 1]?.label === 'title');
  if (at < 0) return tokens;
  const first = tokens.slice(0, at).findLastIndex(({ label }) => label.endsWith('+'));
  const person = tokens.slice(first < 0 ? 0 : first, Math.max(at - 1, 0));
  const ordered = /^(?:G+F+)$/u.test(person.map(({ label }) => label[1]).join(''));
  if (!ordered && (person.length < 3 || !person.every(({ label }) => /^[ae]F/u.test(label)))) return tokens;
  const from = first < 0 ? 0 : first;
  const given = ordered ? 0 : person.length > 3 ? 2 : 1;
  return tokens.map((token, index) => {
    if (index === at) return { ...token, label: 'title' };
    return index >= from && index < from + given ? { ...token, label: givenLabels[token.label] ?? token.label } : token;
  });
}

/** `Moon, Chung-in.`: a small word right behind the hyphen of a name is part of that name, whatever it is elsewhere. */
export function withHyphenatedNames(tokens: readonly Labelled[]): readonly Labelled[] {
  const isTail = ({ text, spaced, label }: Labelled, at: number): boolean =>
    !spaced && /^\p{Ll}{2,}$/u.test(text) && !/^[ae][FG]/u.test(label) && tokens[at - 1]?.text === '-' && tokens[at - 1]?.spaced === false && /^[ae][FG]/u.test(tokens[at - 2]?.label ?? '');
  if (!tokens.some(isTail)) return tokens;
  return tokens.map((token, at) => (isTail(token, at) ? { ...token, label: ofName(tokens[at - 2]) } : isTail(tokens[at + 1] ?? token, at + 1) ? { ...token, label: ofName(tokens[at - 1]) } : token));
}

/** The label of a further word of the same part of a name. */
const ofName = (token: Labelled | undefined): Labelled['label'] => (token?.label.replace('+', '') ?? 'aG') as Labelled['label'];

/** Behind a name, the word that says what its bearer did: `(Hg.)`, `, eds.,`. */
const roleBehind = /^ ?,? ?\(?(?:eds?|edts?|Eds?|Hrsg|Hgg?|HG|éds?|coords?|comps?|orgs?|dirs?|ред|сост|упор|отв|науч|гл|a cura|curr?|hrsg|red|Red|szerk|oprac|der|haz)(?!\p{L})/u;

/** Words before a name that say what its bearer did. */
const saysRole = /^(?:by|редак\p{L}*|ред|сост\p{L}*|edit\p{L}*|hrsg|heraus\p{L}*|hg|éd\p{L}*|coord\p{L}*|org\p{L}*|cura|red\p{L}*)$/iu;

/** `Von der`, `De la`: words with which a sentence begins, and nobody is called so. */
const noName = /^(?:Vom|Von|Zu[mr]?|De[rsnl]?|Di[er]|Da[sl]|La|Le[ns]?|El|Los|the|der|de[ns]?|die|das|la|le|el)$/iu;

/** The labels of the names of editors. */
const editors: ReadonlySet<string> = new Set(['eF', 'eF+', 'eG', 'eG+', 'eL', 'eL+']);

/**
 * `Zur Erinnerung in B.K. Thorwalds Prosa`: a name right behind a word of the title, with no sign between and no word behind it that says what its bearer did, is part of the title;
 * so are small words that were taken for a name.
 */
export function withNamesInTitle(text: string, tokens: readonly Labelled[]): readonly Labelled[] {
  const from = tokens.findIndex(({ label, spaced, text: word }, at) => spaced && editors.has(label) && ((/^(?:title|coll)$/u.test(tokens[at - 1]?.label ?? '') && /^\p{Ll}/u.test(tokens[at - 1]?.text ?? '') && !saysRole.test(tokens[at - 1]?.text ?? '')) || (noName.test(word) && tokens[at - 1]?.label === 'o:title')));
  if (from < 0) return tokens;
  const begun = tokens.findLastIndex(({ label }, at) => at < from && label !== 'coll') + 1;
  const behind = tokens.findIndex(({ label }, at) => at > from && !/^e[FGL]/u.test(label));
  const to = behind < 0 ? tokens.length : behind;
  const rest = text.slice(tokens[to - 1]?.end ?? 0);
  const ofTitle = tokens[from - 1]?.label === 'o:title' ? tokens.slice(from, to).every(({ text: word }) => noName.test(word)) : !roleBehind.test(rest) || /^ ?,? ?(?:eds?|Hg|hg)\.? (?:v\.? )?\p{Lu}/u.test(rest);
  const end = tokens.findIndex(({ text: word }, at) => at >= to && !/^\p{L}/u.test(word));
  return ofTitle ? tokens.map((token, at) => (at >= begun && at < (end < 0 ? to : end) ? { ...token, label: 'title' } : token)) : tokens;
}

/** Values by CSL variable. */
export type Values = { [field: string]: string };
/** How sure they are, between 0 and 1. */
export type Shares = { [field: string]: number };

/** A year that was taken for the end of a name (`J Theor Biol 1998`), or that stands by itself among the signs. */
export function findYear(tokens: readonly Labelled[], values: Values, sure: Shares): void {
  for (const field of ['container-title', 'publisher', 'publisher-place']) {
    const match = /^(.{3,}?)[,.]? \(?((?:1[5-9]|20)\d\d)\)?$/u.exec(values[field] ?? '');
    if (match === null) continue;
    [values[field], values['issued'], sure['issued']] = [match[1] ?? '', match[2] ?? '', 0.6];
    return;
  }
  const alone = tokens.filter(({ label, text: word }) => label.startsWith('o:') && /^(?:1[5-9]|20)\d\d$/u.test(word));
  if (alone.length === 1 && alone[0] !== undefined) [values['issued'], sure['issued']] = [alone[0].text, 0.6];
}

/** `… of the north, 1492–1900, 2nd edn`: years of a subject in the middle of a reference are no pages. */
export function withoutYearsAsPages(text: string, values: Values): void {
  const { page = '' } = values;
  if (values['volume'] === undefined && values['issue'] === undefined && /^1\d{3} ?[-–] ?(?:1\d|20)\d\d$/u.test(page) && /\p{L}, $/u.test(text.slice(0, text.indexOf(page))) && /^, .{12}/u.test(text.slice(text.indexOf(page) + page.length))) delete values['page'];
}

/** `31-52` in a work that stands in another are its pages, and no number. */
export function mendPages(values: Values, sure: Shares): void {
  const [, first = '', last = ''] = /^(\d{1,4}) ?[–-] ?(\d{1,4})$/u.exec(values['number'] ?? '') ?? [];
  if (values['container-title'] === undefined || values['page'] !== undefined || Number(last) <= Number(first)) return;
  [values['page'], sure['page']] = [values['number'] ?? '', sure['number'] ?? 0];
  delete values['number'];
}

/** What a whole book is said to stand in, and is known as a house, is its publisher. */
export function mendHouse(values: Values, sure: Shares): void {
  const host = values['container-title'];
  if (host === undefined || values['title'] === undefined || !isHouse(host) || ['publisher', 'volume', 'issue', 'page', 'event-title'].some((field) => values[field] !== undefined)) return;
  [values['publisher'], sure['publisher']] = [host, Math.max(0.8, sure['container-title'] ?? 0)];
  delete values['container-title'];
}

/** A work has a title: what stands alone in its place is one, and so is what a full stop divides from it in a book. */
export function mendTitle(text: string, segments: readonly Segment[], values: Values, sure: Shares): void {
  const [title, container] = [values['title'], values['container-title']];
  if (container === undefined) return;
  if (title === undefined) {
    [values['title'], sure['title']] = [container, Math.min(0.6, sure['container-title'] ?? 0.6)];
    delete values['container-title'];
    return;
  }
  const [first, second] = [segments.find(({ field }) => field === 'title'), segments.find(({ field }) => field === 'cont')];
  const isBook = ['publisher', 'publisher-place'].some((field) => values[field] !== undefined) && ['volume', 'issue', 'page', 'genre', 'event-title'].every((field) => values[field] === undefined);
  if (!isBook || first === undefined || second === undefined || !/^[.:?!] $/u.test(text.slice(first.end, second.start)) || segments.some(({ field }) => field === 'url' || field === 'doi')) return;
  [values['title'], sure['title']] = [cleaned('title', text.slice(first.start, second.end)), Math.min(0.6, first.sure)];
  delete values['container-title'];
}

/** `Ljubljana: Založba Barje.` at the end of a reference, whatever number or address is behind it. */
const imprint = /[.)”"!?] (?<place>\p{Lu}[\p{L} ’'/-]{1,40}): (?<publisher>\p{Lu}[^:.;()“”"]{1,80})\.?(?: (?:ISBN|https?:|doi|DOI|10\.)[^“”]{0,200})?$/u;
/** `Évora: Casa Nova, 2017. p. 59-84.`: the same before year and pages. */
const dated = /[.)”"!?] (?<place>\p{Lu}[\p{L} ’'/-]{1,40}): (?<publisher>\p{Lu}[^:.;()“”"\d]{1,80}), (?<year>(?:1[5-9]|20)\d\d)[.,](?: (?:pp?|[SС]|págs?)\. ?\d{1,5}[–-]\d{1,5})?\.?$/u;

/** A place whose publisher was not told, and a publisher without the place before it. */
export function mendImprint(text: string, values: Values, sure: Shares): void {
  const [place, publisher] = [values['publisher-place'], values['publisher']];
  if (place !== undefined && publisher !== undefined) return;
  const behind = dated.exec(text.slice(-200))?.groups;
  if (behind !== undefined && behind['year'] === values['issued'] && values['volume'] === undefined && values['issue'] === undefined && (place ?? behind['place']) === behind['place'] && (publisher === undefined || publisher === behind['publisher'] || publisher === `${behind['place']}: ${behind['publisher']}`) && !(values['container-title'] ?? '').endsWith(behind['publisher'] ?? '')) {
    for (const [field, value] of [['publisher-place', behind['place']], ['publisher', behind['publisher']]] as const) [values[field], sure[field]] = [value ?? '', Math.max(0.8, sure[field] ?? 0)];
    return;
  }
  if (place === publisher) return;
  const { place: printed = '', publisher: house = '' } = imprint.exec(text.slice(-400))?.groups ?? {};
  if (printed === '' || (place ?? printed) !== printed || (publisher ?? house.trim()) !== house.trim()) return;
  [values['publisher-place'], values['publisher']] = [printed, house.trim()];
  for (const field of ['publisher-place', 'publisher']) sure[field] = Math.max(0.6, sure[field] ?? 0);
}

/** `…,” in Paper Parliaments, ed. Judith Vance (Dublin: Quay Street Press, 2020), 133–57`: a chapter as footnotes cite it. */
const inEdited = /[”"’»],? in (?<container>\p{Lu}[^“”"()]{2,200}?), (?:eds?\.|edited by) (?<editor>\p{Lu}[^():“”"]{3,150}?) \((?:(?<place>\p{Lu}[^:()]{1,60}): )?(?<publisher>[^():]{2,80}?), (?<year>(?:1[5-9]|20)\d\d)\)(?:, (?:pp?\. ?)?(?<page>\d{1,4}[-–]\d{1,4}))?/u;

/** A chapter whose book, editors and publisher stand in the form of a footnote; gives the editors as printed. */
export function mendHost(text: string, values: Values, sure: Shares): string | undefined {
  const { editor, page, container, place, publisher, year } = inEdited.exec(text)?.groups ?? {};
  if (container === undefined || publisher === undefined || year === undefined) return undefined;
  for (const [field, value] of Object.entries({ 'container-title': container, 'publisher-place': place, publisher, 'issued': year, page })) {
    if (value !== undefined) [values[field], sure[field]] = [value, Math.max(0.8, sure[field] ?? 0)];
  }
  return editor?.replace(/,? and /gu, ', ');
}

const numberWords: readonly (readonly [field: string, before: RegExp])[] = [
  ['vol', /(?<!\d\.?\s{0,2})(?:^|[\s(,;.])(?:Vol|Bd|Band|Jg|Cilt|Tom|Т)\.?\s{0,2}$/iu],
  ['iss', /(?:^|[\s(,;.])(?:H|Heft|Hefte|Nos?|Nr|N[°º]|№|Sayı|Issue)\.?\s{0,2}$/iu],
  ['page', /(?:^|[\s(,;:])(?:pp?|S|С|Б|Seiten)\.\s{0,2}$/u],
];

/** How sure a number is at least of which a word says what it is. */
const toldSure = 0.6;

/** Numbers of a journal as the word before them says (`H. 8–9`, `n° 34`), and the number before a year (`45/2011`). */
export function toldByWords(text: string, segments: readonly Segment[]): readonly Segment[] {
  if (!segments.some(({ field }) => field === 'cont')) return segments;
  return segments.map((segment) => {
    if (!/^(?:vol|iss|page)$/.test(segment.field)) return segment;
    const before = text.slice(Math.max(0, segment.start - 12), segment.start);
    const told = numberWords.find(([, word]) => word.test(before))?.[0];
    const field = told ?? (segment.field === 'vol' && /^\/(?:1[89]|20)\d\d(?!\d)/.test(text.slice(segment.end, segment.end + 6)) ? 'iss' : segment.field);
    return { ...segment, field, sure: told === undefined || told === 'iss' ? segment.sure : Math.max(segment.sure, toldSure) };
  });
}
