/** What each syntax brings: the row of the table in `syntaxes.ts`. Positions are UTF-16 code units of the draft. */
import type { Span, TextEdit } from '../source';
import type { Citation, CiteRequest, CompletionContext } from './citation';

/** Edits of the draft as it is, and where the cursor stands in the text after them. */
export type Insertion = { readonly edits: readonly TextEdit[]; readonly cursor: number };

export type SyntaxRules = {
  /** VS Code's language ids. */
  readonly languages: readonly string[];
  /** All citations in order of the text, in linear time. In LaTeX one may stand in an argument of the one before. */
  find(text: string): readonly Citation[];
  /** See `insertCitation` in `syntaxes.ts`. */
  insert(text: string, offset: number, requests: readonly CiteRequest[], command?: string): Insertion;
  /** The key being typed at the offset, if it is a place for a key. */
  complete(text: string, offset: number): CompletionContext | undefined;
  /** A key as it is written after `@` or between braces. */
  keyText(key: string): string;
};

/** Does this stretch of the text hold the cursor, its end included but not its beginning? */
export const holds = (span: Span, offset: number): boolean => span.start < offset && offset <= span.end;

/** The same text with the stretches blanked, so that positions stay; line ends too, unless they are to be kept. */
export function blankOut(text: string, stretches: readonly Span[], keepLines: boolean): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    parts.push(text.slice(at, start));
    parts.push(keepLines ? text.slice(start, end).replace(/[^\n]/g, ' ') : ' '.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Requests without those that are asked for twice. */
export function distinct(requests: readonly CiteRequest[]): readonly CiteRequest[] {
  const seen = new Set<string>();
  return requests.filter((request) => {
    const mark = JSON.stringify([request.key, request.locator ?? '', request.prefix ?? '']);
    return !seen.has(mark) && seen.add(mark);
  });
}
