/** The table of review in its web view: what the host sends is shown, what a person does is told to the host. */
import type { EditableCell, FromReviewTable, ReviewRow, RowDoubt, ToReviewTable } from '../../src/protocol';
import { element } from '../element';
import { counts, firstView, isDoubtful, pageLength, rowsOf, type Column, type Scope, type View } from './state';

declare function acquireVsCodeApi(): { postMessage(message: FromReviewTable): void; getState(): unknown; setState(state: View): void };

const host = acquireVsCodeApi();
const rows = new Map<number, ReviewRow>();
let view: View = { ...firstView, ...(host.getState() as Partial<View> | undefined) };
let types: readonly (readonly [string, string])[] = [];
let hasFresh = false;
let isLoaded = false;
let editing: { readonly id: number; readonly cell: EditableCell } | undefined;

const columns: readonly { readonly column: Column; readonly name: string; readonly title: string }[] = [
  { column: 'sure', name: 'Sure', title: 'How sure the least sure field is' },
  { column: 'key', name: 'Key', title: 'Citation key; opens the source' },
  { column: 'author', name: 'Author', title: 'Family, Given; Family, Given' },
  { column: 'issued', name: 'Year', title: 'Year or date' },
  { column: 'title', name: 'Title', title: 'Title' },
  { column: 'container-title', name: 'In', title: 'Journal or book' },
  { column: 'type', name: 'Type', title: 'Type of the source' },
  { column: 'doubts', name: 'To look at', title: 'What is unsure, and why' },
];
const isEditable = (column: Column): column is EditableCell => column !== 'sure' && column !== 'key' && column !== 'doubts';
const scopes: { readonly [S in Scope]: string } = { doubtful: 'To look at', fresh: 'This paste', all: 'All sources' };

// --- the frame, made once ----------------------------------------------------------------------------------------

const words = element('input', { type: 'search', placeholder: 'Filter by any word', 'aria-label': 'Filter the sources', value: view.words, oninput: () => show({ words: words.value, page: 0 }) });
const scope = element('select', { 'aria-label': 'Which sources', onchange: () => show({ scope: scope.value as Scope, page: 0 }) });
const undo = element('button', { class: 'quiet', disabled: true, title: 'Undo the last change of this table (Ctrl+Z)', onclick: () => host.postMessage({ kind: 'undo' }) }, 'Undo');
const acceptShown = element('button', { onclick: () => acceptAll() }, 'Accept Shown');
const status = element('p', { class: 'status', role: 'status' });
const head = element('tr', { role: 'row' });
const body = element('tbody', { role: 'rowgroup' });
const table = element('table', { role: 'grid', 'aria-label': 'Sources to review', onkeydown: (event) => onKey(event as KeyboardEvent) }, element('thead', { role: 'rowgroup' }, head), body);
const empty = element('div', { class: 'empty', hidden: true });
const pages = element('nav', { class: 'pages', 'aria-label': 'Pages of the table' });
document.getElementById('review')?.append(
  element('header', {}, element('div', { class: 'tools' }, scope, words, acceptShown, undo), status), table, empty, pages,
);

// --- showing -----------------------------------------------------------------------------------------------------

let shown: readonly ReviewRow[] = [];

function show(change: Partial<View> = {}): void {
  view = { ...view, ...change };
  const all = rowsOf(rows.values(), view);
  const last = Math.max(0, Math.ceil(all.length / pageLength) - 1);
  view = { ...view, page: Math.min(view.page, last) };
  host.setState(view);
  const focused = focusedCell();
  const from = view.page * pageLength;
  shown = all.slice(from, from + pageLength);
  showScopes();
  showHead();
  table.hidden = shown.length === 0;
  table.setAttribute('aria-rowcount', String(all.length + 1));
  body.replaceChildren(...shown.map((row, index) => rowElement(row, from + index)));
  acceptShown.disabled = !shown.some(isDoubtful);
  acceptShown.title = `Accept the ${shown.length} sources on this page: nothing of them has to be looked at any more`;
  showEmpty(all.length);
  showPages(all.length, last);
  if (focused !== undefined) focusCell(focused.row, focused.column);
}

