/** The rows of the synthesis in groups and in order. */
import { outline } from '../library';
import type { Grouping } from '../library';
import type { Source } from '../library/library';
import { emptyCodebook } from '../notes';
import { yearOf } from '../source';
import type { Cell } from './cell';
import { sumOf } from './matrix';
import type { Matrix, Row } from './matrix';

/** How rows may be grouped. A source of several authors stands in the group of each. */
export const rowGroupings = ['none', 'year', 'author', 'type'] as const satisfies readonly Grouping[];
export type RowGrouping = (typeof rowGroupings)[number];

/** What rows may be sorted by, besides a tag: `#` and the tag. */
export const rowOrders = ['author', 'year', 'title', 'passages'] as const;
export type RowOrder = (typeof rowOrders)[number] | `#${string}`;

/** `down`: from the largest to the smallest, from Z to A. */
export type Arrangement = { readonly group: RowGrouping; readonly sort: RowOrder; readonly down: boolean };

/** A group with its rows and their sums. `id` stays the same while the library changes; empty for what has no year, no author. */
export type RowGroup = { readonly id: string; readonly label: string; readonly rows: readonly Row[] } & Pick<Matrix, 'totals' | 'passages'>;

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
const emptyLast = (a: unknown, b: unknown): number => Number(a === undefined) - Number(b === undefined);

/** The rows in their groups; with the grouping `none`, in one group with an empty `id` and label. Rows that are alike stand in the order of authors. */
export function arrange(rows: readonly Row[], { group, sort, down }: Arrangement): readonly RowGroup[] {
  const bySource = new Map<Source, Row>(rows.map((row) => [row.source, row]));
  const sources = new Map([...bySource.keys()].map((source, index) => [String(index), source] as const));
  const compare = comparerOf(sort);
  return outline({ sources, codebook: emptyCodebook }, group).map(({ id, label, sources: members }) => {
    const own = members.map((source) => bySource.get(source) as Row);
    const sorted = compare === undefined ? (down ? own.reverse() : own) : own.sort((a, b) => compare(a, b, down ? -1 : 1));
    return { id, label, rows: sorted, ...sumOf(sorted) };
  });
}

/** What is missing comes last, whichever way one sorts. Undefined where the order of authors is wanted. */
function comparerOf(sort: RowOrder): ((a: Row, b: Row, way: 1 | -1) => number) | undefined {
  switch (sort) {
    case 'author': return undefined;
    case 'passages': return (a, b, way) => way * (a.passages.count - b.passages.count);
    case 'year': return ({ source: { item: a } }, { source: { item: b } }, way) => emptyLast(yearOf(a), yearOf(b)) || way * ((yearOf(a) ?? 0) - (yearOf(b) ?? 0));
    case 'title': return ({ source: { item: a } }, { source: { item: b } }, way) => emptyLast(a.title, b.title) || way * collator.compare(a.title ?? '', b.title ?? '');
    default: return byTag(sort.slice(1));
  }
}

/** By the number of passages; among equals, those for before those against. */
function byTag(tag: string): (a: Row, b: Row, way: 1 | -1) => number {
  const leaning = (cell: Cell | undefined): number => (cell === undefined ? 0 : cell.for - cell.against);
  return ({ cells: a }, { cells: b }, way) =>
    way * ((a.get(tag)?.count ?? 0) - (b.get(tag)?.count ?? 0)) || way * (leaning(a.get(tag)) - leaning(b.get(tag)));
}
