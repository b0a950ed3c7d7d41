/**
 * How far coders agree, in the three usual figures, for judgements without an order (nominal). All are computed from counted
 * patterns, so that a million units cost no more than their distinct patterns.
 */

/** What each coder said of a unit, in the order of the coders, `undefined` where one did not judge it; `count`: of how many units. */
export type Pattern = { readonly said: readonly (string | undefined)[]; readonly count: number };

/** Why a figure has no value. */
export type Undefined = 'no-units' | 'one-unit' | 'no-variance' | 'not-two-coders';

/** A figure, or why there is none. Never NaN. */
export type Figure = { readonly value: number } | { readonly value: undefined; readonly why: Undefined };

const figure = (value: number): Figure => ({ value });
const none = (why: Undefined): Figure => ({ value: undefined, why });

type Told = { readonly said: readonly string[]; readonly count: number };

/** The judgements of units that at least two coders judged; others cannot agree or disagree. */
const comparable = (patterns: readonly Pattern[]): readonly Told[] =>
  patterns.map(({ said, count }) => ({ said: said.filter((word) => word !== undefined), count })).filter(({ said, count }) => said.length > 1 && count > 0);

/** How many units at least two coders judged. */
export const unitsJudged = (patterns: readonly Pattern[]): number => comparable(patterns).reduce((sum, { count }) => sum + count, 0);

/**
 * Percent agreement, from 0 to 1: of a unit the share of pairs of coders who said the same, on average over all units. With two coders
 * the share of units on which they agree.
 */
export function percentAgreement(patterns: readonly Pattern[]): Figure {
  const told = comparable(patterns);
  const units = told.reduce((sum, { count }) => sum + count, 0);
  if (units === 0) return none('no-units');
  return figure(told.reduce((sum, { said, count }) => sum + count * shareOfPairs(said), 0) / units);
}

function shareOfPairs(said: readonly string[]): number {
  const same = [...countsOf(said.map((word) => [word, 1])).values()].reduce((sum, n) => sum + n * (n - 1), 0);
  return same / (said.length * (said.length - 1));
}

/**
 * Cohen’s kappa (1960) of two coders, over the units that both judged: (observed − expected) / (1 − expected), where `expected` sums
 * over all categories what the two would share if each kept their own frequencies and chose blindly. Agreement on absence counts.
 */
export function cohensKappa(patterns: readonly Pattern[]): Figure {
  if (patterns.some(({ said }) => said.length !== 2)) return none('not-two-coders');
  const told = comparable(patterns);
  const units = told.reduce((sum, { count }) => sum + count, 0);
  if (units < 2) return none(units === 0 ? 'no-units' : 'one-unit');
  const observed = told.reduce((sum, { said, count }) => sum + (said[0] === said[1] ? count : 0), 0) / units;
  const [first, second] = [0, 1].map((coder) => countsOf(told.map(({ said, count }) => [said[coder] as string, count])));
  let expected = 0;
  for (const [word, count] of first ?? []) expected += (count * (second?.get(word) ?? 0)) / (units * units);
  return 1 - expected < 1e-12 ? none('no-variance') : figure((observed - expected) / (1 - expected));
}

/**
 * Krippendorff’s alpha for nominal data (*Content Analysis*, 2004, ch. 11): any number of coders, missing judgements allowed. One minus the
 * disagreement that was observed over that which chance would bring.
 */
export function krippendorffsAlpha(patterns: readonly Pattern[]): Figure {
  const told = comparable(patterns);
  const units = told.reduce((sum, { count }) => sum + count, 0);
  if (units < 2) return none(units === 0 ? 'no-units' : 'one-unit');
  const words = countsOf(told.flatMap(({ said, count }) => said.map((word): [string, number] => [word, count])));
  const all = [...words.values()].reduce((sum, count) => sum + count, 0);
  const unlike = all * all - [...words.values()].reduce((sum, count) => sum + count * count, 0);
  if (unlike === 0) return none('no-variance');
  const observed = told.reduce((sum, { said, count }) => sum + count * said.length * (1 - shareOfPairs(said)), 0);
  return figure(1 - ((all - 1) * observed) / unlike);
}

function countsOf(words: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word, count] of words) counts.set(word, (counts.get(word) ?? 0) + count);
  return counts;
}
