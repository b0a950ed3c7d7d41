/** The lines of a normalised text, each knowing its place. */
import type { Span } from '../source';
import { isHalf, unit, unitKind } from './units';

/** One line without its end: `text` trimmed, `start` and `end` in the text that was cut into lines. */
export type Line = Span & { readonly text: string };

/** The lines of `text` from `start` to `end`. `cutAfter` may tell that a line is two lines glued: how long the first is. */
export function linesOf(text: string, start = 0, end = text.length, cutAfter?: (line: string) => number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = start; at <= end;) {
    const feed = text.indexOf('\n', at);
    let stop = feed < 0 || feed > end ? end : feed;
    let next = stop + 1;
    const first = cutAfter?.(text.slice(at, stop)) ?? 0;
    if (first > 0 && at + first < stop) next = stop = at + first;
    lines.push({ text: text.slice(at, stop).trim(), start: at, end: stop });
    at = next;
  }
  return lines;
}

/** How many words a text has; each Chinese or Japanese character counts as half a word. */
export function wordCount(text: string): number {
  let [words, ideographs, inWord] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHalf(code)) return wordsOf(text);
    const kind = unitKind(code);
    if ((kind & unit.ideograph) !== 0) ideographs += 1;
    if (!inWord && (kind & unit.begins) !== 0) words += 1;
    inWord = (kind & unit.goesOn) !== 0 && (inWord || (kind & unit.begins) !== 0);
  }
  return words + ideographs / 2;
}

/** The same for a text with characters of two units. */
function wordsOf(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
  const ideographs = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu) ?? [];
  return words.length + ideographs.length / 2;
}

/** The text with one blank for each stretch of white space. Most texts have no other: that is seen sooner than each blank is put in its own place. */
export const singleBlanks = (text: string): string => (/\s{2}|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ') : text);

/** The text without the characters of `litter` at its end. */
export function withoutEnd(text: string, litter: string): string {
  let end = text.length;
  while (end > 0 && litter.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** The same words whatever the spaces, case and width of characters: for comparing two passages. */
export const folded = (text: string): string => (plain.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim());

/** ASCII with single blanks: only its case need be folded. */
const plain = /^[!-~]*(?: [!-~]+)*$/;
