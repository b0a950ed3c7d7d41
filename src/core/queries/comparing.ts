/** Texts of sources and notes in comparable letters, made once for each value that the library holds. */
import { apart, joined, sound, soundTyped } from '../comparableLetters';
import { fold } from '../fold';
import { creatorsOf, fullName, nameVariables, yearOf } from '../source';
import type { Item, Note } from '../source';

/** A typed value made comparable. `exact`: whole words, in this order; else a part of a word is enough, wherever it stands. */
export type Wanted = { readonly whole: string; readonly parts: string; readonly sound: string; readonly exact: boolean };

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
  return { whole, parts: apart(folded), sound: exact ? '' : soundTyped(whole), exact };
}

const heldIn = (text: string, value: string, exact: boolean): boolean => (exact ? text.includes(` ${value} `) : text.includes(loosely(value)));

/** One letter of the Latin alphabet, or one digit, is found only at the beginning of a word. */
const loosely = (value: string): string => (/^[a-z0-9]$/.test(value) ? ` ${value}` : value);

/** Does a comparable text hold what is wanted? */
export const holds = (text: string, { whole, parts, exact }: Wanted): boolean =>
  heldIn(text, whole, exact) || (parts !== whole && heldIn(text, parts, exact));

/** A text made of a value, kept as long as the value is. */
function kept<T extends object>(make: (value: T) => string): (value: T) => string {
  const texts = new WeakMap<T, string>();
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

/** The texts of a source, in comparable letters. `people` are names between bars, `heard` the same as they sound; `record` is everything that a reference shows. */
export const sourceTexts = {
  people,
  heard: kept<Item>((item) => sound(people(item))),
  title: kept<Item>((item) => comparable(titlesOf(item))),
  container: kept<Item>((item) => comparable(containersOf(item))),
  abstract: kept<Item>((item) => comparable(item.abstract ?? '')),
  record: kept<Item>((item) => comparedParts([item.id, namesOf(item), titlesOf(item), containersOf(item), String(yearOf(item) ?? ''), item.DOI ?? '', (item.tags ?? []).join(' ')])),
} as const;

const comparedParts = (texts: readonly string[]): string => texts.map(comparable).join('|');

/** The texts of a note: what it quotes, what the person wrote, and both with its tags. */
export const noteTexts = {
  quote: kept<Note>((note) => comparable(note.quote ?? '')),
  own: kept<Note>((note) => comparable(note.text)),
  all: kept<Note>((note) => comparedParts([note.quote ?? '', note.text, note.tags.join(' ')])),
} as const;

/** Is this person named there? Every typed word stands in one of the names, or sounds as if it did. */
export const namesPerson = (item: Item, { whole, parts, sound: heard, exact }: Wanted): boolean =>
  inOneName(people(item), whole, (name, word) => heldIn(name, word, exact)) || inOneName(people(item), parts, (name, word) => heldIn(name, word, exact))
  || (heard.length > 2 && inOneName(sourceTexts.heard(item), heard, (name, word) => name.includes(` ${word}`)));

/** Do all words stand in one of the names between bars? One word alone stands in one if it stands in all of them together. */
function inOneName(names: string, words: string, stands: (name: string, word: string) => boolean): boolean {
  if (!words.includes(' ')) return stands(names, words);
  return names.split('|').some((name) => words.split(' ').every((word) => stands(name, word)));
}
