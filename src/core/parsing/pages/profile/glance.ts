/**
 * Which words may stand in a text, told without searching it for each: one pass notes every run of four characters, and a word of which
 * a run was never noted is not there.
 */

const run = 4;
/** So many bits are kept for each character, and at least and at most so many in all (powers of two, as exponents). */
const [leastBits, mostBits] = [12, 21];

const mixed = (runOfFour: number, shift: number): number => Math.imul(runOfFour, 0x9e3779b1) >>> shift;

/** The last four characters as one number: what stood before them is shifted out. */
const withNext = (before: number, unit: number): number => (before << 8) ^ unit;

/** The runs of a word, made once: a text is asked about hundreds of words, and each text about the same. */
const runsOf = new Map<string, Int32Array>();

function runsIn(word: string): Int32Array {
  const known = runsOf.get(word);
  if (known !== undefined) return known;
  const runs = new Int32Array(Math.max(0, word.length - run + 1));
  let last = 0;
  for (let at = 0; at < word.length; at++) {
    last = withNext(last, word.charCodeAt(at));
    if (at >= run - 1) runs[at - run + 1] = last;
  }
  runsOf.set(word, runs);
  return runs;
}

/** A text that is to be asked about many words. */
export class Glance {
  readonly #seen: Uint8Array;
  readonly #shift: number;
  readonly #found = new Map<string, boolean>();
  #lines: readonly string[] | 'none' | undefined;

  constructor(readonly text: string) {
    const bits = Math.min(mostBits, Math.max(leastBits, 4 + Math.ceil(Math.log2(text.length + 1))));
    this.#shift = 32 - bits;
    this.#seen = new Uint8Array(1 << (bits - 3));
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      last = withNext(last, text.charCodeAt(at));
      const place = mixed(last, this.#shift);
      this.#seen[place >>> 3] = (this.#seen[place >>> 3] ?? 0) | (1 << (place & 7));
    }
  }

  /** The lines of the text, cut when they are first asked for; undefined where other signs too may be their ends. */
  get lines(): readonly string[] | undefined {
    this.#lines ??= /[\r\u2028\u2029]/.test(this.text) ? 'none' : this.text.split('\n');
    return this.#lines === 'none' ? undefined : this.#lines;
  }

  /** Does the word stand in the text? The words are those of patterns: what was made of them is kept. */
  has(word: string): boolean {
    for (const one of runsIn(word)) {
      const place = mixed(one, this.#shift);
      if (((this.#seen[place >>> 3] ?? 0) & (1 << (place & 7))) === 0) return false;
    }
    return this.#searched(word);
  }

  /** The same for a word whose runs all stand somewhere: several patterns ask for it, and a long text is searched once. */
  #searched(word: string): boolean {
    const known = this.#found.get(word) ?? this.text.includes(word);
    this.#found.set(word, known);
    return known;
  }
}
