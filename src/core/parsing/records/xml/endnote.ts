/** Records of EndNote's XML export. The text of each field stands in `style` elements. */
import type { CslDate, ItemType, Name } from '../../../source';
import { cleanDoi } from '../../identifiers';
import { attribute, childAt, childrenOf, textAt, textOf, textsAt, paragraphsOf, type XmlElement } from '../../xmlTree';
import { dateIn, dateOf, keywordsOf, namedOf, pagesOf, standardNumbers, type Draft } from './draft';
import { endnoteNumbers, endnoteTypes } from './endnoteTypes';

/** Is this element, named `record`, one of EndNote's? */
export const isEndnote = (record: XmlElement): boolean =>
  childAt(record, 'ref-type') !== undefined || (childAt(record, 'titles', 'title') !== undefined && (childAt(record, 'contributors') ?? childAt(record, 'dates')) !== undefined);

/** The draft of a record. */
export function readEndnote(record: XmlElement): Draft {
  const type = typeOf(record);
  const name = typeName(record);
  return {
    type, fields: { ...plainFields(record), ...titles(record, type), ...people(record, type, name), ...numbers(record, type), ...sources(record), ...peculiar(record, type) },
    unmapped: unmappedOf(record), ...(type === 'document' && name !== 'generic' ? { unsure: { type: 'The record does not say what it is.' } } : {}),
  };
}

const typeName = (record: XmlElement): string => (attribute(childAt(record, 'ref-type'), 'name') ?? '').toLowerCase();

function typeOf(record: XmlElement): ItemType {
  const named = endnoteTypes.get(typeName(record)) ?? endnoteNumbers.get(textAt(record, 'ref-type') ?? '');
  return named ?? (childAt(record, 'periodical') === undefined ? 'document' : 'article-journal');
}

const isSerial = (type: ItemType): boolean => type.startsWith('article-');
const holds = new Set<ItemType>(['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary', 'post-weblog']);

function plainFields(record: XmlElement): Draft['fields'] {
  return {
    publisher: textAt(record, 'publisher'), 'publisher-place': textAt(record, 'pub-location'), edition: textAt(record, 'edition'), section: textAt(record, 'section'),
    volume: textAt(record, 'volume'), 'number-of-volumes': textAt(record, 'num-vols'), language: textAt(record, 'language'), genre: textAt(record, 'work-type'),
    'call-number': textAt(record, 'call-num'), note: textAt(record, 'notes'), abstract: paragraphsOf(childAt(record, 'abstract')),
    keyword: keywordsOf(textsAt(record, 'keywords', 'keyword').flatMap((words) => words.split(';'))),
  };
}

function titles(record: XmlElement, type: ItemType): Draft['fields'] {
  const of = (name: string): string | undefined => textAt(record, 'titles', name);
  const journal = textAt(record, 'periodical', 'full-title');
  const short = textAt(record, 'alt-periodical', 'abbr-1') ?? textAt(record, 'periodical', 'abbr-1') ?? of('alt-title');
  const own = { title: of('title'), 'title-short': of('short-title') };
  if (isSerial(type)) {
    const container = of('secondary-title') ?? journal;
    return { ...own, 'container-title': container, 'container-title-short': short === container ? undefined : short };
  }
  if (holds.has(type)) return { ...own, 'container-title': of('secondary-title') ?? journal, 'collection-title': of('tertiary-title') };
  if (type === 'webpage') return { ...own, 'container-title': of('secondary-title') ?? journal };
  return { ...own, 'collection-title': type === 'thesis' ? undefined : of('secondary-title') ?? of('tertiary-title') };
}

const namesAt = (record: XmlElement, role: string): readonly Name[] =>
  childrenOf(childAt(record, 'contributors', role)).flatMap((author) => namedOf(textOf(author) ?? ''));

function people(record: XmlElement, type: ItemType, name: string): Draft['fields'] {
  const [first, second, third] = [namesAt(record, 'authors'), namesAt(record, 'secondary-authors'), namesAt(record, 'tertiary-authors')];
  const translators = { translator: [...namesAt(record, 'subsidiary-authors'), ...namesAt(record, 'translated-authors')] };
  if (name === 'edited book') return { editor: [...first, ...third], 'collection-editor': second, ...translators };
  const series = type === 'book' && first.length > 0 && childAt(record, 'titles', 'secondary-title') !== undefined;
  if (series) return { author: first, 'collection-editor': second, editor: third, ...translators };
  if (type === 'thesis') return { author: first, contributor: [...second, ...third] };
  if (type === 'motion_picture') return { director: first, contributor: second };
  return { author: first, editor: second, 'collection-editor': third, ...translators };
}

