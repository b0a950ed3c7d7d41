/** An entry as a CSL item; fields that CSL has no place for stand under `custom.unmapped`. */
import type { Item, JsonObject } from '../../source';
import { readAbstract, reflowed } from '../abstract';
import { withCustom } from '../certainty';
import { gathered, type Fields } from '../found';
import type { Values } from './bibtexFamily';
import { identifiersOf } from './bibtexIdentifiers';
import { lostOf } from './bibtexLost';
import { authorsIncomplete, placesOf } from './bibtexPlaces';
import type { BibEntry } from './bibtexScan';
import { isPlain } from './tex';
import { readTex } from './texText';

/** The item of an entry with all its fields in the places that CSL has for them. `values` are its own fields and those it inherits. */
export function bibItem(entry: BibEntry, values: Values): Item {
  const item = filled(entry.key, gathered(placesOf(entry.type, values), identifiersOf(values), { keyword: keywordsIn(values), abstract: abstractIn(values) }));
  return withCustom(item, { ...(authorsIncomplete(values) ? { authorsIncomplete: true } : {}), ...unmapped(item, entry) });
}

function filled(id: string, fields: Fields): Item {
  const found: { [field: string]: unknown } = { id };
  for (const field of Object.keys(fields)) if (fields[field] !== undefined && fields[field] !== '') found[field] = fields[field];
  return found as unknown as Item;
}

function keywordsIn(values: Values): string {
  if (!values.has('keywords') && !values.has('keyword')) return '';
  const said = ['keywords', 'keyword'].map((name) => readTex(values.get(name) ?? '').text).filter((text) => text !== '');
  return said.flatMap((text) => text.split(text.includes(',') ? ',' : ';')).map((word) => word.trim()).filter((word) => word !== '').join(', ');
}

function abstractIn(values: Values): string | undefined {
  const raw = values.get('abstract') ?? '';
  const text = isPlain(raw) ? reflowed(raw) : paragraphsOf(raw);
  return text.trim() === '' ? undefined : readAbstract(text)?.text ?? text;
}

const paragraphsOf = (raw: string): string =>
  raw.split(/\n[ \t]*\n\s*|\\par\b/u).map((paragraph) => readTex(paragraph).text).filter((text) => text !== '').join('\n\n');

function unmapped(item: Item, entry: BibEntry): JsonObject {
  const lost = lostOf(entry, item);
  return Object.keys(lost).length === 0 ? {} : { unmapped: lost };
}
