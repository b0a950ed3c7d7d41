/** What is coded of a source, as one line of plain text, and where each note’s passage stands in it. */
import { findQuote } from '../notes';
import type { Anchor, Item, Note, Span } from '../source';

/**
 * `text` has no line end, so that no program can count one as two. It begins with the abstract, `abstractLength` UTF-16 code units long; passages
 * that are not in the abstract follow it. `spans` are in UTF-16 code units.
 */
export type SourceText = { readonly text: string; readonly abstractLength: number; readonly spans: ReadonlyMap<Note, Span> };

const between = ' ¶ ';

/** One for one, so that places stay. */
const oneLine = (text: string): string => text.replace(/\s/g, ' ').replace(/\p{Surrogate}/gu, '\ufffd');

export function sourceText(item: Item, notes: readonly Note[]): SourceText {
  const abstract = item.abstract ?? '';
  let text = oneLine(abstract);
  const spans = new Map<Note, Span>();
  for (const note of notes) {
    if (note.quote === undefined || note.quote === '') continue;
    const found = placeOf(abstract, note.quote, note.anchor);
    if (found === undefined) text += (text === '' ? '' : between) + oneLine(note.quote);
    spans.set(note, found ?? { start: text.length - note.quote.length, end: text.length });
  }
  return { text, abstractLength: abstract.length, spans };
}

/** Where a text holds these words: the same but for line ends, blanks and the kind of quotation marks and hyphens. Words that were changed since are not these. */
export function placeOf(text: string, quote: string, anchor?: Anchor): Span | undefined {
  const found = text === '' ? undefined : findQuote(text, quote, anchor);
  return found !== undefined && plainWords(text.slice(found.start, found.end)) === plainWords(quote) ? found : undefined;
}

const plainWords = (text: string): string => text.replace(/[’‘‚]/g, '\'').replace(/[“”„«»]/g, '"').replace(/[‐‑–—]/g, '-').replace(/\s+/g, ' ').trim();

/** Places counted in UTF-16 code units as places counted in code points, for many places of one text. */
export function codePoints(text: string): (offset: number) => number {
  const low: number[] = [];
  for (let at = text.search(/[\udc00-\udfff]/); at >= 0 && at < text.length; at += 1) if (isSecondHalf(text.charCodeAt(at))) low.push(at);
  return (offset) => offset - countBelow(low, offset);
}

const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
