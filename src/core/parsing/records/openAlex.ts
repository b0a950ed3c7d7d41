/** Works of OpenAlex, whose abstracts come as lists of places by word. */
import { isObject, type Item, type ItemType, type Json } from '../../source';
import { has, textAt, type JsonIndex } from './jsonIndex';

const names: { readonly [name: string]: ItemType } = {
  'journal-article': 'article-journal', 'article': 'article-journal', 'review': 'article-journal', 'editorial': 'article-journal', 'letter': 'article-journal',
  'erratum': 'article-journal', 'retraction': 'article-journal', 'book-chapter': 'chapter', 'book-section': 'chapter', 'book': 'book', 'monograph': 'book',
  'edited-book': 'book', 'reference-book': 'book', 'dissertation': 'thesis', 'preprint': 'article', 'posted-content': 'article', 'report': 'report',
  'dataset': 'dataset', 'reference-entry': 'entry-encyclopedia', 'standard': 'standard', 'proceedings-article': 'paper-conference', 'conference-paper': 'paper-conference',
  'software': 'software', 'peer-review': 'review', 'book-review': 'review-book',
};

/** The table of OpenAlex. */
export const openAlex: JsonIndex = {
  owns: (object) => (/openalex\.org\/W\d/u.test(`${textAt(object, 'id')} ${textAt(object, 'ids.openalex')}`) || Object.hasOwn(object, 'abstract_inverted_index'))
    && (typeof object['title'] === 'string' || typeof object['display_name'] === 'string' || has(object, 'authorships')),
  view: (object) => ({ ...object, abstract: uninverted(object['abstract_inverted_index']) ?? object['abstract'] ?? null }),
  type: { paths: ['type_crossref', 'type'], names },
  fields: {
    'title': ['title', 'display_name'], 'author': ['authorships'], 'issued': ['publication_date', 'publication_year'],
    'container-title': ['primary_location.source.display_name', 'host_venue.display_name'], 'volume': ['biblio.volume'], 'issue': ['biblio.issue'],
    'page': ['biblio.first_page..biblio.last_page'], 'publisher': ['primary_location.source.host_organization_name', 'host_venue.publisher'],
    'ISSN': ['primary_location.source.issn_l', 'primary_location.source.issn', 'host_venue.issn_l'],
    'DOI': ['doi', 'ids.doi'], 'PMID': ['ids.pmid'], 'PMCID': ['ids.pmcid'], 'URL': ['primary_location.landing_page_url', 'host_venue.url'],
    'language': ['language'], 'abstract': ['abstract'],
  },
  silent: [
    'id', 'abstract_inverted_index', 'locations', 'best_oa_location', 'open_access', 'topics', 'primary_topic', 'concepts', 'mesh', 'keywords', 'sustainable_development_goals',
    'grants', 'funders', 'awards', 'referenced_works', 'related_works', 'apc_list', 'apc_paid', 'fulltext_origin', 'cited_by_api_url', 'ngrams_url', 'summary_stats',
    'corresponding_author_ids', 'corresponding_institution_ids', 'alternate_host_venues', 'fwci', 'versions', 'content_url', 'content_urls', 'institutions', 'countries',
  ],
  fillsDates: true,
  mend: (item, view) => inItsPlace(item, textAt(view, 'primary_location.source.type') ?? textAt(view, 'host_venue.type') ?? ''),
};

/** `Routledge eBooks`; any other name at which a chapter lies is that of its book. */
const ofPlatform = /(?:^|\s)(?:e-?books?|books|online|platform|collections?|library|press|publish\p{L}{2,4}|verlag|muse|repository|archive)(?:\s|$)/iu;

/** A repository or platform is where a copy lies, not the journal or book that the work is part of; a repository publishes what is nowhere else. A book stands in a series. */
function inItsPlace(item: Item, venue: string): Item {
  const { 'container-title': container, ...rest } = item;
  const preprint = item.type === 'article' ? { genre: 'Preprint' } : {};
  if (item.type === 'article-journal' && venue === 'conference') return { ...item, type: 'paper-conference' };
  if (container === undefined) return { ...item, ...preprint };
  if (item.type === 'document' && venue === 'journal') return { ...item, type: 'article-journal' };
  if (item.type === 'book' && venue === 'book series') return { ...rest, 'collection-title': container } as Item;
  if (/platform/u.test(venue) && !(item.type === 'chapter' && !ofPlatform.test(container))) return { ...rest, ...preprint } as Item;
  if (item.type === 'article' || /repository/u.test(venue)) return { ...rest, ...preprint, ...(item.publisher === undefined ? { publisher: container } : {}) } as Item;
  return item;
}

const longest = 20_000;

/** The text whose words stand at these places; nothing when a place is impossible. */
function uninverted(index: Json | undefined): string | undefined {
  if (!isObject(index)) return undefined;
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of Array.isArray(places) ? (places as readonly Json[]) : []) {
      if (typeof place === 'number' && Number.isInteger(place) && place >= 0 && place < longest) words[place] = word;
    }
  }
  return words.length === 0 ? undefined : words.filter((word) => word !== undefined).join(' ');
}
