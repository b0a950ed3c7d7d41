/** A short name for a text, to see whether it was changed by hand. Not a safeguard against intent. */

/** Two rounds of FNV-1a (32 bits, over UTF-16 code units) with different seeds, as 16 hexadecimal digits. */
export function textHash(text: string): string {
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x7ee3623b);
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
