/** Finds the likeliest labels of the tokens of a reference, and how likely each is. */
import { around, wholeOf } from './features';
import { labels, signBehind, type Label } from './labels';
import { lattice, mostChoices, mostTokens } from './lattice';
import { withinQuotations } from './quotations';
import { fillChoices } from './scoring';
import { tokensOf, type Token } from './tokens';
import { moveAt, unpack, weights } from './weights';

/** A token with its label; `sure` is the share, between 0 and 1, of that label among all readings. */
export type Labelled = Token & { readonly label: Label; readonly sure: number };

/** What a label is part of: that of a sign is what it remembers. */
const partOf = Uint8Array.from(labels, (label) => labels.indexOf(label.startsWith('o:') ? label : signBehind(label)));
/** What it costs that another field begins within a quotation, in the logarithm; and as a factor. */
const breach = -14;
const breachFactor = Math.exp(breach);

/** The best reading and the sums over all readings up to each choice. */
function goForward(kinds: Uint8Array, within: Uint8Array): void {
  const { from, label, score, forward, best } = lattice;
  const { moves, weightOf, factorOf } = weights;
  const start = moveAt(kinds[0] as number, labels.length);
  for (let here = 0; here < (from[1] as number); here++) {
    const move = start + (label[here] as number);
    const told = moves[move] as number;
    best[here] = (weightOf[told] as number) + (score[here] as number);
    forward[here] = factorOf[told] as number;
  }
  scaleSums(0);
  for (let at = 1; at < kinds.length; at++) {
    if (within[at] === 1) goOnWithin(kinds[at] as number, at);
    else goOn(kinds[at] as number, at);
    scaleSums(at);
  }
}

/** Where in `moves` the weights of what follows each choice of the token before begin. */
const rows = new Int32Array(mostChoices);

/** From the choices of the token before to those of the token `at`. The way to each is not noted: {@link wayTo} finds it again where it is wanted. */
function goOn(kind: number, at: number): void {
  const { moves, weightOf, factorOf } = weights;
  const { from, label, score, forward, best } = lattice;
  const first = from[at - 1] as number;
  const middle = from[at] as number;
  const end = from[at + 1] as number;
  for (let before = first; before < middle; before++) rows[before - first] = moveAt(kind, label[before] as number);
  for (let here = middle; here < end; here++) {
    const to = label[here] as number;
    let sum = 0;
    let top = -Infinity;
    for (let before = first; before < middle; before++) {
      const move = moves[(rows[before - first] as number) + to] as number;
      sum += (forward[before] as number) * (factorOf[move] as number);
      const value = (best[before] as number) + (weightOf[move] as number);
      if (value > top) top = value;
    }
    forward[here] = sum;
    best[here] = top + (score[here] as number);
  }
}

/** The same within a quotation, where a field seldom ends. */
function goOnWithin(kind: number, at: number): void {
  const { moves, factorOf } = weights;
  const { from, label, score, forward, best } = lattice;
  for (let here = from[at] as number; here < (from[at + 1] as number); here++) {
    let sum = 0;
    for (let before = from[at - 1] as number; before < (from[at] as number); before++) {
      const more = (forward[before] as number) * (factorOf[moves[moveAt(kind, label[before] as number) + (label[here] as number)] as number] as number);
      sum += breaks(before, here) ? more * breachFactor : more;
    }
    forward[here] = sum;
    best[here] = valueOf(kind, wayTo(kind, at, here, true), here, true) + (score[here] as number);
  }
}

/** Do two choices belong to different fields? */
const breaks = (before: number, here: number): boolean => partOf[lattice.label[before] as number] !== partOf[lattice.label[here] as number];

/** The score of the best reading up to a choice that goes on with another, without that one’s own. */
function valueOf(kind: number, before: number, here: number, quoted: boolean): number {
  const { label, best } = lattice;
  const move = weights.moves[moveAt(kind, label[before] as number) + (label[here] as number)] as number;
  return (best[before] as number) + (weights.weightOf[move] as number) + (quoted && breaks(before, here) ? breach : 0);
}

