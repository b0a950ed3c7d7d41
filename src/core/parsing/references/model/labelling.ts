/** Finds the likeliest labels of the tokens of a reference, and how likely each is. */
import { featureLotsOf } from './features';
import { labels, type Label } from './labels';
import { choicesOf, type Choices } from './scoring';
import { tokensOf, type Token } from './tokens';
import { moveAt, weights, type Weights } from './weights';
import { Words } from './word';

/** A token with its label; `sure` is the share, between 0 and 1, of that label among all readings. */
export type Labelled = Token & { readonly label: Label; readonly sure: number };

/** The sums over all readings up to each choice (`forward`, those of a token add up to 1) and the best reading (`best`, with the way `back`). */
type Ways = { readonly forward: Float64Array; readonly scale: Float64Array; readonly best: Float64Array; readonly back: Int32Array };

function waysOf(choices: Choices, kinds: Uint8Array, known: Weights): Ways {
  const { from, factor } = choices;
  const size = from[kinds.length] as number;
  const ways = { forward: new Float64Array(size), scale: new Float64Array(kinds.length), best: new Float64Array(size), back: new Int32Array(size) };
  for (let at = 0; at < kinds.length; at++) {
    const [first, end] = [from[at] as number, from[at + 1] as number];
    let sum = 0;
    for (let here = first; here < end; here++) {
      const total = at === 0 ? begin(choices, known, kinds[0] as number, here, ways) : goOn(choices, known, kinds[at] as number, from[at - 1] as number, first, here, ways);
      const value = total * (factor[here] as number);
      ways.forward[here] = value;
      sum += value;
    }
    ways.scale[at] = sum;
    for (let here = first; here < end; here++) ways.forward[here] = (ways.forward[here] as number) / sum;
  }
  return ways;
}

function begin({ label, score }: Choices, known: Weights, kind: number, here: number, ways: Ways): number {
  const move = moveAt(kind, labels.length) + (label[here] as number);
  ways.best[here] = (known.moves[move] as number) + (score[here] as number);
  return known.factors[move] as number;
}

function goOn({ label, score }: Choices, { moves, factors }: Weights, kind: number, first: number, end: number, here: number, { forward, best, back }: Ways): number {
  const to = label[here] as number;
  let total = 0;
  let top = -Infinity;
  let way = first;
  for (let before = first; before < end; before++) {
    const move = moveAt(kind, label[before] as number) + to;
    total += (forward[before] as number) * (factors[move] as number);
    const value = (best[before] as number) + (moves[move] as number);
    if (value > top) {
      top = value;
      way = before;
    }
  }
  best[here] = top + (score[here] as number);
  back[here] = way;
  return total;
}

/** The sums over all readings from each choice on, scaled like those before it. */
function backwardOf({ from, label, factor }: Choices, kinds: Uint8Array, { factors }: Weights, { scale }: Ways): Float64Array {
  const backward = new Float64Array(from[kinds.length] as number).fill(1);
  for (let at = kinds.length - 2; at >= 0; at--) {
    const [middle, end] = [from[at + 1] as number, from[at + 2] as number];
    const weighed = new Float64Array(end - middle);
    for (let after = middle; after < end; after++) weighed[after - middle] = ((backward[after] as number) * (factor[after] as number)) / (scale[at + 1] as number);
    for (let here = from[at] as number; here < middle; here++) {
      const move = moveAt(kinds[at + 1] as number, label[here] as number);
      let total = 0;
      for (let after = middle; after < end; after++) total += (factors[move + (label[after] as number)] as number) * (weighed[after - middle] as number);
      backward[here] = total;
    }
  }
  return backward;
}

const words = new Words();

/** The tokens of a reference with their labels. Time grows with the length of the text alone. */
export function labelledTokens(text: string): readonly Labelled[] {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return [];
  const known = weights();
  const features = featureLotsOf(tokens, words);
  const choices = choicesOf(features, known);
  const ways = waysOf(choices, features.forms, known);
  const backward = backwardOf(choices, features.forms, known, ways);
  return bestWay(tokens, choices, ways, backward);
}

function bestWay(tokens: readonly Token[], { from, label }: Choices, { best, back, forward }: Ways, backward: Float64Array): readonly Labelled[] {
  let here = from[tokens.length - 1] as number;
  for (let other = here; other < (from[tokens.length] as number); other++) if ((best[other] as number) > (best[here] as number)) here = other;
  const found: Labelled[] = [];
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { start, end, text, spaced } = tokens[at] as Token;
    found.push({ start, end, text, spaced, label: labels[label[here] as number] ?? 'o:rest', sure: Math.min(1, (forward[here] as number) * (backward[here] as number)) });
    here = back[here] as number;
  }
  return found.reverse();
}
