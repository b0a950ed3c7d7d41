/**
 * Tables of literature: exports of indexes as CSV or TSV, spreadsheets, tables of Word and Markdown. A header with a title
 * among its columns makes the table; what the other columns hold is kept under their own names.
 */
import { unreadableRecord } from '../../problem';
import { type Item, type ItemType, type Span } from '../../source';
import { allSure, reviewUnsure, trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { linesOf, type Line } from '../lines';
import { allOf, eachOf, type Sliced } from '../../slices';
import { columnRoles, mayBeHeader } from './columns';
import { rowsOf, type Row } from './delimited';
import { Draft, type Role, type Roles } from './draft';
import { draftedItem, draftedType } from './draftItem';
import { areFamilies, houseOf, inCells, mended } from './tableCells';
import { isWork } from './tableRows';
import { certaintyOf } from './taggedFormat';
import type { TaggedField } from './taggedScan';
import { wosFields, wosRoles, wosType } from './webOfScience';

/** `start` is where what stands above it begins, if that is part of the export. */
type Header = { readonly line: Line; readonly start: number; readonly separator: string; readonly cells: readonly string[]; readonly roles: readonly (Role | undefined)[] };

/** The rows of the tables in a stretch of text. */
export function* readingTables(text: string, span: Span): Sliced<readonly Found[]> {
  const lines = linesOf(text, span.start, span.end);
  const headers = withoutSecond(yield* allOf(lines, 300, (line, index) => headerOf(text, line, lines[index + 1], lines[index - 1]) ?? []));
  const all: Found[] = [];
  for (const [index, header] of headers.entries()) {
    for (const found of yield* readingTable(text, header, headers[index + 1]?.line.start ?? span.end)) if (found.start >= (all.at(-1)?.end ?? 0)) all.push(found);
    if (index % 10 === 9) yield;
  }
  return all;
}

/** Of a header in two languages, one below the other, the first: it knows what either does. */
function withoutSecond(headers: readonly Header[]): readonly Header[] {
  const all: Header[] = [];
  for (const header of headers) {
    const before = all.at(-1);
    if (before === undefined || header.line.start - before.line.end > 1 || before.separator !== header.separator || before.cells.length !== header.cells.length) all.push(header);
    else all[all.length - 1] = { ...before, roles: before.roles.map((role, index) => role ?? (before.roles.includes(header.roles[index]) ? undefined : header.roles[index])) };
  }
  return all;
}

const separators = ['\t', '|', ';', ','] as const;
const titleWord = /\p{L}/u;

/** The line as a header, if its cells are names of columns, a title among them, and a row of the same form is below. */
function headerOf(text: string, line: Line, next: Line | undefined, before: Line | undefined): readonly [Header] | undefined {
  if (line.text.length > 4000 || next === undefined || !titleWord.test(line.text)) return undefined;
  const below = text.slice(next.start, next.end);
  for (const separator of separators) {
    if (!line.text.includes(separator) || !below.includes(separator)) continue;
    const cells = cellsOf(text, line, separator);
    const roles = cells.every((cell) => cell.length <= 60) && mayBeHeader(cells) ? columnRoles(cells, cellsOf(text, next, separator)) : undefined;
    if (roles !== undefined && isHeader(cells, roles)) return [{ line, start: before !== undefined && preamble.test(before.text) ? before.start : line.start, separator, cells, roles }];
  }
  return undefined;
}

/** What programs write above a table: Dimensions where the data is from, Excel the sign between the cells. */
const preamble = /^\ufeff?"?(?:About the data: |sep=."?$)/u;

function cellsOf(text: string, line: Line, separator: string): readonly string[] {
  const cells = (rowsOf(text, line, separator)[0]?.cells ?? []).slice(...(separator === '|' && line.text.startsWith('|') ? [1, line.text.endsWith('|') ? -1 : undefined] : [0]));
  return /[*_]/.test(line.text) ? cells.map((cell) => cell.replace(/^[*_]{1,3}|[*_]{1,3}$/gu, '')) : cells;
}

const people = new Set<Role | undefined>(['author', 'authorFull', 'authorYear', 'year', 'date', 'doi', 'container', 'editor']);

/** Two columns that are known, a title and who or when; of many columns, three. */
function isHeader(cells: readonly string[], roles: readonly (Role | undefined)[]): boolean {
  const known = roles.filter((role) => role !== undefined).length;
  return roles.some((role) => people.has(role)) && known >= Math.min(3, cells.filter((cell) => cell !== '').length) && cells.length >= 2;
}

