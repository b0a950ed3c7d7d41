import assert from 'node:assert/strict';
import fc from 'fast-check';
import { counts, firstView, rowsOf, type View } from '../../media/review/state';
import type { ReviewRow } from '../../src/protocol';

const row = (id: number, more: Partial<ReviewRow> = {}): ReviewRow => ({
  id, key: `key${id}`, cells: { 'author': 'Çapan, Zeynep', 'issued': '2019', 'title': `Title ${id}`, 'container-title': '', 'type': 'book' }, sure: 1, doubts: [], otherTitles: [], warnings: [], hasPaste: true, fresh: false, ...more,
});
const doubt = { field: 'title', name: 'Title', why: 'Told by its place.' };
const ids = (rows: readonly ReviewRow[], view: Partial<View> = {}): number[] => rowsOf(rows, { ...firstView, scope: 'all', ...view }).map(({ id }) => id);

describe('the rows of the table of review', () => {
  it('stand with the least certain first, and of equally certain ones with the most doubts', () => {
    assert.deepEqual(ids([row(1), row(2, { sure: 0.6, doubts: [doubt] }), row(3, { sure: 0.6, doubts: [doubt, doubt] }), row(4, { sure: 0.4 })]), [4, 3, 2, 1]);
  });

  it('are those to be looked at unless all or those of a paste are asked for', () => {
    const rows = [row(1), row(2, { doubts: [doubt] }), row(3, { warnings: ['The key is used twice.'] }), row(4, { fresh: true })];
    assert.deepEqual(ids(rows, { scope: 'doubtful' }), [2, 3]);
    assert.deepEqual(ids(rows, { scope: 'fresh' }), [4]);
    assert.deepEqual(counts(rows), { all: 4, fresh: 1, doubtful: 2 });
  });

  it('are found by several words in any order, without case and diacritics', () => {
    assert.deepEqual(ids([row(1), row(2), row(12)], { words: '12 CAPAN' }), [12]);
  });

  it('sort by numbers in texts as numbers, and empty cells last', () => {
    const rows = [row(10), row(9), row(1, { cells: { ...row(1).cells, title: '' } })];
    assert.deepEqual(ids(rows, { column: 'title' }), [9, 10, 1]);
    assert.deepEqual(ids(rows, { column: 'key' }), [1, 9, 10]);
  });

  it('of five thousand sources are sorted and filtered in a moment', () => {
    const rows = Array.from({ length: 5000 }, (_, id) => row(id, { sure: (id * 7919 % 100) / 100 }));
    const begin = Date.now();
    for (const column of ['sure', 'title', 'author'] as const) assert.equal(ids(rows, { column, words: 'capan title' }).length, 5000);
    assert.ok(Date.now() - begin < 2000, `${Date.now() - begin} ms`);
  });

  it('are a list in which each row stands once, however they are sorted', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 }), fc.constantFrom('sure', 'key', 'doubts', 'type'), fc.boolean(), (sure, column, down) => {
      assert.deepEqual(ids(sure.map((one, id) => row(id, { sure: one })), { column: column as View['column'], down }).sort((a, b) => a - b), sure.map((_, id) => id));
    }));
  });
});
