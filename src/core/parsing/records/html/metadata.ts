/** The record that the `meta` tags of a page make together. */
import type { ItemType, Name } from '../../../source';
import { cleanDoi } from '../../identifiers';
import { readNames } from '../../names';
import { dublinCoreDraft } from '../xml/dublinCore';
import { dateIn, keywordsOf, namedOf, pagesOf, type Draft } from '../xml/draft';
import { addressTags, containerTags, dateTags, doiTags, kindTags, metaVariables, typeTags } from './metaTags';

/** The tags of a page in their order: the name in lower case, the value decoded. */
export type Metas = readonly { readonly name: string; readonly value: string }[];

/** The record in some tags; undefined when they don't name a work and something more about it. Open Graph alone is no record. */
export function readMetas(metas: Metas): Draft | undefined {
  const all = (...names: readonly string[]): readonly string[] => names.flatMap((name) => metas.filter((meta) => meta.name === name).map(({ value }) => value));
  const first = (names: readonly string[]): string | undefined => all(...names)[0];
  if (!isWork(all)) return undefined;
  const type = typeOf(all);
  const plain = Object.fromEntries(Object.entries(metaVariables).map(([variable, names]) => [variable, first(names)]));
  const holder = containerTags.map(([name]) => all(name)[0]).find((title) => title !== undefined && title !== plain['title']);
  const container = type === 'report' && holder === plain['publisher'] ? undefined : holder ?? all('citation_conference_title').find((title) => /^Proc(?:eedings|\.) /u.test(title));
  const fields: Draft['fields'] = {
    ...plain, 'title': titleOf(plain['title'], container), ...people(all), 'container-title': type === 'book' ? undefined : container,
    'issued': dateTags.flatMap((name) => all(name)).map(dateIn).find((date) => date !== undefined), ...pages(first), ...identifiers(all), 'abstract': plain['abstract'] ?? all('dc.description', 'dcterms.description').find((text) => text.length >= 200 || (text.length >= 80 && /\p{Ll}[.!?]$/u.test(text))),
    'keyword': keywordsOf(keywords(all)), ...institution(type, all),
  };
  const short = fields['container-title-short'];
  return {
    type: type ?? 'document', fields: { ...fields, 'container-title-short': short === container ? undefined : short }, unmapped: unmapped(metas, all),
    ...(type === undefined ? { unsure: { type: 'The page does not say what it is.' } } : {}),
  };
}

type All = (...names: readonly string[]) => readonly string[];

const isWork = (all: All): boolean =>
  all('citation_title', 'dc.title', 'dcterms.title', 'eprints.title', 'prism.title', 'citation_book_title').length > 0
  || (all('og:title').length > 0 && all('citation_doi', 'prism.doi', 'citation_journal_title', 'citation_author', 'prism.publicationname', 'dc.identifier.doi').length > 1);

function typeOf(all: All): ItemType | undefined {
  const kinds = all(...kindTags);
  if (kinds.some((kind) => /book.?review/iu.test(kind))) return 'review-book';
  const named = typeTags.find(([name]) => all(name).length > 0)?.[1];
  if (named !== undefined) return named;
  const said = dublinCoreDraft(new Map([['type', kinds]])).type;
  if (said !== 'document') return said;
  if (all('citation_title').length === 0 && all('citation_book_title').length > 0) return 'book';
  if (all('citation_book_title').some((book) => !all('citation_title').includes(book))) return 'chapter';
  if (all('citation_issn', 'prism.issn', 'prism.publicationname', 'dc.source.issn', 'eprints.publication').length > 0) return 'article-journal';
  return all('citation_isbn', 'prism.isbn').length > 0 ? 'book' : undefined;
}

/** Pages add the name of the journal or of the site to the title of the tab. */
function titleOf(title: string | undefined, container: string | undefined): string | undefined {
  if (title === undefined || container === undefined) return title;
  const at = title.lastIndexOf(' | ');
  return at > 0 && title.slice(at + 3).trim().toLowerCase() === container.toLowerCase() ? title.slice(0, at) : title;
}

