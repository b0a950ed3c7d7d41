/** Works as DataCite describes them, bare or in the envelope of its REST interface. */
import { isObject, itemTypes, type Item, type ItemType, type Json, type JsonObject } from '../../source';
import { dataCiteType, yearOfHost } from './dataCiteTypes';
import { has, textAt, valuesAt, type JsonIndex } from './jsonIndex';
import { citationTail, pagesInSizes, seriesCitation } from './seriesCitation';

/** The view names its type as CSL does. */
const names: { readonly [name: string]: ItemType } = Object.fromEntries(itemTypes.map((type) => [type, type]));

/** The table of DataCite. */
export const dataCite: JsonIndex = {
  owns: (object) => isWork(object) || (isObject(object['attributes']) && isWork(object['attributes'])),
  view: (object) => plainView(isObject(object['attributes']) ? object['attributes'] : object),
  type: { paths: ['cslType'], names },
  fields: {
    'title': ['title'], 'author': ['creators'], 'editor': ['editors'], 'translator': ['translators'], 'issued': ['issuedOn', 'publicationYear', 'publication_year'],
    'container-title': ['host.titles.title', 'host.title'], 'volume': ['host.volume'], 'issue': ['host.issue'],
    'page': ['host.firstPage..host.lastPage', 'pages'], 'number-of-pages': ['total'], 'edition': ['host.edition'], 'publisher': ['publisher.name', 'publisher'], 'DOI': ['doi', 'id', 'identifier.identifier'], 'URL': ['url'],
    'ISBN': ['ISBN'], 'ISSN': ['ISSN'], 'keyword': ['subjects.subject'], 'language': ['language'], 'version': ['version'], 'abstract': ['abstract'],
  },
  silent: [
    'titles', 'cslType', 'resourceTypeGeneral', 'contributors', 'identifiers', 'alternateIdentifiers', 'container', 'relatedItems', 'relatedIdentifiers', 'dates', 'sizes', 'descriptions', 'rightsList', 'prefix',
    'suffix', 'schemaVersion', 'providerId', 'clientId', 'agency', 'state', 'xml', 'source', 'contentUrl', 'reason', 'published', 'registered', 'viewsOverTime',
    'downloadsOverTime', 'citationsOverTime', 'fundingReferences', 'geoLocations', 'types', 'metadataVersion', 'host', 'formats',
  ],
  mend: (item, view) => inSeries(textAt(view, 'types.resourceTypeGeneral') === 'Preprint' ? { ...item, genre: 'Preprint' } : item),
};

/** What holds a book or a report is a series. */
function inSeries(item: Item): Item {
  const { 'container-title': container, ...rest } = item;
  return isWhole(item.type) && container !== undefined ? { ...rest, 'collection-title': container } as Item : item;
}

const isWork = (object: JsonObject): boolean =>
  has(object, 'creators', 'titles') && Array.isArray(object['titles']) && (has(object, 'publicationYear') || has(object, 'types') || has(object, 'doi') || has(object, 'schemaVersion'));

const listOf = (object: JsonObject, name: string): readonly JsonObject[] => valuesAt(object, name).filter(isObject);
const withKind = (list: readonly JsonObject[], name: string, kind: string): readonly JsonObject[] => list.filter((one) => one[name] === kind);

/** The lists whose elements say what they are, each under a name of its own. */
function plainView(work: JsonObject): JsonObject {
  const contributors = listOf(work, 'contributors');
  const [published] = withKind(listOf(work, 'relatedItems'), 'relationType', 'IsPublishedIn');
  const container = isObject(work['container']) ? work['container'] : {};
  const host = published ?? hostIn(container);
  const sizes = pagesInSizes(valuesAt(work, 'sizes').filter((size) => typeof size === 'string'));
  const type = dataCiteType(textAt(work, 'types.resourceTypeGeneral') ?? textAt(work, 'resourceTypeGeneral'), textAt(work, 'types.resourceType'), textAt(work, 'types.citeproc'));
  const [series] = withKind(listOf(work, 'descriptions'), 'descriptionType', 'SeriesInformation');
  return {
    ...work, host, ...numbersOf(work, host), cslType: type ?? null, pages: sizes.page ?? null, total: isWhole(type) ? sizes.total ?? null : null,
    title: titleOf(listOf(work, 'titles')),
    editors: [...withKind(contributors, 'contributorType', 'Editor'), ...withKind(listOf(host, 'contributors'), 'contributorType', 'Editor')],
    translators: withKind(contributors, 'contributorType', 'Translator'),
    issuedOn: issuedOn(work, published),
    abstract: abstractsOf(work),
    series: textAt(series, 'description') ?? null,
    otherTitles: listOf(work, 'titles').filter((one) => /Translated|Alternative/u.test(textAt(one, 'titleType') ?? '')).map((one) => one['title'] ?? null),
    rights: valuesAt(work, 'rightsList.rights'),
  };
}

