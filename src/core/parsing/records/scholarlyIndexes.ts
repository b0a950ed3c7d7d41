/** Three indexes whose records are plain: CORE, Dimensions, Lens. */
import type { Item, ItemType, Json, JsonObject } from '../../source';
import { has, textAt, valuesAt, type JsonIndex } from './jsonIndex';

const dimensionsNames: { readonly [name: string]: ItemType } = {
  article: 'article-journal', chapter: 'chapter', proceeding: 'paper-conference', monograph: 'book', edited_book: 'book', 'edited book': 'book', book: 'book', preprint: 'article', seminar: 'speech',
};

/** The table of Dimensions. */
export const dimensions: JsonIndex = {
  owns: (object) => typeof object['title'] === 'string' && /^pub\.\d/u.test(textAt(object, 'id') ?? ''),
  view: (object) => (Array.isArray(object['author_affiliations']) ? { ...object, author_affiliations: object['author_affiliations'].flat() as readonly Json[] } : object),
  type: { paths: ['type', 'publication_type'], names: dimensionsNames },
  fields: {
    'title': ['title'], 'author': ['authors', 'author_affiliations'], 'editor': ['editors'], 'issued': ['date_print', 'date', 'date_normal', 'date_online', 'year'],
    'container-title': ['journal.title', 'journal_title_raw', 'book_title', 'proceedings_title.title', 'proceedings_title'], 'collection-title': ['book_series_title.title', 'book_series_title'],
    'volume': ['volume'], 'issue': ['issue'], 'page': ['pages'], 'publisher': ['publisher.name', 'publisher'], 'ISSN': ['issn'], 'ISBN': ['isbn'], 'DOI': ['doi'], 'PMID': ['pmid'], 'PMCID': ['pmcid'],
    'event-title': ['conference.name', 'conference'], 'URL': ['linkout'], 'abstract': ['abstract'],
  },
  silent: ['id', 'dimensions_url', 'altmetric', 'reference_ids', 'references', 'concepts', 'concepts_scores', 'category_for', 'open_access', 'field_citation_ratio', 'relative_citation_ratio', 'date_inserted', 'researchers', 'funders', 'research_orgs', 'journal_lists', 'document_type', 'mesh_terms', 'publication_type'],
  fillsDates: true,
  mend: (item, view) => (item.type === 'article' ? { ...item, genre: 'Preprint' } : item.type === 'document' && textAt(view, 'journal.title') !== undefined ? { ...item, type: 'article-journal' } : item),
};

const lensNames: { readonly [name: string]: ItemType } = {
  'journal article': 'article-journal', 'editorial': 'article-journal', 'letter': 'article-journal', 'review': 'article-journal', 'book chapter': 'chapter', 'book': 'book',
  'conference proceedings article': 'paper-conference', 'conference proceedings': 'book', 'dissertation': 'thesis', 'report': 'report', 'dataset': 'dataset', 'preprint': 'article',
  'working paper': 'report', 'news': 'article-newspaper', 'standard': 'standard', 'reference entry': 'entry-encyclopedia', 'component': 'document',
};

/** The table of Lens. */
export const lens: JsonIndex = {
  owns: (object) => has(object, 'lens_id') && typeof object['title'] === 'string',
  view: (object) => ({ ...object, doi: identifierOf(object, 'doi'), pmid: identifierOf(object, 'pmid'), pmcid: identifierOf(object, 'pmcid') }),
  type: { paths: ['publication_type', 'source.type'], names: lensNames },
  fields: {
    'title': ['title'], 'author': ['authors'], 'editor': ['editors'], 'issued': ['date_published', 'year_published'], 'container-title': ['source.title'], 'volume': ['volume'], 'issue': ['issue'],
    'page': ['start_page..end_page'], 'publisher': ['source.publisher', 'publisher'], 'ISSN': ['source.issn.value'], 'ISBN': ['source.isbn.value', 'isbn'], 'DOI': ['doi'], 'PMID': ['pmid'], 'PMCID': ['pmcid'],
    'event-title': ['conference.name'], 'event-place': ['conference.location'], 'keyword': ['keywords'], 'language': ['languages'], 'URL': ['source_urls.url'], 'abstract': ['abstract'],
  },
  silent: ['lens_id', 'external_ids', 'fields_of_study', 'references', 'open_access', 'funding', 'patent_citations', 'scholarly_citations', 'mesh_terms', 'chemicals', 'clinical_trials', 'date_published_parts', 'publication_supplementary_type', 'source_urls', 'author_count'],
  fillsDates: true,
};

function identifierOf(object: JsonObject, kind: string): string | null {
  const found = valuesAt(object, 'external_ids').find((id) => textAt(id, 'type')?.toLowerCase() === kind);
  return textAt(found, 'value') ?? textAt(object, kind) ?? null;
}

const coreNames: { readonly [name: string]: ItemType } = {
  'thesis': 'thesis', 'dissertation': 'thesis', 'journal article': 'article-journal', 'article': 'article-journal', 'book': 'book', 'book chapter': 'chapter', 'book part': 'chapter',
  'conference paper': 'paper-conference', 'presentation': 'speech', 'slides': 'speech', 'report': 'report', 'working paper': 'report', 'preprint': 'article', 'dataset': 'dataset',
};

/** The table of CORE. */
export const core: JsonIndex = {
  owns: (object) => typeof object['title'] === 'string' && (has(object, 'yearPublished') || (has(object, 'publishedDate') && ['downloadUrl', 'dataProviders', 'dataProvider'].some((name) => has(object, name)))),
  type: { paths: ['documentType', 'types'], names: coreNames },
  fields: {
    'title': ['title'], 'author': ['authors'], 'issued': ['publishedDate', 'yearPublished'], 'container-title': ['journals.title'], 'ISSN': ['journals.identifiers'],
    'publisher': ['publisher'], 'DOI': ['doi'], 'PMID': ['pubmedId'], 'URL': ['sourceFulltextUrls', 'links.url', 'downloadUrl'], 'language': ['language.code', 'language.name', 'language'], 'abstract': ['abstract'],
  },
  silent: ['id', 'fullText', 'dataProviders', 'dataProvider', 'outputs', 'references', 'identifiers', 'oaiIds', 'magId', 'arxivId', 'setSpecs', 'repositoryDocument', 'downloadUrl', 'links', 'acceptedDate', 'depositedDate', 'createdDate', 'updatedDate', 'journals', 'fieldOfStudy', 'tags'],
  fillsDates: true,
  mend: (item) => withJournal(withPlainPublisher(item)),
};

/** CORE puts publishers into quotation marks. */
const withPlainPublisher = (item: Item): Item => (item.publisher === undefined ? item : { ...item, publisher: item.publisher.replace(/^'(.+)'$/u, '$1') });

/** What lies in a journal is an article of it, when the record says no more than “research”. */
const withJournal = (item: Item): Item =>
  item.type === 'document' && item['container-title'] !== undefined && item['ISSN'] !== undefined ? { ...item, type: 'article-journal' } : item;
