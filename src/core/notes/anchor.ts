/** Anchors: where a quoted passage stands, so that it is found again when the text around it has changed. */
import type { Anchor, Span } from '../source';

const context = 32;

/** An anchor for the passage at `span` of `text`; `at` counts UTF-16 code units from the start of `text`. */
export function anchorOf(text: string, span: Span): Anchor {
  return {
    at: span.start,
    before: text.slice(Math.max(0, span.start - context), span.start).replace(/\s+/g, ' '),
    after: text.slice(span.end, span.end + context).replace(/\s+/g, ' '),
  };
}

/**
 * Where a quotation stands in a text: at the anchor's place if it still says that, else where it stands with white
 * space read alike, nearest to the anchor's place. Undefined when the text no longer holds it.
 */
export function findQuote(text: string, quote: string, anchor?: Anchor): Span | undefined {
  const at = anchor?.at ?? -1;
  if (at >= 0 && text.startsWith(quote, at)) return { start: at, end: at + quote.length };
  const [loose, places] = flattened(text);
  const wanted = flattened(quote)[0].trim();
  if (wanted === '') return undefined;
  let best: Span | undefined;
  for (let from = loose.indexOf(wanted); from >= 0; from = loose.indexOf(wanted, from + 1)) {
    const span = { start: places[from] as number, end: (places[from + wanted.length - 1] as number) + 1 };
    if (best === undefined || Math.abs(span.start - at) < Math.abs(best.start - at)) best = span;
  }
  return best;
}

/** The text with runs of white space as one space, curly quotes straight, and the place of each character. */
function flattened(text: string): [string, number[]] {
  let [flat, spaced] = ['', true];
  const places: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string;
    const space = /\s/.test(char);
    if (space && spaced) continue;
    flat += space ? ' ' : (straight[char] ?? char);
    places.push(i);
    spaced = space;
  }
  return [flat, places];
}

const straight: { readonly [char: string]: string } = { '’': "'", '‘': "'", '“': '"', '”': '"', '‑': '-', '‐': '-' };
