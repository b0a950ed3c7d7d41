/** Which words after a key are a locator, and which merely follow: `pp. 3-5 and *passim*`. The rules are Pandoc's. */
import { labelWords } from '../notes';
import type { Span } from '../source';
import { isBlank } from './rules';

/** Labels of CSL locators as people write them, but for those that are mostly something else in a sentence. */
const labels = new Set([...labelWords.keys()].filter((word) => !['time', 'times', 'title', 'titles'].includes(word)));
const isLabel = (word: string): boolean => labels.has(word.toLowerCase());

const roman = /^[ivxlcdm]+$/i;
const word = /[\p{L}\p{N}§¶№][\p{L}\p{M}.§¶]{0,39}/uy;
const signs = /[§¶№]{1,40}/y;
/** `\S`, `\S\S~`, `\P{}`: the signs as LaTeX has them, with what may part them from a number. */
const texSigns = /(?:\\(?:S|P|textsection|textparagraph)(?![A-Za-z])(?:\{\})?){1,2}(?:\\[,;: ])?/y;
const unit = /[^\s,;()[\]{}"“”«»!?*]{1,120}/uy;
const separator = /[ \t]*(?:[,;\r][ \t\r]*)?(?:\n[ \t\r]*)?/y;

/** A `{…}`, `(…)` or `[…]` that opens here, within a line or two; gives where it ends. */
function bracketed(text: string, at: number, end: number, openers: string): number | undefined {
  if (at >= end || !openers.includes(text[at] as string)) return undefined;
  let depth = 0;
  for (let here = at; here < Math.min(end, at + 200); here += 1) {
    if ('{(['.includes(text[here] as string)) depth += 1;
    else if ('})]'.includes(text[here] as string) && --depth === 0) return here + 1;
  }
  return undefined;
}

/** The end of a label that stands here and its blanks, `p. ` or `§`; undefined when there is none. */
function labelEnd(text: string, at: number, end: number, tex: boolean): number | undefined {
  const label = (tex && matched(texSigns, text, at, end)) || matched(signs, text, at, end) || labelIn(matched(word, text, at, end));
  if (label === '') return undefined;
  let after = at + label.length;
  while (after < end && (text[after] === '~' || isBlank(text, after))) after += 1;
  return after;
}

/** The label that a word is, or begins with: `S.` of `S.v.`; empty when it is none. */
function labelIn(found: string): string {
  if (isLabel(found)) return found;
  const label = found.includes('.') ? /^\p{L}{1,5}\.(?=.)/u.exec(found)?.[0] ?? '' : '';
  return isLabel(label) ? label : '';
}

/** What a sticky pattern finds here, not beyond the end; empty when nothing. */
function matched(pattern: RegExp, text: string, at: number, end: number): string {
  pattern.lastIndex = at;
  return pattern.test(text) ? text.slice(at, Math.min(pattern.lastIndex, end)) : '';
}

const hasDigit = (text: string): boolean => /[0-9]/.test(text) || /\p{N}/u.test(text);

/** The end of a page or the like that stands here: with a digit in it or, after a label, Roman. */
function unitEnd(text: string, at: number, end: number, labelled: boolean): number | undefined {
  const brackets = bracketed(text, at, end, '([{');
  if (brackets !== undefined) return /[\p{N}]|^.[ivxlcdm]+.$/iu.test(text.slice(at, brackets)) ? brackets : undefined;
  const found = matched(unit, text, at, end);
  const counts = hasDigit(found) || (labelled && found.split(/[-–—]/).every((part) => part !== '' && roman.test(part)));
  if (!counts) return undefined;
  let done = at + found.length;
  for (let next = bracketed(text, done, end, '(['); next !== undefined; next = bracketed(text, done, end, '([')) done = next;
  return done;
}

/**
 * Where the locator ends that begins at the start of this stretch; the start itself when there is none. A label (`p.`,
 * `ch.`, `S.`, `стр.`) and then numbers, or numbers alone; or anything in braces, as Pandoc has it. With `tex`, `\S 4` too.
 */
export function locatorEnd(text: string, { start, end }: Span, tex = false): number {
  const braces = text[start] === '{' ? bracketed(text, start, end, '{') : undefined;
  if (braces !== undefined) return braces;
  const labelled = labelEnd(text, start, end, tex);
  const first = unitEnd(text, labelled ?? start, end, labelled !== undefined);
  if (first === undefined) return start;
  for (let done = first; ;) {
    separator.lastIndex = done;
    separator.test(text);
    const from = Math.max(separator.lastIndex, done);
    const next = from < end && from > done ? unitEnd(text, labelEnd(text, from, end, tex) ?? from, end, labelled !== undefined) : undefined;
    if (next === undefined) return done;
    done = next;
  }
}
