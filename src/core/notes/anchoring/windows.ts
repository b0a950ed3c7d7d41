/** Where to look closely for a long quotation in a long text, so that looking takes no longer than a person notices. */
import type { Span } from '../../source';

/** How many blocks of the table of distances may be worked out: some ten milliseconds. */
const budget = 2_000_000;
/** Pieces of the quotation that are looked for as they are, and their length. */
const pieces = 24;
const pieceLength = 10;
/** How often a piece may stand in the text before it tells nothing. */
const mostOften = 12;
/** How many places are looked at closely. */
const mostWindows = 6;

/**
 * The stretches of `text` in which `wanted` may stand: all of it, if there is time for that; else where most of its pieces stand in
 * about the right distances, and where it stood before (`at`). They never overlap.
 */
export function windowsFor(text: string, wanted: string, blocks: number, at: number | undefined): Span[] {
  if (text.length * blocks <= budget) return [{ start: 0, end: text.length }];
  const room = Math.ceil(wanted.length * 0.4) + pieceLength;
  const starts = [...likelyStarts(text, wanted, room), ...(at === undefined ? [] : [at])];
  return joined(starts.map((start) => ({ start: Math.max(0, start - room), end: Math.min(text.length, start + wanted.length + room) })));
}

/** Where the quotation would begin, by most of its pieces; the likeliest first. */
function likelyStarts(text: string, wanted: string, room: number): number[] {
  const votes = new Map<number, { count: number; start: number }>();
  const step = Math.max(pieceLength, Math.floor(wanted.length / pieces));
  for (let from = 0; from + pieceLength <= wanted.length; from += step) {
    for (const place of placesOf(text, wanted.slice(from, from + pieceLength))) {
      const start = place - from;
      const bin = Math.round(start / room);
      const vote = votes.get(bin) ?? { count: 0, start };
      votes.set(bin, { count: vote.count + 1, start: vote.start });
    }
  }
  return [...votes.values()].sort((a, b) => b.count - a.count).slice(0, mostWindows).map(({ start }) => start);
}

/** Where a piece stands; nowhere when it stands everywhere. */
function placesOf(text: string, piece: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    if (places.push(at) > mostOften) return [];
  }
  return places;
}

/** The same stretches in order, those that touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last === undefined || span.start > last.end) whole.push(span);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return whole;
}
