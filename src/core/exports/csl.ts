/** A source as an item of CSL JSON 1.0.2: our tags become its keywords. */
import type { Item } from '../source';
import { keywordsOf } from './keywords';

/** Fields in the order of reading; the others follow by the alphabet. `custom` is first in JSON, for the mark stands there. */
const order = ['custom', 'id', 'type', 'title', 'author', 'issued', 'container-title', 'volume', 'issue', 'page', 'DOI'];
const place = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** The fields of the item, those without a value left out. */
export function cslFields(item: Item): readonly (readonly [string, unknown])[] {
  const keyword = keywordsOf(item).join(', ');
  const fields = Object.entries(item).filter(([field, value]) => field !== 'tags' && field !== 'keyword' && !isEmpty(value));
  if (keyword !== '') fields.push(['keyword', keyword]);
  return fields.sort(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1));
}

/** A JSON literal on one line that is a YAML literal too. */
export const literal = (value: unknown): string =>
  JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
