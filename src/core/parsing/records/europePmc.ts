/** Articles as Europe PMC gives them. */
import { isObject, type ItemType, type Json, type JsonObject } from '../../source';
import { has, textAt, type JsonIndex } from './jsonIndex';

const names: { readonly [name: string]: ItemType } = {
  'journal article': 'article-journal', 'research-article': 'article-journal', 'review': 'article-journal', 'review-article': 'article-journal', 'editorial': 'article-journal',
  'letter': 'article-journal', 'comment': 'article-journal', 'preprint': 'article', 'thesis': 'thesis', 'book chapter': 'chapter', 'book': 'book',
};

/** The table of Europe PMC. */
export const europePmc: JsonIndex = {
  owns: (object) => typeof object['title'] === 'string' && has(object, 'source') && (has(object, 'authorString') || has(object, 'authorList') || has(object, 'journalInfo')),
  view: (object) => ({ ...object, ...kindOf(object), title: withoutDot(textAt(object, 'title') ?? ''), authors: authorsOf(object), printed: printedOn(object) }),
  type: { paths: ['pubTypeList.pubType', 'pubType'], names },
  fields: {
    'title': ['title'], 'author': ['authors'], 'issued': ['printed', 'journalInfo.printPublicationDate', 'journalInfo.yearOfPublication', 'pubYear', 'firstPublicationDate'],
    'container-title': ['journalInfo.journal.title', 'journalTitle'], 'container-title-short': ['journalInfo.journal.isoabbreviation', 'journalInfo.journal.medlineAbbreviation'],
    'volume': ['journalInfo.volume', 'journalVolume'], 'issue': ['journalInfo.issue', 'issue'], 'page': ['pageInfo'], 'ISSN': ['journalInfo.journal.issn', 'journalInfo.journal.essn', 'journalIssn'],
    'publisher': ['bookOrReportDetails.publisher'], 'ISBN': ['bookOrReportDetails.isbn13', 'bookOrReportDetails.isbn10'], 'DOI': ['doi'], 'PMID': ['pmid'], 'PMCID': ['pmcid'], 'keyword': ['keywordList.keyword'],
    'language': ['language'], 'abstract': ['abstractText'],
  },
  silent: [
    'id', 'source', 'authorString', 'authorList', 'authorIdList', 'fullTextIdList', 'fullTextUrlList', 'meshHeadingList', 'chemicalList', 'grantsList', 'subsetList', 'dataLinksTagsList',
    'pubModel', 'publicationStatus', 'license', 'tmAccessionTypeList', 'dbCrossReferenceList', 'inEPMC', 'inPMC', 'electronicPublicationDate', 'dateOfCompletion', 'dateOfRevision',
    'dateOfCreation', 'firstIndexDate', 'fullTextReceivedDate', 'investigatorList', 'affiliation', 'bookid', 'manuscriptId',
  ],
  fillsDates: true,
};

/** What names no kind but stands in a journal is an article. */
const kindOf = (object: JsonObject): JsonObject =>
  (!has(object, 'pubTypeList') && !has(object, 'pubType') && (textAt(object, 'journalInfo.journal.title') ?? textAt(object, 'journalTitle')) !== undefined ? { pubType: 'journal article' } : {});

const withoutDot = (title: string): string => (/[^.]\.$/u.test(title) ? title.slice(0, -1) : title);

/** `Smith J, Doe AB.`: the family name first, initials without dots behind it. */
function authorsOf(object: JsonObject): readonly Json[] {
  const list = isObject(object['authorList']) ? object['authorList']['author'] : undefined;
  if (Array.isArray(list)) return list as readonly Json[];
  return withoutDot(textAt(object, 'authorString') ?? '').split(', ').filter((name) => name !== '').map((name) => {
    const [, lastName, firstName] = /^(.{2,60}) (\p{Lu}{1,4})$/u.exec(name) ?? [];
    return lastName === undefined || firstName === undefined ? { collectiveName: name } : { lastName, firstName };
  });
}

/** `2021 Mar 12` as one reads it elsewhere. */
function printedOn(object: JsonObject): string | null {
  const [, year, month, day] = /^(\d{4}) (\p{L}{3,9})(?: (\d{1,2}))?$/u.exec(textAt(object, 'journalInfo.dateOfPublication') ?? '') ?? [];
  if (year === undefined || month === undefined) return monthOf(object);
  return day === undefined ? `${month} ${year}` : `${day} ${month} ${year}`;
}

/** The month of publication, which some answers give as a number alone. */
function monthOf(object: JsonObject): string | null {
  const [year, month] = [textAt(object, 'journalInfo.yearOfPublication'), textAt(object, 'journalInfo.monthOfPublication')];
  return year === undefined || month === undefined || !/^(?:[1-9]|1[0-2])$/u.test(month) ? null : `${year}-${month.padStart(2, '0')}`;
}
