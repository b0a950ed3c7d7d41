/**
 * RIS as text: where each record stands and its tags. Takes what exporters really write: one blank before the dash or
 * three, a missing `ER`, values over several lines, blank lines in abstracts, indentation, a record glued to other text.
 */
import type { Span } from '../../source';

/** One tag with its value, continuation lines joined with a line end. */
export type RisField = { readonly tag: string; readonly value: string };

/** One record from `TY` to `ER`, or to where its last value ends. */
export type RisRecord = Span & { readonly fields: readonly RisField[] };

const opening = /(?<![A-Za-z0-9])TY[ \t]{1,3}-[ \t]*(?:[A-Z]{3,7}|[a-z]{3,7})[ \t]*(?=\n|$)/gu;
const tagged = /^[ \t]{0,20}([A-Z][A-Z0-9]|[a-z][a-z0-9])[ \t]{1,3}-(?:[ \t](.*)|)$/u;
const foreign = /^\s{0,20}(?:@[A-Za-z]+\s{0,5}[{(]|[[{]\s{0,5}["{])/u;

/** Every RIS record of a text, in order. Linear. */
export function scanRis(text: string): readonly RisRecord[] {
  const starts = [...text.matchAll(opening)].map((match) => match.index);
  return starts.map((start, index) => recordAt(text, start, starts[index + 1] ?? text.length));
}

function recordAt(text: string, start: number, limit: number): RisRecord {
  const reader = new RecordReader();
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

  line(line: string, start: number, end: number): void {
    const glued = /^[ \t]{0,20}ER[ \t]{1,3}-/iu.exec(line);
    const match = tagged.exec(line);
    if (glued !== null) this.finish(start + glued[0].length);
    else if (match !== null) this.open((match[1] ?? '').toUpperCase(), match[2] ?? '', end);
    else if (foreign.test(line)) this.ended = true;
    else this.continue(line.trim(), end);
  }

  private finish(end: number): void {
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
    if (line === '') this.valueOpen = false;
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
