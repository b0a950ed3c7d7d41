/** The cells of the table, each with what a screen reader says of it. */
import type { CellNumbers, RowNumbers, SynthesisColumn, SynthesisGroup, SynthesisSource, SynthesisView } from '../../src/protocol';
import { element } from '../element';
import { cellInWords, counted, depthOf, stanceOf, stanceSigns } from './words';

/** Sizes in pixels, as in the style sheet. */
export const rowHeight = 44;
export const columnWidth = 104;
export const sumWidth = 98;
/** The columns before those of tags: the source, and all its passages. */
export const lead = 2;

/** A cell by what it stands for: a line or column 0 is all of them. */
export type CellName = { readonly line: number; readonly column: number };

export const isNamed = (cell: HTMLElement, name: CellName | undefined): boolean => name !== undefined && cell.dataset['line'] === String(name.line) && cell.dataset['column'] === String(name.column);

// --- the head ----------------------------------------------------------------------------------------------------

const sortOf = (view: SynthesisView, sort: string): string => (view.sort !== sort ? 'none' : view.down ? 'descending' : 'ascending');

const arrow = (view: SynthesisView, sort: string): HTMLElement => element('span', { 'class': 'arrow', 'aria-hidden': 'true' }, view.sort !== sort ? '' : view.down ? '↓' : '↑');

/** The heads of the columns before those of tags. */
export const leadHeads = (view: SynthesisView): readonly HTMLElement[] => [
  headCell(1, 'source', 'Source', view, 'author', 'Sort by author'),
  headCell(2, 'sum', 'Passages', view, 'passages', 'Sort by the number of tagged passages'),
];

function headCell(index: number, name: string, label: string, view: SynthesisView, sort: SynthesisView['sort'], title: string): HTMLElement {
  return element('th', { 'scope': 'col', 'class': name, 'aria-colindex': index, 'aria-sort': sortOf(view, sort), title, 'data-sort': sort }, element('span', { class: 'label' }, label), arrow(view, sort));
}

export function tagHead({ tag, name, depth, hasChildren, isOpen, colour, about }: SynthesisColumn, place: number, view: SynthesisView): HTMLElement {
  const above = depth === 0 ? undefined : element('span', { class: 'above' }, `${depth > 1 ? '…/' : ''}${tag.split('/').at(-2) ?? ''}/`);
  const toggle = hasChildren ? element('span', { class: 'toggle', 'data-tag': tag, title: isOpen ? 'Hide the tags under it (Space)' : 'Show the tags under it (Space)' }, isOpen ? '▾' : '▸') : undefined;
  const said = `#${tag}${hasChildren ? `, with ${isOpen ? 'its tags shown; Space hides them' : 'more tags under it; Space shows them'}` : ''}`;
  const cell = element('th', { 'scope': 'col', 'class': isOpen ? 'tag opened' : 'tag', 'aria-colindex': place + lead + 1, 'aria-sort': sortOf(view, `#${tag}`), 'aria-label': said, 'title': about ?? `#${tag}`, 'data-sort': `#${tag}` },
    element('span', { class: 'label' }, above, toggle, name), arrow(view, `#${tag}`));
  if (colour !== undefined) cell.style.setProperty('--tag', colour);
  return cell;
}

// --- rows --------------------------------------------------------------------------------------------------------

export function groupHead(group: SynthesisGroup): HTMLElement {
  return element('th', { 'scope': 'rowgroup', 'class': 'source', 'aria-colindex': 1, 'aria-expanded': String(group.isOpen), 'title': group.isOpen ? 'Hide its sources (Enter)' : 'Show its sources (Enter)' },
    element('span', { class: 'name' }, element('span', { 'class': 'toggle', 'aria-hidden': 'true' }, group.isOpen ? '▾' : '▸'), group.label, element('span', { class: 'size' }, ` ${counted(group.size, 'source')}`)));
}

export function rowHead({ label, title }: SynthesisSource): HTMLElement {
  const isTwice = title === label || title === '';
  return element('th', { 'scope': 'row', 'class': 'source', 'aria-colindex': 1, 'title': `${label}${isTwice ? '' : `\n${title}`}\nEnter opens the source` },
    element('span', { class: 'name' }, label), isTwice ? undefined : element('span', { class: 'title' }, title));
}

export const footHead = (sources: number): HTMLElement =>
  element('th', { 'scope': 'row', 'class': 'source', 'aria-colindex': 1 }, element('span', { class: 'name' }, `All ${counted(sources, 'source')}`));

/** A cell with a number of passages and its stance; most cells of a large table are empty, and say so by that alone. `most` passages, if given, have the deepest ground. */
export function numberCell(numbers: CellNumbers, index: number, at: CellName, name: string, most = 0): HTMLElement {
  const [count] = numbers;
  if (count === 0) return element('td', { 'class': name === '' ? undefined : name, 'aria-colindex': index });
  const stance = stanceOf(numbers);
  const words = cellInWords(numbers);
  const cell = element('td', {
    'class': [name, most > 0 ? `deep${depthOf(count, most)}` : ''].join(' ').trim() || undefined, 'aria-colindex': index, 'data-line': at.line, 'data-column': at.column, 'aria-label': words, 'title': words, 'aria-selected': 'false',
  }, element('span', { class: 'count' }, count.toLocaleString('en-GB')));
  if (stance !== undefined) cell.append(element('span', { class: `sign ${stance}` }, stanceSigns[stance]));
  return cell;
}

/** A row’s numbers by the number of their tag. */
export function numbersOf({ cells }: RowNumbers): ReadonlyMap<number, CellNumbers> {
  const numbers = new Map<number, CellNumbers>();
  for (let at = 0; at < cells.length; at += 5) numbers.set(cells[at] as number, cells.slice(at + 1, at + 5) as unknown as CellNumbers);
  return numbers;
}

// --- what is not in the page -------------------------------------------------------------------------------------

/** The place of rows that are not in the page. */
export const rowGap = (): HTMLElement => element('tr', { 'class': 'gap', 'aria-hidden': 'true' });

/** The place of columns that are not in the page. */
export function columnGap(columns: number): HTMLElement[] {
  if (columns <= 0) return [];
  const cell = element('td', { 'class': 'gap', 'aria-hidden': 'true' });
  cell.style.width = `${columns * columnWidth}px`;
  cell.style.minWidth = `${columns * columnWidth}px`;
  return [cell];
}
