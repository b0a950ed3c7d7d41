/** Records of PubMed's XML: articles, and books with their chapters. */
import type { CslDate, ItemType, Name } from '../../../source';
import { attribute, childAt, childrenOf, elementsIn, paragraphsOf, textAt, textOf, textsAt, type XmlElement } from '../../xmlTree';
import { dateIn, dateOf, keywordsOf, pagesOf, personOf, type Draft } from './draft';

/** The draft of a `PubmedArticle`, or of a `MedlineCitation` alone. */
export function readPubmed(record: XmlElement): Draft {
  const citation = childAt(record, 'MedlineCitation') ?? record;
  const article = childAt(citation, 'Article');
  const issue = childAt(article, 'Journal', 'JournalIssue');
  const ids = idsOf(record);
  return {
    type: typeOf(textsAt(article, 'PublicationTypeList', 'PublicationType')),
    fields: {
      title: articleTitle(textAt(article, 'ArticleTitle')) ?? textAt(article, 'VernacularTitle'), author: authorsOf(childAt(article, 'AuthorList')),
      'container-title': textAt(article, 'Journal', 'Title') ?? textAt(citation, 'MedlineJournalInfo', 'MedlineTA'),
      'container-title-short': textAt(article, 'Journal', 'ISOAbbreviation') ?? textAt(citation, 'MedlineJournalInfo', 'MedlineTA'),
      ISSN: textAt(article, 'Journal', 'ISSN') ?? textAt(citation, 'MedlineJournalInfo', 'ISSNLinking'), volume: textAt(issue, 'Volume'), issue: textAt(issue, 'Issue'),
      issued: pubDate(childAt(issue, 'PubDate')) ?? pubDate(childAt(article, 'ArticleDate')), page: pages(article),
      abstract: abstractOf(childAt(article, 'Abstract')), language: textAt(article, 'Language'), keyword: keywords(citation),
      DOI: ids('doi') ?? placedDoi(article),
      PMID: textAt(citation, 'PMID') ?? ids('pubmed'), PMCID: ids('pmc'),
    },
    unmapped: { VernacularTitle: textAt(article, 'ArticleTitle') === undefined ? undefined : textAt(article, 'VernacularTitle'), CopyrightInformation: textAt(article, 'Abstract', 'CopyrightInformation') },
  };
}

/** The draft of a `PubmedBookArticle`: a chapter when it has a title beside the book's. */
export function readPubmedBook(record: XmlElement): Draft {
  const document = childAt(record, 'BookDocument') ?? record;
  const book = childAt(document, 'Book');
  const own = textAt(document, 'ArticleTitle');
  const lists = childrenOf(book, 'AuthorList');
  const editors = lists.filter((list) => attribute(list, 'type') === 'editors').flatMap(authorsOf);
  const authors = [...childrenOf(document, 'AuthorList').filter((list) => attribute(list, 'type') !== 'editors'), ...lists.filter((list) => attribute(list, 'type') !== 'editors')];
  return {
    type: own === undefined ? 'book' : 'chapter',
    fields: {
      title: articleTitle(own) ?? textAt(book, 'BookTitle'), 'container-title': own === undefined ? undefined : textAt(book, 'BookTitle'), author: authors.slice(0, 1).flatMap(authorsOf), editor: editors,
      publisher: textAt(book, 'Publisher', 'PublisherName'), 'publisher-place': textAt(book, 'Publisher', 'PublisherLocation'), issued: pubDate(childAt(book, 'PubDate')),
      ISBN: textAt(book, 'Isbn'), number: textAt(book, 'ReportNumber'), edition: textAt(book, 'Edition'), volume: textAt(book, 'Volume'), 'collection-title': textAt(book, 'CollectionTitle'),
      abstract: abstractOf(childAt(document, 'Abstract')), language: textAt(document, 'Language'), keyword: keywordsOf(textsAt(document, 'KeywordList', 'Keyword')), PMID: textAt(document, 'PMID'),
      DOI: idsOf(document)('doi') ?? idsOf(record)('doi') ?? placedDoi(own === undefined ? book : document), page: pages(document),
    },
  };
}

const types: readonly (readonly [string, ItemType])[] = [
  ['Preprint', 'article'], ['Academic Dissertation', 'thesis'], ['Newspaper Article', 'article-newspaper'], ['Dataset', 'dataset'], ['Technical Report', 'report'],
];
const typeOf = (said: readonly string[]): ItemType => types.find(([name]) => said.includes(name))?.[1] ?? 'article-journal';

