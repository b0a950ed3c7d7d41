/** A clock for the core. */
import type { After } from '../core/engineClient';

/** Calls `run` once after so many milliseconds, unless disposed of before. */
export const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};
