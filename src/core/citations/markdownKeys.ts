/** Citation keys in Pandoc Markdown: how one is written, and which `@` is none. */
import { inDraft, type DraftText } from '../exits';
import { plainInline, plainLines } from '../markdownProse';
import type { Span } from '../source';
import { bareWords } from './words';

/** A key where it stands: `span` is the key alone, `whole` has its `-`, `@` and braces too. */
export type KeyHere = { readonly key: string; readonly span: Span; readonly whole: Span; readonly suppressAuthor: boolean };

const inKey = '[\\p{L}\\p{N}\\p{M}_]';
const plainKey = `[\\p{L}\\p{N}_](?:${inKey}|[:.#$%&\\-+?<>~\\/](?=${inKey})|[:\\/](?=\\/))*`;
const keyHere = new RegExp(`${plainKey}|\\{[^{}\\n]+\\}`, 'yu');
const wholeKey = new RegExp(`^${plainKey}$`, 'u');
const wordBefore = /[\p{L}\p{N}\p{M}]$/u;
const asciiWord = /[A-Za-z0-9]/;

/** Quarto's own references: figures, tables, sections and theorems, by the prefix of their label. */
const crossReference =
  /^(?:fig|tbl|lst|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|eq|sec)-/;

/** Is this a label of Quarto's (`fig-map`), and so no key of a source? */
export const isCrossReference = (key: string): boolean =>
  key.indexOf('-') > 0 && crossReference.test(key.charAt(0).toLowerCase() + key.slice(1));

/** Does a word end here, so that an `@` belongs to an address? A full stop belongs to its word, three of them do not. */
export function afterWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if (before === '.') return text.slice(Math.max(0, at - 3), at) !== '...';
  return before < '\u0080' ? asciiWord.test(before) : wordBefore.test(text.slice(Math.max(0, at - 2), at));
}

/** The key whose `@` stands at this position of prose. */
export function keyAt(prose: string, at: number): KeyHere | undefined {
  if (afterWord(prose, at)) return undefined;
  keyHere.lastIndex = at + 1;
  if (!keyHere.test(prose)) return undefined;
  const end = keyHere.lastIndex;
  const braces = prose[at + 1] === '{' ? 1 : 0;
  const key = prose.slice(at + 1 + braces, end - braces);
  if (isCrossReference(key)) return undefined;
  const suppressAuthor = prose[at - 1] === '-' && prose[at - 2] !== '-' && !afterWord(prose, at - 1);
  return {
    key, suppressAuthor, span: { start: at + 1 + braces, end: end - braces },
    whole: { start: suppressAuthor ? at - 1 : at, end },
  };
}

/** A key as it is written after `@`: in braces if Pandoc would not read all of it otherwise. */
export const markdownKey = (key: string): DraftText => (wholeKey.test(key) ? bareWords(key) : inDraft`{${bareWords(key)}}`);

/** Can a citation hold this key, in braces if need be? Not with signs that would end it, nor with those that nobody sees. */
export const canCiteInMarkdown = (key: string): boolean => /^[\p{L}\p{N}\p{M}_:.+/!?'’&=;,()|~#%* -]+$/u.test(key) && key.trim() === key && !/.https?:/i.test(key);

/** A citation that stands alone in a document of ours, `[@lee2018, p. 3]`, whatever the place says. A key that no citation can hold is written as text. */
export function citationInMarkdown(key: string, place = ''): DraftText {
  const where = place === '' ? inDraft`` : inDraft`, ${plainInline(place.replace(/\s+/g, ' '))}`;
  return canCiteInMarkdown(key) ? inDraft`[@${markdownKey(key)}${where}]` : inDraft`${plainLines(key.replace(/\s+/g, ' '))}${where}`;
}
