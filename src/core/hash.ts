/** A short name for a text, to see whether it was changed by hand. Not a safeguard against intent. */

import { inOneGo, type Sliced } from './slices';

/** After how many UTF-16 code units there is a pause. */
const slice = 1_000_000;

/** Two rounds of FNV-1a (32 bits, over UTF-16 code units) with different seeds, as 16 hexadecimal digits. */
export const textHash = (text: string): string => inOneGo(hashing(text));

/** The same in slices. */
export function* hashing(text: string): Sliced<string> {
  let [one, other] = [0x811c9dc5, 0x7ee3623b];
  for (let from = 0; from < text.length; from += slice) {
    [one, other] = hashed(text, from, Math.min(text.length, from + slice), one, other);
    if (from + slice < text.length) yield;
  }
  return inHex(one) + inHex(other);
}

function hashed(text: string, from: number, to: number, first: number, second: number): readonly [number, number] {
  let [one, other] = [first, second];
  for (let i = from; i < to; i += 1) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x01000193);
  }
  return [one, other];
}

const inHex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');
