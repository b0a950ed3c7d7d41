/** A short name for a text, to see whether it was changed by hand. Not a safeguard against intent. */

/** Two rounds of FNV-1a (32 bits, over UTF-16 code units) with different seeds, as 16 hexadecimal digits. */
export function textHash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x7ee3623b];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x01000193);
  }
  return inHex(one) + inHex(other);
}

const inHex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');
