/** How long work takes on this machine, and for how long at a stretch it holds the thread. Times are in milliseconds. */
import type { Breathe } from '../../src/core/slices';

/** What one kind of work took: the median of its rounds in time and of the processor, and the longest stretch between two breaths, of the round in which it was shortest. */
export type Taken = { readonly median: number; readonly processor: number; readonly stretch: number };

/** A part of the report: each table has a heading and rows of cells; the first cell of a row is text, the others numbers. */
export type Table = { readonly heading: string; readonly about: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/**
 * A file of `parts`: `make` measures with so many rounds and gives its tables one by one. `product`: it measures what is built, so that is
 * built before.
 */
export type Part = { readonly title: string; readonly product?: true; readonly make: (rounds: number) => AsyncIterable<Table> };

/** The middle of some numbers; of an even number of them, the lower of the two in the middle. */
export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? NaN;

/** Knows how long the thread was held. Its `breathe` gives the thread back as the product does. */
class Watch {
  longest = 0;
  private since = performance.now();

  readonly breathe: Breathe = async () => {
    this.note();
    await new Promise((resolve) => { setImmediate(resolve); });
    this.since = performance.now();
  };

  note(): void {
    this.longest = Math.max(this.longest, performance.now() - this.since);
  }
}

/** Does the work twice to warm up, then `rounds` times with the clock running. */
export async function taken(rounds: number, work: (breathe: Breathe) => unknown): Promise<Taken> {
  const [times, processor, stretches]: [number[], number[], number[]] = [[], [], []];
  for (let round = -2; round < rounds; round += 1) {
    const watch = new Watch();
    const [start, used] = [performance.now(), process.cpuUsage()];
    await work(watch.breathe);
    watch.note();
    if (round < 0) continue;
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
    stretches.push(watch.longest);
  }
  return { median: median(times), processor: median(processor), stretch: Math.min(...stretches) };
}

/** A time as it stands in a table. */
export const shown = (milliseconds: number): string => (milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds)));

/** How many times longer one thing took than another. */
export const between = (one: number, other: number): string => (one / other).toFixed(1);
