/**
 * Records of indexes that relay others, as JSON with the page's text around it (booksci.cn, Semantic Scholar's form):
 * authors in one string, a volume that is none, a date filled up with 1 January, the abstract once more behind the object.
 */
import { recordCutShort } from '../../problem';
import { isObject, type CslDate, type Item, type Json, type JsonObject, type Name, type Review } from '../../source';
import { readAbstract } from '../abstract';
import { allSure, reviewUnsure, trust, withReviews } from '../certainty';
import { readDate } from '../dates';
import { readingOfDoi, type DoiReading } from '../doiReading';
import { itemOf, type Found } from '../found';
import { cleanDoi, cleanUrl } from '../identifiers';
import { readName, readNames } from '../names';
import type { Span } from '../../source';
import { textBehind } from './aggregatorText';

/** The record of an object at `span`; `text` up to `limit` is searched for what the page says behind the object. */
export function readAggregator(object: JsonObject, span: Span, text: string, limit: number, cutShort: boolean): Found {
  const own = readAbstract(stringOf(object['abstract']) ?? '');
  const behind = textBehind(text, span.end, limit, own?.text);
  const abstract = own?.text ?? behind.abstract;
  const doi = doiOf(object);
  const journal = isObject(object['journal']) ? object['journal'] : {};
  const fields = {
    title: stringOf(object['title'])?.replace(/\s+/gu, ' '), author: authorsOf(object['authors']), issued: issuedOf(object), abstract,
    'container-title': containerOf(object, journal), page: pagesOf(journal), DOI: doi, URL: urlOf(object),
  };
  const item = itemOf(typeOf(object), fields);
  const certainty = certaintyOf(item);
  const reviewed = withReviews(reviewUnsure(item, certainty), reviewsFor(journal, doi));
  const whole = { start: span.start, end: behind.end };
  return { ...whole, format: 'aggregator-json', item: reviewed, certainty, problems: cutShort ? [recordCutShort('JSON', whole)] : [] };
}

const certaintyOf = (item: Item): Found['certainty'] => ({
  ...allSure(Object.keys(item).filter((field) => !['id', 'type', 'custom'].includes(field)), trust.structured, 'Stands in the record under its own name.'),
  ...(item.type === 'document' ? { type: { sure: trust.guessed, why: 'The record does not say what it is.' } } : {}),
});

function stringOf(value: Json | undefined): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function authorsOf(value: Json | undefined): readonly Name[] {
  if (typeof value === 'string') return readNames(value).names;
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).flatMap((author) => {
    const name = stringOf(isObject(author) ? author['name'] : author);
    return name === undefined ? [] : [readName(name)];
  });
}

function doiOf(object: JsonObject): string | undefined {
  const ids = isObject(object['externalIds']) ? object['externalIds'] : {};
  for (const value of [object['doi'], object['DOI'], ids['DOI'], object['DOIUrl'], object['ListUrlMain']]) {
    const doi = cleanDoi(stringOf(value) ?? '');
    if (doi !== undefined) return doi;
  }
  return undefined;
}

/** `2023-01-01` is how these indexes write “2023”. */
function issuedOf(object: JsonObject): CslDate | undefined {
  const date = readDate(stringOf(object['publicationDate']) ?? stringOf(object['year']) ?? stringOf(object['EPubDate']) ?? '');
  const [year, month, day] = date?.['date-parts']?.[0] ?? [];
  return year !== undefined && month === 1 && day === 1 ? { 'date-parts': [[year]] } : date;
}

const containerOf = (object: JsonObject, journal: JsonObject): string | undefined =>
  stringOf(journal['name']) ?? stringOf(object['PeriodicalName']) ?? stringOf(object['venue']) ?? stringOf(object['journal']);

function urlOf(object: JsonObject): string | undefined {
  const url = cleanUrl(stringOf(object['url']) ?? '');
  return url !== undefined && /doi\.org\//u.test(url) ? undefined : url;
}

const typesByName: readonly (readonly [RegExp, Item['type']])[] = [
  [/book\s?chapter|chapter/iu, 'chapter'], [/conference|proceedings/iu, 'paper-conference'], [/thesis|dissertation/iu, 'thesis'],
  [/preprint/iu, 'article'], [/dataset/iu, 'dataset'], [/report/iu, 'report'], [/^book$/iu, 'book'],
  [/journal|article|review|editorial|letter/iu, 'article-journal'],
];

function typeOf(object: JsonObject): Item['type'] {
  const value = object['publicationTypes'];
  const said = (Array.isArray(value) ? (value as readonly Json[]) : [value]).map(stringOf).filter((type) => type !== undefined).join(' ');
  const named = typesByName.find(([pattern]) => pattern.test(said))?.[1];
  return named ?? (isObject(object['journal']) || stringOf(object['PeriodicalName']) !== undefined || stringOf(object['venue']) !== undefined ? 'article-journal' : 'document');
}

const pageRange = /^(\d{1,5})\s*[-–—]{1,2}\s*(\d{1,5})$/u;

/** `5-19`, also when it stands the wrong way round (`19 - 5`). A bare `0` is no page. */
function pagesOf(journal: JsonObject): string | undefined {
  const text = stringOf(journal['pages'])?.replace(/\s+/gu, ' ');
  if (text === undefined || /^0*$/u.test(text)) return undefined;
  const [, first, last] = pageRange.exec(text) ?? [];
  if (first === undefined || last === undefined) return text;
  return Number(first) <= Number(last) ? `${first}-${last}` : `${last}-${first}`;
}

/** What the record's journal part and the DOI say about the volume, for the person to decide. */
function reviewsFor(journal: JsonObject, doi: string | undefined): { readonly [field: string]: Review } {
  const found = stringOf(journal['volume']);
  return found === undefined ? {} : { volume: volumeReview(found, (doi === undefined ? undefined : readingOfDoi(doi)) ?? {}) };
}

function volumeReview(found: string, reading: DoiReading): Review {
  const offer = reading.volume ?? /^(\d{1,4})(?: \d{1,3})?$/u.exec(found)?.[1];
  const from = reading.volume === undefined ? '' : `; the DOI says volume ${reading.volume}`;
  const why = `“${found}” is not to be trusted as a volume number: this index adds numbers of its own${from}. Look it up before you take it.`;
  return { why, found, ...(offer === undefined ? {} : { offer }) };
}
