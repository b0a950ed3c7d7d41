/** The table of sources and tags. Only what is on the screen is in the page; its place in the whole is said by `aria-rowindex` and `aria-colindex`. */
import type { SynthesisColumn, SynthesisGroup, SynthesisLine, SynthesisSource, SynthesisView, ToSynthesis } from '../../src/protocol';
import { element } from '../element';
import { columnGap, columnWidth, footHead, groupHead, isNamed, lead, leadHeads, numberCell, numbersOf, rowGap, rowHead, rowHeight, sumWidth, tagHead } from './cells';
import type { CellName } from './cells';
import { scrolledTo, stretchOf } from './state';
import type { Stretch } from './state';
import { cellInWords, counted } from './words';

export type TableData = Extract<ToSynthesis, { kind: 'table' }>;

/** What a person does in the table. A line or column 0 is all of them. */
export type TableActions = {
  open(line: number, column: number, byKey: boolean): void;
  openSource(line: number): void;
  /** Some lines are wanted on the screen and are not known yet. */
  want(lines: readonly number[]): void;
  sort(sort: SynthesisView['sort']): void;
  toggleTag(tag: string): void;
  toggleGroup(name: string): void;
  close(): void;
};

/** So many rows and columns are made at a time. */
const spare = { rows: 4, columns: 2 };
/** So many rows stand ready above and below those on the screen, since a turn of the wheel is shown before the page hears of it. */
const ready = 12;
/** So many rows above and below the screen are asked for before they come onto it. */
const ahead = 100;

/** Where a cell of one table stands in the next; where its row or column is gone, what has come into its place. */
function sameIn(before: TableData, now: TableData, { row, column }: Place): Place {
  const idOf = (line: SynthesisLine | undefined): number | undefined => (typeof line === 'number' ? line : line?.id);
  const [line, tag] = [idOf(before.lines[row]), before.columns[column - lead]?.id];
  const [newRow, newColumn] = [line === undefined ? -1 : now.lines.findIndex((one) => idOf(one) === line), tag === undefined ? -1 : now.columns.findIndex(({ id }) => id === tag)];
  const isFoot = row >= before.lines.length;
  return {
    row: newRow >= 0 ? newRow : isFoot ? now.lines.length : Math.min(row, now.lines.length),
    column: newColumn >= 0 ? newColumn + lead : Math.min(column, now.columns.length + lead - 1),
  };
}

/** A source that is not known yet. */
const unknown = { label: '', title: '', total: [0, 0, 0, 0], cells: [] } as const satisfies Omit<SynthesisSource, 'id'>;

type Place = { readonly row: number; readonly column: number };

export class SynthesisTable {
  readonly scroller = element('div', { class: 'scroller' });
  readonly #table = element('table', { role: 'grid' });
  readonly #caption = element('caption', { class: 'unseen' });
  readonly #head = element('thead');
  readonly #body = element('tbody');
  readonly #foot = element('tfoot');
  readonly #actions: TableActions;
  readonly #sources = new Map<number, SynthesisSource>();
  readonly #rows = new Map<number, HTMLElement>();
  readonly #asked = new Set<number>();
  #data: TableData | undefined;
  readonly #above = rowGap();
  readonly #below = rowGap();
  #columns: Stretch = { from: -1, to: -1 };
  #rowsShown: Stretch = { from: -1, to: -1 };
  /** The cell that has the focus, or had it last: rows from -1 (the head) to the number of lines (the foot). */
  #active: Place = { row: -1, column: 0 };
  #opened: CellName | undefined;
  #isAwaited = false;
  /** The table has the focus in place of a cell that was scrolled away: nobody has asked to go back to it. */
  #isHolding = false;

