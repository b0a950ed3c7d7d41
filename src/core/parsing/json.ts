/**
 * A JSON reader for pasted text: reads one value from a place in the text, forgives what people and pages do to JSON
 * (trailing commas, NaN, line breaks in strings), knows where each object stands, and stops at once at anything else.
 */
import type { Json, JsonObject, Span } from '../source';
import { inOneGo, sliceOfText, type Sliced } from '../slices';

/** A value read from a text: its end, where each object in it stands, and whether the text stopped in its midst. */
export type JsonReading = {
  readonly value: Json;
  readonly end: number;
  readonly spanOf: (value: JsonObject) => Span | undefined;
  readonly cutShort: boolean;
  /** Were typographic quotation marks taken for those of JSON? */
  readonly repaired: boolean;
};

const deepest = 100;
/** Down to this depth, values are read in slices. */
const shallow = 4;
const blank = /[\s\ufeff]*/uy;
const bare = /-?(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|Infinity)|[A-Za-z]+/y;
const curlyMarks = '"“”„‟';
const endOfKey = /\s{0,100}:/uy;
const endOfValue = /\s{0,100}(?:[}\]]|,\s{0,100}(?:["“”„‟{[}\]\d-]|true|false|null))/uy;
const words = new Map<string, Json>([['true', true], ['false', false], ['null', null], ['NaN', null], ['undefined', null]]);

class Unreadable extends Error {
  constructor(readonly at: number) { super('not JSON'); }
}

/** The value that starts at `start`, or how far one could read before it ceased to be JSON. */
export const readJson = (text: string, start: number): JsonReading | { readonly failedAt: number } => inOneGo(readingJson(text, start));

/** The same in slices: long lists near the outside are read with pauses. */
export function* readingJson(text: string, start: number): Sliced<JsonReading | { readonly failedAt: number }> {
  const reader = new Reader(text, start);
  try {
    const value = yield* reader.valueInSlices(0);
    return { value, end: reader.at, spanOf: (object) => reader.spans.get(object), cutShort: reader.cutShort, repaired: reader.curly };
  } catch (error) {
    if (error instanceof Unreadable) return { failedAt: error.at };
    throw error;
  }
}

class Reader {
  readonly spans = new WeakMap<object, Span>();
  cutShort = false;
  private afterComma = false;
  private paused = 0;
  /** A word processor has made typographic quotation marks of all. */
  readonly curly: boolean;

  constructor(private readonly text: string, public at: number) {
    this.curly = /^[\s{[]{1,40}[“”„]/u.test(text.slice(at, at + 42));
  }

  value(depth: number): Json {
    if (depth > deepest) throw new Unreadable(this.at);
    const mark = this.text[this.at];
    if (mark === '{') return this.object(depth);
    if (mark === '[') return this.list(depth);
    return this.opens() ? this.string(endOfValue) : this.bare();
  }

  /** A value near the outside, with pauses between what it holds. */
  * valueInSlices(depth: number): Sliced<Json> {
    const mark = depth < shallow ? this.text[this.at] : undefined;
    if (mark !== '{' && mark !== '[') return this.value(depth);
    const start = this.at++;
    const values: Json[] = [];
    const members: [string, Json][] = [];
    for (let key = this.next(mark, values); key !== undefined; key = this.next(mark, values)) {
      const value = yield* this.valueInSlices(depth + 1);
      if (mark === '[') values.push(value);
      else members.push([key, value]);
      if (this.at - this.paused < sliceOfText / 8) continue;
      this.paused = this.at;
      yield;
    }
    return mark === '[' ? values : this.madeOf(members, start);
  }

  private object(depth: number): JsonObject {
    const start = this.at++;
    const members: [string, Json][] = [];
    for (let key = this.key(); key !== undefined; key = this.key()) members.push([key, this.value(depth + 1)]);
    return this.madeOf(members, start);
  }

  private list(depth: number): readonly Json[] {
    this.at++;
    const values: Json[] = [];
    while (this.next('[', values) !== undefined) values.push(this.value(depth + 1));
    return values;
  }

  /** Steps to the next value of a list or object: its name, or an empty one in a list; undefined when it is over. */
  private next(mark: '{' | '[', values: readonly Json[]): string | undefined {
    if (mark === '{') return this.key();
    if (this.closes(']')) return undefined;
    // A word behind a string is the rest of one with a quotation mark in it.
    if (typeof values.at(-1) === 'string' && !this.afterComma) this.fail();
    return '';
  }

  private key(): string | undefined {
    if (this.closes('}')) return undefined;
    const key = this.opens() ? this.string(endOfKey) : this.fail();
    if (this.curly && /[“”„‟",]/u.test(key)) this.fail();
    this.skip();
    if (this.ended()) return undefined;
    if (this.text[this.at++] !== ':') this.fail();
    this.skip();
    return this.ended() ? undefined : key;
  }

  private madeOf(members: readonly (readonly [string, Json])[], start: number): JsonObject {
    const object: JsonObject = Object.fromEntries(members.filter(([key]) => key !== '__proto__'));
    this.spans.set(object, { start, end: this.at });
    return object;
  }

  /** Step over blanks and commas to the next member or over the closing bracket: is the list or object over? */
  private closes(bracket: string): boolean {
    this.skip();
    this.afterComma = this.text[this.at] === ',';
    while (this.text[this.at] === ',') {
      this.at++;
      this.skip();
    }
    if (this.ended()) return true;
    if (this.text[this.at] !== bracket) return false;
    this.at++;
    return true;
  }

  private opens(): boolean {
    return this.curly ? curlyMarks.includes(this.text[this.at] ?? ' ') : this.text[this.at] === '"';
  }

  private string(before: RegExp): string {
    if (this.curly) return this.curlyString(before);
    const start = ++this.at;
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      if (end < 0) return this.restOfText(start);
      const escaped = this.escapedAt(end);
      this.at = end + 1;
      if (!escaped) return unescaped(this.text.slice(start, end));
    }
  }

  /** Up to the first mark behind which the form of JSON goes on: the marks of a quotation inside are part of the text. */
  private curlyString(before: RegExp): string {
    const start = ++this.at;
    for (; this.at < this.text.length; this.at++) {
      if (!curlyMarks.includes(this.text[this.at] ?? ' ') || this.escapedAt(this.at)) continue;
      before.lastIndex = this.at + 1;
      if (before.test(this.text)) return unescaped(this.text.slice(start, this.at++));
    }
    return this.fail();
  }

  private escapedAt(quote: number): boolean {
    let before = quote;
    while (this.text[before - 1] === '\\') before--;
    return (quote - before) % 2 === 1;
  }

  private restOfText(start: number): string {
    this.at = this.text.length;
    this.cutShort = true;
    return unescaped(this.text.slice(start));
  }

  private bare(): Json {
    bare.lastIndex = this.at;
    const word = bare.exec(this.text)?.[0];
    if (word === undefined) return this.fail();
    const value = words.has(word) ? words.get(word) ?? null : numberOf(word);
    if (value === undefined) return this.fail();
    this.at += word.length;
    return value;
  }

  private skip(): void {
    blank.lastIndex = this.at;
    blank.exec(this.text);
    this.at = blank.lastIndex;
  }

  private ended(): boolean {
    if (this.at < this.text.length) return false;
    this.cutShort = true;
    return true;
  }

  private fail(): never {
    throw new Unreadable(this.at);
  }
}

/** A number; one too large for a computer's number stays the digits it was written with. */
function numberOf(word: string): Json | undefined {
  const value = Number(word);
  if (Number.isNaN(value)) return undefined;
  return Number.isFinite(value) ? value : word;
}

const letters: { readonly [escape: string]: string } = { n: '\n', t: '\t', r: '\n', b: '', f: '\n' };

function unescaped(inside: string): string {
  if (!inside.includes('\\')) return inside;
  return inside.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/gu, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? letters[letter ?? ''] ?? letter ?? '' : String.fromCharCode(parseInt(hex, 16)));
}
