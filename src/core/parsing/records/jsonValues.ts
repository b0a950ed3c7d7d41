/** The values of indexes as CSL has them, by variable: plain text, names, dates, ranges of pages, identifiers. */
import { dateVariables, isObject, nameVariables, type CslDate, type Json, type JsonObject } from '../../source';
import { readAbstract } from '../abstract';
import { readDate } from '../dates';
import { cleanDoi, cleanUrl, statedDoi } from '../identifiers';
import { languageCode } from '../languages';
import { withoutMarkup } from '../markup';
import { textAt, valuesAt, type JsonIndex } from './jsonIndex';
import { creatorsIn } from './jsonNames';

const names = new Set<string>(nameVariables);
const dates = new Set<string>(dateVariables);

/** The value of a variable in a record, or undefined. */
export function valueOf(variable: string, paths: readonly string[], view: JsonObject, index: JsonIndex): unknown {
  for (const path of paths) {
    const value = path.includes('..') ? rangeAt(view, path) : valueAt(variable, valuesAt(view, path), index);
    if (value !== undefined) return value;
  }
  return undefined;
}

function valueAt(variable: string, values: readonly Json[], index: JsonIndex): unknown {
  if (values.length === 0) return undefined;
  if (names.has(variable)) return filled(creatorsIn(values, index.wholeNamesAreBodies).map(({ name }) => name));
  if (dates.has(variable)) return firstOf(values, (value) => dateOf(value, index.fillsDates === true));
  if (variable === 'keyword') return filled(values.flatMap((value) => wordsOf(value, values.length > 1)))?.join(', ');
  return firstOf(values, (value) => textOf(variable, value));
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

function firstOf<T>(values: readonly Json[], read: (value: Json) => T | undefined): T | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

const wordsOf = (value: Json, listed: boolean): readonly string[] =>
  (typeof value === 'string' ? (listed ? [value] : value.split(/[;,]/u)).map((word) => oneLine(withoutMarkup(word))).filter((word) => word !== '') : []);

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const readers: { readonly [variable: string]: (text: string) => string | undefined } = {
  abstract: (text) => readAbstract(withoutMarkup(text))?.text,
  DOI: (text) => statedDoi(text) ?? cleanDoi(text),
  URL: (text) => cleanUrl(text),
  language: (text) => languageCode(text),
  page: (text) => (/^0*$/u.test(text) ? undefined : pageRange(text)),
  ISBN: (text) => /[\dX][\dX -]{8,20}$/iu.exec(text)?.[0],
  ISSN: (text) => /\d{4}-?\d{3}[\dX]/iu.exec(text)?.[0].replace(/^(\d{4})(?=\d)/u, '$1-'),
  PMID: (text) => /\d{1,9}$/u.exec(text.replace(/\/$/u, ''))?.[0],
  PMCID: (text) => /(?:PMC)?\d{1,9}$/u.exec(text.replace(/\/$/u, ''))?.[0].replace(/^(?=\d)/u, 'PMC'),
};

function textOf(variable: string, value: Json): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  if (text === '' || text === 'null') return undefined;
  const read = Object.hasOwn(readers, variable) ? readers[variable] : undefined;
  return read === undefined ? oneLine(withoutMarkup(text)) || undefined : read(text);
}

/** The date in a text, a number or CSL's form; parts that are null end it. */
function dateOf(value: Json, fillsDates: boolean): CslDate | undefined {
  const date = readDate(isObject(value) ? partsOf(value) : typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  return fillsDates && year !== undefined && month === 1 && day === 1 ? { 'date-parts': [[year]] } : date;
}

function partsOf(value: JsonObject): string {
  const parts = valuesAt(value, 'date-parts');
  const first = Array.isArray(parts[0]) ? (parts[0] as readonly Json[]) : parts;
  const numbers = first.map((part) => (typeof part === 'number' || typeof part === 'string' ? String(part) : ''));
  const end = numbers.findIndex((part) => !/^\d{1,4}$/u.test(part));
  return numbers.slice(0, end < 0 ? 3 : end).join('-');
}

/** `161–98` is 161-198; `19 - 5` stands the wrong way round. What is no range stays as it is. */
export function pageRange(text: string): string {
  const line = oneLine(text).replace(/ ?[-‐‑‒–—−]{1,2} ?/gu, '-');
  const [, first, last] = /^(?:pp?\. ?)?(\d{1,6})-(\d{1,6})$/iu.exec(line) ?? [];
  if (first === undefined || last === undefined) return line;
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  if (Number(first) <= Number(whole)) return first === whole ? first : `${first}-${whole}`;
  return Number(first) < Number(last) ? `${first}-${last}` : `${last}-${first}`;
}

function rangeAt(view: JsonObject, path: string): string | undefined {
  const [from = '', to = ''] = path.split('..');
  const first = textAt(view, from);
  const last = textAt(view, to);
  if (first === undefined || last === undefined || last === first) return first;
  return pageRange(first.includes('-') ? first : `${first}-${last}`);
}
