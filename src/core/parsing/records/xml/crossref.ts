/** Records of Crossref's XML (unixref, unixsd, deposits): one for each article, chapter or paper in a `crossref` element. */
import type { CslDate, ItemType, Name } from '../../../source';
import { attribute, childAt, childrenOf, elementsIn, paragraphsOf, textAt, textOf, textsAt, type XmlElement } from '../../xmlTree';
import { dateOf, keywordsOf, pagesOf, personOf, titleOf, type Draft } from './draft';

/** A record of a larger element, with the element it stands in. */
export type Placed = { readonly element: XmlElement; readonly draft: Draft };

type Reader = (element: XmlElement) => readonly Placed[];

/** The kinds of content that Crossref knows, by the name of their element. */
export const crossrefKinds: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['journal', (journal) => childrenOf(journal, 'journal_article').map((article) => ({ element: article, draft: articleDraft(journal, article) }))],
  ['book', (book) => items(book, ['content_item'], bookDraft(book), (item) => chapterDraft(book, item))],
  ['conference', (conference) => items(conference, ['conference_paper'], proceedingsDraft(conference), (paper) => paperDraft(conference, paper))],
  ['posted_content', (post) => [{ element: post, draft: draftOf(/preprint|working|other|^$/u.test(attribute(post, 'type') ?? '') ? 'article' : 'report', post, { genre: attribute(post, 'type') === 'preprint' ? 'Preprint' : undefined, issued: dateAt(post, 'posted_date'), publisher: institution(post) }, { group_title: textAt(post, 'group_title'), number: textAt(post, 'item_number') }) }]],
  ['report-paper', (report) => items(report, [], reportDraft(report), () => reportDraft(report))],
  ['dissertation', (thesis) => [{ element: thesis, draft: draftOf('thesis', thesis, { publisher: institution(thesis), 'publisher-place': textAt(thesis, 'institution', 'institution_place'), genre: textAt(thesis, 'degree'), ISBN: textAt(thesis, 'isbn'), issued: dateAt(thesis, 'approval_date') }) }]],
  ['component', (component) => [{ element: component, draft: draftOf('document', component, { abstract: textAt(component, 'description') }) }]],
  ['database', (database) => childrenOf(database, 'dataset').map((dataset) => ({ element: dataset, draft: datasetDraft(childAt(database, 'database_metadata'), dataset) }))],
  ['standard', (standard) => [{ element: standard, draft: standardDraft(childrenOf(standard)[0] ?? standard) }]],
  ['peer_review', (review) => [{ element: review, draft: draftOf('review', review, { author: peopleOf(review, 'author', 'reviewer', 'reviewer-external'), issued: dateAt(review, 'review_date') }) }]],
]);

/** Who deposited the work that a query asked for, as the answer says in front of the record. */
export const depositorIn = (query: XmlElement): string | undefined =>
  childrenOf(query, 'crm-item').filter((item) => attribute(item, 'name') === 'publisher-name').map(textOf)[0];

/** The record with that publisher, unless it names its own. */
export const withPublisher = ({ element, draft }: Placed, publisher: string): Placed =>
  ({ element, draft: { ...draft, fields: { ...draft.fields, publisher: draft.fields['publisher'] ?? publisher } } });

/** The parts of a work as records, or the work itself when no part has a DOI or title. */
function items(whole: XmlElement, names: readonly string[], own: Draft, read: (item: XmlElement) => Draft): readonly Placed[] {
  const found = names.length === 0 ? [] : childrenOf(whole, ...names);
  return found.length === 0 ? [{ element: whole, draft: own }] : found.map((item) => ({ element: item, draft: read(item) }));
}

/** What all kinds have in the same places: titles, people, abstract, DOI. */
function draftOf(type: ItemType, element: XmlElement | undefined, fields: Draft['fields'], unmapped: Draft['unmapped'] = {}): Draft {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const abstracts = childrenOf(element, 'abstract');
  const number = textAt(childAt(element, 'publisher_item'), 'item_number');
  return {
    type,
    fields: {
      title: titleOf(textAt(element, 'titles', 'title'), textAt(element, 'titles', 'subtitle')), author: peopleOf(element, 'author'), editor: peopleOf(element, 'editor'), translator: peopleOf(element, 'translator'),
      issued: dateAt(element, 'publication_date'), page: pagesAt(element), abstract: paragraphsOf(abstracts.find((abstract) => attribute(abstract, 'abstract-type') === undefined) ?? abstracts[0]),
      DOI: textAt(element, 'doi_data', 'doi'), URL: textAt(element, 'doi_data', 'resource'), language: attribute(element, 'language'), keyword: keywordsOf(textsAt(element, 'keywords', 'keyword')),
      'original-title': textAt(element, 'titles', 'original_language_title'), ...given,
    },
    unmapped: { ...unmapped, item_number: number },
  };
}

