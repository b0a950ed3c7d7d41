/** What each syntax brings: the row of the table in `syntaxes.ts`. */
import { inDraft, type DraftText } from '../exits';
import type { Span } from '../source';
import type { Change, Citation, CitedKey, CiteManner, CiteRequest, CompletionContext, DraftEdit, Fact, Insertion } from './citation';

/** What holds for a whole draft: commands that cite besides the usual (by name, with the shape of their arguments). */
export type House = {
  readonly commands: ReadonlyMap<string, string>;
  /** Closings that are known to be missing from a position on, so that no one looks for them twice. */
  readonly missing: Map<string, number>;
};

/**
 * A stretch of the draft that can be read by itself: it begins where a line does, in plain text, and its end is the beginning
 * of the next. All positions are those of the draft. `reach`: how far the text was looked at to read it; Infinity when to
 * the end. So nothing after `reach` and nothing before the start can change what was read.
 */
export type Block = {
  readonly start: number;
  readonly end: number;
  readonly reach: number;
  readonly citations: readonly Citation[];
  readonly facts: readonly Fact[];
};

/** A block with what an edit of it must know: its text, whether it is the first, and the draft's own ways of citing. */
export type Passage = {
  readonly text: string;
  readonly first: boolean;
  readonly citations: readonly Citation[];
  readonly ways: Ways;
};

/** How a draft cites: its package and the command it uses most (LaTeX, MyST), and the commands that it defines itself. */
export type Ways = { readonly packages: readonly string[]; readonly used: ReadonlyMap<string, number>; readonly commands: ReadonlyMap<string, string> };

/** Positions are those of the passage's text. */
export type SyntaxRules = {
  /** VS Code's language ids. */
  readonly languages: readonly string[];
  /** The endings of such files, lower-case, without the dot. */
  readonly endings: readonly string[];
  /** Reads the block that begins at `start`. All blocks together take linear time. */
  readBlock(text: string, start: number, house: House): Block;
  /** See `insertCitation` in `syntaxes.ts`. */
  insert(passage: Passage, offset: number, requests: readonly CiteRequest[], manner: CiteManner): Insertion;
  /** The citation without one of its keys, or no citation at all when that was its last. */
  remove(passage: Passage, citation: Citation, key: CitedKey): readonly DraftEdit[];
  /** Other details for one key. */
  change(passage: Passage, citation: Citation, key: CitedKey, change: Change): readonly DraftEdit[];
  /** The key being typed at the offset, if it is a place for a key. */
  complete(passage: Passage, offset: number): CompletionContext | undefined;
  /** Can a citation hold this key, so that nothing of it is read as anything else? */
  canCite(key: string): boolean;
  /** A key as it is written after `@` or between braces. */
  keyText(key: string): DraftText;
  /** How another key is written in place of this one. */
  rename(text: string, key: CitedKey, name: string): DraftEdit;
};

/** Does this stretch of the text hold the cursor, its end included but not its beginning? */
export const holds = (span: Span, offset: number): boolean => span.start < offset && offset <= span.end;

/** The same text with the stretches blanked, so that positions stay; line ends too, unless they are to be kept. */
export function blankOut(text: string, stretches: readonly Span[], keepLines: boolean): string {
  if (stretches.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of stretches) {
    parts.push(text.slice(at, start));
    const blank = ' '.repeat(end - start);
    const words = keepLines ? text.slice(start, end) : '';
    parts.push(words.includes('\n') ? words.replace(/[^\n]/g, ' ') : blank);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Requests without those that are asked for twice. */
export function distinct(requests: readonly CiteRequest[]): readonly CiteRequest[] {
  const seen = new Set<string>();
  return requests.filter((request) => {
    const mark = JSON.stringify([request.key, request.locator ?? '', request.prefix ?? '', request.suffix ?? '']);
    return !seen.has(mark) && seen.add(mark);
  });
}

/** Is the character at this position a blank or a line end? */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || (code > 0x1fff && /\s/.test(text[at] as string));
}

/** The stretch without the blanks (and other signs, if given) at its ends; undefined when nothing is left. */
export function trimmed(text: string, span: Span, signs = ''): Span | undefined {
  let { start, end } = span;
  while (start < end && (isBlank(text, start) || signs.includes(text[start] as string))) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return start < end ? (start === span.start && end === span.end ? span : { start, end }) : undefined;
}

/** What is written where something only goes. */
export const nothing: DraftText = inDraft``;

/** A whole citation taken away, with the blank that set it apart from the word before. */
export function cutOut(text: string, { start, end }: Span): DraftEdit {
  const lineStart = start === 0 || text[start - 1] === '\n';
  const apart = text[start - 1] === ' ' && !/[\p{L}\p{N}([{“„«'"]/u.test(text[end] ?? ' ') && text[start - 2] !== '\n' && start > 1;
  if (apart) return { start: start - 1, end, text: nothing };
  return { start, end: lineStart && text[end] === ' ' ? end + 1 : end, text: nothing };
}

/** Words on one line, without blanks at their ends. */
export const oneLine = (words: string | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();
