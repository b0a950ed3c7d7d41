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
    goOn(kinds[at] as number, at, within[at] === 1);
    scaleSums(at);
  }
}

/** Where in `moves` the weights of what follows each choice of the token before begin. */
const rows = new Int32Array(mostChoices);

/** From the choices of the token before to those of the token `at`. */
function goOn(kind: number, at: number, quoted: boolean): void {
  const { moves, weightOf, factorOf } = weights;
  const { from, label, score, forward, best, back } = lattice;
  const first = from[at - 1] as number;
  const middle = from[at] as number;
  const end = from[at + 1] as number;
  for (let before = first; before < middle; before++) rows[before - first] = moveAt(kind, label[before] as number);
  for (let here = middle; here < end; here++) {
    const to = label[here] as number;
    let sum = 0;
    let top = -Infinity;
    let way = first;
    for (let before = first; before < middle; before++) {
      const move = moves[(rows[before - first] as number) + to] as number;
      const more = (forward[before] as number) * (factorOf[move] as number);
      const breaks = quoted && partOf[label[before] as number] !== partOf[to];
      const value = (best[before] as number) + (weightOf[move] as number) + (breaks ? breach : 0);
      sum += breaks ? more * breachFactor : more;
      if (value <= top) continue;
      top = value;
      way = before;
    }
    forward[here] = sum;
    best[here] = top + (score[here] as number);
    back[here] = way;
  }
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
  const { from, label, factor, scale, backward } = lattice;
  const { moves, factorOf } = weights;
  backward.fill(1, from[kinds.length - 1] as number, from[kinds.length] as number);
  for (let at = kinds.length - 2; at >= 0; at--) {
    const middle = from[at + 1] as number;
    const end = from[at + 2] as number;
    const scaled = scale[at + 1] as number;
    const quoted = within[at + 1] === 1;
    for (let after = middle; after < end; after++) weighed[after - middle] = ((backward[after] as number) * (factor[after] as number)) / scaled;
    for (let here = from[at] as number; here < middle; here++) {
      const row = moveAt(kinds[at + 1] as number, label[here] as number);
      const part = partOf[label[here] as number];
      let total = 0;
      for (let after = middle; after < end; after++) {
        const to = label[after] as number;
        const breaks = quoted && part !== partOf[to];
        const share = (factorOf[moves[row + to] as number] as number) * (weighed[after - middle] as number);
        total += breaks ? share * breachFactor : share;
      }
      backward[here] = total;
    }
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
  return bestWay(tokens);
}

function bestWay(tokens: readonly Token[]): readonly Labelled[] {
  const { from, label, best, back, forward, backward } = lattice;
  let here = from[tokens.length - 1] as number;
  for (let other = here; other < (from[tokens.length] as number); other++) if ((best[other] as number) > (best[here] as number)) here = other;
  const found: Labelled[] = [];
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { start, end, text, spaced, word } = tokens[at] as Token;
    found.push({ start, end, text, spaced, word, label: labels[label[here] as number] ?? 'o:rest', sure: Math.min(1, (forward[here] as number) * (backward[here] as number)) });
    here = back[here] as number;
  }
  return found.reverse();
}
