/** What the labels of a page say in so many words: journal, volume, date, identifiers, codes, type. */
import type { CslDate, ItemType, JsonObject } from '../../source';
import { isoDate, readDate } from '../dates';
import { cleanUrl, doisIn } from '../identifiers';
import { languageCode } from '../languages';
import { folded, withoutEnd } from '../lines';
import { isJournalName } from './labelledHead';
import { pageRange, pathIn, readIssue, type Issue } from './labelledIssue';
import type { LabelledLine } from './labelledLine';
import type { Section } from './labelledSections';
import type { Role } from './labels/words';

/** Facts of a page by its labels; a field that no label names is absent. */
export type Facts = {
  readonly container?: string; readonly volume?: string; readonly issue?: string; readonly page?: string; readonly issued?: CslDate; readonly doi?: string; readonly issn?: string;
  readonly isbn?: string; readonly url?: string; readonly publisher?: string; readonly place?: string; readonly extent?: string; readonly language?: string; readonly typeWords?: string; readonly line?: Issue; readonly codes: JsonObject;
};

/** Read the facts of one record. `lines` are all of its lines, for identifiers that stand under no label. */
export function factsOf(sections: readonly Section[], lines: readonly LabelledLine[], outside: ReadonlySet<number>): Facts {
  const first = (role: Role): string | undefined => sections.filter((section) => section.role === role).map(({ values }) => plain(values[0] ?? '')).find((value) => value !== '');
  const line = readIssue(first('issueLine') ?? '') ?? bareIssue(first('issueLine')) ?? (numberIn(first('issue')) === undefined ? readIssue(first('issue') ?? '') : undefined);
  const container = journalName(first('container'));
  const framed = framedHead(lines);
  const inContainer = readIssue(first('container') ?? '') ?? runningHead(lines, container) ?? framed?.issue;
  const path = pathIn(lines)?.issue;
  const [house, town] = houseAndTown(first('publisher'));
  const said = {
    volume: numberIn(first('volume')) ?? line?.volume ?? inContainer?.volume ?? path?.volume, issue: numberIn(first('issue')) ?? line?.issue ?? inContainer?.issue ?? path?.issue,
    page: rangeIn(first('pages')) ?? line?.page ?? inContainer?.page, container: container ?? framed?.container, issued: issuedOf(sections) ?? yearBelow(sections, lines) ?? monthInColumns(lines) ?? yearOfRights(lines), doi: doiOf(sections, lines, outside), issn: issnIn(lines, outside), isbn: isbnIn(first('isbn')),
    url: urlOf(first('url')), publisher: house, place: first('place') ?? town, extent: /^\d{1,5}/u.exec(first('extent') ?? '')?.[0], language: languageOf(first('language')), typeWords: sections.filter(({ role }) => role === 'type').map(({ values }) => values[0]).join(' · ') || undefined, line: line ?? inContainer ?? path,
  };
  return { codes: codesOf(sections), ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Omit<Facts, 'codes'>) };
}

/** A value without the language column of a repository. */
const plain = (value: string): string => value.replace(/\t(?:-|[a-z]{2}(?:[_-][A-Z]{2})?)$/u, '').trim();

function journalName(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const quoted = /^《([^》]{2,60})》/u.exec(value)?.[1];
  if (quoted !== undefined) return quoted;
  const at = readIssue(value)?.at ?? value.length;
  const name = withoutEnd(value.slice(0, at).replace(/[,.;]?\s(?:1[5-9]|20)\d\d$/u, '').trim(), ' ,;:(.–-').replace(/[,;]\s?(?:1[5-9]|20)\d\d$/u, '');
  return /\p{L}{2}/u.test(name) && name.length < 200 ? name : undefined;
}

/** `Publisher (Town)`, as indexes print it. */
function houseAndTown(value: string | undefined): readonly [string | undefined, string | undefined] {
  const [, house, town] = /^(.{3,120}) \((\p{Lu}[\p{L} -]{1,40})\)$/u.exec(value ?? '') ?? [];
  return house === undefined ? [value, undefined] : [house, town];
}

/** Volume, issue and pages in a line that begins with the journal's name, as the pages of the article itself do. */
function runningHead(lines: readonly LabelledLine[], container: string | undefined): Issue | undefined {
  if (container === undefined || container.length < 6) return undefined;
  const name = folded(container);
  const head = lines.find(({ text }) => text.length < 300 && text.length > container.length + 4 && folded(text).startsWith(name) && readIssue(text) !== undefined);
  return head === undefined ? undefined : readIssue(head.text.slice(container.length));
}

