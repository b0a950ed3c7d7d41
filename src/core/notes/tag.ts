/** Tags: how they are spelled in a file, and how a person may type them. */

const tagStart = /[\p{L}\p{N}_]/u;
const tagPart = /[\p{L}\p{N}\p{M}_/'’‘-]/u;
/** What needs no mending but at its end. */
const clean = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_/'’‘-]*$/u;

/** The same of a tag in ASCII, which most are. */
const plain = /^[A-Za-z0-9_](?:[A-Za-z0-9_/'-]*[A-Za-z0-9_'])?$/;

/** A tag as files hold it: NFC, spaces as hyphens, without `#` and without what a tag can't hold. May come out empty. */
export function tagFrom(typed: string): string {
  const bare = typed.startsWith('#') ? typed.slice(1) : typed;
  if (plain.test(bare)) return bare;
  if (clean.test(bare) && !/[/-]$/.test(bare)) return bare.normalize('NFC');
  const letters = [...typed.normalize('NFC').trim().replace(/^#+/, '').replace(/\s+/g, '-')].filter((c) => tagPart.test(c));
  const start = letters.findIndex((c) => tagStart.test(c));
  // What was left out may have stood between signs that now change places.
  return start < 0 ? '' : letters.slice(start).join('').replace(/[/-]{1,50}$/, '').normalize('NFC');
}

/** Is this exactly a tag, as {@link tagFrom} would leave it? */
export function isTag(text: string): boolean {
  return text !== '' && tagFrom(text) === text;
}

/** Two spellings of one tag, for finding: case, hyphens and slashes don't count. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase().replace(/[-’‘'_]/g, '');
}
