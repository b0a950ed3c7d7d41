/** The passages of a cell, beside the table: what was quoted, where, by whom, and what was thought of it. */
import type { FromSynthesis, Passage, ToSynthesis } from '../../src/protocol';
import { element } from '../element';
import { cellInWords, counted, stanceSigns } from './words';

type Told = Extract<ToSynthesis, { kind: 'passages' }>;
type Ask = (kind: 'openNote' | 'copyCitation' | 'copyQuotation', id: number) => void;

export class PassagePane {
  readonly root = element('aside', { 'class': 'pane', 'aria-label': 'Passages', 'hidden': true });
  readonly #ask: Ask;
  readonly #close: () => void;

  constructor(ask: (message: FromSynthesis) => void, close: () => void) {
    this.#ask = (kind, id) => ask({ kind, id });
    this.#close = close;
    this.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    });
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  hide(): void {
    this.root.hidden = true;
    this.root.replaceChildren();
  }

  /** Shows passages; those that have just been asked for from their beginning. */
  show({ title, numbers, passages, left, isNew }: Told): void {
    const focused = this.root.contains(document.activeElement) ? document.activeElement?.getAttribute('data-act') : undefined;
    const top = isNew ? 0 : this.root.scrollTop;
    this.root.hidden = false;
    this.root.replaceChildren(
      element('header', {},
        element('h2', { 'tabindex': -1, 'data-act': 'title' }, title),
        element('button', { 'class': 'icon', 'title': 'Close (Escape)', 'aria-label': 'Close the passages', 'data-act': 'close', 'onclick': () => this.#close() }, '×'),
        element('p', {}, cellInWords(numbers))),
      passages.length === 0 ? element('p', { class: 'none' }, 'No passages are left here. They were changed, or the filter leaves them out.') : this.#list(passages),
      left > 0 ? element('p', { class: 'none' }, `${counted(left, 'passage')} more. Filter the table to see them.`) : '',
    );
    this.root.scrollTop = top;
    if (focused !== undefined && focused !== null) this.root.querySelector<HTMLElement>(`[data-act="${CSS.escape(focused)}"]`)?.focus();
  }

  focus(): void {
    this.root.querySelector<HTMLElement>('h2')?.focus();
  }

  #list(passages: readonly Passage[]): HTMLElement {
    return element('ol', {}, ...passages.map((passage, index) => element('li', {}, this.#passage(passage, index))));
  }

  #passage(passage: Passage, index: number): HTMLElement {
    const { id, source, title, quote, text, where, shared } = passage;
    const name = `p${index}`;
    const act = (kind: Parameters<Ask>[0], label: string): HTMLElement =>
      element('button', { 'class': 'quiet', 'data-act': `${kind}${index}`, 'aria-label': `${label}: ${source}${where === '' ? '' : `, ${where}`}`, 'onclick': () => this.#ask(kind, id) }, label);
    return element('article', { 'aria-labelledby': name },
      element('h3', { id: name, title }, source, where === '' ? '' : element('span', { class: 'where' }, `, ${where}`)),
      quote === undefined ? undefined : element('blockquote', {}, ...withShared(quote, shared)),
      text.trim() === '' ? undefined : element('p', { class: 'own' }, text.trim()),
      element('p', { class: 'facts' }, ...factsOf(passage)),
      element('p', { class: 'acts' }, act('openNote', 'Open Note'), act('copyCitation', 'Copy Citation'), quote === undefined ? undefined : act('copyQuotation', 'Copy Quotation')));
  }
}

/** The quotation, with the words marked that it shares with another passage. */
function withShared(quote: string, shared: string | undefined): (Node | string)[] {
  const at = shared === undefined ? -1 : quote.indexOf(shared);
  if (shared === undefined || at < 0 || shared === quote) return [quote];
  return [quote.slice(0, at), element('mark', {}, shared), quote.slice(at + shared.length)];
}

function factsOf({ stance, kind, coder, tags }: Passage): (Node | string)[] {
  return [
    stance === undefined ? '' : element('span', { class: 'stance' }, element('span', { 'class': `sign ${stance}`, 'aria-hidden': 'true' }, stanceSigns[stance]), ` ${stance}`),
    element('span', {}, kind), coder === undefined ? '' : element('span', {}, `by ${coder}`), ...tags.map((tag) => element('span', { class: 'tag' }, `#${tag}`)),
  ].filter((one) => one !== '');
}
