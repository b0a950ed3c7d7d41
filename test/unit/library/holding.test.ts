import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { knownSources } from '../../../src/core/citations';
import { LibraryStore, newSourceFile, notesByTag } from '../../../src/core/library';
import type { FileEntry, FileText, SourceNote } from '../../../src/core/library';
import { HeadCache } from '../../../src/core/library/headShards';
import type { Head } from '../../../src/core/library/heads';
import type { Source } from '../../../src/core/library';
import type { Item, Note } from '../../../src/core/source';
import { MemoryFiles } from '../../doubles/memoryFiles';
import { directEngine } from '../../doubles/directEngine';

const storeOf = (files: MemoryFiles): LibraryStore => new LibraryStore({
  files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => 0.5, confirm: () => Promise.resolve(false),
  settings: () => ({ folder: 'sources', bibliography: 'references.bib', keyPattern: '[auth][year]', author: 'anna' }),
});

async function open(files: MemoryFiles): Promise<LibraryStore> {
  const store = storeOf(files);
  await store.load();
  return store;
}

const whole = (id: string, more = ''): string => newSourceFile({
  item: { id, type: 'book', title: `What ${id} says of hedging among small powers`, abstract: 'Small powers hedge.\n\nThey rarely say so.' },
  notes: [
    { id: `n${id}`, author: 'anna', tags: ['hedging'], quote: 'They rarely say so.', text: 'Silence as a policy.', created: '2026-09-14T10:22:05Z' },
    { id: `m${id}`, author: 'anna', tags: ['silence-as-a-policy'], text: 'Compare the others.', links: [{ relation: 'supports', target: 'nobody#n1' }] },
  ],
  authors: ['anna'], pasted: [`pasted text${more}`],
});

/** Source files that are made when they are read, so that nobody holds their texts but who reads them. */
class MadeWhenRead extends MemoryFiles {
  readonly #count: number;
  readonly #pasted: number;

  constructor(count: number, pasted: number) {
    super();
    this.#count = count;
    this.#pasted = pasted;
  }

