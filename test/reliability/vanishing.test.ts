import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LibraryStore, newSourceFile } from '../../src/core/library';
import type { Problem } from '../../src/core/problem';
import { directEngine } from '../doubles/directEngine';
import { MemoryFiles } from '../doubles/memoryFiles';
import { openLibrary } from './crash/diskFiles';
import { driveOf } from './mounts';

const pathOf = (n: number): string => `sources/okafor${n}.md`;
const source = (n: number): string => newSourceFile({ item: { id: `okafor${n}`, type: 'book', title: `The Silence of Middle Powers, part ${n}` } });
const library = (count: number): { [path: string]: string } => Object.fromEntries(Array.from({ length: count }, (_, n) => [pathOf(n), source(n)]));
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

type Seen = { count: number | undefined };

async function open(files: MemoryFiles, seen: Seen = { count: undefined }): Promise<LibraryStore> {
  let time = Date.parse('2026-09-14T10:00:00Z');
  const store = new LibraryStore({
    files, engine: directEngine, now: () => new Date(time += 1000).toISOString(), random: () => 0.5, confirm: () => Promise.resolve(false),
    settings: () => ({ folder: 'sources', bibliography: 'references.bib', keyPattern: '[auth][year]', author: 'anna' }),
    lastSeen: { get: () => seen.count, set: (count) => { seen.count = count; } },
  });
  await store.load();
  return store;
}

/** Tries every kind of write; gives the codes of what refused them. */
async function writeAll(store: LibraryStore, files: MemoryFiles): Promise<readonly string[]> {
  const one = store.current.sources.get('okafor0')!;
  const item = { id: '', type: 'book', title: 'Another', author: [{ family: 'Lee' }] } as const;
  const changes = [
    await store.add([{ format: 'bibtex', span: { start: 0, end: 1 }, pasted: 'x', item, certainty: {} }]),
    await store.addNote(one, { tags: ['x'], text: 'words' }),
    await store.setFields(one, { volume: '3' }),
    await store.takeIn([{ kind: 'create', key: 'new', text: source(77) }], () => [{ start: 0, end: 0, text: 'team: [anna]\n' }]),
    await store.restore(pathOf(0), source(0).replace('part 0', 'part zero')),
    await store.remove(one),
  ];
  const direct = await store.services.files.create('references.bib', 'x');
  return [...changes.flatMap(({ problems }) => problems.map(({ code }) => code)), direct.ok ? 'written' : 'refused', ...(files.texts.has(pathOf(88)) ? ['written'] : [])];
}

const refusals = [...Array.from({ length: 7 }, () => 'not-writable'), 'refused'];

