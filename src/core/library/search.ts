/**
 * Finding sources by what one types: every word must match the key, an author, the title, the year, the container or a
 * tag, in any order; without diacritics and hyphens, and across scripts by transliteration.
 */
import { apart, joined, sound, soundTyped, words } from '../comparableLetters';
import { fold } from '../fold';
import { eachOf, inOneGo } from '../slices';
import type { Sliced } from '../slices';
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

/** One source in comparable letters, in one string so that most are ruled out at one look: the key, then authors, title and the rest, in which every word follows a blank. */
type Row = {
  readonly source: Source;
  readonly all: string;
  /** Where the authors, the title and the rest begin. */
  readonly authors: number;
  readonly title: number;
  readonly rest: number;
  /** The authors again, as they sound: one spelling for all romanisations. */
  readonly sound: string;
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

/** Made once for each value of a source: a library in which one has changed shares the others with the library before. */
const known = new WeakMap<Source, Row>();

function rowOf(source: Source): Row {
  let row = known.get(source);
  if (row === undefined) known.set(source, row = newRow(source));
  return row;
}

function newRow(source: Source): Row {
  const { item } = source;
  const author = words(creatorsOf(item).map(fullName).join(' '));
  const key = joined(fold(item.id)).replace(/ /g, '');
  const title = words([item.title, item['title-short']].filter((text) => typeof text === 'string').join(' '));
  const sounds = sound(author);
  const authors = key.length;
  return {
    source, all: `${key}${author}${title}${words(restOf(source).join(' '))}`, authors, title: authors + author.length, rest: authors + author.length + title.length,
    sound: sounds === author ? author : sounds,
  };
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

function rankOfPart(row: Row, { text, start, exact, onlyAtStart }: Part): number {
  const { all } = row;
  const at = all.indexOf(text);
  if (at < 0) return nowhere;
  // No word holds a blank: what begins where the key begins lies within the key.
  if (at === 0) return text.length === row.authors ? 0 : 1;
  const place = all.indexOf(start, at - 1);
  if (place < 0) return onlyAtStart ? nowhere : 8;
  if (place >= row.rest) return 6;
  if (place >= row.title) return 5;
  const whole = all.indexOf(exact, place);
  return whole >= 0 && whole + exact.length <= row.title ? 2 : 3;
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
  const typed = [...wordsOf(query)].sort((one, other) => other.whole.text.length - one.whole.text.length);
  const favour = new Map(favoured.map((key, at) => [key, at] as const));
  const found = new Map<number, Source[]>();
  for (const row of rows) {
    const score = scoreOf(row, typed);
    if (score >= nowhere) continue;
    const rank = score === 0 && typed.length > 0 ? -Infinity : standing(favour.get(row.source.item.id), score, favoured.length);
    const alike = found.get(rank);
    if (alike === undefined) found.set(rank, [row.source]);
    else alike.push(row.source);
  }
  return best(found, most);
}

/** The first of what was found, those of the lowest rank first. Ranks are few, sources many. */
function best(found: ReadonlyMap<number, readonly Source[]>, most: number): readonly Source[] {
  const sources: Source[] = [];
  for (const rank of [...found.keys()].sort((one, other) => (one === other ? 0 : one - other))) {
    for (const source of found.get(rank) ?? []) {
      if (sources.length >= most) return sources;
      sources.push(source);
    }
  }
  return sources;
}

/** A favoured source stands before all others, in the order of favour. */
const standing = (favour: number | undefined, score: number, count: number): number => (favour === undefined ? score : favour - count - 1);

/** Prepares sources for many searches: some 15 µs for each that was not prepared before. */
export function indexSources(sources: Iterable<Source>): SourceIndex {
  return inOneGo(indexing(sources));
}

/** After how many sources there is a pause. */
const slice = 200;

/** {@link indexSources} in slices. */
export function* indexing(sources: Iterable<Source>): Sliced<SourceIndex> {
  const rows = yield* eachOf([...sources], slice, rowOf);
  return { search: (query, most = Infinity, favoured = []) => search(rows, query, most, favoured) };
}

/** One search over sources that were not prepared, best first. */
export const searchSources = (sources: Iterable<Source>, query: string): readonly Source[] => indexSources(sources).search(query);
