/**
 * Finding a pattern in a text with errors: the bit-parallel algorithm of Myers (“A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming”, J. ACM 46(3), 1999) in blocks of 32 rows. An error is a character put in, left out or
 * replaced (Levenshtein’s distance). Time is the length of the text times the blocks of the pattern.
 */

const word = 32;

/** A pattern made ready: for each of its characters the rows where it stands. */
export type Pattern = { readonly length: number; readonly blocks: number; readonly rows: ReadonlyMap<number, Int32Array> };

/** Make a pattern ready; not an empty one. */
export function patternOf(text: string): Pattern {
  const blocks = Math.ceil(text.length / word);
  const rows = new Map<number, Int32Array>();
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const row = rows.get(code) ?? new Int32Array(blocks);
    rows.set(code, row);
    row[i >> 5] = (row[i >> 5] as number) | (1 << (i & 31));
  }
  return { length: text.length, blocks, rows };
}

/** One column of the table of distances: its vertical differences, block by block, and the distance at its foot. */
class Column {
  readonly #pattern: Pattern;
  readonly #up: Int32Array;
  readonly #down: Int32Array;
  readonly #none: Int32Array;
  readonly #foot: number;
  /** The distance of the whole pattern to what was read. */
  distance: number;

  constructor(pattern: Pattern) {
    this.#pattern = pattern;
    this.#up = new Int32Array(pattern.blocks).fill(-1);
    this.#down = new Int32Array(pattern.blocks);
    this.#none = new Int32Array(pattern.blocks);
    this.#foot = 1 << ((pattern.length - 1) & 31);
    this.distance = pattern.length;
  }

  /** Read one more character. `carry` comes in above the first row: 0 when a match may begin anywhere, 1 when it began where the reading did. */
  read(code: number, carry: number): void {
    const equal = this.#pattern.rows.get(code) ?? this.#none;
    const last = this.#pattern.blocks - 1;
    let flow = carry;
    for (let block = 0; block < last; block += 1) flow = this.#advance(block, equal[block] as number, flow, -0x80000000);
    this.distance += this.#advance(last, equal[last] as number, flow, this.#foot);
  }

  /** One block of rows; gives the horizontal difference at its `foot`. */
  #advance(block: number, equal: number, carry: number, foot: number): number {
    const up = this.#up[block] as number;
    const down = this.#down[block] as number;
    const below = carry < 0 ? 1 : 0;
    const same = equal | below;
    const vertical = equal | down;
    const horizontal = (((same & up) + up) ^ up) | same;
    const rise = down | ~(horizontal | up);
    const fall = up & horizontal;
    const out = (rise & foot) !== 0 ? 1 : (fall & foot) !== 0 ? -1 : 0;
    const risen = (rise << 1) | (carry > 0 ? 1 : 0);
    const fallen = (fall << 1) | below;
    this.#up[block] = fallen | ~(vertical | risen);
    this.#down[block] = risen & vertical;
    return out;
  }
}

/** A place where a match ends (exclusive), and its errors. */
export type End = { readonly end: number; readonly errors: number };

/**
 * Where matches with at most so many errors end in `text` from `from` to `to`; of neighbours, nearer than half the pattern, only the
 * best. In the order of the text.
 */
export function endsIn(text: string, pattern: Pattern, errors: number, from = 0, to = text.length): End[] {
  const column = new Column(pattern);
  const apart = pattern.length >> 1;
  const ends: End[] = [];
  for (let at = from; at < to; at += 1) {
    column.read(text.charCodeAt(at), 0);
    if (column.distance > errors) continue;
    const before = ends.at(-1);
    const isNear = before !== undefined && at + 1 - before.end <= apart;
    if (isNear && before.errors <= column.distance) continue;
    if (isNear) ends.pop();
    ends.push({ end: at + 1, errors: column.distance });
  }
  return ends;
}

/** A stretch that a pattern covers best, counted from where it was held to the text, and its errors. */
export type Reach = { readonly length: number; readonly errors: number };

/** How far a pattern reaches best into a text that begins where the pattern does. */
export function reachInto(text: string, pattern: Pattern): Reach {
  return reach(pattern, text.length, (step) => text.charCodeAt(step));
}

/** The same with a text that ends where the pattern does; `pattern` was made of the reversed one. */
export function reachBack(text: string, reversed: Pattern): Reach {
  return reach(reversed, text.length, (step) => text.charCodeAt(text.length - 1 - step));
}

function reach(pattern: Pattern, most: number, codeAt: (step: number) => number): Reach {
  const column = new Column(pattern);
  let best: Reach = { length: 0, errors: pattern.length };
  for (let step = 0; step < most; step += 1) {
    column.read(codeAt(step), 1);
    const isBetter = column.distance < best.errors || (column.distance === best.errors && Math.abs(step + 1 - pattern.length) < Math.abs(best.length - pattern.length));
    if (isBetter) best = { length: step + 1, errors: column.distance };
  }
  return best;
}

/** The characters of a text, last one first, as {@link reachBack} needs them (UTF-16 code units). */
export function reversed(text: string): string {
  let back = '';
  for (let i = text.length - 1; i >= 0; i -= 1) back += text[i] as string;
  return back;
}
