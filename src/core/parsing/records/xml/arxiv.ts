/** Preprints in the Atom feed of arXiv's interface. */
import { attribute, childrenOf, textAt, textOf, type XmlElement } from '../../xmlTree';
import { dateIn, keywordsOf, namedOf, type Draft } from './draft';

const address = /arxiv\.org\/abs\/(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?$/u;

/** Is this `entry` one of arXiv's? Its errors are entries too, without authors. */
export const isArxiv = (entry: XmlElement): boolean => address.test(textAt(entry, 'id') ?? '') && childrenOf(entry, 'author').length > 0;

/** The draft of an `entry`. Its DOI, if any, is that of the article that the preprint became. */
export function readArxiv(entry: XmlElement): Draft {
  const number = address.exec(textAt(entry, 'id') ?? '')?.[1] ?? '';
  return {
    type: 'article',
    fields: {
      title: textAt(entry, 'title'), author: childrenOf(entry, 'author').flatMap((author) => namedOf(textAt(author, 'name') ?? '')), issued: dateIn(textAt(entry, 'published')?.slice(0, 10)),
      abstract: textAt(entry, 'summary'), DOI: textOf(childrenOf(entry, 'doi')[0]), URL: `https://arxiv.org/abs/${number}`, number: `arXiv:${number}`, publisher: 'arXiv', genre: 'Preprint',
      keyword: keywordsOf(childrenOf(entry, 'category').flatMap((category) => attribute(category, 'term') ?? [])),
    },
    unmapped: { 'journal-ref': textAt(entry, 'journal_ref'), comment: textAt(entry, 'comment') },
  };
}
