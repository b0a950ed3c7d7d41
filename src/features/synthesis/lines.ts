/** The table as the page is told of it. */
import { arrange, columnsOf, forestOf, tagComparer } from '../../core/synthesis';
import type { Cell, Column, Row, RowGroup } from '../../core/synthesis';
import type { Source } from '../../core/library';
import { sourceLabel } from '../../host/nodes';
import type { CellNumbers, RowNumbers, SynthesisColumn, SynthesisLine, SynthesisSource, SynthesisView, ToSynthesis } from '../../protocol';
import { Ids } from './ids';
import type { Model } from './model';

type Table = Extract<ToSynthesis, { kind: 'table' }>;

export const numbersOf = (cell: Cell | undefined): CellNumbers => (cell === undefined ? [0, 0, 0, 0] : [cell.count, cell.for, cell.against, cell.mixed]);

/** What stands behind a line: a source, or the sources of a group. */
export type LineMeaning = { readonly label: string; readonly sources: readonly Source[] };

/** The sources of so many lines are told with the table: more than are on most screens. */
const atOnce = 60;

export class Lines {
  readonly tags = new Ids<string>();
  readonly #names = new Ids<string>();
  readonly #groups = new Ids<string>();
  readonly #known = new WeakMap<Source, number>();
  /** What the page was told of each source, and the row that this was made of. */
  readonly #sent = new Map<number, { readonly row: Row; readonly text: string }>();
  #rows = new Map<number, Row>();
  #meanings = new Map<number, LineMeaning>();

  /** Every source is told again, as to a page that was loaded anew. */
  forgetSent(): void {
    this.#sent.clear();
  }

  /** What a line of the table that was last made stands for. */
  meaningOf(line: number): LineMeaning | undefined {
    const row = this.#rows.get(line);
    return row === undefined ? this.#meanings.get(line) : { label: sourceLabel(row.source.item), sources: [row.source] };
  }

  /** The number of a source: the same as long as its file has this name. */
  idOf(source: Source, model: Model): number {
    const known = this.#known.get(source);
    if (known !== undefined) return known;
    const id = this.#names.of(`${model.homes.get(source)?.folder.uri.toString() ?? ''} ${source.handle}`);
    this.#known.set(source, id);
    return id;
  }

  table(model: Model, view: SynthesisView): Table {
    const { matrix: { rows, totals, passages }, library, refused, entries } = model;
    const columns = columnsOf(forestOf(totals.keys(), tagComparer(view.tagOrder, (tag) => totals.get(tag)?.count ?? 0)), new Set(view.closedTags));
    this.#meanings = new Map();
    this.#rows = new Map(rows.map((row) => [this.idOf(row.source, model), row]));
    const closed = new Set(view.closedGroups);
    const lines = arrange(rows, view).flatMap((group) => this.#linesOf(group, model, view.group, closed));
    const first = lines.slice(0, atOnce).filter((line) => typeof line === 'number');
    return {
      kind: 'table', view, sources: this.#changed([...new Set([...this.#sent.keys(), ...first])]), columns: columns.map((column) => this.#column(column, totals.get(column.tag), entries.get(column.tag))),
      lines, total: numbersOf(passages), most: mostIn(rows, columns), sourceCount: rows.length, library, refused,
    };
  }

  /** The sources of some lines of the table that was last made, whether they were told before or not. */
  told(lines: readonly number[], model: Model): readonly SynthesisSource[] {
    return lines.flatMap((id) => {
      const row = this.#rows.get(id);
      if (row === undefined || this.idOf(row.source, model) !== id) return [];
      const told = this.#source(id, row);
      this.#sent.set(id, { row, text: JSON.stringify(told) });
      return [told];
    });
  }

  #column({ tag, name, depth, hasChildren, isOpen }: Column, total: Cell | undefined, entry: { readonly colour?: string; readonly definition?: string } | undefined): SynthesisColumn {
    const { colour, definition } = entry ?? {};
    return { id: this.tags.of(tag), tag, name, depth, hasChildren, isOpen, total: numbersOf(total), ...(colour !== undefined && { colour }), ...(definition !== undefined && { about: definition }) };
  }

  #linesOf({ id, label, rows, totals, passages }: RowGroup, model: Model, grouping: string, closed: ReadonlySet<string>): SynthesisLine[] {
    const name = `${grouping} ${id}`;
    const isOpen = grouping === 'none' || !closed.has(name);
    const lines = isOpen ? rows.map(({ source }) => this.idOf(source, model)) : [];
    if (grouping === 'none') return lines;
    const head = -this.#groups.of(name);
    this.#meanings.set(head, { label, sources: rows.map(({ source }) => source) });
    return [{ id: head, name, label, size: rows.length, isOpen, ...this.#numbers(passages, totals) }, ...lines];
  }

  #numbers(passages: Cell, cells: ReadonlyMap<string, Cell>): RowNumbers {
    return { total: numbersOf(passages), cells: [...cells].flatMap(([tag, cell]) => [this.tags.of(tag), ...numbersOf(cell)]) };
  }

  #source(id: number, { source: { item }, passages, cells }: Row): SynthesisSource {
    return { id, label: sourceLabel(item) || item.id, title: item.title ?? '', ...this.#numbers(passages, cells) };
  }

  /** Those of some sources of which the page does not know what they are now. */
  #changed(ids: readonly number[]): readonly SynthesisSource[] {
    return ids.flatMap((id) => {
      const [row, sent] = [this.#rows.get(id), this.#sent.get(id)];
      if (row === undefined || sent?.row === row) return [];
      const told = this.#source(id, row);
      const text = JSON.stringify(told);
      this.#sent.set(id, { row, text });
      return sent?.text === text ? [] : [told];
    });
  }
}

/** The passages of the fullest cell, of the columns that do not stand for what is shown beside them. */
function mostIn(rows: readonly Row[], columns: readonly Column[]): number {
  const shaded = new Set(columns.filter(({ isOpen }) => !isOpen).map(({ tag }) => tag));
  let most = 0;
  for (const { cells } of rows) for (const [tag, { count }] of cells) if (count > most && shaded.has(tag)) most = count;
  return most;
}
