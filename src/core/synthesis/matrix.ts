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

/** The matrix of the codings that have tags. `others` have rows too, empty ones if none of their notes counts. */
export function matrixOf(codings: readonly Coding[], others: Iterable<Source> = []): Matrix {
  const own = new Map<Source, Coding[]>();
  for (const coding of codings) {
    if (coding.tags.length === 0) continue;
    const known = own.get(coding.source);
    if (known === undefined) own.set(coding.source, [coding]);
    else known.push(coding);
  }
  for (const source of others) if (!own.has(source)) own.set(source, []);
  const rows = [...own].map(([source, list]) => rowOf(source, list));
  return { rows, ...sumOf(rows) };
}

/** The row of one source: all these codings are its own. */
export function rowOf(source: Source, codings: readonly Coding[]): Row {
  const cells = new Map<string, Tally>();
  const passages = new Tally();
  for (const { note: { stance }, tags } of codings) {
    if (tags.length === 0) continue;
    passages.add(stance);
    for (const tag of withAbove(tags)) tallyAt(cells, tag).add(stance);
  }
  return { source, cells, passages };
}

/** The tags and all above them, each once. */
export function withAbove(tags: readonly string[]): Iterable<string> {
  if (tags.length === 1) return upwards(tags[0] as string);
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
