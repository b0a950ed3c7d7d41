/** The table as the page is told of it. */
import { arrange, columnsOf, forestOf, tagComparer } from '../../core/synthesis';
import type { Cell, Column, RowGroup } from '../../core/synthesis';
import type { Source } from '../../core/library';
import { sourceLabel } from '../../host/nodes';
import type { CellNumbers, SynthesisColumn, SynthesisLine, SynthesisSource, SynthesisView, ToSynthesis } from '../../protocol';
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
  #meanings = new Map<number, LineMeaning>();

  /** Every source is told again, as to a page that was loaded anew. */
  forgetSent(): void {
    this.#sent.clear();
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
    const places = new Map(columns.map(({ tag }, place) => [tag, place]));
    this.#meanings = new Map();
    const closed = new Set(view.closedGroups);
    const lines = arrange(rows, view).flatMap((group) => this.#linesOf(group, model, view.group, places, closed));
    return {
      kind: 'table', view, sources: this.#newSources(rows.map(({ source }) => source), model), columns: columns.map((column) => this.#column(column, totals.get(column.tag), entries.get(column.tag))),
      lines, total: numbersOf(passages), sourceCount: rows.length, library, refused,
    };
  }

  #column({ tag, name, depth, hasChildren, isOpen }: Column, total: Cell | undefined, entry: { readonly colour?: string; readonly definition?: string } | undefined): SynthesisColumn {
    const { colour, definition } = entry ?? {};
    return { id: this.tags.of(tag), tag, name, depth, hasChildren, isOpen, total: numbersOf(total), ...(colour !== undefined && { colour }), ...(definition !== undefined && { about: definition }) };
  }

  #linesOf({ id, label, rows, totals, passages }: RowGroup, model: Model, grouping: string, places: ReadonlyMap<string, number>, closed: ReadonlySet<string>): SynthesisLine[] {
    const name = `${grouping} ${id}`;
    const isOpen = grouping === 'none' || !closed.has(name);
    const lines = isOpen ? rows.map(({ source, cells, passages: own }) => this.#line(this.idOf(source, model), { label: sourceLabel(source.item), sources: [source] }, own, cells, places)) : [];
    if (grouping === 'none') return lines;
    const head = this.#line(-this.#groups.of(name), { label, sources: rows.map(({ source }) => source) }, passages, totals, places);
    return [{ ...head, group: { name, label, size: rows.length, isOpen } }, ...lines];
  }

  #line(id: number, meaning: LineMeaning, passages: Cell, cells: ReadonlyMap<string, Cell>, places: ReadonlyMap<string, number>): SynthesisLine {
    this.#meanings.set(id, meaning);
    const numbers: number[] = [];
    for (const [tag, cell] of cells) {
      const place = places.get(tag);
      if (place !== undefined) numbers.push(place, cell.count, cell.for, cell.against, cell.mixed);
    }
    return { id, total: numbersOf(passages), cells: numbers };
  }

  #newSources(sources: readonly Source[], model: Model): readonly SynthesisSource[] {
    return sources.flatMap((source) => {
      const told = { id: this.idOf(source, model), label: sourceLabel(source.item) || source.item.id, title: source.item.title ?? '' };
      const text = `${told.label}\n${told.title}`;
      if (this.#sent.get(told.id) === text) return [];
      this.#sent.set(told.id, text);
      return [told];
    });
  }
}
