/** What a draft cites, in the order in which it does; and which notes on those sources it has not used yet. */
import { fold } from '../fold';
import type { Note } from '../source';
import type { CitedKey, Citation } from './citation';
import { plainLocator } from './details';
import type { DraftReading } from './draftReading';

/** One source as a draft cites it: every place, the first one first. `locators` are the different ones, in their order. */
export type CitedSource = { readonly key: string; readonly places: readonly { readonly citation: Citation; readonly cited: CitedKey }[]; readonly locators: readonly string[] };

/** Everything that a draft cites, each source once, in the order of their first citation. */
export function citedSources({ citations }: DraftReading): readonly CitedSource[] {
  const places = new Map<string, { readonly citation: Citation; readonly cited: CitedKey }[]>();
  for (const citation of citations) {
    for (const cited of citation.keys) {
      const there = places.get(cited.key);
      if (there === undefined) places.set(cited.key, [{ citation, cited }]);
      else there.push({ citation, cited });
    }
  }
  return [...places].map(([key, list]) => ({ key, places: list, locators: [...new Set(list.flatMap(({ cited }) => cited.locator ?? []).map(plainLocator))] }));
}

/** Letters and numbers alone, folded. */
export const comparable = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
const numbersIn = (text: string): readonly number[] => [...text.matchAll(/\d{1,6}/g)].map(Number);

/** Does a cited locator hold the note's page: the same number, or a range around it? */
export function covers(locator: string, value: string): boolean {
  const [page] = numbersIn(value);
  if (page === undefined) return locator.includes(value);
  const [from, to] = numbersIn(locator);
  return numbersIn(locator).includes(page) || (from !== undefined && to !== undefined && /[-–—]/.test(locator) && from <= page && page <= to);
}

/** So many letters of a note are looked for in a draft; one of fewer is found in none. */
type Letters = { readonly fewest: number; readonly most: number };

/** Of these notes, those that a draft says: their quotation, or else their words. */
export function saidNotes({ text }: DraftReading, notes: readonly Note[], letters: Letters = { fewest: 4, most: 200 }): ReadonlySet<Note> {
  const words = new Map(notes.map((note) => [note, wordsOf(note, letters)]));
  const said = occurring(comparable(text), [...words.values()], letters);
  return new Set(notes.filter((note) => said.has(words.get(note) as string)));
}

/** Of the notes on a draft’s sources, those that it has used: quoted, said in their words, or cited by their page. */
export function usedNotes(draft: DraftReading, notes: readonly { readonly key: string; readonly note: Note }[]): ReadonlySet<Note> {
  const locators = new Map(citedSources(draft).map((cited) => [cited.key, cited.locators]));
  const isCited = ({ key, note: { locator } }: { readonly key: string; readonly note: Note }): boolean => locator !== undefined && (locators.get(key) ?? []).some((cited) => covers(cited, locator.value));
  const said = saidNotes(draft, notes.map(({ note }) => note), { fewest: 13, most: 60 });
  return new Set(notes.filter((one) => said.has(one.note) || isCited(one)).map(({ note }) => note));
}

/** Of a long note the beginning will do: four characters for each letter that is looked for are enough of it. */
const wordsOf = ({ quote, text }: Note, { most }: Letters): string => comparable((quote ?? text).slice(0, most * 4)).slice(0, most);

/**
 * Of many words, those of at least so many letters that occur in a text, which is gone through once, however many there are: four
 * letters tell where one may begin. Words that begin what follows there begin one another too, so they are the last one in the
 * alphabet that does not come after it, and those that begin that one.
 */
function occurring(text: string, all: readonly string[], { fewest, most }: Letters): ReadonlySet<string> {
  const words = [...new Set(all)].filter((one) => one.length >= fewest).sort();
  const beginning = beginnings(words);
  const may = new Uint8Array(1 << 16);
  for (const one of words) may[mixed(one, 0)] = 1;
  const found = new Set<string>();
  for (let at = 0; at + fewest <= text.length; at += 1) {
    if (may[mixed(text, at)] === 0) continue;
    const follows = text.slice(at, at + most);
    let one = lastNotAfter(words, follows);
    while (one >= 0 && !follows.startsWith(words[one] as string)) one = beginning[one] as number;
    for (; one >= 0 && !found.has(words[one] as string); one = beginning[one] as number) found.add(words[one] as string);
  }
  return found;
}

/** For each of some words in their alphabetical order, the place of the longest other one that it begins with; -1 for none. */
function beginnings(words: readonly string[]): readonly number[] {
  const places: number[] = [];
  for (const [place, word] of words.entries()) {
    let before = place - 1;
    while (before >= 0 && !word.startsWith(words[before] as string)) before = places[before] as number;
    places.push(before);
  }
  return places;
}

/** Of some words in their alphabetical order, the place of the last one that does not come after a text; -1 for none. */
function lastNotAfter(words: readonly string[], text: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as string) <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Four letters as a number of sixteen bits. */
function mixed(text: string, at: number): number {
  let sum = 0;
  for (let letter = at; letter < at + 4; letter += 1) sum = Math.imul(sum, 31) + text.charCodeAt(letter);
  return (sum ^ (sum >>> 16)) & 0xffff;
}
