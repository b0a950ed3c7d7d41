/** The table of syntaxes, and what one can do in any of them. Positions are UTF-16 code units of the draft. */
import type { Citation, CitedKey, CiteRequest, CompletionContext, Syntax } from './citation';
import { syntaxes } from './citation';
import { latex } from './latex';
import { markdown } from './markdown';
import type { Insertion, SyntaxRules } from './rules';

const rules: { readonly [S in Syntax]: SyntaxRules } = { markdown, latex };

/** The language ids of VS Code in which one can cite. */
export const citingLanguages: readonly string[] = syntaxes.flatMap((syntax) => rules[syntax].languages);

/** The syntax of a language id, if one can cite in that language. */
export const syntaxOf = (languageId: string): Syntax | undefined =>
  syntaxes.find((syntax) => rules[syntax].languages.includes(languageId));

/** All citations of a draft, in its order; linear in the text. Code, comments, e-mail addresses and the like cite nothing. */
export const findCitations = (syntax: Syntax, text: string): readonly Citation[] => rules[syntax].find(text);

/**
 * Cites the sources at the offset. With the cursor inside a citation or directly behind it, that one is extended; a
 * key that stands there already is not repeated, but gets a locator if it has none. `command` is the LaTeX command
 * for a new citation; without it, the one that fits the draft (see `citeCommand`). No edits: nothing was to be done.
 */
export function insertCitation(
  syntax: Syntax, text: string, offset: number, requests: readonly CiteRequest[], options: { readonly command?: string } = {},
): Insertion {
  return rules[syntax].insert(text, offset, requests, options.command);
}

/** What is being typed at the offset if a citation key belongs there: after `@`, or in the braces of `\cite{…}`. */
export const completionAt = (syntax: Syntax, text: string, offset: number): CompletionContext | undefined =>
  rules[syntax].complete(text, offset);

/** The key at the offset, its `@` included; for a hover and the like. */
export function citedKeyAt(syntax: Syntax, text: string, offset: number): CitedKey | undefined {
  for (const { keys } of findCitations(syntax, text)) {
    const key = keys.find(({ span }) => reach(text, span.start) <= offset && offset <= span.end);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Where a key's own signs begin: at `@` or `@{`. */
function reach(text: string, start: number): number {
  if (text[start - 1] === '@') return start - 1;
  return text.startsWith('@{', start - 2) ? start - 2 : start;
}

/** A key as a completion writes it into the place that {@link completionAt} gives: `odd key` → `{odd key}` in Markdown. */
export const keyText = (syntax: Syntax, key: string): string => rules[syntax].keyText(key);
