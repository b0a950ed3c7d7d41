/**
 * Invented libraries of any size, the same at each run: varied in language, script, type and length, with abstracts of about 1 kB and
 * five notes each; as values, as source files and as one BibTeX bibliography.
 */
import { newSourceFile } from '../../src/core/library/newFile';
import { fold, toAscii } from '../../src/core/fold';
import { kinds, stances } from '../../src/core/source';
import type { Item, ItemType, Name, Note } from '../../src/core/source';
import { tagWords, tongues, type Tongue } from './vocabulary';

/** One source with what a person noted about it. */
export type Invented = { readonly item: Item; readonly notes: readonly Note[] };

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Chance = { readonly random: () => number; readonly of: <T>(all: readonly T[]) => T; readonly below: (limit: number) => number };

function chanceFrom(random: () => number): Chance {
  const below = (limit: number): number => Math.floor(random() * limit);
  return { random, below, of: (all) => all[below(all.length)]! };
}

const filled = (pattern: string, { things }: Tongue, chance: Chance): string => pattern.replace('{a}', chance.of(things)).replace('{b}', chance.of(things));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many words there are beside the small ones in each language. */
const wordsKnown = 10_000;
const vocabularies = new Map<Tongue, readonly string[]>();

/** The words of a language, the commonest first; the same at each run. */
function vocabularyOf(tongue: Tongue): readonly string[] {
  let words = vocabularies.get(tongue);
  if (words === undefined) {
    const chance = chanceFrom(seeded(tongue.onsets.length));
    const syllable = (): string => `${chance.of(tongue.onsets)}${chance.of(tongue.vowels)}${chance.of(tongue.codas)}`;
    const made = (): string => `${Array.from({ length: 1 + chance.below(3) }, syllable).join('')}${chance.of(tongue.endings)}`;
    vocabularies.set(tongue, words = Array.from({ length: wordsKnown }, made));
  }
  return words;
}

/** As in any language, a word stands the more seldom the later it comes: the one at `n` as one part in `n + flat`. */
const often = (words: readonly string[], flat: number, { random }: Chance): string => words[Math.floor(flat * ((1 + words.length / flat) ** random() - 1))]!;

/** A sentence of invented words: as hard to foresee as one that says something, so that it can't be packed any better. */
function sentence(tongue: Tongue, chance: Chance): string {
  const words = Array.from({ length: 8 + chance.below(18) }, () => {
    const kind = chance.random();
    const word = kind < 0.34 ? often(tongue.small, 4, chance) : kind < 0.38 ? chance.of(tongue.things) : often(vocabularyOf(tongue), 60, chance);
    return `${word}${chance.below(12) === 0 ? ',' : ''}`;
  });
  return `${capital(words.join(tongue.blank)).replace(/,$/u, '')}${tongue.stop}`;
}

/** Sentences to about so many UTF-16 code units. */
function prose(length: number, tongue: Tongue, chance: Chance): string {
  const sentences: string[] = [];
  for (let size = 0; size < length; size += sentences.at(-1)!.length + 1) sentences.push(sentence(tongue, chance));
  return sentences.join(' ').slice(0, Math.round(length * 1.1));
}

const types: readonly ItemType[] = ['article-journal', 'article-journal', 'article-journal', 'article-journal', 'book', 'chapter', 'paper-conference', 'report', 'thesis'];

function names(tongue: Tongue, chance: Chance, at: number): readonly Name[] {
  return Array.from({ length: 1 + chance.below(3) }, (_, place) => {
    const family = chance.of(tongue.families);
    // Most surnames stand once in a library: a second part tells them apart.
    const second = place === 0 && at % 5 !== 0 && tongue.language !== 'zh' ? `-${chance.of(tongue.families)}` : '';
    return { family: `${family}${second}`, given: chance.of(tongue.given) };
  });
}

