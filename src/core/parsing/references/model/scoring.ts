/** How well each label suits each token by the token's features alone, and which labels are worth trying. */
import { mostFeatures, noWord, wordFeatures, type FeatureLots } from './features';
import { labels } from './labels';
import type { Word } from './word';
import { slotOf, slots, type Weights } from './weights';

/** The labels tried at each token, those of token `i` from `from[i]` on, with their scores (the best has 0). */
export type Choices = { readonly from: Int32Array; readonly label: Uint8Array; readonly score: Float64Array; /** The scores as powers of e. */ readonly factor: Float64Array };

const count = labels.length;
/** Labels further below the best one of a token than this are not tried there; and no more than so many. */
const margin = 9;
const mostChoices = 14;

/** Add the weights that a feature has for each label. */
function addFeature(feature: number, { keys, rows, starts, labels: names, weights }: Weights, scores: Float64Array): void {
  let slot = slotOf(feature);
  while (keys[slot] !== feature && keys[slot] !== -1) slot = (slot + 1) & (slots - 1);
  if (keys[slot] === -1) return;
  const row = rows[slot] as number;
  const last = starts[row + 1] as number;
  for (let entry = starts[row] as number; entry < last; entry++) {
    const label = names[entry] as number;
    scores[label] = (scores[label] as number) + (weights[entry] as number);
  }
}

function sumOf(features: readonly number[], known: Weights): Float64Array {
  const scores = new Float64Array(count);
  for (const feature of features) addFeature(feature, known, scores);
  return scores;
}

type WordScores = { readonly own: Float64Array; readonly before: Float64Array; readonly after: Float64Array };

/** The scores of a word and of a window of kinds, summed up once; words and windows come again and again. */
const ofWords = new WeakMap<Word, WordScores>();
const ofWindows = new Map<number, Float64Array>();
/** Some megabytes. */
const mostWindows = 10_000;

function scoresOfWord(word: Word, known: Weights): WordScores {
  const found = ofWords.get(word);
  if (found !== undefined) return found;
  const { own, before, after } = wordFeatures(word);
  const scores = { own: sumOf(own, known), before: sumOf(before, known), after: sumOf(after, known) };
  ofWords.set(word, scores);
  return scores;
}

function scoresOfWindow({ windows, windowAt }: FeatureLots, at: number, known: Weights): Float64Array {
  const window = windows[at] as number;
  const found = ofWindows.get(window);
  if (found !== undefined) return found;
  if (ofWindows.size >= mostWindows) ofWindows.clear();
  const scores = sumOf(windowAt(at), known);
  ofWindows.set(window, scores);
  return scores;
}

function addScores({ ids, counts }: FeatureLots, at: number, known: Weights, scores: Float64Array): void {
  const end = at * mostFeatures + (counts[at] as number);
  for (let place = at * mostFeatures; place < end; place++) addFeature(ids[place] as number, known, scores);
}

/** The labels worth trying at each token. */
export function choicesOf(features: FeatureLots, known: Weights): Choices {
  const length = features.counts.length;
  const size = length * mostChoices;
  const choices = { from: new Int32Array(length + 1), label: new Uint8Array(size), score: new Float64Array(size), factor: new Float64Array(size) };
  const scores = new Float64Array(count);
  const nobody = scoresOfWord(noWord, known);
  const words = features.words.map((word) => scoresOfWord(word, known));
  let next = 0;
  for (let at = 0; at < length; at++) {
    choices.from[at] = next;
    const own = (words[at] ?? nobody).own;
    const before = (words[at - 1] ?? nobody).before;
    const after = (words[at + 1] ?? nobody).after;
    const window = scoresOfWindow(features, at, known);
    for (let which = 0; which < count; which++) scores[which] = (own[which] as number) + (before[which] as number) + (after[which] as number) + (window[which] as number);
    addScores(features, at, known, scores);
    next = keep(scores, choices, next);
  }
  choices.from[length] = next;
  return choices;
}

function keep(scores: Float64Array, { label, score, factor }: Choices, from: number): number {
  let best = -Infinity;
  for (let which = 0; which < count; which++) if ((scores[which] as number) > best) best = scores[which] as number;
  let least = best - margin;
  while (over(scores, least) > mostChoices) least = (least + best) / 2;
  let next = from;
  for (let which = 0; which < count && next < from + mostChoices; which++) {
    if ((scores[which] as number) < least) continue;
    label[next] = which;
    score[next] = (scores[which] as number) - best;
    factor[next] = Math.exp(score[next] as number);
    next++;
  }
  return next;
}

function over(scores: Float64Array, least: number): number {
  let found = 0;
  for (let which = 0; which < count; which++) if ((scores[which] as number) >= least) found++;
  return found;
}
