/** Which rows the table shows, and in which order. */
import type { EditableCell, ReviewRow } from '../../src/protocol';

export type Column = 'sure' | 'key' | EditableCell | 'doubts';
export type Scope = 'doubtful' | 'fresh' | 'all';

/** What the person chose; kept when the view is hidden. */
export type View = { readonly scope: Scope; readonly words: string; readonly column: Column; readonly down: boolean; readonly page: number };

export const firstView: View = { scope: 'doubtful', words: '', column: 'sure', down: false, page: 0 };

/** So many rows stand on a page, so that thousands are as quick as fifty. */
export const pageLength = 50;

/** Is there anything to be looked at? */
export const isDoubtful = ({ doubts, warnings }: ReviewRow): boolean => doubts.length > 0 || warnings.length > 0;

const inScope: { readonly [S in Scope]: (row: ReviewRow) => boolean } = { all: () => true, fresh: ({ fresh }) => fresh, doubtful: isDoubtful };

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();

const said = (row: ReviewRow): string =>
  plain([row.key, ...Object.values(row.cells), ...row.doubts.flatMap(({ name, why }) => [name, why]), ...row.warnings].join(' '));

/** Numbers in texts compare as numbers. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const compare: { readonly [C in Column]: (a: ReviewRow, b: ReviewRow) => number } = {
  'sure': (a, b) => a.sure - b.sure || b.doubts.length + b.warnings.length - a.doubts.length - a.warnings.length,
  'key': (a, b) => collator.compare(a.key, b.key),
  'author': byCell('author'), 'issued': byCell('issued'), 'title': byCell('title'), 'container-title': byCell('container-title'), 'type': byCell('type'),
  'doubts': (a, b) => b.doubts.length - a.doubts.length,
};

/** Empty cells come last, whichever way one sorts upwards. */
function byCell(cell: EditableCell): (a: ReviewRow, b: ReviewRow) => number {
  return (a, b) => Number(a.cells[cell] === '') - Number(b.cells[cell] === '') || collator.compare(a.cells[cell], b.cells[cell]);
}

/** All rows that the view asks for, in its order. */
export function rowsOf(rows: Iterable<ReviewRow>, { scope, words, column, down }: View): readonly ReviewRow[] {
  const wanted = plain(words).split(/\s+/).filter((word) => word !== '');
  const found = [...rows].filter((row) => inScope[scope](row) && (wanted.length === 0 || contains(said(row), wanted)));
  const way = down ? -1 : 1;
  return found.sort((a, b) => way * compare[column](a, b) || collator.compare(a.key, b.key));
}

const contains = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

/** How many rows each scope has. */
export function counts(rows: Iterable<ReviewRow>): { readonly [S in Scope]: number } {
  const all = [...rows];
  return { all: all.length, fresh: all.filter(inScope.fresh).length, doubtful: all.filter(inScope.doubtful).length };
}
