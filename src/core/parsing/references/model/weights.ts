/** The weights of the model, unpacked when they are first needed. How they are learned stands in `scripts/references`. */
import { forms } from './word';
import { labelNumber, labels } from './labels';
import packed from './weights.json';

/**
 * `keys` and `rows` are a table with open addresses (see {@link slotOf}): the weights of the feature in a slot stand from
 * `starts[row]` up to `starts[row + 1]`, each with its label, as multiples of `step`. `moves` has the weight of a label behind another at a token of
 * a kind (see {@link moveAt}), `factors` the same as powers of e.
 */
export type Weights = {
  readonly keys: Int32Array; readonly rows: Int32Array; readonly starts: Int32Array; readonly labels: Uint8Array; readonly weights: Int8Array;
  readonly step: number; readonly moves: Float32Array; readonly factors: Float32Array;
};

/** How many slots the table of features has; a power of two. */
export const slots = 1 << 17;

/** Fields in words follow each other behind a sign; how much less likely is what does without. */
const unparted = 3;
const inWords = ['title', 'cont', 'coll', 'pub', 'place', 'ev', 'genre', 'aL'] as const;
const abrupt = inWords.flatMap((from) => inWords.filter((to) => to !== from).map((to) => [labelNumber[from] ?? 0, labelNumber[to] ?? 0] as const));

class Bytes {
  private at = 0;
  constructor(private readonly text: string) {}

  byte(): number {
    return this.text.charCodeAt(this.at++);
  }
  signed(): number {
    return (this.byte() << 24) >> 24;
  }
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128 || shift > 28) return value;
    }
  }
  get done(): boolean {
    return this.at >= this.text.length;
  }
}

/** The slot in which the search for a feature begins; it goes on to the next until the feature or -1 is met. */
export const slotOf = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 15;

function unpacked(): Weights {
  const bytes = new Bytes(atob(packed.weights));
  const keys = new Int32Array(slots).fill(-1);
  const rows = new Int32Array(slots);
  const count = bytes.number();
  const starts = new Int32Array(count + 1);
  for (let row = 0, feature = 0; row < count; row++) {
    feature += bytes.number();
    let slot = slotOf(feature);
    while (keys[slot] !== -1) slot = (slot + 1) & (slots - 1);
    keys[slot] = feature;
    rows[slot] = row;
    starts[row + 1] = (starts[row] ?? 0) + bytes.number();
  }
  const found = entriesOf(bytes, starts[count] ?? 0);
  const moves = movesOf(bytes);
  for (let kind = 0; kind < forms.length; kind++) for (const [from, to] of abrupt) moves[moveAt(kind, from) + to] = (moves[moveAt(kind, from) + to] ?? 0) - unparted;
  return { keys, rows, starts, ...found, step: packed.step, moves, factors: moves.map(Math.exp) };
}

/** Labels and weights: twelve bits each pair, two pairs in three bytes. */
function entriesOf(bytes: Bytes, count: number): Pick<Weights, 'labels' | 'weights'> {
  const found = { labels: new Uint8Array(count), weights: new Int8Array(count) };
  for (let at = 0; at < count; at += 2) {
    const [first, middle, last] = [bytes.byte(), bytes.byte(), bytes.byte()];
    put(found, at, (first << 4) | (middle >> 4));
    if (at + 1 < count) put(found, at + 1, ((middle & 15) << 8) | last);
  }
  return found;
}

function put({ labels: names, weights }: Pick<Weights, 'labels' | 'weights'>, at: number, pair: number): void {
  names[at] = pair >> 6;
  weights[at] = (pair << 26) >> 26;
}

function movesOf(bytes: Bytes): Float32Array {
  const moves = new Float32Array(forms.length * (labels.length + 1) * labels.length);
  for (let at = 0; at < moves.length && !bytes.done;) {
    at += bytes.number();
    if (at < moves.length) moves[at++] = bytes.signed() * packed.step;
  }
  return moves;
}

/** Where in `moves` the weights of what follows label `before` at a token of this kind begin; the start of a reference is the label behind the last. */
export const moveAt = (kind: number, before: number): number => (kind * (labels.length + 1) + before) * labels.length;

let known: Weights | undefined;

/** The weights; unpacked once. */
export const weights = (): Weights => (known ??= unpacked());
