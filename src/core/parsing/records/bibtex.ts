/** BibTeX and BibLaTeX entries as sources. */
import { recordRepaired } from '../../problem';
import type { Item } from '../../source';
import { allSure, trust } from '../certainty';
import type { Found } from '../found';
import { withoutEntities } from '../markup';
import { inSlices, type Breathe, type Sliced } from '../../slices';
import { Family, ownValues, type Values } from './bibtexFamily';
import { bibItem } from './bibtexItem';
import type { BibEntry } from './bibtexScan';
import { withoutTexComments } from './tex';

/** How many entries are read in a slice: a few milliseconds' worth. */
const slice = 20;

/** How sure the fields of an item are. */
type CertaintyOf = (item: Item) => Found['certainty'];

const why = 'Stands in the entry under its own name.';

/** How sure each field is. */
export const sureByField: CertaintyOf = (item) => allSure(Object.keys(item), trust.structured, why);

/** The same said once for all fields, where nobody asks about one of them. */
export const sureAsAWhole: CertaintyOf = () => all;
const all = allSure(['id'], trust.structured, why);

/** Read entries, in order. `family` holds every entry that they may inherit from. Aborted, gives those that were read until then. */
export const readBibtex = (
  entries: readonly BibEntry[], family: readonly BibEntry[], certaintyOf: CertaintyOf, breathe: Breathe | undefined, signal?: AbortSignal,
): Promise<readonly Found[]> => inSlices(readingEntries(entries, new Family(family), certaintyOf, signal), breathe);

function* readingEntries(entries: readonly BibEntry[], relatives: Family, certaintyOf: CertaintyOf, signal: AbortSignal | undefined): Sliced<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of entries) {
    if (signal?.aborted === true) return found;
    const item = itemFrom(entry, relatives);
    const problems = entry.broken ? [recordRepaired('BibTeX', { start: entry.start, end: entry.end })] : none;
    found.push({ start: entry.start, end: entry.end, format: 'bibtex', item, certainty: certaintyOf(item), problems });
    if (found.length % slice === 0) yield;
  }
  return found;
}

const none: readonly never[] = [];

/** Fields that are taken letter by letter. */
const verbatim = new Set(['url', 'doi', 'file', 'eprint', 'urldate']);

/** Values without the entities that some programs put into them, and without what a percent sign takes out. */
function meantValues(values: Values): Values {
  let meant: Map<string, string> | undefined;
  for (const [name, value] of values) {
    if (!value.includes('&') && !value.includes('%')) continue;
    const says = withoutEntities(verbatim.has(name) ? value : withoutTexComments(value));
    if (says !== value) (meant ??= new Map(values)).set(name, says);
  }
  return meant ?? values;
}

function itemFrom(entry: BibEntry, relatives: Family): Item {
  const own = ownValues(entry);
  return bibItem(entry.key, entry.type, own, meantValues(relatives.valuesOf(entry, own)));
}
