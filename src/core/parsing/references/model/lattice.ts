/** Room for the numbers of one reference while it is labelled. References are labelled one after the other, so one room serves them all. */

import { labels } from './labels';

/** At most so many labels are tried at a token. */
export const mostChoices = 14;

/**
 * The labels tried at each token, those of token `i` from `from[i]` up to `from[i + 1]`, with their scores (the best has 0) and these as powers of e
 * (`factor`); the sums over all readings up to each choice (`forward`, those of a token add up to 1) and from it on (`backward`, scaled by `scale` as
 * those before it); the score of the best reading up to it (`best`).
 */
export type Lattice = {
  readonly from: Int32Array; readonly label: Uint8Array; readonly score: Float64Array; readonly factor: Float64Array;
  readonly forward: Float64Array; readonly backward: Float64Array; readonly scale: Float64Array; readonly best: Float64Array;
};

/** More tokens than this are not labelled: no reference has nearly as many. */
export const mostTokens = 3000;
const size = mostTokens * mostChoices + labels.length;

/** Made once, for it is asked for everything all the time: what is known to stay where it is is found without looking for it. What is not used costs nothing. */
export const lattice: Lattice = {
  from: new Int32Array(mostTokens + 1), label: new Uint8Array(size), score: new Float64Array(size), factor: new Float64Array(size),
  forward: new Float64Array(size), backward: new Float64Array(size), scale: new Float64Array(mostTokens), best: new Float64Array(size),
};
