/** Several pages in one paste, parted by a rule or by empty lines: each is read by itself. */
import type { Span } from '../../source';

/** A line of dashes, stars or the like, or two empty lines or more. */
const parting = /\n[ \t]*(?:[-–—=*_~#•.]{3,80}|(?:[-*] ){2,20}[-*])[ \t]*(?=\n)|\n(?:[ \t]*\n){2,20}|\f/gu;
/** More parts than this are no pages. */
const mostParts = 40;
/** Less than this is no page, in UTF-16 code units. */
const leastPage = 120;

/** The parts of a stretch of text, in order, when it has two or more of the size of a page; else the whole. */
export function partsOf(text: string, { start, end }: Span): readonly Span[] {
  const bounds = [start, ...[...text.slice(start, end).matchAll(parting)].map(({ index, 0: mark }) => start + index + mark.length), end];
  const parts = bounds.slice(0, -1).map((from, index) => ({ start: from, end: bounds[index + 1] ?? end })).filter((part) => text.slice(part.start, part.end).trim() !== '');
  const whole = parts.every((part) => text.slice(part.start, part.end).trim().length >= leastPage);
  return parts.length >= 2 && parts.length <= mostParts && whole ? parts : [{ start, end }];
}

/** Between two places of a text, where one page most likely ends and the next begins: undefined when they stand on one line. */
export function borderBetween(text: string, from: number, to: number): number | undefined {
  const stretch = text.slice(from, to);
  const marks = [...stretch.matchAll(parting)].at(-1) ?? [...stretch.matchAll(/\n[ \t]*\n/gu)].find(({ index }) => !/\n[^\n]{200,}/u.test(stretch.slice(index)));
  if (marks !== undefined) return from + marks.index + marks[0].length;
  const lines = [...stretch.matchAll(/\n/gu)].map(({ index }) => index);
  return lines.length < 2 ? undefined : from + (lines[lines.length - 1] ?? 0) + 1;
}
