/** What a second record of a work adds to the first, and how that is taken back. Nothing of either record is lost. */
import { isObject, reviewsOf, yearOf } from './source';
import type { Item, Json, JsonObject, Name, Review } from './source';
import { silent } from './reviews';
import { doiIdentity, titleIdentity } from './sameness';
import type { Sameness } from './sameness';

/**
 * One merge, as it stands under `custom.merged`: why the records were taken for one work, which fields the second record
 * `added`, what it `replaced` (the first record's values), what of it was not taken (`other`), which remarks it `settled`.
 * A field of `custom` is named `custom.panel`, one of what has no field `custom.unmapped.citations`. `pasted` is the place of
 * the second record's text under “As pasted”, counted from 0; where both stood in one paste, `text` is the second's.
 */
export type Merged = {
  readonly why: string;
  readonly pasted?: number;
  readonly text?: string;
  readonly added?: readonly string[];
  readonly replaced?: { readonly [field: string]: Json };
  readonly other?: { readonly [field: string]: Json };
  readonly settled?: { readonly [field: string]: Review };
  /** Fields for which the second record offers something, to be looked at since. */
  readonly offered?: readonly string[];
};

/** The merges of an item, in the order in which they were made. */
export function mergesOf(item: Item): readonly Merged[] {
  const all = item.custom?.['merged'];
  return Array.isArray(all) ? (all as readonly Json[]).filter((one) => isObject(one) && typeof one['why'] === 'string') as unknown as Merged[] : [];
}

/** The readings of a field that other records of the work gave, and that were not taken or were replaced. */
export function otherReadings(item: Item, field: string): readonly Json[] {
  const all = mergesOf(item).flatMap(({ replaced, other }) => [replaced?.[field], other?.[field]]).filter((value) => value !== undefined);
  return [...new Map(all.map((value) => [sorted(value), value])).values()].filter((value) => sorted(value) !== sorted(item[field] as Json ?? null));
}

/** The field under which a merge that is not sure is kept for a person to look at. */
export const mergeReview = 'merged';

/**
 * The fields to set when another record of the same work comes; one that is to go is undefined. A field that was missing is taken over. Of two readings
 * the surer is taken (one that a person should look at is less sure), of two that are equally sure the longer where length says more; the other stays
 * under `custom.merged`. Volume, issue, pages and date are those of one record where the two contradict each other there: the other's are offered.
 * Empty when the record says nothing new.
 */
export function mergeFields(known: Item, other: Item, { why, sure }: Sameness): { [field: string]: Json | undefined } {
  const merging = new Merging(known, other);
  for (const [path, value] of fieldsIn(other)) merging.take(path, value);
  merging.leaveElsewhere();
  const tags = [...new Set([...(known.tags ?? []), ...(other.tags ?? [])])];
  if (tags.length > (known.tags?.length ?? 0)) merging.set('tags', tags);
  return merging.result(why, sure);
}

/** An item with fields set; those that are undefined are taken away. */
export const withFields = (item: Item, fields: { readonly [field: string]: Json | undefined }): Item =>
  Object.fromEntries(Object.entries({ ...item, ...fields }).filter(([, value]) => value !== undefined)) as unknown as Item;

/** Every field of an item by its path; those of `custom` and of what has no field one by one. */
function* fieldsIn(item: Item): Generator<readonly [string, Json]> {
  for (const [field, value] of Object.entries(item) as [string, Json | undefined][]) {
    if (value !== undefined && field !== 'id' && field !== 'custom' && field !== 'tags') yield [field, value];
  }
  for (const [key, value] of Object.entries(item.custom ?? {})) {
    if (key === 'review' || key === 'merged') continue;
    if (key !== 'unmapped' || !isObject(value)) yield [`custom.${key}`, value];
    else for (const [name, one] of Object.entries(value)) yield [`custom.unmapped.${name}`, one];
  }
}

/** The value at a path of {@link fieldsIn}. */
export function valueAt(item: Item, path: string): Json | undefined {
  const { holder, name } = placeOf(path);
  if (holder === 'item') return item[name] as Json | undefined;
  const custom = item.custom ?? {};
  if (holder === 'custom') return custom[name];
  return isObject(custom['unmapped']) ? custom['unmapped'][name] : undefined;
}

