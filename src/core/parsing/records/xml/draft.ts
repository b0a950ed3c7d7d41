/** What the readers of XML and of metadata in HTML hand over, and how it becomes a record. */
import { recordCutShort, type Problem } from '../../../problem';
import type { CslDate, ItemType, Json, JsonObject, Name, Span } from '../../../source';
import { readAbstract } from '../../abstract';
import { allSure, reviewUnsure, trust } from '../../certainty';
import { monthNumber, readDate, seasonNumber } from '../../dates';
import { itemOf, type Found } from '../../found';
import { cleanDoi, cleanUrl, statedDoi } from '../../identifiers';
import { languageCode } from '../../languages';
import { withoutEnd } from '../../lines';
import { withoutMarkup } from '../../markup';
import { fromCapitals, readName } from '../../names';
import type { Certainty, Format } from '../../reading';

/** The fields of a record by their CSL names; `unmapped` holds what CSL has no place for, `unsure` the reasons to look at a field. */
export type Draft = {
  readonly type: ItemType;
  readonly fields: { readonly [field: string]: unknown };
  readonly unmapped?: { readonly [name: string]: Json | undefined };
  readonly unsure?: { readonly [field: string]: string };
};

/** The record of a draft at `span`. */
export function recordOf(format: Format, draft: Draft, span: Span, whole = true): Found {
  const fields = Object.fromEntries(Object.entries(draft.fields).map(([field, value]) => [field, cleanField(field, value)]));
  const item = itemOf(draft.type, fields, customOf(draft.unmapped ?? {}, new Set(Object.values(fields))));
  const named = Object.keys(item).filter((field) => !['id', 'type', 'custom'].includes(field));
  const certainty: { readonly [field: string]: Certainty } = {
    ...allSure(named, trust.structured, 'Stands in the record under its own name.'),
    ...Object.fromEntries(Object.entries(draft.unsure ?? {}).filter(([field]) => field in item).map(([field, why]) => [field, { sure: trust.guessed, why }])),
  };
  const problems: readonly Problem[] = whole ? [] : [recordCutShort('XML', { start: span.start, end: span.end })];
  return { start: span.start, end: span.end, format, item: reviewUnsure(item, certainty), certainty, problems };
}

/** What has found no field, and is in none. */
function customOf(unmapped: NonNullable<Draft['unmapped']>, mapped: ReadonlySet<unknown>): JsonObject {
  const kept = Object.entries(unmapped).flatMap(([name, value]) =>
    (value === undefined || value === '' || mapped.has(value) || (Array.isArray(value) && value.length === 0) ? [] : [[name, value] as const]));
  return kept.length === 0 ? {} : { unmapped: Object.fromEntries(kept) };
}

const litter = /^(?:null|none|n\/a|undefined|-)$/iu;

function cleanField(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (litter.test(text)) return undefined;
  if (field === 'DOI') return statedDoi(text) ?? cleanDoi(text);
  if (field === 'ISSN') return text.replace(/^(\d{4})(?=\d{3}[\dXx]$)/u, '$1-');
  if (field === 'URL') return cleanUrl(text);
  if (field === 'language') return languageCode(text.replace('_', '-'));
  if (field === 'abstract') return readAbstract(withoutMarkup(text))?.text;
  return withoutMarkup(text).replace(/\s+/gu, ' ');
}

/** A person by parts, or a body when only `family` is there. */
export function personOf(family: string | undefined, given?: string, suffix?: string): readonly Name[] {
  if (family === undefined) return given === undefined ? [] : [{ literal: given }];
  if (given === undefined) return [{ literal: family }];
  const { 'non-dropping-particle': particle, family: rest = family } = readName(`${family.replaceAll(',', ' ')}, x`);
  const shouted = family.length > 3 && family === family.toUpperCase() && /\p{Lu}{3}/u.test(family);
  return [{ family: rest, given: shouted ? given.split(' ').map((word) => (word.length > 3 ? fromCapitals(word) : word)).join(' ') : given, ...(particle === undefined ? {} : { 'non-dropping-particle': particle }), ...(suffix === undefined ? {} : { suffix }) }];
}

