/** A stretch of text cut into the entries of a reference list: by numbers, bullets, blank lines, indents, or where an entry must begin. */
import type { Sliced } from '../../slices';
import type { Span } from '../../source';
import { lineStarts } from './lineStarts';
import { isTitleFirst } from './plain';
import { longestReference } from './reference';

/** One entry: its place, and its text with wrapped lines joined. `listed` when a number or bullet leads it. */
export type Entry = Span & { readonly text: string; readonly listed: boolean };

type Row = Span & { readonly text: string; readonly indent: number };

const heading = /^(?:#{1,6}\s.{1,120}|(?:\d{1,2}\.? )?(?:References?(?: list| cited)?|Bibliography|Works cited|Literature cited|Further reading|Notes|Sources|Primary sources|Secondary sources|Footnotes|Список (?:использованн(?:ой|ых) )?(?:литературы|источников)(?: и (?:литературы|источников))?|Литература|Источники|Библиографический список|Библиография|Әдебиеттер(?: тізімі)?|Пайдаланылған әдебиеттер(?: тізімі)?|Адабиёты?лар|Kaynakça|Kaynaklar|Literatur(?:verzeichnis)?|Quellen|Bibliographie|Références(?: bibliographiques)?|Referencias(?: bibliográficas)?|Bibliografía|Referências|参考文献|注释|[A-ZА-Я])[:：.]?)$/iu;
/** No heading is longer, in UTF-16 code units. */
const longestHeading = 140;
const numbered = /^(?:\*\*)?(?:\[(\d{1,4})\]|［(\d{1,4})］|\((\d{1,4})\)|(\d{1,4})[.)]|(\d{1,3})(?= [‘“„«]?\p{Lu}[\p{L}’'-]*[ ,.:]))\s{0,4}(?=[\p{L}"“«„*[—_‘’'(（［《])/u;
const bullet = /^[-•▪–·*+◦]\s{1,4}(?=\S)/u;
const repeated = /^(?:Ibid|Ibidem|Id\.|Idem|Op\. cit|op\. cit|Там же|Сол жерде|Ders\.|Dies\.,|Ebd|ebd|A\.a\.O|a\.a\.O|Aynı yer|A\.g\.e|supra)(?!\p{L})/u;

/** A short note that names a work cited before: “Указ. соч.”, “op. cit.”, “(Anm. 12)”. */
const citedBefore = /Указ\. ?соч|Цит\. ?соч|(?<!\p{L})(?:op|loc)\. ?cit|a\. ?a\. ?O\.|\((?:Anm|wie Anm|Fn|see n|see note|n)\. ?\d{1,4}\)|, (?:supra|above),? (?:n\.?|nn\.?|notes?|fn\.?|nota|footnote) ?\d/u;
const longestShortNote = 140;

/** Are these footnotes? Then one of them points back at the work before it, and their pages are places cited, not the extent of a work. */
export const areNotes = (text: string, { start, end }: Span): boolean =>
  rowsOf(text, start, end).some((row) => isBackReference(row.text) || isShortNote(row.text));

/** `Deasy, Whip’s Notebook, 15.`: name, short title and the page cited, without a year. */
const isShortNote = (row: string): boolean =>
  row.length <= longestShortNote && !/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u.test(row) && /^[\d¹²³⁴-⁹⁰\[\]().\s]{1,8}(?:(?:See|Cf\.|Vgl\.|См\.) )?\p{Lu}[\p{L}’'-]+(?: and \p{Lu}[\p{L}’'-]+)?, [^,]{3,100},[”’»]? (?:pp?\. ?|S\. ?|С\. ?)?\d{1,4}(?:[–-]\d{1,4})?\.?$/u.test(row);

const isBackReference = (entry: string): boolean =>
  repeated.test(entry.replace(numbered, '').replace(/^\d{1,3} /u, '')) || (entry.length <= longestShortNote && citedBefore.test(entry));

/** `Ibid., 95; see also Dominic Oake, “Nets”, … 2011`: a note that points back, and then at another work. */
const leadsOn = /[;.] (?:[Ss]ee(?: also)?|[Cc]f\.|[Ss]iehe(?: auch)?|[Vv]gl\.(?: auch)?|[Vv]oir(?: aussi)?|[Сс]м\.(?: также)?:?) \p{Lu}[^;]{10,400}(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;

/** The entries between two places, in order and apart. Headings, *ibid.*, short notes and blank lines are in none. */
export function* entriesOf(text: string, { start, end }: Span): Sliced<readonly Entry[]> {
  const blocks: Row[][] = [[]];
  for (const row of rowsOf(text, start, end)) {
    if (row.text === '' || (row.text.length <= longestHeading && heading.test(row.text))) blocks.push([]);
    else blocks.at(-1)?.push(row);
  }
  yield;
  const entries: Entry[] = [];
  let rows = 0;
  for (const block of blocks) {
    if (block.length > 0) for (const entry of yield* entriesOfBlock(block)) if (!isBackReference(entry.text) || leadsOn.test(entry.text)) entries.push(entry);
    rows += block.length;
    if (rows < rowsAtOnce) continue;
    rows = 0;
    yield;
  }
  return entries;
}

/** The rows of short blocks that are cut into entries in a slice. */
const rowsAtOnce = 200;

function rowsOf(text: string, start: number, end: number): readonly Row[] {
  const rows: Row[] = [];
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const stop = feed < 0 || feed > end ? end : feed;
    const line = text.slice(at, stop);
    const indent = line.length - line.trimStart().length;
    rows.push({ text: line.trim(), indent, start: at + indent, end: at + line.trimEnd().length });
    at = stop + 1;
  }
  return rows;
}

function* entriesOfBlock(rows: readonly Row[]): Sliced<readonly Entry[]> {
  const starts = yield* startsOf(rows);
  return starts.map((from, index) => entryOf(rows.slice(from, starts[index + 1] ?? rows.length)));
}

/** The rows with which an entry begins. */
function* startsOf(rows: readonly Row[]): Sliced<readonly number[]> {
  const all = rows.map((_, index) => index);
  if (rows.every(isTableRow) || rows.every((row) => isTitleFirst(row.text))) return all;
  const inFront = all.filter((index) => numbered.test(rows[index]?.text ?? ''));
  if (inFront.length === rows.length && rows.length > 1 && /^\D{0,2}1\D/u.test(rows[1]?.text ?? '')) return all;
  const byNumber = inSequence(rows, inFront);
  if (byNumber.length > 0 && (byNumber[0] === 0 || byNumber.length > 1) && (/^\D{0,3}1\D/u.test(rows[0]?.text ?? '') || areNoLonger(rows, byNumber))) return byNumber[0] === 0 ? byNumber : [0, ...byNumber];
  const least = rows.reduce((smallest, { indent }) => Math.min(smallest, indent), Infinity);
  const byBullet = all.filter((index) => bullet.test(rows[index]?.text ?? '') && (rows[index]?.indent ?? 0) <= least + 1);
  if (byBullet[0] === 0) return byBullet;
  const hanging = all.filter((index) => (rows[index]?.indent ?? 0) === least);
  if (hanging[0] === 0 && hanging.length < rows.length && rows.every(({ indent }) => indent === least || indent >= least + 2)) return hanging;
  return withoutWraps(rows, yield* lineStarts(rows.map(({ text }) => text)));
}

/** An address and nothing else. */
const addressAlone = /^(?:(?:https?:\/\/|doi:? ?|DOI:? ?)\S{6,300}|10\.\d{4,9}\/\S{3,200})$/u;
/** Ends the row as references end: with a sign, a number or an address? */
const closes = (text: string): boolean => /[.!?)\]\d»”"’…]$|(?:https?:|10\.\d{4,9})\S{3,300}$/u.test(text);
const yearIn = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?:n\. ?d\.|in press|forthcoming)/iu;

