/** BibTeX and BibLaTeX entries as sources: each handed to citation-js alone, as a clean entry, and mended afterwards. */
import type { Engine, Outcome } from '../../enginePort';
import { recordRepaired, recordTookTooLong, unreadableRecord } from '../../problem';
import type { Item } from '../../source';
import { allSure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import type { BibEntry, BibField } from './bibtexScan';
import { mendedItem } from './bibtexItem';
import { isPlain, plainTex, preparedTex } from './tex';

/** Read entries. `family` holds every entry that they may inherit from; each comes back in its place, read or not. */
export async function readBibtex(
  entries: readonly BibEntry[], family: readonly BibEntry[], engine: Engine, signal?: AbortSignal,
): Promise<readonly Found[]> {
  const parents = new Map(family.map((entry) => [entry.key.toLowerCase(), entry]));
  const outcomes = await engine.readRecords('bibtex', entries.map((entry) => entryText(entry, parents, preparedTex)), signal);
  const again = entries.filter((_, index) => isRefused(outcomes[index]));
  const plain = again.length === 0 ? [] : await engine.readRecords('bibtex', again.map((entry) => entryText(entry, parents, plainTex)), signal);
  const second = new Map(again.map((entry, index) => [entry, plain[index]]));
  return entries.map((entry, index) => {
    const retried = second.get(entry);
    return retried?.ok === true && retried.value.length > 0 ? foundFrom(entry, retried, true) : foundFrom(entry, outcomes[index], false);
  });
}

const isRefused = (outcome: Outcome<readonly Item[]> | undefined): boolean =>
  outcome?.ok === true ? outcome.value.length === 0 : outcome?.deadline !== true;

function foundFrom(entry: BibEntry, outcome: Outcome<readonly Item[]> | undefined, repaired: boolean): Found {
  const span = { start: entry.start, end: entry.end };
  if (outcome?.ok !== true || outcome.value[0] === undefined) {
    const reason = outcome?.ok === false ? outcome.reason : 'no entry was found in it';
    const problem = outcome?.ok === false && outcome.deadline === true ? recordTookTooLong('BibTeX', span) : unreadableRecord('BibTeX', reason, span);
    return { ...span, format: 'bibtex', item: itemOf('document', {}), certainty: {}, problems: [problem] };
  }
  const item = mendedItem(outcome.value[0], entry);
  const certainty = allSure(Object.keys(item), trust.structured, 'Stands in the entry under its own name.');
  return { ...span, format: 'bibtex', item, certainty, problems: entry.broken || repaired ? [recordRepaired('BibTeX', span)] : [] };
}

/** The entry alone as clean BibTeX, followed by those it inherits from, nearest first. */
function entryText(entry: BibEntry, parents: ReadonlyMap<string, BibEntry>, prepare: (value: string) => string): string {
  const line = lineage(entry, parents);
  return line.map((member, index) => oneEntry(member, `k${index}`, index + 1 < line.length ? `k${index + 1}` : undefined, prepare)).join('\n');
}

function lineage(entry: BibEntry, parents: ReadonlyMap<string, BibEntry>): readonly BibEntry[] {
  const line = [entry];
  for (let next = parentOf(entry, parents); next !== undefined && !line.includes(next) && line.length < 5;) {
    line.push(next);
    next = parentOf(next, parents);
  }
  return line;
}

function parentOf(entry: BibEntry, parents: ReadonlyMap<string, BibEntry>): BibEntry | undefined {
  const key = entry.fields.find(({ name }) => name === 'crossref')?.value.trim().toLowerCase();
  return key === undefined ? undefined : parents.get(key);
}

const fieldName = /^[a-z_][a-z0-9_:+-]*$/u;

function oneEntry(entry: BibEntry, key: string, parent: string | undefined, prepare: (value: string) => string): string {
  const known = entry.fields.filter((field) => fieldName.test(field.name) && !isLifted(field) && field.name !== 'crossref');
  const fields = parent === undefined ? known : [...known, { name: 'crossref', value: parent }];
  const body = fields.map(({ name, value }) => `  ${name} = {${prepare(value)}},`).join('\n');
  return `@${entry.type}{${key},\n${body}\n}`;
}

/** Long plain text needs no reader of TeX; it is put in afterwards. So are the files and notes that no style knows. */
export const isLifted = ({ name, value }: BibField): boolean =>
  (name === 'abstract' && isPlain(value)) || name === 'file' || name.startsWith('bdsk-') || name.includes('+an');
