import assert from 'node:assert/strict';
import { LibraryStore } from '../../src/core/library';
import { changeOnDisk } from '../../src/host/changeOnDisk';
import type { DiskChange } from '../../src/host/changeOnDisk';
import { directEngine } from '../doubles/directEngine';
import { MemoryFiles } from '../doubles/memoryFiles';

const source = (key: string): string => `---\nid: ${key}\ntype: book\ntitle: "On ${key}"\n---\n\n# Notes by anna\n\n<!-- end -->\n`;
const oldKey = (number: number): string => `old-${String(number).padStart(3, '0')}`;
const newKey = (number: number): string => `new-${String(number).padStart(3, '0')}`;

/** A library of so many sources, and the changes that give each a new key and its file the name of it. */
async function prepared(count: number): Promise<{ files: MemoryFiles; store: LibraryStore; changes: readonly DiskChange<string>[]; before: ReadonlyMap<string, string> }> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const files = new MemoryFiles(Object.fromEntries(numbers.map((number) => [`sources/${oldKey(number)}.md`, source(oldKey(number))])));
  const store = new LibraryStore({
    files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => 0.5, confirm: () => Promise.resolve(false),
    settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' }),
  });
  await store.load();
  const changes = await Promise.all(numbers.map(async (number) => {
    const path = `sources/${oldKey(number)}.md`;
    const { text, version } = (await files.read(path))!;
    return { on: { store, path, text, version }, edits: [{ start: 8, end: 8 + oldKey(number).length, text: newKey(number) }], to: `sources/${newKey(number)}.md`, named: path };
  }));
  return { files, store, changes, before: new Map(files.texts) };
}

const sorted = (texts: ReadonlyMap<string, string>): readonly (readonly [string, string])[] => [...texts].sort();
/** The turn at which the library hears of changes of its files. */
const heard = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 20); });

describe('changes of many files on the disk', () => {
  it('move files with their texts, the library reads them once, and nobody takes them for vanished', async () => {
    const { files, store, changes } = await prepared(120);
    let told = 0;
    store.onDidChange(() => { told += 1; });
    const done = await changeOnDisk(changes);
    assert.ok(done.ok);
    await heard();
    assert.equal(files.texts.get(`sources/${newKey(119)}.md`), source(newKey(119)).replace(`On ${newKey(119)}`, `On ${oldKey(119)}`));
    assert.equal(files.texts.size, 120);
    assert.deepEqual([...store.current.sources.keys()].sort(), changes.map((_, number) => newKey(number)));
    assert.equal(store.vanished, undefined);
    assert.equal(told, 1);
  });

  it('are taken back to what was there, byte for byte, under the old names', async () => {
    const { files, store, changes, before } = await prepared(120);
    const done = await changeOnDisk(changes);
    assert.ok(done.ok);
    assert.deepEqual(await done.late(), []);
    assert.deepEqual(await done.takeBack(), []);
    await heard();
    assert.deepEqual(sorted(files.texts), sorted(before));
    assert.equal(store.current.sources.size, 120);
    assert.equal(store.vanished, undefined);
  });

  for (const [what, spoil] of [
    ['a file has changed meanwhile', (files: MemoryFiles) => files.outside(`sources/${oldKey(77)}.md`, `${source(oldKey(77))}\nMore.\n`)],
    ['a name is taken meanwhile', (files: MemoryFiles) => files.outside(`sources/${newKey(77)}.md`, 'No source, but somebody’s text.\n')],
    ['a file is gone', (files: MemoryFiles) => files.outside(`sources/${oldKey(77)}.md`, undefined)],
  ] as const) {
    it(`are none when ${what}: all others are as they were, and it is told which one`, async () => {
      const { files, store, changes } = await prepared(120);
      spoil(files);
      const then = new Map(files.texts);
      const done = await changeOnDisk(changes);
      assert.deepEqual(done, { ok: false, movedOn: [`sources/${oldKey(77)}.md`], left: [] });
      await heard();
      assert.deepEqual(sorted(files.texts), sorted(then));
      assert.ok(store.current.sources.has(oldKey(3)));
    });
  }

  it('are stopped between files when the person cancels, and what was written is put back', async () => {
    const { files, changes, before } = await prepared(120);
    let written = 0;
    const done = await changeOnDisk(changes, { isWanted: () => written < 60, onDone: (more) => { written += more; } });
    assert.ok(written >= 60 && written < 120, String(written));
    assert.deepEqual(done, { ok: false, movedOn: [], left: [] });
    assert.deepEqual(sorted(files.texts), sorted(before));
  });

  it('name what could not be put back since another program changed it in between', async () => {
    const { files, changes } = await prepared(120);
    let written = 0;
    const done = await changeOnDisk(changes, { isWanted: () => written < 60, onDone: (more) => {
      written += more;
      if (written >= 60) files.outside(`sources/${newKey(5)}.md`, 'written by another program\n');
    } });
    assert.deepEqual(done, { ok: false, movedOn: [], left: [`sources/${oldKey(5)}.md`] });
    assert.equal(files.texts.get(`sources/${newKey(5)}.md`), 'written by another program\n');
    assert.equal(files.texts.get(`sources/${oldKey(6)}.md`), source(oldKey(6)));
  });
});
