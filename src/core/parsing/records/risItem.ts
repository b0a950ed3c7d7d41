/** What citation-js makes of a RIS record, mended into a clean CSL item; tags without a place in CSL stand under `custom.unmapped`. */
import type { CslDate, Item, ItemType, JsonObject, Name } from '../../source';
import { readAbstract, reflowed } from '../abstract';
import { withCustom } from '../certainty';
import { readDate, seasonNumber } from '../dates';
import { cleanDoi, cleanUrl, doisIn } from '../identifiers';
import { languageCode } from '../languages';
import { withoutMarkup } from '../markup';
import { readName } from '../names';
import type { RisRecord } from './risScan';
import { pagesFrom, splitPages } from './pageRange';
import { lostDash } from './draftItem';
import { typeNamed } from './typeNames';
import { plainTags, risTypes, silentTags } from './risTags';

/** The item of a record. What citation-js leaves out or reads amiss is taken from the tags. */
export function mendedRisItem(read: Item, record: RisRecord): Item {
  const tags = tagsOf(record);
  const type = typeOf(tags);
  const fields = { ...read, ...defined({ ...plainFields(tags), ...titles(tags, type), ...people(tags, type), ...numbers(tags, type) }) };
  const item = { ...fields, ...defined({ ...dates(tags), ...identifiers(tags, type), ...words(tags) }) };
  const { event, 'event-date': _, reporter: __, genre, ...rest } = { ...item, id: idOf(tags), type } as Item;
  const kept = { ...rest, ...(typeof genre === 'string' && cleanDoi(genre) === undefined ? { genre } : {}) } as Item;
  const named = event === undefined || kept['event-title'] !== undefined ? kept : { ...kept, 'event-title': event };
  const clean = Object.fromEntries(Object.entries(named).map(([field, value]) => [field, Array.isArray(value) && typeof value[0] === 'string' ? value[0] : value]));
  const { lost } = pagesOf(tags, type);
  const whole = withCustom(clean as unknown as Item, unmapped(tags, new Set(Object.values(clean))));
  return lost === undefined ? whole : withCustom(whole, { review: { page: lostDash(lost) } });
}

type Tags = ReadonlyMap<string, readonly string[]>;

function tagsOf(record: RisRecord): Tags {
  const tags = new Map<string, string[]>();
  for (const { tag, value } of record.fields) {
    if (value === '') continue;
    const values = tags.get(tag) ?? [];
    values.push(withoutMarkup(value));
    tags.set(tag, values);
  }
  return tags;
}

const oneLine = (text: string | undefined): string | undefined => text?.replace(/\s+/gu, ' ').trim();

/** The first value of the first of these tags that is there, as one line. */
function first(tags: Tags, ...names: readonly string[]): string | undefined {
  return oneLine(names.map((name) => tags.get(name)?.[0]).find((value) => value !== undefined && value !== ''));
}

const all = (tags: Tags, ...names: readonly string[]): readonly string[] => names.flatMap((name) => tags.get(name) ?? []);

const defined = (fields: { readonly [field: string]: unknown }): { readonly [field: string]: unknown } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));

function typeOf(tags: Tags): ItemType {
  const type = (first(tags, 'TY') ?? '').toUpperCase();
  if (Object.hasOwn(risTypes, type)) return risTypes[type] ?? 'document';
  const named = typeNamed(type);
  if (named !== undefined && named !== 'document') return named;
  return tags.has('JF') || tags.has('JO') || tags.has('T2') ? 'article-journal' : 'document';
}

const idOf = (tags: Tags): string => {
  const id = first(tags, 'ID') ?? '';
  return /^[\p{L}][\p{L}\p{N}_:./-]{1,60}$/u.test(id) ? id : '';
};

const plainFields = (tags: Tags): { readonly [field: string]: unknown } =>
  Object.fromEntries(Object.entries(plainTags).map(([tag, variable]) => [variable, first(tags, tag)] as const).filter(([, value]) => value !== undefined));

const isPart = (type: ItemType): boolean => ['chapter', 'entry-encyclopedia', 'entry-dictionary'].includes(type);
const isSerial = (type: ItemType): boolean => type.startsWith('article-');

function titles(tags: Tags, type: ItemType): { readonly [field: string]: unknown } {
  const title = first(tags, 'TI', 'T1', 'CT') ?? (isPart(type) ? undefined : first(tags, 'BT'));
  if (isSerial(type)) {
    const full = first(tags, 'JF', 'T2', 'JO', 'JA', 'J2', 'J1');
    const short = first(tags, 'JA', 'J2', 'J1', 'JO');
    return { title, 'container-title': full, ...(short === full ? {} : { 'container-title-short': short }) };
  }
  if (isPart(type)) return { title, 'container-title': first(tags, 'T2', 'BT'), 'collection-title': first(tags, 'T3') };
  if (type === 'paper-conference') {
    const event = first(tags, 'T2');
    return { title, 'container-title': first(tags, 'C3', 'BT') ?? event, 'event-title': first(tags, 'C3', 'BT') === undefined ? undefined : event };
  }
  return { title, 'collection-title': first(tags, 'T3', 'T2'), 'container-title': type === 'webpage' || type === 'post-weblog' ? first(tags, 'T2') : undefined };
}

