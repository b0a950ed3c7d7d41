/** Citation keys: made once for a source, unique in the library, never changed by themselves; and file names from keys. */
import { fold, toAscii } from '../fold';
import { creatorsOf, shortName, yearOf } from '../source';
import type { Item } from '../source';

/** The default of `commonplace.keyPattern`. */
export const defaultKeyPattern = '[auth][year]';

/** What a pattern may hold in brackets, each in lower-case ASCII letters and digits; a script without a customary spelling in ASCII stays. */
const parts: { readonly [part: string]: (item: Item) => string } = {
  auth: (item) => slug(creatorsOf(item)[0] === undefined ? '' : shortName(creatorsOf(item)[0]!)) || titleWords(item, 1),
  authors: (item) => creatorsOf(item).slice(0, 3).map((name) => slug(shortName(name))).join('') || titleWords(item, 1),
  year: (item) => String(yearOf(item) ?? ''),
  shorttitle: (item) => titleWords(item, 3),
  title: (item) => titleWords(item, 1),
};

const fillers = new Set('a an the of on in and for to from with by is are as at der die das ein eine und le la les un une des du et el los las de y o os as e и в на о об к по с'.split(' '));

const slug = (text: string): string =>
  toAscii(text).toLowerCase().replace(/[^a-z0-9]+/g, '') || text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function titleWords(item: Item, count: number): string {
  const words = (item.title ?? '').split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '' && !fillers.has(word.toLowerCase()));
  return words.map(slug).filter((word) => word !== '').slice(0, count).join('');
}

/** The key that a pattern such as `[auth][year]` gives an item; letters outside the brackets stay. `source` if nothing is known. */
export function keyFrom(item: Item, pattern: string = defaultKeyPattern): string {
  const key = pattern.replace(/\[([a-z]{1,20})\]/g, (_, part: string) => parts[part]?.(item) ?? '');
  return safeKey(key) || 'source';
}

/** Letters, digits and the marks that BibTeX, biber and Pandoc all take inside a key. */
export function safeKey(key: string): string {
  return key.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}_:.+/-]/gu, '').replace(/^[^\p{L}\p{N}_]+/u, '').replace(/[^\p{L}\p{N}\p{M}_]{1,99}$/u, '').slice(0, 80);
}

/**
 * The key for a new source: the one its record names, if it names one, else from the pattern; made unique among
 * `taken` (compared without case) by a letter: `lee2018`, `lee2018a`, … `lee2018z`, `lee2018aa`.
 */
export function keyFor(item: Item, taken: (key: string) => boolean, pattern?: string): string {
  const key = safeKey(item.id) || keyFrom(item, pattern);
  if (!taken(key)) return key;
  for (let n = 0; ; n += 1) {
    const candidate = key + letters(n);
    if (!taken(candidate)) return candidate;
  }
}

/** 0 → a, 25 → z, 26 → aa. */
function letters(n: number): string {
  return (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(97 + (n % 26));
}

/** Two keys that one could take for the same: case and Unicode form don't count. */
export function keyIdentity(key: string): string {
  return key.normalize('NFC').toLowerCase();
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name (without folder) for a key, safe on every system: lower-case ASCII letters, digits and hyphens, no name
 * that Windows reserves, at most 60 characters; made unique among `taken` by a number.
 */
export function fileNameFor(key: string, taken: (name: string) => boolean): string {
  const stem = fold(toAscii(key)).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'source';
  const base = reserved.test(stem) ? `${stem}-source` : stem;
  for (let n = 1; ; n += 1) {
    const name = `${n === 1 ? base : `${base}-${n}`}.md`;
    if (!taken(name)) return name;
  }
}
