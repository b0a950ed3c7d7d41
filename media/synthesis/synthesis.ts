/** The synthesis in its web view: what the host sends is shown, what a person does is told to the host. */
import type { FromSynthesis, SynthesisView, ToSynthesis } from '../../src/protocol';
import { element } from '../element';
import { PassagePane } from './pane';
import { pictureNames, PictureTab } from './pictureTab';
import { sortedBy, stateFrom, toggled } from './state';
import type { State, Tab } from './state';
import { SynthesisTable } from './table';
import type { TableData } from './table';
import { Tools } from './tools';

declare function acquireVsCodeApi(): { postMessage(message: FromSynthesis): void; getState(): unknown; setState(state: State): void };

const host = acquireVsCodeApi();
const ask = (message: FromSynthesis): void => host.postMessage(message);
let state = stateFrom(host.getState());
let data: TableData | undefined;
/** The passages that were asked for from the keyboard get the focus. */
let byKey = false;

const tabNames: { readonly [T in Tab]: string } = { table: 'Table', ...pictureNames };
const tabs = Object.keys(tabNames) as readonly Tab[];

// --- the frame, made once ----------------------------------------------------------------------------------------

const tools = new Tools((change) => showView(change), ask);
const pane = new PassagePane(ask, () => closePane());
const table = new SynthesisTable({
  open(line, column, isByKey) {
    byKey = isByKey;
    ask({ kind: 'cell', line, column });
  },
  openSource: (id) => ask({ kind: 'openSource', id }),
  want: (lines) => ask({ kind: 'rows', lines }),
  sort: (sort) => showView(sortedBy(state.view, sort)),
  toggleTag: (tag) => showView({ closedTags: toggled(state.view.closedTags, tag) }),
  toggleGroup: (name) => showView({ closedGroups: toggled(state.view.closedGroups, name) }),
  close: () => closePane(),
});
const picture = new PictureTab(ask, (within) => {
  keep({ within });
  showTab(state.tab);
});
const tabList = element('div', { 'class': 'tabs', 'role': 'tablist', 'aria-label': 'Table and pictures', 'onkeydown': (event) => onTabKey(event as KeyboardEvent) },
  ...tabs.map((tab) => element('button', { 'role': 'tab', 'id': `tab-${tab}`, 'aria-controls': 'content', 'data-tab': tab, 'onclick': () => showTab(tab) }, tabNames[tab])));
const empty = element('div', { class: 'empty', hidden: true });
const content = element('div', { id: 'content', class: 'content', role: 'tabpanel' }, table.scroller, picture.root, empty);
document.getElementById('synthesis')?.append(element('header', { class: 'top' }, tabList, tools.root, ...tools.below), element('div', { class: 'body' }, content, pane.root));

// --- showing -----------------------------------------------------------------------------------------------------

function keep(change: Partial<State>): void {
  state = { ...state, ...change };
  host.setState(state);
}

function showView(change: Partial<SynthesisView>): void {
  keep({ view: { ...state.view, ...change } });
  tools.showView(state.view, state.tab === 'table');
  ask({ kind: 'show', view: state.view, isNew: false });
}

function showTab(tab: Tab): void {
  keep({ tab });
  for (const one of tabList.querySelectorAll<HTMLElement>('[role=tab]')) {
    one.setAttribute('aria-selected', String(one.dataset['tab'] === tab));
    one.setAttribute('tabindex', one.dataset['tab'] === tab ? '0' : '-1');
  }
  content.setAttribute('aria-labelledby', `tab-${tab}`);
  tools.showView(state.view, tab === 'table');
  if (tab === 'table') picture.hide();
  else picture.open(tab, state.within);
  showParts();
}

/** The table, a picture, or what to do where there is nothing to show. */
function showParts(): void {
  const isNothing = data !== undefined && data.lines.length === 0;
  empty.hidden = !isNothing;
  table.scroller.hidden = isNothing || state.tab !== 'table';
  picture.root.hidden = isNothing || state.tab === 'table';
  if (isNothing) showEmpty();
}

function showEmpty(): void {
  const clear = element('button', { onclick: () => { tools.filter.clear(); showView({ query: '' }); } }, 'Clear Filter');
  const [head, text] = state.view.query.trim() !== '' ? ['No note matches the filter.', 'Change it, or clear it to see all notes.']
    : (data?.library.sources ?? 0) === 0 ? ['There are no sources yet.', 'Copy a page, a record or a list of references and use “Commonplace: Paste Sources”. Then take notes on them.']
      : ['No tagged notes yet.', 'Open a source, select a passage and choose “Commonplace: New Note”. Each tag becomes a column here, each source a row.'];
  empty.replaceChildren(element('h2', {}, head), element('p', {}, text), ...(state.view.query.trim() === '' ? [] : [clear]));
}

function closePane(): void {
  if (!pane.isOpen) return;
  const hadFocus = pane.root.contains(document.activeElement);
  pane.hide();
  table.mark(undefined);
  ask({ kind: 'close' });
  if (!hadFocus) return;
  if (state.tab === 'table') table.focus();
  else tabList.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}

function onTabKey({ key }: KeyboardEvent): void {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  showTab(tabs[(tabs.indexOf(state.tab) + step + tabs.length) % tabs.length] as Tab);
  tabList.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
  if (event.key !== '/' || isTyping) return;
  event.preventDefault();
  tools.filter.focus();
});

// --- messages ----------------------------------------------------------------------------------------------------

const take: { readonly [K in ToSynthesis['kind']]: (message: Extract<ToSynthesis, { kind: K }>) => void } = {
  table(told) {
    const isFirst = data === undefined;
    data = told;
    tools.showData(told);
    showParts();
    table.update(told);
    if (isFirst) table.scroller.scrollTop = state.top;
  },
  rows: ({ sources }) => table.take(sources),
  passages(told) {
    pane.show(told);
    table.mark({ line: told.line, column: told.column });
    if (told.isNew && told.line === 0 && state.tab === 'table') table.reveal(told.column);
    if (told.isNew && byKey) pane.focus();
    byKey = false;
  },
  picture: ({ data: told }) => picture.update(told),
  completions: (told) => tools.filter.offer(told),
  said: ({ message }) => tools.say(message),
};

window.addEventListener('message', ({ data: message }: MessageEvent<ToSynthesis>) => {
  if (typeof message === 'object' && message !== null && Object.hasOwn(take, message.kind)) (take[message.kind] as (message: ToSynthesis) => void)(message);
});
table.scroller.addEventListener('scrollend', () => keep({ top: table.scroller.scrollTop }));
ask({ kind: 'show', view: state.view, isNew: true });
showTab(state.tab);
