/** Text of no layout we know: kept whole, with what stands in it under a plain label or as an identifier. */
import { nothingRecognised } from '../../problem';
import type { Span } from '../../source';
import { trust } from '../certainty';
import { itemOf, type Found } from '../found';
import { doisIn } from '../identifiers';
import { linesOf } from '../lines';

const titleLabel = /^(?:Title|Paper title|Название|Заглавие|Тақырыбы|Başlık|Titel|Titre|Título|题名|标题|篇名)\s*[:：]\s*(\S.{3,400})$/iu;

/** The text of `span` as a document. A title is taken only from a label; a DOI only if the text has just one. */
export function readText(text: string, span: Span): Found {
  const passage = text.slice(span.start, span.end);
  const dois = doisIn(passage);
  const doi = dois.length === 1 ? dois[0] : undefined;
  const title = linesOf(passage).slice(0, 200).map((line) => titleLabel.exec(line.text.slice(0, 500))?.[1]).find((found) => found !== undefined);
  const certainty = {
    ...(doi === undefined ? {} : { DOI: { sure: trust.labelled, why: 'The only DOI in the text.' } }),
    ...(title === undefined ? {} : { title: { sure: trust.labelled, why: 'Stands behind a label.' } }),
  };
  const known = doi !== undefined || title !== undefined;
  return { ...span, format: 'text', item: itemOf('document', { title, DOI: doi }), certainty, problems: known ? [] : [nothingRecognised(span)] };
}