function numbers(record: XmlElement, type: ItemType): Draft['fields'] {
  const [number, pages, isbn] = [textAt(record, 'number'), pagesOf(textAt(record, 'pages')), textAt(record, 'isbn')];
  const whole = ['book', 'thesis', 'report'].includes(type) && /^(?:[ivxlc]{1,8}, ?)?\d{1,5}(?: ?(?:p|pp|pages|p\.|с\.|S\.))?$/u.test(pages ?? '');
  return {
    ...(isSerial(type) || type === 'paper-conference' ? { issue: number } : type === 'book' || type === 'chapter' ? { 'collection-number': number } : { number }),
    ...(whole ? { 'number-of-pages': pages } : { page: pages }),
    ...((type === 'report' || type === 'patent') && standardNumbers(isbn).ISBN === undefined ? { number: number ?? isbn } : standardNumbers(isbn)),
    issued: issuedOf(childAt(record, 'dates')), accessed: dateIn(textAt(record, 'access-date')?.split('//')[0]),
  };
}

/** What EndNote keeps under another name in some kinds of records: the degree of a thesis, the day on which a page was read, the number of a chapter. */
function peculiar(record: XmlElement, type: ItemType): Draft['fields'] {
  const [volume, number, edition, section] = [textAt(record, 'volume'), textAt(record, 'number'), textAt(record, 'edition'), textAt(record, 'section')];
  const day = type === 'webpage' ? dateIn(`${number ?? ''} ${volume ?? ''}`.trim()) : undefined;
  if (day !== undefined) return { volume: undefined, number: undefined, accessed: day };
  if (type === 'thesis' && volume !== undefined && !/\d/u.test(volume)) return { volume: undefined, genre: textAt(record, 'work-type') ?? volume };
  if (type === 'chapter' && /^\d{1,3}$/u.test(section ?? '')) return { section: undefined, 'chapter-number': section };
  // What Ovid sends to EndNote has the addresses of all authors where others have the section.
  return isSerial(type) ? { ...(/\d{4}\/\d\d/u.test(edition ?? '') ? { edition: undefined } : {}), ...((section ?? '').length > 80 ? { section: undefined } : {}) } : {};
}

/** The year, and the day or month that may stand beside it without one. */
function issuedOf(dates: XmlElement | undefined): CslDate | undefined {
  const year = textAt(dates, 'year');
  const day = textsAt(dates, 'pub-dates', 'date')[0];
  if (day === undefined) return dateIn(year) ?? (year === undefined ? undefined : { literal: year });
  const [, first, last, month] = /^(\d{1,2}) ?[-–] ?(\d{1,2})\.? (\p{L}{3,12})$/u.exec(day) ?? [];
  const ends = [dateOf(year, month, first), dateOf(year, month, last)].flatMap((end) => end?.['date-parts'] ?? []);
  if (first !== undefined && ends.length === 2) return { 'date-parts': ends };
  const own = /(?<!\d)\d{4}(?!\d)/u.test(day) ? dateIn(day) : dateIn(`${day.replace(/\.$/u, '')}, ${year ?? ''}`);
  const same = year === undefined || own?.['date-parts']?.[0]?.[0] === Number(year);
  return same && own !== undefined ? own : dateIn(year);
}

function sources(record: XmlElement): Draft['fields'] {
  const number = textAt(record, 'electronic-resource-num');
  const urls = childrenOf(childAt(record, 'urls'), 'related-urls', 'web-urls').flatMap((list) => childrenOf(list, 'url')).flatMap((url) => textOf(url) ?? []);
  const doi = [number, ...urls].map((text) => cleanDoi(text ?? '')).find((found) => found !== undefined);
  return { DOI: doi, URL: urls.find((url) => /^https?:/iu.test(url) && !/doi\.org\//u.test(url)) ?? urls.find((url) => /^https?:/iu.test(url)), source: textAt(record, 'remote-database-name'), ...numbersOfMedicine(record) };
}

/** The numbers of PubMed and its archive. */
function numbersOfMedicine(record: XmlElement): Draft['fields'] {
  const [accession, second] = [textAt(record, 'accession-num'), textAt(record, 'custom2')];
  const fromMedicine = /NLM|PubMed|MEDLINE/iu.test(`${textAt(record, 'remote-database-provider') ?? ''} ${textAt(record, 'remote-database-name') ?? ''}`);
  return { PMID: fromMedicine && /^\d{4,9}$/u.test(accession ?? '') ? accession : undefined, PMCID: /^PMC\d{3,9}$/u.exec(second ?? '')?.[0] };
}

const read = new Set([
  'ref-type', 'titles', 'contributors', 'periodical', 'alt-periodical', 'publisher', 'pub-location', 'edition', 'section', 'volume', 'num-vols', 'language', 'work-type',
  'call-num', 'notes', 'abstract', 'keywords', 'number', 'pages', 'isbn', 'dates', 'access-date', 'electronic-resource-num', 'urls', 'remote-database-name',
  'database', 'source-app', 'rec-number', 'foreign-keys',
]);

function unmappedOf(record: XmlElement): NonNullable<Draft['unmapped']> {
  const number = textAt(record, 'electronic-resource-num');
  return {
    ...Object.fromEntries(childrenOf(record).filter((child) => !read.has(child.name)).map((child) => [child.name, textOf(child)])),
    'translated-title': textAt(record, 'titles', 'translated-title'), 'edition': textAt(record, 'edition'), 'section': textAt(record, 'section'),
    'electronic-resource-num': cleanDoi(number ?? '') === undefined ? number : undefined,
  };
}
