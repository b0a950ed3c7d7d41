/** A draft's citations and its reference list as the preview shows them. Foreign text comes in escaped, or as the formatter's own HTML. */
import type { FormattedDraft } from '../../core/enginePort';

/** One citation of the draft: the keys it names, those that no source has, and how it is written. */
export type Shown = { readonly keys: readonly string[]; readonly unknown: readonly string[]; readonly written: string };

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The name of an entry of the reference list, for a link. */
const anchor = (key: string): string => `ref-${encodeURIComponent(key)}`;

/** A citation: its text with a link to the first work, whose reference is the tooltip; keys without a source stand out. */
export function citationHtml(shown: Shown, formatted: FormattedDraft['citations'][number] | undefined, references: ReadonlyMap<string, string>, note?: number): string {
  const unknown = shown.unknown.map((key) => `<span class="commonplace-unknown" title="No source has this key">@${escaped(key)}</span>`).join(' ');
  const known = shown.keys.filter((key) => !shown.unknown.includes(key));
  if (known.length === 0) return unknown || escaped(shown.written);
  const tooltip = known.map((key) => references.get(key) ?? '').filter((text) => text !== '').join('\n');
  const inside = note === undefined ? formatted?.html ?? escaped(shown.written) : `<sup>${note}</sup>`;
  const target = note === undefined ? anchor(known[0] as string) : `commonplace-note-${note}`;
  const link = `<a class="commonplace-citation" href="#${target}" title="${escaped(tooltip)}">${inside}</a>`;
  const lead = formatted?.lead === undefined ? '' : escaped(formatted.lead);
  return [lead + link, unknown].filter((part) => part !== '').join(' ');
}

/** The notes of a style that sets notes, under the text. */
export function notesHtml(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const items = notes.map((html, at) => `<li id="commonplace-note-${at + 1}">${html}</li>`);
  return `<section class="commonplace-notes" aria-label="Notes"><ol>${items.join('')}</ol></section>`;
}

/** The reference list, empty when nothing is cited. */
export function listHtml({ bibliography }: FormattedDraft): string {
  if (bibliography.length === 0) return '';
  const entries = bibliography.map(({ id, number, html }) => `<div class="commonplace-reference" id="${anchor(id)}">${number === '' ? '' : `<span class="commonplace-number">${escaped(number)}</span> `}${html}</div>`);
  return `<section class="commonplace-references" aria-label="References">${entries.join('')}</section>`;
}
