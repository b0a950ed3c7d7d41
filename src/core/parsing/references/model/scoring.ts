/** How well each label suits each token by the token's features alone, and which labels are worth trying. */
import { idOf, lots, noWord, putOwn, wordFeatures, type Put, type Whole } from './features';
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
  const stretch = table[slot * slotSize + 1] as number;
  const last = (stretch >> 6) + (stretch & 63);
  for (let at = stretch >> 6; at < last; at++) {
    const entry = entries[at] as number;
    const pair = from + (entry >> 9);
    sums[pair] = (sums[pair] as number) + (((entry << 24) >> 24) << ((entry >> 4) & 16));
  }
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
const kept = new KeptSums(lots.length);

/** The sums of a word, made once. They are three in a row: by itself, before another, and behind. */
const sumsOfWord = (word: Word, known: Weights): Int32Array => (word.sums ??= newSumsOfWord(word, known));

function newSumsOfWord(word: Word, known: Weights): Int32Array {
  const { own, before, after } = wordFeatures(word);
  const sums = new Int32Array(3 * pairs);
  [own, before, after].forEach((features, at) => features.forEach((feature) => addFeature(feature, known, sums, at * pairs)));
  return sums;
}

/** Where the sums of each lot of the token that is looked at stand in `kept`. */
const places = new Int32Array(lots.length);

/** Finds the sums of the lots of a token, and makes those that were not there yet. */
function findLots(whole: Whole, at: number): void {
  for (let which = 0; which < lots.length; which++) {
    const lot = lots[which] as (typeof lots)[number];
    const place = kept.placeOf(which, lot.key(whole, at));
    if (place < 0) lot.put(adder.into(kept.sums, ~place), whole, at);
    places[which] = place < 0 ? ~place : place;
  }
}

/** Write the sums of a token's word, of the words beside it and of its lots. The lots are named one by one: this is done for each label of each token. */
function addUp(own: Int32Array, before: Int32Array, after: Int32Array, sums: Int32Array): void {
  const all = kept.sums;
  const [a, b, c, d, e] = [places[0] as number, places[1] as number, places[2] as number, places[3] as number, places[4] as number];
  const [f, g, h, i, j] = [places[5] as number, places[6] as number, places[7] as number, places[8] as number, places[9] as number];
  for (let pair = 0; pair < pairs; pair++) {
    sums[pair] = (own[pair] as number) + (before[pairs + pair] as number) + (after[2 * pairs + pair] as number)
      + (all[a + pair] as number) + (all[b + pair] as number) + (all[c + pair] as number) + (all[d + pair] as number) + (all[e + pair] as number)
      + (all[f + pair] as number) + (all[g + pair] as number) + (all[h + pair] as number) + (all[i + pair] as number) + (all[j + pair] as number);
  }
}

const sums = new Int32Array(pairs);
const apart = new Int32Array(2 * pairs);

/** Write the labels worth trying at each token into a lattice. */
export function fillChoices(lattice: Lattice, whole: Whole, known: Weights): void {
  const length = whole.words.length;
  const nobody = sumsOfWord(noWord, known);
  const words = whole.words.map((word) => sumsOfWord(word, known));
  adder.known = known;
  let next = 0;
  for (let at = 0; at < length; at++) {
    lattice.from[at] = next;
    findLots(whole, at);
    addUp(words[at] as Int32Array, at === 0 ? nobody : (words[at - 1] as Int32Array), at + 1 === length ? nobody : (words[at + 1] as Int32Array), sums);
    putOwn(adder.into(sums, 0), whole, at);
    next = keep(takeApart(), known.step, lattice, next);
  }
  lattice.from[length] = next;
}

/** The sum of each label by itself. Gives the best. */
function takeApart(): number {
  let best = -0x8000;
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
function keep(best: number, step: number, { label, score, factor }: Lattice, from: number): number {
  let least = best - margin / step;
  let end = writeOver(least, label, from);
  for (; end - from > mostChoices && best - least > 0.5; end = writeOver(least, label, from)) least = (least + best) / 2;
  // Where all that is left is equally good, as at a token of which nothing is known, the first ones are tried.
  end = Math.min(end, from + mostChoices);
  for (let choice = from; choice < end; choice++) {
    const behind = best - (apart[label[choice] as number] as number);
    score[choice] = -behind * step;
    factor[choice] = powerOf(behind, step);
  }
  return end;
}

const powers: number[] = [];
/** e to the power of so many steps below 0, worked out once. */
const powerOf = (behind: number, step: number): number => (powers[behind] ??= Math.exp(-behind * step));

/** Write the labels with at least so many steps; gives where they end. There is room for all of them. Which ones they are cannot be foretold, so that it is quicker to write each and to count on where it stays. */
function writeOver(least: number, label: Uint8Array, from: number): number {
  const whole = Math.ceil(least);
  let next = from;
  for (let which = 0; which < count; which++) {
    label[next] = which;
    next += 1 + (((apart[which] as number) - whole) >> 31);
  }
  return next;
}
