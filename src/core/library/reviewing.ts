/** Fields that a person should look at: how they get under `custom.review`, and what settles them. */
import { fieldUnsure, mergeUnsure } from '../problem';
import type { Problem } from '../problem';
import { isObject, reviewsOf } from '../source';
import type { Item, Json, JsonObject, Name, Review, Span } from '../source';
import type { Entry } from './frontMatter';
import { mergeReview, otherReadings, withFields } from '../merging';
import { listedName } from './nameFixes';
import { translationsOf, withTranslationTaken } from './otherLanguages';
import type { SourceFile } from './sourceFile';

/** How sure a source is: that of its least sure field, 1 where nothing is to be looked at. A field that is only offered counts as 0.4. */
export function surenessOf(item: Item): number {
  return Math.min(1, ...[...reviewsOf(item)].map(([field, { sure }]) => sure ?? (item[field] === undefined ? 0.4 : 0.6)));
}

/** What else a field could be: what its reader offers, what other records of the work say, and the same in the other languages in which the record gives it. */
export function alternativesTo(item: Item, field: string): readonly Json[] {
  const { offer } = reviewsOf(item).get(field) ?? {};
  const readings = [...(offer === undefined ? [] : [offer]), ...otherReadings(item, field), ...translationsOf(item, field).map(({ text }) => text)];
  const written = new Map(readings.map((value) => [JSON.stringify(value), value]));
  if (item[field] !== undefined) written.delete(JSON.stringify(item[field]));
  return [...written.values()];
}

/** The fields to set when a person takes another reading of a field; the one that stood there takes its place among the others. */
export function chooseReading(item: Item, field: string, value: Json): { [field: string]: Json | undefined } {
  const { custom = {} } = settle(item, [field]);
  const swapped = withReading(withTranslationTaken(custom, item, field, value), field, value, item[field] as Json | undefined);
  return { [field]: value, custom: Object.keys(swapped).length === 0 ? undefined : swapped };
}

function withReading(custom: JsonObject, field: string, taken: Json, left: Json | undefined): JsonObject {
  const { merged } = custom;
  if (!Array.isArray(merged) || left === undefined) return custom;
  const swap = (readings: Json | undefined): Json | undefined =>
    (isObject(readings) && JSON.stringify(readings[field]) === JSON.stringify(taken) ? { ...readings, [field]: left } : readings);
  return { ...custom, merged: (merged as readonly Json[]).map((one) => (isObject(one) ? swapped(one, swap) : one)) };
}

function swapped(merge: JsonObject, swap: (readings: Json | undefined) => Json | undefined): JsonObject {
  const [replaced, other] = [swap(merge['replaced']), swap(merge['other'])];
  return { ...merge, ...(replaced !== undefined && { replaced }), ...(other !== undefined && { other }) };
}

/** A value as one reads it in a sentence: a text in quotation marks, names and dates in words. */
export function valueInWords(value: Json | undefined): string {
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => (isObject(one) ? listedName(one as Name) : typeof one === 'string' ? one : JSON.stringify(one))).join('; ');
  const parts = isObject(value) ? (value['date-parts'] as readonly (readonly number[])[] | undefined)?.[0] : undefined;
  return parts === undefined ? JSON.stringify(value) : parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The fields to set when a person takes what is offered for `fields`; the review of these fields is settled. */
export function takeOffers(item: Item, fields: readonly string[]): { [field: string]: Json | undefined } {
  const reviews = reviewsOf(item);
  let taken: { [field: string]: Json | undefined } = settle(item, fields);
  for (const field of fields) {
    const offer = reviews.get(field)?.offer;
    if (offer !== undefined) taken = { ...taken, ...chooseReading(withFields(item, taken), field, offer) };
  }
  return taken;
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
  return reviewsIn(file).map(({ field, review, span }) => (field === mergeReview
    ? mergeUnsure(review.why, span)
    : fieldUnsure(field, review.why, span, alternativesTo(file.item, field).map(valueInWords).map(inBrief))));
}

/** Enough of a value to know it by, on one line. */
function inBrief(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  return line.length > 120 ? `${line.slice(0, 118)}…` : line;
}
