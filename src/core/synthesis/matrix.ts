/**
 * Sources × tags. A cell counts passages: the notes of the source that bear the tag or one under it, each once. So a tag’s
 * cell is the same whether what stands under it is shown or not, and the passages that a cell opens are as many as it says.
 */
import type { Source } from '../library/library';
import { Tally, tallyAt } from './cell';
import type { Cell } from './cell';
import type { Coding } from './coding';
import { upwards } from './forest';

/** One source: its cells by tag, without the empty ones, and all its tagged passages, each once. */
export type Row = { readonly source: Source; readonly cells: ReadonlyMap<string, Cell>; readonly passages: Cell };

/** The rows in the order of the codings; the sum of each tag over all rows, and of all passages. */
export type Matrix = { readonly rows: readonly Row[]; readonly totals: ReadonlyMap<string, Cell>; readonly passages: Cell };

type Growing = { readonly source: Source; readonly cells: Map<string, Tally>; readonly passages: Tally };

/** The matrix of the codings that have tags. `others` have rows too, empty ones if none of their notes counts. */
export function matrixOf(codings: readonly Coding[], others: Iterable<Source> = []): Matrix {
  const rows = new Map<Source, Growing>();
  const rowOf = (source: Source): Growing => {
    const known = rows.get(source) ?? { source, cells: new Map<string, Tally>(), passages: new Tally() };
    rows.set(source, known);
    return known;
  };
  for (const { source, note: { stance }, tags } of codings) {
    if (tags.length === 0) continue;
    const row = rowOf(source);
    row.passages.add(stance);
    for (const tag of withAbove(tags)) tallyAt(row.cells, tag).add(stance);
  }
  for (const source of others) rowOf(source);
  return { rows: [...rows.values()], ...sumOf(rows.values()) };
}

/** The tags and all above them, each once. */
export function withAbove(tags: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const tag of tags) for (const one of upwards(tag)) all.add(one);
  return all;
}

/** The cells of several rows put together. */
export function sumOf(rows: Iterable<Pick<Row, 'cells' | 'passages'>>): Pick<Matrix, 'totals' | 'passages'> {
  const totals = new Map<string, Tally>();
  const passages = new Tally();
  for (const row of rows) {
    passages.addAll(row.passages);
    for (const [tag, cell] of row.cells) tallyAt(totals, tag).addAll(cell);
  }
  return { totals, passages };
}