function placeOf(path: string): { readonly holder: 'item' | 'custom' | 'unmapped'; readonly name: string } {
  if (path.startsWith('custom.unmapped.')) return { holder: 'unmapped', name: path.slice('custom.unmapped.'.length) };
  return path.startsWith('custom.') ? { holder: 'custom', name: path.slice('custom.'.length) } : { holder: 'item', name: path };
}

/** A copy of an item's fields in which values can be set by path; `changed` gives the top-level fields that are new. */
class Draft {
  readonly fields: { [field: string]: Json | undefined } = {};
  #custom: { [key: string]: Json };
  readonly #before: string;

  constructor(item: Item) {
    this.#custom = { ...item.custom };
    this.#before = sorted(this.#custom);
  }

  set(path: string, value: Json | undefined): void {
    const { holder, name } = placeOf(path);
    if (holder === 'item') this.fields[name] = value;
    else if (holder === 'custom') this.#custom = changed(this.#custom, name, value);
    else {
      const unmapped = changed(isObject(this.#custom['unmapped']) ? this.#custom['unmapped'] : {}, name, value);
      this.#custom = changed(this.#custom, 'unmapped', Object.keys(unmapped).length === 0 ? undefined : unmapped);
    }
  }

  review(field: string, review: Review | undefined): void {
    const reviews = changed(isObject(this.#custom['review']) ? this.#custom['review'] : {}, field, review as unknown as Json | undefined);
    this.set('custom.review', Object.keys(reviews).length === 0 ? undefined : reviews);
  }

  changes(): { [field: string]: Json | undefined } {
    if (sorted(this.#custom) === this.#before) return this.fields;
    return { ...this.fields, custom: Object.keys(this.#custom).length === 0 ? undefined : this.#custom };
  }
}

/** The object with one value set, or taken away when it is undefined. */
function changed(object: JsonObject, key: string, value: Json | undefined): { [key: string]: Json } {
  const { [key]: _, ...rest } = object;
  if (value === undefined) return rest;
  return key in object ? { ...object, [key]: value } : { ...rest, [key]: value };
}

class Merging {
  readonly #known: Item;
  readonly #second: Item;
  readonly #draft: Draft;
  readonly #unsure: ReadonlyMap<string, Review>;
  readonly #otherUnsure: ReadonlyMap<string, Review>;
  readonly #added: string[] = [];
  readonly #replaced: { [field: string]: Json } = {};
  readonly #other: { [field: string]: Json } = {};
  readonly #settled: { [field: string]: Review } = {};
  readonly #offers: string[] = [];
  /** Where the two say that the work stands in different volumes or years: whose word is taken. */
  readonly #elsewhere: 'known' | 'other' | undefined;

  constructor(known: Item, other: Item) {
    this.#known = known;
    this.#second = other;
    this.#draft = new Draft(known);
    this.#unsure = reviewsOf(known);
    this.#otherUnsure = reviewsOf(other);
    const contradicted = contradiction(known, other);
    this.#elsewhere = contradicted && (this.#surer(contradicted) > 0 ? 'other' : 'known');
  }

  set(path: string, value: Json | undefined): void {
    const old = valueAt(this.#known, path);
    if (old === undefined) this.#added.push(path);
    else this.#replaced[path] = old;
    this.#draft.set(path, value);
    const doubt = this.#otherUnsure.get(path);
    this.#settle(path);
    if (doubt !== undefined) this.#draft.review(path, doubt);
  }

  take(path: string, value: Json): void {
    const old = valueAt(this.#known, path);
    if (old !== undefined && alike(path, old, value)) {
      if (!this.#otherUnsure.has(path)) this.#settle(path);
    } else if (this.#elsewhere !== undefined && standing.has(path)) this.#takeStanding(path, value);
    else if (old === undefined || this.#wins(path, old, value)) this.set(path, value);
    else this.#keep(path, value);
  }

  /** Kept, unless an earlier merge has kept this very reading. */
  #keep(path: string, value: Json): void {
    const isKept = mergesOf(this.#known).some(({ replaced, other }) => [replaced?.[path], other?.[path]].some((kept) => kept !== undefined && sorted(kept) === sorted(value)));
    if (!isKept) this.#other[path] = value;
  }

  #wins(path: string, old: Json, value: Json): boolean {
    if (path === 'type' && (value === 'document' || old === 'document')) return old === 'document';
    const surer = this.#surer(path);
    return surer === 0 ? saysMore(path, value, old) : surer > 0;
  }

  /** Above 0 when the other record is surer of a field, below when this one is. Of two that are both doubted it counts how sure each is, where that is known. */
  #surer(path: string): number {
    const [doubt, otherDoubt] = [this.#unsure.get(path), this.#otherUnsure.get(path)];
    if (doubt === undefined || otherDoubt === undefined) return Number(doubt !== undefined) - Number(otherDoubt !== undefined);
    const gap = doubt.sure === undefined || otherDoubt.sure === undefined ? 0 : otherDoubt.sure - doubt.sure;
    return Math.abs(gap) < asSure ? 0 : gap;
  }

  /** A value of the record whose word is not taken is kept and offered, and never stands beside what contradicts it. */
  #takeStanding(path: string, value: Json): void {
    if (this.#elsewhere === 'other') return this.set(path, value);
    this.#keep(path, value);
    if (this.#unsure.has(path)) return;
    this.#offers.push(path);
    this.#draft.review(path, offerFrom(this.#second, this.#known, value));
  }

  /** Where the other's word is taken, what it does not say is not said at all: this record's belongs elsewhere. */
  leaveElsewhere(): void {
    if (this.#elsewhere !== 'other') return;
    for (const path of standing) {
      const old = valueAt(this.#known, path);
      if (old === undefined || this.#second[path] !== undefined) continue;
      this.set(path, undefined);
      if (!this.#otherUnsure.has(path)) this.#draft.review(path, offerFrom(this.#known, this.#second, old));
    }
  }

  #settle(path: string): void {
    const review = this.#unsure.get(path);
    if (review === undefined) return;
    this.#settled[path] = review;
    this.#draft.review(path, undefined);
  }

  /** What only the other record offers for a field that neither has. */
  #takeOffers(): string[] {
    return [...this.#otherUnsure].flatMap(([field, review]) => {
      if (review.offer === undefined || field in this.#known || field in this.#draft.fields || this.#unsure.has(field)) return [];
      this.#draft.review(field, review);
      return [field];
    });
  }

  result(why: string, sure: number): { [field: string]: Json | undefined } {
    const merged: Merged = {
      why,
      ...(this.#added.length > 0 && { added: this.#added }),
      ...(Object.keys(this.#replaced).length > 0 && { replaced: this.#replaced }),
      ...(Object.keys(this.#other).length > 0 && { other: this.#other }),
      ...(Object.keys(this.#settled).length > 0 && { settled: this.#settled }),
    };
    if (Object.keys(merged).length === 1) return {};
    const offered = [...this.#offers, ...this.#takeOffers()];
    if (sure < silent && !this.#unsure.has(mergeReview)) this.#draft.review(mergeReview, { why, sure });
    this.#draft.set('custom.merged', [...mergesOf(this.#known), { ...merged, ...(offered.length > 0 && { offered }) }] as unknown as Json);
    return this.#draft.changes();
  }
}

/** Two readings are as sure as each other when less than this lies between them. */
const asSure = 0.05;

/** Where in a journal a work stands: each means something only beside the others of the same record. */
const standing: ReadonlySet<string> = new Set(['volume', 'issue', 'page', 'issued']);

/** The field in which two records say that the work stands in different volumes or years. */
function contradiction(known: Item, other: Item): 'volume' | 'issued' | undefined {
  const [volume, otherVolume] = [known, other].map(({ volume }) => /\d+/.exec(volume ?? '')?.[0]);
  if (volume !== undefined && otherVolume !== undefined && Number(volume) !== Number(otherVolume)) return 'volume';
  const [year, otherYear] = [yearOf(known), yearOf(other)];
  return year !== undefined && otherYear !== undefined && year !== otherYear ? 'issued' : undefined;
}

/** What a record says of a place in which the one that was believed does not see the work. */
const offerFrom = (there: Item, here: Item, offer: Json): Review =>
  ({ why: `Another record of this work says ${whereabouts(there)}; this one says ${whereabouts(here)}.`, offer });

/** `volume 4, 2021`. */
function whereabouts(item: Item): string {
  const [volume, year] = [item.volume, yearOf(item)];
  return [...(volume === undefined ? [] : [`volume ${volume}`]), ...(year === undefined ? [] : [String(year)])].join(', ') || 'nothing of that';
}

/** The same but for case, spaces and punctuation; numbers must be the same one by one. */
function alike(path: string, a: Json, b: Json): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return sorted(a) === sorted(b);
  return path === 'DOI' ? doiIdentity(a) === doiIdentity(b) : plain(a) === plain(b);
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/(\p{N})[^\p{L}\p{N}]+(?=\p{N})/gu, '$1 ').replace(/[^\p{L}\p{N} ]+|(?<!\p{N}) | (?!\p{N})/gu, '');

/** JSON whose order of fields doesn't count. */
function sorted(value: Json): string {
  return JSON.stringify(value, (_, part: Json) => (isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}

const spelledOut: ReadonlySet<string> = new Set(['title', 'container-title', 'collection-title', 'event-title', 'publisher']);

/** Does the one value say all that the other says, and more? */
function saysMore(path: string, value: Json, old: Json): boolean {
  if (typeof value === 'string' && typeof old === 'string') {
    if (path === 'abstract') return value.length > old.length;
    if (path === 'page') return /^\d+$/.test(old) && value.startsWith(`${old}-`);
    const [longer, shorter] = [titleIdentity(value), titleIdentity(old)];
    return spelledOut.has(path) && longer.length > shorter.length && longer.startsWith(shorter);
  }
  if (Array.isArray(value) && Array.isArray(old)) return namesSayMore(value as readonly Name[], old as readonly Name[]);
  return isObject(value) && isObject(old) && dateSaysMore(value, old);
}

/** The same people, written out; or the same and more of them. */
function namesSayMore(names: readonly Name[], old: readonly Name[]): boolean {
  const family = ({ family, literal }: Name): string => titleIdentity(family ?? literal ?? '');
  if (names.length < old.length || !old.every((name, index) => family(name) === family(names[index] ?? {}))) return false;
  const length = (list: readonly Name[]): number => list.reduce((sum, { given = '' }) => sum + given.length, 0);
  return names.length > old.length || length(names) > length(old);
}

/** The same year, with a month or a day besides. */
function dateSaysMore(date: JsonObject, old: JsonObject): boolean {
  const parts = (one: JsonObject): readonly Json[] => ((one['date-parts'] as readonly (readonly Json[])[] | undefined)?.[0] ?? []);
  const [longer, shorter] = [parts(date), parts(old)];
  return shorter.length > 0 && longer.length > shorter.length && shorter.every((part, index) => part === longer[index]);
}

/**
 * The fields to set to take the last merge back. `other` is the second record, read anew: a field that says something else
 * by now was corrected by a person and stays. Undefined when nothing was merged.
 */
export function unmergeFields(item: Item, other: Item | undefined): { [field: string]: Json | undefined } | undefined {
  const merges = mergesOf(item);
  const last = merges.at(-1);
  if (last === undefined) return undefined;
  const draft = new Draft(item);
  const isFromMerge = (path: string): boolean => isReadingOf(other, path, valueAt(item, path));
  const reviews = reviewsOf(item);
  for (const path of [...(last.added ?? []), ...Object.keys(last.replaced ?? {})]) {
    if (path === 'tags') draft.set(path, tagsBefore(item, other, last.replaced?.[path]));
    else if (isFromMerge(path)) {
      draft.set(path, last.replaced?.[path]);
      if (reviews.has(path)) draft.review(path, undefined);
    }
  }
  for (const [path, review] of Object.entries(last.settled ?? {})) {
    const [now, read] = [valueAt(item, path), other === undefined ? undefined : valueAt(other, path)];
    if (read === undefined || (now !== undefined && alike(path, now, read))) draft.review(path, review);
  }
  for (const field of last.offered ?? []) draft.review(field, undefined);
  draft.review(mergeReview, undefined);
  draft.set('custom.merged', merges.length === 1 ? undefined : merges.slice(0, -1) as unknown as Json);
  return draft.changes();
}

/** Does a value stand in the record as it was read, or is it not known what was read? */
function isReadingOf(record: Item | undefined, path: string, value: Json | undefined): boolean {
  const read = record === undefined ? undefined : valueAt(record, path);
  return read === undefined || (value !== undefined && sorted(value) === sorted(read));
}

/** The tags without those that only the other record had. */
function tagsBefore(item: Item, other: Item | undefined, before: Json | undefined): Json | undefined {
  const old = Array.isArray(before) ? before as readonly string[] : [];
  const left = (item.tags ?? []).filter((tag) => old.includes(tag) || !(other?.tags ?? [tag]).includes(tag));
  return left.length === 0 ? undefined : left;
}
