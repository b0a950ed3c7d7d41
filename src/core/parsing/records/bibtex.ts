/** BibTeX and BibLaTeX entries as sources. */
import { recordRepaired } from '../../problem';
import type { Item } from '../../source';
import { allSure, trust } from '../certainty';
import type { Found } from '../found';
import { inSlices, type Breathe, type Sliced } from '../../slices';
import { Family, ownValues } from './bibtexFamily';
import { bibItem } from './bibtexItem';
import { meantValues } from './bibtexMeant';
import type { BibEntry } from './bibtexScan';

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

function itemFrom(entry: BibEntry, relatives: Family): Item {
  const own = ownValues(entry);
  return bibItem(entry.key, entry.type, own, meantValues(relatives.valuesOf(entry, own)));
}
