/** Which key may have been meant: one that is spelled nearly alike, or one of the same author and year. */
import { fold } from '../fold';
import { creatorsOf, shortName, yearOf, type Item } from '../source';

/** In how many steps (a letter put in, left out, changed, or two swapped) one text becomes the other; `most + 1` when in more. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min((last[column] as number) + 1, (next[column - 1] as number) + 1, (last[column - 1] as number) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] as number) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return Math.min(last[other.length] as number, most + 1);
}

const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
const yearIn = /(?:1[5-9]|20)\d\d/;

/** Which letters stand in a text, as bits; several letters share one. */
function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Of a source what a key is compared with: of ten thousand, each time somebody has typed one that nobody has. */
type Compared = { readonly key: string; readonly bits: number; readonly names: readonly string[] };
const known = new WeakMap<Item, Compared>();

function comparedOf(item: Item): Compared {
  let compared = known.get(item);
  if (compared === undefined) {
    const key = letters(item.id);
    known.set(item, compared = { key, bits: lettersIn(key), names: creatorsOf(item).slice(0, 3).map((name) => letters(shortName(name))) });
  }
  return compared;
}

/** What was typed: its letters, those of its part before the year, and the year. */
type Typed = { readonly key: string; readonly bits: number; readonly author: string; readonly year: string | undefined };

/** Each letter that only one of them has takes a step of its own. */
const isFar = (one: number, other: number, most: number): boolean => countOf(one & ~other) > most || countOf(other & ~one) > most;

/** How near a source is to a key that nobody has: 0 is nearest; undefined for one that is not near. */
function distance({ key: typed, bits: typedBits, author, year }: Typed, item: Item): number | undefined {
  const { key, bits, names } = comparedOf(item);
  const most = typed.length < 5 ? 1 : typed.length < 9 ? 2 : 3;
  const spelled = isFar(typedBits, bits, most) ? most + 1 : editDistance(typed, key, most);
  if (spelled <= most) return spelled;
  if (author.length < 3 || !names.some((name) => name.length > 2 && (author.startsWith(name) || name.startsWith(author)))) return undefined;
  const published = yearOf(item);
  if (year === undefined || published === undefined) return author === names[0] ? 6 : undefined;
  return Math.abs(Number(year) - published) <= 1 ? 4 + Math.abs(Number(year) - published) : undefined;
}

/** The keys that may have been meant by one that is unknown, the likeliest first, at most so many. */
export function nearKeys(key: string, sources: Iterable<Item>, most = 3): readonly string[] {
  const spelled = letters(key);
  const year = yearIn.exec(key)?.[0];
  const typed: Typed = { key: spelled, bits: lettersIn(spelled), author: letters(year === undefined ? key : key.slice(0, key.indexOf(year))), year };
  const near: { readonly id: string; readonly far: number }[] = [];
  for (const item of sources) {
    const far = distance(typed, item);
    if (far !== undefined && item.id !== key) near.push({ id: item.id, far });
  }
  return near.sort((one, other) => one.far - other.far || (one.id < other.id ? -1 : 1)).slice(0, most).map(({ id }) => id);
}
