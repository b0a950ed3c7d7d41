/** BibTeX and BibLaTeX entries as sources: each handed to citation-js alone, as a clean entry, and mended afterwards. */
import type { RecordEngine, Outcome } from '../../enginePort';
import { recordRepaired, recordTookTooLong, unreadableRecord } from '../../problem';
import type { Item } from '../../source';
import { allSure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { withoutEntities } from '../markup';
import { eachOf, inSlices } from '../../slices';
import { Family, type Values } from './bibtexFamily';
import { mendedItem } from './bibtexItem';
import type { BibEntry, BibField } from './bibtexScan';
import { isPlain, plainTex, preparedTex } from './tex';

/** How many entries are made in a slice. */
const slice = 25;

/** Read entries. `family` holds every entry that they may inherit from; each comes back in its place, read or not. */
export async function readBibtex(
  entries: readonly BibEntry[], family: readonly BibEntry[], engine: RecordEngine, signal?: AbortSignal,
): Promise<readonly Found[]> {
  const relatives = new Family(family);
  const breathe = engine.breathe?.bind(engine);
  const inherited = await inSlices(eachOf(entries, slice, (entry) => meantValues(relatives.valuesOf(entry))), breathe);
  const textOf = (index: number, prepare: (value: string) => string): string => oneEntry(entries[index]?.type ?? '', inherited[index] ?? new Map(), prepare);
  const texts = await inSlices(eachOf(entries, slice, (_, index) => textOf(index, preparedTex)), breathe);
  const outcomes = await engine.readRecords('bibtex', texts, signal);
  const refused = [...entries.keys()].filter((index) => isRefused(outcomes[index]));
  const plain = refused.length === 0 ? [] : await engine.readRecords('bibtex', refused.map((index) => textOf(index, plainTex)), signal);
  const second = new Map(refused.map((index, place) => [index, plain[place]]));
  return inSlices(eachOf(entries, slice, (entry, index) => {
    const retried = second.get(index);
    const repaired = retried?.ok === true && retried.value.length > 0;
    return foundFrom(entry, inherited[index] ?? new Map(), repaired ? retried : outcomes[index], repaired);
  }), breathe);
}

/** Values without the entities that some programs put into them. */
const meantValues = (values: Values): Values =>
  new Map([...values].map(([name, value]) => [name, withoutEntities(value)]));

const isRefused = (outcome: Outcome<readonly Item[]> | undefined): boolean =>
  outcome?.ok === true ? outcome.value.length === 0 : outcome?.deadline !== true;

function foundFrom(entry: BibEntry, values: Values, outcome: Outcome<readonly Item[]> | undefined, repaired: boolean): Found {
  const span = { start: entry.start, end: entry.end };
  if (outcome?.ok !== true || outcome.value[0] === undefined) {
    const reason = outcome?.ok === false ? outcome.reason : 'no entry was found in it';
    const problem = outcome?.ok === false && outcome.deadline === true ? recordTookTooLong('BibTeX', span) : unreadableRecord('BibTeX', reason, span);
    return { ...span, format: 'bibtex', item: itemOf('document', {}), certainty: {}, problems: [problem] };
  }
  const item = mendedItem(outcome.value[0], entry, values);
  const certainty = allSure(Object.keys(item), trust.structured, 'Stands in the entry under its own name.');
  return { ...span, format: 'bibtex', item, certainty, problems: entry.broken || repaired ? [recordRepaired('BibTeX', span)] : [] };
}

const fieldName = /^[a-z_][a-z0-9_:+-]*$/u;

/** The entry alone as clean BibTeX, with what it inherits among its own fields. */
function oneEntry(type: string, values: Values, prepare: (value: string) => string): string {
  const known = [...values].filter(([name, value]) => fieldName.test(name) && !isLifted({ name, value }) && name !== 'crossref' && name !== 'xdata');
  const body = known.map(([name, value]) => `  ${name} = {${prepare(value)}},`).join('\n');
  return `@${type}{k,\n${body}\n}`;
}

/** Long plain text needs no reader of TeX; it is put in afterwards. So are the files and notes that no style knows. */
export const isLifted = ({ name, value }: BibField): boolean =>
  (name === 'abstract' && isPlain(value)) || name === 'file' || name.startsWith('bdsk-') || name.includes('+an');
