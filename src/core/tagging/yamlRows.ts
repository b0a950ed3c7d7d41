/**
 * A YAML text as rows and blocks of rows, to change it in place. It knows block mappings by their indentation, which is how
 * people write a codebook; what it can't place it does not touch. Nothing here reads values: a YAML reader does, afterwards.
 */
import { lineEndOf, linesOf } from '../library';
import type { TextEdit } from '../source';

/** One row. `old` is its place in the text it came from, absent for a new one. Comments and blank rows are `beside` the data. */
export type Row = { readonly text: string; readonly indent: number; readonly beside: boolean; readonly old?: { readonly start: number; readonly end: number; readonly next: number } };

/** A key with its value: its row is `at`, the rows up to `end` are its own. `after` is where in its row the colon ends. */
export type Block = { readonly key: string; readonly at: number; readonly end: number; readonly indent: number; readonly after: number };

/** A reason in words why a text can't be changed in place. */
export class Unplaced extends Error {}

const indentOf = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;
const opensText = /(?:^|[\s:-])[|>][+-]?[1-9]?[+-]?[ \t]*(?:#|$)/;

/** The rows of a text. Rows of a text block (`|`, `>`) are data even where they look like comments. */
export function rowsOf(text: string): Row[] {
  let within: number | undefined;
  return linesOf(text).map(({ text: raw, start, end, next }) => {
    const [indent, bare] = [indentOf(raw), raw.trim()];
    if (within !== undefined && bare !== '' && indent <= within) within = undefined;
    const beside = bare === '' || (within === undefined && bare.startsWith('#'));
    if (within === undefined && !beside && opensText.test(raw)) within = indent;
    return { text: raw, indent, beside, old: { start, end, next } };
  });
}

/** A new row. */
export const row = (text: string): Row => ({ text, indent: indentOf(text), beside: text.trim() === '' });

/** The edits that turn a text into these rows, each as narrow as the rows that are new. */
export function editsBetween(text: string, rows: readonly Row[]): TextEdit[] {
  const lineEnd = lineEndOf(text);
  const edits: TextEdit[] = [];
  let [at, fresh] = [0, [] as string[]];
  const put = (until: number): void => {
    if (fresh.length > 0 || until > at) edits.push(gap(text, { start: at, end: until }, fresh, lineEnd));
    fresh = [];
  };
  for (const { old, text: words } of rows) {
    if (old === undefined) { fresh.push(words); continue; }
    put(old.start);
    at = old.next;
  }
  put(text.length);
  return edits;
}

/** One stretch of the text with new rows in its place; a text whose last line has no end keeps it so. */
function gap(text: string, { start, end }: { start: number; end: number }, rows: readonly string[], lineEnd: string): TextEdit {
  const whole = rows.map((words) => words + lineEnd).join('');
  const joins = start > 0 && text[start - 1] !== '\n';
  if (joins) return { start, end, text: lineEnd + whole.slice(0, -lineEnd.length) };
  const endless = end === text.length && end > start && text[end - 1] !== '\n';
  return { start, end, text: endless ? whole.slice(0, -lineEnd.length) : whole };
}

/** The blocks that begin at one indentation among the rows from `from` to `to`. Throws {@link Unplaced} for rows that are no keys. */
export function blocksIn(rows: readonly Row[], from: number, to: number): Block[] {
  const blocks: Block[] = [];
  let indent: number | undefined;
  for (let at = from; at < to; at += 1) {
    const { beside, indent: own, text } = rows[at] as Row;
    if (beside || (own === 0 && /^(?:---[ \t]*(?:#.*)?|%.*)$/.test(text))) continue;
    indent ??= own;
    const last = blocks.at(-1);
    if (/^ *\t/.test(text)) throw new Unplaced('it is indented with tabs');
    if (own > indent || (own === indent && last !== undefined && /^-(?:\s|$)/.test(text.trim()))) {
      if (last === undefined) throw new Unplaced('its lines are not indented alike');
      blocks[blocks.length - 1] = { ...last, end: at + 1 };
    } else if (own < indent) throw new Unplaced('its lines are not indented alike');
    else blocks.push({ ...keyIn(text), at, end: at + 1, indent });
  }
  return blocks;
}

/** The blocks below a block. */
export const blocksBelow = (rows: readonly Row[], { at, end }: Block): Block[] => blocksIn(rows, at + 1, end);

function keyIn(text: string): { key: string; after: number } {
  const start = indentOf(text);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text.slice(start))?.[0];
  const colon = quoted === undefined ? text.search(/:(?=\s|$)/) : start + quoted.length + text.slice(start + quoted.length).search(/\S/);
  const key = quoted ?? text.slice(start, Math.max(start, colon)).trimEnd();
  if (text[colon] !== ':' || (quoted === undefined && !/^[\p{L}\p{N}_]/u.test(key))) throw new Unplaced(`“${text.trim().slice(0, 40)}” is no key with a colon`);
  return { key: plainOf(key), after: colon + 1 };
}

/** A scalar without its quotation marks. */
export function plainOf(scalar: string): string {
  if (scalar.startsWith("'")) return scalar.slice(1, -1).replaceAll("''", "'");
  if (!scalar.startsWith('"')) return scalar;
  try {
    return JSON.parse(scalar) as string;
  } catch {
    return scalar.slice(1, -1);
  }
}

/** What stands behind the colon of a block's row: `value`, and from `rest` on the blanks and the comment. */
export function valueIn(text: string, after: number): { readonly value: string; readonly start: number; readonly rest: number } {
  const start = after + (text.slice(after).search(/\S|$/));
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*(?:#|$))/.exec(text.slice(start))?.[0];
  if (quoted !== undefined) return { value: quoted, start, rest: start + quoted.length };
  const list = /^[[{]/.test(text.slice(start)) ? closing(text, start) : undefined;
  const comment = text.slice(list ?? after).search(/(?:^|\s)#/);
  const end = comment < 0 ? text.length : (list ?? after) + comment;
  const value = text.slice(start, Math.max(start, end)).trimEnd();
  return { value, start, rest: start + value.length };
}

/** Behind the bracket that closes the one at `start`, if it stands in the same row. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  for (const { 0: piece, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.){0,2000}"|'(?:[^']|''){0,2000}'|[[\]{}]/g)) {
    if (/^[[{]$/.test(piece)) depth += 1;
    else if (/^[\]}]$/.test(piece)) depth -= 1;
    if (depth === 0) return start + index + piece.length;
  }
  return undefined;
}

/** The parts of a list or mapping in brackets, as they are written. Throws {@link Unplaced} for brackets within brackets. */
export function partsOf(bracketed: string): string[] {
  const inner = bracketed.slice(1, -1);
  const pieces = inner.match(/"(?:[^"\\]|\\.){0,2000}"|'(?:[^']|''){0,2000}'|[^"']|["']/g) ?? [];
  const parts = [''];
  for (const piece of pieces) {
    if (/^[[\]{}]$/.test(piece)) throw new Unplaced('it has brackets within brackets');
    if (piece === ',') parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A key as we write it: bare where every reader of YAML takes it for text. */
export const keyText = (key: string): string => (/^\p{L}[\p{L}\p{M}\p{N}_/-]*$/u.test(key) && !reserved.test(key) ? key : literal(key));

/** A text in quotation marks, with nothing in it that YAML takes for a line end or does not take at all. */
const literal = (text: string): string => JSON.stringify(text)
  .replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value as we write it in a row of its own; `marked` always with quotation marks. */
export function valueText(value: string, marked = false): string {
  const bare = !marked && /^\p{L}[^:#\p{C}\u2028\u2029]*$/u.test(value) && value.trimEnd() === value && !reserved.test(value);
  return bare ? value : literal(value);
}

/** A value as we write it between brackets. */
export const partText = (value: string): string => (/[,[\]{}"':]/.test(value) ? literal(value) : valueText(value));
