/** Records of DataCite's XML. */
import type { CslDate, ItemType, Name } from '../../../source';
import { attribute, childAt, childrenOf, paragraphsOf, textAt, textOf, textsAt, type XmlElement } from '../../xmlTree';
import { dateIn, keywordsOf, namedOf, pagesOf, personOf, titleOf, type Draft } from './draft';

/** Is this element, named `resource`, one of DataCite's? */
export const isDatacite = (resource: XmlElement): boolean => childAt(resource, 'creators') !== undefined && childAt(resource, 'titles') !== undefined;

/** The draft of a `resource`. */
export function readDatacite(resource: XmlElement): Draft {
  const host = childrenOf(childAt(resource, 'relatedItems'), 'relatedItem').find((item) => attribute(item, 'relationtype') === 'IsPublishedIn');
  const type = typeOf(resource);
  const titles = childrenOf(childAt(resource, 'titles'), 'title');
  const by = (kind: string | undefined): string | undefined => textOf(titles.find((title) => attribute(title, 'titletype') === kind));
  const identifier = childAt(resource, 'identifier');
  return {
    type,
    fields: {
      title: titleOf(by(undefined) ?? textOf(titles[0]), by('Subtitle')), author: namesOf(childrenOf(childAt(resource, 'creators'), 'creator'), 'creatorName'), ...contributors(resource),
      issued: issuedOf(resource), publisher: textAt(resource, 'publisher'), abstract: descriptionOf(resource, 'Abstract'), keyword: keywordsOf(textsAt(resource, 'subjects', 'subject')),
      language: textAt(resource, 'language'), version: textAt(resource, 'version'), DOI: /^doi$/iu.test(attribute(identifier, 'identifiertype') ?? 'DOI') ? textOf(identifier) : undefined,
      'container-title': textAt(host, 'titles', 'title') ?? seriesOf(descriptionOf(resource, 'SeriesInformation')), volume: textAt(host, 'volume'), issue: textAt(host, 'issue'),
      page: pagesOf(textAt(host, 'firstPage'), textAt(host, 'lastPage')), genre: genreOf(resource, type), ...related(resource),
    },
    unmapped: { 'translated-title': by('TranslatedTitle'), 'alternative-title': by('AlternativeTitle'), rights: textsAt(resource, 'rightsList', 'rights') },
    ...(type === 'document' ? { unsure: { type: 'The record says only that it is a text.' } } : {}),
  };
}

const general: { readonly [kind: string]: ItemType } = {
  Dataset: 'dataset', DataPaper: 'article-journal', JournalArticle: 'article-journal', Book: 'book', BookChapter: 'chapter', ConferencePaper: 'paper-conference', ConferenceProceeding: 'book', Dissertation: 'thesis', Preprint: 'article',
  Report: 'report', Software: 'software', ComputationalNotebook: 'software', Standard: 'standard', PeerReview: 'review', Image: 'graphic', Audiovisual: 'motion_picture', Film: 'motion_picture', Sound: 'song', Collection: 'collection', Event: 'event',
  Journal: 'periodical', Presentation: 'speech',
};
const spoken: readonly (readonly [RegExp, ItemType])[] = [
  [/journal|article/iu, 'article-journal'], [/chapter|book ?part/iu, 'chapter'], [/thesis|dissertation/iu, 'thesis'], [/working ?paper|report|policy/iu, 'report'], [/preprint/iu, 'article'],
  [/conference|proceedings/iu, 'paper-conference'], [/book|monograph/iu, 'book'], [/presentation|lecture|poster/iu, 'speech'],
];

function typeOf(resource: XmlElement): ItemType {
  const kind = childAt(resource, 'resourceType');
  const named = attribute(kind, 'resourcetypegeneral') ?? '';
  return (Object.hasOwn(general, named) ? general[named] : undefined) ?? spoken.find(([pattern]) => pattern.test(textOf(kind) ?? ''))?.[1] ?? 'document';
}

const genreOf = (resource: XmlElement, type: ItemType): string | undefined =>
  type === 'article' ? 'Preprint' : type === 'report' || type === 'thesis' ? textAt(resource, 'resourceType')?.replace(/^(?:Report|Dissertation|Thesis|Text)$/u, '') : undefined;

function namesOf(people: readonly XmlElement[], whole: string): readonly Name[] {
  return people.flatMap((person) => {
    const name = childAt(person, whole);
    const text = textOf(name);
    if (attribute(name, 'nametype') === 'Organizational') return text === undefined ? [] : [{ literal: text }];
    if (textAt(person, 'familyName') !== undefined) return personOf(textAt(person, 'familyName'), textAt(person, 'givenName'));
    return text === undefined ? [] : namedOf(text);
  });
}

function contributors(resource: XmlElement): Draft['fields'] {
  const all = [resource, publishedIn(resource)].flatMap((holder) => childrenOf(childAt(holder, 'contributors'), 'contributor'));
  const by = (type: string): readonly Name[] => namesOf(all.filter((person) => attribute(person, 'contributortype') === type), 'contributorName');
  return { editor: by('Editor'), translator: by('Translator') };
}

/** The year of publication, with the day of issue when it is of the same year. */
function issuedOf(resource: XmlElement): CslDate | undefined {
  const year = dateIn(textAt(resource, 'publicationYear'));
  const issued = childrenOf(childAt(resource, 'dates'), 'date').filter((date) => attribute(date, 'datetype') === 'Issued').map((date) => dateIn(textOf(date)))[0];
  return year === undefined || issued?.['date-parts']?.[0]?.[0] === year['date-parts']?.[0]?.[0] ? issued ?? year : year;
}

const descriptionOf = (resource: XmlElement, type: string): string | undefined =>
  childrenOf(childAt(resource, 'descriptions'), 'description').filter((description) => attribute(description, 'descriptiontype') === type).map(paragraphsOf)[0];

/** `Journal of X, 12(3), 4-5`: its name. */
const seriesOf = (text: string | undefined): string | undefined => text === undefined ? undefined : /^([^\d]{3,200}?),? (?=\d)/u.exec(text)?.[1]?.replace(/,$/u, '') ?? text;

/** What the work is published in, as kernel 4.4 has it. */
const publishedIn = (resource: XmlElement): XmlElement | undefined =>
  childrenOf(childAt(resource, 'relatedItems'), 'relatedItem').find((item) => attribute(item, 'relationtype') === 'IsPublishedIn');

function related(resource: XmlElement): Draft['fields'] {
  const ids = childrenOf(childAt(resource, 'relatedIdentifiers'), 'relatedIdentifier').filter((id) => /^IsPartOf|IsPublishedIn$/u.test(attribute(id, 'relationtype') ?? ''));
  const by = (type: string): string | undefined => textOf(ids.find((id) => attribute(id, 'relatedidentifiertype')?.toUpperCase() === type));
  const other = childrenOf(childAt(resource, 'alternateIdentifiers'), 'alternateIdentifier').find((id) => /^ur[li]$/iu.test(attribute(id, 'alternateidentifiertype') ?? ''));
  const own = (type: string): string | undefined => childrenOf(publishedIn(resource), 'relatedItemIdentifier').filter((id) => attribute(id, 'relateditemidentifiertype')?.toUpperCase() === type).map(textOf)[0];
  return { ISSN: by('ISSN') ?? by('EISSN') ?? own('ISSN'), ISBN: by('ISBN') ?? own('ISBN'), URL: textOf(other), edition: textAt(publishedIn(resource), 'edition') };
}
