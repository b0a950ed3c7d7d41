/** Values of a reference without the signs around them. */
import { withoutEnd } from '../../lines';
import type { Segment } from './segments';

/** A stretch of the reference as the value of a variable. */
export const valueOf = (text: string, variable: string, { start, end }: Segment): string => cleaned(variable, text.slice(variable === 'page' ? lettered(text, start) : start, end));

/** Letters glued in front of a page belong to it: `e1024`, `C32`. */
const lettered = (text: string, start: number): number => start - (/(?<!\p{L})\p{L}{1,2}$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0);

const closing: { readonly [open: string]: string } = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’', '\'': '\'', '»': '«', '(': ')', '[': ']', '《': '》', '『': '』', '「': '」' };

/** A value without punctuation and quotation marks around it; of an edition its number. */
export function cleaned(field: string, raw: string): string {
  if (field === 'edition') return /\d{1,3}/u.exec(raw)?.[0] ?? raw;
  const text = withoutEnd(raw.replace(/^[\s.,:;)\]}/–—-]+/u, ''), field === 'publisher' || field === 'publisher-place' || field === 'genre' ? ' ,:;([–—-' : ' .,:;([/–—-');
  const open = text[0] ?? '';
  const whole = closing[open]?.includes(text.at(-1) ?? '') === true && text.length > 2 && !text.slice(1, -1).includes(open) ? text.slice(1, -1).trim() : text;
  return balanced(field === 'title' || field === 'container-title' ? withoutEnd(whole, ' .,:;/') : whole);
}

/** Without a bracket or quotation mark that has lost its other half at the edge. */
function balanced(text: string): string {
  if (/^[“„«『「]/u.test(text) && !/[”“»』」]/u.test(text.slice(1))) return text.slice(1);
  if (/[”»』」]$/u.test(text) && !/[“„«『「]/u.test(text)) return text.slice(0, -1);
  if (/^['‘]\p{Lu}/u.test(text) && !/['’]/u.test(text.slice(1).replace(/(?<=\p{L})['’](?=\p{L})/gu, ''))) return text.slice(1);
  if ((text.startsWith('"') || text.endsWith('"')) && text.indexOf('"') === text.lastIndexOf('"')) return text.replace('"', '').trim();
  return text.endsWith(')') && !text.includes('(') ? text.slice(0, -1) : text;
}

/** The year with the day that may stand apart from it (`2021. – 12 мая`). */
export function dateOf(text: string, segments: readonly Segment[], first: string): string {
  const dates = segments.filter(({ field }) => field === 'date').map(({ start, end }) => text.slice(start, end));
  const year = dates.find((date) => /\d{4}/u.test(date));
  if (year === undefined) return first;
  const day = dates.find((date) => !/\d{4}/u.test(date) && /\p{L}{3}/u.test(date));
  return day === undefined || /\p{L}{3}/u.test(year) ? dates.filter((date) => /\d{4}/u.test(date)).reduce((longest, date) => (date.length > longest.length ? date : longest)) : `${day} ${year}`;
}
