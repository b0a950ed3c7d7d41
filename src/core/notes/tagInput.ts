/** What a person types for a note in one line: `hedging, un-voting p. 12 against`. */
import { kinds, stances } from '../source';
import type { Note } from '../source';
import { locatorFrom } from './locator';
import { tagFrom, tagKey } from './tag';

/** The parts of a typed line. The last word is still being typed: `typing`, from `typingAt` in the line. */
export type TagInput = Pick<Note, 'tags' | 'locator' | 'stance' | 'kind'> & { readonly typing: string; readonly typingAt: number };

/**
 * Read a line of tags between commas or spaces, with or without `#`, and at its end, in any order, a locator (`p. 12`),
 * a stance and a kind. A finished word is resolved to the known tag that begins with it, unless it has a `#`.
 */
export function readTagInput(line: string, known: readonly string[]): TagInput {
  const typingAt = Math.max(line.lastIndexOf(' '), line.lastIndexOf(',')) + 1;
  const typing = line.slice(typingAt);
  const rest = takeLocator(line);
  const words = rest.line.split(/[\s,]+/).filter((word) => word !== '');
  const open = rest.line.endsWith(typing) && typing !== '' ? words.pop() : undefined;
  let said: Pick<Note, 'tags' | 'stance' | 'kind'> = { tags: [] };
  for (const word of words) said = withWord(said, word, known);
  const stance = open === undefined ? undefined : stances.find((name) => name === open);
  const locator = rest.locator === undefined ? {} : { locator: rest.locator };
  if (stance !== undefined) return { ...said, ...locator, stance, typing: '', typingAt: line.length };
  return { ...said, ...locator, typing: open ?? '', typingAt: open === undefined ? line.length : typingAt };
}

function takeLocator(line: string): { line: string; locator?: NonNullable<Note['locator']> } {
  const match = /(?:^|[\s,])((?:§{1,2}|¶{1,2}|\p{L}{1,8}\.)\s?[\p{N}IVXLCDMivxlcdm]+(?:[–—-][\p{N}IVXLCDMivxlcdm]+)?)(?=$|[\s,])/u.exec(line);
  const locator = match === null ? undefined : locatorFrom(match[1] as string);
  if (match === null || locator === undefined) return { line };
  const start = match.index + match[0].length - (match[1] as string).length;
  return { line: `${line.slice(0, start)}${line.slice(match.index + match[0].length)}`, locator };
}

function withWord(said: Pick<Note, 'tags' | 'stance' | 'kind'>, word: string, known: readonly string[]): typeof said {
  const stance = stances.find((name) => name === word);
  if (stance !== undefined) return { ...said, stance };
  const kind = kinds.find((name) => name === word);
  if (kind !== undefined) return { ...said, kind };
  const tag = word.startsWith('#') ? tagFrom(word) : completeTag(word, known)[0] ?? tagFrom(word);
  return tag === '' || said.tags.includes(tag) ? said : { ...said, tags: [...said.tags, tag] };
}

/** Known tags that a typed word may mean, best first: equal, beginning with it, with a part that begins so, holding it. */
export function completeTag(typed: string, known: readonly string[]): string[] {
  const wanted = tagKey(tagFrom(typed));
  if (wanted === '') return typed.replace('#', '') === '' ? [...known] : [];
  const rank = (tag: string): number => {
    const key = tagKey(tag);
    if (key === wanted) return 0;
    if (key.startsWith(wanted)) return 1;
    if (tag.toLowerCase().split(/[-/_]/).some((part) => part.startsWith(wanted))) return 2;
    return key.includes(wanted) ? 3 : 9;
  };
  return known.map((tag) => ({ tag, at: rank(tag) })).filter((one) => one.at < 9)
    .sort((a, b) => a.at - b.at).map((one) => one.tag);
}
