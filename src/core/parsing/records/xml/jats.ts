/** The front of an article in JATS (and NLM) XML. */
import type { CslDate, ItemType, Name } from '../../../source';
import { attribute, childAt, childrenOf, elementsIn, paragraphsOf, textAt, textOf, textsAt, type XmlElement } from '../../xmlTree';
import { dateIn, dateOf, keywordsOf, namedOf, pagesOf, personOf, titleOf, type Draft } from './draft';

/** Where the metadata of an article stand: in `article`, in `front`, or by themselves. */
const frontOf = (element: XmlElement): XmlElement => childAt(element, 'front') ?? element;

/** Is this element, named `article` or `front`, one of JATS? */
export const isJats = (element: XmlElement): boolean => childAt(frontOf(element), 'article-meta', 'title-group') !== undefined || childAt(frontOf(element), 'article-meta', 'article-id') !== undefined;

/** The draft of an article. */
export function readJats(element: XmlElement): Draft {
  const [journal, article] = [childAt(frontOf(element), 'journal-meta'), childAt(frontOf(element), 'article-meta')];
  const ids = (type: string): string | undefined => childrenOf(article, 'article-id').filter((id) => attribute(id, 'pub-id-type') === type).map(textOf)[0];
  const people = (role: string): readonly Name[] => peopleOf(article, role, attribute(element, 'lang') ?? '');
  const titles = childAt(article, 'title-group');
  const short = textAt(journal, 'journal-title-group', 'abbrev-journal-title') ?? textAt(journal, 'abbrev-journal-title');
  const full = textAt(journal, 'journal-title-group', 'journal-title') ?? textAt(journal, 'journal-title');
  return {
    type: typeOf(element),
    fields: {
      title: titleOf(textAt(titles, 'article-title'), textAt(titles, 'subtitle')), 'title-short': elementsIn(titles, 'alt-title').filter((title) => /short/u.test(attribute(title, 'alt-title-type') ?? '')).map(textOf)[0],
      author: people('author'), editor: people('editor'), translator: people('translator'), 'container-title': full ?? short, 'container-title-short': full === short ? undefined : short,
      publisher: textAt(journal, 'publisher', 'publisher-name'), 'publisher-place': textAt(journal, 'publisher', 'publisher-loc'), ISSN: issn(journal),
      issued: issuedOf(article), volume: textAt(article, 'volume'), issue: textAt(article, 'issue'), page: pagesOf(textAt(article, 'fpage'), textAt(article, 'lpage')) ?? pagesOf(textAt(article, 'page-range')) ?? textAt(article, 'elocation-id'),
      abstract: abstractOf(article), keyword: keywordsOf(childrenOf(article, 'kwd-group').slice(0, 1).flatMap((group) => elementsIn(group, 'kwd')).flatMap((word) => textOf(word) ?? [])),
      DOI: ids('doi'), PMID: ids('pmid'), PMCID: pmcid(ids('pmc') ?? ids('pmcid')), language: attribute(element, 'lang'),
      URL: childrenOf(article, 'self-uri').filter((uri) => attribute(uri, 'content-type') !== 'pdf').map((uri) => attribute(uri, 'href') ?? textOf(uri))[0], ...reviewed(article),
    },
    unmapped: { 'trans-title': textsAt(titles, 'trans-title-group', 'trans-title'), 'trans-abstract': childrenOf(article, 'trans-abstract').map(paragraphsOf) },
  };
}

const typeOf = (element: XmlElement): ItemType => {
  const said = attribute(element, 'article-type') ?? '';
  return /book-review|product-review/u.test(said) ? 'review-book' : said === 'preprint' ? 'article' : 'article-journal';
};

const pmcid = (text: string | undefined): string | undefined => (text === undefined || /^PMC/iu.test(text) ? text : `PMC${text}`);

