/** A clock for the core. */
import type { After } from '../core/engineClient';
import type { Breathe } from '../core/slices';

/** Calls `run` once after so many milliseconds, unless disposed of before. */
export const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};

/** For so long a thread may work before it rests, in milliseconds. */
const mostAtOnce = 8;

/**
 * Gives the thread back for a moment, if it has worked for a while: a timer waits for some milliseconds in browsers, and work may pause ten
 * thousand times.
 */
export function resting(): Breathe {
  let rested = performance.now();
  return async () => {
    if (performance.now() - rested < mostAtOnce) return;
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    rested = performance.now();
  };
}
