/** Records of MODS, as library catalogues and repositories give them. */
import type { CslDate, ItemType, Name, NameVariable } from '../../../source';
import { attribute, childAt, childrenOf, elementsIn, paragraphsOf, textAt, textOf, textsAt, type XmlElement } from '../../xmlTree';
import { cleanDoi } from '../../identifiers';
import { dateIn, keywordsOf, namedOf, pagesOf, personOf, titleOf, type Draft } from './draft';
import { modsGenres, modsResources, nameRoles } from './modsTypes';

/** The draft of a `mods` element. */
export function readMods(mods: XmlElement): Draft {
  const host = related(mods, 'host');
  const type = typeOf(mods, host);
  const work = origin(mods);
  const issuer = origin(host);
  return {
    type,
    fields: {
      title: mainTitle(mods), 'title-short': titleBy(mods, 'abbreviated'), ...people(mods, host, type), ...containers(mods, host, type), ...parts(mods, host, type),
      issued: issuedOf(work) ?? dateIn(textAt(partOf(mods), 'date') ?? textAt(partOf(host), 'date')) ?? issuedOf(issuer), accessed: accessed(mods),
      publisher: textAt(work, 'publisher') ?? textAt(issuer, 'publisher') ?? granter(mods), 'publisher-place': placeOf(work) ?? placeOf(issuer), edition: textAt(work, 'edition') ?? textAt(issuer, 'edition'),
      abstract: childrenOf(mods, 'abstract').map(paragraphsOf)[0], language: languageOf(mods), keyword: keywords(mods), ...identifiers(mods, host),
      'number-of-pages': lengthOf(mods, type),
      'call-number': elementsIn(childAt(mods, 'location'), 'shelfLocator').map(textOf)[0] ?? textAt(mods, 'classification'), note: notes(mods), genre: type === 'thesis' ? thesisGenre(mods) : undefined,
    },
    unmapped: { alternative: titleBy(mods, 'alternative'), 'translated-title': titleBy(mods, 'translated'), tableOfContents: textAt(mods, 'tableOfContents') },
    ...(type === 'document' ? { unsure: { type: 'The record does not say what it is.' } } : {}),
  };
}

const related = (mods: XmlElement, type: string): XmlElement | undefined => childrenOf(mods, 'relatedItem').find((item) => attribute(item, 'type') === type);
const partOf = (element: XmlElement | undefined): XmlElement | undefined => childAt(element, 'part');

/** The imprint: the first `originInfo` with a date of issue, else the first. */
function origin(element: XmlElement | undefined): XmlElement | undefined {
  const all = childrenOf(element, 'originInfo');
  return all.find((info) => childAt(info, 'dateIssued') !== undefined) ?? all[0];
}

/** How many pages a work has that stands for itself: the number of them, or the last that is numbered in `vii, 322 p. ; 23 cm.` */
const lengthOf = (mods: XmlElement, type: ItemType): string | undefined =>
  (['book', 'thesis', 'report', 'document', 'manuscript'].includes(type) ? totalOf(mods) ?? /^[^()]{0,40}?(\d{1,5}) ?(?:p|pages|pp|S|с)(?![\p{L}])/u.exec(extentOf(mods))?.[1] : undefined);

function totalOf(mods: XmlElement): string | undefined {
  const extents = [childAt(mods, 'physicalDescription'), partOf(mods)].flatMap((element) => childrenOf(element, 'extent'));
  return extents.filter((extent) => /^p(?:age|p)?s?$/u.test(attribute(extent, 'unit') ?? '')).map((extent) => textAt(extent, 'total')).find((total) => /^\d{1,5}$/u.test(total ?? ''));
}

const extentOf = (mods: XmlElement): string => textAt(mods, 'physicalDescription', 'extent') ?? '';

function typeOf(mods: XmlElement, host: XmlElement | undefined): ItemType {
  const genres = [...childrenOf(mods, 'genre')].sort((a, b) => Number(attribute(b, 'authority') === 'local') - Number(attribute(a, 'authority') === 'local'));
  const named = genres.map((genre) => modsGenres.get((textOf(genre) ?? '').toLowerCase())).find((type) => type !== undefined);
  const whole = named === 'paper-conference' && identifier(mods, 'isbn') !== undefined && /monographic/u.test(textAt(origin(mods), 'issuance') ?? '');
  if (whole) return 'book';
  const kept = modsResources.get((textAt(mods, 'typeOfResource') ?? '').toLowerCase());
  if (kept !== undefined && named === undefined) return kept;
  if (host !== undefined && named === undefined && isOnPage(mods, host)) return 'webpage';
  if (host !== undefined && named === 'book' && isWholeInSeries(mods, host)) return 'book';
  if (host !== undefined && (named === undefined || named === 'book' || named === 'periodical' || named === 'article')) return partType(mods, host);
  if (named !== undefined) return named;
  if (childrenOf(mods, 'name').some((name) => rolesOf(name).includes('dgg'))) return 'thesis';
  const issuance = textAt(origin(mods), 'issuance') ?? '';
  return /monographic/u.test(issuance) || identifier(mods, 'isbn') !== undefined ? 'book' : /continuing|serial/u.test(issuance) ? 'periodical' : 'document';
}

