/** Citations in a draft: values on the ground floor of this room. Positions are UTF-16 code units of the draft. */
import type { Span } from '../source';

/** The languages one can cite in; a row each in `index.ts`. */
export const syntaxes = ['markdown', 'latex'] as const;
export type Syntax = (typeof syntaxes)[number];

/** One key of a citation, with the span of the key alone (no `@`, no braces). Texts are as written in the draft. */
export type CitedKey = {
  readonly key: string;
  readonly span: Span;
  readonly prefix?: string;
  readonly locator?: string;
  readonly suppressAuthor?: boolean;
};

/**
 * One citation: `[see @a, p. 3; @b]`, a bare `@a`, `\autocite[3]{a,b}`. `span` covers all of it.
 * `command` is the LaTeX command without backslash, or `[]` / `@` in Markdown.
 */
export type Citation = { readonly span: Span; readonly command: string; readonly keys: readonly CitedKey[] };

/** What to cite: a key, and where in the source. */
export type CiteRequest = { readonly key: string; readonly locator?: string; readonly prefix?: string };

/** What completion needs at a position: what was typed, and the stretch that accepting an item replaces. */
export type CompletionContext = { readonly typed: string; readonly replace: Span };