function* readingTable(text: string, header: Header, limit: number): Sliced<readonly Found[]> {
  const start = Math.min(header.line.end + 1, limit);
  const rows = header.separator === '|' ? markdownRows(text, start, limit) : wholeRows(rowsOf(text, { start, end: limit }, header.separator), header);
  const width = header.cells.length;
  const body = withoutNumbers(rows, header).filter((row, index) => row.cells.length === width || (row.cells.length * 2 >= width && row.cells.length > 1 && adjoins(rows[index - 1]?.end ?? header.line.end, row)));
  const families = new Set(header.roles.flatMap((role, index) => ((role === 'author' || role === 'authorYear') && areFamilies(body.map(({ cells }) => cells[index] ?? '')) ? [index] : [])));
  const columns = columnsOf(header, families);
  const found = (yield* eachOf(body, 40, (row) => (isWork(row, header) ? foundFrom(row, columns) : row))).filter((one) => one !== undefined);
  return withOtherRows(found).map((record, index) => (index === 0 ? { ...record, start: header.start } : record));
}

/** Rows that are no works belong to the record above them. */
function withOtherRows(rows: readonly (Found | Row)[]): readonly Found[] {
  const all: Found[] = [];
  for (const row of rows) {
    const before = all.at(-1);
    if ('item' in row) all.push(row);
    else if (before !== undefined) all[all.length - 1] = { ...before, end: row.end };
  }
  return all;
}

/** Rows that are numbered in front, by a column for which the header has no cell. */
function withoutNumbers(all: readonly Row[], { cells: { length: width }, roles }: Header): readonly Row[] {
  const rows = all.filter(({ cells }) => cells.length > 1);
  const fits = ({ cells }: Row): boolean => cells.length === width + 1 || (cells.length === width && roles[0] === 'title');
  const numbered = rows.length > 0 && rows.every((row, index) => fits(row) && Number(row.cells[0]) === index + Number(rows[0]?.cells[0] ?? 1));
  return numbered ? rows.map((row) => ({ ...row, cells: [...row.cells.slice(1), ...(row.cells.length === width ? [''] : [])] })) : all;
}

/** A row of another width is one of the table only right below the row before it. */
const adjoins = (end: number, row: Row): boolean => row.start - end <= 1;

/** Columns whose cells hold running text. */
const open = new Set<Role | undefined>([undefined, 'abstract', 'note', 'keyword']);

