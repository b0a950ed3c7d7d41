/** CSL JSON as sources: the shapes that CSL asks for are mended, everything else is kept as it is. */
import { recordCutShort } from '../../problem';
import { dateVariables, isObject, itemTypes, nameVariables, type CslDate, type Item, type ItemType, type Json, type JsonObject, type Name, type Span } from '../../source';
import { allSure, trust } from '../certainty';
import { readDate } from '../dates';
import type { Found } from '../found';
import { cleanDoi } from '../identifiers';
import { readName } from '../names';
import { foreignTypes } from './jsonFormats';
import { withoutEntities, withoutMarkup } from '../markup';

/** The record of a CSL object at `span`. */
export function readCsl(object: JsonObject, span: Span, cutShort: boolean): Found {
  const item = cslItem(object);
  const certainty = allSure(Object.keys(item), trust.structured, 'Stands in the record under its own name.');
  return { start: span.start, end: span.end, format: 'csl-json', item, certainty, problems: cutShort ? [recordCutShort('CSL JSON', { start: span.start, end: span.end })] : [] };
}

const types = new Set<string>(itemTypes);
const names = new Set<string>(nameVariables);
const dates = new Set<string>(dateVariables);
/** What Crossref's service adds about itself; it says nothing about the work. */
const service = new Set([
  'indexed', 'reference-count', 'references-count', 'is-referenced-by-count', 'reference', 'content-domain', 'prefix', 'member', 'score',
  'resource', 'relation', 'deposited', 'created', 'source', 'license', 'link', 'issn-type', 'isbn-type', 'journal-issue', 'alternative-id',
  'published-print', 'published-online', 'published', 'assertion', 'update-policy', 'short-title', 'original-title', 'subtitle', 'funder',
]);

/** An object of CSL's shape as an item. A type that CSL does not know becomes `document`. */
export function cslItem(object: JsonObject): Item {
  const fromCrossref = Object.hasOwn(object, 'reference-count') || Object.hasOwn(object, 'indexed');
  const fields = Object.entries(object).filter(([field, value]) => value !== null && field !== 'id' && field !== 'type' && !(fromCrossref && service.has(field)));
  const mended = fields.map(([field, value]) => [field, mendedField(field, value)] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries([['id', keyOf(object['id'])], ['type', typeOf(object['type'])], ...mended]) as unknown as Item;
}

const keyOf = (id: Json | undefined): string => (typeof id === 'string' || typeof id === 'number' ? String(id) : '');

function typeOf(type: Json | undefined): ItemType {
  const name = typeof type === 'string' ? foreignTypes.get(type) ?? type : '';
  return types.has(name) ? (name as ItemType) : 'document';
}

function mendedField(field: string, value: Json): unknown {
  if (names.has(field)) return namesOf(value);
  if (dates.has(field)) return dateOf(value);
  if (field === 'custom') return isObject(value) ? value : { unmapped: value };
  if (field === 'tags' || field === 'categories') return Array.isArray(value) ? value : [value];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (field === 'DOI' && typeof value === 'string') return cleanDoi(value) ?? value;
  if (field === 'abstract' && typeof value === 'string') return withoutMarkup(value);
  if (typeof value === 'string' && /^(?:title|container-title|publisher|collection-title)$/u.test(field)) return withoutEntities(value);
  if (Array.isArray(value) && /^(?:title|container-title|container-title-short|ISSN|ISBN|title-short)$/u.test(field)) return firstText(value as readonly Json[]);
  return value;
}

const firstText = (list: readonly Json[]): string | undefined => list.find((value) => typeof value === 'string');

function namesOf(value: Json): readonly Name[] | undefined {
  const list: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const read = list.flatMap((name) => (typeof name === 'string' ? [readName(name)] : isObject(name) ? nameOf(name) : []));
  return read.length === 0 ? undefined : read;
}

const parts = ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'] as const;

function nameOf(object: JsonObject): readonly Name[] {
  const kept = parts.flatMap((part) => {
    const text = object[part];
    return typeof text === 'string' && text.trim() !== '' ? [[part, text.trim()] as const] : [];
  });
  const own = typeof object['name'] === 'string' && kept.length === 0 ? [['literal', object['name']] as const] : [];
  const rest = Object.entries(object).filter(([key]) => ['comma-suffix', 'static-ordering', 'parse-names', 'ORCID'].includes(key));
  return kept.length + own.length === 0 ? [] : [Object.fromEntries([...kept, ...own, ...rest]) as Name];
}

function dateOf(value: Json): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return readDate(String(value)) ?? { literal: String(value) };
  if (!isObject(value)) return undefined;
  const days = (Array.isArray(value['date-parts']) ? (value['date-parts'] as readonly Json[]) : []).map(dayOf).filter((day) => day.length > 0);
  const { 'date-parts': _, ...rest } = value;
  const date = { ...(days.length === 0 ? {} : { 'date-parts': days }), ...rest, ...seasonOf(value['season']) };
  if (days.length === 0 && typeof value['raw'] === 'string') return readDate(value['raw']) ?? (date as CslDate);
  return Object.keys(date).length === 0 ? undefined : (date as CslDate);
}

function seasonOf(season: Json | undefined): { readonly season?: number } {
  const number = Number(season);
  return season !== undefined && Number.isInteger(number) ? { season: number } : {};
}

function dayOf(value: Json): readonly number[] {
  const list: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const numbers = list.map((part) => (part === null || part === '' ? Number.NaN : Number(part)));
  const end = numbers.findIndex((number) => !Number.isInteger(number));
  return end < 0 ? numbers : numbers.slice(0, end);
}
