/** What citation-js makes of an entry, mended into a clean CSL item; fields it has no place for stand under `custom.unmapped`. */
import { dateVariables, isObject, nameVariables, type CslDate, type Item, type JsonObject, type Name } from '../../source';
import { cleanDoi, cleanUrl } from '../identifiers';
import { readDate } from '../dates';
import { languageCode } from '../languages';
import { withCustom } from '../certainty';
import { readAbstract, reflowed } from '../abstract';
import type { BibEntry } from './bibtexScan';
import { isPlain, mendedText, plainTex } from './tex';

/** The item of an entry: key, names, dates and identifiers as CSL wants them. */
export function mendedItem(read: Item, entry: BibEntry): Item {
  const values = new Map(entry.fields.map(({ name, value }) => [name, value]));
  const texts = Object.entries(read).filter(([field]) => field !== 'citation-key' && field !== 'id')
    .map(([field, value]) => [field, typeof value === 'string' || typeof value === 'number' ? mendedText(String(value)) : value] as const);
  const base = Object.fromEntries([['id', entry.key], ...texts]) as unknown as Item;
  const { item, incomplete } = withNames(base, values);
  const whole = withPlaces(withIdentifiers(item, values), values);
  return withCustom(whole, {
    ...(incomplete ? { authorsIncomplete: true } : {}),
    ...unmapped(whole, values),
  });
}

type Values = ReadonlyMap<string, string>;

function withNames(item: Item, values: Values): { readonly item: Item; readonly incomplete: boolean } {
  let incomplete = false;
  const lists = nameVariables.flatMap((variable) => {
    const names = item[variable];
    if (names === undefined) return [];
    const persons = names.filter((name) => !(name.family === 'others' && name.given === undefined));
    incomplete ||= variable === 'author' && persons.length < names.length;
    const raw = rawNames(values.get(fieldOf[variable] ?? variable) ?? '');
    return [[variable, persons.map((name, index) => mendedName(name, raw[index] ?? '')).filter((name) => Object.values(name).some(Boolean))] as const];
  });
  return { item: { ...item, ...Object.fromEntries(lists) }, incomplete };
}

const fieldOf: { readonly [variable: string]: string } = { 'container-author': 'bookauthor' };

/** The names of a list as written: parted at “and” outside of braces. */
function rawNames(value: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of value.matchAll(/[{}]|\sand\s/giu)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth === 0) {
      names.push(value.slice(from, match.index).trim());
      from = match.index + match[0].length;
    }
  }
  return [...names, value.slice(from).trim()];
}

const han = /^\p{sc=Han}+$/u;
const suffix = /^(?:Jr|Sr|II|III|IV)\.?$/u;

/** A body in braces or of several words is one name; Chinese names begin with the family; `Family, Given, Jr.` has its last two parts the wrong way round. */
function mendedName(name: Name, raw: string): Name {
  const parts = Object.fromEntries(Object.entries(name).filter(([, part]) => typeof part === 'string').map(([part, text]) => [part, mendedText(text)])) as Name;
  if (parts.given === undefined && parts.family === undefined) return { literal: mendedText(plainTex(raw)) };
  if (parts.given === undefined && parts.family !== undefined && (/^\{.*\}$/su.test(raw) || parts.family.includes(' '))) {
    return { literal: [parts['non-dropping-particle'], parts.family].filter(Boolean).join(' ') };
  }
  if (!raw.includes(',') && han.test(parts.given ?? '') && han.test(parts.family ?? '')) return { family: parts.given ?? '', given: parts.family ?? '' };
  if (parts.given !== undefined && parts.suffix !== undefined && suffix.test(parts.given) && !suffix.test(parts.suffix)) {
    return { ...parts, given: parts.suffix, suffix: parts.given };
  }
  return parts;
}

function withIdentifiers(item: Item, values: Values): Item {
  const doi = cleanDoi(values.get('doi') ?? '') ?? cleanDoi(item.URL ?? '');
  const url = cleanUrl(plainUrl(values.get('url') ?? values.get('howpublished') ?? ''));
  const language = typeof item['language'] === 'string' ? languageCode(item['language']) : undefined;
  const keyword = typeof item['keyword'] === 'string' ? item['keyword'].split(',').map((word) => word.trim()).join(', ') : undefined;
  const abstract = abstractOf(item, values);
  const genre = typeof item['genre'] === 'string' ? genres[item['genre']] ?? item['genre'] : undefined;
  return defined({ ...item, genre, DOI: doi ?? item.DOI, URL: url ?? item.URL, language, keyword, abstract, ...soundDates(item), issued: datesMended(soundDate(item.issued), values) });
}

/** What BibLaTeX's names of types say. */
const genres: { readonly [name: string]: string } = {
  phdthesis: 'PhD thesis', mathesis: 'Master’s thesis', bathesis: 'Bachelor’s thesis', candthesis: 'Candidate thesis', techreport: 'Technical report',
  resreport: 'Research report',
};

const plainUrl = (text: string): string => /\\url\s*\{([^}]*)\}/u.exec(text)?.[1] ?? text;

