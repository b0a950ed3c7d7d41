/** A draft as a CSL item. What the type has no place for stays in the draft and ends under `custom.unmapped`. */
import type { CslDate, Item, ItemType, JsonObject, Name } from '../../source';
import { readAbstract, reflowed } from '../abstract';
import { gathered, itemOf } from '../found';
import { cleanDoi, cleanUrl, doisIn, statedDoi } from '../identifiers';
import { languageCode } from '../languages';
import { withoutCapitals } from './journalCapitals';
import type { Draft } from './draft';
import { recordDate, yearAndDate } from './draftDates';
import { namesOf } from './draftNames';
import { pageRange, pagesFrom, splitPages } from './pageRange';
import { typeNamed } from './typeNames';

const isPart = (type: ItemType): boolean => ['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary'].includes(type);
const isSerial = (type: ItemType): boolean => type.startsWith('article') || type === 'review-book' || type === 'review';

/** The item of a draft of this type. */
export function draftedItem(draft: Draft, type: ItemType): Item {
  const pages = pagesOf(draft, type);
  const dates = { issued: issuedOf(draft), accessed: draft.has('accessed') ? recordDate(draft.first('accessed') ?? '') : undefined };
  const fields = gathered(titles(draft, type), people(draft), numbers(draft, type), pages.fields, identifiers(draft), publication(draft, type), words(draft), dates);
  const unmapped = draft.unused();
  return itemOf(type, fields, {
    ...(/(?:^|[;,\n]\s?|\s)(?:et al\.?|and others|等)$/iu.test(draft.peek('author', 'authorFull').at(-1)?.slice(-40) ?? '') ? { authorsIncomplete: true } : {}),
    ...(pages.review === undefined ? {} : { review: { page: pages.review } }),
    ...(Object.keys(unmapped).length === 0 ? {} : { unmapped }),
  });
}

/** The type that a record names; else what its places say; else none. */
export function draftedType(draft: Draft, named: ItemType | undefined = typeNamed(draft.peek('type').join('\n'))): { readonly type: ItemType; readonly said: boolean } {
  if (named !== undefined) draft.drop('type');
  if (named !== undefined && named !== 'document') return { type: named, said: true };
  if (draft.has('book') && draft.has('title')) return { type: 'chapter', said: false };
  if (draft.has('container') && draft.has('volume', 'issue', 'pages', 'firstPage', 'ISSN')) return { type: 'article-journal', said: false };
  return { type: 'document', said: named === 'document' };
}

function titles(draft: Draft, type: ItemType): { readonly [field: string]: unknown } {
  const main = draft.first('title') ?? (isSerial(type) ? undefined : draft.first('book'));
  const subtitle = draft.first('subtitle');
  const title = main === undefined || subtitle === undefined || main.includes(subtitle) ? main : `${main}: ${subtitle}`;
  const container = withoutEmpty(isPart(type) ? draft.first('book', 'container') : draft.first('container', ...(type === 'book' ? [] : ['book'] as const)), title);
  const short = container === undefined ? draft.first('containerShort') : shorter(draft, container);
  return {
    title: title === undefined ? undefined : plainTitle(title), 'title-short': draft.first('title-short'), 'original-title': draft.first('original-title'),
    'container-title': container === undefined ? short : withoutCapitals(container),
    'container-title-short': container === undefined ? undefined : short,
    'collection-title': recased(draft.first('series', ...(type === 'book' ? ['book'] as const : []))),
    'event-title': draft.first('event-title'), 'event-place': draft.first('event-place'),
    'event-date': draft.has('eventDate') ? recordDate(draft.first('eventDate') ?? '') : undefined,
  };
}

const withoutEmpty = (container: string | undefined, title: string | undefined): string | undefined => (container === title ? undefined : container);
const recased = (text: string | undefined): string | undefined => (text === undefined ? undefined : withoutCapitals(text));