function people(tags: Tags, type: ItemType): { readonly [field: string]: unknown } {
  const secondary = all(tags, 'A2', 'ED').map(risName);
  const book = type === 'book' || type === 'report';
  return {
    author: all(tags, 'AU', 'A1').map(risName),
    editor: book ? [...all(tags, 'A3', 'ED').map(risName), ...(tags.has('AU') || tags.has('A1') ? [] : all(tags, 'A2').map(risName))] : secondary,
    'collection-editor': book && (tags.has('AU') || tags.has('A1')) ? all(tags, 'A2').map(risName) : [],
    translator: all(tags, 'A4').map(risName),
  };
}

/** `Family, Given, Suffix`; without a comma a body of several words, or a name in reading order. */
function risName(text: string): Name {
  const line = text.replace(/\s+/gu, ' ').trim().replace(/,$/u, '');
  if (!line.includes(',') && line.split(' ').length > 3) return { literal: line };
  return readName(line);
}

function numbers(tags: Tags, type: ItemType): { readonly [field: string]: unknown } {
  const issue = first(tags, 'IS', 'CP', ...(isSerial(type) ? ['M1'] : []));
  const pages = pagesOf(tags, type).page;
  const whole = ['book', 'thesis', 'report'].includes(type) && /^\d+$/u.test(pages ?? '');
  return {
    ...(type === 'report' || type === 'thesis' ? { number: issue } : type === 'chapter' ? { 'number-of-volumes': issue } : { issue }),
    ...(whole ? { 'number-of-pages': pages } : { page: pages }),
    genre: cleanDoi(first(tags, 'M3') ?? '') === undefined ? first(tags, 'M3') : undefined,
  };
}

/** The pages; `lost` is what the record says when they were taken apart because a dash was lost. */
function pagesOf(tags: Tags, type: ItemType): { readonly page: string | undefined; readonly lost?: string } {
  const page = pagesFrom(first(tags, 'SP'), first(tags, 'EP'));
  const split = (isSerial(type) || isPart(type)) && !tags.has('EP') ? splitPages(page ?? '') : undefined;
  return split === undefined || page === undefined ? { page } : { page: split, lost: page };
}

function dates(tags: Tags): { readonly issued?: CslDate; readonly accessed?: CslDate } {
  const year = risDate(first(tags, 'PY', 'Y1'));
  const day = risDate(first(tags, 'DA'));
  const fuller = year === undefined || (yearIn(day) === yearIn(year) && (day?.['date-parts']?.[0]?.length ?? 0) > (year['date-parts']?.[0]?.length ?? 0));
  const issued = fuller ? day ?? year : year;
  const accessed = risDate(first(tags, 'Y2'));
  return { ...(issued === undefined ? {} : { issued }), ...(accessed?.['date-parts'] === undefined ? {} : { accessed }) };
}

const yearIn = (date: CslDate | undefined): number | undefined => date?.['date-parts']?.[0]?.[0];

/** `2020/03/04/Spring`, with any of its parts empty. */
function risDate(text: string | undefined): CslDate | undefined {
  if (text === undefined) return undefined;
  const [year, month, day, other = ''] = text.split('/').map((part) => part.trim());
  if (!/^\d{4}$/u.test(year ?? '') || text.split('/').length < 2) return readDate(text) ?? { literal: text };
  const whole = [year, month, day].filter((part) => part !== undefined && part !== '').join('-');
  const season = seasonNumber(other);
  const date = readDate(whole) ?? { 'date-parts': [[Number(year)]] };
  return season === undefined ? date : { 'date-parts': [[Number(year)]], season };
}

function identifiers(tags: Tags, type: ItemType): { readonly [field: string]: unknown } {
  const doi = all(tags, 'DO', 'M3', 'L3').map(cleanDoi).find((found) => found !== undefined)
    ?? all(tags, 'UR', 'N1').flatMap((value) => doisIn(value))[0];
  const urls = all(tags, 'UR', 'LK').flatMap((value) => value.split(/[\s;]+/u)).map(cleanUrl).filter((url) => url !== undefined);
  const number = first(tags, 'SN');
  const issn = number !== undefined && /^\d{4}-?\d{3}[\dXx](?!\d)/u.test(number);
  return {
    DOI: doi, URL: urls.find((url) => !/doi\.org\//u.test(url)) ?? urls[0],
    ...(number === undefined ? {} : type === 'report' ? {} : issn && !/^97[89]/u.test(number) ? { ISSN: number } : { ISBN: number }),
  };
}

function words(tags: Tags): { readonly [field: string]: unknown } {
  const abstracts = all(tags, 'AB', 'N2').map((text) => reflowed(text)).sort((a, b) => b.length - a.length);
  const abstract = abstracts[0];
  const language = first(tags, 'LA');
  return {
    abstract: abstract === undefined ? undefined : readAbstract(abstract)?.text,
    keyword: all(tags, 'KW').flatMap((value) => value.split('\n')).map((word) => word.trim()).filter((word) => word !== '').join(', '),
    language: language === undefined ? undefined : languageCode(language),
  };
}

function unmapped(tags: Tags, mapped: ReadonlySet<unknown>): JsonObject {
  const lost = [...tags].filter(([tag]) => !silentTags.has(tag) && !mapped.has(tags.get(tag)?.[0]) && !(tag === 'ID' && idOf(tags) !== ''))
    .map(([tag, values]) => [tag, values.length === 1 ? values[0] ?? '' : values] as const);
  return lost.length === 0 ? {} : { unmapped: Object.fromEntries(lost) };
}