/** Does a record of a page say no more of what holds it than the name of a collection? */
const isOnPage = (mods: XmlElement, host: XmlElement): boolean =>
  elementsIn(mods, 'internetMediaType').some((media) => textOf(media) === 'text/html') && partOf(host) === undefined && partOf(mods) === undefined
  && childrenOf(host, 'originInfo', 'identifier', 'name', 'genre').length === 0;

/** A book of its own imprint, whose host is nothing but the name of a series, as Bibutils writes it. */
const isWholeInSeries = (mods: XmlElement, host: XmlElement): boolean =>
  textAt(origin(mods), 'issuance') === 'monographic' && childrenOf(partOf(mods), 'extent').length === 0 && childrenOf(host).every(({ name }) => name === 'titleInfo');

/** What a part of a larger work is, by what the larger work is. */
function partType(mods: XmlElement, host: XmlElement): ItemType {
  const genres = childrenOf(host, 'genre').map((genre) => (textOf(genre) ?? '').toLowerCase());
  const said = genres.join(' ');
  if (/newspaper/u.test(said)) return 'article-newspaper';
  if (/magazine/u.test(said)) return 'article-magazine';
  if (/conference/u.test(said)) return 'paper-conference';
  if (/journal|periodical|series|serial/u.test(said) || textAt(origin(host), 'issuance') === 'continuing' || identifier(host, 'issn') !== undefined) return 'article-journal';
  if (/book|collection/u.test(said) || identifier(host, 'isbn') !== undefined || textAt(origin(host), 'issuance') === 'monographic') return 'chapter';
  const details = [...childrenOf(partOf(mods), 'detail'), ...childrenOf(partOf(host), 'detail')].map((detail) => attribute(detail, 'type'));
  return details.includes('volume') || details.includes('issue') || childrenOf(mods, 'genre').some((genre) => textOf(genre)?.toLowerCase() === 'article') ? 'article-journal' : 'chapter';
}

function mainTitle(element: XmlElement | undefined, isPart = true): string | undefined {
  const infos = childrenOf(element, 'titleInfo');
  return titleFrom(infos.find((info) => attribute(info, 'type') === undefined) ?? infos[0], isPart);
}

function titleFrom(info: XmlElement | undefined, isPart = true): string | undefined {
  const article = textAt(info, 'nonSort');
  const title = textAt(info, 'title')?.replace(/ ?[:/=;]$/u, '');
  const head = article === undefined ? title : `${article}${/['’([“«„-]$/u.test(article) ? '' : ' '}${title ?? ''}`;
  const part = (isPart ? [textAt(info, 'partNumber'), textAt(info, 'partName')] : []).filter((text) => text !== undefined).join(', ');
  const whole = titleOf(head, textAt(info, 'subTitle'));
  return part === '' ? whole : `${whole ?? ''}. ${part}`;
}

const titleBy = (element: XmlElement | undefined, type: string): string | undefined =>
  titleFrom(childrenOf(element, 'titleInfo').find((info) => attribute(info, 'type') === type));

const rolesOf = (name: XmlElement): readonly string[] => elementsIn(name, 'roleTerm').map((role) => (textOf(role) ?? '').toLowerCase().replace(/\.$/u, ''));

type People = { [V in NameVariable]?: Name[] };

/** Names by role; those without one are the authors of the work. In a host they are editors. */
function people(mods: XmlElement, host: XmlElement | undefined, type: ItemType): Draft['fields'] {
  const found: People = {};
  for (const name of childrenOf(mods, 'name')) put(found, roleOf(name, 'author'), name);
  for (const name of childrenOf(host, 'name')) {
    const role = roleOf(name, 'editor');
    put(found, role === 'author' ? (rolesOf(name).length > 0 ? 'container-author' : 'editor') : role, name);
  }
  const conference = [...childrenOf(mods, 'name'), ...childrenOf(host, 'name')].find((name) => attribute(name, 'type') === 'conference');
  return { ...found, ...(type === 'paper-conference' && conference !== undefined ? { 'event-title': textAt(conference, 'namePart') } : {}) };
}