/** The short title of the journal, if it is another one than the whole. */
function shorter(draft: Draft, container: string): string | undefined {
  const short = draft.first('containerShort');
  return short?.toLowerCase() === container.toLowerCase() ? undefined : recased(short);
}

/** Without the brackets of a translated title. */
const plainTitle = (title: string): string => /^\[([^[\]]{3,600}?)\.?\]\.?$/u.exec(title)?.[1] ?? title;

function people(draft: Draft): { readonly [field: string]: readonly Name[] } {
  return {
    author: namesOf(draft, 'authorFull', 'author', 'corporate'), editor: namesOf(draft, 'editorFull', 'editor'),
    translator: namesOf(draft, 'translator', 'translator'), 'collection-editor': namesOf(draft, 'collection-editor', 'collection-editor'),
  };
}

const numbered = new Set<ItemType>(['report', 'thesis', 'patent', 'bill', 'legislation', 'standard', 'manuscript', 'article']);

function numbers(draft: Draft, type: ItemType): { readonly [field: string]: unknown } {
  const issue = draft.first('issue')?.replace(/^(?:no|nr|issue|№|N)\.? ?(?=\d)/iu, '');
  const asNumber = numbered.has(type) && !(type === 'article' && draft.has('volume'));
  return {
    volume: draft.first('volume')?.replace(/^(?:vol|т|bd|cilt)\.? ?(?=\d)/iu, ''), ...(asNumber ? { number: draft.first('number') ?? issue ?? (type === 'report' ? reportNumber(draft) : undefined) } : { issue, number: draft.first('number') }),
    edition: draft.first('edition'), section: draft.first('section'), 'number-of-volumes': draft.first('number-of-volumes'),
    'collection-number': draft.first('collection-number'), 'call-number': draft.first('call-number'), genre: draft.first('genre'),
  };
}

/** The number of a report where others have an ISBN or ISSN. */
const reportNumber = (draft: Draft): string | undefined =>
  (issnIn(draft.peek('serial')) ?? isbnIn(draft.peek('serial'))) === undefined ? draft.first('serial') : undefined;

type Pages = { readonly fields: { readonly [field: string]: unknown }; readonly review?: JsonObject };

function pagesOf(draft: Draft, type: ItemType): Pages {
  const whole = draft.first('pages');
  const found = whole === undefined ? pagesFrom(draft.first('firstPage'), draft.first('lastPage')) : pageRange(whole);
  const count = /^(\d{1,5})(?: ?(?:p|pp|pages|с|S|s|页)\.?)?$/u.exec(draft.first('number-of-pages') ?? '')?.[1];
  if (found === undefined) return { fields: { page: draft.first('articleNumber'), 'number-of-pages': count } };
  const all = ['book', 'thesis', 'report'].includes(type) ? /^(?:[ivxl]{1,8}, ?)?(\d{1,5})(?: ?(?:p|pp|pages|с|[Ss])\.?)?$/u.exec(found)?.[1] : undefined;
  if (all !== undefined) return { fields: { 'number-of-pages': all } };
  const split = isSerial(type) || isPart(type) ? splitPages(found) : undefined;
  const number = draft.has('articleNumber') ? { number: draft.first('articleNumber') } : {};
  if (split === undefined) return { fields: { page: found, 'number-of-pages': count, ...number } };
  return { fields: { page: split, 'number-of-pages': count, ...number }, review: lostDash(found) };
}

/** What the person should know about pages that were taken apart. */
export const lostDash = (found: string): JsonObject => ({ why: `The record says “${found}”, which looks like a range that lost its dash.`, found });

