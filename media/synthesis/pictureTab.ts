/** A picture with what belongs to it: a sentence, its table, and the files it may be saved as. */
import type { FromSynthesis, Picture, PictureData, SynthesisMeeting } from '../../src/protocol';
import { element } from '../element';
import { paper, themed } from './palette';
import { summaryOf, tableOf } from './pictureTables';
import { readyEvent } from './pictures/picture';
import type { Draw, Frame } from './pictures/picture';

export const pictureNames: { readonly [P in Picture]: string } = { together: 'Co-occurrence', years: 'Years', stance: 'Stance', relations: 'Relations' };

const meetings: { readonly [M in SynthesisMeeting]: string } = { note: 'on one note', passage: 'in passages that overlap', source: 'on one source' };

const nothing: { readonly [P in Picture]: readonly [string, string] } = {
  together: ['No tags to compare.', 'A tag shows here once a note bears it.'],
  years: ['No years to show.', 'A passage shows here once its source has a year of publication.'],
  stance: ['No tags yet.', 'Write for, against or mixed behind the tags of a note to say how it takes its source.'],
  relations: ['No relations yet.', 'A relation says that one note supports, attacks or qualifies another. Make one from a note, and the map grows here.'],
};

const isEmpty = (data: PictureData): boolean => (data.picture === 'relations' ? data.edges.length + data.lost.length === 0 : data.tags.length === 0 || (data.picture === 'years' && data.years.length === 0));

/** The page’s leave for its own script, which alone may load another. */
const leave = document.currentScript?.nonce ?? '';

/** How much smaller than drawn a picture may be shown. */
const smallest = 0.8;

type Ask = (message: FromSynthesis) => void;

export class PictureTab {
  readonly root = element('section', { class: 'picture', hidden: true });
  readonly #ask: Ask;
  readonly #within = element('select', { 'aria-label': 'Where tags meet' }, ...Object.entries<string>(meetings).map(([value, name]) => element('option', { value }, name)));
  readonly #meet = element('label', {}, 'Tags met ', this.#within);
  readonly #save = (['svg', 'png'] as const).map((form) => element('button', { class: 'quiet', onclick: () => void this.#saveAs(form) }, `Save as ${form.toUpperCase()}…`));
  readonly #figure = element('figure', { role: 'img' });
  readonly #summary = element('p', { class: 'summary' });
  readonly #table = element('details', {}, element('summary', {}, 'As a table'));
  readonly #empty = element('div', { class: 'empty', hidden: true });
  #data: PictureData | undefined;
  #draw: Promise<Draw> | undefined;

  constructor(ask: Ask, changed: (within: SynthesisMeeting) => void) {
    this.#ask = ask;
    this.#within.addEventListener('change', () => changed(this.#within.value as SynthesisMeeting));
    this.root.append(element('div', { class: 'tools' }, this.#meet, ...this.#save), this.#summary, this.#empty, this.#figure, this.#table);
    let width = 0;
    new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0);
      if (now === width || this.root.hidden) return;
      width = now;
      void this.#show();
    }).observe(this.root);
    new MutationObserver(() => void this.#show()).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  }

  /** Shows the tab before its data has come. */
  open(picture: Picture, within: SynthesisMeeting): void {
    this.root.hidden = false;
    this.#within.value = within;
    this.#meet.hidden = picture !== 'together';
    if (this.#data?.picture !== picture) this.#data = undefined;
    this.#table.open = false;
    this.#ask({ kind: 'picture', picture, within });
  }

  hide(): void {
    if (this.root.hidden) return;
    this.root.hidden = true;
    this.#ask({ kind: 'picture', picture: 'none', within: 'note' });
  }

  update(data: PictureData): void {
    this.#data = data;
    void this.#show();
  }

  async #show(): Promise<void> {
    const data = this.#data;
    if (data === undefined || this.root.hidden) return;
    const isNothing = isEmpty(data);
    this.#empty.hidden = !isNothing;
    for (const part of [this.#figure, this.#table, this.#summary, ...this.#save]) part.hidden = isNothing;
    const [head, text] = nothing[data.picture];
    this.#empty.replaceChildren(element('h2', {}, head), element('p', {}, text));
    if (isNothing) return;
    const summary = (summaryOf[data.picture] as (data: PictureData) => string)(data);
    this.#summary.textContent = summary;
    this.#table.replaceChildren(element('summary', {}, 'As a table'), element('div', { class: 'scroller' }, tableOf(data, this.#doors)));
    const draw = await this.#drawing();
    if (data !== this.#data) return;
    this.#figure.setAttribute('aria-label', summary);
    const svg = draw(data, { width: this.root.clientWidth - 32, palette: themed(), ...this.#doors });
    // A picture that is too wide is made smaller, but not so small that it can't be read.
    svg.style.minWidth = `${Number(svg.getAttribute('width')) * smallest}px`;
    this.#figure.replaceChildren(svg);
  }

  get #doors(): Required<Pick<Frame, 'open' | 'note'>> {
    return {
      open: (a, b) => this.#ask(a === b ? { kind: 'cell', line: 0, column: a } : { kind: 'pair', a, b, within: this.#within.value as SynthesisMeeting }),
      note: (id) => this.#ask({ kind: 'openNote', id }),
    };
  }

  /** The script of the pictures, loaded once. The page’s own leave is handed on to it. */
  #drawing(): Promise<Draw> {
    return (this.#draw ??= new Promise((resolve) => {
      document.addEventListener(readyEvent, (event) => resolve((event as CustomEvent<Draw>).detail), { once: true });
      const script = element('script', { src: document.getElementById('synthesis')?.dataset['pictures'] ?? '' });
      script.nonce = leave;
      document.body.append(script);
    }));
  }

  /** A file is for paper: dark on white, whatever the theme is. */
  async #saveAs(form: 'svg' | 'png'): Promise<void> {
    const data = this.#data;
    if (data === undefined) return;
    const svg = (await this.#drawing())(data, { width: 900, palette: paper });
    svg.removeAttribute('aria-hidden');
    const text = new XMLSerializer().serializeToString(svg);
    this.#ask({ kind: 'save', form, name: `${pictureNames[data.picture]} of tags`, data: form === 'svg' ? text : await pngOf(text, Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))) });
  }
}

/** The picture as PNG, in base 64, at three pixels for one, which is fit for print. */
async function pngOf(svg: string, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(3, 16_000 / Math.max(width, height));
  const canvas = element('canvas', { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
}