function articleDraft(journal: XmlElement, article: XmlElement): Draft {
  const metadata = childAt(journal, 'journal_metadata');
  const issue = childAt(journal, 'journal_issue');
  const short = textAt(metadata, 'abbrev_title');
  const full = textAt(metadata, 'full_title');
  return draftOf('article-journal', article, {
    'container-title': full, 'container-title-short': short === full ? undefined : short, ISSN: issnOf(metadata), volume: textAt(issue, 'journal_volume', 'volume'), issue: textAt(issue, 'issue') ?? textAt(issue, 'journal_volume', 'issue'),
    issued: dateAt(article, 'publication_date') ?? dateAt(issue, 'publication_date'), language: attribute(article, 'language') ?? attribute(metadata, 'language'),
  });
}

const bookMetadata = (book: XmlElement): XmlElement | undefined => childrenOf(book, 'book_metadata', 'book_series_metadata', 'book_set_metadata')[0];

function bookFields(book: XmlElement): Draft['fields'] {
  const metadata = bookMetadata(book);
  const series = childAt(metadata, 'series_metadata');
  return {
    publisher: textAt(metadata, 'publisher', 'publisher_name'), 'publisher-place': textAt(metadata, 'publisher', 'publisher_place'), ISBN: textAt(metadata, 'isbn'), edition: textAt(metadata, 'edition_number'),
    volume: textAt(metadata, 'volume'), 'collection-title': textAt(series, 'titles', 'title'), 'collection-number': textAt(series, 'series_number') ?? textAt(metadata, 'series_number'), issued: dateAt(metadata, 'publication_date'),
    'collection-editor': peopleOf(series, 'editor'), language: attribute(metadata, 'language'),
  };
}

const bookDraft = (book: XmlElement): Draft => draftOf('book', bookMetadata(book), { ...bookFields(book), URL: textAt(bookMetadata(book), 'doi_data', 'resource') });

function chapterDraft(book: XmlElement, item: XmlElement): Draft {
  const metadata = bookMetadata(book);
  const type = attribute(item, 'component_type') === 'reference_entry' || attribute(book, 'book_type') === 'reference' ? 'entry-encyclopedia' : 'chapter';
  const { issued, ...fields } = bookFields(book);
  return draftOf(type, item, {
    ...fields, 'container-title': titleOf(textAt(metadata, 'titles', 'title'), textAt(metadata, 'titles', 'subtitle')), issued: dateAt(item, 'publication_date') ?? issued,
    editor: [...peopleOf(metadata, 'editor'), ...peopleOf(item, 'editor')], 'container-author': peopleOf(metadata, 'author'), 'chapter-number': textAt(item, 'component_number'),
  });
}

const proceedings = (conference: XmlElement): XmlElement | undefined => childrenOf(conference, 'proceedings_metadata', 'proceedings_series_metadata')[0];

function eventFields(conference: XmlElement): Draft['fields'] {
  const event = childAt(conference, 'event_metadata');
  const metadata = proceedings(conference);
  return {
    'event-title': textAt(event, 'conference_name'), 'event-place': textAt(event, 'conference_location'), 'event-date': eventDate(childAt(event, 'conference_date')), publisher: textAt(metadata, 'publisher', 'publisher_name'), 'publisher-place': textAt(metadata, 'publisher', 'publisher_place'),
    ISBN: textAt(metadata, 'isbn'), ISSN: textAt(metadata, 'series_metadata', 'issn'), volume: textAt(metadata, 'volume'), 'collection-title': textAt(metadata, 'series_metadata', 'titles', 'title'),
  };
}

/** The days of a conference, which stand in attributes; in words they are left. */
function eventDate(date: XmlElement | undefined): CslDate | undefined {
  const day = (end: string): readonly number[] | undefined =>
    dateOf(attribute(date, `${end}_year`), attribute(date, `${end}_month`), attribute(date, `${end}_day`))?.['date-parts']?.[0];
  const [first, last] = [day('start'), day('end')];
  if (first === undefined) return undefined;
  return { 'date-parts': last === undefined || last.join('-') === first.join('-') ? [first] : [first, last] };
}

