/** Papers as the interface of Semantic Scholar gives them. */
import type { Item, ItemType, JsonObject } from '../../source';
import { isObject } from '../../source';
import { has, textAt, valuesAt, type JsonIndex } from './jsonIndex';

const names: { readonly [name: string]: ItemType } = {
  'journalarticle': 'article-journal', 'review': 'article-journal', 'editorial': 'article-journal', 'lettersandcomments': 'article-journal', 'casereport': 'article-journal',
  'clinicaltrial': 'article-journal', 'metaanalysis': 'article-journal', 'study': 'article-journal', 'conference': 'paper-conference', 'book': 'book',
  'booksection': 'chapter', 'dataset': 'dataset', 'news': 'article-newspaper', 'journal': 'article-journal', 'preprint': 'article',
};

/** The table of Semantic Scholar. */
export const semanticScholar: JsonIndex = {
  owns: (object) => typeof object['title'] === 'string' && (has(object, 'paperId') || has(object, 'corpusId') || isObject(object['externalIds']))
    && !has(object, 'PeriodicalId') && !has(object, 'platform'),
  view: publishedElsewhere,
  type: { paths: ['publicationTypes', 'publicationVenue.type'], names },
  fields: {
    'title': ['title'], 'author': ['authors'], 'issued': ['publicationDate', 'year'], 'container-title': ['journal.name', 'publicationVenue.name', 'venue'],
    'volume': ['journal.volume'], 'page': ['journal.pages'], 'DOI': ['externalIds.DOI', 'doi'], 'PMID': ['externalIds.PubMed'], 'PMCID': ['externalIds.PubMedCentral'],
    'ISSN': ['publicationVenue.issn'], 'URL': ['url'], 'abstract': ['abstract'],
  },
  silent: [
    'paperId', 'corpusId', 'externalIds', 'openAccessPdf', 'fieldsOfStudy', 's2FieldsOfStudy', 'references', 'citations', 'tldr', 'embedding', 'citationStyles',
    'publicationVenue', 'contexts', 'intents', 'textAvailability', 'matchScore', 'arxivId',
  ],
  fillsDates: true,
  mend: (item, view) => withVolume(withVenue(withKind(withYear(item, view), view), view)),
  reviews: (_, view) => {
    const volume = textAt(view, 'journal.volume');
    if (volume === undefined || !/^\d{1,4} \d{1,3}$/u.test(volume)) return {};
    return { volume: { why: `“${volume}” may be the volume and a number that the index added. Look it up before you take it.`, found: volume, offer: volume.split(' ')[0] ?? '' } };
  },
};

const isArxiv = (name: string): boolean => /^(?:arxiv(?:\.org)?|corr)$/iu.test(name);

/** The index may know a paper's preprint and its conference: where the latter is named, the former is not where it appeared. */
function publishedElsewhere(object: JsonObject): JsonObject {
  const venue = textAt(object, 'publicationVenue.name') ?? textAt(object, 'venue');
  const preprint = venue !== undefined && !isArxiv(venue) && isArxiv(textAt(object, 'journal.name') ?? '');
  return preprint ? { ...object, journal: null } : object;
}

/** The year of the issue counts where the day is that of another year, which is when the text came online. */
function withYear(item: Item, view: JsonObject): Item {
  const year = Number(textAt(view, 'year') ?? Number.NaN);
  const said = item.issued?.['date-parts']?.[0]?.[0];
  return said === undefined || said === year || !(year > 1000 && year < 2200) ? item : { ...item, issued: { 'date-parts': [[year]] } };
}

/** Of papers the index says both that they are articles and for a conference; where they stand decides. What stands nowhere but in arXiv is a preprint. */
function withKind(item: Item, view: JsonObject): Item {
  const conference = valuesAt(view, 'publicationTypes').includes('Conference') && textAt(view, 'publicationVenue.type') === 'conference';
  if (conference && item.type === 'article-journal') return { ...item, type: 'paper-conference' };
  const arxiv = textAt(view, 'externalIds.ArXiv');
  const nowhere = item.type === 'document' && item['container-title'] === undefined && item.DOI === undefined;
  return nowhere && arxiv !== undefined ? { ...item, type: 'article', genre: 'Preprint', publisher: 'arXiv', number: `arXiv:${arxiv}` } : item;
}

/** A preprint server is no journal; `abs/2301.01234` is no volume. */
function withVenue(named: Item, view: JsonObject): Item {
  const item = withFullName(named, view);
  const { 'container-title': container, volume, ...rest } = item;
  const arxiv = textAt(view, 'externalIds.ArXiv');
  if (container !== undefined && isArxiv(container)) {
    return { ...rest, type: 'article', genre: 'Preprint', publisher: 'arXiv', ...(arxiv === undefined ? {} : { number: `arXiv:${arxiv}` }) } as Item;
  }
  return item.type === 'document' && textAt(view, 'journal.name') !== undefined && (volume !== undefined || item.page !== undefined) ? { ...item, type: 'article-journal' } : item;
}

/** A journal under its short name has its full one as the place of publication. */
function withFullName(item: Item, view: JsonObject): Item {
  const short = item['container-title'];
  const full = textAt(view, 'publicationVenue.name') ?? textAt(view, 'venue');
  const isShort = typeof short === 'string' && full !== undefined && /\p{Ll}\.(?:\s|$)/u.test(short) && !full.includes('.') && full.length > short.length && full.charAt(0) === short.charAt(0);
  return isShort ? { ...item, 'container-title': full, 'container-title-short': short } : item;
}

function withVolume(item: Item): Item {
  const { volume, ...rest } = item;
  return volume !== undefined && /\s/u.test(volume) ? rest as Item : item;
}
