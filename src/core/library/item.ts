/** A CSL item out of front matter, and back into its fields. */
import { unknownType } from '../problem';
import type { Problem } from '../problem';
import { dateVariables, isObject, itemTypes, nameVariables } from '../source';
import type { Item, ItemType, Json, Name } from '../source';
import { dateFrom } from './dates';
import type { Entry } from './frontMatter';

const isOneOf = <T extends string>(list: readonly T[]) => {
  const set = new Set<string>(list);
  return (word: string): word is T => set.has(word);
};
const isName = isOneOf(nameVariables);
const isDate = isOneOf(dateVariables);
const isType = isOneOf(itemTypes);

/** Fields in the order in which a person wants to read them; others follow in the order they came. */
const order = ['id', 'type', 'title', 'author', 'editor', 'translator', 'issued', 'event-title', 'event-date', 'event-place',
  'container-title', 'collection-title', 'volume', 'issue', 'page', 'edition', 'number', 'genre', 'publisher',
  'publisher-place', 'DOI', 'ISBN', 'ISSN', 'URL', 'accessed', 'language', 'keyword', 'note', 'tags', 'custom'];

/** Where a field belongs among the others; unknown ones before `tags` and `custom`. */
export function rankOf(field: string): number {
  const rank = order.indexOf(field);
  return rank >= 0 ? rank : order.indexOf('note') + 0.5;
}

/** The fields of an item as they stand in front matter: all but the abstract, in reading order. */
export function fieldsOf(item: Item): [string, Json][] {
  const fields = Object.entries(item).filter(([field, value]) => field !== 'abstract' && value !== undefined);
  return (fields as [string, Json][]).sort((a, b) => rankOf(a[0]) - rankOf(b[0]));
}

/** The item that front matter describes. Shapes that CSL doesn't know are kept as they are. */
export function itemFrom(entries: readonly Entry[]): { item: Item; problems: Problem[] } {
  const problems: Problem[] = [];
  const fields = new Map<string, unknown>([['id', ''], ['type', 'document']]);
  for (const entry of entries) {
    if (entry.value === undefined || entry.value === null) continue;
    const value = entry.key === 'type' ? typeFrom(entry, problems) : fieldFrom(entry.key, entry.value);
    if (value !== undefined) fields.set(entry.key, value);
  }
  return { item: Object.fromEntries(fields) as unknown as Item, problems };
}

function typeFrom(entry: Entry, problems: Problem[]): ItemType {
  const word = typeof entry.value === 'string' ? entry.value : JSON.stringify(entry.value);
  if (isType(word)) return word;
  problems.push(unknownType(word, entry.span));
  return 'document';
}

function fieldFrom(field: string, value: Json): unknown {
  if (isName(field)) return namesFrom(value);
  if (isDate(field)) return dateFrom(value);
  if (field === 'tags') return listOf(value).flatMap((tag) => (typeof tag === 'string' || typeof tag === 'number' ? [String(tag).replace(/^#/, '')] : []));
  return typeof value === 'number' ? String(value) : value;
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value]);

function namesFrom(value: Json): Name[] {
  return listOf(value).flatMap((name) => (typeof name === 'string' ? [nameFrom(name)] : isObject(name) ? [name as Name] : []));
}

/** `Family, Given` or an undivided name. */
function nameFrom(text: string): Name {
  const comma = text.indexOf(',');
  if (comma <= 0) return { literal: text.trim() };
  return { family: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
}