function showScopes(): void {
  const count = counts(rows.values());
  const names = (Object.keys(scopes) as Scope[]).filter((name) => name !== 'fresh' || hasFresh);
  scope.replaceChildren(...names.map((name) => element('option', { value: name, selected: name === view.scope }, `${scopes[name]} (${count[name]})`)));
}

function showHead(): void {
  head.replaceChildren(...columns.map(({ column, name, title }) => {
    const isSorted = view.column === column;
    const arrow = element('span', { class: 'arrow', 'aria-hidden': 'true' }, isSorted ? (view.down ? ' ↓' : ' ↑') : '');
    const sort = (): void => show({ column, down: isSorted && !view.down, page: 0 });
    return element('th', { role: 'columnheader', scope: 'col', class: `c-${column}`, title, 'aria-sort': isSorted ? (view.down ? 'descending' : 'ascending') : 'none' },
      element('button', { class: 'sort', onclick: sort }, name, arrow));
  }), element('th', { role: 'columnheader', scope: 'col', class: 'c-actions' }, element('span', { class: 'unseen' }, 'Actions')));
}

function showEmpty(count: number): void {
  empty.hidden = count > 0 || !isLoaded;
  if (empty.hidden) return;
  const said = view.words !== '' ? ['No source matches the filter.', 'Clear it, or choose other sources above.']
    : rows.size === 0 ? ['There are no sources yet.', 'Copy a page, a record or a list of references and use “Commonplace: Paste Sources”.']
      : ['Nothing to look at.', 'Every field of every source is sure or was accepted. New pastes will show here what they are unsure of.'];
  empty.replaceChildren(element('h2', {}, said[0]), element('p', {}, said[1]));
}

function showPages(count: number, last: number): void {
  pages.hidden = last === 0;
  const from = view.page * pageLength;
  const go = (page: number, name: string): HTMLElement => element('button', { class: 'quiet', disabled: page < 0 || page > last, onclick: () => show({ page }) }, name);
  pages.replaceChildren(go(0, 'First'), go(view.page - 1, 'Previous'), element('span', {}, `${from + 1}–${Math.min(count, from + pageLength)} of ${count}`), go(view.page + 1, 'Next'), go(last, 'Last'));
}

function rowElement(row: ReviewRow, index: number): HTMLElement {
  return element('tr', { 'role': 'row', 'data-id': row.id, 'aria-rowindex': index + 2 }, ...columns.map(({ column, name }) => cellElement(row, column, name)), actionsOf(row));
}

function cellElement(row: ReviewRow, column: Column, name: string): HTMLElement {
  const doubt = row.doubts.find(({ field }) => field === column);
  const cell = element('td', {
    'role': 'gridcell', 'class': `c-${column}${doubt === undefined ? '' : ' doubted'}`, 'data-column': column, 'data-name': name, 'tabindex': -1,
    'title': doubt === undefined ? undefined : doubt.why, 'aria-readonly': isEditable(column) ? undefined : 'true',
    'ondblclick': () => (isEditable(column) ? edit(row, column) : undefined),
  });
  cell.append(...contentOf(row, column));
  return cell;
}

function contentOf(row: ReviewRow, column: Column): (Node | string)[] {
  if (column === 'sure') return sureness(row);
  if (column === 'key') return [element('button', { class: 'link', title: 'Open the source', tabindex: -1, onclick: () => host.postMessage({ kind: 'open', id: row.id }) }, row.key)];
  if (column === 'doubts') return [doubtsOf(row)];
  if (editing?.id === row.id && editing.cell === column) return [editor(row, column)];
  const text = column === 'type' ? types.find(([type]) => type === row.cells.type)?.[1] ?? row.cells.type : row.cells[column];
  const sign = row.doubts.some(({ field }) => field === column) ? element('span', { class: 'sign', title: 'To be looked at' }, '? ') : '';
  return [element('div', { class: 'clamp' }, sign, text === '' ? element('span', { class: 'none' }, 'none') : text), ...(column === 'title' ? otherTitles(row) : [])];
}

/** A small button for each other title: its language, and the title itself where the mouse rests. */
const otherTitles = ({ id, key, otherTitles: titles }: ReviewRow): HTMLElement[] => (titles.length === 0 ? [] : [element('div', { class: 'others' }, ...titles.map(({ name, text }) =>
  element('button', { 'class': 'offer', 'tabindex': -1, 'title': `Take this title: ${text}`, 'aria-label': `Take the other title of ${key}: ${text}`, 'onclick': () => host.postMessage({ kind: 'takeTitle', id, text }) }, name)))]);