  constructor(actions: TableActions) {
    this.#actions = actions;
    this.#table.append(this.#caption, this.#head, this.#body, this.#foot);
    this.scroller.append(this.#table);
    this.scroller.addEventListener('scroll', () => this.#await(), { passive: true });
    this.#table.addEventListener('keydown', (event) => this.#onKey(event));
    this.#table.addEventListener('mousedown', (event) => this.#onPress(event));
    this.#table.addEventListener('click', (event) => this.#onClick(event));
    this.#table.addEventListener('focus', () => { if (!this.#isHolding) this.focus(); });
    new ResizeObserver(() => this.#onResize()).observe(this.scroller);
  }

  /** Takes what the host has told, and shows it. */
  update(data: TableData): void {
    const before = this.#data;
    const focused = this.#hasFocus();
    this.#data = data;
    for (const source of data.sources) this.#sources.set(source.id, source);
    this.#asked.clear();
    this.#active = before === undefined ? { row: data.lines.length > 0 ? 0 : -1, column: data.columns.length > 0 ? lead : 0 } : sameIn(before, data, this.#active);
    this.#table.style.setProperty('--columns', String(data.columns.length));
    this.#table.setAttribute('aria-rowcount', String(data.lines.length + 2));
    this.#table.setAttribute('aria-colcount', String(data.columns.length + lead));
    this.#caption.textContent = `Sources and tags: ${counted(data.sourceCount, 'source')}, ${cellInWords(data.total)}. Arrow keys move, Enter opens the passages of a cell.`;
    this.#showAll();
    if (focused) this.focus();
  }

  /** Takes rows that were wanted, and shows those that are on the screen, each in its place: were they taken away first, the table would be too short to stand where it does. */
  take(sources: readonly SynthesisSource[]): void {
    const hadFocus = this.#hasFocus();
    for (const source of sources) this.#sources.set(source.id, source);
    for (const [row, shown] of this.#rows) {
      if (this.#data === undefined || shown.ariaBusy !== 'true' || !this.#sources.has(this.#lines[row] as number)) continue;
      const known = this.#lineRow(this.#data, row);
      shown.replaceWith(known);
      this.#rows.set(row, known);
    }
    this.#rove(hadFocus);
  }

  /** Marks the cell whose passages are open, and keeps the active one on the screen beside them. */
  mark(opened: CellName | undefined): void {
    this.#opened = opened;
    for (const cell of this.#table.querySelectorAll<HTMLElement>('td[aria-selected]')) this.#marked(cell);
    if (opened !== undefined) this.#scrollToActive();
  }

  /** Scrolls to a column, by its number. */
  reveal(column: number): void {
    const place = this.#data?.columns.findIndex(({ id }) => id === column) ?? -1;
    if (place < 0) return;
    this.#active = { row: this.#data?.lines.length ?? 0, column: place + lead };
    this.#scrollToActive();
  }

  /** Puts the focus on the active cell; scrolls to it first. */
  focus(): void {
    this.#scrollToActive();
    this.#show();
    this.#rove(false);
    this.#cellAt(this.#active)?.focus({ preventScroll: true });
  }

  get #lines(): readonly SynthesisLine[] {
    return this.#data?.lines ?? [];
  }

  /** The cell whose passages are open stays on the screen. */
  #onResize(): void {
    if (this.#opened !== undefined && !this.scroller.hidden) this.#scrollToActive();
    this.#await();
  }

  // --- what is on the screen -------------------------------------------------------------------------------------

  #await(): void {
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    requestAnimationFrame(() => {
      this.#isAwaited = false;
      this.#show();
    });
  }

  #showAll(): void {
    this.#columns = { from: -1, to: -1 };
    this.#rowsShown = { from: -1, to: -1 };
    this.#show();
  }

  /** Makes what has come onto the screen and takes away what has left it. */
  #show(hadFocus = this.#hasFocus()): void {
    const data = this.#data;
    if (data === undefined) return;
    // Where the table stands is read before anything is taken away: without its rows it would be too short to stand there.
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.scroller;
    const columns = stretchOf(Math.max(0, scrollLeft - sumWidth), clientWidth, columnWidth, data.columns.length, spare.columns);
    const hasOtherColumns = columns.from !== this.#columns.from || columns.to !== this.#columns.to;
    if (hasOtherColumns) {
      this.#columns = columns;
      this.#rowsShown = { from: -1, to: -1 };
      this.#forgetRows();
      this.#head.replaceChildren(this.#headRow(data));
      this.#foot.replaceChildren(this.#footRow(data));
    }
    const rows = stretchOf(scrollTop - ready * rowHeight, clientHeight + 2 * ready * rowHeight, rowHeight, data.lines.length, spare.rows);
    if (rows.from === this.#rowsShown.from && rows.to === this.#rowsShown.to) return;
    this.#rowsShown = rows;
    this.#showRows(rows, data);
    // While its rows were away a browser may have laid the table out, and moved it to where its head alone would end.
    if (hasOtherColumns) this.scroller.scrollTop = scrollTop;
    this.#want(rows, data);
    this.#rove(hadFocus);
  }

  /** Rows that stay are not touched, so that the browser has only to lay out those that are new. */
  #showRows({ from, to }: Stretch, data: TableData): void {
    for (const [row, shown] of this.#rows) {
      if (row >= from && row < to) continue;
      shown.remove();
      this.#rows.delete(row);
    }
    let next: Element = this.#below;
    for (let row = to - 1; row >= from; row -= 1) {
      const shown = this.#rows.get(row) ?? this.#lineRow(data, row);
      if (!this.#rows.has(row)) next.before(shown);
      this.#rows.set(row, shown);
      next = shown;
    }
    this.#above.style.height = `${from * rowHeight}px`;
    this.#below.style.height = `${(data.lines.length - to) * rowHeight}px`;
  }

  /** Asks for what is on the screen and not known, and for what is near it. */
  #want({ from, to }: Stretch, data: TableData): void {
    const isWanted = (line: SynthesisLine): line is number => typeof line === 'number' && !this.#sources.has(line) && !this.#asked.has(line);
    const near = data.lines.slice(Math.max(0, from - ahead), to + ahead).filter(isWanted);
    const isNeeded = near.length >= ahead / 2 || data.lines.slice(from, to).some(isWanted);
    if (!isNeeded) return;
    for (const line of near) this.#asked.add(line);
    this.#actions.want(near);
  }

  #forgetRows(): void {
    this.#rows.clear();
    this.#body.replaceChildren(this.#above, this.#below);
  }

