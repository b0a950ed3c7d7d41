/** A query cut into its signs and terms, each with its place. Linear in the text. */
import type { Span } from '../source';
import { fieldNamed } from './fields';

/** One piece of a query as typed. `value` is where the value of a field stands, empty where one is missing. */
export type Token = Span & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'stray' }
  | { readonly kind: 'tag'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string; readonly exact: boolean; readonly open?: true }
  | { readonly kind: 'field'; readonly name: string; readonly nameEnd: number; readonly sign: string; readonly value: Quoted }
);

/** A value as typed: `exact` in quotation marks, which may be left `open`. */
export type Quoted = Span & { readonly text: string; readonly exact: boolean; readonly open?: true };

/** Which signs close a quotation that begins with this one. */
const closing: { readonly [open: string]: string } = { '"': '"', '“': '”', '„': '“”', '«': '»', '»': '«', '”': '”' };
const words: { readonly [word: string]: 'and' | 'or' | 'not' } = { and: 'and', or: 'or', not: 'not', '&': 'and', '&&': 'and', '|': 'or', '||': 'or' };

const isBlank = (c: string | undefined): boolean => c !== undefined && /\s/.test(c);
const isBreak = (c: string | undefined): boolean => c === undefined || isBlank(c) || c === '(' || c === ')' || Object.hasOwn(closing, c);

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text[at])) at += 1;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (!isBreak(text[at])) at += 1;
  return at;
}

/** A quotation from its opening sign. A backslash takes a sign for itself. Never closed, it runs to the end. */
function quotation(text: string, start: number): Quoted {
  const ends = closing[text[start] ?? ''] ?? '"';
  let content = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    const next = text[at + 1];
    if (sign === '\\' && (next === '"' || next === '\\')) content += text[at += 1];
    else if (ends.includes(sign)) return { start, end: at + 1, text: content, exact: true };
    else content += sign;
  }
  return { start, end: text.length, text: content, exact: true, open: true };
}

/** The value at a place, quoted or one word; empty where neither begins. */
function valueAt(text: string, at: number): Quoted {
  if (Object.hasOwn(closing, text[at] ?? '')) return quotation(text, at);
  const end = /[<>=:]/.test(text[at] ?? '') ? at : wordEnd(text, at);
  return { start: at, end, text: text.slice(at, end), exact: false };
}

const sign = /:?(?:<=|>=|<|>|=)|:/y;

function signAt(text: string, at: number): string {
  sign.lastIndex = at;
  return sign.exec(text)?.[0] ?? '';
}

const name = /\p{L}{1,20}/uy;

/** `name:value`. Around the sign of a known field blanks may stand: `year >= 2014`. */
function fieldAt(text: string, start: number): Token | undefined {
  name.lastIndex = start;
  const typed = name.exec(text)?.[0] ?? '';
  const nameEnd = start + typed.length;
  if (typed === '') return undefined;
  const isKnown = fieldNamed(typed) !== undefined || typed.toLowerCase() === 'tag';
  const at = isKnown && /[<>=]/.test(text[skipBlanks(text, nameEnd)] ?? '') ? skipBlanks(text, nameEnd) : nameEnd;
  const found = signAt(text, at);
  if (found === '') return undefined;
  const behind = at + found.length;
  const value = valueAt(text, isKnown ? valueStart(text, behind) : behind);
  if (!isKnown && (value.start === value.end || value.text.startsWith('/'))) return undefined;
  return { kind: 'field', start, end: Math.max(behind, value.end), name: typed, nameEnd, sign: found, value };
}

/** A value may stand behind a blank; what closes the query or a bracket is none. */
function valueStart(text: string, behind: number): number {
  const at = skipBlanks(text, behind);
  return at < text.length && text[at] !== '(' && text[at] !== ')' ? at : behind;
}

/** `-` and `!` before a term turn it round. */
const turnsRound = (text: string, at: number): boolean =>
  (text[at] === '-' || text[at] === '!') && !isBlank(text[at + 1]) && text[at + 1] !== undefined && text[at + 1] !== ')';

function tokenAt(text: string, start: number): Token {
  const c = text[start] as string;
  if (c === '(' || c === ')') return { kind: c === '(' ? 'open' : 'close', start, end: start + 1 };
  if (Object.hasOwn(closing, c)) return { kind: 'words', ...quotation(text, start) };
  if (turnsRound(text, start)) return { kind: 'not', start, end: start + 1 };
  if (c === '#') return tagAt(text, start);
  const field = fieldAt(text, start);
  if (field !== undefined) return field;
  const end = Math.max(wordEnd(text, start), start + 1);
  const word = text.slice(start, end);
  const kind = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined;
  if (kind !== undefined) return { kind, start, end };
  if (/^[<>=:]/.test(word)) return { kind: 'stray', start, end };
  return { kind: 'words', start, end, text: word, exact: false };
}

function tagAt(text: string, start: number): Token {
  const end = wordEnd(text, start + 1);
  return { kind: 'tag', start, end, text: text.slice(start + 1, end) };
}

/** All pieces of a query, in order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, tokens.at(-1)?.end ?? text.length)) tokens.push(tokenAt(text, at));
  return tokens;
}
