/** A stretch of text that a person says is a certain field, as the value of that field. */
import type { UsableField } from '../fieldNames';
import type { Json } from '../source';
import { readDate } from './dates';
import { cleanDoi, cleanUrl, doisIn } from './identifiers';
import { withoutEnd } from './lines';
import { readNames } from './names';
import { normalise } from './normalise';
import { pageRange } from './records/pageRange';

type Reader = (text: string) => Json | undefined;

const line: Reader = (text) => filled(text.replace(/\s+/gu, ' ').trim());
const filled = (text: string): string | undefined => (text === '' ? undefined : text);
/** Without quotation marks around it and a full stop that ends it. */
const title: Reader = (text) => {
  const bare = text.replace(/\s+/gu, ' ').trim().replace(/(?<![.\s])\.$/u, '').replace(/^["'“”„«‹‘]+/u, '');
  return filled(withoutEnd(bare, '"\'“”»›’').trim());
};
/** Lines that were wrapped become one again; blank lines part paragraphs. */
const paragraphs: Reader = (text) => filled(text.split(/\n[ \t]*\n/u).map((paragraph) => paragraph.replace(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, '').replace(/\s+/gu, ' ').trim()).filter((paragraph) => paragraph !== '').join('\n\n'));
const names: Reader = (text) => {
  const found = readNames(text.split('\n').map((part) => part.trim()).filter((part) => part !== '').join('; ')).names;
  return found.length === 0 ? undefined : found as unknown as Json;
};
const number: Reader = (text) => filled(withoutEnd(text.replace(/^\s*(?:volume|vol|issue|number|no|nr|bd|том|т|выпуск|вып|№|第)\.?\s*/iu, '').replace(/\s+/gu, ' '), '.,;: 卷期').trim());
const keywords: Reader = (text) => filled(text.replace(/^\s*(?:keywords?|key words|ключевые слова|关键词)\s*[:：]?/iu, '').split(/[,;·•；，\n]/u).map((word) => word.trim().replace(/\.$/u, '')).filter((word) => word !== '').join(', '));
const identifier = (pattern: RegExp): Reader => (text) => pattern.exec(text)?.[0];

const readers: { readonly [F in UsableField]: Reader } = {
  'title': title, 'author': names, 'abstract': paragraphs, 'container-title': title, 'issued': (text) => readDate(text) as Json | undefined, 'volume': number, 'issue': number,
  'page': (text) => pageRange(text.trim().replace(/^(?:pages?|pp?\.?|с\.|стр\.|s\.)\s*/iu, '')), 'DOI': (text) => cleanDoi(text) ?? doisIn(text)[0], 'publisher': line, 'editor': names, 'publisher-place': line,
  'translator': names, 'event-title': line, 'collection-title': title, 'edition': line, 'keyword': keywords, 'ISBN': identifier(/\d[\d -]{8,15}[\dXx]/u), 'ISSN': identifier(/\d{4}-?\d{3}[\dXx]/u),
  'URL': (text) => cleanUrl(text), 'language': line, 'note': line,
};

/** The largest text that is taken for a field, in UTF-16 code units. */
const largest = 100_000;

/** The value that a text gives as a field, cleaned as a reader of pastes would; undefined where it can't be one (a DOI without a number, a year without digits). */
export function valueAs(field: UsableField, text: string): Json | undefined {
  return text.length > largest ? undefined : readers[field](normalise(text).text);
}
