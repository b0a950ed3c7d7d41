/** Lists of books as publishers and shops print them: what is told of a book's binding, number and price closes each of them. */
import type { Span } from '../../source';
import type { Found } from '../found';
import { linesOf, wordCount, type Line } from '../lines';
import { isNoise } from '../noise';
import { labelAt } from '../pages/labels/label';
import { bookFactsOf, type BookFacts } from './bookFacts';
import { withImprints } from './imprint';
import { bookOf, houseIn, isSeries, namesOf, partOf, type BookLine } from './book';

/** Longer texts, in UTF-16 code units, are no list that somebody marked and copied. */
const longest = 150_000;

/** The books of a stretch that is a list of them; none unless there are two at least. */
export function readCatalogue(text: string, { start, end }: Span): readonly Found[] {
  const passage = text.slice(start, end);
  if (passage.length > longest || !mayBe.test(passage)) return [];
  const lines = bookLines(text, start, end);
  const entries = entriesOf(lines);
  if (entries.length < 2 || !areBooks(entries) || isPageOfOne(lines, entries.length)) return [];
  const first = entries[0]?.from ?? 0;
  const house = houseIn([...lines.slice(0, first), ...lines.slice(entries.at(-1)?.to)].map(({ text: line }) => line));
  const setting = { namesFirst: areNamesFirst(entries), subtitled: entries.some(hasSubtitle), ...(house === undefined ? {} : { house }) };
  const books = entries.flatMap((entry) => bookOf(entry.head, entry.tail, setting) ?? []);
  return books.length < 2 ? [] : books.map((book, index) => (index === 0 ? { ...book, start } : book));
}

/** Labels that a page has once, for the work it is about, and a list never for one of its books alone. */
const ofPages: ReadonlySet<string | undefined> = new Set(['abstract', 'citation', 'keywords', 'references']);

/** Is it the page of one work, its prices and numbers those of that work? It has an abstract or a way to cite it, and fewer of them than there would be books. */
function isPageOfOne(lines: readonly BookLine[], books: number): boolean {
  const roles = lines.flatMap(({ text }) => (text.length < 40 ? labelAt(text) ?? [] : [])).filter(({ role, bare }) => bare === true && ofPages.has(role)).map(({ role }) => role);
  return roles.length > 0 && [...new Set(roles)].every((role) => roles.filter((other) => other === role).length < books);
}

/** Something that only stands beside books: their numbers, bindings or prices. */
const mayBe = /97[89][- ]?\d|ISBN|(?:Hard|Paper)(?:back|cover)|[£€$₽₺]|(?<!\p{L})(?:zł|Kč|lei|грн|лв|руб|EUR|Gebunden|Taschenbuch|Broch|R[úu]stica|Oprawa|Broschur)/u;

/** One book: the lines of its head, with title and people, and of its tail, with facts and buttons. */
export type Entry = { readonly head: readonly BookLine[]; readonly tail: readonly BookLine[]; readonly from: number; readonly to: number };

function bookLines(text: string, start: number, end: number): readonly BookLine[] {
  const lines: BookLine[] = [];
  let apart = true;
  for (const line of linesOf(text, start, end)) {
    if (line.text !== '') lines.push(...(partedByRole({ ...line, apart }) ?? partedPeople({ ...line, apart, ...told(line) })));
    apart = line.text === '';
  }
  return withImprints(lines);
}

/** `Ito Aoi. Translated by Bo Lind`, `by Ito Aoi; translated by Bo Lind`: the author, and on the same line those who translated or edited the book. */
function partedPeople(line: BookLine): readonly BookLine[] {
  const [, by, first, rest] = line.kind === 'text' || line.kind === 'authors' ? /^([Bb]y )?(\p{Lu}[^:;()]{4,120}?)[.;,] ((?:\p{Lu}|translated|edited)[^:;()]{8,160})$/u.exec(line.text) ?? [] : [];
  const second = rest === undefined ? undefined : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  const part = second === undefined ? undefined : partOf(second);
  if (first === undefined || second === undefined || part !== 'translators' && part !== 'editors' || namesOf(first) === undefined) return [line];
  return [{ ...line, text: first, kind: part === 'translators' && by === undefined ? 'text' : 'authors' }, { ...line, text: second, kind: part, apart: false }];
}

