/** Works as pages describe them to search engines: JSON-LD in the terms of schema.org. */
import { isObject, type Item, type ItemType, type Json, type JsonObject, type Review } from '../../source';
import { cleanDoi } from '../identifiers';
import { textAt, valuesAt, type JsonIndex } from './jsonIndex';

const names: { readonly [name: string]: ItemType } = {
  scholarlyarticle: 'article-journal', medicalscholarlyarticle: 'article-journal', newsarticle: 'article-newspaper', reportagenewsarticle: 'article-newspaper',
  analysisnewsarticle: 'article-newspaper', opinionnewsarticle: 'article-newspaper', blogposting: 'post-weblog', book: 'book', chapter: 'chapter', thesis: 'thesis', report: 'report',
  dataset: 'dataset', softwaresourcecode: 'software', softwareapplication: 'software', presentationdigitaldocument: 'speech', article: 'webpage', techarticle: 'webpage',
};

/** What stands on pages as their ornament or their frame as well: with a DOI it is a work. */
const registered: { readonly [name: string]: ItemType } = {
  creativework: 'document', imageobject: 'graphic', videoobject: 'motion_picture', movie: 'motion_picture', audioobject: 'song', map: 'map', collection: 'collection', periodical: 'periodical', poster: 'speech', digitaldocument: 'document',
};

const isNamed = (object: JsonObject): boolean => {
  const kinds = kindsOf(object);
  return kinds.some((kind) => Object.hasOwn(names, kind)) || (kinds.some((kind) => Object.hasOwn(registered, kind)) && doiOf(object) !== null);
};

/** The table of JSON-LD. */
export const jsonLd: JsonIndex = {
  owns: (object) => isNamed(object) && (textAt(object, 'headline') ?? textAt(object, 'name') ?? textAt(object, 'title')) !== undefined
    && ['author', 'creator', 'datePublished', 'isPartOf', 'publisher', 'isbn', 'editor', 'doi'].some((name) => Object.hasOwn(object, name)),
  view: (object) => ({ ...object, ...hostsOf(object), kind: kindsOf(object), doi: doiOf(object), makers: makersOf(object), longDescription: longDescription(object) }),
  type: { paths: ['kind'], names: { ...names, ...registered } },
  fields: {
    'title': ['headline', 'name', 'title'], 'author': ['author', 'creator', 'makers'], 'editor': ['editor'], 'translator': ['translator'], 'issued': ['datePublished', 'hosts.datePublished'],
    'container-title': ['container'], 'volume': ['volumeNumber', 'hosts.volumeNumber'], 'issue': ['issueNumber', 'hosts.issueNumber'], 'page': ['pageStart..pageEnd', 'pagination'],
    'publisher': ['publisher.name', 'publisher', 'hosts.publisher.name', 'sourceOrganization.name'], 'ISSN': ['issn', 'hosts.issn'], 'ISBN': ['isbn', 'hosts.isbn'], 'edition': ['bookEdition'], 'number-of-pages': ['numberOfPages'],
    'DOI': ['doi'], 'URL': ['url', 'mainEntityOfPage.@id', 'mainEntityOfPage', '@id', 'codeRepository'], 'version': ['version', 'softwareVersion'], 'language': ['inLanguage.alternateName', 'inLanguage.name', 'inLanguage'], 'keyword': ['keywords', 'keywords.name', 'tags'],
    'abstract': ['abstract', 'longDescription'],
  },
  silent: [
    'description', 'image', 'thumbnailUrl', 'sameAs', 'identifier', 'isPartOf', 'hosts', 'kind', 'license', 'copyrightHolder', 'copyrightYear', 'dateModified', 'dateCreated', 'mainEntityOfPage', 'citation',
    'speakable', 'potentialAction', 'breadcrumb', 'comment', 'wordCount', 'articleBody', 'text', 'offers', 'workExample', 'aggregateRating', 'review', 'encoding', 'primaryImageOfPage', 'logo', 'distribution',
    'hasPart', 'makers', 'authors', 'agents', 'title', 'tags', 'interactionStatistic', 'conditionsOfAccess', 'mainEntity', 'video', 'articleSection', 'isAccessibleForFree', 'includedInDataCatalog',
  ],
  mend: (item, view) => inItsPlace(item, view),
  reviews: (item, view): { readonly [field: string]: Review } => (item.abstract !== undefined && textAt(view, 'abstract') === undefined
    ? { abstract: { why: 'The page calls this a description; it may be a blurb and not the abstract.' } } : {}),
};

