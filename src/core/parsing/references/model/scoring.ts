/** How well each label suits each token by the token's features alone, and which labels are worth trying. */
import { mostFeatures, type Features } from './features';
import { labels } from './labels';
import { slotOf, slots, type Weights } from './weights';

/** The labels tried at each token, those of token `i` from `from[i]` on, with their scores (the best has 0). */
export type Choices = { readonly from: Int32Array; readonly label: Uint8Array; readonly score: Float64Array };

const count = labels.length;
/** Labels further below the best one of a token than this are not tried there; and no more than so many. */
const margin = 9;
const mostChoices = 14;

function addScores({ ids, counts }: Features, at: number, { keys, rows, starts, labels: names, weights }: Weights, scores: Float64Array): void {
  scores.fill(0);
  const end = at * mostFeatures + (counts[at] as number);
  for (let place = at * mostFeatures; place < end; place++) {
    const feature = ids[place] as number;
    let slot = slotOf(feature);
    while (keys[slot] !== feature && keys[slot] !== -1) slot = (slot + 1) & (slots - 1);
    if (keys[slot] === -1) continue;
    const row = rows[slot] as number;
    const last = starts[row + 1] as number;
    for (let entry = starts[row] as number; entry < last; entry++) {
      const label = names[entry] as number;
      scores[label] = (scores[label] as number) + (weights[entry] as number);
    }
  }
}

/** The labels worth trying at each token. */
export function choicesOf(features: Features, known: Weights): Choices {
  const length = features.counts.length;
  const choices = { from: new Int32Array(length + 1), label: new Uint8Array(length * mostChoices), score: new Float64Array(length * mostChoices) };
  const scores = new Float64Array(count);
  let next = 0;
  for (let at = 0; at < length; at++) {
    choices.from[at] = next;
    addScores(features, at, known, scores);
    next = keep(scores, choices, next);
  }
  choices.from[length] = next;
  return choices;
}

function keep(scores: Float64Array, { label, score }: Choices, from: number): number {
  let best = -Infinity;
  for (let which = 0; which < count; which++) if ((scores[which] as number) > best) best = scores[which] as number;
  let least = best - margin;
  while (over(scores, least) > mostChoices) least = (least + best) / 2;
  let next = from;
  for (let which = 0; which < count && next < from + mostChoices; which++) {
    if ((scores[which] as number) < least) continue;
    label[next] = which;
    score[next++] = (scores[which] as number) - best;
  }
  return next;
}

function over(scores: Float64Array, least: number): number {
  let found = 0;
  for (let which = 0; which < count; which++) if ((scores[which] as number) >= least) found++;
  return found;
}
