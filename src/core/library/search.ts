/**
 * Finding sources by what one types: every word must match the key, an author, the title, the year, the container or a
 * tag, in any order; without diacritics and hyphens, and across scripts by transliteration.
 */
import { apart, joined, sound, soundTyped, words } from '../comparableLetters';
import { fold } from '../fold';
import { inOneGo } from '../slices';
import type { Sliced } from '../slices';
import { creatorsOf, fullName, nameVariables, yearOf, type Item, type Name } from '../source';
import { keysOf } from './keys';
import { WordList } from './lexicon';
import type { Lexicon, Met } from './lexicon';
import type { Source } from './library';

/** Sources prepared for searching; good as long as the library value it was made from. */
export type SourceIndex = {
  /**
   * The sources that match every word, best first, at most so many; for an empty query all, in the order given. Of `favoured`
   * keys the first counts most: after an exact key they come first, when they match at all.
   */
  search(query: string, most?: number, favoured?: readonly string[]): readonly Source[];
  /** What it was made of: an index of nearly the same sources is made from it in a moment. */
  readonly parts: readonly Part[];
};

/** Sources that were prepared together. The places in `words` are `number of the source * 3 + field`, in the others the number of the source. */
type Prepared = { readonly sources: readonly Source[]; readonly keys: Lexicon; readonly words: Lexicon; readonly sounds: Lexicon };

/** Where the sources of one part stand among all that are searched; -1 for those that are no longer there. */
type Part = { readonly prepared: Prepared; readonly at: Int32Array };

/** What is looked for; a single letter or digit only at the start of a word. */
type Wanted = { readonly text: string; readonly onlyAtStart: boolean };

/** One typed word: as a whole, cut at its hyphens, and as it sounds (empty if too short for that). */
type Word = { readonly whole: Wanted; readonly parts: readonly Wanted[]; readonly sound: string };

// --- typed words -------------------------------------------------------------------------------------------------

function wordsOf(query: string): readonly Word[] {
  return fold(query).split(/\s+/).flatMap((typed) => {
    const whole = joined(typed);
    if (whole === '') return [];
    if (whole.includes(' ')) return whole.split(' ').map((word) => wordOf(word, [word]));
    return [wordOf(whole, apart(typed).split(' '))];
  });
}

const wanted = (text: string): Wanted => ({ text, onlyAtStart: /^[a-z0-9]$/.test(text) });

function wordOf(whole: string, parts: readonly string[]): Word {
  const sounds = soundTyped(whole);
  return { whole: wanted(whole), parts: parts.map(wanted), sound: sounds.length > 2 ? sounds : '' };
}

// --- preparing ---------------------------------------------------------------------------------------------------

/** After how many sources there is a pause. */
const slice = 100;

function* preparing(sources: readonly Source[]): Sliced<Prepared> {
  const [keys, texts, sounds] = [new WordList(), new WordList(), new WordList()];
  for (const [at, source] of sources.entries()) {
    const { item } = source;
    const author = words(creatorsOf(item).map(fullName).join(' '));
    keys.addAll(keyWords(item), at);
    texts.addAll(author, at * 3);
    texts.addAll(words([item.title, item['title-short']].filter((text) => typeof text === 'string').join(' ')), at * 3 + 1);
    texts.addAll(words(restOf(source).join(' ')), at * 3 + 2);
    sounds.addAll(sound(author), at);
    if (at % slice === slice - 1) yield;
  }
  return { sources, keys: yield* keys.lexicon(), words: yield* texts.lexicon(), sounds: yield* sounds.lexicon() };
}

/** The keys of a source, each as one word. */
const keyWords = (item: Item): string => keysOf(item).map((key) => joined(fold(key)).replace(/ /g, '')).join(' ');

function restOf({ item, notes }: Source): readonly string[] {
  const named = nameVariables.flatMap((role) => (role === 'author' ? [] : namesIn(item, role))).map(fullName);
  const tags = [...(item.tags ?? []), ...notes.flatMap((note) => note.tags)];
  const fields = [yearOf(item), item['container-title'], item['collection-title'], item['event-title'], item.publisher, item.DOI];
  return [...fields.filter((field) => typeof field === 'string' || typeof field === 'number').map(String), ...named, ...new Set(tags)];
}

const namesIn = (item: Item, role: (typeof nameVariables)[number]): readonly Name[] => item[role] ?? [];

// --- ranking -----------------------------------------------------------------------------------------------------

const nowhere = 1000;
/** How good a place is for a word to stand in, 0 is best: in the key, and in authors, title and the rest. */
const keyRanks: { readonly [M in Met]: number } = { whole: 0, start: 1, within: 8 };
const fieldRanks: { readonly [M in Met]: readonly number[] } = { whole: [2, 5, 6], start: [3, 5, 6], within: [8, 8, 8] };
const soundRank = 4;

type Ranks = Uint32Array;

function ranksOfPart({ sources, keys, words: texts }: Prepared, { text, onlyAtStart }: Wanted): Ranks {
  const ranks = new Uint32Array(sources.length).fill(nowhere);
  const better = (at: number, rank: number): void => { if (rank < ranks[at]!) ranks[at] = rank; };
  keys.find(text, onlyAtStart, (at, met) => better(at, keyRanks[met]));
  texts.find(text, onlyAtStart, (place, met) => better((place / 3) | 0, fieldRanks[met][place % 3]!));
  return ranks;
}

