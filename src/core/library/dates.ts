/** Dates as people write them in front matter: EDTF level 0 and the parts of level 1 that references need. */
import type { CslDate, Json } from '../source';
import { isObject } from '../source';

const edtfDate = /^(-?\d{1,4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/;

/** A CSL date from front matter: a CSL object, a year, an EDTF string (`2023-06-09`, `2021/2022`, `2019~`), else a literal. */
export function dateFrom(value: Json): CslDate | undefined {
  if (typeof value === 'number') return { 'date-parts': [[Math.trunc(value)]] };
  if (typeof value === 'string') return value.trim() === '' ? undefined : edtf(value.trim());
  if (!isObject(value)) return undefined;
  return withNumbers(value);
}

function edtf(text: string): CslDate {
  const ends = text.split('/').map((end) => edtfDate.exec(end));
  if (ends.length > 2 || ends.some((end) => end === null)) return { literal: text };
  const parts = ends.map((end) => dateParts(end as RegExpExecArray));
  const season = parts[0]?.[1] ?? 0;
  const circa = ends.some((end) => end?.[4]);
  if (parts.length === 1 && season >= 21 && season <= 24) return { 'date-parts': [[parts[0]?.[0] ?? 0]], season: season - 20 };
  return circa ? { 'date-parts': parts, circa } : { 'date-parts': parts };
}

function dateParts(match: RegExpExecArray): number[] {
  return [match[1], match[2], match[3]].filter((part) => part !== undefined).map(Number);
}

/** CSL allows numbers as strings in `date-parts`; we hold numbers. */
function withNumbers(value: { readonly [key: string]: Json }): CslDate {
  const parts = value['date-parts'];
  if (!Array.isArray(parts)) return value as CslDate;
  const numbers = parts.map((date) => (Array.isArray(date) ? date : [date]).map(Number).filter(Number.isFinite));
  return { ...value, 'date-parts': numbers } as CslDate;
}