/** Rows that were torn by line ends in their cells, mended: short rows that together are no longer than the header. */
function wholeRows(rows: readonly Row[], { cells: names, roles, separator }: Header): readonly Row[] {
  const width = names.length;
  const lastIsOpen = open.has(roles[width - 1]) && /\p{L}{3}/u.test(names[width - 1] ?? '');
  const whole: Row[] = [];
  for (const row of rows.filter(({ cells: all }) => !(all.length === 1 && /^[`~]{3}/u.test(all[0] ?? '')))) {
    const before = whole.at(-1);
    const goesOn = before !== undefined && before.cells.length < width && row.cells.length < width && before.cells.length + row.cells.length - 1 <= width;
    const tail = before !== undefined && separator === '\t' && row.cells.length === 1 && adjoins(before.end, row) && before.cells.length === width && lastIsOpen;
    if (tail) whole[whole.length - 1] = { start: before.start, end: row.end, cells: [...before.cells.slice(0, -1), `${before.cells.at(-1)}\n${row.cells[0]}`.trim()] };
    else if (!goesOn || before.cells.length === 1) whole.push(row);
    else whole[whole.length - 1] = { start: before.start, end: row.end, cells: [...before.cells.slice(0, -1), `${before.cells.at(-1)}\n${row.cells[0]}`.trim(), ...row.cells.slice(1)] };
  }
  return whole;
}

/** Rows of a table in Markdown: the rule below the header is left out, and the first line without a bar ends it. */
function markdownRows(text: string, start: number, limit: number): readonly Row[] {
  const lines = linesOf(text, start, limit);
  const end = lines.findIndex((line) => !line.text.includes('|'));
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => !/^[\s|:-]+$/u.test(line.text)).map((line) => {
    const inner = line.text.replace(/^\|/u, '').replace(/\|$/u, '').replace(/\\\|/gu, '\u0000');
    return { start: line.start, end: line.end, cells: inner.split('|').map((cell) => cell.replace(/\u0000/gu, '|').replace(/<br ?\/?>/giu, '\n').trim()) };
  });
}

/** Columns that say where in a journal an article stands. */
const placing = new Set<Role | undefined>(['volume', 'issue', 'pages', 'firstPage', 'articleNumber']);

/** What the rows of a table have in common: the tag of each column, the role of each tag and of each column, the columns that name families alone, those that say where in a journal a work stands, and whether Web of Science made it. */
type Columns = { readonly tags: readonly string[]; readonly byTag: Roles; readonly roles: readonly (Role | undefined)[]; readonly families: ReadonlySet<number>; readonly places: readonly number[]; readonly wos: boolean };

function columnsOf({ cells, roles }: Header, families: ReadonlySet<number>): Columns {
  const names = cells.map((cell) => cell.trim());
  const told = names.map((name) => [name, roles[names.indexOf(name)]] as const).filter((named): named is readonly [string, Role] => named[1] !== undefined);
  const wos = names.includes('PT') && names.includes('TI');
  return {
    tags: names.map((name, index) => (name === '' ? `column ${index + 1}` : name)), byTag: wos ? wosRoles : Object.fromEntries([...told, ...Object.entries(inCells)]),
    roles, families, places: roles.flatMap((role, index) => (placing.has(role) ? [index] : [])), wos,
  };
}

function foundFrom(row: Row, { tags, byTag, roles, families, places, wos }: Columns): Found | undefined {
  if (row.cells.slice(tags.length).some((cell) => cell !== '')) return tooWide(row);
  const cells = tags.map((tag, index) => ({ tag, value: plainCell(row.cells[index] ?? '') }));
  const unplaced = places.every((index) => !/[\p{L}\d]/u.test(row.cells[index] ?? ''));
  const housed = (field: TaggedField, role: Role | undefined): readonly TaggedField[] | undefined => (unplaced && role === 'container' ? houseOf(field, places.length > 0) : undefined);
  const fields = wos ? wosFields(cells.filter(({ value }) => value !== '')) : cells.flatMap((field, index) => housed(field, roles[index]) ?? mended(field, roles[index], families.has(index)));
  const draft = new Draft(fields, byTag);
  if (!draft.has('title') || !/\p{L}/u.test(draft.first('title') ?? '')) return undefined;
  return recordOf(row, draft, wos ? wosType(fields) : undefined);
}

/** A row with more cells than the header has a separator that is none: which one can't be told. */
const tooWide = ({ start, end }: Row): Found =>
  ({ start, end, format: 'table', item: itemOf('document', {}), certainty: {}, problems: [unreadableRecord('table', 'it has more cells than the header', { start, end })] });

function recordOf(row: Row, draft: Draft, named: ItemType | undefined): Found {
  if (named !== undefined) draft.drop('type');
  const { type, said } = named === undefined ? tableType(draft) : { type: named, said: true };
  const item: Item = draftedItem(draft, type);
  const certainty = { ...certaintyOf(item, said, 'Stands in a column of this name.'), ...allSure(['author'].filter((field) => field in item), trust.labelled, 'Stands in a column of this name.') };
  return { start: row.start, end: row.end, format: 'table', item: reviewUnsure(item, certainty), certainty, problems: [] };
}

/** A column that is called a journal and filled makes an article, unless the record has a publisher or ISBN of its own. */
function tableType(draft: Draft): { readonly type: ItemType; readonly said: boolean } {
  const drafted = draftedType(draft);
  if (drafted.type !== 'document' || drafted.said) return drafted;
  if (draft.has('container') && !draft.has('publisher', 'ISBN', 'school')) return { type: 'article-journal', said: false };
  if (draft.has('school')) return { type: 'thesis', said: false };
  return draft.has('publisher', 'ISBN') && !draft.has('container') ? { type: 'book', said: false } : drafted;
}

/** Without the marks of Markdown around a link or an emphasised cell. */
function plainCell(cell: string): string {
  if (!/^[[*_]/.test(cell)) return cell;
  const link = /^\[([^\]]{1,1000})\]\((https?:[^\s)]{1,500})\)$/u.exec(cell);
  return (link?.[1] ?? cell).replace(/^(\*{1,3}|_{1,3})(.{1,2000}?)\1$/su, '$2');
}
