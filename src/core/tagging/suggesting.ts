/**
 * Tags that a passage or a source suggests, offline: tags of the library that its words name, tags of similar sources, terms
 * of the field, and its own key phrases. They are only ever offered.
 */
import { tagsOf } from '../library/library';
import type { Library, Source } from '../library/library';
import { tagFrom } from '../notes';
import type { Codebook } from '../notes';
import { creatorsOf, shortName } from '../source';
import type { Item } from '../source';
import { glossary, stopWords } from './fieldWords';
import { keyPhrases } from './phrases';
import { fillers, plain, stem, wordsOf } from './words';

/** Why a tag is suggested: named in the passage, or in title and abstract; used on similar sources; a term of the field; a key phrase. */
export const grounds = ['passage', 'text', 'similar', 'term', 'phrase'] as const;
export type Ground = (typeof grounds)[number];

/** `known`: a tag of the library; else a new one. */
export type Suggestion = { readonly tag: string; readonly ground: Ground; readonly known: boolean };

const most = { known: 8, fresh: 5 } as const;

/**
 * Suggested tags, best first. With a `passage` it goes before the rest of the source; without one, tags that the source has are
 * left out. The time is linear in the library's tagged sources; their words are kept between calls.
 */
export function suggestTags(source: Source, library: Library, passage?: string): readonly Suggestion[] {
  const has = new Set(passage === undefined ? tagsOf(source, library) : []);
  const text = [source.item.title ?? '', source.item.abstract ?? ''].join('\n\n');
  const spellings = spellingsOf(library);
  const found = new Map<string, Suggestion>();
  const put = (tag: string, ground: Ground, known: boolean): void => {
    if (tag !== '' && !has.has(tag) && !found.has(tag)) found.set(tag, { tag, ground, known });
  };
  for (const tag of named(passage ?? '', spellings)) put(tag, 'passage', true);
  for (const tag of named(text, spellings)) put(tag, 'text', true);
  for (const tag of ofSimilar(source, library)) put(tag, 'similar', true);
  const known = [...found.values()].slice(0, most.known);
  const keys = new Set([...spellings.keys(), ...[...found.keys(), ...has].map(keyOf)]);
  return [...known, ...freshTags(passage, text, keys).slice(0, most.fresh)];
}

// --- tags that a text names --------------------------------------------------------------------------------------------

const stemsOf = (spelling: string): readonly string[] => wordsOf(plain(spelling.slice(spelling.lastIndexOf('/') + 1))).map(stem);

/** A spelling without case, marks, hyphens, endings and fillers. */
function keyOf(spelling: string): string {
  const stems = stemsOf(spelling);
  const telling = stems.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : stems).join('');
}

type Spellings = ReadonlyMap<string, string>;
const kept = new WeakMap<Library, Spellings>();

/** Every way to spell a tag of the library, by its key, with the tag: names, aliases and labels. */
function spellingsOf(library: Library): Spellings {
  const before = kept.get(library);
  if (before !== undefined) return before;
  const all = new Map<string, string>();
  const put = (spelling: string, tag: string): void => {
    for (const key of [keyOf(spelling), stemsOf(spelling).join('')]) if (key.length >= 2 && !all.has(key)) all.set(key, tag);
  };
  const tags = new Set([...library.sources.values()].flatMap((source) => tagsOf(source, library)).map(tagFrom));
  for (const tag of library.codebook.tags.keys()) tags.add(tag);
  for (const tag of tags) put(tag, tag);
  for (const [spelling, tag] of otherSpellings(library.codebook)) put(spelling, tag);
  kept.set(library, all);
  return all;
}

function* otherSpellings(codebook: Codebook): Iterable<readonly [string, string]> {
  for (const [tag, { aliases = [], label = {} }] of codebook.tags) for (const spelling of [...aliases, ...Object.values(label)]) yield [spelling, tag];
}

const longestName = 4;
/** A shorter key would be found by chance. */
const shortestKey = 4;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The tags that a text names, those it names most often first. */
function named(text: string, spellings: Spellings): readonly string[] {
  const times = new Map<string, number>();
  const count = (tag: string | undefined): void => void (tag !== undefined && times.set(tag, (times.get(tag) ?? 0) + 1));
  const stems = wordsOf(plain(text)).map(stem);
  stems.forEach((_, at) => {
    for (let size = 1; size <= longestName; size += 1) {
      const key = stems.slice(at, at + size).join('');
      if (key.length >= shortestKey && at + size <= stems.length) count(spellings.get(key));
    }
  });
  if (unspaced.test(text)) for (const [key, tag] of spellings) if (unspaced.test(key) && plain(text).includes(key)) count(tag);
  return [...times].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}

// --- similar sources ---------------------------------------------------------------------------------------------------

const titleWords = new WeakMap<Item, ReadonlySet<string>>();

/** What a source is known by: the telling words of its title, and its authors. */
function wordsIn(item: Item): ReadonlySet<string> {
  const before = titleWords.get(item);
  if (before !== undefined) return before;
  const title = (item.title ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = title.filter((word) => word.length > 2 && !stopWords.has(word)).map((word) => stem(plain(word)));
  const words = new Set([...telling.filter((word) => !fillers.has(word)), ...creatorsOf(item).map((name) => `author ${plain(shortName(name))}`)]);
  titleWords.set(item, words);
  return words;
}

const neighbours = 10;

/** Tags of the sources that share most words, rare ones counting more, each by how similar its sources are. */
function ofSimilar(source: Source, library: Library): readonly string[] {
  const tagged = [...library.sources.values()].filter((other) => other.handle !== source.handle && (other.notes.length > 0 || other.item.tags !== undefined));
  const own = wordsIn(source.item);
  const shares = tagged.map((other) => ({ other, shared: [...wordsIn(other.item)].filter((word) => own.has(word)) })).filter(({ shared }) => shared.length > 0);
  const spread = new Map<string, number>();
  for (const { shared } of shares) for (const word of shared) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log(1 + tagged.length / (spread.get(word) ?? 1));
  const nearest = shares.map(({ other, shared }) => ({ other, likeness: shared.reduce((sum, word) => sum + weight(word), 0) }))
    .sort((a, b) => b.likeness - a.likeness).slice(0, neighbours);
  const scores = new Map<string, number>();
  for (const { other, likeness } of nearest) for (const tag of tagsOf(other, library)) scores.set(tag, (scores.get(tag) ?? 0) + likeness);
  return [...scores].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}

// --- new tags ----------------------------------------------------------------------------------------------------------

const terms: Spellings = new Map(glossary.map((term) => [keyOf(term), term]));

/** Terms of the field that the text names, then its key phrases, in the passage first; nothing that is a tag already. */
function freshTags(passage: string | undefined, text: string, taken: ReadonlySet<string>): readonly Suggestion[] {
  const texts = passage === undefined ? [text] : [passage, text];
  const said = texts.flatMap((one) => named(one, terms)).map((tag) => ({ tag, ground: 'term' as const }));
  const phrases = texts.flatMap((one) => keyPhrases(one)).map(({ words }) => ({ tag: tagFrom(words), ground: 'phrase' as const }));
  const seen = new Set(taken);
  return [...said, ...phrases].flatMap(({ tag, ground }) => {
    const key = keyOf(tag);
    if (tag === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ tag, ground, known: false }];
  });
}