type Framed = { readonly container?: string; readonly issue: Issue };

/** A line that frames journal, year and number without any label: at the foot of a first page, in a Chinese index, behind an ISSN or in an article's code. */
function framedHead(lines: readonly LabelledLine[]): Framed | undefined {
  let known: ReadonlySet<string> | undefined;
  const names = (): ReadonlySet<string> => (known ??= new Set(lines.map(({ text }) => folded(text))));
  for (const [at, { text }] of lines.entries()) {
    if (text.length > 300) continue;
    const found = inColumns(text) ?? inHan(text) ?? inArticleCode(text) ?? behindIssn(text, [lines[at - 1]?.text, lines[at + 1]?.text]) ?? atFoot(text, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `第41卷 第2期       国际政治论丛       Vol. 41 No. 2`: the head of a first page in columns. */
function inColumns(text: string): Framed | undefined {
  const columns = text.split(/ {4,60}/u);
  if (columns.length < 2 || columns.length > 4) return undefined;
  const issue = columns.map(readIssue).find((found) => found?.volume !== undefined || found?.issue !== undefined);
  const container = columns.find((column) => !/\d/u.test(column) && /\p{L}{3}/u.test(column) && column.length < 100);
  return issue === undefined || container === undefined ? undefined : { container, issue };
}

/** `公共治理研究. 2021(04) 第61-74页` */
function inHan(text: string): Framed | undefined {
  const [, container, year, volume, issue, from, to] = /^([\p{sc=Han}·（）()]{2,30})[.．,，]\s?((?:19|20)\d\d)(?:[,，]\s?(\d{1,3}))?\s?[(（]0?(\d{1,3})[)）](?:[:：]?\s?第?\s?(\d{1,5})[-–—～](\d{1,5}))?/u.exec(text) ?? [];
  if (container === undefined || issue === undefined) return undefined;
  const page = from === undefined || to === undefined ? undefined : pageRange(from, to);
  return { container, issue: { at: 0, issue, year: Number(year), ...(volume === undefined ? {} : { volume }), ...(page === undefined ? {} : { page }) } };
}

/** `文章编号：1009-9911（2019）03-0045-12`: ISSN, year, issue, first page and number of pages. */
function inArticleCode(text: string): Framed | undefined {
  const [, year, issue = '', from = '', many = ''] = /文章编号[】\]]?[:：]?\s?\d{4}-\d{3}[\dX]\s?[(（]((?:19|20)\d\d)[)）]\s?(\d{1,2})-(\d{3,5})-(\d{1,3})/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  const page = pageRange(String(Number(from)), String(Number(from) + Number(many) - 1));
  return { issue: { at: 0, issue: String(Number(issue)), year: Number(year), ...(page === undefined ? {} : { page }) } };
}

const issn = /(?:[ep]-?)?ISSN[:\s]{0,3}|\d{4}-\d{3}[\dXХ](?:\s?\((?:[Pp]rint|[Oo]nline)\))?[;,]?/gu;

/** `ISSN 1563-0285 (Print)   Халықаралық қатынастар сериясы. №2 (102) 2023`, or the journal's name on the line beside it. */
function behindIssn(text: string, beside: readonly (string | undefined)[]): Framed | undefined {
  const issue = /^(?:[ep]-?)?ISSN/u.test(text) ? readIssue(text.replace(issn, ' ')) : undefined;
  if (issue?.issue === undefined || issue.year === undefined) return undefined;
  const container = withoutEnd(text.replace(issn, ' ').slice(0, issue.at).trim(), ' .,;:|·').replace(/^[\s.,;:|·–-]{1,12}/u, '');
  if (/\p{L}{4}/u.test(container) && container.length < 120) return { issue, container };
  const journal = beside.find((line) => line !== undefined && isJournalName(line) && !/\d/u.test(line));
  return { issue, ...(journal === undefined ? {} : { container: withoutEnd(journal, ' .,;:') }) };
}

/** `Electoral Letters 88 (2022) 102561`, where the journal's name stands alone elsewhere. */
function atFoot(text: string, names: () => ReadonlySet<string>): Framed | undefined {
  const issue = text.length < 140 ? readIssue(text) : undefined;
  const container = issue === undefined ? '' : withoutEnd(text.slice(0, issue.at).trim(), ' .,;:|·');
  return issue?.volume !== undefined && issue.page !== undefined && container.length > 5 && names().has(folded(container)) ? { container, issue } : undefined;
}

/** `2022年3月       Forum of International Politics       Mar. 2022`: the month in the head of a first page. */
const monthInColumns = (lines: readonly LabelledLine[]): CslDate | undefined =>
  lines.slice(0, 8).filter(({ text }) => text.length < 240 && / {4}/u.test(text)).flatMap(({ text }) => text.split(/ {4,60}/u)).filter((column) => column.length < 16).map(readDate).find((date) => date?.['date-parts']?.[0]?.length === 2);

/** `© The Author(s) 2022`: the year on a first page. */
const yearOfRights = (lines: readonly LabelledLine[]): CslDate | undefined =>
  lines.slice(0, 60).map(({ text }) => readDate(/^© ?(?:The )?Author(?:\(s\)|s)?,?(?: under .{3,120}?)? ?((?:19|20)\d\d)(?!\d)/u.exec(text.slice(0, 200))?.[1] ?? '')).find((date) => date !== undefined);

/** A year that stands alone below the journal's name. */
function yearBelow(sections: readonly Section[], lines: readonly LabelledLine[]): CslDate | undefined {
  const below = sections.filter(({ role }) => role === 'container').map(({ to }) => lines[to]?.text ?? '').find((text) => /^(?:19|20)\d\d$/u.test(text));
  return below === undefined ? undefined : readDate(below);
}

const numberIn = (value: string | undefined): string | undefined => {
  const number = /^(\d{1,4}(?:[-–/]\d{1,4})?|[IVXLC]{1,8})(?![\d\p{L}])/u.exec(value ?? '')?.[1]?.replace(/–/gu, '-');
  return number === '0' ? undefined : number;
};

function bareIssue(value: string | undefined): Issue | undefined {
  const issue = numberIn(value);
  return issue === undefined ? undefined : { at: 0, issue };
}

function rangeIn(value: string | undefined): string | undefined {
  const match = /^(?:pp?\.?|S\.|С\.)?\s?([A-Za-z]?\d{1,6}|[ivxl]{1,8})\s?[-–—−]{1,2}\s?([A-Za-z]?\d{1,6}|[ivxl]{1,8})(?![\d+-])/u.exec(value ?? '');
  if (match !== null) return pageRange(match[1] ?? '', match[2] ?? '');
  const parts = /^\d{1,5}-\d{1,5}(?:[+,]\s?\d{1,5}(?:-\d{1,5})?){1,4}$/u.exec(value ?? '')?.[0];
  if (parts !== undefined) return parts;
  return /^(?:e\d{2,8}|\d{1,6})$/u.exec(value ?? '')?.[0];
}

/** The date of publication: a year's label, else a date's label; those of receiving and accepting are others. */
function issuedOf(sections: readonly Section[]): CslDate | undefined {
  const mail = sections.some(({ role, word }) => role === 'notAuthor' && /^(?:from|to|subject|от|кому|тема|von|betreff)/iu.test(word));
  const dates = sections.filter(({ role, word }) => (role === 'date' || role === 'year') && !(mail && /^Date/u.test(word)))
    .map(({ role, values }) => ({ role, date: readDate(withoutTime(plain(values[0] ?? ''))) })).filter(({ date }) => date !== undefined);
  const year = dates.find(({ role }) => role === 'year')?.date;
  const day = dates.find(({ role }) => role === 'date')?.date;
  return year !== undefined && day?.['date-parts']?.[0]?.[0] !== year['date-parts']?.[0]?.[0] ? year : day ?? year;
}

const withoutTime = (text: string): string => text.slice(0, 80).replace(/T\d\d:\d\d.*/u, '');

function doiOf(sections: readonly Section[], lines: readonly LabelledLine[], outside: ReadonlySet<number>): string | undefined {
  const labelled = sections.filter(({ role }) => role === 'doi').flatMap(({ values }) => doisIn(values.join(' ')))[0];
  if (labelled !== undefined) return labelled;
  const inLines = (some: readonly LabelledLine[]): readonly string[] => withoutGlued(doisIn(some.map(({ text }) => text.slice(0, 3000)).join('\n')));
  const dois = inLines(lines.filter((_, index) => !outside.has(index)));
  if (dois.length > 0 || sections.some(({ role }) => role === 'references' || role === 'aside')) return dois.length === 1 ? dois[0] : undefined;
  const all = inLines(lines);
  return all.length === 1 ? all[0] : undefined;
}

/** `10.1177/08883254221055555East` is the DOI that stands elsewhere, with the next word glued on. */
const withoutGlued = (dois: readonly string[]): readonly string[] =>
  dois.filter((doi) => !dois.some((other) => other !== doi && doi.startsWith(other) && /^\p{Lu}/u.test(doi.slice(other.length))));

/** The first ISSN with the word before it and a right check digit. */
function issnIn(lines: readonly LabelledLine[], outside: ReadonlySet<number>): string | undefined {
  for (const [index, { text }] of lines.entries()) {
    if (outside.has(index) || !/ISSN/iu.test(text.slice(0, 600))) continue;
    const found = [...text.slice(0, 600).matchAll(/(?<!\d)\d{4}[-–]\d{3}[\dXxХ](?!\d)/gu)].map(([issn]) => issn.replace('–', '-').replace(/[xХ]$/u, 'X')).find(isIssn);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isIssn(issn: string): boolean {
  const digits = [...issn.replace('-', '')];
  const sum = digits.slice(0, 7).reduce((total, digit, index) => total + Number(digit) * (8 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return digits[7] === (check === 10 ? 'X' : String(check));
}

const isbnIn = (value: string | undefined): string | undefined => /^(?:97[89][- ]?)?\d[\d -]{8,15}[\dX]/u.exec(value ?? '')?.[0].trim();
const urlOf = (value: string | undefined): string | undefined => (value === undefined || /doi\.org/u.test(value) ? undefined : cleanUrl(value.split(/\s/u)[0] ?? ''));

function languageOf(value: string | undefined): string | undefined {
  const code = value === undefined || value.length > 30 ? undefined : languageCode(value.split(/[,;/(]/u)[0] ?? '');
  return code !== undefined && /^[a-z]{2}(?:-[A-Z]{2})?$/u.test(code.replace('_', '-')) ? code.replace('_', '-') : undefined;
}

function codesOf(sections: readonly Section[]): JsonObject {
  const codes: { [code: string]: string } = {};
  for (const role of ['udc', 'jel', 'mrnti', 'grnti', 'bbk', 'clc', 'edn'] as const) {
    const value = sections.find((section) => section.role === role)?.values[0]?.split(/\t|\s{2,}|(?<=\d)\s(?=\p{L}{3})/u)[0]?.trim();
    if (value !== undefined && value.length < 80 && /[\p{Lu}\d]/u.test(value)) codes[role] = withoutEnd(value, '.;, ');
  }
  return codes;
}

const kinds: readonly (readonly [RegExp, ItemType])[] = [
  [/thesis|dissertation|диссертац|автореферат|Dissertation|Masterarbeit|Doktorarbeit|学位论文|硕士|博士|\btez\b|tesis|thèse|(?<!\p{L})(?:tese|tesi|dissertação|avhandling|doktorgradsavhandling|väitöskirja|proefschrift|rozprawa doktorska|praca (?:doktorska|magisterska))(?!\p{L})/iu, 'thesis'],
  [/book review|рецензия|Rezension|kitap (?:tanıtımı|incelemesi)|书评/iu, 'review-book'], [/сборник\p{L}{0,10} трудов конференц|conference|congress|proceedings|конференц|Konferenz|bildiri/iu, 'paper-conference'],
  [/book (?:chapter|section)|chapter|глава|Buchkapitel|Sammelwerksbeitrag|kitap bölümü/iu, 'chapter'], [/working paper|report|discussion paper|policy brief|Arbeitspapier|отч[её]т|препринт серии/iu, 'report'],
  [/preprint|препринт/iu, 'article'], [/^book$|monograph|монография|Monographie|^Buch$|kitap/iu, 'book'], [/article|статья|Zeitschriften|artículo|makale|мақала|期刊|journal/iu, 'article-journal'], [/dataset/iu, 'dataset'],
];

/** The type that the words of a page name, or undefined. */
export const typeOf = (words: string): ItemType | undefined => kinds.find(([pattern]) => pattern.test(words))?.[1];

/** The date with its day when the page gives a day of the same year. */
export function mergedDate(year: number | undefined, date: CslDate | undefined): CslDate | undefined {
  if (year === undefined) return date;
  return date !== undefined && isoDate(date)?.startsWith(String(year)) === true ? date : { 'date-parts': [[year]] };
}