  /** One cell is in the order of the Tab key; where it is not on the screen, the table itself. */
  #rove(hadFocus: boolean): void {
    for (const one of this.#table.querySelectorAll('[tabindex="0"]')) one.removeAttribute('tabindex');
    const cell = this.#cellAt(this.#active);
    if (cell === undefined) this.#table.setAttribute('tabindex', '0');
    else {
      this.#table.removeAttribute('tabindex');
      cell.setAttribute('tabindex', '0');
    }
    const isBack = document.activeElement === this.#table && cell !== undefined;
    if (!hadFocus || (this.#hasFocus() && !isBack)) return;
    this.#isHolding = true;
    (cell ?? this.#table).focus({ preventScroll: true });
    this.#isHolding = false;
  }

  #hasFocus(): boolean {
    return document.activeElement === this.#table || this.#table.contains(document.activeElement);
  }

  #cellAt({ row, column }: Place): HTMLElement | undefined {
    const line = row < 0 ? this.#head.firstElementChild : row >= this.#lines.length ? this.#foot.firstElementChild : this.#rows.get(row);
    return line?.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`) ?? undefined;
  }

  #withGaps(data: TableData, first: readonly HTMLElement[], make: (column: SynthesisColumn, place: number) => HTMLElement): HTMLElement[] {
    const { from, to } = this.#columns;
    const made = data.columns.slice(from, to).map((column, index) => make(column, from + index));
    return [...first, ...columnGap(from), ...made, ...columnGap(data.columns.length - to), element('td', { 'class': 'rest', 'aria-hidden': 'true' })];
  }

  #headRow(data: TableData): HTMLElement {
    return element('tr', { 'aria-rowindex': 1 }, ...this.#withGaps(data, leadHeads(data.view), (column, place) => tagHead(column, place, data.view)));
  }

  #footRow(data: TableData): HTMLElement {
    const first = [footHead(data.sourceCount), this.#marked(numberCell(data.total, 2, { line: 0, column: 0 }, 'sum'))];
    return element('tr', { 'aria-rowindex': data.lines.length + 2 }, ...this.#withGaps(data, first, ({ id, total }, place) => this.#marked(numberCell(total, place + lead + 1, { line: 0, column: id }, 'total'))));
  }

  #lineRow(data: TableData, row: number): HTMLElement {
    const line = data.lines[row] as SynthesisLine;
    const isGroup = typeof line !== 'number';
    const known = isGroup ? line : this.#sources.get(line);
    const shown = known ?? { ...unknown, id: line as number };
    const numbers = numbersOf(shown);
    const first = [isGroup ? groupHead(line) : rowHead(shown as SynthesisSource), this.#marked(numberCell(shown.total, 2, { line: shown.id, column: 0 }, 'sum'))];
    return element('tr', { 'aria-rowindex': row + 2, 'class': isGroup ? 'group' : undefined, 'aria-busy': known === undefined ? 'true' : undefined }, ...this.#withGaps(data, first, ({ id, isOpen }, place) =>
      this.#marked(numberCell(numbers.get(id) ?? unknown.total, place + lead + 1, { line: shown.id, column: id }, isOpen ? 'opened' : '', isGroup || isOpen ? 0 : data.most))));
  }

  #marked(cell: HTMLElement): HTMLElement {
    if (isNamed(cell, this.#opened)) cell.setAttribute('aria-selected', 'true');
    else if (cell.ariaSelected === 'true') cell.setAttribute('aria-selected', 'false');
    return cell;
  }

  // --- keyboard and mouse ----------------------------------------------------------------------------------------

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const act = this.#moveOf(event) ?? this.#actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #moveOf({ key, ctrlKey }: KeyboardEvent): (() => void) | undefined {
    const [bottom, right] = [this.#lines.length, (this.#data?.columns.length ?? 0) + lead - 1];
    const { row, column } = this.#active;
    const page = Math.max(1, Math.floor(this.#roomForRows() / rowHeight) - 1);
    const moves: { readonly [key: string]: Place } = {
      ArrowUp: { row: row - 1, column }, ArrowDown: { row: row + 1, column }, ArrowLeft: { row, column: column - 1 }, ArrowRight: { row, column: column + 1 },
      PageUp: { row: Math.max(0, row - page), column }, PageDown: { row: row + page, column },
      Home: { row: ctrlKey ? 0 : row, column: 0 }, End: { row: ctrlKey ? bottom : row, column: right },
    };
    const to = moves[key];
    if (to === undefined || (ctrlKey && key !== 'Home' && key !== 'End')) return undefined;
    return () => {
      this.#active = { row: Math.max(-1, Math.min(bottom, to.row)), column: Math.max(0, Math.min(right, to.column)) };
      this.focus();
    };
  }

  #actOf({ key, ctrlKey }: KeyboardEvent): (() => void) | undefined {
    if (ctrlKey) return undefined;
    const cell = this.#cellAt(this.#active);
    if (key === 'Enter') return () => this.#activate(this.#active, true);
    if (key === 'Escape') return () => this.#actions.close();
    if (key !== ' ') return undefined;
    const tag = cell?.querySelector<HTMLElement>('[data-tag]')?.dataset['tag'];
    return () => (tag === undefined ? this.#activate(this.#active, true) : this.#actions.toggleTag(tag));
  }

  /** The cell under the mouse gets the focus before the editor’s page looks for something else to give it to. */
  #onPress({ target }: MouseEvent): void {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[aria-colindex]') : null;
    const line = cell?.closest('tr');
    if (cell === null || line === null || line === undefined) return;
    this.#active = { row: Number(line.getAttribute('aria-rowindex')) - 2, column: Number(cell.getAttribute('aria-colindex')) - 1 };
    this.#rove(false);
  }

  #onClick({ target }: MouseEvent): void {
    if (!(target instanceof HTMLElement)) return;
    const tag = target.dataset['tag'];
    if (tag !== undefined) return this.#actions.toggleTag(tag);
    if (target.closest('[aria-colindex]') !== null) this.#activate(this.#active, false);
  }

  #activate({ row, column }: Place, byKey: boolean): void {
    const cell = this.#cellAt({ row, column });
    const sort = cell?.dataset['sort'];
    if (sort !== undefined) return this.#actions.sort(sort as SynthesisView['sort']);
    const line = this.#lines[row];
    if (typeof line === 'number' && column === 0) return this.#actions.openSource(line);
    if (line !== undefined && column === 0) return this.#actions.toggleGroup((line as SynthesisGroup).name);
    if (cell?.dataset['line'] !== undefined && cell.textContent !== '') this.#actions.open(Number(cell.dataset['line']), Number(cell.dataset['column']), byKey);
  }

  #roomForRows(): number {
    return this.scroller.clientHeight - this.#head.offsetHeight - this.#foot.offsetHeight;
  }

  #scrollToActive(): void {
    const { row, column } = this.#active;
    const room = this.scroller.clientWidth - (this.#head.querySelector<HTMLElement>('.source')?.offsetWidth ?? 0);
    if (row >= 0 && row < this.#lines.length) this.scroller.scrollTop = scrolledTo(row, this.scroller.scrollTop, this.#roomForRows(), rowHeight);
    if (column < lead) this.scroller.scrollLeft = 0;
    else this.scroller.scrollLeft = sumWidth + scrolledTo(column - lead, this.scroller.scrollLeft - sumWidth, Math.max(columnWidth, room), columnWidth);
  }
}
