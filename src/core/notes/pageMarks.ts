/** On which page of a full text a passage stands, by the marks that the text has for that. */
import type { Locator, Span } from '../source';
import { locatorFrom } from './locator';

/**
 * A page, and how it is known: `marked` where the text names it (`[p. 12]`, `<!-- page 12 -->`, `--- Page 12 ---`), `counted` from its page breaks
 * (form feeds), which is the page of a print-out and may not be the page that was printed.
 */
export type PageOf = { readonly locator: Locator; readonly known: 'marked' | 'counted' };

const marks = /(?:[[{(]|<!-- ?|-{3} ?)(\p{L}{1,8}\.?[ ]?(?:\d{1,5}|[ivxlc]{1,8}))(?:[\]})]| ?-->| ?-{3})/giu;

/** The page or pages of a passage; undefined when nothing before it says so. A mark stands at the beginning of its page. */
export function pageOf(text: string, { start, end }: Span): PageOf | undefined {
  const named = [...text.slice(0, end).matchAll(marks)].flatMap(({ 1: words = '', index }) => {
    const locator = locatorFrom(words);
    return locator?.label === 'page' ? [{ index, page: locator.value }] : [];
  });
  const first = named.findLast(({ index }) => index <= start)?.page;
  if (first !== undefined) return { locator: pages(first, named.at(-1)?.page ?? first), known: 'marked' };
  const breaks = (to: number): number => text.slice(0, to).split('\f').length;
  return text.includes('\f') ? { locator: pages(String(breaks(start)), String(breaks(end))), known: 'counted' } : undefined;
}

const pages = (first: string, last: string): Locator => ({ label: 'page', value: first === last ? first : `${first}–${last}` });
