/** Long work in slices gives what the same work in one go gives. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { inOneGo, sorting } from '../../src/core/slices';

describe('Putting in order in slices', () => {
  const values = (most: number): fc.Arbitrary<{ readonly rank: number; readonly name: number }[]> =>
    fc.array(fc.record({ rank: fc.nat(20), name: fc.nat() }), { maxLength: most, size: 'max' });

  it('gives the order that sorting in one go gives, what is alike in the order it had', () => {
    fc.assert(fc.property(values(2_000), (all) => {
      assert.deepEqual(inOneGo(sorting(all, (a, b) => a.rank - b.rank)), [...all].sort((a, b) => a.rank - b.rank));
    }), { numRuns: 60 });
    assert.deepEqual(inOneGo(sorting([], () => 0)), []);
  });

  it('pauses the more often the more there is', () => {
    const pauses = (count: number): number => [...sorting(Array.from({ length: count }, (_, at) => (at * 7919) % count), (a, b) => a - b)].length;
    assert.ok(pauses(10_000) > 40 && pauses(10_000) > 5 * pauses(1_000), `${pauses(1_000)} and ${pauses(10_000)}`);
  });
});
