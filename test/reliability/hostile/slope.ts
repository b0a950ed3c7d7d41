/** How the time of a work grows with its size: the slope of time against size, both as logarithms. 1 is in proportion, 2 its square. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Processor time of this process, in milliseconds. */
export type Timed = { readonly size: number; readonly time: number };

const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

setFlagsFromString('--expose-gc');
/** Collects all garbage at once, so that what other tests left is not collected on this work's time. */
export const collect = runInNewContext('gc') as () => void;

/** Below this, in milliseconds, the clock and the collecting of garbage say more than the work. */
const least = 8;
const rounds = 3;
/** In milliseconds: what takes so long tells enough, and need not be tried with still larger sizes, which take a square sixteen times as long. */
const plenty = 250;

async function timeOf(work: (size: number) => unknown, size: number): Promise<number> {
  const start = now();
  await work(size);
  return now() - start;
}

/**
 * The times for sizes 2^from … 2^to, each four times the one before. A busy machine and the collecting of garbage only ever add to a
 * time: so the shortest of several rounds counts, and the first round whose slope is in proportion is enough.
 */
export async function timesOf(work: (size: number) => unknown, from: number, to: number, limit: number): Promise<readonly Timed[]> {
  const sizes = Array.from({ length: Math.floor((to - from) / 2) + 1 }, (_, step) => 2 ** (to - 2 * step)).reverse();
  let times: readonly Timed[] = sizes.map((size) => ({ size, time: Infinity }));
  for (let round = 0; round < rounds; round += 1) {
    const measured: Timed[] = [];
    for (const { size, time } of times) measured.push({ size, time: Math.min(time, await timeOf(work, size)) });
    times = measured;
    if (growing(times) <= limit) return times;
  }
  return times;
}

/**
 * As {@link timesOf}, but small texts that seem to take too long get a chance to show it with larger ones: what grows too fast grows too
 * fast at every size, so the flattest stretch counts.
 */
async function steady(work: (size: number) => unknown, from: number, to: number, limit: number): Promise<readonly Timed[]> {
  let flattest = await timesOf(work, from, to, limit);
  let last = flattest;
  for (let more = 2; more <= 4 && growing(flattest) > limit && (last.at(-1)?.time ?? 0) < plenty; more += 2) {
    collect();
    last = await timesOf(work, from + more, to + more, limit);
    if (growing(last) < growing(flattest)) flattest = last;
  }
  return flattest;
}

/**
 * The slope between the two largest sizes; 0 when the larger takes too little time to tell. Only the end is judged: over all sizes, times so
 * short that they are all alike would hide what is steep behind them.
 */
export function growing(times: readonly Timed[]): number {
  const [before, last] = times.slice(-2);
  if (before === undefined || last === undefined || last.time < least) return 0;
  return Math.log(last.time / Math.max(before.time, least / 4)) / Math.log(last.size / before.size);
}

/** One work to be timed, and what was measured of it. */
export type Trial = { readonly name: string; readonly work: (size: number) => unknown };

/**
 * Those of the works that grow with a slope over `limit`, and their times. What seems too slow is tried once more when all the others are done:
 * what is too slow is so again.
 */
export async function tooSteep(trials: readonly Trial[], from: number, to: number, limit: number): Promise<readonly (Trial & { readonly times: readonly Timed[] })[]> {
  let left = trials.map((trial) => ({ ...trial, times: [] as readonly Timed[] }));
  for (let round = 0; round < 2; round += 1) {
    for (const one of left) one.times = await steady(one.work, from, to, limit);
    left = left.filter(({ times }) => growing(times) > limit);
  }
  return left;
}
