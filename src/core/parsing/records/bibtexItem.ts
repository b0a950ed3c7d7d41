/** What citation-js makes of an entry, mended into a clean CSL item; fields it has no place for stand under `custom.unmapped`. */
import { dateVariables, isObject, nameVariables, type CslDate, type Item, type JsonObject } from '../../source';
import { readAbstract, reflowed } from '../abstract';
import { withCustom } from '../certainty';
import { cleanDoi, cleanUrl } from '../identifiers';
import type { Values } from './bibtexFamily';
import { lostOf } from './bibtexLost';
import { authorsIncomplete, placesOf } from './bibtexPlaces';
import type { BibEntry } from './bibtexScan';
import { isPlain, mendedText } from './tex';
import { readTex } from './texText';

/** The item of an entry with all its fields in the places that CSL has for them. `read` is what citation-js made of it. */
export function mendedItem(read: Item, entry: BibEntry, values: Values): Item {
  const base = Object.fromEntries(Object.entries(read).filter(([field]) => field !== 'citation-key' && field !== 'event')
    .map(([field, value]) => [field, typeof value === 'string' || typeof value === 'number' ? mendedText(String(value)) : value]));
  const places = { ...unknownTo(base, entry, values, read), ...filled(placesOf(entry.type, values, read)) };
  const placed = { ...withoutMoved(base, places), ...places, id: entry.key } as unknown as Item;
  const whole = withIdentifiers(placed, values);
  return withCustom(whole, { ...(authorsIncomplete(values) ? { authorsIncomplete: true } : {}), ...unmapped(whole, entry) });
}

const filled = (fields: { readonly [field: string]: unknown }): { readonly [field: string]: unknown } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/** Texts in which citation-js left a command: read again without it. */
function unknownTo(base: { readonly [field: string]: unknown }, entry: BibEntry, values: Values, read: Item): { readonly [field: string]: unknown } {
  const left = Object.entries(base).filter(([, value]) => typeof value === 'string' && value.includes('\\')).map(([field]) => field);
  if (left.length === 0) return {};
  const loose = filled(placesOf(entry.type, values, read, true));
  return Object.fromEntries(left.flatMap((field) => (field in loose ? [[field, loose[field]]] : [])));
}

const numbers = ['issue', 'number', 'collection-number'];

/** Names, dates and numbers are placed here; what citation-js makes of them does not count. */
function withoutMoved(base: { readonly [field: string]: unknown }, places: { readonly [field: string]: unknown }): { readonly [field: string]: unknown } {
  const renumbered = numbers.some((field) => field in places);
  const wrong = new Set<string>([...(renumbered ? numbers : []), ...dateVariables, ...nameVariables, ...('jurisdiction' in places ? ['publisher-place'] : [])]);
  return Object.fromEntries(Object.entries(base).filter(([field]) => !wrong.has(field)));
}

function withIdentifiers(item: Item, values: Values): Item {
  const doi = cleanDoi(values.get('doi') ?? '') ?? cleanDoi(item.URL ?? '');
  const url = cleanUrl(plainUrl(values.get('url') ?? values.get('howpublished') ?? ''));
  const keyword = typeof item['keyword'] === 'string' ? item['keyword'].split(',').map((word) => word.trim()).filter((word) => word !== '').join(', ') : undefined;
  return defined({ ...item, genre: genreOf(item), DOI: doi ?? item.DOI, URL: url ?? item.URL, keyword, abstract: abstractOf(item, values), ...soundDates(item) });
}

/** What BibLaTeX's names of types say. */
const genres: { readonly [name: string]: string } = {
  phdthesis: 'PhD thesis', mathesis: 'Master’s thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis', techreport: 'Technical report',
  resreport: 'Research report',
};

function genreOf({ type, genre }: Item): string | undefined {
  if (typeof genre !== 'string' || type === `article-${genre}`) return undefined;
  return genres[genre] ?? genre;
}

const plainUrl = (text: string): string => (/\\url\s*\{([^}]*)\}/u.exec(text)?.[1] ?? text).replace(/\n[ \t]{0,80}/gu, '').trim();

function abstractOf(item: Item, values: Values): string | undefined {
  const raw = values.get('abstract') ?? '';
  const text = isPlain(raw) ? reflowed(raw) : texParagraphs(raw) ?? item.abstract ?? '';
  return text.trim() === '' ? undefined : readAbstract(text)?.text ?? text;
}

/** The paragraphs of a text in TeX, or undefined when a command in it is not known. */
function texParagraphs(raw: string): string | undefined {
  const readings = raw.split(/\n[ \t]*\n\s*|\\par\b/u).map(readTex);
  return readings.every(({ whole }) => whole) ? readings.map(({ text }) => text).filter((text) => text !== '').join('\n\n') : undefined;
}

/** Each date without parts that are no whole numbers. */
const soundDates = (item: Item): { readonly [field: string]: unknown } =>
  Object.fromEntries(dateVariables.filter((field) => field in item).map((field) => [field, soundDate(item[field])]));

function soundDate(date: CslDate | undefined): CslDate | undefined {
  const days = date?.['date-parts'];
  if (days === undefined) return date;
  const sound = days.filter((day) => day.length > 0 && day.every(Number.isInteger));
  return sound.length === days.length ? date : sound.length > 0 ? { 'date-parts': sound } : undefined;
}

const defined = (fields: { readonly [field: string]: unknown }): Item =>
  Object.fromEntries(Object.entries(fields).filter(([field, value]) => field === 'id' || (value !== undefined && value !== ''))) as unknown as Item;

function unmapped(item: Item, entry: BibEntry): JsonObject {
  const lost = lostOf(entry, item);
  const before = isObject(item.custom) ? item.custom['unmapped'] : undefined;
  return Object.keys(lost).length === 0 ? {} : { unmapped: { ...(isObject(before) ? before : {}), ...lost } };
}