/** What each person did, in brackets behind the name, as library catalogues print it. */
const inBrackets: readonly (readonly [BookLine['kind'], RegExp])[] = [
  ['authors', / \((?:author|autor(?:in|a)?|auteure?|autore|автор)\)$/iu],
  ['editors', / \((?:editor(?:a)?|herausgeber(?:in)?|éditeur|éditrice|curatore|curatrice|редактор)\)$/iu],
  ['translators', / \((?:translator|übersetzer(?:in)?|traduct(?:eur|rice)|traductora?|tradutora?|traduttore|traduttrice|переводчик)\)$/iu],
];

/** `by Ito Aoi (Author); Bo Lind (Translator)`: a line for each; undefined where one of several is not told so. */
function partedByRole(line: Line & Pick<BookLine, 'apart'>): readonly BookLine[] | undefined {
  if (line.text.length > 400 || !line.text.endsWith(')')) return undefined;
  const people = line.text.replace(/^by (?=\p{Lu})/iu, '').split(/(?<=\))[;,] /u).map((person) => ({ person, role: inBrackets.find(([, pattern]) => pattern.test(person)) }));
  const lines = people.flatMap(({ person, role }, index) => {
    const text = role === undefined ? '' : person.replace(role[1], '');
    return role === undefined || namesOf(text) === undefined ? [] : [{ ...line, text, kind: role[0], apart: line.apart && index === 0 }];
  });
  return lines.length === people.length ? lines : undefined;
}

function told(line: Line): Pick<BookLine, 'kind' | 'facts'> {
  const part = partOf(line.text);
  if (part !== undefined) return { kind: part };
  const facts = bookFactsOf(line.text);
  if (facts.marks.length > 0 && (facts.rest === '' || isHouse(facts))) return { kind: facts.marks.every((mark) => mark === 'button') ? 'button' : 'facts', facts };
  if (isSeries(line.text)) return { kind: 'series' };
  if (isNoise(line.text) || isFrame(line.text)) return { kind: 'noise' };
  if (isBlurb(line.text)) return { kind: 'blurb' };
  return { kind: 'text', ...(facts.edition === undefined ? {} : { facts }) };
}

/** Beside numbers and prices a short name of the publisher may stand. */
const isHouse = ({ marks, rest }: BookFacts): boolean => marks.some((mark) => mark !== 'edition' && mark !== 'button' && mark !== 'binding') && rest.length < 60 && marks.length > 1 && houseIn([rest]) !== undefined;