function sureness({ sure, doubts }: ReviewRow): (Node | string)[] {
  const percent = Math.round(sure * 100);
  if (sure >= 1) return [element('span', { class: 'none' }, doubts.length === 0 ? 'sure' : '')];
  return [element('meter', { min: 0, max: 100, low: 50, high: 85, optimum: 100, value: percent, 'aria-hidden': 'true' }), ` ${percent} %`];
}

/** What is doubted for one reason stands together. */
function doubtsOf({ id, doubts, warnings }: ReviewRow): HTMLElement {
  const reasons = new Map<string, RowDoubt[]>();
  for (const doubt of doubts) reasons.set(doubt.why, [...reasons.get(doubt.why) ?? [], doubt]);
  const offerOf = ({ field, name, offer }: RowDoubt): Node[] => (offer === undefined ? []
    : [document.createTextNode(' '), element('button', { class: 'offer', tabindex: -1, onclick: () => host.postMessage({ kind: 'take', id, field }) }, `Set ${name} to ${offer}`)]);
  return element('ul', {}, ...[...reasons].map(([why, together]) => element('li', {},
    element('b', {}, together.map(({ name }) => name).join(', ')), ` ${why}`, ...together.flatMap(offerOf))),
  ...warnings.map((warning) => element('li', { class: 'warning' }, element('b', {}, 'Warning'), ` ${warning}`)));
}

function actionsOf(row: ReviewRow): HTMLElement {
  const action = (name: string, title: string, act: () => void, isOff = false): HTMLElement =>
    element('button', { class: 'quiet', title, 'tabindex': -1, 'disabled': isOff, 'aria-label': `${name} ${row.key}`, 'onclick': act }, name);
  return element('td', { 'role': 'gridcell', 'class': 'c-actions', 'data-column': 'actions', 'tabindex': -1 },
    action('Accept', 'All is right as it stands (A)', () => accept([row.id]), !isDoubtful(row)),
    action('Paste', 'Show in the pasted text (P)', () => host.postMessage({ kind: 'showInPaste', id: row.id }), !row.hasPaste),
    action('Delete', 'Move the source to the trash (Delete)', () => host.postMessage({ kind: 'delete', ids: [row.id] })));
}

// --- editing -----------------------------------------------------------------------------------------------------

function edit(row: ReviewRow, cell: EditableCell): void {
  editing = { id: row.id, cell };
  show();
  const input = body.querySelector<HTMLInputElement>('.edit');
  input?.focus();
  if (input instanceof HTMLTextAreaElement) input.select();
}

function editor(row: ReviewRow, cell: EditableCell): HTMLElement {
  const before = row.cells[cell];
  const label = `${columns.find(({ column }) => column === cell)?.name} of ${row.key}`;
  const input = cell === 'type'
    ? element('select', { 'class': 'edit', 'aria-label': label }, ...types.map(([type, name]) => element('option', { value: type, selected: type === before }, name)))
    : element('textarea', { 'class': 'edit', 'aria-label': label, 'rows': cell === 'title' || cell === 'author' ? 3 : 2, 'spellcheck': false }, before);
  const end = (isTaken: boolean): void => {
    if (editing === undefined) return;
    editing = undefined;
    if (isTaken && input.value !== before) host.postMessage({ kind: 'edit', id: row.id, cell, text: input.value });
    show();
    focusCell(row.id, cell);
  };
  input.addEventListener('blur', () => end(true));
  input.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    event.stopPropagation();
    if (key === 'Escape') end(false);
    if (key === 'Enter' || (key === 'Tab' && event instanceof KeyboardEvent)) {
      event.preventDefault();
      end(true);
    }
  });
  return input;
}

function accept(ids: readonly number[]): void {
  host.postMessage({ kind: 'accept', ids });
}

function acceptAll(): void {
  accept(shown.filter(isDoubtful).map(({ id }) => id));
}

// --- keyboard ----------------------------------------------------------------------------------------------------

type Place = { readonly row: number; readonly column: string };