/** As a whole; else as it sounds; else all its parts. */
function ranksOf(prepared: Prepared, { whole, parts, sound: sounds }: Word): Ranks {
  const ranks = ranksOfPart(prepared, whole);
  if (sounds !== '') prepared.sounds.find(sounds, true, (at) => { if (ranks[at] === nowhere) ranks[at] = soundRank; });
  if (parts.length < 2) return ranks;
  const each = parts.map((part) => ranksOfPart(prepared, part));
  return ranks.map((rank, at) => (rank === nowhere ? Math.max(...each.map((one) => one[at]!)) : rank));
}

/** The sum of the ranks of all words; `nowhere` where one of them is not found. */
function scoresOf(prepared: Prepared, typed: readonly Word[]): Ranks {
  const scores = new Uint32Array(prepared.sources.length);
  for (const word of typed) {
    const ranks = ranksOf(prepared, word);
    let found = false;
    for (let at = 0; at < scores.length; at += 1) {
      scores[at] = Math.min(nowhere, scores[at]! + ranks[at]!);
      found ||= scores[at]! < nowhere;
    }
    if (!found) break;
  }
  return scores;
}

function search(parts: readonly Part[], all: readonly Source[], query: string, most: number, favoured: readonly string[]): readonly Source[] {
  const typed = [...wordsOf(query)].sort((one, other) => other.whole.text.length - one.whole.text.length);
  const favour = new Map(favoured.map((key, at) => [key, at] as const));
  const scores = new Uint32Array(all.length);
  for (const { prepared, at } of parts) {
    const own = scoresOf(prepared, typed);
    at.forEach((place, one) => { if (place >= 0) scores[place] = own[one]!; });
  }
  const found = new Map<number, Source[]>();
  scores.forEach((score, at) => {
    if (score >= nowhere) return;
    const source = all[at]!;
    const rank = score === 0 && typed.length > 0 ? -Infinity : standing(favour.get(source.item.id), score, favoured.length);
    const alike = found.get(rank);
    if (alike === undefined) found.set(rank, [source]);
    else if (alike.length < most) alike.push(source);
  });
  return [...found.keys()].sort((one, other) => (one < other ? -1 : Number(one > other))).flatMap((rank) => found.get(rank) ?? []).slice(0, most);
}

/** A favoured source stands before all others, in the order of favour. */
const standing = (favour: number | undefined, score: number, count: number): number => (favour === undefined ? score : favour - count - 1);

// --- indexes -----------------------------------------------------------------------------------------------------

/** Prepares sources for many searches: some 15 µs each. */
export function indexSources(sources: Iterable<Source>): SourceIndex {
  return inOneGo(indexing(sources));
}

/** Of how many sources at most one may be new, and into how many parts an index may fall, before it is made anew. */
const [newest, mostParts] = [10, 8];

/** {@link indexSources} in slices. What `before` has prepared already is taken from it. */
export function* indexing(sources: Iterable<Source>, before?: SourceIndex): Sliced<SourceIndex> {
  const all = [...sources];
  const places = new Map(all.map((source, at) => [source, at] as const));
  const parts = (before?.parts ?? []).map(({ prepared }): Part => ({ prepared, at: Int32Array.from(prepared.sources, (source) => places.get(source) ?? -1) })).filter(({ at }) => at.some((place) => place >= 0));
  const known = new Set(parts.flatMap(({ prepared }) => prepared.sources));
  const fresh = all.filter((source) => !known.has(source));
  if (fresh.length * newest > all.length || parts.length >= mostParts) return indexOf([{ prepared: yield* preparing(all), at: Int32Array.from(all.keys()) }], all);
  if (fresh.length === 0) return indexOf(parts, all);
  return indexOf([...parts, { prepared: yield* preparing(fresh), at: Int32Array.from(fresh, (source) => places.get(source) ?? -1) }], all);
}

const indexOf = (parts: readonly Part[], all: readonly Source[]): SourceIndex =>
  ({ parts, search: (query, most = Infinity, favoured = []) => search(parts, all, query, most, favoured) });

/** What a query of no words finds, without an index: the favoured sources, the first of these keys first, then all others in the order given; at most so many. */
export function unsearched(sources: Iterable<Source>, most = Infinity, favoured: readonly string[] = []): readonly Source[] {
  const favour = new Map(favoured.map((key, at) => [key, at] as const));
  const [first, others]: [Source[], Source[]] = [[], []];
  for (const source of sources) {
    if (favour.has(source.item.id)) first.push(source);
    else if (others.length < most) others.push(source);
  }
  const place = ({ item }: Source): number => favour.get(item.id) ?? 0;
  return [...first.sort((one, other) => place(one) - place(other)), ...others].slice(0, most);
}

/** One search over sources that were not prepared, best first. */
export const searchSources = (sources: Iterable<Source>, query: string): readonly Source[] => indexSources(sources).search(query);
