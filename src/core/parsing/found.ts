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

/** An item of some fields: those that are undefined, empty or blank are left out. */
export function itemOf(type: Item['type'], fields: { readonly [field: string]: unknown }, custom: JsonObject = {}): Item {
  const filled = Object.entries(fields).filter(([, value]) => isFilled(value));
  const named = Object.keys(custom).length > 0 ? [['custom', custom] as const] : [];
  return Object.fromEntries([['id', ''], ['type', type], ...filled, ...named]) as unknown as Item;
}

function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0;
}

const leading = ['id', 'type', 'title', 'author', 'editor', 'issued'];

/** The same item with its fields in the order in which one reads a reference; `abstract` and `custom` last. */
export function ordered(item: Item): Item {
  const rank = (field: string): number => {
    const place = leading.indexOf(field);
    return place >= 0 ? place : field === 'custom' ? 102 : field === 'abstract' ? 101 : 100;
  };
  return Object.fromEntries(Object.entries(item).sort(([a], [b]) => rank(a) - rank(b))) as unknown as Item;
}

/** Was anything understood of this record, so that it is more than kept text? */
export const isRead = ({ certainty }: Found): boolean => Object.keys(certainty).length > 0;
