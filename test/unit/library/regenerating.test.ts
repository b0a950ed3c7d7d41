import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyIdentity, regeneratedKeys } from '../../../src/core/library';
import type { Source } from '../../../src/core/library';
import type { Item } from '../../../src/core/source';
import { growsWithSize } from '../../doubles/growth';

const source = (id: string, family?: string, year?: number, more: Partial<Source> = {}): Source => ({
  handle: id, item: { id, type: 'book', ...(family !== undefined && { author: [{ family }] }), ...(year !== undefined && { issued: { 'date-parts': [[year]] } }) } as Item, notes: [], path: `sources/${id}.md`, ...more,
});
const names = (sources: readonly Source[], pattern = '[auth][year]', chosen: (source: Source) => boolean = () => true): { readonly [key: string]: string } => Object.fromEntries(regeneratedKeys(sources, chosen, pattern));

describe('keys made anew', () => {
  it('follow the pattern, in ASCII letters', () => assert.deepEqual(names([source('x1', 'Нұрланұлы', 2022), source('lee2018', 'Lee', 2018)]), { x1: 'nurlanuly2022' }));

  it('change only where they do not follow it, in case too', () => {
    assert.deepEqual(names([source('lee2018', 'Lee', 2018), source('lee2018a', 'Lee', 2018)]), {});
    assert.deepEqual(names([source('Lee2018', 'Lee', 2018)]), { Lee2018: 'lee2018' });
    assert.deepEqual(names([source('lee2018a', 'Lee', 2018)]), { lee2018a: 'lee2018' });
    assert.deepEqual(names([source('lee2018a', 'Lee', 2018), source('lee2018b', 'Lee', 2018)]), {});
  });

  it('get letters where two would be the same, also beside keys that stay', () => {
    assert.deepEqual(names([source('b', 'Lee', 2018), source('a', 'Lee', 2018), source('lee2018', 'Lee', 2018)]), { a: 'lee2018a', b: 'lee2018b' });
    assert.deepEqual(names([source('a', 'Lee', 2018), source('LEE2018', 'Kim', 2001, { path: 'x.bib', bibliography: 'x.bib' })]), { a: 'lee2018a' });
  });

  it('may change places with each other', () => {
    assert.deepEqual(names([source('lee2018', 'Kim', 2001), source('kim2001', 'Lee', 2018)]), { lee2018: 'kim2001', kim2001: 'lee2018' });
  });

  it('change for the chosen sources alone, and never for those of a linked bibliography or without anything known', () => {
    assert.deepEqual(names([source('a', 'Lee', 2018), source('b', 'Kim', 2001)], '[auth][year]', ({ item }) => item.id === 'b'), { b: 'kim2001' });
    const { path: _, ...linked } = source('c', 'Lee', 2018, { bibliography: 'refs.bib' });
    assert.deepEqual(names([linked, source('d', 'Lee', 2019, { bibliography: 'refs.bib' }), source('e')]), {});
  });

  it('are all different, and made anew once more they stay', () => {
    const someone = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'lee1', 'lee1a', 'lee1b', 'Lee1', 'kim2', 'kim2a', 'x'), family: fc.constantFrom('Lee', 'Kim', undefined), year: fc.constantFrom(1, 2, undefined) });
    fc.assert(fc.property(fc.uniqueArray(someone, { selector: ({ id }) => id, maxLength: 10 }), (list) => {
      const sources = list.map(({ id, family, year }) => source(id, family, year));
      const made = regeneratedKeys(sources, () => true, '[auth][year]');
      const after = sources.map((one) => ({ ...one, item: { ...one.item, id: made.get(one.item.id) ?? one.item.id } }));
      const untouched = new Set(sources.map(({ item }) => item.id).filter((id) => !made.has(id)).map(keyIdentity));
      for (const name of made.values()) assert.ok(!untouched.has(keyIdentity(name)), name);
      assert.equal(new Set([...made.values()].map(keyIdentity)).size, made.size);
      assert.deepEqual([...regeneratedKeys(after, () => true, '[auth][year]')].filter(([key]) => [...made.values()].includes(key) && !/[a-z]$/.test(key)), []);
    }));
  });

  it('are made in linear time, though all would be the same', () => growsWithSize((times) => {
    names(Array.from({ length: times }, (_, n) => source(`k${n}`, 'Lee', 2018)));
  }, 4_000));
});
