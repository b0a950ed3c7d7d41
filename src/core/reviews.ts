/** From how sure a field was read to what a person should look at: `custom.review`. */
import type { Certainty } from './parsing/reading';
import { isObject } from './source';
import type { Item, Json } from './source';

/** From here on a field is silent; below it is shown as unsure. */
export const silent = 0.85;

/** The item with every field that was read without certainty under `custom.review`, beside what is there already. */
export function fieldsToReview(item: Item, certainty: { readonly [field: string]: Certainty }): Item {
  const review: { [field: string]: Json } = {};
  for (const [field, { sure, why }] of Object.entries(certainty)) {
    if (sure < silent && item[field] !== undefined) review[field] = { why, sure };
  }
  const before = item.custom?.['review'];
  const said = isObject(before) ? Object.entries(before).map(([field, one]) => [field, withSureness(one, certainty[field])] as const) : [];
  const all = { ...review, ...Object.fromEntries(said) };
  return Object.keys(all).length === 0 ? item : { ...item, custom: { ...item.custom, review: all } };
}

/** What a reader said itself of a field, with how sure it was. */
const withSureness = (review: Json, certainty: Certainty | undefined): Json =>
  (isObject(review) && certainty !== undefined && certainty.sure < silent ? { ...review, sure: certainty.sure } : review);
