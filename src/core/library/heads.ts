/**
 * Heads: as much of a file as trees and completion show, in order to show a large library before its files are understood. A head
 * says nothing that a file could not say better a moment later, and nothing is ever written on its word.
 */
import { emptyCodebook } from '../notes';
import { inSlices, type Breathe } from '../slices';
import { isObject } from '../source';
import type { Item, Note } from '../source';
import { assembling, isCompanion } from './assembling';
import type { FileEntry, FileText } from './files';
import { readFrontMatter } from './frontMatter';
import { detached } from './held';
import type { HeldFile } from './held';
import { itemFrom } from './item';
import type { Library } from './library';
import type { LoadedBibliography } from './loading';

/** One record: its item without long texts, and the tags of each of its notes. */
export type HeadRecord = { readonly item: Item; readonly notes: readonly (readonly string[])[] };

/**
 * The head of one file. `stamp` is the file's when it was read, `version` names the bytes that were read. `companion`: it carries only notes on what a
 * bibliography records. `blind`: of a codebook that has coders work blind.
 */
export type Head = FileEntry & { readonly version: string; readonly records: readonly HeadRecord[]; readonly companion?: true; readonly blind?: true };

/** Above this, in UTF-16 code units, a field is not shown in one row anyway. */
const longest = 300;

/** The fields by which a source is found and shown. What a person should look at stays, since rows say so. */
function briefly(item: Item): Item {
  // By name first: a long text that is not wanted is not even read, which would unpack it.
  const wanted = Object.keys(item).filter((field) => field !== 'abstract' && field !== 'custom').map((field) => [field, item[field]] as const);
  const fields = wanted.filter(([, value]) => !(typeof value === 'string' && value.length > longest));
  const review = item.custom?.['review'];
  return Object.fromEntries(isObject(review) ? [...fields, ['custom', { review }]] : fields) as Item;
}

/** The head of a source file that was read. */
export const headOfFile = (file: HeldFile, stamp: string): Head => ({
  path: file.path, stamp, version: file.version, records: [{ item: briefly(file.item), notes: file.notes.map(({ tags }) => tags) }],
  ...(isCompanion(file) && { companion: true }),
});

/** The head of a bibliography that was read, with its records from one place up to another. */
export const headOfBibliography = ({ path, version, records }: LoadedBibliography, stamp: string, from: number, to: number): Head =>
  ({ path, stamp, version, records: records.slice(from, to).map(({ item }) => ({ item: briefly(item), notes: [] })) });

/** The head of a source file whose text is there and was not yet understood. What needs a YAML reader is left out. */
export function headFromText({ path, stamp }: FileEntry, { text, version }: FileText): Head {
  const front = readFrontMatter(text);
  const [entries, end] = 'entries' in front ? [front.entries, front.end] : [[], 0];
  const companion = end > 0 && !entries.some(({ key }) => key === 'type');
  const record = detached({ item: briefly(itemFrom(entries).item), notes: tagsOfNotes(text, end) });
  return { path, stamp, version, records: [record], ...(companion && { companion }) };
}

/** The tags in the headings of notes, as far as the pasted text. */
function tagsOfNotes(text: string, from: number): readonly (readonly string[])[] {
  const notes: string[][] = [];
  const pasted = text.indexOf('\n# As pasted', from);
  const until = pasted < 0 ? text.length : pasted;
  for (let at = text.indexOf('\n## ', from); at >= 0 && at < until; at = text.indexOf('\n## ', at + 1)) {
    const end = text.indexOf('\n', at + 1);
    const words = text.slice(at + 4, end < 0 ? text.length : end).split(/\s/u);
    notes.push(words.filter((word) => word.length > 1 && word.startsWith('#')).map((word) => word.slice(1)));
  }
  return notes;
}

const nowhere = { start: 0, end: 0 };
const blank = { lines: [], pasted: 0, problems: [], reviews: [], links: [] };

const asFile = ({ path, version, records: [record], companion }: Head): readonly HeldFile[] =>
  (record === undefined ? [] : [{ ...blank, path, version, item: record.item, notes: record.notes.map((tags): Note => ({ tags, text: '' })), ...(companion === true && { typeless: true }) }]);

const asBibliography = ({ path, version, records }: Head): LoadedBibliography => ({ path, version, records: records.map(({ item }) => ({ item, span: nowhere })), problems: [] });

/** The library that heads make, in slices. Its notes have tags and no words; aliases are not resolved. */
export async function libraryOfHeads(own: readonly Head[], linked: readonly Head[], breathe: Breathe): Promise<Library> {
  return (await inSlices(assembling(own.flatMap(asFile), linked.map(asBibliography), emptyCodebook), breathe)).library;
}