const isFrame = (text: string): boolean => /^(?:(?:New(?: release| title| book)?|NEW|Bestseller|Sale|Reduced|Open Access|Neu(?:erscheinung)?|Nouveauté|Novedad|Lançamento|Novità|Nowość|Новинка|Nyhet)!?|\d{1,4}(?: \d{1,4}| …| \.\.\.){0,20}(?: \p{L}{4,10}(?: ?[>»›])?)?|[^\p{L}]{1,30}|\[[^\]]{0,30}\]|(?:Cover|Umschlag|Couverture|Portada|Capa|Okładka|Обложка)(?: image| of .{1,120}| von .{1,120})?)$/u.test(text);
const isBlurb = (text: string): boolean => wordCount(text) >= 14 && /[.!?…]["”»)]?(?: (?:Read more|More|\[?…\]?|Mehr|Lire la suite|Leer más|Więcej|Подробнее))?$/u.test(text) || wordCount(text) > 45;

/** Kinds of lines that only stand behind the head of a book. */
const closing = new Set<BookLine['kind']>(['facts', 'button', 'series', 'house']);
const heading = new Set<BookLine['kind']>(['text', 'editors', 'translators', 'authors']);
/** These stand between a head and its facts, and begin no book. */
const between = new Set<BookLine['kind']>(['blurb', 'aside', 'noise']);

/** The list in books: a line of text behind what closes one opens the next, a blank line between them where the list has such. */
function entriesOf(lines: readonly BookLine[]): readonly Entry[] {
  const openings = lines.flatMap(({ kind }, at) => (heading.has(kind) && isBehindTail(lines, at) ? [at] : []));
  const parted = openings.filter((at) => lines[at]?.apart === true || isBelowMark(lines, at)).length * 2 > openings.length;
  const starts = parted ? openings.filter((at) => lines[at]?.apart === true || lines[at - 1]?.kind === 'noise') : openings;
  const bounds = [firstHead(lines, starts, parted), ...starts, lines.length].filter((at, index, all) => at >= 0 && (index === 0 || at > (all[index - 1] ?? -1)));
  return bounds.slice(0, -1).flatMap((from, index) => entryOf(lines, from, bounds[index + 1] ?? lines.length) ?? []);
}

/** Has the line above it only a number or a box to tick, a blank line above that? */
const isBelowMark = (lines: readonly BookLine[], at: number): boolean => lines[at - 1]?.kind === 'noise' && lines[at - 1]?.apart === true;

/** Does the line stand right behind the facts of a book, whatever buttons are between, and above these what the book is about? */
function isBehindTail(lines: readonly BookLine[], at: number): boolean {
  let above = at - 1;
  while (above >= 0 && (lines[above]?.kind === 'noise' || lines[above]?.kind === 'button')) above--;
  if (at > above + 1) while (above >= 0 && lines[above]?.kind === 'blurb') above--;
  return lines[above]?.kind === 'facts' || (lines[above]?.kind === 'series' || lines[above]?.kind === 'house') && at > above + 1;
}

/** Where the first book begins: behind the blank line where those stand between books, else with no more lines of text than the others have. */
function firstHead(lines: readonly BookLine[], starts: readonly number[], parted: boolean): number {
  const tail = lines.findIndex(({ kind, facts }) => kind === 'facts' && facts?.marks.some((mark) => sure.has(mark)) === true);
  const isHead = (at: number): boolean => heading.has(lines[at]?.kind ?? 'noise');
  const tall = Math.max(1, ...starts.map((at) => headHeight(lines, at)));
  let [first, text] = [-1, 0];
  for (let at = tail - 1; at >= 0 && at > tail - 16 && (text < tall || parted); at--) {
    if (isHead(at)) [first, text] = [at, text + 1];
    else if (first >= 0 && !between.has(lines[at]?.kind ?? 'text')) break;
    if (isHead(at) && (lines[at]?.apart === true || parted && isBelowMark(lines, at))) break;
  }
  return first;
}

/** How many lines of text the head of the book has that begins here. */
const headHeight = (lines: readonly BookLine[], from: number): number => {
  const height = lines.slice(from, from + 12).findIndex(({ kind }) => closing.has(kind));
  return height < 0 || height > 8 ? 0 : lines.slice(from, from + height).filter(({ kind }) => heading.has(kind)).length;
};

function entryOf(lines: readonly BookLine[], from: number, end: number): Entry | undefined {
  const own = lines.slice(from, end);
  const height = own.findIndex(({ kind }) => closing.has(kind));
  const head = own.slice(0, Math.max(height, 0)).filter(({ kind }) => kind !== 'noise');
  const over = own.findIndex(({ kind, apart }, index) => index > height && heading.has(kind) && apart && own.slice(height, index).some((line) => line.kind === 'facts'));
  const tail = own.slice(height, over < 0 ? undefined : over);
  return height < 1 || head.length > 7 || !tail.some(({ kind }) => kind === 'facts') ? undefined : { head, tail, from, to: from + height + tail.length };
}

/** What only a book has. */
const sure = new Set(['isbn', 'binding', 'price']);

/** Do nearly all of them tell a number, a binding or a price, and most of them people? */
function areBooks(entries: readonly Entry[]): boolean {
  const told = entries.filter(({ tail }) => tail.some(({ facts }) => facts?.marks.some((mark) => sure.has(mark)) === true)).length;
  const named = entries.filter(({ head, tail }) => [...head, ...tail].some(({ kind, text }) => kind === 'editors' || kind === 'authors' || namesOf(text) !== undefined)).length;
  return told >= entries.length * 0.8 && named >= entries.length * 0.6;
}

/** Do the people of most books stand above their titles? Those that can be nobody's title tell. */
function areNamesFirst(entries: readonly Entry[]): boolean {
  const isNamed = (line: BookLine | undefined): boolean => line !== undefined && (line.kind === 'editors' || line.kind === 'authors' || (line.kind === 'text' && namesOf(line.text) !== undefined));
  const heads = entries.map(({ head }) => head.filter(({ kind }) => heading.has(kind))).filter((head) => head.length > 1);
  return heads.filter((head) => isNamed(head[0])).length > heads.filter((head) => isNamed(head.at(-1))).length;
}

/** Is there a line between title and people that can be no name? */
const hasSubtitle = ({ head }: Entry): boolean => head.filter(({ kind }) => heading.has(kind)).slice(1, -1).some(({ kind, text }) => kind === 'text' && namesOf(text) === undefined);
