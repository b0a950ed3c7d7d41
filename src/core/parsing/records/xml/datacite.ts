/** Records of DataCite's XML. */
import type { CslDate, ItemType, Name } from '../../../source';
import { attribute, childAt, childrenOf, paragraphsOf, textAt, textOf, textsAt, type XmlElement } from '../../xmlTree';
import { dataCiteType, yearOfHost } from '../dataCiteTypes';
import { pagesInSizes, seriesCitation } from '../seriesCitation';
import { dateIn, keywordsOf, namedOf, pagesOf, personOf, titleOf, type Draft } from './draft';

/** Is this element, named `resource`, one of DataCite's? */
export const isDatacite = (resource: XmlElement): boolean => childAt(resource, 'creators') !== undefined && childAt(resource, 'titles') !== undefined;

/** The draft of a `resource`. */
export function readDatacite(resource: XmlElement): Draft {
  const kind = childAt(resource, 'resourceType');
  const type = dataCiteType(attribute(kind, 'resourcetypegeneral'), textOf(kind)) ?? 'document';
  const titles = childrenOf(childAt(resource, 'titles'), 'title');
  const by = (kind: string | undefined): string | undefined => textOf(titles.find((title) => attribute(title, 'titletype') === kind));
  const identifier = childAt(resource, 'identifier');
  return {
    type,
    fields: {
      title: titleOf(by(undefined) ?? textOf(titles[0]), by('Subtitle')), author: namesOf(childrenOf(childAt(resource, 'creators'), 'creator'), 'creatorName'), ...contributors(resource),
      issued: issuedOf(resource), publisher: textAt(resource, 'publisher'), abstract: descriptionOf(resource, 'Abstract'), keyword: keywordsOf(textsAt(resource, 'subjects', 'subject')),
      language: textAt(resource, 'language'), version: textAt(resource, 'version'), DOI: /^doi$/iu.test(attribute(identifier, 'identifiertype') ?? 'DOI') ? textOf(identifier) : undefined,
      genre: genreOf(resource, type), ...placeOf(resource, type), ...related(resource),
    },
    unmapped: { 'translated-title': by('TranslatedTitle'), 'alternative-title': by('AlternativeTitle'), rights: textsAt(resource, 'rightsList', 'rights') },
    ...(type === 'document' ? { unsure: { type: 'The record says only that it is a text.' } } : {}),
  };
}

/** Where the work stands: in what it is published in, or as the line about its series says; what holds a book or report is a series. */
function placeOf(resource: XmlElement, type: ItemType): Draft['fields'] {
  const host = publishedIn(resource);
  const series = seriesCitation(host === undefined ? descriptionOf(resource, 'SeriesInformation') ?? '' : '');
  const sizes = pagesInSizes(textsAt(resource, 'sizes', 'size'));
  const whole = type === 'book' || type === 'report' || type === 'thesis';
  const title = textAt(host, 'titles', 'title') ?? series.title;
  return {
    [whole ? 'collection-title' : 'container-title']: title, volume: textAt(host, 'volume') ?? series.volume, issue: textAt(host, 'issue') ?? series.issue,
    page: pagesOf(textAt(host, 'firstPage'), textAt(host, 'lastPage')) ?? series.page ?? sizes.page, 'number-of-pages': whole ? sizes.total : undefined,
  };
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

/** The year of publication, of what holds the work first, with the day of issue when it is of the same year. */
function issuedOf(resource: XmlElement): CslDate | undefined {
  const deposited = textAt(resource, 'publicationYear');
  const year = dateIn(yearOfHost(textAt(publishedIn(resource), 'publicationYear'), deposited) ?? deposited);
  const issued = childrenOf(childAt(resource, 'dates'), 'date').filter((date) => attribute(date, 'datetype') === 'Issued').map((date) => dateIn(textOf(date)))[0];
  return year === undefined || issued?.['date-parts']?.[0]?.[0] === year['date-parts']?.[0]?.[0] ? issued ?? year : year;
}

/** A description of this kind, in the language of the work if there are several. */
function descriptionOf(resource: XmlElement, type: string): string | undefined {
  const all = childrenOf(childAt(resource, 'descriptions'), 'description').filter((description) => attribute(description, 'descriptiontype') === type);
  const language = textAt(resource, 'language')?.slice(0, 2).toLowerCase();
  const own = all.find((description) => language !== undefined && attribute(description, 'lang')?.slice(0, 2).toLowerCase() === language);
  const best = own ?? all[0];
  return best === undefined ? undefined : paragraphsOf(best);
}

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
