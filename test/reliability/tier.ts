/** How much is done: enough for a minute (`npm test`), for some minutes (`npm run test:crash`), or for hours. */

type Tier = 'short' | 'long' | 'campaign';
const tiers: { readonly [name: string]: Tier } = { short: 'short', long: 'long', campaign: 'campaign' };
const tier: Tier = tiers[process.env['COMMONPLACE_TIER'] ?? ''] ?? 'short';

/** The figure for this run. */
export const amount = <T>(figures: { readonly [K in Tier]: T }): T => figures[tier];

/** What chance begins with; `COMMONPLACE_SEED` sets it. */
export const seed = Number(process.env['COMMONPLACE_SEED'] ?? 20260914);

/** Numbers from 0 up to 1, the same for the same seed. */
export function chanceFrom(start: number): () => number {
  let state = start;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}