/** The starts without those of lines that only go on: an address alone, and what has no year of its own below a line that ends in the middle, in a list whose entries end with a sign. */
function withoutWraps(rows: readonly Row[], starts: readonly number[]): readonly number[] {
  const textAt = (at: number): string => rows[at]?.text ?? '';
  const ends = starts.slice(1).map((at) => textAt(at - 1));
  const closed = ends.filter(closes).length * 3 >= ends.length * 2;
  const goesOn = (at: number): boolean => at > 0 && (addressAlone.test(textAt(at)) && !addressAlone.test(textAt(at - 1))
    || closed && !closes(textAt(at - 1)) && textAt(at - 1).length > 40 && (!yearIn.test(textAt(at)) || /^\p{Ll}{5}/u.test(textAt(at))));
  return starts.filter((at) => !goesOn(at));
}

/** A row of a table is no wrapped line: its neighbours are other works, or none. */
const isTableRow = ({ text }: Row): boolean => /\t[^\t]*\t/u.test(text);

/** Is none of the entries that begin so longer than a reference can be? Then numbers that only stood in front of wrapped lines were taken for theirs. */
const areNoLonger = (rows: readonly Row[], starts: readonly number[]): boolean =>
  starts.every((from, index) => ((rows[(starts[index + 1] ?? rows.length) - 1]?.end ?? 0) - (rows[from]?.start ?? 0)) <= longestReference) && (rows[starts[0] ?? 0]?.start ?? 0) - (rows[0]?.start ?? 0) <= longestReference;

/** Numbers that go up by one; a year or a page that stands alone in front of a line does not. */
function inSequence(rows: readonly Row[], candidates: readonly number[]): readonly number[] {
  let last: number | undefined;
  return candidates.filter((index) => {
    const match = numbered.exec(rows[index]?.text ?? '');
    const value = Number(match?.slice(1).find((group) => group !== undefined));
    if (last !== undefined && value !== last + 1 && !(value > last && value <= last + 3)) return false;
    last = value;
    return true;
  });
}

function entryOf(rows: readonly Row[]): Entry {
  const first = rows[0] as Row;
  const own = rows.filter((row, index) => index === 0 || !bullet.test(row.text));
  const text = joinedLines(own.map((row) => row.text));
  return { start: first.start, end: rows.at(-1)?.end ?? first.end, text, listed: numbered.test(first.text) || bullet.test(first.text) };
}

/** Wrapped lines as one; each looks only at the line before it, so that long texts take no longer than they must. */
function joinedLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before === undefined) parts.push(line);
    else if (before !== '') parts.push(...joint(before, parts, line), line);
    else parts[parts.length - 1] = line;
  }
  return parts.join('');
}

/** What stands between a line and the next: nothing where a word, an address or Chinese goes on, else a blank. A hyphen that only divided a word goes. */
function joint(before: string, parts: string[], next: string): readonly string[] {
  if (/\p{L}[-\u2010]$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(next) && !/(?:self|well|non|co|semi|post|pre|quasi|anti|cross|multi)-$/iu.test(before.slice(-8))) {
    parts[parts.length - 1] = before.slice(0, -1);
    return [];
  }
  if (/(?:https?:\/\/|10\.\d{4,9}\/)\S{0,200}[/_.=-]$/u.test(before.slice(-200)) && /^[\p{Ll}\d]\S{2,}$/u.test(next.split(' ')[0] ?? '')) return [];
  if (/\p{sc=Han}$/u.test(before.slice(-2)) && /^\p{sc=Han}/u.test(next)) return [];
  return /\d[-–]$/u.test(before.slice(-3)) && /^\d/u.test(next) ? [] : [' '];
}