const isWhole = (type: ItemType | undefined): boolean => type === 'book' || type === 'thesis' || type === 'report';

/** The day of issue; of what was published in something else and deposited later, the year of that, unless the day is of the same year. */
function issuedOn(work: JsonObject, host: JsonObject | undefined): string | null {
  const day = textAt(withKind(listOf(work, 'dates'), 'dateType', 'Issued')[0], 'date');
  const year = yearOfHost(textAt(host, 'publicationYear'), textAt(work, 'publicationYear'));
  return (year === undefined || day?.startsWith(year) === true ? day : year) ?? null;
}

/** The abstract in the language of the work comes first. */
function abstractsOf(work: JsonObject): readonly Json[] {
  const language = textAt(work, 'language')?.slice(0, 2).toLowerCase();
  const all = withKind(listOf(work, 'descriptions'), 'descriptionType', 'Abstract');
  const own = all.filter((one) => language !== undefined && textAt(one, 'lang')?.slice(0, 2).toLowerCase() === language);
  return [...own, ...all].map((one) => one['description'] ?? null);
}

/** A word, which no page has: `Bd. 1`, `No 2`. */
const worded = /^(?![ivxlc]{1,8}$)(?:\p{L}{2,}[. ]|.{0,80}\p{L}{4})/iu;

/** The service takes a container apart at commas and dashes, wherever they stand: what it calls a page may be the volume and the number. */
function hostIn(container: JsonObject): JsonObject {
  const [first, last] = [textAt(container, 'firstPage'), textAt(container, 'lastPage')];
  const { title, ...said } = seriesCitation(textAt(container, 'title') ?? '');
  const wrong = first !== undefined && worded.test(first);
  const { page, ...tail } = { ...said, ...(wrong ? citationTail([first, last].filter((part) => part !== undefined).join('-')) : {}) };
  const { firstPage, lastPage, ...rest } = container;
  const pages = wrong || first === undefined ? { firstPage: page ?? null } : { firstPage: firstPage ?? null, lastPage: lastPage ?? null };
  return { ...rest, ...pages, title: title ?? null, volume: rest['volume'] ?? tail.volume ?? null, issue: rest['issue'] ?? tail.issue ?? null };
}

function titleOf(titles: readonly JsonObject[]): string | null {
  const main = textAt(titles.find((one) => (textAt(one, 'titleType') ?? '') === '') ?? titles[0], 'title');
  const subtitle = textAt(withKind(titles, 'titleType', 'Subtitle')[0], 'title');
  if (main === undefined) return null;
  return subtitle === undefined || main.includes(subtitle) ? main : `${main}: ${subtitle}`;
}

/** ISBN and ISSN stand in any of three lists of identifiers. */
function numbersOf(work: JsonObject, host: JsonObject): { readonly [name: string]: Json } {
  const container = isObject(work['container']) ? work['container'] : {};
  const kept = (kind: string): readonly Json[] => [
    ...withKind(listOf(host, 'relatedItemIdentifier'), 'relatedItemIdentifierType', kind).map((one) => one['relatedItemIdentifier'] ?? null),
    ...(container['identifierType'] === kind ? [container['identifier'] ?? null] : []),
    ...withKind(listOf(work, 'relatedIdentifiers'), 'relatedIdentifierType', kind)
      .filter((one) => /^(?:IsPartOf|IsPublishedIn|IsIdenticalTo)$/u.test(textAt(one, 'relationType') ?? '')).map((one) => one['relatedIdentifier'] ?? null),
    ...withKind(listOf(work, 'identifiers'), 'identifierType', kind).map((one) => one['identifier'] ?? null),
  ];
  return { ISBN: kept('ISBN'), ISSN: kept('ISSN') };
}