const isBody = (line: string): boolean => / (?:of|for|the|für|pour) /u.test(line) || line.split(' ').filter((word) => !/^\p{Ll}/u.test(word)).length > 4;

/** A name as one text: `Family, Given`, `Given Family`, or a body, which ends in a comma or has many words. */
export function namedOf(text: string): readonly Name[] {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (!/\p{L}/u.test(line)) return [];
  if (/^[^,]{1,200},$/u.test(line)) return [{ literal: line.slice(0, -1) }];
  if (!line.includes(',') && isBody(line)) return [{ literal: line }];
  return [readName(line)];
}

const compact = /^((?:1\d|20)\d\d)(\d\d)(\d\d)?$/u;

/** A date in one text: ISO, `20210304`, `2021/03/04`, or in words. */
export function dateIn(text: string | undefined): CslDate | undefined {
  const [, year, month, day] = compact.exec(text?.trim() ?? '') ?? [];
  return text === undefined ? undefined : dateOf(year, month, day) ?? readDate(text);
}

/** A date by parts; the month as a number, a name or a season. What is impossible is left out. */
export function dateOf(year: string | undefined, month?: string, day?: string): CslDate | undefined {
  if (year === undefined || !/^\d{4}$/u.test(year.trim())) return undefined;
  const season = seasonNumber(month ?? '');
  if (season !== undefined) return { 'date-parts': [[Number(year)]], season };
  const number = monthNumber(month?.trim() ?? '');
  const parts = [year.trim(), ...(number === undefined ? [] : [String(number), ...(/^\d{1,2}$/u.test(day?.trim() ?? '') ? [day?.trim() ?? ''] : [])])];
  return readDate(parts.join('-')) ?? readDate(parts.slice(0, 2).join('-')) ?? readDate(year);
}

/** A range of pages: `388-95` is 388-395; two values make one. */
export function pagesOf(first: string | undefined, last?: string): string | undefined {
  const start = first?.trim().replace(/\s?[‐‑‒–—−-]{1,2}\s?/gu, '-').replace(/^pp?\.\s?/u, '');
  const end = last?.trim();
  const range = start === undefined || start === '' ? end : start.includes('-') || end === undefined || end === '' || end === start ? start : `${start}-${end}`;
  return range === undefined || range === '' ? undefined : range.replace(/(?<![\d-])(\d{2,6})-(\d{1,5})(?![\d-])/gu, (whole, from: string, to: string) =>
    (to.length < from.length && Number(from.slice(-to.length)) <= Number(to) ? `${from}-${from.slice(0, from.length - to.length)}${to}` : whole)).replace(/^([A-Za-z])(\d{1,6})-(\d{1,6})$/u, '$1$2-$1$3');
}

/** Several words as CSL's `keyword`, each once. */
export const keywordsOf = (words: readonly string[]): string =>
  [...new Set(words.map((word) => withoutEnd(word, ' ;,\n\t').trim()).filter((word) => word !== ''))].join(', ');

/** A title and its subtitle with one colon between. */
export function titleOf(title: string | undefined, subtitle?: string): string | undefined {
  const [head, tail] = [title?.trim() ?? '', subtitle?.trim() ?? ''];
  if (head === '' || tail === '' || head.toLowerCase().endsWith(tail.toLowerCase())) return head || tail || undefined;
  return /[?!:]$/u.test(head) ? `${head} ${tail}` : `${head}: ${tail}`;
}

/** The first ISBN or ISSN of a text in a form that looks like one. */
export function standardNumbers(text: string | undefined): { readonly ISBN?: string; readonly ISSN?: string } {
  const isbn = /(?<!\d)(?:97[89][- ]?)?\d{1,5}[- ]?\d{1,7}[- ]?\d{1,7}[- ]?[\dXx](?![\dXx])/u.exec(text ?? '')?.[0];
  const issn = /(?<!\d)\d{4}[-–]?\d{3}[\dXx](?![\d-])/u.exec(text ?? '')?.[0];
  const digits = isbn?.replace(/[^\dX]/giu, '').length;
  if (isbn !== undefined && (digits === 10 || digits === 13)) return { ISBN: isbn };
  return issn === undefined ? {} : { ISSN: issn };
}
