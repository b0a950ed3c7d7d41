/** Changing what is said of one key where prefix, key and suffix stand side by side, as in Pandoc's Markdown and in Org. */
import type { Span, TextEdit } from '../source';
import type { Change, CitedKey } from './citation';
import { locatorEnd } from './locators';
import { oneLine } from './rules';

/** How a language writes: what parts the key from a locator, the locator from a suffix, and words so that they end nothing. */
export type PartStyle = { readonly locator: string; readonly suffix: string; readonly words: (text: string) => string };

const isLocator = (words: string): boolean => words !== '' && locatorEnd(words, { start: 0, end: words.length }) === words.length;

/** A locator as Pandoc reads all of it: what it would not take for one stands in braces. */
export function locatorWords(words: string, style: PartStyle): string {
  const plain = style.words(oneLine(words));
  return isLocator(plain) ? plain : `{${plain}}`;
}

/** A suffix that is not taken for a locator, with what parts it from the key or the locator before it. */
export function suffixWords(words: string, style: PartStyle): string {
  const plain = style.words(oneLine(words));
  const asLocator = locatorEnd(plain, { start: 0, end: plain.length }) > 0;
  return style.suffix + (asLocator ? `{} ${plain}` : plain);
}

/** What follows a key: its locator and its suffix, each if there is one. */
export const tailOf = (locator: string | undefined, suffix: string | undefined, style: PartStyle): string =>
  (oneLine(locator) ? style.locator + locatorWords(locator as string, style) : '') + (oneLine(suffix) ? suffixWords(suffix as string, style) : '');

/** A detail that stands there, with the signs before it that would be left over. */
function withLead(text: string, span: Span, from: number): Span {
  let { start } = span;
  while (start > from && /[\s,{}]/.test(text[start - 1] as string)) start -= 1;
  return { start, end: span.end };
}

function tailEdits(text: string, cited: CitedKey, change: Change, style: PartStyle): readonly TextEdit[] {
  const { places, whole } = cited;
  if (change.locator === undefined && change.suffix === undefined) return [];
  const locator = change.locator ?? cited.locator;
  const suffix = change.suffix ?? cited.suffix;
  if ((locator ?? '') === (cited.locator ?? '') && (suffix ?? '') === (cited.suffix ?? '')) return [];
  const last = places.suffix ?? places.locator;
  const first = places.locator ?? places.suffix;
  const old = first && last ? withLead(text, { start: first.start, end: last.end }, whole.end) : { start: whole.end, end: whole.end };
  const keptLocator = change.locator === undefined && cited.locator !== undefined;
  const tail = keptLocator
    ? style.locator + cited.locator + (oneLine(suffix) ? suffixWords(suffix as string, style) : '')
    : tailOf(locator, suffix, style);
  return [{ ...old, text: tail }];
}

function prefixEdits(cited: CitedKey, { prefix }: Change, style: PartStyle): readonly TextEdit[] {
  if (prefix === undefined || oneLine(prefix) === oneLine(cited.prefix)) return [];
  const start = cited.places.prefix?.start ?? cited.whole.start;
  return [{ start, end: cited.whole.start, text: oneLine(prefix) ? `${style.words(oneLine(prefix))} ` : '' }];
}

function signEdits(cited: CitedKey, { suppressAuthor }: Change): readonly TextEdit[] {
  const { start } = cited.whole;
  if (suppressAuthor === undefined || suppressAuthor === (cited.suppressAuthor ?? false)) return [];
  return [suppressAuthor ? { start, end: start, text: '-' } : { start, end: start + 1, text: '' }];
}

/** The edits that give a key other details. */
export const changedPart = (text: string, cited: CitedKey, change: Change, style: PartStyle): readonly TextEdit[] =>
  [...prefixEdits(cited, change, style), ...signEdits(cited, change), ...tailEdits(text, cited, change, style)];

/** The edit that takes one of several parts out of a list, with the separator that it no longer needs. */
export function cutPart(text: string, keys: readonly CitedKey[], key: CitedKey): TextEdit {
  const index = keys.indexOf(key);
  const before = keys[index - 1];
  if (before !== undefined) return { start: before.part.end, end: key.part.end, text: '' };
  let end = keys[index + 1]?.part.start ?? key.part.end;
  while (/\s/.test(text[end] ?? '')) end += 1;
  return { start: key.part.start, end, text: '' };
}