function roleOf(name: XmlElement, otherwise: NameVariable): NameVariable | undefined {
  if (attribute(name, 'type') === 'conference') return undefined;
  const roles = rolesOf(name);
  if (roles.length === 0) return otherwise;
  const known = roles.map((role) => nameRoles.get(role)).find((role) => role !== undefined);
  return roles.some((role) => nameRoles.has(role)) ? known ?? undefined : 'contributor';
}

function put(found: People, role: NameVariable | undefined, name: XmlElement): void {
  if (role !== undefined) (found[role] ??= []).push(...nameOf(name));
}

function nameOf(name: XmlElement): readonly Name[] {
  const parts = childrenOf(name, 'namePart');
  const by = (type: string): string | undefined => parts.filter((part) => attribute(part, 'type') === type).flatMap((part) => textOf(part) ?? []).join(' ') || undefined;
  const plain = parts.filter((part) => attribute(part, 'type') === undefined).flatMap((part) => textOf(part) ?? []);
  if (attribute(name, 'type') === 'corporate') return plain.length === 0 ? [] : [{ literal: plain.map((part) => part.replace(/(?<=\p{Ll}{3})\.$/u, '')).join('. ') }];
  const suffix = /^(?:Jr|Sr|I{2,3}|IV)\.?$/u.exec(by('termsOfAddress') ?? by('suffix') ?? '')?.[0];
  if (by('family') !== undefined) return personOf(by('family'), by('given'), suffix);
  return plain.slice(0, 1).flatMap((text) => namedOf(text.replace(/,? [([]?(?:ca?\. ?)?\d{4}\??-(?:\d{4})?\??[)\]]?\.?$/u, '').replace(/,$|(?<=\p{Ll}{2})\.$/u, ''))).map((read) => (read.family === undefined && by('given') !== undefined ? { family: read.literal ?? '', given: by('given') ?? '' } : read));
}

function containers(mods: XmlElement, host: XmlElement | undefined, type: ItemType): Draft['fields'] {
  const series = related(mods, 'series') ?? childrenOf(host, 'relatedItem').find((item) => attribute(item, 'type') === 'series');
  if (series === undefined && ['book', 'report', 'thesis'].includes(type)) return { 'collection-title': mainTitle(host) };
  const short = titleBy(host, 'abbreviated');
  const container = host === undefined ? {} : { 'container-title': mainTitle(host, numbered(host) === undefined), 'container-title-short': short === mainTitle(host) ? undefined : short };
  const number = textAt(childAt(series, 'titleInfo'), 'partNumber')?.replace(/^(?:vol(?:ume|\.)?|bd\.?|band|no\.?|nr\.?|т\.|вып\.) ?(?=\d)/iu, '') ?? detailOf(partOf(series), 'volume') ?? detailOf(partOf(series), 'number');
  const title = textAt(childAt(series, 'titleInfo'), 'title');
  return { ...container, 'collection-title': title, 'collection-number': number, ...(type === 'report' && number !== undefined ? { number } : {}) };
}

/** The volume of a host, when no more than its number stands beside its title. */
function numbered(host: XmlElement | undefined): string | undefined {
  const info = childAt(host, 'titleInfo');
  return textAt(info, 'partName') === undefined ? /^(?:vol(?:ume|\.)?|bd\.?|band|т\.|t\.)? ?(\d{1,4})$/iu.exec(textAt(info, 'partNumber') ?? '')?.[1] : undefined;
}

function detailOf(part: XmlElement | undefined, type: string): string | undefined {
  const detail = childrenOf(part, 'detail').find((found) => attribute(found, 'type') === type);
  return textAt(detail, 'number') ?? textAt(detail, 'title');
}

function parts(mods: XmlElement, host: XmlElement | undefined, type: ItemType): Draft['fields'] {
  const all = [...childrenOf(mods, 'part'), ...childrenOf(host, 'part')];
  const detail = (type: string): string | undefined => all.map((part) => detailOf(part, type)).find((found) => found !== undefined);
  const extents = all.flatMap((part) => childrenOf(part, 'extent')).filter((extent) => /^(?:pages?|p\.?|pp\.?)?$/u.test(attribute(extent, 'unit') ?? ''));
  const extent = extents[0];
  return {
    volume: detail('volume') ?? numbered(host), ...(type === 'report' ? { number: detail('report') ?? detail('number') ?? detail('issue') ?? identifier(mods, 'report number') ?? identifier(mods, 'report') } : { ...(type === 'book' && host !== undefined ? { 'collection-number': detail('number'), issue: detail('issue') } : { issue: detail('issue') ?? detail('number') }), number: detail('report') ?? detail('article') }),
    section: detail('section'), 'chapter-number': detail('chapter'),
    page: pagesOf(textAt(extent, 'start'), textAt(extent, 'end')) ?? pagesOf(textAt(extent, 'list') ?? detail('page') ?? /^pp?\. ?(\d{1,5}-\d{1,5})(?!\d)/u.exec(extentOf(mods))?.[1]),
  };
}

