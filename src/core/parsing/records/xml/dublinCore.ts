/** Dublin Core: the elements of a repository's record, and the same names in the `meta` tags of a page. */
import type { ItemType } from '../../../source';
import { cleanDoi } from '../../identifiers';
import { attribute, childrenOf, paragraphsOf, type XmlElement } from '../../xmlTree';
import { dateIn, keywordsOf, namedOf, pagesOf, standardNumbers, type Draft } from './draft';

/** The values of each element in order, by its name in lower case without a prefix. */
export type Elements = ReadonlyMap<string, readonly string[]>;

/** Is this element one with Dublin Core right inside? */
export const isDublinCore = (element: XmlElement): boolean =>
  childrenOf(element, 'title').length > 0 && childrenOf(element, 'creator', 'identifier', 'publisher', 'contributor').length > 0 && childrenOf(element, 'titles', 'header', 'channel').length === 0;

/** The draft of an element with Dublin Core right inside. */
export function readDublinCore(element: XmlElement): Draft {
  const elements = new Map<string, string[]>();
  for (const child of childrenOf(element)) {
    const [value, name] = [paragraphsOf(child), child.name.toLowerCase()];
    if (value !== '') elements.set(name, [...(elements.get(name) ?? []), attribute(child, 'type')?.endsWith('DOI') === true && !value.startsWith('10.') ? `doi:${value}` : value]);
  }
  return dublinCoreDraft(elements);
}

const types: readonly (readonly [RegExp, ItemType])[] = [
  [/book ?review|review ?of ?book/iu, 'review-book'], [/book ?(?:part|chapter|section)|chapter|inbook/iu, 'chapter'], [/thesis|dissertation/iu, 'thesis'], [/preprint/iu, 'article'],
  [/working ?paper|technical ?report|(?:^|[/\s])report|policy/iu, 'report'], [/conference|proceedings/iu, 'paper-conference'], [/article|journal/iu, 'article-journal'], [/(?:^|[/\s])book$|monograph/iu, 'book'],
  [/dataset/iu, 'dataset'], [/software/iu, 'software'], [/newspaper/iu, 'article-newspaper'], [/lecture|presentation/iu, 'speech'], [/moving ?image|video/iu, 'motion_picture'],
  [/still ?image|^image$/iu, 'graphic'], [/(?:^|[/\s])map$/iu, 'map'], [/^sound$/iu, 'song'], [/manuscript|unpublished/iu, 'manuscript'], [/web ?page|website/iu, 'webpage'],
];

/** The draft of some elements. Names of `dcterms` may stand among them. */
export function dublinCoreDraft(elements: Elements): Draft {
  const all = (...names: readonly string[]): readonly string[] => names.flatMap((name) => elements.get(name) ?? []);
  const type = types.find(([pattern]) => all('type', 'genre').some((said) => pattern.test(said)))?.[1];
  const identifiers = all('identifier', 'relation', 'identifier.doi', 'doi', 'identifier.uri');
  const own = all('identifier', 'identifier.doi', 'doi', 'identifier.uri');
  const descriptions = [...all('abstract', 'description.abstract'), ...all('description')];
  const source = all('ispartof', 'relation.ispartof', 'source')[0];
  return {
    type: type ?? 'document',
    fields: {
      title: all('title')[0], author: all('creator', 'creator.personalname', 'contributor.author').flatMap(namedOf), editor: all('contributor.editor').flatMap(namedOf), issued: dateOfElements(all),
      publisher: all('publisher')[0], abstract: all('abstract', 'description.abstract')[0] ?? descriptions.filter((text) => text.length >= 200).sort((a, b) => b.length - a.length)[0],
      keyword: keywordsOf(all('subject').flatMap((words) => words.split(/;|\n/u))), language: all('language')[0], DOI: own.map(cleanDoi).find((found) => found !== undefined),
      URL: identifiers.find((id) => /^https?:/u.test(id) && !/doi\.org\//u.test(id)), ...numbersOf(own), ...containerOf(type, source), ...seriesOf(type, all('relation', 'relation.ispartofseries')),
    },
    unmapped: {
      contributor: all('contributor'), rights: all('rights')[0], source: source === undefined || isSerialSource(type, source) ? undefined : source,
      description: descriptions.filter((text) => text.length < 200 && !all('abstract', 'description.abstract').includes(text)), bibliographicCitation: all('bibliographiccitation', 'identifier.bibliographiccitation', 'identifier.citation')[0],
    },
    ...(type === undefined ? { unsure: { type: 'The record does not say what it is.' } } : {}),
  };
}

/** To the second: when a repository took the work in. */
const clocked = /T\d\d:\d\d:\d\d/u;

/** The date of issue; of plain dates the first that no clock wrote. */
function dateOfElements(all: (...names: readonly string[]) => readonly string[]): Draft['fields'][string] {
  const dates = all('issued', 'date.issued', 'date', 'created', 'date.created', 'available');
  return [...dates.filter((date) => !clocked.test(date)), ...dates].map(dateIn).find((date) => date !== undefined);
}

const numbersOf = (ids: readonly string[]): Draft['fields'] => {
  const marked = ids.find((id) => /^(?:urn:)?is[bs]n/iu.test(id)) ?? ids.find((id) => /^(?:97[89][-\d]{10,14}|\d{4}-\d{3}[\dX])$/u.test(id));
  return standardNumbers(marked);
};

/** `Series;number`, as repositories write the series of a report. */
function seriesOf(type: ItemType | undefined, relations: readonly string[]): Draft['fields'] {
  const [, title, number] = relations.map((relation) => /^([^;:]{3,150}); ?(?:no\. ?)?([^;:\s]{1,20})$/u.exec(relation)).find((match) => match !== null) ?? [];
  return type !== 'report' || title === undefined ? {} : { 'collection-title': title, number };
}

const isSerialSource = (type: ItemType | undefined, source: string): boolean => (type === 'article-journal' || type === 'chapter') && /\p{L}{3}/u.test(source) && !/^(?:https?|urn|doi|oai):/iu.test(source);

/** `Journal; Vol 12, No 3 (2019): Theme; 4-17`, as journal systems write their `source`. */
function containerOf(type: ItemType | undefined, source: string | undefined): Draft['fields'] {
  if (source === undefined || !isSerialSource(type, source)) return {};
  const [name = '', ...rest] = source.split(/;|, (?=(?:vol|no|bd|jg|т|№)\.? ?\d)/iu).map((part) => part.trim());
  const tail = rest.join('; ');
  return {
    'container-title': name, volume: /(?:vol(?:ume|\.)?|bd\.?|jg\.?|cilt|т\.|том) ?(\d{1,4})/iu.exec(tail)?.[1], issue: /(?:no\.?|n\.?º|nr\.?|issue|sayı|núm\.?|№|вып\.?) ?(\d{1,4}(?:[-/]\d{1,4})?)/iu.exec(tail)?.[1],
    page: pagesOf(/^(?:pp?\. ?|с\. ?|s\. ?)?(\d{1,5} ?[-–] ?\d{1,5})$/u.exec(rest.at(-1) ?? '')?.[1]),
  };
}
