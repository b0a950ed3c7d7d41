/** Texts of sources and notes in comparable letters, made once for each value that the library holds. */
import { apart, joined, sound, soundTyped } from '../comparableLetters';
import { fold } from '../fold';
import { creatorsOf, fullName, nameVariables, yearOf } from '../source';
import type { Item, Note } from '../source';
import { longestScanned, scannerFor } from './scanning';
import type { Scanner } from './scanning';

/**
 * A typed value made comparable. `exact`: whole words, in this order; else a part of a word is enough, wherever it stands. `sign`: looks for its
 * longest word, where that is of Latin letters or digits: a text that does not hold it does not hold the value. `isSign`: the other way round, too.
 */
export type Wanted = { readonly whole: string; readonly parts: string; readonly sound: string; readonly exact: boolean; readonly sign?: Scanner; readonly isSign: boolean };

/** Words between single blanks, one at each end; a text with hyphens stands there in both ways of reading them. */
function comparable(text: string): string {
  const folded = fold(text);
  const whole = ` ${joined(folded)} `;
  return folded.includes('-') ? `${whole}| ${apart(folded)} ` : whole;
}

/** A value as typed, ready to be looked for. */
export function wantedText(text: string, exact: boolean): Wanted {
  const folded = fold(text);
  const whole = joined(folded);
  const parts = apart(folded);
  const sign = whole === parts ? signOf(whole) : undefined;
  return { whole, parts, sound: exact ? '' : soundTyped(whole), exact, isSign: !exact && sign === whole, ...(sign !== undefined && { sign: scannerFor(sign) }) };
}

/** One letter says nothing, for it is found at the beginning of words alone. */
function signOf(words: string): string | undefined {
  const longest = words.split(' ').reduce((long, word) => (word.length > long.length ? word : long), '');
  return /^[a-z0-9]{2,}$/.test(longest) && longest.length <= longestScanned ? longest : undefined;
}

const heldIn = (text: string, value: string, exact: boolean): boolean => (exact ? text.includes(` ${value} `) : text.includes(loosely(value)));

/** One letter of the Latin alphabet, or one digit, is found only at the beginning of a word. */
const loosely = (value: string): string => (/^[a-z0-9]$/.test(value) ? ` ${value}` : value);

/** Does a comparable text hold what is wanted? */
export const holds = (text: string, { whole, parts, exact }: Wanted): boolean =>
  heldIn(text, whole, exact) || (parts !== whole && heldIn(text, parts, exact));

/** The texts of a value as they are written, and whether they hold what is wanted. */
export type Held<T> = (value: T, wanted: Wanted) => boolean;

/** Asks the texts of values. Their comparable text is made for those alone that hold the longest of several words, and kept as long as the value is. */
function held<T extends object>(texts: (value: T) => readonly string[]): Held<T> {
  const comparedTexts = kept<T>((value) => comparedParts(texts(value)));
  return (value, wanted) => {
    const said = wanted.sign && scanned(texts(value), wanted.sign);
    return said === undefined || (said && !wanted.isSign) ? holds(comparedTexts(value), wanted) : said;
  };
}

/** Is the word in one of the texts? */
function scanned(texts: readonly string[], scanner: Scanner): boolean | undefined {
  let said: boolean | undefined = false;
  for (const text of texts) {
    const here = scanner(text);
    if (here === true) return true;
    said = here === undefined ? undefined : said;
  }
  return said;
}

/** What is made of a value, kept as long as the value is. */
function kept<T extends object, Made = string>(make: (value: T) => Made): (value: T) => Made {
  const texts = new WeakMap<T, Made>();
  return (value) => {
    let text = texts.get(value);
    if (text === undefined) texts.set(value, text = make(value));
    return text;
  };
}

const namesOf = (item: Item): string => nameVariables.flatMap((role) => item[role] ?? []).map(fullName).join(' | ');
const titlesOf = (item: Item): string => [item.title, item['title-short']].filter((text) => typeof text === 'string').join(' | ');
const containersOf = (item: Item): string =>
  [item['container-title'], item['container-title-short'], item['collection-title'], item['event-title'], item.publisher].filter((text) => typeof text === 'string').join(' | ');

const people = kept<Item>((item) => `|${comparedParts(creatorsOf(item).map(fullName))}`);

/** Names as they sound. */
const heard = kept<Item>((item) => sound(people(item)));

/** The texts of a source; `record` is everything that a reference shows. */
export const inSource = {
  title: held<Item>((item) => [titlesOf(item)]),
  container: held<Item>((item) => [containersOf(item)]),
  abstract: held<Item>((item) => [item.abstract ?? '']),
  record: held(kept<Item, readonly string[]>((item) => [item.id, namesOf(item), titlesOf(item), containersOf(item), String(yearOf(item) ?? ''), item.DOI ?? '', (item.tags ?? []).join(' ')])),
} as const;

const comparedParts = (texts: readonly string[]): string => texts.map(comparable).join('|');

/** The texts of a note: what it quotes, what the person wrote, and both with its tags. */
export const inNote = {
  quote: held<Note>((note) => [note.quote ?? '']),
  own: held<Note>((note) => [note.text]),
  all: held<Note>((note) => [note.quote ?? '', note.text, note.tags.join(' ')]),
} as const;

/** Is this person named there? Every typed word stands in one of the names, or sounds as if it did. */
export const namesPerson = (item: Item, { whole, parts, sound: wanted, exact }: Wanted): boolean =>
  inOneName(people(item), whole, (name, word) => heldIn(name, word, exact)) || inOneName(people(item), parts, (name, word) => heldIn(name, word, exact))
  || (wanted.length > 2 && inOneName(heard(item), wanted, (name, word) => name.includes(` ${word}`)));

/** Do all words stand in one of the names between bars? One word alone stands in one if it stands in all of them together. */
function inOneName(names: string, words: string, stands: (name: string, word: string) => boolean): boolean {
  if (!words.includes(' ')) return stands(names, words);
  return names.split('|').some((name) => words.split(' ').every((word) => stands(name, word)));
}
