/** Works as DataCite describes them, bare or in the envelope of its REST interface. */
import { isObject, type Item, type ItemType, type Json, type JsonObject } from '../../source';
import { has, textAt, valuesAt, type JsonIndex } from './jsonIndex';

const names: { readonly [name: string]: ItemType } = {
  'journalarticle': 'article-journal', 'journal article': 'article-journal', 'article-journal': 'article-journal', 'datapaper': 'article-journal', 'bookchapter': 'chapter',
  'book chapter': 'chapter', 'book section': 'chapter', 'chapter': 'chapter', 'book': 'book', 'conferencepaper': 'paper-conference', 'conference paper': 'paper-conference',
  'paper-conference': 'paper-conference', 'conferenceproceeding': 'book', 'dissertation': 'thesis', 'thesis': 'thesis', 'doctoral thesis': 'thesis', 'report': 'report',
  'working paper': 'report', 'preprint': 'article', 'article': 'article', 'dataset': 'dataset', 'software': 'software', 'peerreview': 'review', 'standard': 'standard',
  'article-magazine': 'article-magazine', 'article-newspaper': 'article-newspaper', 'presentation': 'speech', 'poster': 'speech', 'conference poster': 'speech', 'conference presentation': 'speech', 'lecture': 'speech', 'speech': 'speech', 'graphic': 'graphic', 'image': 'graphic',
  'song': 'song', 'motion_picture': 'motion_picture', 'film': 'motion_picture', 'audiovisual': 'motion_picture', 'manuscript': 'manuscript', 'map': 'map', 'webpage': 'webpage',
  'post-weblog': 'post-weblog', 'entry-encyclopedia': 'entry-encyclopedia', 'entry': 'entry', 'interview': 'interview', 'broadcast': 'broadcast',
};

/** The table of DataCite. */
export const dataCite: JsonIndex = {
  owns: (object) => isWork(object) || (isObject(object['attributes']) && isWork(object['attributes'])),
  view: (object) => plainView(isObject(object['attributes']) ? object['attributes'] : object),
  type: { paths: ['types.resourceTypeGeneral', 'types.resourceType', 'types.citeproc', 'resourceTypeGeneral'], names },
  fields: {
    'title': ['title'], 'author': ['creators'], 'editor': ['editors'], 'translator': ['translators'], 'issued': ['issuedOn', 'publicationYear'],
    'container-title': ['host.titles.title', 'host.title'], 'volume': ['host.volume'], 'issue': ['host.issue'],
    'page': ['host.firstPage..host.lastPage'], 'edition': ['host.edition'], 'publisher': ['publisher.name', 'publisher'], 'DOI': ['doi', 'id', 'identifier.identifier'], 'URL': ['url'],
    'ISBN': ['ISBN'], 'ISSN': ['ISSN'], 'keyword': ['subjects.subject'], 'language': ['language'], 'version': ['version'], 'abstract': ['abstract'],
  },
  silent: [
    'titles', 'contributors', 'identifiers', 'alternateIdentifiers', 'container', 'relatedItems', 'relatedIdentifiers', 'dates', 'sizes', 'descriptions', 'rightsList', 'prefix',
    'suffix', 'schemaVersion', 'providerId', 'clientId', 'agency', 'state', 'xml', 'source', 'contentUrl', 'reason', 'published', 'registered', 'viewsOverTime',
    'downloadsOverTime', 'citationsOverTime', 'fundingReferences', 'geoLocations', 'types', 'metadataVersion', 'host', 'formats',
  ],
  mend: (item, view) => inSeries(textAt(view, 'types.resourceTypeGeneral') === 'Preprint' ? { ...item, genre: 'Preprint' } : item),
};

/** What holds a book, a report or data is a series. */
function inSeries(item: Item): Item {
  const { 'container-title': container, ...rest } = item;
  const series = ['book', 'report', 'thesis', 'dataset', 'software'].includes(item.type) && container !== undefined;
  return series ? { ...rest, 'collection-title': container } as Item : item;
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
  const host = published ?? container;
  const [series] = withKind(listOf(work, 'descriptions'), 'descriptionType', 'SeriesInformation');
  return {
    ...work, host, ...numbersOf(work, host),
    title: titleOf(listOf(work, 'titles')),
    editors: [...withKind(contributors, 'contributorType', 'Editor'), ...withKind(listOf(host, 'contributors'), 'contributorType', 'Editor')],
    translators: withKind(contributors, 'contributorType', 'Translator'),
    issuedOn: textAt(withKind(listOf(work, 'dates'), 'dateType', 'Issued')[0], 'date') ?? null,
    abstract: withKind(listOf(work, 'descriptions'), 'descriptionType', 'Abstract').map((one) => one['description'] ?? null),
    series: textAt(series, 'description') ?? null,
    otherTitles: listOf(work, 'titles').filter((one) => /Translated|Alternative/u.test(textAt(one, 'titleType') ?? '')).map((one) => one['title'] ?? null),
    rights: valuesAt(work, 'rightsList.rights'),
  };
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
