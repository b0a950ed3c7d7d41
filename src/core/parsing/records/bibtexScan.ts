/**
 * BibTeX and BibLaTeX as text: where each entry stands and what its fields say, raw. Linear, and forgiving: an entry whose
 * brace is never closed ends before the next `@type{`, and is read as if each value ended where the next field begins.
 */
import type { Span } from '../../source';
import { inOneGo, sliceOfText, type Sliced } from '../../slices';

/** A field as written: its lower-cased name, and the value with delimiters taken off and macros put in. */
export type BibField = { readonly name: string; readonly value: string };

/** One `@type{…}`. `broken`: a delimiter was missing; what could be read was. */
export type BibEntry = Span & {
  readonly type: string;
  readonly key: string;
  readonly fields: readonly BibField[];
  readonly broken: boolean;
};

/** Macros by lower-cased name: what `@string` defined, and the months. */
export type Macros = ReadonlyMap<string, string>;

const head = /@[ \t]*([A-Za-z]+)\s{0,20}([{(])/y;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The macros that every BibTeX style knows. */
export const monthMacros: Macros = new Map(months.map((name) => [name, name]));

const asides = new Set(['string', 'preamble', 'comment']);
/** Is it a definition, a remark or a store of fields for others (`@xdata`), and no record? */
export const isAside = (entry: { readonly type: string }): boolean => asides.has(entry.type) || entry.type === 'xdata';

const keyAndComma = /\s{0,50}([^\s,{}"=@%#\\]{0,200})\s{0,50},/y;
// A key with a blank in it, or with no comma behind it, is a slip that one field right after it makes out.
const keySpaced = /\s{0,50}([^,{}"=@%#\\\n]{1,200}),\s{0,50}(?=[\p{L}_][\p{L}\p{N}_:+.-]{0,60}\s{0,20}=)/yu;
const keyAlone = /\s{0,50}([^\s,{}"=@%#\\]{1,200})\s{1,50}(?=[\p{L}_][\p{L}\p{N}_:+.-]{0,60}\s{0,20}=)/yu;
const firstField = /\s{0,50}[\p{L}_][\p{L}\p{N}_:+.-]{0,60}\s{0,20}=/yu;

type Head = { readonly type: string; readonly bodyStart: number; readonly close: string };

/** The head of an entry at `at`: `@word{` followed by a key and a comma, or by a field; undefined if none starts there. */
export function bibHead(text: string, at: number): Head | undefined {
  head.lastIndex = at;
  const match = head.exec(text);
  if (match === null) return undefined;
  const type = (match[1] ?? '').toLowerCase();
  const bodyStart = at + match[0].length;
  const close = match[2] === '{' ? '}' : ')';
  const begins = [keyAndComma, firstField, keySpaced, keyAlone].some((pattern) => startsHere(pattern, text, bodyStart));
  return asides.has(type) || begins ? { type, bodyStart, close } : undefined;
}

function startsHere(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const commentMark = /(?:^|\n)[ \t]{0,20}%[% \t]{0,20}$/u;

/** Does a percent sign stand before the entry? Then somebody has taken it out. */
const isCommentedOut = (text: string, at: number): boolean => commentMark.test(text.slice(Math.max(0, at - 45), at));

/** Every entry of a text, in order. Values hold the macros of `known` and of the `@string`s met on the way. */
export const scanBibtex = (text: string): readonly BibEntry[] => inOneGo(scanningBibtex(text));

/** The same in slices. */
export function* scanningBibtex(text: string, known: Macros = monthMacros): Sliced<readonly BibEntry[]> {
  const macros = new Map(known);
  const entries: BibEntry[] = [];
  let paused = 0;
  for (let at = text.indexOf('@'); at >= 0;) {
    const entry = bibEntryAt(text, at, macros);
    if (entry !== undefined) entries.push(entry);
    if (entry?.type === 'string') for (const { name, value } of entry.fields) macros.set(name, value);
    if (at - paused > sliceOfText) {
      paused = at;
      yield;
    }
    at = text.indexOf('@', entry?.end ?? at + 1);
  }
  return entries;
}

/** The entry that starts at `at`, or undefined. */
export function bibEntryAt(text: string, at: number, macros: Macros): BibEntry | undefined {
  const opened = bibHead(text, at);
  if (opened === undefined) return undefined;
  const { type, bodyStart, close } = opened;
  if (type === 'comment' || type === 'preamble' || isCommentedOut(text, at)) return { type: type === 'preamble' ? type : 'comment', key: '', fields: [], broken: false, start: at, end: asideEnd(text, opened) };
  const { key, fieldsStart, slip } = type === 'string' ? { key: '', fieldsStart: bodyStart, slip: false } : keyAt(text, bodyStart);
  const body = bodyEnd(text, bodyStart, close);
  const fields = new FieldReader(text, fieldsStart, body.end, macros, body.closed).fields();
  const end = body.closed ? body.end + 1 : fields.end;
  return { type, key, fields: fields.found, broken: slip || !body.closed || fields.broken, start: at, end };
}

const longestRemark = 20_000;

/** A remark ends at its own brace, even if it holds whole entries; one whose brace is missing ends before the next entry, or with its line. */
function asideEnd(text: string, { bodyStart, close }: Head): number {
  const own = close === '}' ? ownBrace(text.slice(bodyStart, bodyStart + longestRemark)) : -1;
  if (own >= 0) return bodyStart + own + 1;
  const body = bodyEnd(text, bodyStart, close);
  if (body.closed) return body.end + 1;
  const feed = text.indexOf('\n', bodyStart);
  return feed < 0 ? text.length : feed;
}

/** Where the brace closes that is open at the start of a text, or -1. */
function ownBrace(text: string): number {
  let depth = 0;
  for (const match of text.matchAll(/\\[^]|[{}]/gu)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}' && depth-- === 0) return match.index;
  }
  return -1;
}

function keyAt(text: string, at: number): { readonly key: string; readonly fieldsStart: number; readonly slip: boolean } {
  for (const pattern of [keyAndComma, keySpaced, keyAlone]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { key: (match[1] ?? '').trim(), fieldsStart: at + match[0].length, slip: pattern !== keyAndComma };
  }
  return { key: '', fieldsStart: at, slip: false };
}

const structure = /\\[^]|[{}()@"]/gu;
/** Behind a closing mark: another field of the same entry, so that the mark was one too many. */
const fieldBehind = /[ \t]{0,40},\s{0,80}[A-Za-z][\w:+.-]{0,40}[ \t]{0,40}=[ \t]{0,20}["{\d]/y;

/** Where the closing delimiter of a body stands; or, unclosed, where the next entry begins or the text ends. */
function bodyEnd(text: string, start: number, close: string): { readonly end: number; readonly closed: boolean } {
  let depth = 0;
  let quoted = false;
  structure.lastIndex = start;
  for (let match = structure.exec(text); match !== null; match = structure.exec(text)) {
    const mark = match[0];
    if (mark === close && depth === 0 && !quoted && !startsHere(fieldBehind, text, match.index + 1)) return { end: match.index, closed: true };
    // In brackets an entry may hold brackets, as long as they stand in quotation marks or braces.
    if (mark === '"' && close === ')' && depth === 0) quoted = opensOrCloses(text, match.index, quoted);
    if (mark === '{') depth++;
    else if (mark === '}' && depth > 0) depth--;
    else if (mark === '@' && !(depth > 0 && isQuoted(text, match.index)) && bibHead(text, match.index) !== undefined) return { end: match.index, closed: false };
  }
  return { end: text.length, closed: false };
}

/** Does an entry within a value stand in a sentence, as an example in an abstract does? Another entry begins a line, or stands behind a brace or a comma. */
const isQuoted = (text: string, at: number): boolean => /[\p{L}\p{N}.:;(“"'`][ \t]{0,20}$/u.test(text.slice(Math.max(0, at - 22), at));

/** Is a value in quotation marks open behind this one, which opens one behind `=` and `#` alone? */
const opensOrCloses = (text: string, at: number, open: boolean): boolean => !open && /[=#]\s{0,50}$/u.test(text.slice(Math.max(0, at - 51), at));

const fieldHead = /[\s,]{0,1000}([\p{L}_][\p{L}\p{N}_:+.-]{0,60})\s{0,50}=\s{0,50}/yu;
const commentLine = /[\s,]{0,1000}%[^\n]*\n/y;
const bareWord = /[^\s,{}"#=()@]+/yu;
const concatenation = /\s{0,50}#\s{0,50}/y;
const behindValue = /\s{0,200}(?:[,#})]|$|[A-Za-z][\w:+.-]{0,40}[ \t]{0,80}=)/y;
const fieldLine = /\n[ \t]{0,80}[A-Za-z][\w:+.-]{0,40}[ \t]{0,80}=[ \t]{0,20}["{\d]/gu;

/** Reads `name = value, …` between two places. */
class FieldReader {
  private broken = false;
  private fieldLine = -1;
  private readonly text: string;

  constructor(
    whole: string, private at: number, private readonly end: number,
    private readonly macros: Macros, private readonly closed: boolean,
  ) {
    this.text = whole.slice(0, end);
  }

  fields(): { readonly found: readonly BibField[]; readonly broken: boolean; readonly end: number } {
    const found: BibField[] = [];
    for (let name = this.fieldName(); name !== undefined; name = this.fieldName()) {
      found.push({ name: name.toLowerCase(), value: this.value() });
    }
    return { found, broken: this.broken, end: this.at };
  }

  /** The name of the next field, with `at` moved to its value. What can't be read is stepped over. */
  private fieldName(): string | undefined {
    for (;;) {
      this.skipComments();
      fieldHead.lastIndex = this.at;
      const match = fieldHead.exec(this.text);
      if (match !== null && match.index + match[0].length <= this.end) {
        this.at += match[0].length;
        return match[1];
      }
      if (!this.skipToComma()) return undefined;
    }
  }

  /** Lines that a percent sign takes out of an entry, between two fields. */
  private skipComments(): void {
    commentLine.lastIndex = this.at;
    for (let match = commentLine.exec(this.text); match !== null; match = commentLine.exec(this.text)) {
      this.at += match[0].length;
      commentLine.lastIndex = this.at;
    }
  }

  private skipToComma(): boolean {
    const comma = this.text.indexOf(',', this.at + 1);
    if (!this.closed || comma < 0 || comma >= this.end) return false;
    if (this.text.slice(this.at, comma).trim() !== '') this.broken = true;
    this.at = comma;
    return true;
  }

  private value(): string {
    const parts = [this.part()];
    for (;;) {
      concatenation.lastIndex = this.at;
      const match = concatenation.exec(this.text);
      if (match === null || this.at + match[0].length > this.end) return parts.join('');
      this.at += match[0].length;
      parts.push(this.part());
    }
  }

  private part(): string {
    if (this.text[this.at] === '{') return this.delimited('}');
    if (this.text[this.at] === '"') return this.delimited('"');
    bareWord.lastIndex = this.at;
    const word = bareWord.exec(this.text)?.[0] ?? '';
    this.at += word.length;
    return this.macros.get(word.toLowerCase()) ?? word;
  }

  private delimited(close: string): string {
    const start = this.at + 1;
    const mark = this.closingMark(start, close);
    const end = mark === undefined || (close === '"' && this.holdsField(start, mark)) ? this.guessedEnd(start) : mark;
    this.at = Math.min(end + 1, this.end);
    return this.text.slice(start, end);
  }

  /** In an entry that lost a mark, a value that would hold the line of another field is one whose own mark is missing. */
  private closingMark(start: number, close: string): number | undefined {
    const limit = this.closed && !this.broken ? this.end : this.nextFieldLine(start);
    let depth = 0;
    structure.lastIndex = start;
    for (let match = structure.exec(this.text); match !== null && match.index < limit; match = structure.exec(this.text)) {
      if (match[0] === close && depth === 0 && (close !== '"' || this.endsValue(match.index + 1))) return match.index;
      if (match[0] === '{') depth++;
      else if (match[0] === '}') depth--;
    }
    return undefined;
  }

  /** Does a line `title = "` stand outside of braces between two places? No value in quotation marks holds one: its own mark is missing. */
  private holdsField(start: number, end: number): boolean {
    const at = this.nextFieldLine(start);
    return at < end && /^\n[^"{\n]*=[ \t]*"/u.test(this.text.slice(at, Math.min(end, at + 200))) && !/[{}]/u.test(this.text.slice(start, at));
  }

  /** A value in quotation marks is over where a comma, another part, another field or the end of the entry follows. */
  private endsValue(at: number): boolean {
    return at >= this.end || startsHere(behindValue, this.text, at);
  }

  private guessedEnd(start: number): number {
    this.broken = true;
    const stop = this.nextFieldLine(start);
    const value = this.text.slice(start, stop);
    const blank = value.indexOf('\n\n');
    return start + (blank < 0 ? value : value.slice(0, blank)).replace(/[\s,}"]{1,200}$/u, '').length;
  }

  /** Where the next line that looks like a field begins, or the end. Remembered, so that no stretch is searched twice. */
  private nextFieldLine(from: number): number {
    if (this.fieldLine < from) {
      fieldLine.lastIndex = from;
      this.fieldLine = Math.min(fieldLine.exec(this.text)?.index ?? this.end, this.end);
    }
    return this.fieldLine;
  }
}
