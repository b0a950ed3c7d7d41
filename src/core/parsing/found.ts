/** What a reader of this room hands over: a record with its place in the normalised text. */
import type { Problem } from '../problem';
import type { Item, JsonObject, Span } from '../source';
import type { Certainty, Format } from './reading';

/** One record as a reader found it. `span` and the spans of its problems are places in the normalised text. */
export type Found = Span & {
  readonly format: Format;
  readonly item: Item;
  readonly certainty: { readonly [field: string]: Certainty };
  readonly problems: readonly Problem[];
  /** What the reader took for the record, where its span was widened to hold what no record claimed. */
  readonly claim?: Span;
};

/** Fields by their names in CSL, before it is known which of them are filled. */
export type Fields = { readonly [field: string]: unknown };

/** Several lots of fields as one; of two under one name the later counts. Faster than spreading many small objects into one. */
export function gathered(...lots: readonly Fields[]): Fields {
  const all: { [field: string]: unknown } = {};
  for (const lot of lots) for (const field of Object.keys(lot)) if (lot[field] !== undefined || field in all) all[field] = lot[field];
  return all;
}

/** An item of some fields: those that are undefined, empty or blank are left out. */
export function itemOf(type: Item['type'], fields: Fields, custom: JsonObject = {}): Item {
  const item: { [field: string]: unknown } = { id: '', type };
  for (const field of Object.keys(fields)) if (isFilled(fields[field])) item[field] = fields[field];
  for (const _ in custom) {
    item['custom'] = custom;
    break;
  }
  return item as unknown as Item;
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0;
}

/** The fields that come first in an item, and those that come last. */
export const leading: readonly string[] = ['id', 'type', 'title', 'author', 'editor', 'issued'];
export const last: readonly string[] = ['abstract', 'custom'];

/** The same item with its fields in the order in which one reads a reference; `abstract` and `custom` last. */
export function ordered(item: Item): Item {
  const fields = item as unknown as Fields;
  const [all, sorted]: [readonly string[], { [field: string]: unknown }] = [Object.keys(fields), {}];
  for (const field of leading) if (fields[field] !== undefined) sorted[field] = fields[field];
  for (const field of all) if (!leading.includes(field) && !last.includes(field)) sorted[field] = fields[field];
  for (const field of last) if (fields[field] !== undefined) sorted[field] = fields[field];
  return sorted as unknown as Item;
}

/** Was anything understood of this record, so that it is more than kept text? */
export const isRead = ({ certainty }: Found): boolean => Object.keys(certainty).length > 0;
