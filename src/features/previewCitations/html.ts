/** A draft's citations and its reference list as the preview shows them. Foreign text comes in escaped, or as the formatter's own HTML. */
import type { FormattedDraft } from '../../core/enginePort';
import { addressPart, html, htmlText, joined, type HtmlText } from '../../core/exits';

/** One citation of the draft: the keys it names, those that no source has, and how it is written. */
export type Shown = { readonly keys: readonly string[]; readonly unknown: readonly string[]; readonly written: string };

/** The name of an entry of the reference list, for a link. */
const anchor = (key: string): HtmlText => htmlText(`ref-${addressPart(key)}`);

/** A citation: its text with a link to the first work, whose reference is the tooltip; keys without a source stand out. */
export function citationHtml(shown: Shown, formatted: FormattedDraft['citations'][number] | undefined, references: ReadonlyMap<string, string>, note?: number): HtmlText {
  const unknown = joined(shown.unknown.map((key) => html`<span class="commonplace-unknown" title="No source has this key">@${htmlText(key)}</span>`), html` `);
  const known = shown.keys.filter((key) => !shown.unknown.includes(key));
  if (known.length === 0) return unknown === '' ? htmlText(shown.written) : unknown;
  const tooltip = known.map((key) => references.get(key) ?? '').filter((text) => text !== '').join('\n');
  const inside = note === undefined ? formatted?.html ?? htmlText(shown.written) : html`<sup>${htmlText(String(note))}</sup>`;
  const target = note === undefined ? anchor(known[0] as string) : htmlText(`commonplace-note-${note}`);
  const link = html`${htmlText(formatted?.lead ?? '')}<a class="commonplace-citation" href="#${target}" title="${htmlText(tooltip)}">${inside}</a>`;
  return unknown === '' ? link : html`${link} ${unknown}`;
}

/** The notes of a style that sets notes, under the text. */
export function notesHtml(notes: readonly HtmlText[]): HtmlText {
  if (notes.length === 0) return html``;
  const items = notes.map((note, at) => html`<li id="commonplace-note-${htmlText(String(at + 1))}">${note}</li>`);
  return html`<section class="commonplace-notes" aria-label="Notes"><ol>${joined(items, html``)}</ol></section>`;
}

/** The reference list, empty when nothing is cited. */
export function listHtml({ bibliography }: FormattedDraft): HtmlText {
  if (bibliography.length === 0) return html``;
  const entries = bibliography.map(({ id, number, html: entry }) =>
    html`<div class="commonplace-reference" id="${anchor(id)}">${number === '' ? html`` : html`<span class="commonplace-number">${htmlText(number)}</span> `}${entry}</div>`);
  return html`<section class="commonplace-references" aria-label="References">${joined(entries, html``)}</section>`;
}
