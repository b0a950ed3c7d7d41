/**
 * A bibliography as BibTeX knew it before BibLaTeX, for `bibtex` and its styles (natbib, the templates of journals): its entry
 * types and field names, letters as commands. What BibTeX has no field for stays in the fields of BibLaTeX, which its styles pass over.
 */
import { bib, joined, type TexText } from '../exits';
import type { Item, ItemType } from '../source';
import { entryOf, entryTypeOf, inOrder, writtenEntry } from './biblatex';
import { latinAsCommands, namesAsCommands } from './latexLetters';
import { bareTex } from './tex';

/** The types that every style of BibTeX has; all others are `misc`. */
const types: { readonly [biblatex: string]: string } = {
  article: 'article', book: 'book', booklet: 'booklet', collection: 'book', incollection: 'incollection', inreference: 'incollection', inproceedings: 'inproceedings',
  report: 'techreport', thesis: 'phdthesis', unpublished: 'unpublished', mvbook: 'book', proceedings: 'proceedings',
};

/** The CSL types that a reader takes the types of BibTeX for. All others are written down besides. */
const plain: ReadonlySet<ItemType> = new Set<ItemType>(['article-journal', 'book', 'chapter', 'report', 'thesis']);

const names: { readonly [biblatex: string]: string } = { journaltitle: 'journal', location: 'address', shortjournal: 'shortjournal' };
const publisherNames: { readonly [type: string]: string } = { phdthesis: 'school', mastersthesis: 'school' };

const nameFields: ReadonlySet<string> = new Set(['author', 'editor', 'translator', 'bookauthor', 'namea', 'nameb', 'namec']);
const verbatim: ReadonlySet<string> = new Set(['url', 'doi', 'eprint', 'file', 'date', 'urldate', 'eventdate', 'origdate']);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const seasons: { readonly [code: string]: string } = { 21: 'Spring', 22: 'Summer', 23: 'Autumn', 24: 'Winter' };

type Fields = Map<string, TexText>;

/** Entries with an empty line between; an empty text for no items. */
export const bibtex = (items: readonly Item[]): TexText => joined(items.map(entryText), bib`\n`);

function entryText(item: Item): TexText {
  const fields = new Map(entryOf(item).fields);
  const type = typeFor(item, fields);
  if (type !== 'misc' && plain.has(item.type)) fields.delete('csl-type');
  else fields.set('csl-type', bareTex(item.type));
  // What is inherited is written out; BibTeX would want the other entry further down in the file.
  fields.delete('crossref');
  writeDate(fields);
  writePlaces(type, fields);
  const written = [...fields].map(([field, value]) => [nameFor(type, field), valueFor(field, value)] as const);
  return writtenEntry(type, item.id, inOrder(written));
}

function typeFor(item: Item, fields: Fields): string {
  const type = types[entryTypeOf(item)] ?? 'misc';
  if (type !== 'phdthesis') return type;
  const kind = fields.get('type');
  if (kind === 'mathesis' || kind === 'phdthesis') fields.delete('type');
  return kind === 'mathesis' ? 'mastersthesis' : type;
}

const nameFor = (type: string, field: string): string => (field === 'institution' ? publisherNames[type] ?? field : names[field] ?? field);

function valueFor(field: string, value: TexText): TexText {
  if (field === 'month') return value;
  if (verbatim.has(field)) return bib`{${value}}`;
  return bib`{${nameFields.has(field) ? namesAsCommands(value) : latinAsCommands(value)}}`;
}

/** The year as styles print it, and the month; the whole date stays beside it. */
function writeDate(fields: Fields): void {
  const date = fields.get('date');
  if (date === undefined) return;
  const ends = date.split('/');
  fields.set('year', bareTex(ends.map(yearOf).filter((year, at) => at === 0 || year !== yearOf(ends[0] as string)).join('--')));
  const [, month = ''] = /^\d{4}-(\d{2})(?!.*\/)/.exec(date) ?? [];
  const season = seasons[month];
  if (season !== undefined) fields.set('month', bib`{${bareTex(season)}}`);
  else if (months[Number(month) - 1] !== undefined) fields.set('month', bareTex(months[Number(month) - 1] ?? ''));
}

/** `1900~` is `c. 1900`, `-0043` is `44 BC`, `0987` is `987`. */
function yearOf(date: string): string {
  const [, before = '', digits = ''] = /^(-?)(\d{4,})/.exec(date) ?? [];
  if (digits === '') return '';
  return `${date.endsWith('~') ? 'c.~' : ''}${before === '' ? Number(digits) : `${Number(digits) + 1}~BC`}`;
}

/** What the styles of BibTeX want in one field, or not beside another. */
function writePlaces(type: string, fields: Fields): void {
  if (!fields.has('author') && !fields.has('editor') && !fields.has('key')) copy(fields, 'key', 'title', 'booktitle', 'howpublished');
  if (type === 'misc') copy(fields, 'howpublished', 'booktitle', 'publisher', 'organization');
  if (type === 'unpublished') copy(fields, 'note', 'howpublished', 'eventtitle', 'venue');
  if (type === 'article') copy(fields, 'number', 'issue');
  if (type !== 'article' && type !== 'techreport' && fields.has('volume')) move(fields, 'number', /^inp|^proc/.test(type) ? 'csl-issue' : 'csl-collection-number');
  if (type === 'book' && fields.has('author')) move(fields, 'editor', 'csl-editor');
}

function copy(fields: Fields, to: string, ...from: readonly string[]): void {
  const value = from.map((field) => fields.get(field)).find((one) => one !== undefined);
  if (value !== undefined && !fields.has(to)) fields.set(to, value);
}

function move(fields: Fields, from: string, to: string): void {
  const value = fields.get(from);
  if (value === undefined || fields.has(to)) return;
  fields.delete(from);
  fields.set(to, value);
}
