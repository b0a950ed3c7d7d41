/** How well each label suits each token by the token's features alone, and which labels are worth trying. */
import { lotFeatures, lots, noWord, ownFeatures, wordFeatures, type Lot, type Whole } from './features';
import { labels } from './labels';
import { mostChoices, type Lattice } from './lattice';
import type { Word } from './word';
import { slotOf, slots, type Weights } from './weights';

const count = labels.length;
/** Labels further below the best one of a token than this are not tried there. */
const margin = 9;

/**
 * For each label the sum of some weights, in steps: whole numbers, so that it is the same in whatever order they are added. Two labels share a
 * number, the second in its upper sixteen bits, so that there is half as much to add; no sum is near their limit.
 */
type Sums = Int32Array;
const pairs = (count + 1) >> 1;

/** Add the weights that a feature has for each label. */
function addFeature(feature: number, { keys, rows, starts, labels: names, weights }: Weights, sums: Sums): void {
  let slot = slotOf(feature);
  while (keys[slot] !== feature && keys[slot] !== -1) slot = (slot + 1) & (slots - 1);
  if (keys[slot] === -1) return;
  const row = rows[slot] as number;
  const last = starts[row + 1] as number;
  for (let entry = starts[row] as number; entry < last; entry++) {
    const label = names[entry] as number;
    sums[label >> 1] = (sums[label >> 1] as number) + ((weights[entry] as number) << ((label & 1) << 4));
  }
}

function sumOf(features: readonly number[], known: Weights): Sums {
  const sums = new Int32Array(pairs);
  for (const feature of features) addFeature(feature, known, sums);
  return sums;
}

function add(more: Sums, sums: Sums): void {
  for (let pair = 0; pair < pairs; pair++) sums[pair] = (sums[pair] as number) + (more[pair] as number);
}

type WordSums = { readonly own: Sums; readonly before: Sums; readonly after: Sums };

/** The sums of words and of lots, made once; they come again and again. */
const ofWords = new WeakMap<Word, WordSums>();
const ofLots: ReadonlyMap<Lot, Map<number, Sums>> = new Map(lots.map((lot) => [lot, new Map<number, Sums>()]));
/** Some megabytes. */
const mostOfALot = 10_000;

function sumsOfWord(word: Word, known: Weights): WordSums {
  const found = ofWords.get(word);
  if (found !== undefined) return found;
  const { own, before, after } = wordFeatures(word);
  const sums = { own: sumOf(own, known), before: sumOf(before, known), after: sumOf(after, known) };
  ofWords.set(word, sums);
  return sums;
}

function sumsOfLot(lot: Lot, kept: Map<number, Sums>, whole: Whole, at: number, known: Weights): Sums {
  const key = lot.key(whole, at);
  const found = kept.get(key);
  if (found !== undefined) return found;
  if (kept.size >= mostOfALot) kept.clear();
  const sums = sumOf(lotFeatures(lot, whole, at), known);
  kept.set(key, sums);
  return sums;
}

/** Write the labels worth trying at each token into a lattice. */
export function fillChoices(lattice: Lattice, whole: Whole, known: Weights): void {
  const length = whole.words.length;
  const nobody = sumsOfWord(noWord, known);
  const words = whole.words.map((word) => sumsOfWord(word, known));
  const sums = new Int32Array(pairs);
  const apart = new Int32Array(2 * pairs);
  let next = 0;
  for (let at = 0; at < length; at++) {
    lattice.from[at] = next;
    sums.set((words[at] ?? nobody).own);
    add((words[at - 1] ?? nobody).before, sums);
    add((words[at + 1] ?? nobody).after, sums);
    for (const [lot, kept] of ofLots) add(sumsOfLot(lot, kept, whole, at, known), sums);
    for (const feature of ownFeatures(whole, at)) addFeature(feature, known, sums);
    next = keep(apart, takeApart(sums, apart), known.step, lattice, next);
  }
  lattice.from[length] = next;
}

/** The sum of each label by itself. Gives the best. */
function takeApart(sums: Sums, apart: Int32Array): number {
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
    const score = ((sums[lattice.label[choice] as number] as number) - best) * step;
    lattice.score[choice] = score;
    lattice.factor[choice] = Math.exp(score);
  }
  return end;
}

/** Write the labels with at least so many steps; gives where they end. There is room for all of them. */
function writeOver(sums: Int32Array, least: number, { label }: Lattice, from: number): number {
  let next = from;
  for (let which = 0; which < count; which++) if ((sums[which] as number) >= least) label[next++] = which;
  return next;
}
