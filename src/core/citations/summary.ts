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

/** Searches a draft for what notes say. */
export class UsedNotes {
  readonly #text: string;
  readonly #locators: ReadonlyMap<string, readonly string[]>;

  constructor(draft: DraftReading) {
    this.#text = comparable(draft.text);
    this.#locators = new Map(citedSources(draft).map(({ key, locators }) => [key, locators]));
  }

  /** Does the draft say what the note quotes, or else its words? */
  says(note: Note): boolean {
    const said = comparable(note.quote ?? note.text).slice(0, 200);
    return said.length > 3 && this.#text.includes(said);
  }

  /** Has the draft used this note on a source: quoted it, said its words, or cited its page? */
  has(key: string, note: Note): boolean {
    const words = comparable(note.quote ?? note.text).slice(0, 60);
    if (words.length > 12 && this.#text.includes(words)) return true;
    const { locator } = note;
    return locator !== undefined && (this.#locators.get(key) ?? []).some((cited) => covers(cited, locator.value));
  }
}
