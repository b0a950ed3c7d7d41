/** Fields that a person should look at: how they get under `custom.review`, and what settles them. */
import type { Certainty } from '../parsing';
import { fieldUnsure } from '../problem';
import type { Problem } from '../problem';
import { isObject, reviewsOf } from '../source';
import type { Item, Json, JsonObject, Review, Span } from '../source';
import type { Entry } from './frontMatter';
import type { SourceFile } from './sourceFile';

/** From here on a field is silent; below it is shown as unsure. */
const silent = 0.85;

/** The item with every field that was read without certainty under `custom.review`, beside what is there already. */
export function fieldsToReview(item: Item, certainty: { readonly [field: string]: Certainty }): Item {
  const review: { [field: string]: Json } = {};
  for (const [field, { sure, why }] of Object.entries(certainty)) {
    if (sure < silent && item[field] !== undefined) review[field] = { why };
  }
  const before = item.custom?.['review'];
  const all = { ...review, ...(isObject(before) ? before : {}) };
  return Object.keys(all).length === 0 ? item : { ...item, custom: { ...item.custom, review: all } };
}

/** The fields to set when a person takes what is offered for `fields`; the review of these fields is settled. */
export function takeOffers(item: Item, fields: readonly string[]): { [field: string]: Json | undefined } {
  const reviews = reviewsOf(item);
  const offers = fields.flatMap((field) => {
    const offer = reviews.get(field)?.offer;
    return offer === undefined ? [] : [[field, offer] as const];
  });
  return { ...Object.fromEntries(offers), ...settle(item, fields) };
}

/** The fields to set when a person has looked at `fields` and leaves them as they are. */
export function settle(item: Item, fields: readonly string[]): { custom: JsonObject | undefined } {
  const { review, ...custom } = item.custom ?? {};
  const open = isObject(review) ? Object.fromEntries(Object.entries(review).filter(([field]) => !fields.includes(field))) : {};
  const rest: JsonObject = Object.keys(open).length === 0 ? custom : { ...custom, review: open };
  return { custom: Object.keys(rest).length === 0 ? undefined : rest };
}

/** A field to look at, with what is said of it and where in the file it stands. */
export type PlacedReview = { readonly field: string; readonly review: Review; readonly span: Span };

/** The fields of a file that a person should look at: at the field's own line, else where `custom` speaks of it. */
export function reviewsIn(file: SourceFile): readonly PlacedReview[] {
  const custom = file.entries.find((entry) => entry.key === 'custom');
  return [...reviewsOf(file.item)].map(([field, review]) => {
    const entry = file.entries.find((candidate) => candidate.key === field);
    const place = entry ?? custom;
    const span = place === undefined ? { start: 0, end: 0 } : { start: place.span.start, end: place.span.start + place.raw.split('\n')[0]!.length };
    return { field, review, span: entry === undefined && custom !== undefined ? mention(custom, field) ?? span : span };
  });
}

/** Where the line of `custom` names a field, after the word `review`. */
function mention(custom: Entry, field: string): Span | undefined {
  const name = JSON.stringify(field);
  const at = custom.raw.indexOf(name, custom.raw.indexOf('"review"') + '"review"'.length);
  return at < 0 ? undefined : { start: custom.span.start + at, end: custom.span.start + at + name.length };
}

/** The same as problems, to be shown where they stand. */
export function reviewProblems(file: SourceFile): readonly Problem[] {
  return reviewsIn(file).map(({ field, review, span }) => fieldUnsure(field, review.why, span));
}
