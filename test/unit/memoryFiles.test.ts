import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/edits';
import type { TextEdit } from '../../src/core/source';
import { MemoryFiles } from '../doubles/memoryFiles';

const turn = () => new Promise(setImmediate);

/** A text and edits of it that don't overlap, in any order. */
const edited = fc.string({ unit: 'binary', maxLength: 200 }).chain(text => fc.record({
  text: fc.constant(text),
  edits: fc.uniqueArray(fc.nat(text.length), { maxLength: 12 })
    .map(cuts => cuts.sort((a, b) => a - b))
    .chain(cuts => fc.tuple(...pairs(cuts).map(([start, end]) =>
      fc.string({ unit: 'binary', maxLength: 8 }).map((put): TextEdit => ({ start, end, text: put })))))
    .chain(edits => fc.shuffledSubarray(edits, { minLength: edits.length })),
}));

const pairs = (cuts: readonly number[]): [number, number][] =>
  cuts.flatMap((cut, n): [number, number][] => n % 2 === 1 ? [[cuts[n - 1]!, cut]] : []);

/** From the end towards the start, so that earlier positions stay what they were. */
const naive = (text: string, edits: readonly TextEdit[]): string =>
  [...edits].sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);

describe('Carrying out edits', () => {
  it('gives what one gets by carrying them out one after another from the end', () => {
    fc.assert(fc.property(edited, ({ text, edits }) => {
      assert.equal(applyEdits(text, edits), naive(text, edits));
    }), { numRuns: 1000 });
  });

  it('keeps the order of insertions at one place', () => {
    const at = (text: string) => ({ start: 1, end: 1, text });
    assert.equal(applyEdits('ab', [at('1'), at('2'), at('3')]), 'a123b');
  });

  it('refuses edits that overlap or lie outside the text', () => {
    const remove = (start: number, end: number) => ({ start, end, text: '' });
    for (const edits of [[remove(0, 2), remove(1, 3)], [remove(0, 9)], [remove(2, 1)], [remove(-1, 1)]]) {
      assert.throws(() => applyEdits('abc', edits), RangeError);
    }
  });
});

describe('A workspace folder in memory', () => {
  it('changes a file only from the version it is in', async () => {
    const files = new MemoryFiles({ 'sources/a.md': 'one' });
    const { version } = (await files.read('sources/a.md'))!;
    files.outside('sources/a.md', 'theirs');
    const result = await files.change('sources/a.md', version, [{ start: 0, end: 3, text: 'ours' }]);
    assert.equal(!result.ok && result.why, 'changed');
    assert.equal((await files.read('sources/a.md'))!.text, 'theirs');
  });

  it('gives the same version to the same text', async () => {
    const files = new MemoryFiles({ 'a.md': 'one' });
    const { version } = (await files.read('a.md'))!;
    files.outside('a.md', 'two');
    files.outside('a.md', 'one');
    assert.equal((await files.read('a.md'))!.version, version);
  });

  it('creates no file over another and removes none that has changed', async () => {
    const files = new MemoryFiles();
    const made = await files.create('a.md', 'one');
    const again = await files.create('a.md', 'two');
    assert.equal(!again.ok && again.why, 'exists');
    files.outside('a.md', 'theirs');
    const removed = await files.remove('a.md', made.ok ? made.version : '');
    assert.equal(!removed.ok && removed.why, 'changed');
  });

  it('tells at the next turn of every change, until the listener leaves', async () => {
    const files = new MemoryFiles();
    const told: (readonly string[] | undefined)[] = [];
    const listening = files.watch(paths => told.push(paths));
    await files.create('a.md', '');
    assert.deepEqual(told, []);
    await turn();
    assert.deepEqual(told, [['a.md']]);
    listening.dispose();
    files.outside('a.md', undefined);
    await turn();
    assert.equal(told.length, 1);
  });
});
