/** What a reference says in forms of their own, in any style: identifiers, addresses, dates, volume, issue, pages, edition. */
import { readDate } from '../dates';
import { cleanDoi, cleanUrl } from '../identifiers';
import { anyMark, mark, type Draft } from './draft';

const dayOfAccess = /[([]?(?:дата обращения|последнее обращение|(?:last )?accessed(?: on)?|retrieved(?: on)?|Zugriff(?: am)?|abgerufen am|letzter Zugriff(?: am)?|zuletzt (?:geprüft|abgerufen)(?: am)?|geprüft am|consulté le|consultado(?: el)?|Erişim(?: tarihi)?|Stand)[:.]? ?[^()[\]\n]{0,25}?\d{4}(?:[-.]\d\d[-.]\d\d)?(?:,? from:?)?[)\]]?/iu;
const doi = /(?:doi:? ?)?(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:? ?)?10\.\d{4,9}\/[^\s"<>«»“”，；]{2,200}/iu;
const address = /(?:(?:URL|Available (?:at|from|online)|Режим доступа|Verfügbar unter|Online unter|Online|Disponible en|En ligne|Erişim adresi|from|adresi?|<)[:：]? ?<?)?(?:https?:\/\/|www\.)[^\s<>“”«»]{3,300}>?/iu;
const asides: readonly RegExp[] = [
  /\[(?:Электронный ресурс|Internet|online|Online|text|Текст|на англ\. яз\.|in Russian|In Russian|Conference (?:presentation|paper)|en ligne|En ligne|Blog post|Web log post|PDF)\]/u,
  /[.:–—-]{0,1} ?Текст ?: ?(?:непосредственный|электронный)/u,
  /\(?(?<ISBN>ISBN(?:-1[03])?[:\s]{0,2}[\d-]{9,17}[\dXx])\)?/u,
  /\(?ISSN[:\s]{0,2}\d{4}-\d{3}[\dXxХ]\)?/u,
  /(?:PMID|PMCID|EDN|OCLC):? ?[A-Z]{0,6}\d{0,12}(?=[\s.,;)]|$)/u,
  /\(in Russian\)|\(In Russ\.?\)|\[?in Russian\]?|\(in Chinese\)/iu,
];
const arxiv = /arXiv:? ?(?:preprint )?(?:arXiv:)?(\d{4}\.\d{4,5})(?:v\d)?(?: ?\[[\w.-]{2,12}\])?/iu;

/** Take out identifiers, addresses and the day of access. */
export function peelIdentifiers(draft: Draft): void {
  const accessed = draft.take(dayOfAccess, mark.other)?.[0];
  if (accessed !== undefined) draft.set('accessed', accessed);
  peelDoi(draft);
  for (let at = 0; at < 3; at++) peelAddress(draft);
  const preprint = draft.take(arxiv, mark.other);
  if (preprint?.[1] !== undefined) draft.set('arxiv', preprint[1]);
  for (const aside of asides) draft.take(aside, mark.other);
}

function peelDoi(draft: Draft): void {
  const match = doi.exec(draft.text);
  const start = match === null ? -1 : match[0].search(/10\.\d{4}/u);
  const found = match === null ? undefined : cleanDoi(match[0].slice(start));
  if (match === null || found === undefined) return;
  const length = start + found.length;
  draft.set('DOI', found);
  draft.cut(match.index, match.index + Math.min(length, match[0].length), mark.other);
  draft.text = draft.text.replace(/(?:https?:\/\/)?(?:dx\.)?doi\.org\/(?=\ue002)/iu, '');
}

