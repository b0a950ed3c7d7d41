/** Dates as pages print them, in the languages of the field. Day before month; what is ambiguous is left out. */
import type { CslDate } from '../source';

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'янв', 'қаң', 'каң', 'январ', 'січ', 'oca', 'ocak', 'jän', 'ene', 'gen', 'janv', 'stycz', 'ledna', 'leden'],
  ['feb', 'фев', 'ақп', 'лют', 'şub', 'fév', 'fev', 'luty', 'lutego', 'února', 'únor'],
  ['mar', 'мар', 'нау', 'бер', 'mär', 'mrz', 'březn'],
  ['apr', 'апр', 'сәу', 'квіт', 'nis', 'avr', 'abr', 'kwie', 'dubna', 'duben'],
  ['may', 'мая', 'май', 'мам', 'трав', 'mai', 'maj', 'mag', 'květ'],
  ['jun', 'июн', 'мау', 'черв', 'haz', 'juin', 'giu', 'czerw', 'června'],
  ['jul', 'июл', 'шіл', 'лип', 'tem', 'juil', 'lug', 'lipca', 'lipiec', 'července'],
  ['aug', 'авг', 'там', 'серп', 'ağu', 'aoû', 'ago', 'sierp', 'srpna'],
  ['sep', 'сен', 'қыр', 'вер', 'eyl', 'set', 'wrze', 'září'],
  ['oct', 'окт', 'қаз', 'жовт', 'eki', 'okt', 'ott', 'out', 'paźd', 'říj'],
  ['nov', 'ноя', 'қар', 'лист', 'kas'],
  ['dec', 'дек', 'жел', 'груд', 'ara', 'dez', 'déc', 'dic', 'grud', 'prosin'],
];
/** Names so short that other words begin with them: they are whole words only. */
const shortNames: { readonly [name: string]: number } = { sty: 1, lut: 2, kwi: 4, cze: 6, wrz: 9, paź: 10, gru: 12, úno: 2, bře: 3, dub: 4, zář: 9 };
const seasons: readonly (readonly string[])[] = [
  ['spring', 'весна', 'printemps', 'frühjahr', 'frühling', 'bahar', 'primavera', 'көктем'],
  ['summer', 'лето', 'été', 'sommer', 'yaz', 'verano', 'жаз'],
  ['autumn', 'fall', 'осень', 'automne', 'herbst', 'güz', 'otoño', 'күз'],
  ['winter', 'зима', 'hiver', 'kış', 'invierno', 'қыс'],
];

/** 1 to 12 for the name of a month, whole or shortened, in any of the languages known; else undefined. */
export function monthNumber(word: string): number | undefined {
  const name = word.toLowerCase().replace(/\.$/u, '');
  if (/^\d{1,2}$/u.test(name)) return inRange(Number(name), 1, 12);
  const index = monthNames.findIndex((starts) => starts.some((start) => name.startsWith(start)));
  return index < 0 ? shortNames[name] : index + 1;
}

/** 1 to 4 for the name of a season, spring first, as CSL counts them; else undefined. */
export function seasonNumber(word: string): number | undefined {
  const index = seasons.findIndex((names) => names.includes(word.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}

const inRange = (value: number, low: number, high: number): number | undefined =>
  value >= low && value <= high ? value : undefined;

type Pattern = readonly [RegExp, (groups: readonly string[]) => readonly (number | undefined)[]];
/**
 * A letter, told by what it is not: neither a sign nor a digit nor a blank. What stands there is looked up among the names of months, so that a stricter class
 * would find the same; but this one takes a hundredth of the time when the pattern is first tried, where every letter of every script would take ten milliseconds.
 */
const letter = '[^\\u0000-@[-`{-\\u00bf\\u2000-\\u206f\\u3000-\\u303f\\uff00-\\uff20]';
const word = `(${letter}{3,12})\\.?`;
const seasonAndYear = new RegExp(`(?<!${letter})(${letter}{3,12})[ ,/]{1,2}(\\d{4})(?!\\d)`, 'u');
const patterns: readonly Pattern[] = [
  [/(?<!\d)(\d{4})[-‐‑‒–/.](\d{1,2})[-‐‑‒–/.](\d{1,2})(?!\d)/u, ([y, m, d]) => [Number(y), Number(m), Number(d)]],
  [/(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u, ([y, m, d]) => [Number(y), Number(m), Number(d)]],
  [/(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月/u, ([y, m]) => [Number(y), Number(m)]],
  [new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[ /-]{1,2}(?:de )?${word},?[ /-]{1,2}(?:de )?(\\d{4})(?!\\d)`, 'u'),
    ([d, m, y]) => [Number(y), monthNumber(m ?? ''), Number(d)]],
  [new RegExp(`${word} (\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\\d{4})(?!\\d)`, 'u'), ([m, d, y]) => [Number(y), monthNumber(m ?? ''), Number(d)]],
  [new RegExp(`(?<!\\d)(\\d{4}) ?ж\\.? (\\d{1,2}) ${word}`, 'u'), ([y, d, m]) => [Number(y), monthNumber(m ?? ''), Number(d)]],
  [new RegExp(`${word},? (?:de )?(\\d{4})(?!\\d)`, 'u'), ([m, y]) => [Number(y), monthNumber(m ?? '')]],
  [/(?<!\d)(\d{4})[-/](\d{1,2})(?!\d)/u, ([y, m]) => [Number(y), Number(m)]],
  [/(?<![\d./-])(\d{1,2})[-/.](\d{4})(?![\d./-])/u, ([m, y]) => [Number(y), Number(m)]],
  [/(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/u, ([d, m, y]) => dayFirst(Number(d), Number(m), Number(y))],
  [/(?<!\d)(\d{4})(?!\d)/u, ([y]) => [Number(y)]],
];

/** `25/08/2022` can only be day first; of `03/04/2021` only the year is sure. */
const dayFirst = (day: number, month: number, year: number): readonly number[] =>
  day > 12 && month <= 12 ? [year, month, day] : [year];

/** The first date in a text, as far as it is whole and possible (a year from 1000 to 2199); else undefined. */
export function readDate(text: string): CslDate | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  if (text.length === 4) return datedBy(possible([Number(text)]));
  const season = seasonAndYear.exec(text);
  const number = seasonNumber(season?.[1] ?? '');
  if (season !== null && number !== undefined) return { 'date-parts': [[Number(season[2])]], season: number };
  for (const [pattern, parts] of patterns) {
    const match = pattern.exec(text);
    const date = match === null ? undefined : possible(parts(match.slice(1)));
    if (date !== undefined) return datedBy(date);
  }
  return undefined;
}

const datedBy = (date: readonly number[] | undefined): CslDate | undefined => (date === undefined ? undefined : { 'date-parts': [date] });

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function possible(parts: readonly (number | undefined)[]): readonly number[] | undefined {
  const [year, month, day] = parts;
  if (year === undefined || year < 1000 || year > 2199) return undefined;
  if (parts.length === 1) return [year];
  if (month === undefined || month < 1 || month > 12) return undefined;
  if (parts.length === 2) return [year, month];
  return day === undefined || day < 1 || day > daysIn(year, month) ? undefined : [year, month, day];
}

/** `2024-06-09`, `2024-06` or `2024`: as much of the date as is known; undefined for one in words. */
export function isoDate(date: CslDate): string | undefined {
  const parts = date['date-parts']?.[0];
  if (parts === undefined || parts.length === 0) return undefined;
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
