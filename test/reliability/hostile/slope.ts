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
const limit = 1.15;

async function timeOf(work: (size: number) => unknown, size: number): Promise<number> {
  const start = now();
  await work(size);
  return now() - start;
}

/**
 * The times for sizes 2^from … 2^to, each four times the one before. A busy machine and the collecting of garbage only ever add to a
 * time: so the shortest of several rounds counts, and the first round whose slope is in proportion is enough.
 */
export async function timesOf(work: (size: number) => unknown, from: number, to: number): Promise<readonly Timed[]> {
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
export async function steady(work: (size: number) => unknown, from: number, to: number): Promise<readonly Timed[]> {
  let flattest = await timesOf(work, from, to);
  let last = flattest;
  for (let more = 2; more <= 4 && growing(flattest) > limit && (last.at(-1)?.time ?? 0) < 4000; more += 2) {
    collect();
    last = await timesOf(work, from + more, to + more);
    if (growing(last) < growing(flattest)) flattest = last;
  }
  return flattest;
}

/** The slope by least squares over the times long enough to tell; 0 when there are fewer than two. */
export function growing(times: readonly Timed[]): number {
  const last = times.at(-1)?.time ?? 0;
  if (last < least) return 0;
  const points = times.map(({ size, time }) => [Math.log2(size), Math.log2(Math.max(time, least / 4))] as const);
  const mean = (index: 0 | 1): number => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
