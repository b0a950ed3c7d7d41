/** Rules that many pages of articles share. */
import type { FieldRule } from '../profile/profile';

/** Abstract, keywords and DOI under their own labels. */
export const underLabels: readonly FieldRule[] = [
  { to: 'abstract', take: 'block', label: 'Abstract|Summary' },
  { to: 'keyword', take: 'label', label: 'Keywords|Key words|Keyword' },
  { to: 'DOI', take: 'label', label: 'DOI' },
  { to: 'DOI', take: 'match', pattern: '^(?<doi>https?://(?:dx\\.)?doi\\.org/10\\.\\d{4,9}/\\S{2,200})' },
];

/** `Article`, `Original Research` and their like above a title. */
export const kindOfArticle = '^(?:(?:Original |Research |Review |Regular |Special Issue |Short |Open Access ?)?(?:Articles?|ARTICLES?|Research|Research Papers?)|ORIGINAL ARTICLE|RESEARCH ARTICLE|REVIEW ARTICLE|RESEARCH NOTE|Research [Nn]otes?|Review|Book [Rr]eviews?|Review [Ee]ssays?|Letter|LETTER|Commentary|Editorial|Forum|Symposium|Introduction|Special Section|Other|Brief [Rr]eport)$';

/** Journal articles that are reviews of a book. */
export const reviews = [{ re: '^(?:Book [Rr]eviews?(?:: \\p{Lu}[\\p{L} ,&]{2,60})?|BOOK REVIEWS?|Reviewed [Ww]ork\\(?s?\\)?: ?\\S.{0,600})$', type: 'review-book' as const }];