function issn(journal: XmlElement | undefined): string | undefined {
  const all = childrenOf(journal, 'issn');
  return textOf(all.find((found) => /^(?:ppub|print)$/u.test(attribute(found, 'pub-type') ?? attribute(found, 'publication-format') ?? '')) ?? all[0]);
}

function peopleOf(article: XmlElement | undefined, role: string, language: string): readonly Name[] {
  const people = childrenOf(article, 'contrib-group').flatMap((group) => childrenOf(group, 'contrib').filter((person) => (attribute(person, 'contrib-type') ?? attribute(group, 'content-type') ?? 'author').replace(/s$/u, '') === role));
  return people.flatMap((person) => {
    const name = childAt(person, 'name') ?? nameIn(childrenOf(childAt(person, 'name-alternatives'), 'name'), language);
    if (name !== undefined) return personOf(textAt(name, 'surname'), textAt(name, 'given-names'), textAt(name, 'suffix')).map((found) => withPrefix(found, textAt(name, 'prefix')));
    const [body, whole] = [childAt(person, 'collab'), textAt(person, 'string-name')];
    if (body === undefined) return whole === undefined ? [] : namedOf(whole);
    const text = textAt(body, 'institution') ?? body.children.filter((child): child is string => typeof child === 'string').join('').replace(/\s+/gu, ' ').trim();
    return text === '' ? [] : [{ literal: text }];
  });
}

/** Of a name in several scripts the one in the language of the article, else the one in Latin letters. */
const nameIn = (names: readonly XmlElement[], language: string): XmlElement | undefined =>
  names.find((name) => language !== '' && attribute(name, 'lang')?.slice(0, 2) === language.slice(0, 2)) ?? names.find((name) => /\p{sc=Latin}/u.test(textAt(name, 'surname') ?? '')) ?? names[0];

/** JATS keeps a particle, but also a title, before the name as its prefix. */
const withPrefix = (name: Name, prefix: string | undefined): Name =>
  (prefix !== undefined && /^(?:van|von|de|der|del|della|di|da|du|la|le|ter|ten|el|al)(?:[ -]\p{Ll}+)*$/u.test(prefix) ? { ...name, 'non-dropping-particle': prefix } : name);

const ranks = ['ppub', 'print', 'collection', 'pub', 'epub-ppub', 'epub', 'electronic', 'epreprint', 'preprint'];

/** The date in print first, then that of the issue, then online. */
function issuedOf(article: XmlElement | undefined): CslDate | undefined {
  const kindOf = (date: XmlElement): string => attribute(date, 'pub-type') ?? attribute(date, 'publication-format') ?? attribute(date, 'date-type') ?? 'pub';
  const rank = (date: XmlElement): number => { const place = ranks.indexOf(kindOf(date)); return place < 0 ? ranks.length : place; };
  const best = [...childrenOf(article, 'pub-date')].filter((date) => !/retract|correct|nihms|pmc|received|accepted/u.test(kindOf(date))).sort((a, b) => rank(a) - rank(b))[0];
  return dateOf(textAt(best, 'year'), textAt(best, 'month') ?? textAt(best, 'season'), textAt(best, 'day')) ?? dateIn(attribute(best, 'iso-8601-date') ?? textAt(best, 'string-date'));
}

/** The abstract proper: no teaser, graphic or list of highlights. Its own heading is no part of it. */
function abstractOf(article: XmlElement | undefined): string {
  const all = childrenOf(article, 'abstract');
  return paragraphsOf(all.find((abstract) => attribute(abstract, 'abstract-type') === undefined) ?? all.find((abstract) => !/graphic|teaser|toc|key|highlight|short|precis|video/u.test(attribute(abstract, 'abstract-type') ?? '')));
}

function reviewed(article: XmlElement | undefined): Draft['fields'] {
  const product = childAt(article, 'product');
  const people = elementsIn(product, 'name').flatMap((name) => personOf(textAt(name, 'surname'), textAt(name, 'given-names')));
  return product === undefined ? {} : { 'reviewed-title': textAt(product, 'source'), 'reviewed-author': people };
}
