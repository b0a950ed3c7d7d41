/** BibTeX and BibLaTeX entries as sources. */
import { recordRepaired } from '../../problem';
import type { Item } from '../../source';
import { allSure, trust, withCustom } from '../certainty';
import type { Found } from '../found';
import { inSlices, type Breathe, type Sliced } from '../../slices';
import { Family, ownValues } from './bibtexFamily';
import { bibItem } from './bibtexItem';
import { keptOfEntry } from './bibtexKept';
import { meantValues } from './bibtexMeant';
import type { BibEntry } from './bibtexScan';

/** How many entries are read in a slice: a few milliseconds' worth. */
const slice = 20;

/** How sure the fields of an item are. */
type CertaintyOf = (item: Item) => Found['certainty'];

/** What is told of an item besides: `asWritten`, whether what it does not say as its entry did is kept. */
export type Telling = { readonly certaintyOf: CertaintyOf; readonly asWritten: boolean };

const why = 'Stands in the entry under its own name.';

/** How sure each field is, and all as it was written: for entries that become sources. */
export const tellingAll: Telling = { certaintyOf: (item) => allSure(Object.keys(item), trust.structured, why), asWritten: true };

/** For entries that stay where they are: sureness said once for all fields, where nobody asks about one of them. */
export const tellingInShort: Telling = { certaintyOf: () => all, asWritten: false };
const all = allSure(['id'], trust.structured, why);

/** Read entries, in order. `family` holds every entry that they may inherit from. Aborted, gives those that were read until then. */
export const readBibtex = (
  entries: readonly BibEntry[], family: readonly BibEntry[], telling: Telling, breathe: Breathe | undefined, signal?: AbortSignal,
): Promise<readonly Found[]> => inSlices(readingEntries(entries, new Family(family), telling, signal), breathe);

function* readingEntries(entries: readonly BibEntry[], relatives: Family, { certaintyOf, asWritten }: Telling, signal: AbortSignal | undefined): Sliced<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of entries) {
    if (signal?.aborted === true) return found;
    const item = itemFrom(entry, relatives, asWritten);
    const problems = entry.broken ? [recordRepaired('BibTeX', { start: entry.start, end: entry.end })] : none;
    found.push({ start: entry.start, end: entry.end, format: 'bibtex', item, certainty: certaintyOf(item), problems });
    if (found.length % slice === 0) yield;
  }
  return found;
}

const none: readonly never[] = [];

function itemFrom(entry: BibEntry, relatives: Family, asWritten: boolean): Item {
  const own = ownValues(entry);
  const values = relatives.valuesOf(entry, own);
  const item = bibItem(entry.key, entry.type, own, meantValues(values));
  // What was mended in an entry that lost a mark stays mended.
  const kept = asWritten && !entry.broken ? keptOfEntry(entry, own, values, item) : undefined;
  return kept === undefined ? item : withCustom(item, { biblatex: kept });
}
