/**
 * The literature table, in the manner of the spreadsheets that political scientists keep of what they read: concept, citation, main
 * idea, notes, cross-references, quotations. A row for each source, or for each passage.
 */
import { citationInMarkdown } from '../citations';
import { relationsIn } from '../library';
import type { Library, Source, SourceNote } from '../library';
import { locatorText, resolveTag } from '../notes';
import { creatorsOf, kindOf, yearOf } from '../source';
import type { Item, Name, Note } from '../source';
import type { Cell, Table } from '../tables';
import { sourceHeading } from './grouping';

/** What a row of the table is about. */
export const literatureRows = ['source', 'passage'] as const;
export type LiteratureRows = (typeof literatureRows)[number];

const columns = ['Concept', 'Citation', 'Main idea', 'Notes', 'Cross-reference', 'Quotation', 'Stance', 'Key'] as const;

/** The table of these passages. `sources` without a passage get a row as well, when rows are sources. */
export function literatureTable(name: string, notes: readonly SourceNote[], sources: readonly Source[], library: Library, rows: LiteratureRows): Table {
  const passages = rows === 'passage' ? notes.map((found) => ({ source: found.source, notes: [found.note] })) : bySource(notes, sources);
  return { name, columns, rows: passages.map((row) => rowOf(row.source, row.notes, library)) };
}

function bySource(notes: readonly SourceNote[], sources: readonly Source[]): readonly { readonly source: Source; readonly notes: readonly Note[] }[] {
  const rows = new Map<Source, Note[]>();
  for (const { source, note } of notes) rows.set(source, [...rows.get(source) ?? [], note]);
  for (const source of sources) if (!rows.has(source)) rows.set(source, []);
  return [...rows].map(([source, own]) => ({ source, notes: own }));
}

/** What a person wrote to say what a work is about: a summary, or else a claim. */
const isMainIdea = (note: Note, notes: readonly Note[]): boolean =>
  note.text.trim() !== '' && kindOf(note) === (notes.some((one) => kindOf(one) === 'summary' && one.text.trim() !== '') ? 'summary' : 'claim');

function rowOf(source: Source, notes: readonly Note[], library: Library): readonly Cell[] {
  const { item } = source;
  const ideas = notes.filter((note) => isMainIdea(note, notes));
  const tags = new Set([...notes.flatMap((note) => note.tags), ...notes.length === 0 ? item.tags ?? [] : []].map((tag) => resolveTag(tag, library.codebook)));
  return [
    [...tags].join('; '), citationCell(item, notes), lines(ideas.map((note) => withPlace(note.text, note))),
    lines(notes.filter((note) => !ideas.includes(note) && note.text.trim() !== '').map((note) => withPlace(note.text, note))),
    lines(notes.flatMap((note) => crossReferences({ source, note }, library))), lines(notes.flatMap((note) => (note.quote === undefined ? [] : [withPlace(`“${note.quote.trim()}”`, note)]))),
    [...new Set(notes.flatMap(({ stance }) => stance ?? []))].join(', '), item.id,
  ];
}

const lines = (texts: readonly string[]): string => texts.join('\n');
const withPlace = (text: string, { locator }: Note): string => (locator === undefined ? text.trim() : `${text.trim()} (${locatorText(locator)})`);

/** In Markdown a citation that Pandoc formats; elsewhere the reference in words. */
function citationCell(item: Item, notes: readonly Note[]): Cell {
  const [only, more] = notes;
  const place = only?.locator !== undefined && more === undefined ? locatorText(only.locator) : '';
  return { text: `${referenceInBrief(item)}${place === '' ? '' : ` ${place}.`}`, markdown: citationInMarkdown(item.id, place) };
}

const listed = (name: Name): string => (name.literal ?? [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given].filter(Boolean).join(', '));

/** `Yuneman, Roman A. 2023. Title. Container.` */
export function referenceInBrief(item: Item): string {
  const parts = [creatorsOf(item).map(listed).join('; '), yearOf(item)?.toString() ?? '', item.title ?? '', item['container-title'] ?? ''].filter((part) => part !== '');
  return parts.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ');
}

const passive = { supports: 'supported by', attacks: 'attacked by', qualifies: 'qualified by' } as const;

/** The relations of a note from both ends, in words. */
function crossReferences(found: SourceNote, library: Library): readonly string[] {
  const { notes, incoming } = relationsIn(library);
  const named = (other: SourceNote | undefined, target: string): string => (other === undefined ? target : withPlace(sourceHeading(other.source.item), other.note));
  const own = (found.note.links ?? []).map(({ relation, target }) => `${relation} ${named(notes.get(target), target)}`);
  const others = found.note.id === undefined ? [] : incoming.get(`${found.source.item.id}#${found.note.id}`) ?? [];
  return [...own, ...others.map((other) => `${passive[other.relation]} ${named(other, '')}`)];
}
