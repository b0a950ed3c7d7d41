/** How much is done: enough for a minute (`npm test`), for some minutes (`npm run test:crash`), or for hours. */

type Tier = 'short' | 'long' | 'campaign';
const tiers: { readonly [name: string]: Tier } = { short: 'short', long: 'long', campaign: 'campaign' };
const tier: Tier = tiers[process.env['COMMONPLACE_TIER'] ?? ''] ?? 'short';

/** The figure for this run. */
export const amount = <T>(figures: { readonly [K in Tier]: T }): T => figures[tier];

/** How often a property is tried: `usual` times, in the campaign a hundred thousand times. */
export const runs = (usual: number): number => amount({ short: usual, long: usual, campaign: 100_000 });
/** How long that may take, in milliseconds, if `usual` is enough for `runs` of few. */
export const patience = (usual: number): number => amount({ short: usual, long: usual, campaign: 3 * 3600_000 });

/** What chance begins with; `COMMONPLACE_SEED` sets it. */
export const seed = Number(process.env['COMMONPLACE_SEED'] ?? 20260914);

/** Numbers from 0 up to 1, the same for the same seed. */
export function chanceFrom(start: number): () => number {
  let state = start;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}
