/** What two people may do to one source file, by chance; and what of it a merge has lost. */
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edits';
import { addNote, addPasted, readSourceFile, removeNote, setFields } from '../../../src/core/library';
import type { SourceFile } from '../../../src/core/library';
import { headingLine } from '../../../src/core/notes';
import { noteText } from '../../../src/core/library';
import type { Json, Note, TextEdit } from '../../../src/core/source';
import { isObject } from '../../../src/core/source';
import { note, phrase, prose, tag } from '../library/arbitraries';

/** One thing that a person does; `which` picks a note by its place. */
export type Deed = (file: SourceFile) => readonly TextEdit[];

const withNote = (which: number, change: (note: Note) => Note): Deed => (file) => {
  const placed = file.notes[which % Math.max(1, file.notes.length)];
  if (placed === undefined) return [];
  const last = file.text.slice(placed.span.start, placed.span.end).trimEnd().length;
  return [{ start: placed.span.start, end: placed.span.start + last, text: noteText(change(placed.note)) }];
};
const without = (note: Note, field: keyof Note): Note => Object.fromEntries(Object.entries(note).filter(([name]) => name !== field)) as unknown as Note;

const which = fc.nat({ max: 5 });
const inNote: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(which, prose).map(([n, text]) => withNote(n, (one) => ({ ...one, text }))),
  fc.tuple(which, phrase).map(([n, line]) => withNote(n, (one) => ({ ...one, text: `${one.text}\n\n${line}`.trim() }))),
  fc.tuple(which, prose).map(([n, quote]) => withNote(n, (one) => (quote === '' ? without(one, 'quote') : { ...one, quote }))),
  fc.tuple(which, fc.uniqueArray(tag, { maxLength: 3 })).map(([n, tags]) => withNote(n, (one) => ({ ...one, tags }))),
  fc.tuple(which, tag).map(([n, added]) => withNote(n, (one) => ({ ...one, tags: [...new Set([...one.tags, added])] }))),
  fc.tuple(which, fc.constantFrom('for', 'against', 'mixed', undefined)).map(([n, stance]) => withNote(n, (one) => (stance === undefined ? without(one, 'stance') : { ...one, stance }))),
  fc.tuple(which, fc.integer({ min: 1, max: 9 })).map(([n, page]) => withNote(n, (one) => ({ ...one, locator: { label: 'page', value: String(page) } }))),
  fc.tuple(which, fc.constantFrom('lee2018#n1', 'kim2020#n2')).map(([n, target]) => withNote(n, (one) => (one.id === undefined ? one : { ...one, links: [...(one.links ?? []).filter((link) => link.target !== target), { relation: 'attacks', target }] }))),
);
const aboutNotes: fc.Arbitrary<Deed> = fc.oneof(
  note.map((one): Deed => (file) => (file.notes.some((placed) => placed.note.id === one.id) ? [] : addNote(file, one))),
  fc.tuple(phrase, tag).map(([text, own]): Deed => (file) => addNote(file, { author: 'anna', tags: [own], text })),
  which.map((n): Deed => (file) => (file.notes[n] === undefined ? [] : removeNote(file, file.notes[n]))),
);
const value: fc.Arbitrary<Json> = fc.oneof(phrase, fc.constantFrom('1', '2'), fc.array(phrase, { maxLength: 2 }));
const inFront: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(fc.constantFrom('title', 'volume', 'odd', 'note'), fc.option(value, { nil: undefined })).map(([field, one]): Deed => (file) => setFields(file, { [field]: one })),
  fc.uniqueArray(tag, { maxLength: 3 }).map((tags): Deed => (file) => setFields(file, { tags })),
  fc.tuple(fc.constantFrom('panel', 'session'), value).map(([name, one]): Deed => (file) => setFields(file, { custom: { ...file.item.custom, [name]: one } })),
  phrase.map((text): Deed => (file) => [{ start: file.frontMatter?.close ?? 0, end: file.frontMatter?.close ?? 0, text: `# ${text}\n` }]),
  prose.map((text): Deed => (file) => setFields(file, { abstract: text })),
  prose.map((text): Deed => (file) => addPasted(file, text)),
);
export const deeds = fc.array(fc.oneof({ weight: 4, arbitrary: inNote }, { weight: 3, arbitrary: aboutNotes }, { weight: 3, arbitrary: inFront }), { maxLength: 4 });

/** The text after all deeds, one after the other. */
export const after = (text: string, list: readonly Deed[]): string => list.reduce((now, deed) => applyEdits(now, deed(readSourceFile(now))), text);

/** Where two versions differ only by the blanks at the ends of lines, one of them is kept: they are not counted. */
const withoutEnds = (text: string): string => text.replace(/[^\S\n]+$/gmu, '');

