/** A record of an index, read by the table of that index. */
import { recordCutShort, recordRepaired, type Problem } from '../../problem';
import { fullName, isObject, type Item, type ItemType, type Json, type JsonObject, type Span } from '../../source';
import { allSure, reviewUnsure, trust, withReviews } from '../certainty';
import { itemOf, type Found } from '../found';
import { textAt, valuesAt, type JsonIndex } from './jsonIndex';
import type { IndexFormat } from './jsonIndexes';
import { creatorsIn } from './jsonNames';
import type { JsonIsland } from './jsonScan';
import { valueOf } from './jsonValues';

/** The record of an island, by the table of its index. */
export function readIndexed(index: JsonIndex, { format, object, start, end, cutShort, repaired }: JsonIsland<IndexFormat>): Found {
  const view = index.view?.(object) ?? object;
  const plain = plainItem(index, view);
  const item = index.mend?.(plain, view) ?? plain;
  const certainty = certaintyOf(item, repaired);
  const reviews = index.reviews?.(item, view) ?? {};
  const reviewed = withReviews(reviewUnsure(item, certainty), reviews);
  return { start, end, format, item: reviewed, certainty, problems: problemsOf({ start, end }, cutShort, repaired) };
}

const problemsOf = (span: Span, cutShort: boolean, repaired: boolean): readonly Problem[] =>
  [...(cutShort ? [recordCutShort('JSON', span)] : []), ...(repaired ? [recordRepaired('JSON', span)] : [])];

function plainItem(index: JsonIndex, view: JsonObject): Item {
  const fields = Object.entries(index.fields).map(([variable, paths]) => [variable, valueOf(variable, paths, view, index)] as const);
  const { id, URL: url, ...rest } = Object.fromEntries(fields);
  const known = typeof url === 'string' && rest['DOI'] !== undefined && /doi\.org\//u.test(url);
  const item = itemOf(typeOf(index, view) ?? 'document', { ...rest, URL: known ? undefined : url }, customOf(index, view));
  return typeof id === 'string' ? { ...item, id } : item;
}

/** The kind that the record names; undefined when it names none that is known. */
function typeOf({ type: { paths, names } }: JsonIndex, view: JsonObject): ItemType | undefined {
  for (const path of paths) {
    for (const value of valuesAt(view, path)) {
      const name = typeof value === 'string' ? value.trim().toLowerCase() : '';
      if (Object.hasOwn(names, name)) return names[name];
    }
  }
  return undefined;
}

function certaintyOf(item: Item, repaired: boolean): Found['certainty'] {
  const fields = Object.keys(item).filter((field) => !['id', 'type', 'custom'].includes(field));
  const sure = repaired ? trust.structured - 0.1 : trust.structured;
  const why = repaired ? 'Stands in the record under its own name; the quotation marks around it had been changed.' : 'Stands in the record under its own name.';
  return {
    ...allSure(fields, sure, why),
    type: item.type === 'document' ? { sure: trust.guessed, why: 'The record does not say what it is.' } : { sure, why },
  };
}

function customOf(index: JsonIndex, view: JsonObject): JsonObject {
  const unmapped = unmappedOf(index, view);
  const affiliations = Object.fromEntries(creatorsIn((index.fields['author'] ?? []).flatMap((path) => valuesAt(view, path)))
    .flatMap(({ name, affiliation }) => (affiliation === undefined ? [] : [[fullName(name), affiliation]])));
  return {
    ...(Object.keys(affiliations).length === 0 ? {} : { affiliations }),
    ...(Object.keys(unmapped).length === 0 ? {} : { unmapped }),
  };
}

/** Counts, ranks and the index's own bookkeeping. */
const bookkeeping = /[Cc]ount|score|rank|metric|times_cited|percentile|timestamp|^is[_A-Z]|^has[_A-Z]|^_|^@|indexed|updated|deposited|created|modified|added/u;

function unmappedOf(index: JsonIndex, view: JsonObject): JsonObject {
  const told = toldBy(index);
  return Object.fromEntries(Object.entries(view).filter(([name, value]) => !told.has(name) && !bookkeeping.test(name) && isWorthKeeping(value)));
}

const told = new Map<JsonIndex, ReadonlySet<string>>();

/** The names that the table of an index has a place for, or says nothing with. */
function toldBy(index: JsonIndex): ReadonlySet<string> {
  const known = told.get(index);
  if (known !== undefined) return known;
  const mapped = [...index.type.paths, ...Object.values(index.fields).flat()].flatMap((path) => path.split('..')).map((path) => path.split('.')[0] ?? '');
  const names = new Set([...mapped, ...index.silent]);
  told.set(index, names);
  return names;
}

/** Something is said, and it is short: no whole list of references. */
function isWorthKeeping(value: Json): boolean {
  if (value === null || typeof value === 'boolean' || value === '' || value === 0) return false;
  if (typeof value !== 'object') return true;
  const empty = isObject(value) ? Object.values(value).every((inner) => inner === null || inner === '') : (value as readonly Json[]).length === 0;
  return !empty && JSON.stringify(value).length <= 1000;
}

/** One text of a view, for the functions of a table: the first of these paths that holds one. */
export const firstText = (view: JsonObject, ...paths: readonly string[]): string | undefined =>
  paths.map((path) => textAt(view, path)).find((text) => text !== undefined);