function focusedCell(): Place | undefined {
  const cell = document.activeElement?.closest('td');
  const row = cell?.closest('tr')?.dataset['id'];
  return cell === null || cell === undefined || row === undefined ? undefined : { row: Number(row), column: cell.dataset['column'] ?? '' };
}

/** One cell is in the order of the Tab key: the focused one, else the first. */
function focusCell(row: number, column: string): void {
  const target = body.querySelector<HTMLElement>(`tr[data-id="${row}"] td[data-column="${column}"]`) ?? body.querySelector<HTMLElement>('td');
  for (const one of body.querySelectorAll('td[tabindex="0"]')) one.setAttribute('tabindex', '-1');
  target?.setAttribute('tabindex', '0');
  if (editing === undefined) target?.focus();
}

const steps: { readonly [key: string]: readonly [number, number] } = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

function onKey(event: KeyboardEvent): void {
  const place = focusedCell();
  const row = place === undefined ? undefined : rows.get(place.row);
  if (place === undefined || row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = steps[event.key];
  const act = step === undefined ? keys[event.key] : () => move(place, step);
  if (act === undefined) return;
  event.preventDefault();
  act(row, place.column);
}

const all = [...columns.map(({ column }): string => column), 'actions'];

function move({ row, column }: Place, [down, right]: readonly [number, number]): void {
  const at = shown.findIndex(({ id }) => id === row);
  const target = shown[Math.max(0, Math.min(shown.length - 1, at + down))];
  const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(column) + right))];
  if (target !== undefined && next !== undefined) focusCell(target.id, next);
}

const keys: { readonly [key: string]: (row: ReviewRow, column: string) => void } = {
  Enter: (row, column) => activate(row, column),
  F2: (row, column) => activate(row, column),
  t: ({ id, otherTitles: [next] }) => (next === undefined ? undefined : host.postMessage({ kind: 'takeTitle', id, text: next.text })),
  a: ({ id }) => accept([id]),
  p: ({ id }) => host.postMessage({ kind: 'showInPaste', id }),
  Delete: ({ id }) => host.postMessage({ kind: 'delete', ids: [id] }),
};

/** Edit the cell; press the button that is focused or the first of the cell. */
function activate(row: ReviewRow, column: string): void {
  if (document.activeElement instanceof HTMLButtonElement) return document.activeElement.click();
  if (isEditable(column as Column) && all.indexOf(column) < columns.length) return edit(row, column as EditableCell);
  body.querySelector<HTMLButtonElement>(`tr[data-id="${row.id}"] td[data-column="${column}"] button:not([disabled])`)?.click();
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!isTyping && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    host.postMessage({ kind: 'undo' });
  }
  if (!isTyping && event.key === '/') {
    event.preventDefault();
    words.focus();
  }
});
body.addEventListener('click', (event) => {
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.closest('tr')?.dataset['id'];
  if (cell !== null && row !== undefined && editing === undefined && !(event.target instanceof HTMLButtonElement)) focusCell(Number(row), cell.dataset['column'] ?? '');
});

// --- messages ----------------------------------------------------------------------------------------------------

function take(message: ToReviewTable): void {
  switch (message.kind) {
    case 'rows': return takeRows(message);
    case 'refused':
      status.textContent = message.why;
      status.className = 'status refused';
      return focusCell(message.id, message.cell);
    case 'done':
      status.textContent = message.message;
      status.className = 'status';
      undo.disabled = !message.canUndo;
  }
}

function takeRows(message: Extract<ToReviewTable, { kind: 'rows' }>): void {
  for (const row of message.rows) rows.set(row.id, row);
  for (const id of message.gone) rows.delete(id);
  if (message.hasFresh && !hasFresh) view = { ...view, scope: 'fresh', page: 0 };
  else if (!message.hasFresh && view.scope === 'fresh') view = { ...view, scope: 'doubtful' };
  ({ types, hasFresh } = message);
  const isFirst = !isLoaded;
  isLoaded = true;
  if (editing === undefined) show();
  if (isFirst) body.querySelector('td')?.setAttribute('tabindex', '0');
}

window.addEventListener('message', ({ data }: MessageEvent<ToReviewTable>) => take(data));
show();
host.postMessage({ kind: 'ready' });