/** What a note says. */
const facts = {
  tags: (one: Note) => one.tags.map((word) => `#${word}`), locator: (one: Note) => (one.locator ? [headingLine({ tags: [], locator: one.locator })] : []),
  stance: (one: Note) => (one.stance ? [one.stance] : []), kind: (one: Note) => (one.kind ? [one.kind] : []), quote: (one: Note) => (one.quote === undefined ? [] : [withoutEnds(one.quote)]),
  text: (one: Note) => withoutEnds(one.text).split('\n').filter((line) => line.trim() !== ''), links: (one: Note) => (one.links ?? []).map(({ relation, target }) => `${relation} ${target}`),
};
type Facts = ReadonlySet<string>;
const factsOf = (notes: readonly Note[]): Facts => new Set(notes.flatMap((one) => Object.entries(facts).flatMap(([field, of]) => of(one).map((fact) => `${field}: ${fact}`))));
const named = (file: SourceFile): ReadonlyMap<string, Note> => new Map(file.notes.flatMap(({ note: one }) => (one.id === undefined ? [] : [[one.id, one] as const])));

/** What one side has that the merged text has not, though the other did not take it away. */
export function lost(texts: { readonly base?: string; readonly ours: string; readonly theirs: string }, merged: string): readonly string[] {
  const read = (text: string): SourceFile => readSourceFile(text);
  const [base, ours, theirs, whole] = [texts.base === undefined ? undefined : read(texts.base), read(texts.ours), read(texts.theirs), read(merged)];
  return [[ours, theirs], [theirs, ours]].flatMap(([side, other]) => lostOf(side as SourceFile, other as SourceFile, base, whole));
}

function lostOf(side: SourceFile, other: SourceFile, base: SourceFile | undefined, whole: SourceFile): readonly string[] {
  const [before, beside, kept] = [base && named(base), named(other), whole.notes.map((placed) => placed.note)];
  const missing: string[] = [];
  for (const [id, one] of named(side)) {
    const old = before?.get(id);
    const wasDeleted = old !== undefined && !beside.has(id) && JSON.stringify(old) === JSON.stringify(one);
    const versions = kept.filter((found) => found.id === id || found.twin === id);
    if (wasDeleted) continue;
    if (versions.length === 0) missing.push(`note ${id}`);
    const [found, gone] = [factsOf(versions), old === undefined ? new Set<string>() : factsOf([old])];
    for (const fact of factsOf([one])) if (!found.has(fact) && !(gone.has(fact) && !factsOf([beside.get(id)].filter((note) => note !== undefined)).has(fact))) missing.push(`${fact} of note ${id}`);
  }
  for (const { note: one } of side.notes) {
    const isIn = (file: SourceFile | undefined): boolean => file?.notes.some(({ note: other }) => other.id === undefined && JSON.stringify(other) === JSON.stringify(one)) === true;
    if (one.id === undefined && !isIn(whole) && !(isIn(base) && !isIn(other))) missing.push(`a note without a name: ${one.text}`);
  }
  return [...missing, ...lostFields(side, other, base, whole), ...lostPastes(side, other, base, whole)];
}

/** Leaves of the front matter and the abstract, each with its path. */
function leaves(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value) && path === 'tags') return value.map((one) => `${path}: ${JSON.stringify(one)}`);
  if (isObject(value)) return Object.entries(value).flatMap(([name, one]) => leaves(one, path === '' ? name : `${path}.${name}`));
  return [`${path}: ${JSON.stringify(value)}`];
}
const itemOf = ({ item, entries }: SourceFile): unknown => ({ ...Object.fromEntries(entries.map(({ key, value }) => [key, value])), ...(item.abstract !== undefined && { abstract: item.abstract }) });

function lostFields(side: SourceFile, other: SourceFile, base: SourceFile | undefined, whole: SourceFile): readonly string[] {
  const [gone, beside, kept] = [new Set(base && leaves(itemOf(base), '')), new Set(leaves(itemOf(other), '')), new Set(leaves(itemOf(whole), ''))];
  const review = JSON.stringify(whole.item.custom?.['review'] ?? {});
  const isKept = (leaf: string): boolean => kept.has(leaf) || review.includes(JSON.stringify(JSON.parse(leaf.slice(leaf.indexOf(': ') + 2))));
  const isJoined = (leaf: string): boolean => leaf.startsWith('abstract: ') && (JSON.parse(leaf.slice(10)) as string).split('\n').every((line) => whole.text.includes(line) || base?.text.includes(line));
  const comments = side.text.slice(0, side.frontMatter?.end ?? 0).split('\n').filter((line) => line.startsWith('#'));
  return [
    ...leaves(itemOf(side), '').filter((leaf) => !isKept(leaf) && !isJoined(leaf) && !(gone.has(leaf) && !beside.has(leaf))),
    ...comments.filter((line) => !whole.text.includes(`\n${line}\n`) && !(base?.text.includes(`\n${line}\n`) && !other.text.includes(`\n${line}\n`))),
  ];
}

const lostPastes = (side: SourceFile, other: SourceFile, base: SourceFile | undefined, whole: SourceFile): readonly string[] =>
  side.pasted.filter((text) => !whole.pasted.includes(text) && !(base?.pasted.includes(text) === true && !other.pasted.includes(text))).map((text) => `pasted: ${text}`);
