/** Days of a programme: a full date in a session's line, or what the line says together with the days of the event. */
import { monthNumber, readDate } from '../../dates';
import type { CslDate } from '../../../source';

/** First and last day of the event as far as its heading tells, and whether numbers of dates put the day first. */
export type EventDays = { readonly year?: number; readonly month?: number; readonly from?: number; readonly to?: number; /** The heading names a month and no day. */ readonly onlyMonth?: boolean; readonly dayFirst: boolean };

/** The beginnings of the names of each weekday, from Sunday on. */
const weekdays: readonly RegExp[] = [
  /^(?:sun|son|dim|dom|вос|нед|nie|pazar$)/u, /^(?:mon|lun|пон|pon|seg|pazart)/u, /^(?:tue|die|mar|вто|вів|wto|ter|sal)/u, /^(?:wed|mit|mer|mié|сре|сер|śro|qua|çar)/u,
  /^(?:thu|don|jeu|gio|jue|чет|czw|qui|per)/u, /^(?:fri|fre|ven|vie|пят|п.ят|pią|sex|cuma$)/u, /^(?:sat|sam|sab|sáb|суб|sob|cumar)/u,
];
const dayName = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|lunes|martes|miércoles|jueves|viernes|sábado|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|domingo|poniedziałek|wtorek|środa|czwartek|piątek|niedziela|pazartesi|salı|çarşamba|perşembe|cuma(?:rtesi)?|pazar|понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя)`;
const openingDay = new RegExp(String.raw`(?:^|[\s(])${dayName}(?:$|[\s,.:)])`, 'iu');
const firstDay = new RegExp(`^${dayName}(?:$|[\\s,.:)])`, 'iu');
const numeric = /(?<!\d)(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/u;

/** Ordinals, dashes and `27.Sept.2023` as `readDate` knows them. */
const plainDay = (text: string): string => text.replace(/(\d)(?:ST|ND|RD|TH|st|nd|rd|th)(?!\p{L})/gu, '$1').replace(/[\u2010-\u2015]/gu, '-').replace(/(?<!\d)(\d{1,2})\.(\p{L}{3,9})\.?(?=\d{4}(?!\d))/gu, '$1 $2 ');

/** Does the line name a day: a weekday or a whole date? */
export const hasDay = (text: string): boolean =>
  text.length < 160 && !/[.!?]\s+\p{Lu}/u.test(text.slice(20)) && (openingDay.test(text.slice(0, 60)) && /\d/u.test(text) || numeric.test(text) && text.length < 60 || /^(?:\[?\d{1,2} \p{L}{3,9}\.? \d{4}\b)/u.test(text) && text.length < 90);

/** Does the line begin with a weekday, as `Thu, September 5, …` does? */
export const weekdayFirst = (text: string): boolean => firstDay.test(text);

const rangeFirst = /(?<!\d)(\d{1,2})\.?(?: ?(?:de )?(\p{L}{3,10}))?(?: ?[-–—] ?| (?:al?|bis|au|to|до|do) )(\d{1,2})\.? (?:de )?(\p{L}{3,10})\.?,?(?: (?:de )?(\d{4}))?/u;
const monthFirst = /(\p{L}{3,10})\.? (\d{1,2}) ?[-–—] ?(?:(\p{L}{3,10})\.? )?(\d{1,2}),? (\d{4})/u;

const hasTime = (text: string): boolean => /\d{1,2}[:.]\d\d/u.test(text);

/** A day on which somebody looked at a page. */
const lookedAt = /(?:access|retriev|view|visit)ed|abgerufen|consult|дата обращения|обращения:|erişim|acess|visitad/iu;

/** The days that the head of a programme names. */
export function eventDays(head: readonly string[], all: readonly string[], dayFirst: boolean): EventDays {
  const order = { dayFirst: dayFirst || all.some((text) => Number(numeric.exec(text)?.[1] ?? 0) > 12 || numeric.exec(text)?.[2] === '.') };
  for (const text of head) {
    const range = daysOf(text);
    if (range !== undefined) return { ...range, ...order };
  }
  const [only] = head.slice(0, 4).flatMap((text) => (hasTime(text) || lookedAt.test(text) ? [] : readDate(plainDay(text))?.['date-parts']?.filter((parts) => parts.length === 3) ?? []));
  if (only?.[0] !== undefined && only[1] !== undefined && only[2] !== undefined) return { year: only[0], month: only[1], from: only[2], to: only[2], ...order };
  const month = monthAlone(head);
  if (month !== undefined) return { ...month, ...order };
  const year = head.map((text) => Number(/(?<![\d/.-]|(?<!\p{L})(?:after|since|before|until|till|post|seit|nach|vor|bis|après|depuis|avant|desde|hasta|dopo|dal|после|до|с)[ -])(20\d\d|19[5-9]\d)(?![\d/])/iu.exec(text)?.[1] ?? /\p{Lu}{2,8}(20\d\d)/u.exec(text)?.[1] ?? 0)).find((found) => found > 0);
  return { ...(year === undefined ? {} : { year }), ...order };
}

/** `…, Trieste, settembre 2024`: a month at the end of a line, and no day in any. */
function monthAlone(head: readonly string[]): Pick<EventDays, 'year' | 'month' | 'onlyMonth'> | undefined {
  for (const text of head.slice(0, 4)) {
    const [, name = '', year] = /(?:^|, )(\p{L}{3,10}) ((?:19|20)\d\d)$/u.exec(text) ?? [];
    const month = monthNumber(name);
    if (month !== undefined && text.length < 120) return { year: Number(year), month, onlyMonth: true };
  }
  return undefined;
}

function daysOf(text: string): Omit<EventDays, 'dayFirst'> | undefined {
  const [, from, firstMonth, to, month, year] = rangeFirst.exec(text) ?? [];
  const number = monthNumber(month ?? '');
  if (from !== undefined && number !== undefined && !/^\d/u.test(month ?? '')) return span(Number(from), Number(to), firstMonth === undefined ? number : undefined, Number(year ?? /(?<!\d)(20\d\d)(?!\d)/u.exec(text)?.[1] ?? 0), number);
  const [, name, first, second, last, years] = monthFirst.exec(text) ?? [];
  const named = monthNumber(name ?? '');
  return first !== undefined && named !== undefined && !/^\d/u.test(name ?? '') ? span(Number(first), Number(last), second === undefined ? named : undefined, Number(years), named) : undefined;
}

function span(from: number, to: number, month: number | undefined, year: number, last: number): Omit<EventDays, 'dayFirst'> | undefined {
  if (year === 0) return undefined;
  return month === undefined ? { year, month: last } : { year, month, from, to };
}

/** The day of a session's line; undefined when it names none, or only half of one. */
export function dayOf(text: string, days: EventDays): CslDate | undefined {
  const plain = plainDay(text);
  const number = numericDay(plain, days);
  if (number !== undefined) return { 'date-parts': [number] };
  const whole = readDate(plain);
  if ((whole?.['date-parts']?.[0]?.length ?? 0) === 3) return whole;
  const { year } = days;
  if (year === undefined) return undefined;
  const [, day, month] = /(?<!\d)(\d{1,2})\.? (?:de )?(\p{L}{3,10})/u.exec(plain) ?? [];
  const [, monthBefore, dayBehind] = /(\p{L}{3,10})\.? (\d{1,2})(?![\d:.])/u.exec(plain) ?? [];
  const candidates = [[monthNumber(monthBefore ?? ''), Number(dayBehind)], [monthNumber(month ?? ''), Number(day)]] as const;
  const found = candidates.find(([at, on]) => at !== undefined && on >= 1 && on <= 31);
  return found?.[0] === undefined ? byWeekday(plain, days) : { 'date-parts': [[year, found[0], found[1]]] };
}

function numericDay(text: string, { dayFirst, month }: EventDays): readonly number[] | undefined {
  const [, one, , two, year] = numeric.exec(text) ?? [];
  if (one === undefined) return undefined;
  const [first, second] = [Number(one), Number(two)];
  if (first > 12 || dayFirst || (month !== undefined && second === month)) return second <= 12 ? [Number(year), second, first] : undefined;
  return second > 12 || (month !== undefined && first === month) ? [Number(year), first, second] : undefined;
}

/** “Friday” of an event of three days is one of them. */
function byWeekday(text: string, { year, month, from, to }: EventDays): CslDate | undefined {
  const name = openingDay.exec(text.slice(0, 60))?.[0].toLowerCase().replace(/[^\p{L}’']/gu, '') ?? '';
  const weekday = name === '' ? -1 : weekdays.findIndex((names) => names.test(name));
  if (weekday < 0 || year === undefined || month === undefined || from === undefined || to === undefined || to - from > 6) return undefined;
  const day = Array.from({ length: to - from + 1 }, (_, index) => from + index).find((on) => weekdayOf(year, month, on) === weekday);
  return day === undefined ? undefined : { 'date-parts': [[year, month, day]] };
}

/** 0 for Sunday to 6 for Saturday, by Zeller’s rule. */
function weekdayOf(year: number, month: number, day: number): number {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const zeller = (day + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7;
  return (zeller + 6) % 7;
}

/** The days of the event as one date, when nothing tells the day of a paper. */
export function wholeEvent({ year, month, from, to, onlyMonth }: EventDays): CslDate | undefined {
  if (onlyMonth === true && year !== undefined && month !== undefined) return { 'date-parts': [[year, month]] };
  if (year === undefined || month === undefined || from === undefined || to === undefined) return undefined;
  return { 'date-parts': from === to ? [[year, month, from]] : [[year, month, from], [year, month, to]] };
}
