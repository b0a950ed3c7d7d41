/** What a looked-up record says otherwise than a source: field by field, for a person to choose from. */
import { doiIdentity, settle, titleIdentity } from '../library';
import { fullName, isObject, nameVariables, reviewsOf, type CslDate, type Item, type Json, type Name } from '../source';

/** One field that differs. `ours` is undefined where the source has none; `advised` where theirs is the surer or fuller. */
export type Difference = { readonly field: string; readonly ours: Json | undefined; readonly theirs: Json; readonly advised: boolean };

/** Fields that are ours alone or that say nothing about the work. */
const ownFields = new Set(['id', 'custom', 'tags', 'categories', 'note', 'keyword', 'URL', 'accessed', 'source', 'citation-key']);

/** Where a looked-up record differs from a source, in the record's order. */
export function differencesOf(item: Item, looked: Item): readonly Difference[] {
  const doubted = reviewsOf(item);
  return Object.entries(looked).flatMap(([field, value]) => {
    const [ours, theirs] = [item[field] as Json | undefined, value as Json | undefined];
    if (theirs === undefined || (ownFields.has(field) && ours !== undefined) || ['id', 'custom', 'tags'].includes(field) || alike(field, ours, theirs)) return [];
    return [{ field, ours, theirs, advised: ours === undefined || doubted.has(field) || (field === 'type' && ours === 'document') || isFuller(field, ours, theirs) }];
  });
}

function alike(field: string, ours: Json | undefined, theirs: Json): boolean {
  if (typeof ours === 'string' && typeof theirs === 'string') {
    if (field === 'DOI') return doiIdentity(ours) === doiIdentity(theirs);
    if (field === 'page') return ours.replace(/[–—]/gu, '-') === theirs.replace(/[–—]/gu, '-');
    return titleIdentity(ours) === titleIdentity(theirs) && titleIdentity(ours) !== '' || ours === theirs;
  }
  return ours !== undefined && canonical(ours) === canonical(theirs);
}

/** JSON in which the order of names does not count. */
const canonical = (value: Json): string =>
  JSON.stringify(value, (_, part: Json) => (isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

/** Longer, and beginning or holding what ours says; of names, as many or more and none shorter. */
function isFuller(field: string, ours: Json, theirs: Json): boolean {
  if (typeof ours === 'string' && typeof theirs === 'string') {
    return field === 'abstract' ? theirs.length > ours.length * 1.1 : field === 'title' && titleIdentity(theirs).startsWith(titleIdentity(ours));
  }
  if (isNames(field, ours) && isNames(field, theirs)) return sameFamilies(ours, theirs) && spelled(theirs) > spelled(ours);
  if (isObject(ours) && isObject(theirs)) return JSON.stringify(partsOf(theirs)).length > JSON.stringify(partsOf(ours)).length && partsOf(theirs)[0] === partsOf(ours)[0];
  return false;
}

const isNames = (field: string, value: Json): value is Json & readonly Name[] => (nameVariables as readonly string[]).includes(field) && Array.isArray(value);
const spelled = (names: readonly Name[]): number => names.map(fullName).join(' ').length;
const familyOf = (name: Name): string => titleIdentity(name.family ?? name.literal ?? '');
const sameFamilies = (ours: readonly Name[], theirs: readonly Name[]): boolean => ours.every((name, index) => theirs[index] !== undefined && familyOf(name) === familyOf(theirs[index]));
const partsOf = (date: Json): readonly number[] => (date as CslDate)['date-parts']?.[0] ?? [];

/** The fields to set when a person takes some of the differences; what was to be looked at in them is settled. */
export function takeDifferences(item: Item, chosen: readonly Difference[]): { [field: string]: Json | undefined } {
  const fields: { [field: string]: Json | undefined } = Object.fromEntries(chosen.map(({ field, theirs }) => [field, theirs]));
  const doubted = reviewsOf(item);
  const settled = chosen.map(({ field }) => field).filter((field) => doubted.has(field));
  return settled.length === 0 ? fields : { ...fields, ...settle(item, settled) };
}

/** A value in a few words: names in full, a date as it is written, a text on one line. */
export function valueInWords(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value).replace(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => (isObject(one) ? fullName(one as Name) : JSON.stringify(one))).join('; ');
  const parts = partsOf(value);
  return parts.length > 0 ? parts.map((part, index) => String(part).padStart(index === 0 ? 1 : 2, '0')).join('-') : JSON.stringify(value);
}
