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

export class Lines {
  readonly tags = new Ids<string>();
  readonly #sources = new Ids<string>();
  readonly #groups = new Ids<string>();
  readonly #sent = new Map<number, string>();
  #told = new WeakSet<Row>();
  #meanings = new Map<number, LineMeaning>();

  /** Every source is told again, as to a page that was loaded anew. */
  forgetSent(): void {
    this.#sent.clear();
    this.#told = new WeakSet();
  }

  /** What a line of the table that was last made stands for. */
  meaningOf(line: number): LineMeaning | undefined {
    return this.#meanings.get(line);
  }

  /** The number of a source. */
  idOf(source: Source, model: Model): number {
    return this.#sources.of(`${model.homes.get(source)?.folder.uri.toString() ?? ''} ${source.handle}`);
  }

  table(model: Model, view: SynthesisView): Table {
    const { matrix: { rows, totals, passages }, library, refused, entries } = model;
    const columns = columnsOf(forestOf(totals.keys(), tagComparer(view.tagOrder, (tag) => totals.get(tag)?.count ?? 0)), new Set(view.closedTags));
    this.#meanings = new Map();
    const closed = new Set(view.closedGroups);
    const lines = arrange(rows, view).flatMap((group) => this.#linesOf(group, model, view.group, closed));
    return {
      kind: 'table', view, sources: this.#newSources(rows, model), columns: columns.map((column) => this.#column(column, totals.get(column.tag), entries.get(column.tag))),
      lines, total: numbersOf(passages), sourceCount: rows.length, library, refused,
    };
  }

  #column({ tag, name, depth, hasChildren, isOpen }: Column, total: Cell | undefined, entry: { readonly colour?: string; readonly definition?: string } | undefined): SynthesisColumn {
    const { colour, definition } = entry ?? {};
    return { id: this.tags.of(tag), tag, name, depth, hasChildren, isOpen, total: numbersOf(total), ...(colour !== undefined && { colour }), ...(definition !== undefined && { about: definition }) };
  }

  #linesOf({ id, label, rows, totals, passages }: RowGroup, model: Model, grouping: string, closed: ReadonlySet<string>): SynthesisLine[] {
    const name = `${grouping} ${id}`;
    const isOpen = grouping === 'none' || !closed.has(name);
    const sources = rows.map(({ source }) => source);
    const lines = isOpen ? sources.map((source) => this.#lineOf(source, model)) : [];
    if (grouping === 'none') return lines;
    const head = -this.#groups.of(name);
    this.#meanings.set(head, { label, sources });
    return [{ id: head, name, label, size: rows.length, isOpen, ...this.#numbers(passages, totals) }, ...lines];
  }

  #lineOf(source: Source, model: Model): number {
    const id = this.idOf(source, model);
    this.#meanings.set(id, { label: sourceLabel(source.item), sources: [source] });
    return id;
  }

  #numbers(passages: Cell, cells: ReadonlyMap<string, Cell>): RowNumbers {
    return { total: numbersOf(passages), cells: [...cells].flatMap(([tag, cell]) => [this.tags.of(tag), ...numbersOf(cell)]) };
  }

  /** A row that was told is not told again while it is the same. */
  #newSources(rows: readonly Row[], model: Model): readonly SynthesisSource[] {
    return rows.flatMap((row) => {
      if (this.#told.has(row)) return [];
      this.#told.add(row);
      const { source, passages, cells } = row;
      const told = { id: this.idOf(source, model), label: sourceLabel(source.item) || source.item.id, title: source.item.title ?? '', ...this.#numbers(passages, cells) };
      const text = JSON.stringify(told);
      if (this.#sent.get(told.id) === text) return [];
      this.#sent.set(told.id, text);
      return [told];
    });
  }
}
