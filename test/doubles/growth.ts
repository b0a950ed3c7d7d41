/** Whether work takes time in proportion to its size, told on a machine that has other things to do. */
import assert from 'node:assert/strict';

const factor = 8;
const rounds = 8;
/** Eight times the work may take eight times as long, and the collecting of garbage comes on top; an eightfold square would take sixty-four times. */
const most = 30;
/** Below this, in milliseconds, the clock says nothing. */
const least = 3;

/** The time that this process itself has worked, whatever else the machine does, in milliseconds. */
async function timeOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Holds that `work(8 × size)` takes no more than in proportion longer than `work(size)`. A busy machine only ever adds to a
 * time, so the shortest of several rounds counts, and the first round that holds is enough.
 */
export async function growsWithSize(work: (size: number) => unknown, size: number): Promise<void> {
  await work(size);
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    small = Math.min(small, await timeOf(() => work(size)));
    large = Math.min(large, await timeOf(() => work(size * factor)));
    if (large < most * Math.max(small, least)) return;
  }
  assert.fail(`${small.toFixed(1)} ms, and ${large.toFixed(1)} ms for eight times the size`);
}

/** `piece` over and over, to about `length` UTF-16 code units. */
export const repeated = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
