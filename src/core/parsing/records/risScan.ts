/**
 * RIS as text: where each record stands and its tags. Takes what exporters really write: one blank before the dash or
 * three, a missing `ER`, values over several lines, blank lines in abstracts, indentation, a record glued to other text.
 */
import type { Span } from '../../source';
import { inOneGo, sliceOfText, type Sliced } from '../../slices';
import { commonTags, otherTags } from './risTags';

/** One tag with its value, continuation lines joined with a line end. */
export type RisField = { readonly tag: string; readonly value: string };

/** One record from `TY` to `ER`, or to where its last value ends. */
export type RisRecord = Span & { readonly fields: readonly RisField[] };

const opening = /(?<![A-Za-z0-9])(?:TY|ty)[ \t]{0,6}[-–—][ \t]{0,80}(?:[A-Z]{3,7}|[a-z]{3,7})[ \t]{0,80}(?=\n|$)/gu;
const tagged = /^[ \t]{0,20}([A-Z][A-Z0-9]|[a-z][a-z0-9])[ \t]{1,3}-(?:[ \t](.*)|)$/u;
/** Dashes that a word processor made, blanks left out or too many: taken for a tag only if RIS knows it. */
const oddlyTagged = /^[ \t]{0,20}([A-Z][A-Z0-9])(?:[ \t]{1,12}[-–—]|[-–—](?=[ \t])|(?<=TY)[-–—](?=[A-Z]))(.*)$/u;
const closing = /^[ \t]{0,20}ER(?:[ \t]{1,12}[-–—]|[-–—]?[ \t]{0,20}$)/iu;
const foreign = /^\s{0,20}(?:@[A-Za-z]+\s{0,5}[{(]|[[{]\s{0,5}["{])/u;
/** What numbers the records of an export. */
const counter = /^(?:\d{1,5}\.|<\s?\d{1,5}\.?\s?>)$/u;

/** Every RIS record of a text, in order, also of those that have lost their type. Linear. */
export const scanRis = (text: string): readonly RisRecord[] => inOneGo(scanningRis(text));

/** The same in slices. */
export function* scanningRis(text: string): Sliced<readonly RisRecord[]> {
  const starts = yield* placesOf(text, opening, 0, text.length);
  const found: RisRecord[] = [];
  let reached = 0;
  let bare: number | undefined;
  for (const [index, start] of [...starts, text.length].entries()) {
    found.push(...yield* untyped(text, reached, start));
    if (start === text.length) break;
    const next = starts[index + 1] ?? text.length;
    const record = recordAt(text, start, next);
    reached = record.end;
    if (isBare(record) && text.slice(reached, next).trim() === '') {
      bare ??= start;
      continue;
    }
    found.push({ ...record, start: bare ?? start });
    bare = undefined;
    if (index % pausedAfter === pausedAfter - 1) yield;
  }
  const last = bare === undefined ? undefined : found.pop();
  return last === undefined ? found : [...found, { ...last, end: reached }];
}

const pausedAfter = 100;

/** A type alone is no record: exporters leave such behind, one above the other. It goes to the next record, or to the last. */
const isBare = ({ fields }: RisRecord): boolean => fields.every(({ tag, value }) => tag === 'TY' || value === '');

/** Where a pattern that stays on its line is found between two places, looked for in stretches of whole lines. */
function* placesOf(text: string, pattern: RegExp, from: number, to: number): Sliced<readonly number[]> {
  const places: number[] = [];
  for (let at = from; at < to;) {
    const feed = text.indexOf('\n', Math.min(at + sliceOfText / 4, to));
    const end = feed < 0 || feed >= to ? to : feed + 1;
    for (const { index } of text.slice(at, end).matchAll(pattern)) places.push(at + index);
    at = end;
    if (at < to) yield;
  }
  return places;
}

const untypedStart = /^[ \t]{0,20}(?:T1|TI|A1|AU|ID|N1|JF|JO|PY|Y1|DO|T2)[ \t]{1,3}-[ \t]/gmu;

/** Records between two places that lack their `TY`. */
function* untyped(text: string, from: number, to: number): Sliced<readonly RisRecord[]> {
  const found: RisRecord[] = [];
  let reached = from;
  for (const start of yield* placesOf(text, untypedStart, from, to)) {
    if (start < reached) continue;
    const record = recordAt(text, start, to, true);
    if (isUntyped(record) && isFirst(text.slice(Math.max(from, start - 200), start))) found.push(record);
    reached = Math.max(record.end, start + 1);
    if (found.length % pausedAfter === pausedAfter - 1) yield;
  }
  return found;
}

/** Does no other tagged line stand right before? Then it would be a record of PubMed's or Ovid's. */
const isFirst = (before: string): boolean => !/(?:^|\n)[ \t]{0,20}[A-Z]{2,4} {0,2}- ?[^\n]*\n[ \t]*$/u.test(before);

const own = new Set(['T1', 'A1', 'JO', 'JF', 'PY', 'Y1', 'SP', 'VL', 'UR', 'N2', 'T2', 'DO']);
const ofOthers = new Set(['UI', 'SO', 'VN', 'JT', 'PG']);

/** Two tags that only RIS has, a title, and none that others have. */
function isUntyped({ fields }: RisRecord): boolean {
  const tags = new Set(fields.filter(({ value }) => value !== '').map(({ tag }) => tag));
  return (tags.has('TI') || tags.has('T1')) && tags.size >= 3 && [...tags].filter((tag) => own.has(tag)).length >= 2 && ![...tags].some((tag) => ofOthers.has(tag));
}

function recordAt(text: string, start: number, limit: number, untypedToo = false): RisRecord {
  const reader = new RecordReader(untypedToo);
  for (let at = start; at < limit && !reader.ended;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 || feed > limit ? limit : feed;
    reader.line(text.slice(at, end), at, end);
    at = end + 1;
  }
  return { start, end: reader.end(start), fields: reader.fields() };
}

/** Takes the lines of one record and remembers where its last value ended. */
class RecordReader {
  ended = false;
  private readonly values: { readonly tag: string; readonly lines: string[] }[] = [];
  /** Lines since the last tag that belong to it only if another tag follows. */
  private waiting: string[] = [];
  private valueOpen = true;
  private lastEnd = 0;

  constructor(private readonly untyped: boolean) {}

  line(line: string, start: number, end: number): void {
    const last = closing.exec(line);
    const match = tagged.exec(line) ?? knownTag(line);
    const tag = match?.[1]?.toUpperCase();
    if (last !== null) this.finish(start + last[0].length);
    else if (tag !== undefined && this.isNext(tag)) this.ended = true;
    else if (tag !== undefined) this.open(tag, match?.[2] ?? '', end);
    else if (foreign.test(line)) this.ended = true;
    else this.continue(line.trim(), end);
  }

  /** Without types between them, records are parted by a blank line and the tag with which they begin. */
  private isNext(tag: string): boolean {
    return this.untyped && !this.valueOpen && tag === this.values[0]?.tag;
  }

  /** What stands before the end of a record is its own. */
  private finish(end: number): void {
    this.values.at(-1)?.lines.push(...this.waiting);
    this.waiting = [];
    this.lastEnd = end;
    this.ended = true;
  }

  private open(tag: string, value: string, end: number): void {
    this.values.at(-1)?.lines.push(...this.waiting);
    this.waiting = [];
    this.values.push({ tag, lines: [value.trim()] });
    this.valueOpen = true;
    this.lastEnd = end;
  }

  private continue(line: string, end: number): void {
    if (line === '' || counter.test(line)) this.valueOpen = false;
    if (!this.valueOpen) {
      this.waiting.push(line);
      return;
    }
    this.values.at(-1)?.lines.push(line);
    this.lastEnd = end;
  }

  end(start: number): number {
    return Math.max(this.lastEnd, start);
  }

  fields(): readonly RisField[] {
    return this.values.map(({ tag, lines }) => ({ tag, value: lines.join('\n').trim() }));
  }
}

function knownTag(line: string): RegExpExecArray | null {
  const match = oddlyTagged.exec(line);
  return match?.[1] !== undefined && (commonTags.has(match[1]) || otherTags.has(match[1])) ? match : null;
}