function identifiers(draft: Draft): { readonly [field: string]: unknown } {
  const urls = draft.all('url').flatMap((value) => value.split(/[\s;]+/u)).map(cleanUrl).filter((url) => url !== undefined);
  const doi = draft.all('doi').flatMap((value) => statedDoi(value) ?? cleanDoi(value) ?? doisIn(value)).at(0) ?? urls.flatMap((url) => doisIn(url)).at(0);
  const serial = draft.all('serial');
  return {
    DOI: doi, URL: urls.find((url) => !/doi\.org\//u.test(url)) ?? (doi === undefined ? urls[0] : undefined),
    ISSN: issnIn([...draft.all('ISSN'), ...serial]), ISBN: isbnIn([...draft.all('ISBN'), ...serial]),
    PMID: /^\d{1,9}(?!\d)/u.exec(draft.first('PMID') ?? '')?.[0], PMCID: /PMC\d{1,9}/u.exec(draft.first('PMCID') ?? '')?.[0],
  };
}

function issnIn(values: readonly string[]): string | undefined {
  const [, first, second] = values.map((value) => /(?<![\d-])(\d{4})-?(\d{3}[\dXx])(?![\d-])/u.exec(value)).find((match) => match !== null) ?? [];
  return first === undefined || second === undefined ? undefined : `${first}-${second.toUpperCase()}`;
}

const isbnIn = (values: readonly string[]): string | undefined =>
  values.flatMap((value) => value.split(/[\s;,]+/u)).find((value) => /^(?:97[89])?\d{9}[\dXx]$/u.test(value.replace(/-/gu, '')));

function publication(draft: Draft, type: ItemType): { readonly [field: string]: unknown } {
  const publisher = recased(draft.first(...(type === 'thesis' ? ['school', 'publisher'] as const : ['publisher', 'school'] as const)));
  return { publisher, 'publisher-place': isSerial(type) ? undefined : recased(draft.first('place')) };
}

function words(draft: Draft): { readonly [field: string]: unknown } {
  const language = draft.first('language')?.split(/[;,]/u)[0];
  const notes = draft.all('note').map((note) => note.replace(/\s+/gu, ' '));
  return {
    abstract: abstractOf(draft.all('abstract')), keyword: keywordsIn(draft.all(draft.has('keyword') ? 'keyword' : 'keywordSecond')).join(', '),
    language: language === undefined ? undefined : languageCode(language), note: notes.join('; '),
  };
}

/** The longest of these texts as an abstract, without what the index or the publisher put behind it. */
export function abstractOf(values: readonly string[]): string | undefined {
  const longest = [...values].sort((a, b) => b.length - a.length)[0];
  const text = longest === undefined || /^\[?no abstract (?:is )?available\]?\.?$/iu.test(longest) ? undefined : readAbstract(reflowed(longest.replace(/(?<=[\p{sc=Han}，。、；：])\n(?=\p{sc=Han})/gu, '')))?.text;
  return text?.replace(/\s{0,4}(?:©|\([Cc]\)|Copyright ©) ?\d{4}[^\n]{0,120}$/u, '').replace(/\s{0,4}\[ABSTRACT FROM [A-Z ]{3,20}\]\.?$/u, '');
}

/** Keywords one a value or a line, or with semicolons between; with commas only where there is nothing else. */
function keywordsIn(values: readonly string[]): readonly string[] {
  const parted = values.flatMap((value) => (value.includes(';') || value.includes('；') ? value.replace(/\n/gu, ' ').split(/[;；]+/u) : value.split('\n')));
  const all = parted.length === 1 ? (parted[0] ?? '').split(/[,，、]/u) : parted;
  return [...new Set(all.map((word) => word.replace(/\s+/gu, ' ').trim().replace(/^\*/u, '').replace(/[,.]$/u, '')).filter((word) => word !== ''))];
}

/** A year that is none (`in press`) stays in words. */
function issuedOf(draft: Draft): CslDate | undefined {
  const year = draft.first('year');
  const date = yearAndDate(year, dayOf(draft));
  return date ?? (year === undefined || year.length > 30 || !/\p{L}{3}/u.test(year) ? undefined : { literal: year });
}

/** The part of the date besides the year. */
function dayOf(draft: Draft): string | undefined {
  if (draft.has('date')) return draft.first('date');
  const month = draft.first('month');
  return month === undefined ? undefined : [month, draft.first('day')].filter(Boolean).join(' ');
}
