/** Dates as BibTeX (`year`, `month`, `day`) and BibLaTeX (`date`, in the extended format of ISO 8601-2) write them. */
import type { CslDate } from '../../source';
import { monthNumber, readDate, seasonNumber } from '../dates';
import { texAsText } from './texText';

const point = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.Z+-]{0,30})?([?~%]?)$/u;

type Point = { readonly days: readonly (readonly number[])[]; readonly circa: boolean; readonly season?: number };

/** A date or range of BibLaTeX, or one in words; `undefined` for an empty value. An open end is left open. */
export function edtfDate(value: string): CslDate | undefined {
  if (/^[1-9]\d{3}$/u.test(value)) return { 'date-parts': [[Number(value)]] };
  const text = /^[-\dXTZ:.+?~%/\s]+$/u.test(value) ? value.trim() : texAsText(value);
  if (text === '') return undefined;
  const [from = '', to, more] = text.split('/').map((end) => end.trim());
  const start = pointOf(from);
  if (start === undefined || more !== undefined) return wordedDate(text);
  const end = to === undefined || to === '' || to === '..' ? undefined : pointOf(to);
  if (to !== undefined && to !== '' && to !== '..' && end === undefined) return wordedDate(text);
  const days = end === undefined ? start.days : [start.days[0] ?? [], end.days.at(-1) ?? []];
  return {
    'date-parts': days,
    ...(start.season === undefined ? {} : { season: start.season }),
    ...(start.circa || end?.circa === true ? { circa: true } : {}),
  };
}

function pointOf(text: string): Point | undefined {
  const [, year = '', month, day, doubt] = point.exec(text) ?? [];
  if (year === '') return undefined;
  const circa = doubt !== '';
  if (year.endsWith('X')) return { days: [[Number(year.replace(/X/gu, '0'))], [Number(year.replace(/X/gu, '9'))]], circa: true };
  // The year 0 is the first before the common era, which CSL counts as -1.
  const number = Number(year) > 0 ? Number(year) : Number(year) - 1;
  const second = Number(month ?? '0');
  if (second >= 21 && second <= 24) return { days: [[number]], circa, season: second - 20 };
  const isMonth = second >= 1 && second <= 12;
  const third = Number(day ?? '0');
  return { days: [[number, ...(isMonth ? [second] : []), ...(isMonth && third >= 1 && third <= 31 ? [third] : [])]], circa };
}

const years = /^(\d{4})\s*(?:\/|[-–—]{1,3})\s*(\d{4}|\d{2})$/u;

/** Dates in words: `Spring 2020`, `1914–1918`, `c. 1850`, `in press`. */
function wordedDate(text: string): CslDate {
  const [, first = '', second = ''] = years.exec(text) ?? [];
  const until = second.length === 2 ? first.slice(0, 2) + second : second;
  if (first !== '' && Number(until) > Number(first)) return { 'date-parts': [[Number(first)], [Number(until)]] };
  const [, about, year, doubt] = /^\[?(c\.?|ca\.?|circa)?\s{0,3}(\d{4})\s{0,3}([?~]?)\]?$/iu.exec(text) ?? [];
  if (year !== undefined) return { 'date-parts': [[Number(year)]], ...(about !== undefined || doubt !== '' ? { circa: true } : {}) };
  return readDate(text) ?? { literal: text };
}

/** The date that the fields `year`, `month` and `day` give together. */
export function dateOfParts(year: string, month: string, day: string): CslDate | undefined {
  const whole = edtfDate(year);
  const days = whole?.['date-parts'];
  if (whole === undefined || days?.length !== 1 || days[0]?.length !== 1) {
    return whole?.literal === undefined ? whole : readDate(`${whole.literal} ${texAsText(month)}`) ?? whole;
  }
  if (month === '') return whole;
  const first = days[0][0] ?? 0;
  const { season, months: [from, to] } = monthField(month);
  if (season !== undefined) return { ...whole, season };
  if (from === undefined) return whole;
  const dayNumber = Number(/\d{1,2}/u.exec(texAsText(day))?.[0]) || from.day;
  const start = [first, from.month, ...(dayNumber !== undefined && dayNumber >= 1 && dayNumber <= 31 ? [dayNumber] : [])];
  return { ...whole, 'date-parts': to === undefined ? [start] : [start, [first, to.month, ...(to.day === undefined ? [] : [to.day])]] };
}

type MonthField = { readonly season: number | undefined; readonly months: readonly (MonthDay | undefined)[] };

/** Fields of months that were read: there are few different ones. */
const known = new Map<string, MonthField>();
const mostKnown = 500;

function monthField(field: string): MonthField {
  const found = known.get(field);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const text = texAsText(field);
  const read = { season: seasonNumber(text), months: monthsOf(text) };
  known.set(field, read);
  return read;
}

type MonthDay = { readonly month: number; readonly day?: number };

/** `Mar`, `3`, `jan--feb`, `January/February`, `12 May`, `May 12`, `may 3-5`. */
function monthsOf(text: string): readonly (MonthDay | undefined)[] {
  const ends = text.split(/[-–—/]{1,3}| and | & /u).map((end) => end.trim());
  if (ends.length > 2) return [];
  const start = monthDay(ends[0] ?? '');
  if (ends[1] === undefined || start === undefined) return [start];
  if (/^\d{1,2}$/u.test(ends[1]) && start.day !== undefined) return [start, { month: start.month, day: Number(ends[1]) }];
  const end = /^\d{1,2}$/u.test(ends[1]) && !/^\d{1,2}$/u.test(ends[0] ?? '') ? undefined : monthDay(ends[1]);
  return /^\d/u.test(ends[0] ?? '') && !/\p{L}/u.test(ends[0] ?? '') && end?.day !== undefined ? [{ month: end.month, day: Number(ends[0]) }, end] : [start, end];
}

function monthDay(text: string): MonthDay | undefined {
  const words = text.replace(/(\d)(?:st|nd|rd|th|\.)/gu, '$1').split(/[\s,]+/u).filter((word) => word !== '');
  const name = words.find((word) => /\p{L}/u.test(word)) ?? words[0] ?? '';
  const month = monthNumber(name);
  const day = Number(words.find((word) => word !== name && /^\d{1,2}$/u.test(word)));
  if (month === undefined) return undefined;
  return day >= 1 && day <= 31 ? { month, day } : { month };
}
