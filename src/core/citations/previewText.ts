/**
 * A draft made ready for a Markdown renderer that knows nothing of citations: each is replaced by a mark that the renderer
 * passes on, and no line moves, so that the preview still scrolls with the text.
 */
import type { Span } from '../source';

/** A mark is a sign at which every Markdown renderer stops, then private characters around what is marked. */
const [open, close] = ['@\uE000', '\uE001'] as const;

/** Where the reference list is to stand. */
export const listMark = 'refs';

const placeBegins = /^ {0,3}:{3,20}[ \t]{0,20}(?:\{#refs[^}]{0,100}\}|#?refs)[ \t:]*$/;
const placeEnds = /^ {0,3}:{3,20}[ \t]*$/;

/** Puts a mark into Pandoc's place for the reference list, `::: {#refs}` with nothing in it. */
function withPlace(text: string): string {
  if (!text.includes('refs')) return text;
  const all = text.split('\n');
  const from = all.findIndex((line) => placeBegins.test(line));
  let to = from + 1;
  while (to < all.length && all[to]?.trim() === '') to += 1;
  if (from < 0 || !placeEnds.test(all[to] ?? '')) return text;
  return [...all.slice(0, from), `${open}${listMark}${close}`, ...Array.from({ length: to - from }, () => ''), ...all.slice(to + 1)].join('\n');
}

const lines = (text: string): string => '\n'.repeat(text.split('\n').length - 1);

/**
 * The draft with a mark for each span, which are in order and don't overlap, and for the place of the reference list if it has
 * one outside of them. What stands in the draft of these private characters is left out.
 */
export function markedForPreview(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  spans.forEach(({ start, end }, index) => {
    pieces.push(clean(text.slice(at, start)), `${open}${index}${close}`, lines(text.slice(start, end)));
    at = end;
  });
  pieces.push(clean(text.slice(at)));
  return withPlace(pieces.join(''));
}

const clean = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** The mark that stands at a position: what it names, and where it ends. */
export function markAt(text: string, position: number): { readonly name: string; readonly end: number } | undefined {
  if (!text.startsWith(open, position)) return undefined;
  const end = text.indexOf(close, position);
  return end < 0 ? undefined : { name: text.slice(position + open.length, end), end: end + close.length };
}