describe('sources that vanish', () => {
  it('C-07 many at once: they are still shown, and nothing is written until the person decides', async () => {
    const files = new MemoryFiles(library(20));
    const store = await open(files);
    for (let n = 3; n < 20; n += 1) files.outside(pathOf(n), undefined);
    await soon();
    assert.deepEqual(store.vanished, { gone: 17, known: 20 });
    assert.equal(store.current.sources.size, 20);
    assert.deepEqual(store.problems.get('sources')?.map(({ code }) => code), ['library-vanished']);
    const before = new Map(files.texts);
    assert.deepEqual(await writeAll(store, files), refusals);
    assert.deepEqual(files.texts, before);
  });

  it('C-07 when they are back, writing goes on by itself', async () => {
    const files = new MemoryFiles(library(20));
    const store = await open(files);
    const all = new Map(files.texts);
    files.texts.clear();
    await store.reload();
    assert.deepEqual([store.vanished, store.current.sources.size], [{ gone: 20, known: 20 }, 20]);
    for (const [path, text] of all) files.texts.set(path, text);
    await store.reload();
    assert.deepEqual([store.vanished, store.problems.get('sources')], [undefined, undefined]);
    assert.deepEqual((await store.addNote(store.current.sources.get('okafor0')!, { tags: ['x'], text: 'words' })).problems, []);
  });

  it('C-07 when the person says that they were deleted, they are forgotten and writing goes on', async () => {
    const files = new MemoryFiles(library(20));
    const store = await open(files);
    for (let n = 3; n < 20; n += 1) files.outside(pathOf(n), undefined);
    await soon();
    await store.acceptVanished();
    assert.deepEqual([store.vanished, store.current.sources.size, store.problems.get('sources')], [undefined, 3, undefined]);
    assert.deepEqual((await store.addNote(store.current.sources.get('okafor0')!, { tags: ['x'], text: 'words' })).problems, []);
    await store.reload();
    assert.equal(store.vanished, undefined);
  });

  it('C-07 a few at a time by a sync program are noticed as well', async () => {
    const files = new MemoryFiles(library(100));
    const store = await open(files);
    for (let n = 0; n < 12; n += 2) {
      files.outside(pathOf(n), undefined);
      files.outside(pathOf(n + 1), undefined);
      await soon();
    }
    assert.notEqual(store.vanished, undefined);
  });

  it('C-07 a folder that is empty when the window opens is no empty library', async () => {
    const seen = { count: undefined };
    await open(new MemoryFiles(library(20)), seen);
    assert.equal(seen.count, 20);
    const files = new MemoryFiles();
    const store = await open(files, seen);
    assert.deepEqual(store.vanished, { gone: 20, known: 20 });
    assert.equal((await store.services.files.create('references.bib', '')).ok, false);
    assert.equal(seen.count, 20);
    for (const [path, text] of Object.entries(library(20))) files.texts.set(path, text);
    await store.reload();
    assert.equal(store.vanished, undefined);
  });

  it('C-07 one or two that are deleted are simply gone, and so are those that the person deletes in the editor or by a command', async () => {
    const files = new MemoryFiles(library(20));
    const store = await open(files);
    files.outside(pathOf(19), undefined);
    await soon();
    assert.deepEqual([store.vanished, store.current.sources.size], [undefined, 19]);
    for (let n = 10; n < 19; n += 1) files.texts.delete(pathOf(n));
    await store.forget(Array.from({ length: 9 }, (_, n) => pathOf(n + 10)));
    await store.reload();
    assert.deepEqual([store.vanished, store.current.sources.size], [undefined, 10]);
    for (const one of [...store.current.sources.values()]) assert.deepEqual((await store.remove(one)).problems, []);
    assert.deepEqual([store.vanished, store.current.sources.size], [undefined, 0]);
  });

  it('C-07 files that another program has moved have not vanished', async () => {
    const files = new MemoryFiles(library(20));
    const store = await open(files);
    for (let n = 0; n < 20; n += 1) {
      files.texts.set(`sources/moved/okafor${n}.md`, files.texts.get(pathOf(n))!);
      files.texts.delete(pathOf(n));
    }
    await store.reload();
    assert.deepEqual([store.vanished, store.current.sources.size], [undefined, 20]);
    assert.equal(store.current.sources.get('okafor3')?.path, 'sources/moved/okafor3.md');
  });

  it('C-07 a folder that can’t be reached leaves what was read, and forgets nothing file by file', async () => {
    const files = new MemoryFiles(library(20));
    const store = await open(files);
    files.read = () => Promise.reject(new Error('the drive is gone'));
    files.list = () => Promise.reject(new Error('the drive is gone'));
    files.tell(Object.keys(library(20)));
    await soon();
    await store.reload();
    assert.equal(store.current.sources.get('okafor3')?.item.title, 'The Silence of Middle Powers, part 3');
  });

  it('C-07 a drive that is taken away leaves an empty folder in which nothing is written, and is gone on with when it is back', async () => {
    const root = fs.mkdtempSync(join(tmpdir(), 'commonplace-drive-'));
    const [sources, drive] = [join(root, 'sources'), join(root, 'drive')];
    for (const folder of [sources, drive]) fs.mkdirSync(folder);
    // Where nothing can be mounted, folders that take each other’s names look the same.
    const bring = (): (() => void) => driveOf(sources, drive) ?? (fs.rmdirSync(sources), fs.renameSync(drive, sources), (): void => { fs.renameSync(sources, drive); fs.mkdirSync(sources); });
    for (let n = 0; n < 20; n += 1) fs.writeFileSync(join(drive, `okafor${n}.md`), source(n));
    let takeAway = bring();
    try {
      const store = await openLibrary(root);
      const one = store.current.sources.get('okafor0')!;
      const texts = (): readonly string[] => fs.readdirSync(sources).sort().map((name) => fs.readFileSync(join(sources, name), 'utf8'));
      const before = texts();
      takeAway();
      const refused: { readonly problems: readonly Problem[] }[] = [await store.addNote(one, { tags: ['x'], text: 'before anybody has noticed' })];
      await store.reload();
      assert.deepEqual([store.vanished, store.current.sources.size], [{ gone: 20, known: 20 }, 20]);
      refused.push(
        await store.addNote(one, { tags: ['x'], text: 'words' }), await store.setFields(one, { volume: '3' }), await store.restore(pathOf(0), source(0)),
        await store.add([{ format: 'bibtex', span: { start: 0, end: 1 }, pasted: 'x', item: { id: '', type: 'book', title: 'Another' }, certainty: {} }]),
        await store.takeIn([{ kind: 'create', key: 'new', text: source(77) }], () => [{ start: 0, end: 0, text: 'team: [anna]\n' }]),
      );
      for (const { problems } of refused) assert.ok(problems.length > 0 && problems.every(({ code }) => code === 'not-writable'), problems.map(({ code }) => code).join());
      assert.deepEqual(fs.readdirSync(sources), []);
      takeAway = bring();
      await store.reload();
      assert.deepEqual([store.vanished, texts()], [undefined, before]);
      assert.deepEqual((await store.addNote(store.current.sources.get('okafor0')!, { tags: ['x'], text: 'words' })).problems, []);
      assert.match(fs.readFileSync(join(sources, 'okafor0.md'), 'utf8'), /words/);
    } finally {
      takeAway();
      fs.rmSync(root, { recursive: true, force: true });
    }
  });
});
