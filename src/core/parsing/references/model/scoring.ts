/** How well each label suits each token by the token's features alone, and which labels are worth trying. */
import { idOf, lots, noWord, putOwn, wordFeatures, type Lot, type Put, type Whole } from './features';
import { labels } from './labels';
import { mostChoices, type Lattice } from './lattice';
import { KeptSums, pairs } from './sums';
import type { Word } from './word';
import { slotOf, slots, slotSize, traceOf, type Weights } from './weights';

const count = labels.length;
/** Labels further below the best one of a token than this are not tried there. */
const margin = 9;

/** Add the weights that a feature has for each label to the sums that begin at `from`. */
function addFeature(feature: number, { traces, table, entries }: Weights, sums: Int32Array, from: number): void {
  const trace = traceOf(feature);
  if (((traces[trace >>> 3] as number) & (1 << (trace & 7))) === 0) return;
  let slot = slotOf(feature);
  while (table[slot * slotSize] !== feature && table[slot * slotSize] !== -1) slot = (slot + 1) & (slots - 1);
  if (table[slot * slotSize] === -1) return;
  const last = table[slot * slotSize + 2] as number;
  for (let at = table[slot * slotSize + 1] as number; at < last; at++) {
    const entry = entries[at] as number;
    const pair = from + (entry >> 9);
    sums[pair] = (sums[pair] as number) + (((entry << 24) >> 24) << ((entry >> 4) & 16));
  }
}

/** Add to `sums` the sums that begin at `from` in `more`. */
function add(more: Int32Array, from: number, sums: Int32Array): void {
  for (let pair = 0; pair < pairs; pair++) sums[pair] = (sums[pair] as number) + (more[from + pair] as number);
}

/** Takes features and adds their weights up, one sum after the other, so that nothing is made for each token. */
class Adder {
  known: Weights | undefined;
  private sums: Int32Array = new Int32Array(pairs);
  private from = 0;

  into(sums: Int32Array, from: number): Put {
    this.sums = sums;
    this.from = from;
    return this.put;
  }

  private readonly put: Put = (template, value) => {
    if (this.known !== undefined) addFeature(idOf(template, value), this.known, this.sums, this.from);
  };
}
const adder = new Adder();

/** The sums of lots, made once; they come again and again. */
const ofLots: readonly (readonly [Lot, KeptSums])[] = lots.map((lot) => [lot, new KeptSums()]);

/** The sums of a word, made once. They are three in a row: by itself, before another, and behind. */
const sumsOfWord = (word: Word, known: Weights): Int32Array => (word.sums ??= newSumsOfWord(word, known));

function newSumsOfWord(word: Word, known: Weights): Int32Array {
  const { own, before, after } = wordFeatures(word);
  const sums = new Int32Array(3 * pairs);
  [own, before, after].forEach((features, at) => features.forEach((feature) => addFeature(feature, known, sums, at * pairs)));
  return sums;
}

function addLot([lot, kept]: readonly [Lot, KeptSums], whole: Whole, at: number, sums: Int32Array): void {
  const place = kept.placeOf(lot.key(whole, at));
  if (place < 0) lot.put(adder.into(kept.sums, ~place), whole, at);
  add(kept.sums, place < 0 ? ~place : place, sums);
}

/** Write the labels worth trying at each token into a lattice. */
export function fillChoices(lattice: Lattice, whole: Whole, known: Weights): void {
  const length = whole.words.length;
  const nobody = sumsOfWord(noWord, known);
  const words = whole.words.map((word) => sumsOfWord(word, known));
  const sums = new Int32Array(pairs);
  const apart = new Int32Array(2 * pairs);
  adder.known = known;
  let next = 0;
  for (let at = 0; at < length; at++) {
    lattice.from[at] = next;
    sums.fill(0);
    add(words[at] ?? nobody, 0, sums);
    add(words[at - 1] ?? nobody, pairs, sums);
    add(words[at + 1] ?? nobody, 2 * pairs, sums);
    for (const lot of ofLots) addLot(lot, whole, at, sums);
    putOwn(adder.into(sums, 0), whole, at);
    next = keep(apart, takeApart(sums, apart), known.step, lattice, next);
  }
  lattice.from[length] = next;
}

/** The sum of each label by itself. Gives the best. */
function takeApart(sums: Int32Array, apart: Int32Array): number {
  let best = -Infinity;
  for (let pair = 0; pair < pairs; pair++) {
    const both = sums[pair] as number;
    const first = (both << 16) >> 16;
    const second = (both - first) >> 16;
    apart[2 * pair] = first;
    apart[2 * pair + 1] = second;
    if (first > best) best = first;
    if (second > best && 2 * pair + 1 < count) best = second;
  }
  return best;
}

/** Write the labels of a token that are worth trying, from `from` on, into the lattice; gives where they end. */
function keep(sums: Int32Array, best: number, step: number, lattice: Lattice, from: number): number {
  let least = best - margin / step;
  let end = writeOver(sums, least, lattice, from);
  for (; end - from > mostChoices && best - least > 0.5; end = writeOver(sums, least, lattice, from)) least = (least + best) / 2;
  // Where all that is left is equally good, as at a token of which nothing is known, the first ones are tried.
  end = Math.min(end, from + mostChoices);
  for (let choice = from; choice < end; choice++) {
    const behind = best - (sums[lattice.label[choice] as number] as number);
    lattice.score[choice] = -behind * step;
    lattice.factor[choice] = powerOf(behind, step);
  }
  return end;
}

const powers: number[] = [];
/** e to the power of so many steps below 0, worked out once. */
const powerOf = (behind: number, step: number): number => (powers[behind] ??= Math.exp(-behind * step));

/** Write the labels with at least so many steps; gives where they end. There is room for all of them. */
function writeOver(sums: Int32Array, least: number, { label }: Lattice, from: number): number {
  let next = from;
  for (let which = 0; which < count; which++) if ((sums[which] as number) >= least) label[next++] = which;
  return next;
}
