/** How sure a field is, and what of that the person should see. */
import { silent } from '../reviews';
import { reviewsOf } from '../source';
import type { Item, Json, JsonObject, Review } from '../source';
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

/** Below this a value is offered, and not filled in. */
export const filledIn = 0.5;

/** What an item always has; a title too, so that the source has a name. It stays, and is to be looked at. */
const always: ReadonlySet<string> = new Set(['id', 'type', 'title', 'custom']);

/** The item without what is too doubtful to be filled in; the item itself when there is nothing such. */
export function filledOnly(item: Item, certainty: { readonly [field: string]: Certainty }): Item {
  const doubtful = Object.keys(certainty).filter((field) => (certainty[field]?.sure ?? 1) < filledIn && !always.has(field) && field in item);
  return doubtful.length === 0 ? item : Object.fromEntries(Object.entries(item).filter(([field]) => !doubtful.includes(field))) as unknown as Item;
}

/** The item with a remark for each field that is not sure; what is less than half sure is offered there, and not filled in. */
export function offerUnsure(item: Item, certainty: { readonly [field: string]: Certainty }): Item {
  const filled = filledOnly(item, certainty);
  if (filled === item) return reviewUnsure(item, certainty);
  const said = reviewsOf(item);
  const offers = Object.entries(certainty).filter(([field]) => field in item && !(field in filled)).map(([field, { why }]) => [field, { why, ...said.get(field), offer: item[field] as Json }] as const);
  return reviewUnsure(withReviews(filled, Object.fromEntries(offers)), certainty);
}
