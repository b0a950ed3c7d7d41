/** Pages as records give them, as CSL wants them: `388-395`. */

/** A range with a plain hyphen and both of its pages whole (`388–95`). Undefined for what is no page (`0`, `np`). */
export function pageRange(text: string | undefined): string | undefined {
  const pages = text?.replace(/\s{0,5}[\u0096\u0097\ufffd\u2010-\u2015\u2212-]{1,3}\s{0,5}/gu, '-').replace(/^(?:pp?\.? ?|[sSсС](?:тр)?(?:\. ?| )|[сС]|P{1,2}\.? ?|Pp\.? ?)(?=\d)/u, '').replace(/[.,;]$/u, '').trim();
  if (pages === undefined || /^(?:0*|-|n\.?\s?p\.?|n\/a)$/iu.test(pages)) return undefined;
  const [, letter, from, to] = /^([A-Za-z])(\d{1,6})-\1?(\d{1,6})(?=$|, )/u.exec(pages) ?? [];
  if (letter !== undefined && from !== undefined && to !== undefined) return pages.replace(/^[^,]{1,20}/u, lettered(letter, from, to));
  const [, first, last] = /^(\d{1,6})-(\d{1,6})$/u.exec(pages) ?? [];
  return first === undefined || last === undefined ? severalRanges(pages).replace(/-$/u, '') : joinedPages(first, last);
}

/** `112-8, 120-1; discussion 122`: each range with both of its pages whole. */
const severalRanges = (pages: string): string =>
  pages.replace(/(?<![^\s,;])(\d{2,6})-(\d{1,5})(?=[,;]|$)/gu, (range, first: string, last: string) => (last.length < first.length ? joinedPages(first, last) : range));

/** `S12-8` are the pages S12-S18 of a supplement. */
const lettered = (letter: string, first: string, last: string): string => joinedPages(first, last).split('-').map((page) => letter + page).join('-');

/** `211` and `34` are 211-234; a first page that holds a range already is the whole range. */
export function pagesFrom(start: string | undefined, end: string | undefined): string | undefined {
  const first = pageRange(start);
  const last = pageRange(end);
  if (first === undefined || last === undefined || first.includes('-') || first === last) return first ?? last;
  const both = /^\d{5,8}$/u.test(first) && /^\d{2,4}$/u.test(last) && first.endsWith(last) ? first.slice(0, -last.length) : '';
  if (both !== '' && Number(both) < Number(last)) return `${both}-${last}`;
  return joinedPages(first, last);
}

/** The last page whole, where it is shortened; `41103-1` is not: it is the first page of an article with a number. */
function joinedPages(first: string, last: string): string {
  if (first === last) return first;
  const shortened = /^\d+$/u.test(first + last) && last.length < first.length;
  const whole = shortened ? first.slice(0, first.length - last.length) + last : last;
  return `${first}-${shortened && Number(whole) < Number(first) ? last : whole}`;
}

/** `93105` can't be a page: it is 93-105 that lost its dash. Undefined when no likely range (of 60 pages at most) is in it. */
export function splitPages(text: string): string | undefined {
  if (!/^[1-9]\d{4,7}$/u.test(text)) return undefined;
  const middle = Math.floor(text.length / 2);
  const first = Number(text.slice(0, middle));
  const last = Number(text.slice(middle));
  return text[middle] !== '0' && last > first && last - first <= 60 ? `${first}-${last}` : undefined;
}