const proceedingsDraft = (conference: XmlElement): Draft =>
  draftOf('book', proceedings(conference), { ...eventFields(conference), title: textAt(proceedings(conference), 'proceedings_title'), editor: peopleOf(conference, 'editor', 'chair') });

const paperDraft = (conference: XmlElement, paper: XmlElement): Draft =>
  draftOf('paper-conference', paper, { ...eventFields(conference), 'container-title': textAt(proceedings(conference), 'proceedings_title'), issued: dateAt(paper, 'publication_date') ?? dateAt(proceedings(conference), 'publication_date') });

function reportDraft(report: XmlElement): Draft {
  const metadata = childrenOf(report, 'report-paper_metadata', 'report-paper_series_metadata')[0];
  return draftOf('report', metadata, {
    publisher: textAt(metadata, 'publisher', 'publisher_name') ?? institution(metadata), 'publisher-place': textAt(metadata, 'publisher', 'publisher_place'), ISBN: textAt(metadata, 'isbn'), edition: textAt(metadata, 'edition_number'),
    'collection-title': textAt(metadata, 'series_metadata', 'titles', 'title'), number: textAt(metadata, 'publisher_item', 'item_number') ?? textAt(metadata, 'volume'),
  });
}

/** Whoever made the database made what lies in it, unless the record names others. */
function datasetDraft(database: XmlElement | undefined, dataset: XmlElement): Draft {
  const authors = peopleOf(dataset, 'author');
  return draftOf('dataset', dataset, {
    author: authors.length > 0 ? authors : peopleOf(database, 'author'), issued: dateAt(childAt(dataset, 'database_date'), 'publication_date', 'creation_date') ?? dateAt(childAt(database, 'database_date'), 'publication_date', 'creation_date'),
    'container-title': textAt(database, 'titles', 'title'), publisher: textAt(database, 'publisher', 'publisher_name') ?? institution(database),
  });
}

const standardDraft = (metadata: XmlElement): Draft => draftOf('standard', metadata, {
  publisher: textAt(metadata, 'publisher', 'publisher_name') ?? institution(metadata), 'publisher-place': textAt(metadata, 'publisher', 'publisher_place'), ISBN: textAt(metadata, 'isbn'),
  number: elementsIn(childAt(metadata, 'designators'), 'std_designator').map(textOf)[0],
});

const institution = (element: XmlElement | undefined): string | undefined => textAt(element, 'institution', 'institution_name');
const issnOf = (metadata: XmlElement | undefined): string | undefined =>
  textOf(childrenOf(metadata, 'issn').find((issn) => attribute(issn, 'media_type') !== 'electronic') ?? childrenOf(metadata, 'issn')[0]);

/** People in their order; one without a role is an author. */
function peopleOf(element: XmlElement | undefined, ...roles: readonly string[]): readonly Name[] {
  const people = [...childrenOf(childAt(element, 'contributors')), ...childrenOf(element, 'person_name', 'organization')];
  return people.filter((person) => roles.includes(attribute(person, 'contributor_role') ?? 'author')).flatMap((person) => {
    if (person.name === 'organization') return [{ literal: textOf(person) ?? '' }];
    return person.name === 'person_name' ? personOf(textAt(person, 'surname'), textAt(person, 'given_name'), textAt(person, 'suffix')) : [];
  }).filter(({ literal }) => literal !== '');
}

/** The date in print, else online, of the first of these elements that is there. */
function dateAt(element: XmlElement | undefined, ...names: readonly string[]): CslDate | undefined {
  const dates = childrenOf(element, ...names);
  const best = dates.find((date) => attribute(date, 'media_type') === 'print') ?? dates[0];
  return dateOf(textAt(best, 'year'), textAt(best, 'month'), textAt(best, 'day'));
}

function pagesAt(element: XmlElement | undefined): string | undefined {
  const pages = childAt(element, 'pages');
  const number = elementsIn(childAt(element, 'publisher_item'), 'item_number').find((item) => attribute(item, 'item_number_type') === 'article_number' || attribute(item, 'item_number_type') === 'article-number');
  return pagesOf(textAt(pages, 'first_page'), textAt(pages, 'last_page')) ?? textOf(number);
}