function itemAt(at: number, tongue: Tongue, chance: Chance): Item {
  const author = names(tongue, chance, at);
  const year = 1960 + chance.below(65);
  const type = chance.of(types);
  const stem = fold(toAscii(author[0]?.family ?? '')).replace(/[^a-z]/gu, '') || 'source';
  const page = 1 + chance.below(400);
  return {
    id: `${stem}${year}n${at}`, type, title: capital(filled(chance.of(tongue.titles), tongue, chance)), author, issued: { 'date-parts': [[year, 1 + chance.below(12)]] },
    ...(type === 'book' || type === 'thesis' ? { publisher: `${chance.of(tongue.journals)} Press`, 'publisher-place': 'Nowhere' } : { 'container-title': chance.of(tongue.journals) }),
    ...(type === 'article-journal' && { volume: String(1 + chance.below(60)), issue: String(1 + chance.below(4)), page: `${page}–${page + 20}`, DOI: `10.5555/invented.${at}` }),
    ...(chance.below(3) === 0 && { URL: `https://invented.example/items/${at}` }), language: tongue.language,
    abstract: prose(1000, tongue, chance), tags: [chance.of(tagWords), chance.of(tagWords)].filter((tag, place, all) => all.indexOf(tag) === place),
  };
}

const authors = ['anna', 'bekzod'];

function noteAt(at: number, nth: number, { abstract = '' }: Item, tongue: Tongue, chance: Chance): Note {
  const sentences = abstract.split(/(?<=[.。]) ?/u).filter((sentence) => sentence !== '');
  const quote = chance.of(sentences);
  const from = abstract.indexOf(quote);
  const quoted = nth % 2 === 0 && { quote, anchor: { at: from, before: abstract.slice(Math.max(0, from - 32), from), after: abstract.slice(from + quote.length, from + quote.length + 32) } };
  return {
    id: `n${(at * 5 + nth).toString(32).padStart(8, '0')}`, created: `2026-0${1 + chance.below(9)}-14T10:22:05Z`, author: chance.of(authors), tags: [chance.of(tagWords), chance.of(tagWords)].filter((tag, place, all) => all.indexOf(tag) === place),
    ...(nth > 0 && { locator: { label: 'page', value: String(1 + chance.below(400)) } }), ...(chance.below(3) === 0 && { stance: chance.of(stances) }), ...(nth === 3 && { kind: chance.of(kinds) }),
    ...quoted, text: prose(120, tongue, chance),
  };
}

/** So many sources, one after the other. */
export function* invented(count: number, seed = 7): Generator<Invented> {
  for (let at = 0; at < count; at += 1) {
    const chance = chanceFrom(seeded(seed * 1_000_003 + at));
    const tongue = chance.of(tongues);
    const item = itemAt(at, tongue, chance);
    yield { item, notes: Array.from({ length: 5 }, (_, nth) => noteAt(at, nth, item, tongue, chance)) };
  }
}

/** A source as the text of its own file. */
export const fileText = ({ item, notes }: Invented): string => newSourceFile({ item, notes, authors });

const bibtexTypes: { readonly [T in ItemType]?: string } = { 'article-journal': 'article', book: 'book', chapter: 'incollection', 'paper-conference': 'inproceedings', report: 'report', thesis: 'thesis' };

/** A source as an entry of a bibliography, written as reference managers do. */
export function bibEntry({ item }: Invented): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', item.author?.map(({ family, given }) => `${family}, ${given}`).join(' and ')], ['title', item.title], ['date', item.issued?.['date-parts']?.[0]?.join('-')],
    [item.type === 'article-journal' ? 'journaltitle' : 'booktitle', item['container-title']], ['volume', item.volume], ['number', item.issue], ['pages', item.page?.replace('–', '--')], ['publisher', item.publisher],
    ['doi', item.DOI], ['url', item.URL], ['keywords', item.tags?.join(', ')], ['langid', item['language'] as string], ['abstract', item.abstract],
  ];
  return `@${bibtexTypes[item.type] ?? 'misc'}{${item.id},\n${fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value.replace(/[&%#$_]/gu, '\\$&')}},\n`])).join('')}}\n`;
}