function abstractOf(item: Item, values: Values): string | undefined {
  const raw = values.get('abstract') ?? '';
  const text = isPlain(raw) ? reflowed(raw) : item.abstract ?? '';
  return text.trim() === '' ? undefined : readAbstract(text)?.text ?? text;
}

/** Each date without parts that are no whole numbers, which citation-js makes of slips like `.2020`. */
const soundDates = (item: Item): { readonly [field: string]: unknown } =>
  Object.fromEntries(dateVariables.filter((field) => field in item).map((field) => [field, soundDate(item[field])]));

function soundDate(date: CslDate | undefined): CslDate | undefined {
  const days = date?.['date-parts'];
  if (days === undefined) return date;
  const sound = days.filter((day): day is readonly number[] => Array.isArray(day) && day.length > 0 && day.every(Number.isInteger));
  return sound.length === days.length ? date : sound.length > 0 ? { 'date-parts': sound } : undefined;
}

/** `2020/2021` and `Spring 2020` are dates; `in press` stays as it is printed. */
function datesMended(issued: CslDate | undefined, values: Values): CslDate | undefined {
  if (issued?.literal === undefined) return issued;
  const [, first, second] = /^(\d{4})\s*[/–-]{1,2}\s*(\d{4})$/u.exec(plainTex(issued.literal)) ?? [];
  if (first !== undefined && second !== undefined) return { 'date-parts': [[Number(first)], [Number(second)]] };
  return readDate([issued.literal, values.get('month') ?? ''].join(' ')) ?? { literal: mendedText(issued.literal) };
}

/** Fields that citation-js reads for some types only go where they belong for the others too. */
function withPlaces(item: Item, values: Values): Item {
  const text = (...names: readonly string[]): string | undefined => {
    const value = names.map((name) => values.get(name)).find((found) => found !== undefined && found.trim() !== '');
    return value === undefined ? undefined : mendedText(plainTex(value));
  };
  const number = ['volume', 'issue', 'number', 'collection-number'].some((field) => field !== 'volume' && field in item) ? undefined : text('number');
  return defined({
    ...item,
    'container-title': item['container-title'] ?? text('journaltitle', 'journal', 'booktitle', 'maintitle'),
    ...(number === undefined ? {} : { number }),
    publisher: item.publisher ?? text('publisher', 'institution', 'school', 'organization'),
    page: item.page?.replace(/ ?[–—-]{1,3} ?/gu, '-'),
  });
}

const defined = (fields: { readonly [field: string]: unknown }): Item =>
  Object.fromEntries(Object.entries(fields).filter(([field, value]) => field === 'id' || (value !== undefined && value !== ''))) as unknown as Item;

/** Where the value of a field is to be found in the item, if its name there is another. */
const variables: { readonly [field: string]: readonly string[] } = {
  journal: ['container-title'], journaltitle: ['container-title'], booktitle: ['container-title'], maintitle: ['container-title'],
  subtitle: ['title'], booksubtitle: ['container-title'], journalsubtitle: ['container-title'], number: ['issue', 'number', 'collection-number'],
  year: ['issued'], month: ['issued'], day: ['issued'], date: ['issued'], pages: ['page'], doi: ['DOI'], url: ['URL'], isbn: ['ISBN'],
  issn: ['ISSN'], keywords: ['keyword'], address: ['publisher-place', 'event-place'], location: ['publisher-place', 'event-place', 'jurisdiction'],
  school: ['publisher'], institution: ['publisher'], organization: ['publisher'], series: ['collection-title'], type: ['genre'],
  urldate: ['accessed'], eventdate: ['event-date'], venue: ['event-place'], eventtitle: ['event-title', 'event'], chapter: ['chapter-number', 'chapter'],
  langid: ['language'], language: ['language'], bookauthor: ['container-author'], shorttitle: ['title-short'], origdate: ['original-date'],
  pagetotal: ['number-of-pages'], numpages: ['number-of-pages'], volumes: ['number-of-volumes'], eid: ['number'], addendum: ['note'],
  annote: ['annote'], annotation: ['annote'], shortjournal: ['container-title-short'], pubstate: ['status'], part: ['part-number'],
  howpublished: ['URL', 'publisher', 'medium'], library: ['call-number'], origlocation: ['original-publisher-place'],
  origpublisher: ['original-publisher'], origtitle: ['original-title'], shortseries: ['collection-title-short'], pmid: ['PMID'], pmcid: ['PMCID'],
  issuetitle: ['volume-title'], bookpagination: ['section'],
};

/** Fields that say how a bibliography is to be made, or what the item says already. */
const machinery = new Set(['crossref', 'ids', 'options', 'label', 'sortkey', 'presort']);

function unmapped(item: Item, values: Values): JsonObject {
  const lost = [...values].filter(([name, value]) =>
    value.trim() !== '' && !machinery.has(name) && !(variables[name] ?? [name]).some((variable) => variable in item));
  const before = isObject(item.custom) ? item.custom['unmapped'] : undefined;
  if (lost.length === 0) return {};
  return { unmapped: { ...(isObject(before) ? before : {}), ...Object.fromEntries(lost.filter(([name]) => name !== '__proto__')) } };
}
