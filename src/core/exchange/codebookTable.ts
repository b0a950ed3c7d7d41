/** Codebooks as tables, such as Taguette and QualCoder write: a code a row, columns by their headings, or a list of names alone. */
import { tagFrom } from '../notes';
import { gatheringRows } from '../parsing';
import { codesUnreadable } from '../problem';
import { allOf, type Sliced } from '../slices';
import type { Incoming, IncomingTag } from './incoming';
import { nothingIncoming } from './incoming';
import { entryFrom } from './refiReading';

const columns = {
  name: /^(?:tag|code|code ?name|name|label|codename|title)$/i, description: /^(?:description|memo|definition|comment|notes?)$/i,
  category: /^(?:category|parent|cat|group|theme|folder)$/i, colour: /^colou?r$/i, include: /^(?:include|inclusion)$/i, exclude: /^(?:exclude|exclusion)$/i,
} as const;
type Column = keyof typeof columns;

/** The codebook in a CSV or TSV text, in slices. A code may name those above it with `>` or `>>` between. */
export function* readingCodebookTable(text: string): Sliced<Incoming> {
  const plain = text.replace(/^\uFEFF/, '');
  const rows = yield* gatheringRows(plain, { start: 0, end: plain.length }, separatorOf(plain));
  const heads = (rows[0]?.cells ?? []).map((cell) => (Object.keys(columns) as Column[]).find((column) => columns[column].test(cell.trim())));
  const hasHeads = heads.includes('name');
  const tags = yield* allOf(hasHeads ? rows.slice(1) : rows, tagsAtOnce, ({ cells }) => tagIn(cells, hasHeads ? heads : ['name', 'description']));
  return tags.length === 0 ? { ...nothingIncoming, problems: [codesUnreadable('no column of it is called tag, code or name')] } : { ...nothingIncoming, tags };
}

/** After so many rows there is a pause. */
const tagsAtOnce = 500;

function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  return [',', '\t', ';'].map((sign) => ({ sign, count: line.split(sign).length })).sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

function tagIn(cells: readonly string[], heads: readonly (Column | undefined)[]): readonly IncomingTag[] {
  const cell = (column: Column): string => cells[heads.indexOf(column)]?.trim() ?? '';
  const path = [...cell('category').split(/>{1,2}/), ...cell('name').replace(/^'(?=[=+@-])/, '').split(/>{1,2}/)].map(tagFrom).filter((part) => part !== '');
  if (path.length === 0 || cell('name') === '') return [];
  const colour = /^#[\da-f]{6}$/i.exec(cell('colour'))?.[0];
  const said = Object.entries({ include: cell('include'), exclude: cell('exclude') }).filter(([, text]) => text !== '');
  return [{ tag: path.join('/'), entry: { ...entryFrom(cell('description')), ...Object.fromEntries(said), ...(colour !== undefined && { colour }) } }];
}
