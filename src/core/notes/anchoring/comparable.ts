/**
 * Texts made comparable: what a re-wrapping, a PDF or another font changes is left out, and every character that stays knows where it
 * stood. Compatibility forms are one (Unicode NFKC), so are quotation marks, so are dashes; white space is one space; a hyphen
 * between letters is left out, with the line break after it, because nobody can tell whether it belongs to the word.
 */

/** A comparable text. The character at `i` was made of what stands from `starts[i]` to `ends[i]` in the text it was made of (UTF-16 code units). */
export type Comparable = { readonly text: string; readonly starts: Int32Array; readonly ends: Int32Array };

const signs: { readonly [sign: string]: string } = {
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '`': "'", '´': "'", 'ʼ': "'", 'ʻ': "'", '′': "'",
  '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '‹': '"', '›': '"', '″': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-',
  '\u00ad': '', '\u200b': '', '\u200c': '', '\u200d': '', '\u2060': '', '\ufeff': '', '\u200e': '', '\u200f': '',
};

/** A letter with the marks on it, or the parts of one Korean syllable: what normalising may make one character of. */
const clusters = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[^\p{M}]\p{M}*|\p{M}+/gu;

const letter = /[\p{L}\p{N}]/u;
const isSpace = (char: string): boolean => /\s/.test(char);

/** A text to compare, with the places of its characters. Linear in its length. */
export function comparable(text: string): Comparable {
  const made = new Made(text.length + 8);
  const isPlain = text.normalize('NFKC') === text;
  if (isPlain) for (let i = 0; i < text.length; i += 1) made.put(text[i] as string, i, i + 1);
  else for (const { 0: cluster, index } of text.matchAll(clusters)) for (const part of cluster.normalize('NFKC')) made.put(part, index, index + cluster.length);
  return made.whole();
}

/** The text in the making. A hyphen waits until it is known whether a letter follows. */
class Made {
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;
  readonly #parts: string[] = [];
  #hyphen: { readonly start: number; readonly end: number } | undefined;
  /** White space that came last and is not put yet. */
  #gap: { readonly start: number; end: number } | undefined;
  #last = '';

  constructor(room: number) {
    this.#starts = new Int32Array(room);
    this.#ends = new Int32Array(room);
  }

  put(char: string, start: number, end: number): void {
    const sign = signs[char] ?? char;
    if (sign === '') return;
    if (isSpace(sign)) this.#space(start, end);
    else if (sign === '-' && this.#hyphen === undefined && this.#gap === undefined && letter.test(this.#last)) this.#hyphen = { start, end };
    else this.#sign(sign, start, end);
  }

  whole(): Comparable {
    this.#settle('');
    this.#gap = undefined;
    return { text: this.#parts.join(''), starts: this.#starts.subarray(0, this.#length), ends: this.#ends.subarray(0, this.#length) };
  }

  #space(start: number, end: number): void {
    if (this.#gap === undefined) this.#gap = { start, end };
    else this.#gap.end = end;
  }

  #sign(sign: string, start: number, end: number): void {
    this.#settle(sign);
    if (this.#gap !== undefined && this.#length > 0) this.#push(' ', this.#gap.start, this.#gap.end);
    this.#gap = undefined;
    this.#push(sign, start, end);
  }

  /** A hyphen between two letters goes, and the white space behind it; any other stays. */
  #settle(next: string): void {
    const hyphen = this.#hyphen;
    this.#hyphen = undefined;
    if (hyphen === undefined) return;
    if (letter.test(next)) this.#gap = undefined;
    else this.#push('-', hyphen.start, hyphen.end);
  }

  #push(sign: string, start: number, end: number): void {
    this.#parts.push(sign);
    for (let unit = 0; unit < sign.length; unit += 1) {
      if (this.#length === this.#starts.length) this.#grow();
      this.#starts[this.#length] = start;
      this.#ends[this.#length] = end;
      this.#length += 1;
    }
    this.#last = sign;
  }

  #grow(): void {
    const grown = (old: Int32Array): Int32Array => {
      const wide = new Int32Array(old.length * 2);
      wide.set(old);
      return wide;
    };
    this.#starts = grown(this.#starts);
    this.#ends = grown(this.#ends);
  }
}

/** Where a stretch of a comparable text stood. Not for an empty one. */
export function placeOf(text: Comparable, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: text.starts[start] as number, end: text.ends[end - 1] as number };
}

/** The first character of a comparable text that stood at a place or behind it. */
export function indexOfPlace({ starts }: Comparable, place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
