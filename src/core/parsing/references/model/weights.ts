/** The weights of the model, unpacked when they are first needed. How they are learned stands in `scripts/references`. */
import { forms } from './word';
import { labelNumber, labels } from './labels';
import packed from './weights.json';

/**
 * `table` has open addresses (see {@link slotOf}), each slot two numbers: a feature, and where in `entries` its weights stand (see {@link stretchOf}), each
 * with its label in the upper eight bits, as multiples of `step`. `moves` has for each label behind another at a token of
 * a kind (see {@link moveAt}) the place of its weight in `weightOf`, and in `factorOf`, where it is a power of e: the weights are few, so that what is asked for all the time is small. `traces` has a bit for each feature of the table, and for some others (see
 * {@link traceOf}): most features that are asked for are in neither, and this is small enough to be at hand.
 */
export type Weights = {
  readonly traces: Uint8Array; readonly table: Int32Array; readonly entries: Int16Array;
  readonly step: number; readonly moves: Uint16Array; readonly weightOf: Float64Array; readonly factorOf: Float64Array;
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

/** How many numbers of the table a slot has. */
export const slotSize = 2;

/** Where in `entries` the weights of a feature begin, and in the lower six bits how many they are: at most one for each label. */
const stretchOf = (start: number, length: number): number => (start << 6) | length;

/** The slot in which the search for a feature begins; it goes on to the next until the feature or -1 is met. */
export const slotOf = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 15;

/** The bit of a feature in `traces`. */
export const traceOf = (feature: number): number => Math.imul(feature, 0x85ebca6b) >>> 13;

/** Weights are few: how many there are at most. */
const mostWeights = 1024;

/** The weights, once they are {@link unpack}ed. They are asked for all the time, and what is known to stay where it is is found without looking for it. */
export const weights: Weights = {
  traces: new Uint8Array(1 << 16), table: new Int32Array(slots * slotSize), entries: new Int16Array(packed.weights.length >> 1), step: packed.step,
  moves: new Uint16Array(forms.length * (labels.length + 1) * labels.length), weightOf: new Float64Array(mostWeights), factorOf: new Float64Array(mostWeights),
};
let isUnpacked = false;

/** Have the weights there; they are unpacked once. */
export function unpack(): void {
  if (isUnpacked) return;
  isUnpacked = true;
  const bytes = new Bytes(atob(packed.weights));
  const { table, traces } = weights;
  table.fill(-1);
  const count = bytes.number();
  let start = 0;
  for (let row = 0, feature = 0; row < count; row++) {
    feature += bytes.number();
    traces[traceOf(feature) >>> 3] = (traces[traceOf(feature) >>> 3] ?? 0) | (1 << (traceOf(feature) & 7));
    let slot = slotOf(feature);
    while (table[slot * slotSize] !== -1) slot = (slot + 1) & (slots - 1);
    const length = bytes.number();
    table[slot * slotSize] = feature;
    table[slot * slotSize + 1] = stretchOf(start, length);
    start += length;
  }
  fillEntries(bytes, start);
  const moves = movesOf(bytes);
  for (let kind = 0; kind < forms.length; kind++) for (const [from, to] of abrupt) moves[moveAt(kind, from) + to] = (moves[moveAt(kind, from) + to] ?? 0) - unparted;
  fillMoves(moves);
}

/** Weights as places in a list of those that are there; powers of e are as exact as the weights are. */
function fillMoves(moves: Float32Array): void {
  const all = [...new Set(moves)];
  const places = new Map(all.map((weight, place) => [weight, place]));
  weights.moves.set(Uint16Array.from(moves, (weight) => places.get(weight) ?? 0));
  weights.weightOf.set(all);
  weights.factorOf.set(Float32Array.from(all, Math.exp));
}

/** Labels and weights: twelve bits each pair, two pairs in three bytes. */
function fillEntries(bytes: Bytes, count: number): void {
  const { entries } = weights;
  for (let at = 0; at < count; at += 2) {
    const [first, middle, last] = [bytes.byte(), bytes.byte(), bytes.byte()];
    entries[at] = entryOf((first << 4) | (middle >> 4));
    if (at + 1 < count) entries[at + 1] = entryOf(((middle & 15) << 8) | last);
  }
}

/** A label in six bits and a weight in six, as they stand in `entries`. */
const entryOf = (pair: number): number => ((pair >> 6) << 8) | (((pair << 26) >> 26) & 255);

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
