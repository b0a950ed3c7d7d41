/**
 * Finding sources by what one types: every word must match the key, an author, the title, the year, the container or a
 * tag, in any order; without diacritics and hyphens, and across scripts by transliteration.
 */
import { apart, joined, sound, soundTyped, words } from '../comparableLetters';
import { fold } from '../fold';
import { creatorsOf, fullName, nameVariables, yearOf, type Item, type Name } from '../source';
import type { Source } from './library';

/** Sources prepared for searching; good as long as the library value it was made from. */
export type SourceIndex = {
  /**
   * The sources that match every word, best first, at most so many; for an empty query all, in the order given. Of `favoured`
   * keys the first counts most: after an exact key they come first, when they match at all.
   */
  search(query: string, most?: number, favoured?: readonly string[]): readonly Source[];
};

/** One source in comparable letters; every word in `author`, `sound`, `title` and `rest` follows a blank. */
type Row = {
  readonly source: Source;
  readonly key: string;
  readonly author: string;
  /** The authors again, as they sound: one spelling for all romanisations. */
  readonly sound: string;
  readonly title: string;
  readonly rest: string;
  /** All of the above but `sound`, to rule a source out at once. */
  readonly all: string;
};

/** What is looked for, as it is, at the start of a word and as a whole word: made once, since thousands of rows are asked for it. */
type Part = { readonly text: string; readonly start: string; readonly exact: string; readonly onlyAtStart: boolean };

/** One typed word: as a whole, cut at its hyphens, and as it sounds (at the start of a word; empty if too short for that). */
type Word = { readonly whole: Part; readonly parts: readonly Part[]; readonly sound: string };

// --- typed words -------------------------------------------------------------------------------------------------

function wordsOf(query: string): readonly Word[] {
  return fold(query).split(/\s+/).flatMap((typed) => {
    const whole = joined(typed);
    if (whole === '') return [];
    if (whole.includes(' ')) return whole.split(' ').map((word) => wordOf(word, [word]));
    return [wordOf(whole, apart(typed).split(' '))];
  });
}

const partOf = (text: string): Part => ({ text, start: ` ${text}`, exact: ` ${text} `, onlyAtStart: /^[a-z0-9]$/.test(text) });

function wordOf(whole: string, parts: readonly string[]): Word {
  const sounds = soundTyped(whole);
  return { whole: partOf(whole), parts: parts.map(partOf), sound: sounds.length > 2 ? ` ${sounds}` : '' };
}

// --- rows --------------------------------------------------------------------------------------------------------

function rowOf(source: Source): Row {
  const { item } = source;
  const author = words(creatorsOf(item).map(fullName).join(' '));
  const key = joined(fold(item.id)).replace(/ /g, '');
  const title = words([item.title, item['title-short']].filter((text) => typeof text === 'string').join(' '));
  const rest = words(restOf(source).join(' '));
  return { source, key, author, sound: sound(author), title, rest, all: `${key}${author}${title}${rest}` };
}

function restOf({ item, notes }: Source): readonly string[] {
  const named = nameVariables.flatMap((role) => (role === 'author' ? [] : namesIn(item, role))).map(fullName);
  const tags = [...(item.tags ?? []), ...notes.flatMap((note) => note.tags)];
  const fields = [yearOf(item), item['container-title'], item['collection-title'], item['event-title'], item.publisher, item.DOI];
  return [...fields.filter((field) => typeof field === 'string' || typeof field === 'number').map(String), ...named, ...new Set(tags)];
}

const namesIn = (item: Item, role: (typeof nameVariables)[number]): readonly Name[] => item[role] ?? [];

// --- ranking -----------------------------------------------------------------------------------------------------

const nowhere = 1000;

/** How good a place this is for the word to stand in: 0 is best. */
function rankOf(row: Row, word: Word): number {
  const whole = rankOfPart(row, word.whole);
  if (whole < nowhere) return whole;
  if (word.sound !== '' && row.sound.includes(word.sound)) return 4;
  if (word.parts.length < 2) return nowhere;
  return Math.max(...word.parts.map((part) => rankOfPart(row, part)));
}

function rankOfPart({ key, author, title, rest, all }: Row, { text, start, exact, onlyAtStart }: Part): number {
  if (!all.includes(text)) return nowhere;
  if (key === text) return 0;
  if (key.startsWith(text)) return 1;
  if (author.includes(exact)) return 2;
  if (author.includes(start)) return 3;
  if (title.includes(start)) return 5;
  if (rest.includes(start)) return 6;
  return onlyAtStart ? nowhere : 8;
}

function scoreOf(row: Row, typed: readonly Word[]): number {
  let score = 0;
  for (const word of typed) {
    score += rankOf(row, word);
    if (score >= nowhere) return nowhere;
  }
  return score;
}

function search(rows: readonly Row[], query: string, most: number, favoured: readonly string[]): readonly Source[] {
  const typed = wordsOf(query);
  const favour = new Map(favoured.map((key, at) => [key, at] as const));
  const found: { readonly source: Source; readonly score: number }[] = [];
  for (const row of rows) {
    const score = scoreOf(row, typed);
    if (score < nowhere) found.push({ source: row.source, score: score === 0 && typed.length > 0 ? -Infinity : standing(favour.get(row.source.item.id), score, favoured.length) });
  }
  if (typed.length > 0 || favoured.length > 0) found.sort((one, other) => (one.score === other.score ? 0 : one.score - other.score));
  return found.slice(0, most).map(({ source }) => source);
}

/** A favoured source stands before all others, in the order of favour. */
const standing = (favour: number | undefined, score: number, count: number): number => (favour === undefined ? score : favour - count - 1);

/** Prepares sources for many searches: some 15 µs a source. */
export function indexSources(sources: Iterable<Source>): SourceIndex {
  const rows = [...sources].map(rowOf);
  return { search: (query, most = Infinity, favoured = []) => search(rows, query, most, favoured) };
}

/** One search over sources that were not prepared, best first. */
export const searchSources = (sources: Iterable<Source>, query: string): readonly Source[] => indexSources(sources).search(query);