function peelAddress(draft: Draft): void {
  const match = draft.take(address, mark.other);
  const bare = match?.[0].slice(match[0].search(/https?:|www\./iu)).replace(/[.,;)\]>]{1,4}$/u, '') ?? '';
  const url = cleanUrl(bare.startsWith('www.') ? `https://${bare}` : bare);
  if (url !== undefined) draft.set('URL', url);
}

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Januar|Februar|März|Mai|Juni|Juli|Okt|Dez|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|Янв|Фев|Мар|Апр|Май|Июн|Июл|Авг|Сен|Окт|Ноя|Дек|janv|févr|mars|avril|juin|juil|août|déc|enero|mayo|junio|julio|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık)\\p{Ll}{0,7}\\.?';
const day = '\\d{1,2}(?:st|nd|rd|th|\\.)?';
const before = `(?:(?:${day} )?${months}(?:[-–/ ]${months})?(?: ${day})?,? |\\d{1,2}\\.\\s?\\d{1,2}\\.)?`;
const behind = `(?:,? (?:${day} )?${months}(?:[-–/ ]${months})?(?: ${day})?|-\\d\\d-\\d\\d)?`;
const digits = '(?:1[5-9]|20)\\d\\d';
const year = `(?<!\\d)${digits}(?!\\d)`;
const bracketed = new RegExp(`[(（[](?:c\\.? ?|ca\\. )?(${before}${digits}[a-z]?${behind}(?:[/–-]\\d{4})?)(?:,? ?(?:orig\\.|\\[)[^()]{0,20})?(?: г\\.)?[)）\\]]`, 'gu');
const bare = new RegExp(`${before}${year}(?:[a-z](?!\\p{L}))?${behind}(?:年| ?г\\.)?`, 'gu');
const noYear = /\((?:n\.d\.|no date|forthcoming|in press|Forthcoming|o\. ?J\.|б\. ?г\.|in Vorbereitung|im Erscheinen|baskıda)(?:-[a-z])?\)/u;

type Dated = { readonly start: number; readonly end: number; readonly text: string; readonly weight: number };

/** Take out the year of publication: the date in the text that stands where styles put it. */
export function peelYear(draft: Draft): void {
  const { text } = draft;
  const quotes = quotedSpans(text);
  const framed = datesOf(text, bracketed, 4);
  const plain = datesOf(text, bare, 0).filter(({ start }) => !framed.some((frame) => start >= frame.start && start < frame.end));
  const dates = [...framed, ...plain]
    .filter(({ start }) => !quotes.some((quote) => start > quote.start && start < quote.end))
    .map((date) => ({ ...date, weight: date.weight + placeWeight(text, date) }));
  const best = dates.reduce<Dated | undefined>((top, date) => (top === undefined || date.weight > top.weight ? date : top), undefined);
  if (best === undefined || best.weight < 0) return void draft.take(noYear, mark.year);
  const same = dates.filter((date) => date.weight >= 0 && yearIn(date.text) === yearIn(best.text) && (date === best || date.start >= best.end || date.end <= best.start));
  draft.set('issued', same.reduce((longest, date) => (date.text.length > longest.length ? date.text : longest), best.text));
  for (const date of [...same].sort((a, b) => b.start - a.start).filter(({ start, end }, index, all) => index === 0 || end <= (all[index - 1]?.start ?? start))) draft.cut(date.start, date.end, mark.year);
}

const datesOf = (text: string, pattern: RegExp, weight: number): readonly Dated[] =>
  [...text.matchAll(pattern)].map((match) =>
    ({ start: match.index, end: match.index + match[0].length, text: (match[1] ?? match[0]).replace(/^\(|\)$/gu, ''), weight }));

const yearIn = (text: string): string => /\d{4}/u.exec(text)?.[0] ?? '';