  override list(folder: string): Promise<readonly FileEntry[]> {
    return Promise.resolve(folder === '' ? [] : Array.from({ length: this.#count }, (_, n) => ({ path: `sources/lee${n}.md`, stamp: '1' })));
  }

  override read(path: string): Promise<FileText | undefined> {
    const key = path.slice('sources/'.length, -'.md'.length);
    // Through bytes, as from a disk: so it is one piece.
    return Promise.resolve({ text: Buffer.from(whole(key, ` ${'what stood on the page, '.repeat(this.#pasted / 24)}`)).toString(), version: path });
  }
}

function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

describe('what is held of a library', () => {
  it('is what its files say, and not their texts', async () => {
    const before = heldBytes();
    const store = await open(new MadeWhenRead(300, 100_000));
    const held = heldBytes() - before;
    assert.equal(store.current.sources.get('lee299')?.notes[0]?.quote, 'They rarely say so.');
    assert.ok(held < 10_000_000, `${held} bytes are held of 30,000,000`);
  });

  it('is no text in outline either, for as long as somebody holds that', async () => {
    const before = heldBytes();
    const store = storeOf(new MadeWhenRead(300, 100_000));
    await store.shown();
    const { outline } = store;
    await store.load();
    const held = heldBytes() - before;
    assert.deepEqual(outline?.sources.get('lee299')?.notes.map(({ tags }) => tags), [['hedging'], ['silence-as-a-policy']]);
    assert.ok(held < 10_000_000, `${held} bytes are held of 30,000,000`);
  });

  it('is nothing of the texts of a cache that were read at the start', async () => {
    const texts = new Map<string, Buffer>();
    const cache = { read: (name: string) => Promise.resolve(texts.get(name)?.toString()), write: (name: string, text: string) => Promise.resolve(void texts.set(name, Buffer.from(text))) };
    const head = (n: number): Head => ({ path: `sources/lee${n}.md`, stamp: '1', version: String(n), records: [{ item: { id: `lee${n}`, type: 'book', title: `${n} ${'on hedging '.repeat(400)}` }, notes: [] }] });
    const breathe = (): Promise<void> => Promise.resolve();
    await new HeadCache(cache, 'here', breathe).keep(Array.from({ length: 2000 }, (_, n) => ({ path: `sources/lee${n}.md`, stamp: '1', version: String(n), head: () => head(n) })), []);
    const again = new HeadCache(cache, 'here', breathe);
    const before = heldBytes();
    const count = async (): Promise<number> => (await again.read([])).size;
    assert.equal(await count(), 2000);
    await new Promise((resolve) => { setImmediate(resolve); });
    const held = heldBytes() - before;
    assert.ok(held < 3_000_000, `${held} bytes are held of 9,000,000`);
    assert.equal((await again.some()).length > 0, true);
  });

  it('knows in which line a note stands, and how many texts were pasted, without the text', async () => {
    const text = whole('lee2018');
    const store = await open(new MemoryFiles({ 'sources/lee2018.md': text }));
    const source = store.current.sources.get('lee2018')!;
    const lineOf = (words: string): number => text.split('\n').findIndex((line) => line.startsWith(words));
    assert.deepEqual(source.notes.map(({ id }) => store.placeOfNote(source, ({ note }) => note.id === id)), [{ path: 'sources/lee2018.md', line: lineOf('## #hedging') }, { path: 'sources/lee2018.md', line: lineOf('## #silence') }]);
    assert.equal(store.placeOfNote(source, ({ note }) => note.text === 'elsewhere'), undefined);
    assert.equal(store.heldOf(source)?.pasted, 1);
  });

  it('knows where lines begin in a file that has problems to show, and in no other', async () => {
    const text = whole('lee2018');
    const store = await open(new MemoryFiles({ 'sources/lee2018.md': text, 'sources/kim2020.md': newSourceFile({ item: { id: 'kim2020', type: 'book', title: 'Other' } }) }));
    const [problem] = store.problems.get('sources/lee2018.md') ?? [];
    assert.equal(problem?.code, 'relation-lost');
    const line = Array.from(store.linesOf('sources/lee2018.md')!).findLastIndex((start) => start <= problem.span!.start);
    assert.match(text.split('\n')[line]!, /supports=nobody#n1/);
    assert.equal(store.linesOf('sources/kim2020.md'), undefined);
  });

  it('is read again with all places when they are asked for, and learns what has changed meanwhile', async () => {
    const files = new MemoryFiles({ 'sources/lee2018.md': whole('lee2018') });
    const store = await open(files);
    const source = store.current.sources.get('lee2018')!;
    const read = await store.fileOf(source);
    assert.deepEqual(read?.file.notes.map(({ note }) => note), source.notes);
    assert.equal(read.file.text, files.texts.get('sources/lee2018.md'));
    const changed = new Promise<void>((resolve) => { store.onDidChange(resolve); });
    files.texts.set('sources/lee2018.md', whole('lee2018').replace('Small powers hedge', 'Small powers wait'));
    assert.match((await store.fileOf(source))?.file.item.abstract ?? '', /^Small powers wait/);
    await changed;
    assert.match(store.current.sources.get('lee2018')?.item.abstract ?? '', /^Small powers wait/);
    files.texts.delete('sources/lee2018.md');
    assert.equal(await store.fileOf(source), undefined);
    assert.equal(store.current.sources.size, 1);
  });

  it('gives many files whole in their order, read together, without those that are gone, and learns what has changed', async () => {
    const names = Array.from({ length: 70 }, (_, n) => `lee${n}`);
    const files = new MemoryFiles(Object.fromEntries(names.map((name) => [`sources/${name}.md`, whole(name)])));
    const store = await open(files);
    const paths = names.map((name) => `sources/${name}.md`).reverse();
    files.texts.delete('sources/lee5.md');
    files.texts.set('sources/lee9.md', whole('lee9').replace('Small powers hedge', 'Small powers wait'));
    const changed = new Promise<void>((resolve) => { store.onDidChange(resolve); });
    const read: string[] = [];
    for await (const { path, file } of store.filesAt([...paths, 'sources/unknown.md'])) {
      assert.equal(file.text, files.texts.get(path));
      read.push(path);
    }
    assert.deepEqual(read, paths.filter((path) => path !== 'sources/lee5.md'));
    await changed;
    assert.match(store.current.sources.get('lee9')?.item.abstract ?? '', /^Small powers wait/);
  });

  it('holds a note once for all of its tags, and the record of a source as the source has it', async () => {
    const store = await open(new MemoryFiles({ 'sources/one.md': newSourceFile({ item: { id: 'one', type: 'book', title: 'One' }, notes: [{ tags: ['hedging', 'silence'], text: 'A thought.' }] }) }));
    const [[, [hedging] = []], [, [silence] = []]] = [...notesByTag(store.current)] as [[string, SourceNote[]], [string, SourceNote[]]];
    assert.ok(hedging !== undefined && hedging === silence);
    const { own: [record] } = store.recorded;
    assert.equal(record?.item, store.current.sources.get('one')?.item);
    const known = knownSources('draft.md', { bibliographies: [], parts: [] }, store.recorded);
    assert.deepEqual(known.placesOf('one').map((place) => place === record), [true]);
  });

  it('holds once what many sources say alike, and what differs as it is', async () => {
    const item = (id: string): Item => ({ id, type: 'article-journal', title: id, author: [{ family: 'Okafor', given: 'Ada' }], issued: { 'date-parts': [[2019, 4]] }, 'container-title': 'Review of Quiet Affairs', tags: ['un-voting'] });
    const note = (value: string): Note => ({ tags: ['multi-vectorism', 'hedging'], locator: { label: 'page', value }, author: 'anna of the archive', text: 'A thought.' });
    const made = { one: { item: item('one'), notes: [note('3'), note('14')] }, other: { item: item('other'), notes: [note('14')] } };
    const store = await open(new MemoryFiles(Object.fromEntries(Object.entries(made).map(([id, one]) => [`sources/${id}.md`, newSourceFile(one)]))));
    const [one, other] = ['one', 'other'].map((id) => store.current.sources.get(id)!) as [Source, Source];
    const parts = ({ item: { author, issued, tags, ...rest }, notes }: Source): readonly unknown[] => [author?.[0], issued, tags, rest['container-title'], notes.at(-1)?.tags, notes.at(-1)?.locator];
    parts(one).forEach((part, at) => assert.equal(part, parts(other)[at]));
    for (const [id, { item, notes }] of Object.entries(made)) {
      const held = store.current.sources.get(id)!;
      assert.deepEqual([held.item, held.notes.map(({ tags, locator, author, text }) => ({ tags, locator, author, text }))], [item, notes.map((one) => ({ ...one, author: held.notes[0]?.author }))]);
    }
  });
});
