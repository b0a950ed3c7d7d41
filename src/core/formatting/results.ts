/** What citeproc gives, made safe: its own tags of emphasis stay, anything else that looks like a tag is somebody's text. */
import type { FormattedReference } from '../enginePort';
import { htmlText, type HtmlText } from '../exits';
import { authorsInBrief, yearOf, type Item } from '../source';
import { withoutMark } from './items';

const ownTag = /^<(?:\/?(?:i|b|sup|sub|span|div)|span style="[a-z:; -]*"|span class="[a-z-]*"|div class="csl-[a-z-]*")>$/;
const anyTag = /<[^<>]*>?/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** The number that a numbering style puts beside an entry, as `[1]`; empty when it puts none. */
export const numberOf = (entry: string): string => safe(inMargin(entry).margin).text.trim();

/** An entry of a bibliography without its box and its number. */
export const entryOf = (entry: string): FormattedReference =>
  safe(inMargin(entry).rest.replace(/<\/?div[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim());

const opensMargin = '<div class="csl-left-margin">';

/** What an entry has in its margin, and the rest of it. */
function inMargin(entry: string): { readonly margin: string; readonly rest: string } {
  const start = entry.indexOf(opensMargin);
  const end = start < 0 ? -1 : entry.indexOf('</div>', start);
  return end < 0 ? { margin: '', rest: entry } : { margin: entry.slice(start + opensMargin.length, end), rest: entry.slice(0, start) + entry.slice(end + '</div>'.length) };
}

/** A formatted text of citeproc's as safe HTML and as plain text. Where a style prints nothing, citeproc says so in brackets; that goes. */
export function safe(formatted: string): FormattedReference {
  const html = withoutMark(formatted).replace(/\[NO_PRINTED_FORM\] ?/g, '').trimEnd().replace(anyTag, (tag) => (ownTag.test(tag) ? tag : htmlText(tag)));
  const text = html.replace(/<[^<>]*>/g, '').replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    (code !== undefined ? String.fromCodePoint(Number(code)) : entities[name ?? ''] ?? whole));
  return { text, html: html as HtmlText };
}

/** What can be said of an item that a style can't format. */
export function inShort(item: Item): FormattedReference {
  const text = [authorsInBrief(item), yearOf(item), item.title].filter(Boolean).join('. ');
  return { text, html: htmlText(text) };
}
