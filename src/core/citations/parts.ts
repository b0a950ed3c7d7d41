/** Changing what is said of one key where prefix, key and suffix stand side by side, as in Pandoc's Markdown and in Org. */
import { inDraft, type DraftText } from '../exits';
import type { Span } from '../source';
import type { Change, CitedKey, DraftEdit } from './citation';
import { locatorEnd } from './locators';
import { nothing, oneLine } from './rules';
import { standing } from './words';

/** How a language writes: what parts the key from a locator, the locator from a suffix, and words so that they end nothing. */
export type PartStyle = { readonly locator: DraftText; readonly suffix: DraftText; readonly words: (text: string) => DraftText };

const isLocator = (words: string): boolean => words !== '' && locatorEnd(words, { start: 0, end: words.length }) === words.length;

/** A locator as Pandoc reads all of it: what it would not take for one stands in braces. */
export function locatorWords(words: string, style: PartStyle): DraftText {
  const plain = style.words(oneLine(words));
  return isLocator(plain) ? plain : inDraft`{${plain}}`;
}

/** A suffix that is not taken for a locator, with what parts it from the key or the locator before it. */
export function suffixWords(words: string, style: PartStyle): DraftText {
  const plain = style.words(oneLine(words));
  const asLocator = locatorEnd(plain, { start: 0, end: plain.length }) > 0;
  return inDraft`${style.suffix}${asLocator ? inDraft`{} ${plain}` : plain}`;
}

/** What follows a key: its locator and its suffix, each if there is one. */
export const tailOf = (locator: string | undefined, suffix: string | undefined, style: PartStyle): DraftText =>
  inDraft`${oneLine(locator) ? inDraft`${style.locator}${locatorWords(locator as string, style)}` : nothing}${oneLine(suffix) ? suffixWords(suffix as string, style) : nothing}`;

/** A detail that stands there, with the signs before it that would be left over. */
function withLead(text: string, span: Span, from: number): Span {
  let { start } = span;
  while (start > from && /[\s,{}]/.test(text[start - 1] as string)) start -= 1;
  return { start, end: span.end };
}

function tailEdits(text: string, cited: CitedKey, change: Change, style: PartStyle): readonly DraftEdit[] {
  const { places, whole } = cited;
  if (change.locator === undefined && change.suffix === undefined) return [];
  const locator = change.locator ?? cited.locator;
  const suffix = change.suffix ?? cited.suffix;
  if ((locator ?? '') === (cited.locator ?? '') && (suffix ?? '') === (cited.suffix ?? '')) return [];
  const last = places.suffix ?? places.locator;
  const first = places.locator ?? places.suffix;
  const old = first && last ? withLead(text, { start: first.start, end: last.end }, whole.end) : { start: whole.end, end: whole.end };
  const kept = change.locator === undefined ? cited.locator : undefined;
  const tail = kept === undefined ? tailOf(locator, suffix, style) : inDraft`${style.locator}${standing(kept)}${tailOf(undefined, suffix, style)}`;
  return [{ ...old, text: tail }];
}

function prefixEdits(cited: CitedKey, { prefix }: Change, style: PartStyle): readonly DraftEdit[] {
  if (prefix === undefined || oneLine(prefix) === oneLine(cited.prefix)) return [];
  const start = cited.places.prefix?.start ?? cited.whole.start;
  return [{ start, end: cited.whole.start, text: oneLine(prefix) ? inDraft`${style.words(oneLine(prefix))} ` : nothing }];
}

function signEdits(cited: CitedKey, { suppressAuthor }: Change): readonly DraftEdit[] {
  const { start } = cited.whole;
  if (suppressAuthor === undefined || suppressAuthor === (cited.suppressAuthor ?? false)) return [];
  return [suppressAuthor ? { start, end: start, text: inDraft`-` } : { start, end: start + 1, text: nothing }];
}

/** The edits that give a key other details. */
export const changedPart = (text: string, cited: CitedKey, change: Change, style: PartStyle): readonly DraftEdit[] =>
  [...prefixEdits(cited, change, style), ...signEdits(cited, change), ...tailEdits(text, cited, change, style)];

/** The edit that takes one of several parts out of a list, with the separator that it no longer needs. */
export function cutPart(text: string, keys: readonly CitedKey[], key: CitedKey): DraftEdit {
  const index = keys.indexOf(key);
  const before = keys[index - 1];
  if (before !== undefined) return { start: before.part.end, end: key.part.end, text: nothing };
  let end = keys[index + 1]?.part.start ?? key.part.end;
  while (/\s/.test(text[end] ?? '')) end += 1;
  return { start: key.part.start, end, text: nothing };
}

