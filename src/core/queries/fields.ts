/** The fields of a query: how each may be typed, and which values it takes. */
import { fold } from '../fold';
import { typeLabel } from '../library';
import { itemTypes, kinds, relations, stances } from '../source';
import type { ItemType } from '../source';
import type { QueryField } from './query';

/** What stands in a query for “something is there”. Each is a question to a note or to its source. */
export const havings = ['quote', 'page', 'text', 'tags', 'stance', 'relation', 'notes', 'abstract', 'doi', 'url', 'author', 'year', 'container'] as const;
export type Having = (typeof havings)[number];

/** Relations as one asks for them: from the note that has one, and from the note it points at. */
export const relationValues = [...relations, 'supported', 'attacked', 'qualified', 'any'] as const;
export type RelationValue = (typeof relationValues)[number];

/**
 * `says`: what it asks, for a list to choose from. `values`: the only ones it takes. `read`: a typed value as it is kept, or
 * undefined for one that it can't be; without it any text will do. `ordered`: may be asked with `<` and `>`.
 */
export type FieldRule = {
  readonly says: string;
  readonly values?: readonly string[];
  readonly read?: (typed: string) => string | undefined;
  readonly ordered?: true;
};

const oneOf = (values: readonly string[]): Pick<FieldRule, 'values' | 'read'> =>
  ({ values, read: (typed) => values.find((value) => value === typed.toLowerCase()) });

/** A year, `2010..2014`, `2010..`, `..2014`; also with dashes between whole years. */
function readYears(typed: string): string | undefined {
  const range = /^(\d{1,4})?(?:\.\.|[-–—])(\d{1,4})?$/.exec(typed);
  if (range !== null && (range[1] ?? range[2]) !== undefined) return `${range[1] ?? ''}..${range[2] ?? ''}`;
  return /^\d{1,4}$/.test(typed) ? String(Number(typed)) : undefined;
}

/** A day, a month or a year as ISO 8601 writes it. */
const readDate = (typed: string): string | undefined => (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(typed) ? typed : undefined);

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}]+/gu, '');

/** Is this a part of a type’s name, as CSL or as a person calls it? */
export function isOfType(type: ItemType, typed: string): boolean {
  const wanted = lettersOf(typed);
  return wanted !== '' && (lettersOf(type).includes(wanted) || lettersOf(typeLabel(type)).includes(wanted));
}

const readType = (typed: string): string | undefined => (itemTypes.some((type) => isOfType(type, typed)) ? typed.replace(/\s+/g, ' ') : undefined);

/** Every field. A new one does not compile before it has its row here and its test in `fitting.ts`. */
export const fieldRules: { readonly [F in QueryField]: FieldRule } = {
  stance: { says: 'the stance of a note', ...oneOf([...stances, 'none']) },
  kind: { says: 'what a note is', ...oneOf(kinds) },
  quote: { says: 'words that a note quotes' },
  note: { says: 'your own words in a note' },
  text: { says: 'words of a note, quoted or your own' },
  coder: { says: 'who took the note' },
  created: { says: 'when the note was taken: 2026-09, >=2026-09-14', read: readDate, ordered: true },
  relation: { says: 'how a note bears on another', ...oneOf(relationValues) },
  has: { says: 'what is there', ...oneOf(havings) },
  author: { says: 'an author or editor' },
  title: { says: 'words of the title' },
  year: { says: 'the year: 2014, >=2014, 2010..2014', read: readYears, ordered: true },
  container: { says: 'the journal, the book, the conference' },
  type: { says: 'the type of source: journal, book, chapter', read: readType },
  key: { says: 'the citation key' },
  source: { says: 'any word of the reference' },
  abstract: { says: 'words of the abstract' },
  keyword: { says: 'a tag of the source itself' },
  cited: { says: 'yes, no, or the name of a draft that cites it' },
};

/** Other names that a field may be typed with. */
const otherNames: { readonly [name: string]: QueryField } = {
  by: 'coder', journal: 'container', editor: 'author', id: 'key', date: 'year', quotes: 'quote', notes: 'note', doi: 'source',
};

/** The field of a typed name; case does not count. */
export function fieldNamed(name: string): QueryField | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(fieldRules, lower) ? lower as QueryField : Object.hasOwn(otherNames, lower) ? otherNames[lower] : undefined;
}
