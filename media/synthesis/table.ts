/** The table of sources and tags. Only what is on the screen is in the page; its place in the whole is said by `aria-rowindex` and `aria-colindex`. */
import type { CellNumbers, SynthesisColumn, SynthesisLine, SynthesisSource, SynthesisView, ToSynthesis } from '../../src/protocol';
import { element } from '../element';
import { scrolledTo, stretchOf } from './state';
import type { Stretch } from './state';
import { cellInWords, counted, depthOf, stanceOf, stanceSigns } from './words';

export type TableData = Extract<ToSynthesis, { kind: 'table' }>;

/** What a person does in the table. A line or column 0 is all of them. */
export type TableActions = {
  open(line: number, column: number, byKey: boolean): void;
  openSource(line: number): void;
  sort(sort: SynthesisView['sort']): void;
  toggleTag(tag: string): void;
  toggleGroup(name: string): void;
  close(): void;
};

/** Sizes in pixels, as in the style sheet. */
const rowHeight = 44;
const columnWidth = 104;
const spare = { rows: 8, columns: 2 };
/** The columns before those of tags: the source, and all its passages. */
const lead = 2;

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
  #data: TableData | undefined;
  #columns: Stretch = { from: 0, to: 0 };
  #most = 0;
  /** The cell that has the focus, or had it last: rows from -1 (the head) to the number of lines (the foot). */
  #active: Place = { row: -1, column: 0 };
  #opened: { readonly line: number; readonly column: number } | undefined;
  #isAwaited = false;

  constructor(actions: TableActions) {
    this.#actions = actions;
    this.#table.append(this.#caption, this.#head, this.#body, this.#foot);
    this.scroller.append(this.#table);
    this.scroller.addEventListener('scroll', () => this.#await(), { passive: true });
    this.#table.addEventListener('keydown', (event) => this.#onKey(event));
    this.#table.addEventListener('mousedown', (event) => this.#onPress(event));
    this.#table.addEventListener('click', (event) => this.#onClick(event));
    this.#table.addEventListener('focus', () => this.focus());
    new ResizeObserver(() => this.#await()).observe(this.scroller);
  }

  /** Takes what the host has told, and shows it. */
  update(data: TableData): void {
    const isFirst = this.#data === undefined;
    const focused = this.#hasFocus();
    this.#data = data;
    for (const source of data.sources) this.#sources.set(source.id, source);
    this.#most = this.#mostOf(data);
    if (isFirst && data.lines.length > 0) this.#active = { row: 0, column: lead };
    this.#active = { row: Math.min(this.#active.row, data.lines.length), column: Math.min(this.#active.column, data.columns.length + lead - 1) };
    this.#table.setAttribute('aria-rowcount', String(data.lines.length + 2));
    this.#table.setAttribute('aria-colcount', String(data.columns.length + lead));
    this.#caption.textContent = `Sources and tags: ${counted(data.sourceCount, 'source')}, ${cellInWords(data.total)}. Arrow keys move, Enter opens the passages of a cell.`;
    this.#showAll();
    if (focused) this.focus();
  }

  /** Marks the cell whose passages are open. */
  mark(opened: { readonly line: number; readonly column: number } | undefined): void {
    this.#opened = opened;
    for (const cell of this.#table.querySelectorAll<HTMLElement>('[aria-selected]')) this.#markCell(cell, opened);
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
    this.#cellAt(this.#active)?.focus({ preventScroll: true });
  }

  get #lines(): readonly SynthesisLine[] {
    return this.#data?.lines ?? [];
  }

  /** The most passages of one cell, among those that are shaded. */
  #mostOf(data: TableData): number {
    let most = 0;
    for (const { cells, group } of data.lines) {
      for (let at = 0; group === undefined && at < cells.length; at += 5) if (data.columns[cells[at] as number]?.isOpen === false) most = Math.max(most, cells[at + 1] as number);
    }
    return most;
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
    this.#rows.clear();
    this.#columns = { from: -1, to: -1 };
    this.#show();
  }

  /** Makes what has come onto the screen and takes away what has left it. */
  #show(): void {
    const data = this.#data;
    if (data === undefined) return;
    const columns = stretchOf(this.scroller.scrollLeft, this.scroller.clientWidth, columnWidth, data.columns.length, spare.columns);
    if (columns.from !== this.#columns.from || columns.to !== this.#columns.to) {
      this.#columns = columns;
      this.#rows.clear();
      this.#head.replaceChildren(this.#headRow(data));
      this.#foot.replaceChildren(this.#footRow(data));
    }
    const hadFocus = this.#hasFocus();
    this.#showRows(stretchOf(this.scroller.scrollTop, this.scroller.clientHeight, rowHeight, data.lines.length, spare.rows), data);
    this.#rove(hadFocus);
  }

  #showRows(rows: Stretch, data: TableData): void {
    for (const [row] of this.#rows) if (row < rows.from || row >= rows.to) this.#rows.delete(row);
    const shown: HTMLElement[] = [gap(rows.from)];
    for (let row = rows.from; row < rows.to; row += 1) {
      const known = this.#rows.get(row) ?? this.#lineRow(data, row);
      this.#rows.set(row, known);
      shown.push(known);
    }
    shown.push(gap(data.lines.length - rows.to));
    this.#body.replaceChildren(...shown);
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
    if (hadFocus && !this.#hasFocus()) (cell ?? this.#table).focus({ preventScroll: true });
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
    return [...first, ...sideGap(from), ...made, ...sideGap(data.columns.length - to), element('td', { 'class': 'rest', 'aria-hidden': 'true' })];
  }

  // --- head and foot ---------------------------------------------------------------------------------------------

  #headRow(data: TableData): HTMLElement {
    const { view } = data;
    const first = [
      this.#headCell(1, 'source', 'Source', view, 'author', 'Sort by author'),
      this.#headCell(2, 'sum', 'Passages', view, 'passages', 'Sort by the number of tagged passages'),
    ];
    return element('tr', { 'aria-rowindex': 1 }, ...this.#withGaps(data, first, (column, place) => this.#tagCell(column, place, view)));
  }

  #headCell(index: number, name: string, label: string, view: SynthesisView, sort: SynthesisView['sort'], title: string): HTMLElement {
    return element('th', { 'scope': 'col', 'class': name, 'aria-colindex': index, 'aria-sort': sortOf(view, sort), title, 'data-sort': sort }, element('span', { class: 'label' }, label), arrow(view, sort));
  }

  #tagCell({ tag, name, depth, hasChildren, isOpen, colour, about }: SynthesisColumn, place: number, view: SynthesisView): HTMLElement {
    const above = depth === 0 ? undefined : element('span', { class: 'above' }, `${depth > 1 ? '…/' : ''}${tag.split('/').at(-2) ?? ''}/`);
    const toggle = hasChildren ? element('span', { class: 'toggle', 'data-tag': tag, title: isOpen ? 'Hide the tags under it (Space)' : 'Show the tags under it (Space)' }, isOpen ? '▾' : '▸') : undefined;
    const said = `#${tag}${hasChildren ? `, with ${isOpen ? 'its tags shown; Space hides them' : 'more tags under it; Space shows them'}` : ''}`;
    const cell = element('th', { 'scope': 'col', 'class': isOpen ? 'tag opened' : 'tag', 'aria-colindex': place + lead + 1, 'aria-sort': sortOf(view, `#${tag}`), 'aria-label': said, 'title': about ?? `#${tag}`, 'data-sort': `#${tag}` },
      element('span', { class: 'label' }, above, toggle, name), arrow(view, `#${tag}`));
    if (colour !== undefined) cell.style.setProperty('--tag', colour);
    return cell;
  }

  #footRow(data: TableData): HTMLElement {
    const first = [
      element('th', { 'scope': 'row', 'class': 'source', 'aria-colindex': 1 }, element('span', { class: 'name' }, `All ${counted(data.sourceCount, 'source')}`)),
      this.#numberCell('td', data.total, 2, { line: 0, column: 0 }, 'sum'),
    ];
    return element('tr', { 'aria-rowindex': data.lines.length + 2 }, ...this.#withGaps(data, first, ({ id, total }, place) => this.#numberCell('td', total, place + lead + 1, { line: 0, column: id }, 'total')));
  }

  // --- rows ------------------------------------------------------------------------------------------------------

  #lineRow(data: TableData, row: number): HTMLElement {
    const line = data.lines[row] as SynthesisLine;
    const byPlace = new Map<number, CellNumbers>();
    for (let at = 0; at < line.cells.length; at += 5) byPlace.set(line.cells[at] as number, line.cells.slice(at + 1, at + 5) as unknown as CellNumbers);
    const first = [this.#rowHead(line), this.#numberCell('td', line.total, 2, { line: line.id, column: 0 }, 'sum')];
    return element('tr', { 'aria-rowindex': row + 2, 'class': line.group === undefined ? undefined : 'group', 'data-row': row },
      ...this.#withGaps(data, first, ({ id, isOpen }, place) => this.#numberCell('td', byPlace.get(place) ?? [0, 0, 0, 0], place + lead + 1, { line: line.id, column: id }, isOpen ? 'opened' : '', line.group === undefined && !isOpen)));
  }

  #rowHead({ id, group }: SynthesisLine): HTMLElement {
    if (group !== undefined) {
      return element('th', { 'scope': 'rowgroup', 'class': 'source', 'aria-colindex': 1, 'aria-expanded': String(group.isOpen), 'title': group.isOpen ? 'Hide its sources (Enter)' : 'Show its sources (Enter)' },
        element('span', { class: 'name' }, element('span', { 'class': 'toggle', 'aria-hidden': 'true' }, group.isOpen ? '▾' : '▸'), group.label, element('span', { class: 'size' }, ` ${counted(group.size, 'source')}`)));
    }
    const { label = '', title = '' } = this.#sources.get(id) ?? {};
    return element('th', { 'scope': 'row', 'class': 'source', 'aria-colindex': 1, 'title': `${label}${title === label ? '' : `\n${title}`}\nEnter opens the source` },
      element('span', { class: 'name' }, label), title === label || title === '' ? undefined : element('span', { class: 'title' }, title));
  }

  #numberCell(tag: 'td', numbers: CellNumbers, index: number, at: { readonly line: number; readonly column: number }, name: string, isShaded = false): HTMLElement {
    const [count] = numbers;
    const stance = stanceOf(numbers);
    const cell = element(tag, {
      'class': [name, isShaded ? `deep${depthOf(count, this.#most)}` : ''].join(' ').trim() || undefined, 'aria-colindex': index, 'data-line': at.line, 'data-column': at.column,
      'aria-label': count === 0 ? 'none' : cellInWords(numbers), 'title': count === 0 ? undefined : cellInWords(numbers), 'aria-selected': 'false',
    });
    if (count > 0) cell.append(element('span', { class: 'count' }, count.toLocaleString('en-GB')));
    if (stance !== undefined) cell.append(element('span', { class: `sign ${stance}` }, stanceSigns[stance]));
    this.#markCell(cell, this.#opened);
    return cell;
  }

  #markCell(cell: HTMLElement, opened: { readonly line: number; readonly column: number } | undefined): void {
    cell.setAttribute('aria-selected', String(opened !== undefined && cell.dataset['line'] === String(opened.line) && cell.dataset['column'] === String(opened.column)));
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
    if (line?.group !== undefined && column === 0) return this.#actions.toggleGroup(line.group.name);
    if (line !== undefined && column === 0) return this.#actions.openSource(line.id);
    if (cell?.dataset['line'] !== undefined && cell.textContent !== '') this.#actions.open(Number(cell.dataset['line']), Number(cell.dataset['column']), byKey);
  }

  #roomForRows(): number {
    return this.scroller.clientHeight - this.#head.offsetHeight - this.#foot.offsetHeight;
  }

  #scrollToActive(): void {
    const { row, column } = this.#active;
    const fixed = [...this.#head.querySelectorAll<HTMLElement>('.source, .sum')].reduce((width, cell) => width + cell.offsetWidth, 0);
    if (row >= 0 && row < this.#lines.length) this.scroller.scrollTop = scrolledTo(row, this.scroller.scrollTop, this.#roomForRows(), rowHeight);
    if (column >= lead) this.scroller.scrollLeft = scrolledTo(column - lead, this.scroller.scrollLeft, Math.max(columnWidth, this.scroller.clientWidth - fixed), columnWidth);
  }
}

const sortOf = (view: SynthesisView, sort: string): string => (view.sort !== sort ? 'none' : view.down ? 'descending' : 'ascending');

const arrow = (view: SynthesisView, sort: string): HTMLElement => element('span', { 'class': 'arrow', 'aria-hidden': 'true' }, view.sort !== sort ? '' : view.down ? '↓' : '↑');

/** The place of rows that are not in the page. */
function gap(rows: number): HTMLElement {
  const row = element('tr', { 'class': 'gap', 'aria-hidden': 'true' });
  row.style.height = `${rows * rowHeight}px`;
  return row;
}

/** The place of columns that are not in the page. */
function sideGap(columns: number): HTMLElement[] {
  if (columns <= 0) return [];
  const cell = element('td', { 'class': 'gap', 'aria-hidden': 'true' });
  cell.style.width = `${columns * columnWidth}px`;
  cell.style.minWidth = `${columns * columnWidth}px`;
  return [cell];
}