function placeWeight(text: string, { start, end }: Dated): number {
  const left = text.slice(Math.max(0, start - 12), start);
  const right = text.slice(end, end + 8);
  if (/[-–—/]\s?$/u.test(left) && /\d\s?[-–—/]\s?$/u.test(left) || /^\s?[-–—]\s?\d/u.test(right) && !/^\s?[-–—] /u.test(right)) return -9;
  if (/(?:pp?\.|S\.|С\.|с\.|no\.|№|Nr\.|:) ?$/u.test(left) && /^[-–]/u.test(right)) return -9;
  const closed = /^\s?(?:[.,;:)。，：；]|$|[\ue000-\ue002])/u.test(right);
  const opened = /[.,;:(。，：；\ue000-\ue002]\s?$/u.test(left);
  const lead = /(?:^|[\s(])(?:in|from|since|of|after|until|до|в|с|after|the|seit|von|im|und|and|zwischen|between)\s$/u.test(left);
  const late = start > text.length * 0.55 ? 1 : 0;
  return (opened ? 2 : 0) + (closed ? 1.5 : -1) + late + (lead ? -4 : 0) + (/^\s?[;:]?\s?(?:Т\.|№|С\.|\d{1,3}\s?[(:])/u.test(right) ? 1 : 0);
}

/** Stretches in quotation marks that are long enough to be titles. */
export function quotedSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/“[^“”]{8,300}”|„[^„“”]{8,300}[“”]|«[^«»]{8,300}»|"[^"]{8,300}"|‘[^‘]{8,300}?’(?!\p{L})/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const number = '(?:\\d{1,4}|[IVXLC]{1,7})(?:[-–/]\\d{1,4})?';
const onePage = '(?:[A-Za-z]{0,2}\\d{1,7}|[ivxlc]{1,7})';
const range = `${onePage}\\s?[-–—−]{1,2}\\s?${onePage}(?:\\+\\d+)?`;
const pageLabel = '(?:pp?\\.|Pp?\\.|pages?|Pages?|págs?\\.|S\\.|s\\.|ss\\.|С\\.|Сс\\.|с\\.|Стр\\.|стр\\.|P\\.|Б\\.|б\\.|Seiten?)';
const volumeLabel = '(?:[Vv]ol(?:ume)?s?\\.?|Т\\.|т\\.|Том|Bd\\.|Band|Jg\\.|Jahrgang|[Cc]ilt|[Tt]ome?|[Tt]\\.|Tom|vol)';
const issueLabel = '(?:[Nn]os?\\.?|[Nn]rs?\\.?|№№?|N°|[Nn]º|n°|[Ii]ssues?|[Ii]ss\\.?|H\\.|Heft|[Вв]ып\\.|[Ss]ayı|[Nn]úm\\.|Ausg\\.|Number|number)';
const fore = `(?<=^|[\\s(,;:.${anyMark}])`;
const aft = `(?=$|[\\s),;:.。，${anyMark}\\]])`;
const labelled = (label: string, name: string, value: string): RegExp => new RegExp(`${fore}${label}\\s?(?<${name}>${value})${aft}`, 'u');

const pageCount = new RegExp(`${fore}(?:[ivxlc]{1,6}, )?(?<numberOfPages>\\d{2,4}) ?(?:с|c|pp?|S|s|стр|б|Seiten|页)\\.?(?=\\s?(?:$|[.,;)${anyMark}]|[–—] ))`, 'u');
const edition = new RegExp(`[(,.]? ?(?<edition>\\d{1,2})(?:st|nd|rd|th|\\.|-е|e|ª)?,? ?(?:(?:rev|erw|überarb|испр|перераб|vollst|aktual)\\p{L}{0,9}\\.?,? )?(?:u\\. |und )?(?:edn?\\.?|[Ee]dition|[Ee]d\\.|Aufl(?:age|\\.)?|изд\\.(?:, (?:испр|перераб|доп)\\.(?: и доп\\.)?)?|baskı|éd\\.)\\)?`, 'u');

/** Take out edition, volume, issue and pages. `from` is where the title may begin; nothing before it is looked at. */
export function peelLocators(draft: Draft, from: number): void {
  draft.take(edition, mark.other, from);
  draft.take(new RegExp(`${fore}(?<volume>\\d{1,3})(?:\\.|st|nd|rd|th) ?(?:Jg\\.|Jahrgang|évf\\.|cilt|volume)`, 'u'), mark.locator, from);
  if (!draft.values.has('volume')) for (const pattern of wholes) if (draft.take(pattern, mark.locator, from) !== undefined) break;
  draft.take(labelled(volumeLabel, 'volume', number), mark.locator, from);
  draft.take(labelled(issueLabel, 'issue', number), mark.locator, from);
  draft.take(labelled(pageLabel, 'page', `${range}|${onePage}`), mark.locator, from);
  if (!draft.values.has('page')) draft.take(pageCount, mark.other, from);
  for (const pattern of draft.values.has('volume') ? afterVolume : parts) draft.take(pattern, mark.locator, from);
  if (!draft.values.has('page')) draft.take(new RegExp(`[,:.${anyMark}] ?(?<page>${range})(?=[.,;)]?\\s?(?:$|[${anyMark}]|[.(] ?))`, 'u'), mark.locator, from);
}

const Y = mark.year;
const L = mark.locator;
const lead = `(?<=^|[\\s,.»”"’)])(?:${volumeLabel}\\s?)?`;
const toPage = `[:,. ]{1,3}(?:${pageLabel}\\s?)?`;
const wholes: readonly RegExp[] = [
  new RegExp(`(?<=${Y}) ?\\((?<issue>\\d{1,3})\\) ?[:,] ?(?<page>${range})`, 'u'),
  new RegExp(`(?<=${Y})[;,. ]{1,2}(?<volume>\\d{1,4}) ?\\((?<issue>[^()]{1,12})\\)[:,：] ?(?:${pageLabel} ?)?(?<page>${range}|${onePage})`, 'u'),
  new RegExp(`(?<=${Y})[;,] ?(?<volume>\\d{1,4})[:：] ?(?<page>${range}|${onePage})`, 'u'),
  new RegExp(`${lead}(?<volume>${number})(?:,? ?${Y})?[,.:;]? ${issueLabel}\\s?(?<issue>${number})(?:(?:,? ?${Y})?${toPage}(?<page>${range}))?`, 'u'),
  new RegExp(`${lead}(?<volume>${number}) ?\\((?<issue>\\d{1,4}(?:[-–/]\\d{1,4})?)\\)(?:,? ?${Y})?${toPage}(?<page>${range}|${onePage}(?=[.,\\s]|$))`, 'u'),
  new RegExp(`${lead}(?<volume>${number})(?:[:./,] ?| )(?<issue>\\d{1,3}(?:[-–/]\\d{1,3})?),? ?${Y}${toPage}(?<page>${range}|${onePage}(?=[.,\\s]|$))`, 'u'),
  new RegExp(`${lead}(?<volume>${number}),? ?${Y}${toPage}(?:${issueLabel}\\s?(?<issue>${number})[:,. ]{1,3})?(?:${pageLabel}\\s?)?(?<page>${range}|e\\d+)`, 'u'),
  new RegExp(`${lead}(?<volume>\\d{1,4})(?:[,:/.] ?| )(?<issue>\\d{1,3})${toPage}(?<page>${range})`, 'u'),
  new RegExp(`(?<=[\\p{L})”’», .])\\s(?<volume>\\d{1,4}) ?\\((?<issue>\\d{1,4}(?:[-–/]\\d{1,4})?|[A-Z]\\p{L}{2,9}(?:[/–-]\\p{L}{3,9})?)\\)`, 'u'),
  new RegExp(`${lead}(?<volume>\\d{1,4})[:,] ?(?:${pageLabel}\\s?)?(?<page>${range}|e\\d+)`, 'u'),
];
const parts: readonly RegExp[] = [
  new RegExp(`(?<=[\\p{L}»)”’,.] ?)\\s(?<volume>\\d{1,4})(?=,? ?(?:\\(?${Y}\\)?)?[,:. ]{0,3}${L})`, 'u'),
];
const afterVolume: readonly RegExp[] = [
  new RegExp(`(?<=${L}) ?\\((?<issue>\\d{1,4}(?:[-–/]\\d{1,4})?)\\)`, 'u'),
  new RegExp(`(?<=${L})[:,/] ?(?<issue>\\d{1,3})(?=[,:]? ?[${L}${Y}])`, 'u'),
  new RegExp(`(?<=${L},? ?${Y}?)[:,.]? ?(?<page>${range})`, 'u'),
];

/** The date in the words of a reference as CSL has it; a year with a letter (`2021a`) is the year. */
export const issuedOf = (text: string) => {
  const iso = /\d{4}-\d\d-\d\d/u.exec(text)?.[0];
  const turned = text.replace(/(?<=\d{4})[a-z](?!\p{L})/u, '').replace(/^(\d{4}),? (.+)$/u, '$2 $1').replace(/[-–/]\d{4}$/u, '');
  const read = readDate(iso ?? turned.replace(/(?<!\p{L})(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})$/u, '$1 $2, $3'));
  return read ?? readDate(/\d{4}/u.exec(text)?.[0] ?? '');
};

/** `161–98` as `161-198`, `45 - 67` as `45-67`. */
export function pageOf(text: string): string {
  const match = /^(\D{0,2})(\d+)\s?[-–—−]{1,2}\s?(\D{0,2})(\d+)(\+\d+)?$/u.exec(text);
  if (match === null) return text.replace(/\s?[–—−]\s?/gu, '-');
  const [, lead = '', first = '', second = '', last = '', more = ''] = match;
  const whole = last.length < first.length && second === '' ? first.slice(0, first.length - last.length) + last : last;
  return `${lead}${first}-${second}${whole}${more}`;
}
