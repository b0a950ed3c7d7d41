/** Citation keys: made once for a source, unique in the library, never changed by themselves; and file names from keys. */
import { fold, toAscii } from '../fold';
import type { Item } from '../source';
import { expandKeyPattern } from './keyPattern';

/** The default of `commonplace.keyPattern`. */
export const defaultKeyPattern = '[auth][year]';

/** The key that a pattern such as `[auth][year]` gives an item; letters outside the brackets stay. `source` if nothing is known. */
export function keyFrom(item: Item, pattern: string = defaultKeyPattern): string {
  return safeKey(expandKeyPattern(item, pattern)) || 'source';
}

/** Letters, digits and the marks that BibTeX, biber and Pandoc all take inside a key. */
export function safeKey(key: string): string {
  return key.normalize('NFC').replace(/[^\p{L}\p{N}\p{M}_:.+/-]/gu, '').replace(/^[^\p{L}\p{N}_]+/u, '').slice(0, 80).replace(/[^\p{L}\p{N}\p{M}_]{1,99}$/u, '');
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

/** Gives items keys, each another one, as `keyFor` would; in time that does not grow with the number of equal ones. */
export class KeyMaker {
  private readonly taken = new Set<string>();
  private readonly reached = new Map<string, number>();

  /** The key of the next item. */
  next(item: Item): string {
    const base = safeKey(item.id) || keyFrom(item);
    let key = base;
    for (let n = this.reached.get(keyIdentity(base)) ?? 0; this.taken.has(keyIdentity(key)); n += 1) {
      key = base + letters(n);
      this.reached.set(keyIdentity(base), n + 1);
    }
    this.taken.add(keyIdentity(key));
    return key;
  }
}

/** The letters behind a key that is taken: 0 → a, 25 → z, 26 → aa. */
export function letters(n: number): string {
  return (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(97 + (n % 26));
}

/** The second keys of a record: `ids` of an entry of biblatex, by which LaTeX may cite it. Pandoc does not know them. */
export function secondKeysOf({ custom }: Item): readonly string[] {
  const unmapped = custom?.['unmapped'];
  const ids: unknown = unmapped !== null && typeof unmapped === 'object' && !Array.isArray(unmapped) ? (unmapped as { readonly [name: string]: unknown })['ids'] : undefined;
  return typeof ids === 'string' ? ids.split(',').map((key) => key.trim()).filter((key) => key !== '') : [];
}

/** The field of a record that keeps its second keys, when some of them get other names; nothing where none of them does. */
export function renamedSecondKeys(item: Item, names: ReadonlyMap<string, string>): { readonly custom?: Item['custom'] } {
  const keys = secondKeysOf(item);
  if (!keys.some((key) => names.has(key))) return {};
  const unmapped = item.custom?.['unmapped'] as { readonly [name: string]: string };
  return { custom: { ...item.custom, unmapped: { ...unmapped, ids: keys.map((key) => names.get(key) ?? key).join(', ') } } };
}

/** Every key by which a record may be cited, its own first. */
export const keysOf = (item: Item): readonly string[] => [item.id, ...secondKeysOf(item)];

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

/** The name of the file that holds one coder’s notes on a source: `lee2018.anna.md` beside `lee2018.md`. */
export function coderFileName(sourceFile: string, coder: string, taken: (name: string) => boolean): string {
  const stem = sourceFile.replace(/\.md$/i, '');
  const who = fileNameFor(coder, (name) => taken(`${stem}.${name}`));
  return `${stem}.${who}`;
}
