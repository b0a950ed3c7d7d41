/** The box in which the filter is typed: fields, tags and values are offered as one types; what is wrong is underlined below. */
import type { FromSynthesis, ToSynthesis } from '../../src/protocol';
import { element } from '../element';

type Completions = Extract<ToSynthesis, { kind: 'completions' }>;
type Refused = Extract<ToSynthesis, { kind: 'table' }>['refused'];

/** How long a filter rests before it is asked for, in milliseconds. */
const pause = 250;

export class FilterBox {
  readonly root = element('div', { class: 'filter' });
  readonly refused = element('p', { class: 'refused', id: 'refused', role: 'alert', hidden: true });
  readonly #input = element('input', {
    'type': 'search', 'placeholder': 'Filter: #tag, stance:for, year>=2014, author:…, words', 'aria-label': 'Filter the notes', 'aria-describedby': 'refused', 'spellcheck': false, 'autocomplete': 'off',
    'role': 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'completions',
  });
  readonly #list = element('ul', { 'id': 'completions', 'class': 'completions', 'role': 'listbox', 'aria-label': 'What may be typed here', 'hidden': true });
  readonly #change: (query: string) => void;
  readonly #ask: (message: FromSynthesis) => void;
  #offered: Completions | undefined;
  #chosen = -1;
  #timer = 0;

  constructor(change: (query: string) => void, ask: (message: FromSynthesis) => void) {
    this.#change = change;
    this.#ask = ask;
    this.root.append(this.#input, this.#list);
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#input.addEventListener('blur', () => this.#hide());
    // A press on the list must not take the cursor out of the box.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Shows the filter that holds; what is being typed stays. */
  showQuery(query: string): void {
    if (document.activeElement !== this.#input) this.#input.value = query;
  }

  /** Says what was not understood, and where. */
  refuse(query: string, refused: Refused): void {
    this.#input.setAttribute('aria-invalid', String(refused.length > 0));
    this.refused.hidden = refused.length === 0;
    this.refused.replaceChildren(...refused.slice(0, 1).flatMap(({ message, start, end }) => [element('code', {}, ...underlined(query, start, end)), ` ${message}`]));
  }

  /** Offers what may be typed, if the person has not typed on. */
  offer(offered: Completions): void {
    if (offered.text !== this.#input.value || document.activeElement !== this.#input || offered.items.length === 0) return this.#hide();
    this.#offered = offered;
    this.#chosen = -1;
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#list.replaceChildren(...offered.items.map(({ label, detail }, index) =>
      element('li', { 'role': 'option', 'id': `completion-${index}`, 'aria-selected': 'false', 'onclick': () => this.#take(index) }, element('span', {}, label), element('span', { class: 'detail' }, detail))));
  }

  clear(): void {
    this.#input.value = '';
    this.#input.focus();
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#change(this.#input.value), pause);
    if (this.#input.value.trim() === '') this.#hide();
    else this.#ask({ kind: 'complete', text: this.#input.value, offset: this.#input.selectionStart ?? this.#input.value.length });
  }

  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'Enter' && this.#chosen < 0) {
      clearTimeout(this.#timer);
      this.#hide();
      return this.#change(this.#input.value);
    }
    const count = this.#offered?.items.length ?? 0;
    if (count === 0) return;
    const acts: { readonly [key: string]: (() => void) | undefined } = {
      ArrowDown: () => this.#choose((this.#chosen + 1) % count), ArrowUp: () => this.#choose(this.#chosen <= 0 ? count - 1 : this.#chosen - 1),
      Enter: () => this.#take(this.#chosen), Tab: this.#chosen < 0 ? undefined : () => this.#take(this.#chosen), Escape: () => this.#hide(),
    };
    const act = acts[key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [place, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(place === index));
      if (place === index) option.scrollIntoView({ block: 'nearest' });
    }
    this.#input.setAttribute('aria-activedescendant', `completion-${index}`);
  }

  #take(index: number): void {
    const item = this.#offered?.items[index];
    if (this.#offered === undefined || item === undefined) return;
    const { start, end, text } = this.#offered;
    this.#input.value = text.slice(0, start) + item.insert + text.slice(end);
    this.#input.setSelectionRange(start + item.insert.length, start + item.insert.length);
    this.#hide();
    this.#typed();
  }

  #hide(): void {
    this.#offered = undefined;
    this.#chosen = -1;
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}

/** The filter with what is wrong in it underlined. */
const underlined = (text: string, start: number, end: number): (Node | string)[] =>
  [text.slice(0, start), element('mark', {}, text.slice(start, end) || '…'), text.slice(end)];
