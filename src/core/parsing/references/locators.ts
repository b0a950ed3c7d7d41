/** Dates and pages of references in the forms of CSL. */
import { readDate } from '../dates';

/** The date in the words of a reference as CSL has it; a year with a letter (`2021a`) is the year. */
export const issuedOf = (text: string) => {
  if (text.length === 4) return readDate(text);
  const iso = /\d{4}-\d\d-\d\d/u.exec(text)?.[0];
  const [, year, month, day] = /^(\d{4})[a-z]?, (\p{L}{3,12})\.? (\d{1,2}) ?[–-] ?(?:\p{L}{3,12} )?\d{1,2}$/u.exec(text) ?? [];
  if (year !== undefined) return readDate(`${month} ${day}, ${year}`) ?? readDate(year);
  const turned = text.replace(/(?<=\d{4})[a-z](?!\p{L})/u, '').replace(/^(\d{4}),? (.+)$/u, '$2 $1').replace(/[-–/]\d{4}$/u, '');
  const read = readDate(iso ?? turned.replace(/(?<!\p{L})(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})$/u, '$1 $2, $3'));
  return read ?? readDate(/\d{4}/u.exec(text)?.[0] ?? '');
};

/** `161–98` as `161-198`, `45 - 67` as `45-67`. */
export function pageOf(text: string): string {
  const match = /^(\D{0,2})(\d+)\s?[-–—−]{1,2}\s?(\D{0,2})(\d+)(\+\d+)?$/u.exec(text);
  if (match === null) return text.replace(/\s?[–—−]\s?/gu, '-');
  const [, lead = '', first = '', second = '', last = '', more = ''] = match;
  const whole = last.length < first.length && second === '' ? first.slice(0, first.length - last.length) + last : last;
  return `${lead}${first}-${second}${whole}${more}`;
}
