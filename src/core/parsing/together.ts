/** One work that stands in a paste several times, as a record of its own form and in plain words: one record. */
import type { Item } from '../source';
import { sameWorkBecause } from '../problem';
import { sameness } from '../sameness';
import { joined } from './joined';
import { inOrder } from './leftovers';
import { folded } from './lines';
import type { Found } from './found';
import type { Format } from './reading';
import { eachOf, type Sliced } from '../slices';

const inWords: ReadonlySet<Format> = new Set(['site-page', 'labelled-page', 'reference', 'text']);

/** The records with those in plain words that speak of a work which another record holds merged into it. `text` is the one they stand in. */
export function* together(found: readonly Found[], text: string): Sliced<readonly Found[]> {
  if (found.length < 2 || !found.some(({ format }) => inWords.has(format))) return found;
  const records = [...inOrder(found)];
  const keys = [...yield* eachOf(records, 200, ({ item }) => keysOf(item))];
  const byWork = worksOf(keys);
  const gone = new Set<number>();
  for (const [at, record] of records.entries()) {
    if (at % 100 === 99) yield;
    if (!inWords.has(record.format) || gone.has(at)) continue;
    const other = partnerOf(record, at, records, keys[at] ?? [], byWork, gone);
    if (other === undefined) continue;
    const whole = asOne(records[other] ?? record, record, Math.abs(other - at) === 1, text);
    records[other] = whole;
    keys[other] = keysOf(whole.item);
    gone.add(at);
  }
  return keepingText(records, gone);
}

/** Without those that are gone; the text of one that did not stand beside its partner stays with the record before it, else with the next. */
function keepingText(records: readonly Found[], gone: ReadonlySet<number>): readonly Found[] {
  const kept: Found[] = [];
  let waiting: number | undefined;
  records.forEach((record, at) => {
    const last = kept.at(-1);
    if (!gone.has(at)) kept.push(waiting === undefined ? record : { ...record, start: Math.min(waiting, record.start) });
    else if (last !== undefined) kept[kept.length - 1] = { ...last, end: Math.max(last.end, record.end) };
    waiting = gone.has(at) && last === undefined ? Math.min(waiting ?? record.start, record.start) : undefined;
  });
  return kept;
}

/** The places of the records of each work, by DOI and by title. */
function worksOf(keys: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const works = new Map<string, number[]>();
  keys.forEach((own, at) => {
    for (const key of own) works.set(key, [...(works.get(key) ?? []).slice(0, 20), at]);
  });
  return works;
}

const keysOf = ({ DOI, title = '' }: Item): readonly string[] => {
  const words = bareTitle(title);
  return [...(DOI === undefined ? [] : [`doi ${DOI.toLowerCase()}`]), ...(words.length < 15 ? [] : [`title ${words}`])];
};

const bareTitle = (title: string): string => folded(title).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function partnerOf(record: Found, at: number, records: readonly Found[], keys: readonly string[], works: ReadonlyMap<string, readonly number[]>, gone: ReadonlySet<number>): number | undefined {
  const near = keys.flatMap((key) => works.get(key) ?? []).filter((other) => other !== at && !gone.has(other));
  const fitting = near.filter((other) => isSameWork(record, records[other] ?? record));
  return fitting.find((other) => !inWords.has(records[other]?.format ?? 'text')) ?? fitting.find((other) => other < at);
}

/** Two references of a list stay two, unless one is nothing but a DOI: a list may name a work twice, and a page may hold two editorials. */
function isSameWork(one: Found, other: Found): boolean {
  const [a, b] = [one.item, other.item];
  if (a.DOI !== undefined && b.DOI !== undefined) {
    if (a.DOI.toLowerCase() !== b.DOI.toLowerCase()) return false;
    return one.format !== other.format || a.title === undefined || b.title === undefined;
  }
  if (one.format === other.format) return false;
  return !differ(yearOf(a), yearOf(b)) && !differ(familyOf(a), familyOf(b)) && bareTitle(a.title ?? '') === bareTitle(b.title ?? '');
}

const differ = (one: string | undefined, other: string | undefined): boolean => one !== undefined && other !== undefined && one !== other;
const yearOf = ({ issued }: Item): string | undefined => issued?.['date-parts']?.[0]?.[0]?.toString();
const familyOf = ({ author = [] }: Item): string | undefined => author[0] === undefined ? undefined : folded(author[0].family ?? author[0].literal ?? '');

/** Two records as one. `adjacent`: no third stands between them. */
function asOne(kept: Found, other: Found, adjacent: boolean, text: string): Found {
  const span = adjacent ? { start: Math.min(kept.start, other.start), end: Math.max(kept.end, other.end) } : {};
  const why = sameness(kept.item, other.item) ?? { sure: 1, why: sameWorkBecause([kept.item.DOI === undefined || other.item.DOI === undefined ? 'title' : 'DOI']).message };
  return { ...joined(kept, other, why, text.slice(other.start, other.end)), ...span };
}
