/** How well each label suits each token by the token's features alone, and which labels are worth trying. */
import { fourFrom, keysAt, lots, noWord, pairBefore, pairBehind, pairFarBefore, pairFarBehind, putter, windowFrom, windows, wordFeatures, around, type Whole } from './features';
import { labels } from './labels';
import { lattice, mostChoices, mostTokens } from './lattice';
import { ageOfSums, kept, makeRoom, newPlace, pairs, placeOf } from './sums';
import type { Token } from './tokens';
import type { Word } from './word';
import { slotOf, slots, slotSize, traceOf, weights } from './weights';

const count = labels.length;
const { step } = weights;
/** Labels further below the best one of a token than this are not tried there. */
const margin = 9;

/** Add the weights that a feature has for each label to the sums that begin at `from`. */
function addFeature(feature: number, sums: Int32Array, from: number): void {
  const { traces, table, entries } = weights;
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

/** Takes features and adds their weights up where they belong, so that nothing is made for each. */
let adding = 0;
const put = putter((feature) => addFeature(feature, kept, adding));

/** Where the sums of a word are. */
const placeOfWord = (word: Word): number => (word.age === ageOfSums() ? word.place : newPlaceOfWord(word));

/** Three sums, one behind the other: of the word by itself, before another, and behind. */
function newPlaceOfWord(word: Word): number {
  word.place = newPlace(3);
  word.age = ageOfSums();
  const { own, before, after } = wordFeatures(word);
  [own, before, after].forEach((features, at) => features.forEach((feature) => addFeature(feature, kept, word.place + at * pairs)));
  return word.place;
}

/** Where the sums of each window of the reference are that is looked at; the one that begins before token `at` by {@link around} stands at `at`. */
const places = new Int32Array(mostTokens + around);

/** Finds the sums of all windows, and makes those that were not there yet. */
function findWindows(whole: Whole): void {
  const length = whole.tokens.length + around;
  for (let at = 0; at < length; at++) {
    const place = placeOf(lots.length, windowFrom(whole, at - around), windows.length);
    places[at] = place < 0 ? newWindow(whole, at - around, ~place) : place;
  }
}

function newWindow(whole: Whole, at: number, place: number): number {
  const four = fourFrom(whole, at);
  windows.forEach((window, token) => {
    adding = place + token * pairs;
    window(put, ...four);
  });
  return place;
}

const keys = new Int32Array(lots.length);
/** Where the sums of each lot of the token are that is looked at. */
const lotPlaces = new Int32Array(lots.length);

/** The keys of the token before: many of them are its neighbour's too. */
const lastKeys = new Int32Array(lots.length);

/** Finds the sums of the lots of a token, and makes those that were not there yet. */
function findLots(whole: Whole, at: number): void {
  keysAt(whole, at, keys);
  for (let which = 0; which < lots.length; which++) {
    if (keys[which] === lastKeys[which]) continue;
    lastKeys[which] = keys[which] as number;
    const place = placeOf(which, keys[which] as number, 1);
    lotPlaces[which] = place < 0 ? ~place : place;
    if (place >= 0) continue;
    adding = ~place;
    lots[which]?.(put, whole, at);
  }
}

/** Write the sums of a token's word, of the words beside it, of its windows and of its lots. They are named one by one: this is done for each label of each token. */
function addUp(own: number, before: number, after: number, at: number): void {
  const [a, b, c, d] = [places[at] as number, (places[at + 1] as number) + pairs, (places[at + 2] as number) + 2 * pairs, (places[at + 3] as number) + 3 * pairs];
  const [e, f, g, h] = [lotPlaces[0] as number, lotPlaces[1] as number, lotPlaces[2] as number, lotPlaces[3] as number];
  const [i, j, k] = [lotPlaces[4] as number, lotPlaces[5] as number, lotPlaces[6] as number];
  for (let pair = 0; pair < pairs; pair++) {
    sums[pair] = (kept[own + pair] as number) + (kept[before + pair] as number) + (kept[after + pair] as number)
      + (kept[a + pair] as number) + (kept[b + pair] as number) + (kept[c + pair] as number) + (kept[d + pair] as number)
      + (kept[e + pair] as number) + (kept[f + pair] as number) + (kept[g + pair] as number) + (kept[h + pair] as number)
      + (kept[i + pair] as number) + (kept[j + pair] as number) + (kept[k + pair] as number);
  }
}

const sums = new Int32Array(pairs);
const apart = new Int32Array(2 * pairs);

/** Add what words say in pairs, which seldom comes again: a word with the one before it, the one behind, and two further on on both sides. */
function addPairs(second: Word, before: Word, word: Word, after: Word, later: Word): void {
  addFeature(pairBefore(before, word), sums, 0);
  addFeature(pairBehind(word, after), sums, 0);
  addFeature(pairFarBefore(second, before), sums, 0);
  addFeature(pairFarBehind(after, later), sums, 0);
}

/** Write the labels worth trying at each token into a lattice. */
export function fillChoices(whole: Whole): void {
  const { tokens } = whole;
  const { length } = tokens;
  makeRoom((length + around) * (3 + windows.length + lots.length));
  findWindows(whole);
  lastKeys.fill(-1);
  let next = 0;
  let [second, before, word, after] = [noWord, noWord, (tokens[0] as Token).word, length > 1 ? (tokens[1] as Token).word : noWord];
  for (let at = 0; at < length; at++) {
    const later = at + 2 < length ? (tokens[at + 2] as Token).word : noWord;
    lattice.from[at] = next;
    findLots(whole, at);
    addUp(placeOfWord(word), placeOfWord(before) + pairs, placeOfWord(after) + 2 * pairs, at);
    addPairs(second, before, word, after, later);
    next = keep(takeApart(), next);
    [second, before, word, after] = [before, word, after, later];
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
function keep(best: number, from: number): number {
  const { label, score, factor } = lattice;
  let least = best - margin / step;
  let end = writeOver(least, from);
  for (; end - from > mostChoices && best - least > 0.5; end = writeOver(least, from)) least = (least + best) / 2;
  // Where all that is left is equally good, as at a token of which nothing is known, the first ones are tried.
  end = Math.min(end, from + mostChoices);
  for (let choice = from; choice < end; choice++) {
    const behind = best - (apart[label[choice] as number] as number);
    score[choice] = -behind * step;
    factor[choice] = powerOf(behind);
  }
  return end;
}

const powers: number[] = [];
/** e to the power of so many steps below 0, worked out once. */
const powerOf = (behind: number): number => (powers[behind] ??= Math.exp(-behind * step));

/** Write the labels with at least so many steps; gives where they end. There is room for all of them. Which ones they are cannot be foretold, so that it is quicker to write each and to count on where it stays. */
function writeOver(least: number, from: number): number {
  const { label } = lattice;
  const whole = Math.ceil(least);
  let next = from;
  for (let which = 0; which < count; which++) {
    label[next] = which;
    next += 1 + (((apart[which] as number) - whole) >> 31);
  }
  return next;
}
