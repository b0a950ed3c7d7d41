/** Dates of records: year first (`2021 Mar 4`), or a year in one tag and the rest in another. */
import type { CslDate } from '../../source';
import { monthNumber, readDate, seasonNumber } from '../dates';

const yearFirst = /^(\d{4})[\s/.-]{1,2}(\p{L}{3,12})\.?(?:\s?[-/]\s?(\p{L}{3,12})\.?)?(?:\s{1,2}(\d{1,2})(?!\d))?/u;
const monthsFirst = /^(\p{L}{3,12})\.?\s?[-/]\s?(\p{L}{3,12})\.?,? (\d{4})$/u;
const dayBeforeMonth = /^(\d{4}) (\d{1,2}) (\p{L}{3,12})\.?$/u;
const daysOfMonth = /^(\p{L}{3,12})\.? (\d{1,2})-(\d{1,2}),? (\d{4})$/u;
const daysBeforeMonth = /^(\d{1,2}) ?[-–] ?(\d{1,2}) (\p{L}{3,12})\.?,? (\d{4})$/u;
const daysYearFirst = /^(\d{4}) (\p{L}{3,12})\.? (\d{1,2})-(\d{1,2})$/u;
const monthNumberAndYear = /^(0[1-9]|1[0-2]) (\d{4})$/u;
const compact = /^(\d{4}) ?(0[1-9]|1[0-2])(?: ?(\d\d))?$/u;

/** The date in a text of a record; as far as it is whole. */
export function recordDate(text: string): CslDate | undefined {
  const date = text.replace(/\s+/gu, ' ').trim().replace(daysBeforeMonth, '$3 $1-$2, $4').replace(daysYearFirst, '$2 $3-$4, $1').replace(monthNumberAndYear, '$2-$1');
  const [, packed, packedMonth, packedDay] = compact.exec(date) ?? [];
  if (packed !== undefined) return readDate([packed, packedMonth, packedDay].filter(Boolean).join('-'));
  const [, year, first = '', second = '', inMonth] = yearFirst.exec(date) ?? [];
  const [, month, from, to, ofYear] = daysOfMonth.exec(date) ?? [];
  const [, early, late, ofMonths] = monthsFirst.exec(date) ?? [];
  if (ofMonths !== undefined) return dateOf(ofMonths, early ?? '', late ?? '', undefined) ?? readDate(date);
  const [, yearBefore, day, after] = dayBeforeMonth.exec(date) ?? [];
  if (yearBefore !== undefined) return readDate(`${yearBefore}-${monthNumber(after ?? '') ?? 0}-${day ?? ''}`) ?? readDate(yearBefore);
  const number = monthNumber(month ?? '');
  if (number !== undefined && ofYear !== undefined) return { 'date-parts': [from, to].map((day) => [Number(ofYear), number, Number(day)]) };
  return (year === undefined ? undefined : dateOf(year, first, second, inMonth)) ?? readDate(withoutEmptyParts(date));
}

/** `2021///` and `2021/03//` without the parts that are empty. */
const withoutEmptyParts = (date: string): string => date.replace(/(?:[/-](?:00?)?){1,3}$/u, '');

const seasonsShort: { readonly [name: string]: number } = { spr: 1, sum: 2, aut: 3, fal: 3, fall: 3, win: 4, wtr: 4 };

function dateOf(year: string, first: string, second: string, day: string | undefined): CslDate | undefined {
  const season = seasonNumber(first) ?? seasonsShort[first.toLowerCase()];
  if (season !== undefined) return { 'date-parts': [[Number(year)]], season };
  const month = monthNumber(first);
  if (month === undefined) return undefined;
  const until = monthNumber(second);
  if (until !== undefined && until > month) return { 'date-parts': [[Number(year), month], [Number(year), until]] };
  return readDate(`${year}-${month}${day === undefined ? '' : `-${day}`}`);
}

/** A year, and a date that may lack it (`MAR 4`) or repeat it. What contradicts the year is left out. */
export function yearAndDate(year: string | undefined, rest: string | undefined): CslDate | undefined {
  const plain = year === undefined ? undefined : recordDate(year);
  if (rest === undefined) return plain;
  const hasYear = /(?<!\d)\d{4}(?!\d)|^\d{6,8}$/u.test(rest);
  const fuller = recordDate(hasYear || year === undefined ? rest : `${year} ${dayLast(rest)}`);
  if (fuller === undefined || plain === undefined) return fuller ?? plain;
  return fuller['date-parts']?.[0]?.[0] === plain['date-parts']?.[0]?.[0] ? fuller : plain;
}

/** `4 March` as `March 4`, and `3/4` as it stands. */
const dayLast = (text: string): string => text.trim().replace(/^(\d{1,2})[\s-](\p{L}{3,12})$/u, '$2 $1').replace(/,$/u, '');
