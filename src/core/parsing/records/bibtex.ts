/** BibTeX and BibLaTeX entries as sources. */
import { recordRepaired } from '../../problem';
import { allSure, trust } from '../certainty';
import type { Found } from '../found';
import { withoutEntities } from '../markup';
import { inSlices, type Breathe, type Sliced } from '../../slices';
import { Family, type Values } from './bibtexFamily';
import { bibItem } from './bibtexItem';
import type { BibEntry } from './bibtexScan';
import { withoutTexComments } from './tex';

/** How many entries are read in a slice: a few milliseconds' worth. */
const slice = 20;

/** Read entries, in order. `family` holds every entry that they may inherit from. Aborted, gives those that were read until then. */
export const readBibtex = (
  entries: readonly BibEntry[], family: readonly BibEntry[], breathe: Breathe | undefined, signal?: AbortSignal,
): Promise<readonly Found[]> => inSlices(readingEntries(entries, new Family(family), signal), breathe);

function* readingEntries(entries: readonly BibEntry[], relatives: Family, signal: AbortSignal | undefined): Sliced<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of entries) {
    if (signal?.aborted === true) return found;
    found.push(foundFrom(entry, meantValues(relatives.valuesOf(entry))));
    if (found.length % slice === 0) yield;
  }
  return found;
}

/** Fields that are taken letter by letter. */
const verbatim = new Set(['url', 'doi', 'file', 'eprint', 'urldate']);

/** Values without the entities that some programs put into them, and without what a percent sign takes out. */
function meantValues(values: Values): Values {
  const meant = new Map<string, string>();
  for (const [name, value] of values) meant.set(name, withoutEntities(verbatim.has(name) ? value : withoutTexComments(value)));
  return meant;
}

function foundFrom(entry: BibEntry, values: Values): Found {
  const span = { start: entry.start, end: entry.end };
  const item = bibItem(entry, values);
  const certainty = allSure(Object.keys(item), trust.structured, 'Stands in the entry under its own name.');
  return { ...span, format: 'bibtex', item, certainty, problems: entry.broken ? [recordRepaired('BibTeX', span)] : [] };
}
