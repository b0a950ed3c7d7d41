/** How sure a field is, and what of that the person should see. */
import { silent } from '../reviews';
import type { Item, JsonObject, Review } from '../source';
import type { Certainty } from './reading';

/** How far each way of finding a field is trusted. */
export const trust = { structured: 0.95, labelled: 0.9, byPosition: 0.8, guessed: 0.6, derived: 0.4 } as const;

/** The same certainty for several fields of one record. */
export function allSure(fields: readonly string[], sure: number, why: string): { readonly [field: string]: Certainty } {
  const all: { [field: string]: Certainty } = {};
  const one = { sure, why };
  for (const field of fields) all[field] = one;
  return all;
}

/** The item with its reviews added under `custom.review`; the item itself when there are none. */
export function withReviews(item: Item, reviews: { readonly [field: string]: Review }): Item {
  if (Object.keys(reviews).length === 0) return item;
  const before = (item.custom?.['review'] ?? {}) as JsonObject;
  return withCustom(item, { review: { ...before, ...reviews } as unknown as JsonObject });
}

/** The item with more under `custom`; the item itself when nothing is added. */
export function withCustom(item: Item, more: JsonObject): Item {
  return Object.keys(more).length === 0 ? item : { ...item, custom: { ...item.custom, ...more } };
}

/** A remark for each filled-in field that is not silent, so that the person looks at it. */
export function reviewUnsure(item: Item, certainty: { readonly [field: string]: Certainty }): Item {
  const unsure = Object.keys(certainty).filter((field) => (certainty[field]?.sure ?? 1) < silent && field in item);
  if (unsure.length === 0) return item;
  const known = (item.custom?.['review'] ?? {}) as JsonObject;
  return withReviews(item, Object.fromEntries(unsure.filter((field) => !(field in known)).map((field) => [field, { why: certainty[field]?.why ?? '' }])));
}
