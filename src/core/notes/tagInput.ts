/** What a person types for a note in one line: `hedging, un-voting p. 12 against`. */
import { kinds, stances } from '../source';
import type { Note } from '../source';
import { locatorFrom } from './locator';
import { tagFrom } from './tag';
import { completeChoice } from './tagChoice';
import type { TagChoice } from './tagChoice';

/**
 * The parts of a typed line. The last word is still being typed: `typing`, from `typingAt` in the line. `label` is that of a locator
 * which waits for its number (`p.`).
 */
export type TagInput = Pick<Note, 'tags' | 'locator' | 'stance' | 'kind'> & { readonly typing: string; readonly typingAt: number; readonly label?: string };

type Said = Pick<Note, 'tags' | 'stance' | 'kind'>;

/**
 * Read a line of tags between commas or spaces, with or without `#`, and at its end, in any order, a locator (`p. 12`),
 * a stance and a kind. A finished word is resolved to the known tag that begins with it, unless it has a `#`.
 */
export function readTagInput(line: string, known: readonly TagChoice[]): TagInput {
  const label = openLabel(line);
  if (label !== undefined) return { ...readTagInput(line.slice(0, line.trimEnd().length - label.length), known), typing: '', typingAt: line.length, label };
  const typingAt = Math.max(line.lastIndexOf(' '), line.lastIndexOf(',')) + 1;
  const typing = line.slice(typingAt);
  const rest = takeLocator(line);
  const words = rest.line.split(/[\s,]+/).filter((word) => word !== '');
  const open = rest.line.endsWith(typing) && typing !== '' ? words.pop() : undefined;
  let said: Said = { tags: [] };
  for (const word of words) said = withWord(said, word, known);
  const locator = rest.locator === undefined ? {} : { locator: rest.locator };
  const whole = open === undefined ? undefined : withVocabulary(said, open);
  if (whole !== undefined) return { ...whole, ...locator, typing: '', typingAt: line.length };
  return { ...said, ...locator, typing: open ?? '', typingAt: open === undefined ? line.length : typingAt };
}

/** The label of a locator at the end of the line, without a number yet: `p.`, `ch.`, `§`. */
function openLabel(line: string): string | undefined {
  const label = /(?:^|[\s,])(§{1,2}|\p{L}{1,8}\.)[ ]?$/u.exec(line)?.[1];
  return label !== undefined && locatorFrom(`${label} 1`) !== undefined ? label : undefined;
}

function takeLocator(line: string): { line: string; locator?: NonNullable<Note['locator']> } {
  const match = /(?:^|[\s,])((?:§{1,2}|¶{1,2}|\p{L}{1,8}\.)\s?[\p{N}IVXLCDMivxlcdm]+(?:[–—-][\p{N}IVXLCDMivxlcdm]+)?)(?=$|[\s,])/u.exec(line);
  const locator = match === null ? undefined : locatorFrom(match[1] as string);
  if (match === null || locator === undefined) return { line };
  const start = match.index + match[0].length - (match[1] as string).length;
  return { line: `${line.slice(0, start)}${line.slice(match.index + match[0].length)}`, locator };
}

/** A word that is a stance or a kind, from the first letter to the last. */
function withVocabulary(said: Said, word: string): Said | undefined {
  const stance = stances.find((name) => name === word.toLowerCase());
  if (stance !== undefined) return { ...said, stance };
  const kind = kinds.find((name) => name === word.toLowerCase());
  return kind === undefined ? undefined : { ...said, kind };
}

function withWord(said: Said, word: string, known: readonly TagChoice[]): Said {
  const vocabulary = withVocabulary(said, word);
  if (vocabulary !== undefined) return vocabulary;
  const tag = word.startsWith('#') ? tagFrom(word) : completeChoice(word, known)[0]?.choice.tag ?? tagFrom(word);
  return tag === '' || said.tags.includes(tag) ? said : { ...said, tags: [...said.tags, tag] };
}

/** Known tags that a typed word may mean, best first: equal, beginning with it, with a part that begins so, holding it. */
export function completeTag(typed: string, known: readonly string[]): string[] {
  return completeChoice(typed, known.map((tag) => ({ tag, also: [], notes: 0 }))).map(({ choice }) => choice.tag);
}

/** Stances and kinds that begin with a typed word of two letters or more. */
export function completeVocabulary(typed: string): { readonly stances: readonly NonNullable<Note['stance']>[]; readonly kinds: readonly NonNullable<Note['kind']>[] } {
  const begins = (name: string): boolean => typed.length > 1 && name.startsWith(typed.toLowerCase());
  return { stances: stances.filter(begins), kinds: kinds.filter(begins) };
}