function people(all: All): Draft['fields'] {
  const authors = all('citation_author');
  const listed = [...all('citation_authors'), ...(authors.length === 1 && (authors[0] ?? '').includes(';') ? authors : [])];
  const creators = ['eprints.creators_name', 'dc.creator.personalname', 'dc.creator', 'dcterms.creator', 'dc.contributor.author'].map((name) => all(name)).find((found) => found.length > 0) ?? [];
  const author: readonly Name[] = listed.length > 0 ? listed.flatMap((list) => readNames(list).names) : (authors.length > 0 ? authors : creators).flatMap(named);
  return { author, editor: all('citation_editor', 'eprints.editors_name').flatMap(named), translator: all('citation_translator').flatMap(named) };
}

const named = (text: string): readonly Name[] => (text.includes(';') ? readNames(text).names : namedOf(text));

function pages(first: (names: readonly string[]) => string | undefined): Draft['fields'] {
  const start = first(['citation_firstpage', 'citation_first_page', 'prism.startingpage']);
  const end = first(['citation_lastpage', 'citation_last_page', 'prism.endingpage']);
  return { page: pagesOf(start, end) ?? pagesOf(first(['citation_pages', 'eprints.pagerange', 'dc.identifier.pagenumber', 'prism.pagerange', 'citation_article_number', 'citation_elocation_id'])) };
}

function identifiers(all: All): Draft['fields'] {
  const doi = all(...doiTags).map((text) => cleanDoi(text)).find((found) => found !== undefined);
  const addresses = addressTags.flatMap((name) => all(name)).filter((text) => /^https?:/iu.test(text));
  const arxiv = all('citation_arxiv_id')[0];
  return { DOI: doi, URL: addresses.find((url) => !/doi\.org\//u.test(url)) ?? addresses[0], ...(arxiv === undefined ? {} : { number: `arXiv:${arxiv}`, genre: 'Preprint' }) };
}

const keywords = (all: All): readonly string[] =>
  (all('citation_keywords', 'citation_keyword').length > 0 ? all('citation_keywords', 'citation_keyword') : all('eprints.keywords', 'dc.subject', 'dcterms.subject', 'prism.keyword'))
    .flatMap((words) => words.split(words.includes(';') ? ';' : /,(?=\s)/u));

function institution(type: ItemType | undefined, all: All): Draft['fields'] {
  if (type === 'thesis') return defined({ publisher: all('citation_dissertation_institution', 'eprints.institution')[0], genre: all('citation_dissertation_name', 'eprints.thesis_name')[0] });
  return type === 'report' ? defined({ publisher: all('citation_technical_report_institution', 'eprints.institution')[0], number: all('citation_technical_report_number')[0] }) : {};
}

const defined = (fields: Draft['fields']): Draft['fields'] => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const kept = /^(?:citation|dc|dcterms|prism|eprints)[._]/u;
const silent = new Set<string>([
  ...Object.values(metaVariables).flat(), ...containerTags.map(([name]) => name), ...typeTags.map(([name]) => name), ...kindTags, ...dateTags, ...addressTags, ...doiTags,
  'citation_author', 'citation_authors', 'citation_editor', 'citation_translator', 'citation_firstpage', 'citation_first_page', 'citation_lastpage', 'citation_last_page', 'citation_pages', 'citation_keywords',
  'citation_keyword', 'dc.creator', 'dc.creator.personalname', 'dcterms.creator', 'dc.subject', 'dcterms.subject', 'dc.format', 'dc.description', 'dcterms.description', 'citation_reference', 'citation_pdf_url',
  'citation_author_email', 'prism.startingpage', 'prism.endingpage', 'dc.identifier.pagenumber', 'citation_full_html_url', 'citation_xml_url', 'citation_fulltext_world_readable', 'citation_springer_api_url', 'prism.url',
]);

/** Tags of these families that have found no place, and who works where. */
function unmapped(metas: Metas, all: All): NonNullable<Draft['unmapped']> {
  const names = [...new Set(metas.map(({ name }) => name))].filter((name) => kept.test(name) && !silent.has(name)).slice(0, 40);
  return Object.fromEntries(names.map((name) => [name, all(name).length === 1 ? all(name)[0] : all(name)]));
}
