import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstState, scrolledTo, sortedBy, stateFrom, stretchOf, toggled } from '../../media/synthesis/state';
import { cellInWords, depthOf, stanceOf } from '../../media/synthesis/words';

describe('the table of the synthesis', () => {
  it('says of a cell how many passages it has and how they take their source', () => {
    assert.equal(cellInWords([3, 2, 1, 0]), '3 passages, 2 for, 1 against');
    assert.equal(cellInWords([1, 0, 0, 1]), '1 passage, 1 mixed');
    assert.equal(cellInWords([1200, 0, 0, 0]), '1,200 passages');
    assert.equal(cellInWords([0, 0, 0, 0]), 'no passages');
    assert.deepEqual(([[2, 2, 0, 0], [2, 0, 1, 0], [2, 1, 1, 0], [2, 1, 0, 1], [2, 0, 0, 0]] as const).map(stanceOf), ['for', 'against', 'mixed', 'mixed', undefined]);
  });

  it('has a deeper ground the more passages there are, and none where there are none', () => {
    fc.assert(fc.property(fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (a, b, most) => {
      const [low, high] = [Math.min(a, b, most), Math.min(Math.max(a, b), most)];
      assert.ok(depthOf(low, most) <= depthOf(high, most) && depthOf(high, most) <= 4);
      assert.equal(depthOf(low, most) === 0, low === 0);
    }));
  });

  it('makes only those rows that are on the screen, and a few beside them', () => {
    assert.deepEqual(stretchOf(0, 440, 44, 10_000, 8), { from: 0, to: 16 });
    assert.deepEqual(stretchOf(44_044, 440, 44, 10_000, 8), { from: 1000, to: 1016 });
    assert.deepEqual(stretchOf(439_560, 440, 44, 10_000, 8), { from: 9984, to: 10_000 });
    assert.deepEqual(stretchOf(90_000, 440, 44, 3, 8), { from: 3, to: 3 });
    fc.assert(fc.property(fc.nat(1_000_000), fc.nat(2000), fc.integer({ min: 1, max: 100 }), fc.nat(20_000), (start, extent, size, count) => {
      const { from, to } = stretchOf(start, extent, size, count, 4);
      assert.deepEqual(stretchOf(start - (Math.floor(start / size) % 4) * size, extent, size, count, 4).from, from);
      assert.ok(from >= 0 && from <= to && to <= count && to - from <= extent / size + 10);
      for (const at of [start, start + extent - 1]) if (extent > 0 && Math.floor(at / size) < count) assert.ok(Math.floor(at / size) >= from && Math.floor(at / size) < to);
    }));
  });

  it('scrolls no further than it must to show a row whole', () => {
    fc.assert(fc.property(fc.nat(500), fc.nat(20_000), fc.integer({ min: 44, max: 900 }), (place, start, extent) => {
      const to = scrolledTo(place, start, extent, 44);
      assert.ok(place * 44 >= to && (place + 1) * 44 <= to + extent);
      assert.equal(scrolledTo(place, to, extent, 44), to);
    }));
  });

  it('sorts by a column the usual way, then the other way, then by author again', () => {
    const by = (sort: Parameters<typeof sortedBy>[1], times: number) => Array.from({ length: times }).reduce<typeof firstState.view>((view) => ({ ...view, ...sortedBy(view, sort) }), firstState.view);
    assert.deepEqual([by('#hedging', 1), by('#hedging', 2), by('#hedging', 3)].map(({ sort, down }) => [sort, down]), [['#hedging', true], ['#hedging', false], ['author', false]]);
    assert.deepEqual([by('author', 1), by('author', 2)].map(({ sort, down }) => [sort, down]), [['author', true], ['author', false]]);
  });

  it('takes back what was kept, and nothing that is not of the right kind', () => {
    const kept = { ...firstState, tab: 'years', view: { ...firstState.view, query: '#hedging', closedTags: ['a'] }, top: 440 };
    assert.deepEqual(stateFrom(JSON.parse(JSON.stringify(kept))), kept);
    for (const odd of [undefined, null, 3, 'x', [], { view: 3 }, { view: { query: 3, closedTags: 'a', more: 1 }, tab: null }]) assert.deepEqual(stateFrom(odd), firstState);
  });

  it('takes a name into a list and out again', () => {
    assert.deepEqual(toggled(['a'], 'b'), ['a', 'b']);
    assert.deepEqual(toggled(['a', 'b'], 'a'), ['b']);
  });
});
