import assert from 'node:assert/strict';
import { Lanes } from '../../../src/core/library/lanes';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('Lanes', () => {
  it('carry so much at a time, and what concerns one thing in its order', async () => {
    const lanes = new Lanes(3);
    let [now, most] = [0, 0];
    const order = new Map<string, number[]>();
    for (let index = 0; index < 30; index++) {
      const key = 'abcd'[index % 4] ?? '';
      await lanes.start(key, async () => {
        most = Math.max(most, ++now);
        await pause(index % 3);
        order.set(key, [...(order.get(key) ?? []), index]);
        now--;
      });
    }
    await lanes.end();
    assert.equal(most, 3);
    for (const indices of order.values()) assert.deepEqual(indices, [...indices].sort((a, b) => a - b));
    assert.equal([...order.values()].flat().length, 30);
  });

  it('do the rest when some work fails, and say so at the end', async () => {
    const lanes = new Lanes(2);
    const done: number[] = [];
    for (let index = 0; index < 6; index++) await lanes.start('a', () => (index === 2 ? Promise.reject(new Error('no room')) : Promise.resolve(done.push(index))));
    await assert.rejects(lanes.end(), /no room/);
    assert.deepEqual(done, [0, 1, 3, 4, 5]);
  });
});
