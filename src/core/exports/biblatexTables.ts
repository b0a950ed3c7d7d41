/**
 * What CSL's types, variables and languages are called in biblatex (its manual, 3.20, sections 2.1 and 2.2): tables of data. What is
 * missing here has no counterpart and is written as `csl-<variable>`, which biber and BibTeX pass over.
 */
import type { DateVariable, ItemType, NameVariable } from '../source';

export const entryTypes: { readonly [T in ItemType]: string } = {
  'article': 'article', 'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article',
  'bill': 'legislation', 'book': 'book', 'broadcast': 'video', 'chapter': 'incollection', 'classic': 'book', 'collection': 'collection',
  'dataset': 'dataset', 'document': 'misc', 'entry': 'inreference', 'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference', 'event': 'misc', 'figure': 'image', 'graphic': 'artwork', 'hearing': 'legal', 'interview': 'misc',
  'legal_case': 'jurisdiction', 'legislation': 'legislation', 'manuscript': 'unpublished', 'map': 'image', 'motion_picture': 'movie',
  'musical_score': 'music', 'pamphlet': 'booklet', 'paper-conference': 'inproceedings', 'patent': 'patent', 'performance': 'performance',
  'periodical': 'periodical', 'personal_communication': 'letter', 'post': 'online', 'post-weblog': 'online', 'regulation': 'legal',
  'report': 'report', 'review': 'article', 'review-book': 'article', 'software': 'software', 'song': 'audio', 'speech': 'unpublished',
  'standard': 'standard', 'thesis': 'thesis', 'treaty': 'legal', 'webpage': 'online',
};

/** The type that a reader of biblatex takes each entry for; for all others it is written down besides. */
export const plainTypes: ReadonlySet<ItemType> = new Set<ItemType>([
  'article-journal', 'book', 'chapter', 'dataset', 'document', 'entry', 'legal_case', 'legislation', 'manuscript',
  'motion_picture', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'report', 'software',
  'standard', 'thesis', 'webpage',
]);

export const subtypes: { readonly [T in ItemType]?: string } = { 'article-magazine': 'magazine', 'article-newspaper': 'newspaper' };

export const nameFields: { readonly [V in NameVariable]?: string } = {
  'author': 'author', 'editor': 'editor', 'translator': 'translator', 'container-author': 'bookauthor',
};

export const dateFields: { readonly [V in DateVariable]?: string } = {
  'issued': 'date', 'accessed': 'urldate', 'event-date': 'eventdate', 'original-date': 'origdate',
};

/** Fields of text. */
export const textFields: Readonly<Record<string, string>> = {
  'abstract': 'abstract', 'annote': 'annotation', 'call-number': 'library', 'chapter-number': 'chapter', 'edition': 'edition',
  'event-place': 'venue', 'ISBN': 'isbn', 'ISSN': 'issn', 'note': 'note', 'number-of-pages': 'pagetotal', 'number-of-volumes': 'volumes',
  'original-publisher': 'origpublisher', 'original-publisher-place': 'origlocation', 'part-number': 'part', 'PMCID': 'pmcid',
  'publisher-place': 'location', 'version': 'version', 'volume': 'volume', 'collection-title': 'series', 'collection-title-short': 'shortseries',
};

/** Fields of text that styles may put in another case. */
export const titleFields: Readonly<Record<string, string>> = {
  'title-short': 'shorttitle', 'event-title': 'eventtitle', 'original-title': 'origtitle',
};

/** Fields that are taken letter by letter. */
export const verbatimFields: Readonly<Record<string, string>> = { 'DOI': 'doi', 'URL': 'url' };

/** Where the publisher stands; `publisher` elsewhere. */
export const publisherFields: { readonly [T in ItemType]?: string } = {
  'report': 'institution', 'thesis': 'institution', 'webpage': 'organization', 'post': 'organization', 'post-weblog': 'organization',
  'manuscript': 'howpublished', 'speech': 'howpublished',
};

/** biblatex's own words for kinds of theses and reports, by what people write. */
export const genreKeys: ReadonlyMap<string, string> = new Map([
  ['phd thesis', 'phdthesis'], ['doctoral dissertation', 'phdthesis'], ['phd dissertation', 'phdthesis'], ['ph.d. thesis', 'phdthesis'],
  ['master’s thesis', 'mathesis'], ["master's thesis", 'mathesis'], ['bachelor’s thesis', 'bathesis'], ["bachelor's thesis", 'bathesis'],
  ['technical report', 'techreport'], ['research report', 'resreport'],
]);

/** biblatex's names of the states of a publication, by themselves and by their words. */
export const publicationStates: ReadonlyMap<string, string> = new Map([
  ...['inpreparation', 'submitted', 'forthcoming', 'inpress', 'prepublished'].map((name) => [name, name] as const),
  ['in preparation', 'inpreparation'], ['in press', 'inpress'], ['pre-published', 'prepublished'],
]);

/** babel's names of languages by BCP 47 tag; without a region too. */
export const languageNames: ReadonlyMap<string, string> = new Map(Object.entries({
  'ar': 'arabic', 'az': 'azerbaijani', 'be': 'belarusian', 'bg': 'bulgarian', 'ca': 'catalan', 'cs': 'czech', 'da': 'danish', 'de': 'german',
  'de-at': 'austrian', 'el': 'greek', 'en': 'english', 'en-au': 'australian', 'en-ca': 'canadian', 'en-gb': 'british', 'en-us': 'american', 'es': 'spanish',
  'et': 'estonian', 'fa': 'persian', 'fi': 'finnish', 'fr': 'french', 'he': 'hebrew', 'hi': 'hindi', 'hr': 'croatian', 'hu': 'hungarian',
  'hy': 'armenian', 'id': 'indonesian', 'it': 'italian', 'ja': 'japanese', 'ka': 'georgian', 'kk': 'kazakh', 'ko': 'korean', 'la': 'latin',
  'lt': 'lithuanian', 'lv': 'latvian', 'mk': 'macedonian', 'mn': 'mongolian', 'nb': 'norsk', 'nl': 'dutch', 'nn': 'nynorsk', 'no': 'norsk', 'pl': 'polish',
  'pt': 'portuguese', 'pt-br': 'brazilian', 'ro': 'romanian', 'ru': 'russian', 'sk': 'slovak', 'sl': 'slovene', 'sq': 'albanian', 'sr': 'serbian',
  'sv': 'swedish', 'th': 'thai', 'tk': 'turkmen', 'tr': 'turkish', 'uk': 'ukrainian', 'vi': 'vietnamese', 'zh': 'chinese',
}));
