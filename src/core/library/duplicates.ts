/** The same work? And what a second record of it adds. */
import { fold } from '../fold';
import { creatorsOf, isObject, shortName, yearOf } from '../source';
import type { Item, Json } from '../source';

/** A DOI as it compares: lower case, without a resolver's address. */
export function doiIdentity(doi: string): string {
  return doi.trim().toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '').replace(/^doi:\s*/, '');
}

/** A title as it compares: folded, letters and digits only. */
export function titleIdentity(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Under which names a work is looked up; two records of one work share at least one. */
export function identitiesOf(item: Item): string[] {
  const doi = item.DOI === undefined ? [] : [`doi:${doiIdentity(item.DOI)}`];
  const title = titleIdentity(item.title ?? '');
  return title.length < 8 ? doi : [...doi, `title:${title}`];
}

/**
 * Are these records of one work? The same DOI says yes and two different DOIs say no; else the same title (without case,
 * diacritics and punctuation) with no contradiction in year, type family or first author.
 */
export function sameWork(a: Item, b: Item): boolean {
  if (a.DOI !== undefined && b.DOI !== undefined) return doiIdentity(a.DOI) === doiIdentity(b.DOI);
  const title = titleIdentity(a.title ?? '');
  if (title.length < 8 || title !== titleIdentity(b.title ?? '')) return false;
  return agrees(yearOf(a), yearOf(b)) && agrees(firstAuthor(a), firstAuthor(b)) && agrees(venue(a), venue(b));
}

const agrees = <T>(a: T | undefined, b: T | undefined): boolean => a === undefined || b === undefined || a === b;

function firstAuthor(item: Item): string | undefined {
  const name = creatorsOf(item)[0];
  return name === undefined ? undefined : fold(shortName(name)).replace(/[^\p{L}]+/gu, '') || undefined;
}

/** A talk and the article made of it are two works, though they share a title. */
function venue(item: Item): string | undefined {
  if (item.type === 'paper-conference' || item.type === 'speech') return 'talk';
  return item.type === 'document' ? undefined : 'print';
}

/** The source among `candidates` that is the same work as `item`. */
export function findSame<T extends { readonly item: Item }>(item: Item, candidates: Iterable<T>): T | undefined {
  for (const candidate of candidates) if (sameWork(candidate.item, item)) return candidate;
  return undefined;
}

/**
 * What a second record adds to an item: the fields to set. A field that was missing is taken over; the longer abstract
 * wins; any other different reading is kept under `custom.otherReadings`, so that nothing of either record is lost.
 * Empty when the record says nothing new.
 */
export function mergeFields(known: Item, other: Item): { [field: string]: Json } {
  const changes: { [field: string]: Json } = {};
  const readings: { [field: string]: Json[] } = {};
  for (const [field, value] of Object.entries(other) as [string, Json | undefined][]) {
    if (value === undefined || field === 'id' || field === 'custom' || field === 'tags') continue;
    const old = known[field] as Json | undefined;
    if (old === undefined || (field === 'type' && old === 'document')) changes[field] = value;
    else if (alike(field, old, value)) continue;
    else if (isLonger(field, value, old)) { changes[field] = value; readings[field] = [old]; }
    else readings[field] = [value];
  }
  const custom = mergeCustom(known, other, readings, new Set(Object.keys(changes)));
  const tags = [...new Set([...(known.tags ?? []), ...(other.tags ?? [])])];
  return {
    ...changes,
    ...(tags.length > (known.tags?.length ?? 0) && { tags }),
    ...(custom !== undefined && { custom }),
  };
}

function alike(field: string, a: Json, b: Json): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    return field === 'DOI' ? doiIdentity(a) === doiIdentity(b) : titleIdentity(a) === titleIdentity(b);
  }
  return sorted(a) === sorted(b);
}

/** JSON whose order of fields doesn't count. */
function sorted(value: Json): string {
  return JSON.stringify(value, (_, part: Json) => (isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}

const isLonger = (field: string, value: Json, old: Json): boolean =>
  field === 'abstract' && typeof value === 'string' && typeof old === 'string' && value.length > old.length;

function mergeCustom(known: Item, other: Item, readings: { [field: string]: Json[] }, settled: ReadonlySet<string>): Json | undefined {
  const old = known.custom ?? {};
  const merged: { [key: string]: Json } = { ...old };
  for (const [key, value] of Object.entries(other.custom ?? {})) {
    if (key === 'review' || merged[key] !== undefined) continue;
    merged[key] = value;
  }
  const before = isObject(old['otherReadings']) ? old['otherReadings'] : {};
  for (const [field, values] of Object.entries(readings)) {
    const kept = before[field];
    const list = [...(Array.isArray(kept) ? kept as Json[] : []), ...values];
    merged['otherReadings'] = { ...(isObject(merged['otherReadings']) ? merged['otherReadings'] : {}), [field]: distinct(list) };
  }
  withoutReviews(merged, settled);
  return JSON.stringify(merged) === JSON.stringify(old) ? undefined : merged;
}

/** A field that the other record settles need not be looked at any more. */
function withoutReviews(custom: { [key: string]: Json }, settled: ReadonlySet<string>): void {
  const review = custom['review'];
  if (!isObject(review)) return;
  const open = Object.fromEntries(Object.entries(review).filter(([field]) => !settled.has(field)));
  if (Object.keys(open).length > 0) custom['review'] = open;
  else delete custom['review'];
}

function distinct(list: readonly Json[]): Json[] {
  const seen = new Map(list.map((value) => [JSON.stringify(value), value]));
  return [...seen.values()];
}
