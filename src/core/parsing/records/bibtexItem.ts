/** An entry as a CSL item; fields that CSL has no place for stand under `custom.unmapped`. */
import type { Item, JsonObject } from '../../source';
import { readAbstract, reflowed } from '../abstract';
import { gathered, last, leading, type Fields } from '../found';
import type { Values } from './bibtexFamily';
import { identifiersOf } from './bibtexIdentifiers';
import { lostOf } from './bibtexLost';
import { authorsIncomplete, placesOf } from './bibtexPlaces';
import { isPlain } from './tex';
import { readTex } from './texText';

/**
 * The item of an entry with all its fields in the places that CSL has for them. `own` are its own fields as they are written, `values` those
 * and what it inherits, as they are meant.
 */
export function bibItem(key: string, type: string, own: Values, values: Values): Item {
  const item = filled(key, gathered(...placesOf(type, values), identifiersOf(values), { keyword: keywordsIn(values), abstract: abstractIn(values) }));
  const [unmapped, incomplete] = [lostOf(own, item), authorsIncomplete(values)];
  if (unmapped !== undefined || incomplete) (item as { custom?: JsonObject }).custom = { ...item.custom, ...(incomplete && { authorsIncomplete: true }), ...(unmapped && { unmapped }) };
  return item;
}

const placed: ReadonlySet<string> = new Set([...leading, ...last]);

/** Those of the fields that say something, in the order in which one reads a reference. */
function filled(id: string, fields: Fields): Item {
  const found: { [field: string]: unknown } = { id };
  const take = (field: string): void => { if (fields[field] !== undefined && fields[field] !== '') found[field] = fields[field]; };
  for (const field of leading) take(field);
  for (const field in fields) if (!placed.has(field)) take(field);
  for (const field of last) take(field);
  return found as unknown as Item;
}

/** A list that is not parted by commas with a blank behind each. */
const untidyList = / ,|,(?! )|^,|;/u;

function keywordsIn(values: Values): string {
  if (!values.has('keywords') && !values.has('keyword')) return '';
  const said = ['keywords', 'keyword'].map((name) => readTex(values.get(name) ?? '').text).filter((text) => text !== '');
  if (said.length === 1 && !untidyList.test(said[0] ?? '')) return said[0] ?? '';
  return said.flatMap((text) => text.split(text.includes(',') ? ',' : ';')).map((word) => word.trim()).filter((word) => word !== '').join(', ');
}

function abstractIn(values: Values): string | undefined {
  const raw = values.get('abstract') ?? '';
  const text = isPlain(raw) ? reflowed(raw) : paragraphsOf(raw);
  return text.trim() === '' ? undefined : readAbstract(text)?.text ?? text;
}

const paragraphsOf = (raw: string): string =>
  raw.split(/\n[ \t]*\n\s*|\\par\b/u).map((paragraph) => readTex(paragraph).text).filter((text) => text !== '').join('\n\n');
