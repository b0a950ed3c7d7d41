/** Which kind of record a JSON object is, told by its keys. */
import { isObject, itemTypes, type JsonObject, type Json } from '../../source';
import type { Format } from '../reading';
import { indexOf, type IndexFormat } from './jsonIndexes';

/** The formats that are JSON. */
export type JsonFormat = Extract<Format, 'csl-json' | 'aggregator-json' | IndexFormat>;

const types = new Set<string>(itemTypes);
/** Names that Crossref and older tools give to types of CSL. */
export const foreignTypes: ReadonlyMap<string, string> = new Map([
  ['journal-article', 'article-journal'], ['book-chapter', 'chapter'], ['proceedings-article', 'paper-conference'],
  ['posted-content', 'article'], ['monograph', 'book'], ['edited-book', 'book'], ['reference-book', 'book'],
  ['dissertation', 'thesis'], ['report-series', 'report'], ['reference-entry', 'entry'], ['peer-review', 'review'],
  ['data', 'dataset'],
]);

const aggregatorKeys = [
  'authors', 'PeriodicalId', 'PeriodicalName', 'platform', 'DOIUrl', 'publicationDate', 'publicationTypes', 'citationCount', 'journal', 'JCR',
  'paperId', 'externalIds', 'venue', 'openAccessPdf',
];

/** CSL JSON, an index's or an aggregator's record, or none of them. */
export function jsonFormatOf(object: JsonObject): JsonFormat | undefined {
  const index = indexOf(object);
  if (index !== undefined) return index;
  if (isCsl(object)) return 'csl-json';
  const known = aggregatorKeys.filter((key) => Object.hasOwn(object, key)).length;
  return typeof object['title'] === 'string' && known >= 2 ? 'aggregator-json' : undefined;
}

/** Does an object of a list speak of the record before it or of the page: a note, an attachment, a publisher? */
export function isBeside(object: JsonObject): boolean {
  const { itemType } = isObject(object['data']) ? object['data'] : object;
  return itemType === 'note' || itemType === 'attachment' || itemType === 'annotation' || Object.hasOwn(object, '@type');
}

function isCsl(object: JsonObject): boolean {
  const type = object['type'];
  if (typeof type !== 'string' || Object.hasOwn(object, 'message-type')) return false;
  if (!types.has(type) && !foreignTypes.has(type)) return false;
  const evidence = [isNameList(object['author']), isNameList(object['editor']), isDate(object['issued']), object['id'] !== undefined,
    typeof object['container-title'] === 'string', typeof object['DOI'] === 'string'];
  return evidence.some(Boolean) || (typeof object['title'] === 'string' && Object.keys(object).length <= 3);
}

const isNameList = (value: Json | undefined): boolean => Array.isArray(value) && value.some(isObject);
const isDate = (value: Json | undefined): boolean => isObject(value) && ['date-parts', 'raw', 'literal'].some((key) => key in value);
