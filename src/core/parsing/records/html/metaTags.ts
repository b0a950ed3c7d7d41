/** The tags that publishers and repositories put into the head of a page (Highwire, PRISM, Dublin Core, EPrints), and their places in CSL. */
import type { ItemType } from '../../../source';

/** For each variable the names of the tags that may give it, best first; in lower case. */
export const metaVariables: { readonly [variable: string]: readonly string[] } = {
  'title': ['citation_title', 'eprints.title', 'dc.title', 'dcterms.title', 'prism.title', 'citation_book_title', 'og:title'],
  'volume': ['citation_volume', 'prism.volume', 'eprints.volume', 'dc.source.volume'],
  'issue': ['citation_issue', 'prism.number', 'prism.issueidentifier', 'eprints.number', 'dc.source.issue'],
  'container-title-short': ['citation_journal_abbrev'],
  'ISSN': ['citation_issn', 'prism.issn', 'eprints.issn', 'dc.source.issn', 'prism.eissn', 'citation_eissn'],
  'ISBN': ['citation_isbn', 'prism.isbn', 'eprints.isbn'],
  'publisher': ['citation_publisher', 'eprints.publisher', 'dc.publisher', 'dcterms.publisher'],
  'publisher-place': ['citation_publisher_place', 'eprints.place_of_pub'],
  'collection-title': ['citation_series_title', 'eprints.series'],
  'event-title': ['citation_conference_title', 'citation_conference', 'eprints.event_title'],
  'event-place': ['citation_conference_place', 'eprints.event_location'],
  'language': ['citation_language', 'dc.language', 'dcterms.language'],
  'abstract': ['citation_abstract', 'dc.description.abstract', 'dcterms.abstract', 'eprints.abstract'],
  'PMID': ['citation_pmid'],
  'edition': ['citation_edition', 'prism.edition'],
};

/** The tags that name the work of which this one is a part, by what they say about it. */
export const containerTags: readonly (readonly [string, ItemType])[] = [
  ['citation_inbook_title', 'chapter'], ['citation_book_title', 'chapter'], ['citation_journal_title', 'article-journal'], ['prism.publicationname', 'article-journal'], ['eprints.publication', 'article-journal'],
];

/** The tags whose presence says what the work is, asked in this order. */
export const typeTags: readonly (readonly [string, ItemType])[] = [
  ['citation_dissertation_institution', 'thesis'], ['citation_dissertation_name', 'thesis'], ['citation_technical_report_institution', 'report'], ['citation_technical_report_number', 'report'],
  ['citation_inbook_title', 'chapter'], ['citation_journal_title', 'article-journal'], ['citation_conference_title', 'paper-conference'], ['citation_conference', 'paper-conference'], ['citation_arxiv_id', 'article'],
];

/** The tags that say by a word what the work is. */
export const kindTags = ['citation_article_type', 'citation_type', 'dc.type', 'dcterms.type', 'dc.type.articletype', 'eprints.type', 'prism.section'] as const;

/** The tags with a date, best first. */
export const dateTags = [
  'citation_publication_date', 'citation_cover_date', 'citation_date', 'dc.date.issued', 'dcterms.issued', 'prism.publicationdate', 'prism.coverdate', 'eprints.date', 'citation_year', 'dc.date', 'dcterms.date',
  'citation_online_date', 'dcterms.created', 'article:published_time',
] as const;

/** The tags with an address of the page itself, best first. */
export const addressTags = ['citation_abstract_html_url', 'citation_public_url', 'citation_fulltext_html_url', 'dc.identifier.uri', 'dc.identifier', 'dcterms.identifier', 'canonical', 'og:url', 'eprints.official_url'] as const;

/** The tags that may hold a DOI. */
export const doiTags = ['citation_doi', 'prism.doi', 'dc.identifier.doi', 'dc.identifier', 'dcterms.identifier', 'eprints.id_number', 'eprints.doi'] as const;
