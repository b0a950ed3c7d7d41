/** Anchors: what is written down of a passage, so that it is found again when the text around it has changed. */
import type { Anchor, Span } from '../source';

const context = 32;

/** An anchor for the passage at `span` of `text`; `at` counts UTF-16 code units from the start of `text`. */
export function anchorOf(text: string, span: Span): Anchor & { readonly at: number } {
  return {
    at: span.start,
    before: text.slice(Math.max(0, span.start - context), span.start).replace(/\s+/g, ' '),
    after: text.slice(span.end, span.end + context).replace(/\s+/g, ' '),
  };
}