/** The choice of the token before `at` from which the best reading comes to one of its choices. */
function wayTo(kind: number, at: number, here: number, quoted: boolean): number {
  const { from } = lattice;
  let way = from[at - 1] as number;
  for (let before = way + 1; before < (from[at] as number); before++) if (valueOf(kind, before, here, quoted) > valueOf(kind, way, here, quoted)) way = before;
  return way;
}

/** The sums of a token with its own scores, so that they add up to 1. */
function scaleSums(at: number): void {
  const { from, factor, forward, scale } = lattice;
  const first = from[at] as number;
  const end = from[at + 1] as number;
  let sum = 0;
  for (let here = first; here < end; here++) {
    const value = (forward[here] as number) * (factor[here] as number);
    forward[here] = value;
    sum += value;
  }
  for (let here = first; here < end; here++) forward[here] = (forward[here] as number) / sum;
  scale[at] = sum;
}

const weighed = new Float64Array(mostChoices);

/** The sums over all readings from each choice on. */
function goBackward(kinds: Uint8Array, within: Uint8Array): void {
  const { from, factor, scale, backward } = lattice;
  backward.fill(1, from[kinds.length - 1] as number, from[kinds.length] as number);
  for (let at = kinds.length - 1; at > 0; at--) {
    const first = from[at] as number;
    const scaled = scale[at] as number;
    for (let here = first; here < (from[at + 1] as number); here++) weighed[here - first] = ((backward[here] as number) * (factor[here] as number)) / scaled;
    if (within[at] === 1) goBackWithin(kinds[at] as number, at);
    else goBack(kinds[at] as number, at);
  }
}

/** From the choices of the token `at` to those of the token before. */
function goBack(kind: number, at: number): void {
  const { moves, factorOf } = weights;
  const { from, label, backward } = lattice;
  const middle = from[at] as number;
  const count = (from[at + 1] as number) - middle;
  for (let here = 0; here < count; here++) targets[here] = label[middle + here] as number;
  for (let before = from[at - 1] as number; before < middle; before++) {
    const row = moveAt(kind, label[before] as number);
    let total = 0;
    for (let here = 0; here < count; here++) total += (factorOf[moves[row + (targets[here] as number)] as number] as number) * (weighed[here] as number);
    backward[before] = total;
  }
}

const targets = new Uint8Array(mostChoices);

function goBackWithin(kind: number, at: number): void {
  const { moves, factorOf } = weights;
  const { from, label, backward } = lattice;
  const middle = from[at] as number;
  for (let before = from[at - 1] as number; before < middle; before++) {
    let total = 0;
    for (let here = middle; here < (from[at + 1] as number); here++) {
      const share = (factorOf[moves[moveAt(kind, label[before] as number) + (label[here] as number)] as number] as number) * (weighed[here - middle] as number);
      total += breaks(before, here) ? share * breachFactor : share;
    }
    backward[before] = total;
  }
}

/** The tokens of a reference with their labels. Time grows with the length of the text alone. */
export function labelledTokens(text: string): readonly Labelled[] {
  const tokens = tokensOf(text.slice(0, mostTokens));
  if (tokens.length === 0) return [];
  unpack();
  const whole = wholeOf(tokens);
  const kinds = whole.forms.subarray(around, around + tokens.length);
  fillChoices(whole);
  const within = withinQuotations(tokens);
  goForward(kinds, within);
  goBackward(kinds, within);
  return bestWay(tokens, kinds, within);
}

function bestWay(tokens: readonly Token[], kinds: Uint8Array, within: Uint8Array): readonly Labelled[] {
  const { from, label, best, forward, backward } = lattice;
  let here = from[tokens.length - 1] as number;
  for (let other = here; other < (from[tokens.length] as number); other++) if ((best[other] as number) > (best[here] as number)) here = other;
  const found: Labelled[] = [];
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { start, end, text, spaced, word } = tokens[at] as Token;
    found.push({ start, end, text, spaced, word, label: labels[label[here] as number] ?? 'o:rest', sure: Math.min(1, (forward[here] as number) * (backward[here] as number)) });
    if (at > 0) here = wayTo(kinds[at] as number, at, here, within[at] === 1);
  }
  return found.reverse();
}