/** `schema:Book`, `https://schema.org/Book` and `["Book"]` are all a book. */
const kindsOf = (object: JsonObject): readonly string[] =>
  valuesAt(object, '@type').flatMap((kind) => (typeof kind === 'string' ? [kind.slice(Math.max(kind.lastIndexOf('/'), kind.lastIndexOf(':')) + 1).toLowerCase()] : []));

/** An issue is part of a volume, which is part of a journal: all of them, and the name of the outermost with a title. */
function hostsOf(object: JsonObject): { readonly hosts: readonly JsonObject[]; readonly container: string | null } {
  const hosts: JsonObject[] = [];
  let level: readonly Json[] = valuesAt(object, 'isPartOf');
  for (let depth = 0; depth < 5 && level.length > 0; depth++) {
    hosts.push(...level.filter(isObject));
    level = level.flatMap((host) => valuesAt(host, 'isPartOf'));
  }
  const serial = hosts.find((host) => kindsOf(host).some((kind) => /periodical|journal|newspaper|magazine|^book$|blog/u.test(kind)));
  return { hosts, container: textAt(serial, 'name') ?? textAt(serial, 'headline') ?? null };
}

function doiOf(object: JsonObject): string | null {
  for (const path of ['doi', 'identifier.value', 'identifier', 'sameAs', '@id', 'url', 'mainEntityOfPage.@id', 'mainEntityOfPage']) {
    for (const value of valuesAt(object, path)) {
      const doi = typeof value === 'string' && /(?:^|doi[.:/ ]|doi\.org\/)10\.\d{4}/iu.test(value.trim().slice(0, 60)) ? cleanDoi(value) : undefined;
      if (doi !== undefined) return doi;
    }
  }
  return null;
}

/** Older CodeMeta has one list of people and bodies; those who only hold rights have not made the software. */
const makersOf = (object: JsonObject): readonly Json[] =>
  [...valuesAt(object, 'authors'), ...valuesAt(object, 'agents')].filter((maker) => !valuesAt(maker, 'role.roleCode').every((role) => role === 'copyrightHolder') || valuesAt(maker, 'role.roleCode').length === 0);

const described = new Set(['scholarlyarticle', 'medicalscholarlyarticle', 'dataset', 'softwaresourcecode', 'softwareapplication', 'thesis', 'report', 'chapter']);

/** A description is taken for an abstract when the page has no abstract and it is as long as one; of works of research it is one, unless it is a line or breaks off. */
function longDescription(object: JsonObject): string | null {
  const text = textAt(object, 'description') ?? '';
  const isResearch = kindsOf(object).some((kind) => described.has(kind));
  return text.length >= 300 || (isResearch && text.length >= 60 && /[.!?。]["”»)]?$/u.test(text) && !/(?:\.{3}|…)$/u.test(text)) ? text : null;
}

/** What stands in a journal is an article of it; a newspaper's own name is where its articles appeared. */
function inItsPlace(item: Item, view: JsonObject): Item {
  const hosted = valuesAt(view, 'hosts').flatMap((host) => (isObject(host) ? kindsOf(host) : []));
  if (item.type === 'webpage' && hosted.some((kind) => /periodical|publicationissue|publicationvolume/u.test(kind))) return { ...item, type: 'article-journal' };
  const { publisher, ...rest } = item;
  const paper = ['article-newspaper', 'webpage', 'post-weblog'].includes(item.type) && item['container-title'] === undefined && publisher !== undefined;
  return paper ? { ...rest, 'container-title': publisher } as Item : item;
}