/** The date of issue; one marked as key or as written for machines first; start and end make a range. */
function issuedOf(info: XmlElement | undefined): CslDate | undefined {
  const order = ['dateIssued', 'copyrightDate', 'dateCreated', 'dateOther'] as const;
  const key = order.find((name) => childrenOf(info, name).some((date) => attribute(date, 'keydate') === 'yes'));
  for (const name of key === undefined ? order : [key, ...order]) {
    const dates = childrenOf(info, name);
    const end = dates.find((date) => attribute(date, 'point') === 'end');
    const best = dates.find((date) => attribute(date, 'keydate') === 'yes') ?? dates.find((date) => attribute(date, 'point') === 'start') ?? dates.find((date) => /w3cdtf|iso8601/u.test(attribute(date, 'encoding') ?? '')) ?? dates.find((date) => date !== end);
    const start = dateIn(textOf(best));
    const last = attribute(best, 'point') === 'start' ? dateIn(textOf(end))?.['date-parts']?.[0] : undefined;
    const first = start?.['date-parts']?.[0];
    if (first !== undefined && last !== undefined) return { 'date-parts': [first, last] };
    if (start !== undefined) return start;
  }
  return undefined;
}

function placeOf(info: XmlElement | undefined): string | undefined {
  const terms = childrenOf(info, 'place').flatMap((place) => childrenOf(place, 'placeTerm')).filter((term) => attribute(term, 'type') !== 'code');
  const place = textOf(terms[0] ?? childrenOf(info, 'place').flatMap((old) => childrenOf(old, 'text'))[0])?.replace(/ ?[:;,]$/u, '');
  return place === undefined || place.includes('[') === place.includes(']') ? place : place.replace(/[[\]]/gu, '');
}

const granter = (mods: XmlElement): string | undefined =>
  childrenOf(mods, 'name').filter((name) => rolesOf(name).some((role) => role === 'dgg' || role === 'degree grantor')).map((name) => textAt(name, 'namePart'))[0];

const thesisGenre = (mods: XmlElement): string | undefined =>
  childrenOf(mods, 'genre').flatMap((genre) => textOf(genre) ?? []).find((text) => /ph\.? ?d|master|doctoral|habilitation|dissertation \(/iu.test(text));

function accessed(mods: XmlElement): CslDate | undefined {
  const url = elementsIn(mods, 'url').find((found) => attribute(found, 'datelastaccessed') !== undefined);
  return dateIn(attribute(url, 'datelastaccessed'));
}

function languageOf(mods: XmlElement): string | undefined {
  const terms = childrenOf(childAt(mods, 'language'), 'languageTerm');
  return textOf(terms.find((term) => attribute(term, 'type') === 'code') ?? terms[0]) ?? textAt(mods, 'language');
}

const keywords = (mods: XmlElement): string =>
  keywordsOf(childrenOf(mods, 'subject').flatMap((subject) => childrenOf(subject, 'topic', 'geographic', 'temporal').flatMap((word) => textOf(word) ?? [])));

const notes = (mods: XmlElement): string | undefined =>
  childrenOf(mods, 'note').filter((note) => !/responsibility|system|statement/u.test(attribute(note, 'type') ?? '')).flatMap((note) => textOf(note) ?? []).join('; ') || undefined;

const identifier = (element: XmlElement | undefined, type: string): string | undefined =>
  childrenOf(element, 'identifier').filter((id) => attribute(id, 'type')?.toLowerCase() === type && attribute(id, 'invalid') !== 'yes').map(textOf)[0];

function identifiers(mods: XmlElement, host: XmlElement | undefined): Draft['fields'] {
  const urls = [...elementsIn(childAt(mods, 'location'), 'url'), ...childrenOf(mods, 'identifier').filter((id) => /^(?:ur[il]|hdl)$/u.test(attribute(id, 'type') ?? ''))];
  const links = urls.flatMap((url) => textOf(url) ?? []);
  const doi = [identifier(mods, 'doi'), ...textsAt(mods, 'identifier'), ...links].map((text) => cleanDoi(text ?? '')).find((found) => found !== undefined);
  const isbn = identifier(mods, 'isbn') ?? identifier(host, 'isbn');
  return {
    DOI: doi, URL: links.find((link) => /^https?:/u.test(link) && !/doi\.org\//u.test(link)) ?? links.find((link) => /^https?:/u.test(link)),
    ISBN: isbn?.replace(/ \(.*/u, ''), ISSN: identifier(mods, 'issn') ?? identifier(host, 'issn'), PMID: identifier(mods, 'pmid'), PMCID: identifier(mods, 'pmc'),
  };
}