/** PubMed ends titles with a full stop, and puts those it has translated into brackets. */
const articleTitle = (text: string | undefined): string | undefined =>
  text?.replace(/(?<!\.)\.$/u, '').replace(/^\[(.{3,1000})\]\.?$/u, '$1').replace(/(?<!\.)\.$/u, '');

function authorsOf(list: XmlElement | undefined): readonly Name[] {
  return childrenOf(list, 'Author').filter((author) => attribute(author, 'validyn') !== 'N').flatMap((author) => {
    const body = textAt(author, 'CollectiveName');
    if (body !== undefined) return [{ literal: body.replace(/\.$/u, '') }];
    return personOf(textAt(author, 'LastName'), textAt(author, 'ForeName') ?? textAt(author, 'FirstName') ?? textAt(author, 'Initials'), textAt(author, 'Suffix'));
  });
}

function idsOf(record: XmlElement): (type: string) => string | undefined {
  const lists = [childAt(record, 'PubmedData', 'ArticleIdList'), childAt(record, 'PubmedBookData', 'ArticleIdList'), childAt(record, 'ArticleIdList')];
  const ids = lists.flatMap((list) => childrenOf(list, 'ArticleId'));
  return (type) => ids.filter((id) => attribute(id, 'idtype') === type).map(textOf)[0];
}

/** The DOI that stands where the article's or the book's place on the web is told. */
const placedDoi = (element: XmlElement | undefined): string | undefined =>
  childrenOf(element, 'ELocationID').filter((id) => attribute(id, 'eidtype') === 'doi' && attribute(id, 'validyn') !== 'N').map(textOf)[0];

function pages(article: XmlElement | undefined): string | undefined {
  const pagination = childAt(article, 'Pagination');
  const range = pagesOf(textAt(pagination, 'MedlinePgn')) ?? pagesOf(textAt(pagination, 'StartPage'), textAt(pagination, 'EndPage'));
  return range?.replace(/^(\d+)(?:-\1)$/u, '$1') ?? articleNumber(article);
}

/** The publisher's number of an article without pages, when it looks like one that is printed in their place: `e0198`. */
const articleNumber = (article: XmlElement | undefined): string | undefined =>
  childrenOf(article, 'ELocationID').filter((id) => attribute(id, 'eidtype') === 'pii').map(textOf).find((id) => /^[e\d]\w{0,11}$/iu.test(id ?? ''));

/** Year, month, day or season; or what MEDLINE prints, such as `2021 Mar-Apr` or `1998 Dec-1999 Jan`. */
function pubDate(date: XmlElement | undefined): CslDate | undefined {
  const printed = textAt(date, 'MedlineDate');
  const year = textAt(date, 'Year');
  const [early, late] = /^(\p{L}{3,9})[-–](\p{L}{3,9})$/u.exec(textAt(date, 'Month') ?? '')?.slice(1).flatMap((month) => dateOf(year, month)?.['date-parts'] ?? []) ?? [];
  if (early?.length === 2 && late?.length === 2) return { 'date-parts': [early, late] };
  if (year !== undefined) return dateOf(year, textAt(date, 'Month') ?? textAt(date, 'Season'), textAt(date, 'Day'));
  const [, from, first, to, last] = /^(\d{4}) (\p{L}{3,9})(?: \d{1,2})?[-–](?:(\d{4}) )?(\p{L}{3,9})/u.exec(printed ?? '') ?? [];
  const [start, end] = [dateOf(from, first), dateOf(to ?? from, last)].map((part) => part?.['date-parts']?.[0]);
  if (start?.length === 2 && end?.length === 2) return { 'date-parts': [start, end] };
  return dateOf(from, first) ?? dateOf(/^\d{4}/u.exec(printed ?? '')?.[0], /^\d{4} (\p{L}{3,9})/u.exec(printed ?? '')?.[1]) ?? dateIn(printed);
}

/** The sections of an abstract, each with its label. */
function abstractOf(abstract: XmlElement | undefined): string {
  const parts = childrenOf(abstract, 'AbstractText').map((part) => {
    const label = attribute(part, 'label');
    const text = paragraphsOf(part);
    return label === undefined || label === 'UNLABELLED' || text === '' ? text : `${label}: ${text}`;
  });
  return parts.length === 0 ? paragraphsOf(abstract) : parts.filter((part) => part !== '').join('\n\n');
}

const keywords = (citation: XmlElement): string =>
  keywordsOf([...textsAt(citation, 'KeywordList', 'Keyword'), ...elementsIn(childAt(citation, 'MeshHeadingList'), 'DescriptorName').flatMap((word) => textOf(word) ?? [])]);
