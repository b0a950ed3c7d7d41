/** For how long a thread is held at a stretch: what it works between two turns of its loop, by the processor’s own count where the system tells it. */
import { readFileSync } from 'node:fs';

/** The longest stretch in milliseconds, and how many were longer than one picture on a screen of sixty a second. */
export type Holding = { readonly longest: number; readonly over: number };

/** For so long may the extension host be held, in milliseconds. */
export const most = 16;

/** What the main thread has worked until now, in milliseconds. Linux counts it thread by thread; elsewhere it is the time that passed. */
function worked(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** The stretches of this thread while `work` goes on, seen by a timer of a millisecond. */
export async function holding(work: () => Promise<unknown>): Promise<Holding> {
  const stretches: number[] = [];
  let last = worked();
  const look = (): void => {
    const now = worked();
    stretches.push(now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  try {
    await work();
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  } finally {
    clearInterval(timer);
    look();
  }
  return { longest: Math.max(...stretches), over: stretches.filter((one) => one > most).length };
}
