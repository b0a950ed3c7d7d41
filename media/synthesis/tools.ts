/** The bar above the table: filter, grouping, order. */
import type { FromSynthesis, SynthesisView } from '../../src/protocol';
import { element } from '../element';
import { FilterBox } from './filterBox';
import { sortChoices } from './state';
import type { TableData } from './table';
import { cellInWords, counted } from './words';

const groups: { readonly [G in SynthesisView['group']]: string } = { none: 'No groups', year: 'By year', author: 'By author', type: 'By type' };
const tagOrders: { readonly [O in SynthesisView['tagOrder']]: string } = { name: 'Tags A–Z', count: 'Most used tags first' };

export class Tools {
  readonly root = element('div', { class: 'tools' });
  readonly status = element('p', { class: 'status', role: 'status' });
  readonly filter: FilterBox;
  readonly #group = choice('Group sources', groups);
  readonly #sort = element('select', { 'aria-label': 'Sort sources' });
  readonly #tagOrder = choice('Order of tags', tagOrders);
  readonly #nested = element('button', { class: 'quiet' });
  readonly #empty = element('input', { type: 'checkbox', id: 'empty' });
  readonly #forTable: readonly HTMLElement[];
  #parents: readonly string[] = [];

  constructor(change: (change: Partial<SynthesisView>) => void, ask: (message: FromSynthesis) => void) {
    this.filter = new FilterBox((query) => change({ query }), ask);
    const empty = element('label', { title: 'Show sources on which there is no tagged note, too' }, this.#empty, 'Sources without notes');
    this.#forTable = [this.#group, this.#sort, this.#tagOrder, empty];
    this.root.append(this.filter.root, ...this.#forTable.slice(0, 3), this.#nested, empty);
    this.#group.addEventListener('change', () => change({ group: this.#group.value as SynthesisView['group'], closedGroups: [] }));
    this.#sort.addEventListener('change', () => change(sortChoices[this.#sort.value] ?? {}));
    this.#tagOrder.addEventListener('change', () => change({ tagOrder: this.#tagOrder.value as SynthesisView['tagOrder'] }));
    this.#nested.addEventListener('click', () => change({ closedTags: this.#parents }));
    this.#empty.addEventListener('change', () => change({ withEmpty: this.#empty.checked }));
  }

  /** The parts under the bar: what is wrong with the filter, and how much is shown. */
  get below(): readonly HTMLElement[] {
    return [this.filter.refused, this.status];
  }

  /** Shows the choices; the filter that is being typed stays. */
  showView(view: SynthesisView, isTable: boolean): void {
    this.filter.showQuery(view.query);
    this.#group.value = view.group;
    this.#tagOrder.value = view.tagOrder;
    this.#empty.checked = view.withEmpty;
    const chosen = Object.entries(sortChoices).find(([, { sort, down }]) => sort === view.sort && down === view.down)?.[0];
    const other = chosen === undefined ? [`${view.sort.startsWith('#') ? view.sort : view.sort[0]?.toUpperCase() + view.sort.slice(1)}${view.down ? ', most first' : ', reversed'}`] : [];
    this.#sort.replaceChildren(...[...Object.keys(sortChoices), ...other].map((name) => element('option', { value: name, selected: name === (chosen ?? other[0]) }, name)));
    for (const one of this.#forTable) one.hidden = !isTable;
  }

  /** Says what the host has found. */
  showData({ columns, sourceCount, total, refused, view }: TableData): void {
    const open = columns.filter(({ hasChildren, isOpen }) => hasChildren && isOpen).map(({ tag }) => tag);
    this.#parents = open.length > 0 ? [...new Set([...view.closedTags, ...open])] : [];
    this.#nested.hidden = !columns.some(({ hasChildren }) => hasChildren);
    this.#nested.textContent = open.length > 0 ? 'Close Nested Tags' : 'Open Nested Tags';
    this.filter.refuse(view.query, refused);
    this.say(`${counted(sourceCount, 'source')} · ${cellInWords(total)} · ${counted(columns.length, 'tag')}`);
  }

  say(text: string): void {
    this.status.textContent = text;
  }
}

function choice<T extends string>(label: string, names: { readonly [value in T]: string }): HTMLSelectElement {
  return element('select', { 'aria-label': label }, ...Object.entries<string>(names).map(([value, name]) => element('option', { value }, name)));
}
