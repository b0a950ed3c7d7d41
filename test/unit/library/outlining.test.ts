import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LibraryStore, newSourceFile } from '../../../src/core/library';
import type { FileEntry, FileText, Library } from '../../../src/core/library';
import type { Item, Note } from '../../../src/core/source';
import { headsIn } from '../../../src/core/library/headShards';
import { directEngine } from '../../doubles/directEngine';
import { MemoryCache } from '../../doubles/memoryCache';
import { MemoryFiles } from '../../doubles/memoryFiles';
import * as arbitrary from './arbitraries';

/** Files whose stamps a test can set, and which can be made to wait before they are read. */
class StampedFiles extends MemoryFiles {
  readonly stamps = new Map<string, string>();
  readonly asked: string[] = [];
  gate: Promise<void> = Promise.resolve();

  override async list(folder: string, endings: readonly string[]): Promise<readonly FileEntry[]> {
    return (await super.list(folder, endings)).map((entry) => ({ ...entry, stamp: this.stamps.get(entry.path) ?? entry.stamp }));
  }

  override async read(path: string): Promise<FileText | undefined> {
    this.asked.push(path);
    await this.gate;
    return super.read(path);
  }
}

const item = (id: string, title: string): Item => ({ id, type: 'book', title, author: [{ family: 'Yuneman', given: 'Roman' }], issued: { 'date-parts': [[2023]] }, abstract: 'A long text.' });
const note = (...tags: string[]): Note => ({ id: 'n12345678', tags, text: 'Words that are read later.' });
const text = (id: string, title: string, ...notes: Note[]): string => newSourceFile({ item: item(id, title), notes });
const three = { 'sources/a.md': text('a', 'First', note('hedging'), note('order')), 'sources/b.md': text('b', 'Second'), 'sources/c.md': text('c', 'Third') };

function storeOf(files: MemoryFiles, cache?: MemoryCache, more: { readonly folder?: string; readonly blind?: boolean; readonly author?: string } = {}): LibraryStore {
  return new LibraryStore({
    files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => 0.5, confirm: () => Promise.resolve(false), ...(cache && { cache }),
    settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', ...more }),
  });
}

/** A start of the editor that reads all and keeps what it saw. */
async function started(files: MemoryFiles, cache: MemoryCache): Promise<LibraryStore> {
  const store = storeOf(files, cache);
  await store.load();
  await store.kept;
  return store;
}

/** What is shown at a start before the whole library is there. */
async function outlineOf(files: StampedFiles, cache?: MemoryCache, more?: Parameters<typeof storeOf>[2]): Promise<Library | undefined> {
  const store = storeOf(files, cache, more);
  let seen: Library | undefined;
  const shown = store.shown().then(() => { seen = store.outline; });
  await Promise.all([shown, store.load()]);
  await store.kept;
  assert.equal(store.outline, undefined, 'the outline stays when the whole is there');
  return seen;
}

/** What is shown first of all. */
async function glimpseOf(files: StampedFiles, cache: MemoryCache): Promise<{ readonly sources: Library['sources']; readonly asked: readonly string[] }> {
  const before = files.asked.length;
  const store = storeOf(files, cache, { author: 'anna' });
  await store.glimpsed();
  const seen = { sources: store.glimpse?.sources ?? new Map(), asked: files.asked.slice(before) };
  await store.load();
  return seen;
}

const titles = (library: Library | undefined): readonly string[] => [...library?.sources.values() ?? []].map(({ item: { title } }) => title ?? '');

describe('A library in outline', () => {
  it('is shown at the next start before any file is read, with names, years, titles and the tags of notes', async () => {
    const files = new StampedFiles(three);
    const cache = new MemoryCache();
    await started(files, cache);
    let open = (): void => undefined;
    files.gate = new Promise((resolve) => { open = resolve; });
    files.asked.length = 0;
    const store = storeOf(files, cache);
    let changes = 0;
    store.onDidChange(() => { changes += 1; });
    await store.shown();
    assert.deepEqual([files.asked, titles(store.outline), titles(store.current)], [[], ['First', 'Second', 'Third'], []]);
    const a = store.outline?.sources.get('a');
    assert.deepEqual([a?.item.author?.[0]?.family, a?.item.issued?.['date-parts']?.[0]?.[0], a?.path, a?.item.abstract, a?.notes.map(({ tags }) => tags)], ['Yuneman', 2023, 'sources/a.md', undefined, [['hedging'], ['order']]]);
    open();
    await store.load();
    assert.deepEqual([store.outline, store.current.sources.get('a')?.item.abstract, changes], [undefined, 'A long text.', 1]);
  });

  it('comes from the texts of files where nothing was kept', async () => {
    const seen = await outlineOf(new StampedFiles(three));
    assert.deepEqual([titles(seen), seen?.sources.get('a')?.notes.map(({ tags }) => tags)], [['First', 'Second', 'Third'], [['hedging'], ['order']]]);
  });

  it('is never believed of a file that has another size or time, and knows nothing of one that is gone', async () => {
    const files = new StampedFiles(three);
    const cache = new MemoryCache();
    for (const path of Object.keys(three)) files.stamps.set(path, '1000-1000-500');
    await started(files, cache);
    files.texts.set('sources/a.md', text('a', 'Longer than before'));
    files.stamps.set('sources/a.md', '1000-1000-512');
    files.texts.set('sources/b.md', text('b', 'Sekond'));
    files.stamps.set('sources/b.md', '1000-2000-500');
    files.texts.delete('sources/c.md');
    files.texts.set('sources/d.md', text('d', 'Fourth'));
    files.asked.length = 0;
    assert.deepEqual(titles(await outlineOf(files, cache)), ['Longer than before', 'Sekond', 'Fourth']);
  });

  it('is put right by the reading that follows where content changed and size and times did not', async () => {
    const files = new StampedFiles(three);
    const cache = new MemoryCache();
    for (const path of Object.keys(three)) files.stamps.set(path, '1000-1000-500');
    await started(files, cache);
    files.texts.set('sources/a.md', text('a', 'Forst'));
    const store = storeOf(files, cache);
    await store.load();
    await store.kept;
    assert.deepEqual(titles(store.current), ['Forst', 'Second', 'Third']);
    assert.deepEqual(titles(await outlineOf(files, cache)), ['Forst', 'Second', 'Third']);
  });

  it('shows what linked bibliographies record, and forgets them when they change', async () => {
    const files = new StampedFiles({ 'references.bib': '@book{lee2018, title = {Pivots}, author = {Lee, Ann}, year = 2018, abstract = {Long.}}' });
    const cache = new MemoryCache();
    await started(files, cache);
    const seen = await outlineOf(files, cache);
    assert.deepEqual([titles(seen), seen?.sources.get('lee2018')?.item.abstract, seen?.sources.get('lee2018')?.bibliography], [['Pivots'], undefined, 'references.bib']);
    files.texts.set('references.bib', '@book{lee2018, title = {Other}}');
    assert.equal(await outlineOf(files, cache), undefined);
  });

  it('shows what a large bibliography records before it is read whole, also one of which nothing true was kept', async () => {
    const entries = (title: string): string => Array.from({ length: 900 }, (_, at) => `@book{lee${at},\n  title = {{\\"O}ffentliche ${title} ${at}},\n  author = {Lee, Ann and {The Office}},\n  year = 2018,\n  abstract = {${'Long. '.repeat(40)}}\n}\n`).join('\n');
    const files = new StampedFiles({ ...three, 'references.bib': entries('Wege') });
    const cache = new MemoryCache();
    for (const title of ['Wege', 'Ziele']) {
      files.texts.set('references.bib', entries(title));
      const store = storeOf(files, cache);
      let seen: Library | undefined;
      store.onDidChange(() => { seen = store.outline ?? seen; });
      await Promise.all([store.shown().then(() => { seen ??= store.outline; }), store.load()]);
      const { item, bibliography } = seen?.sources.get('lee899') ?? {};
      assert.deepEqual([seen?.sources.size, item?.title, item?.author, item?.issued, bibliography], [903, `Öffentliche ${title} 899`, [{ family: 'Lee', given: 'Ann' }, { literal: 'The Office' }], { 'date-parts': [[2018]] }, 'references.bib']);
      await started(files, cache);
    }
  });

  it('is kept of a large bibliography in several texts, which are believed only together', async () => {
    const entries = (title: string): string => Array.from({ length: 600 }, (_, at) => `@book{lee${at}, title = {${title} ${at}}, year = 2018}`).join('\n');
    const files = new StampedFiles({ 'references.bib': entries('Wege') });
    files.stamps.set('references.bib', '1-1-1');
    const cache = new MemoryCache();
    await started(files, cache);
    const kept = new Map(cache.texts);
    const names = [...kept.keys()].filter((name) => name.startsWith('bibliography-'));
    assert.deepEqual([names.length, titles(await outlineOf(files, cache))], [3, Array.from({ length: 600 }, (_, at) => `Wege ${at}`)]);
    const written = cache.written.length;
    await started(files, cache);
    assert.equal(cache.written.length, written);
    files.texts.set('references.bib', entries('Ziele'));
    await started(files, cache);
    const later = new Map(cache.texts);
    for (const name of names) {
      for (const spoil of [() => cache.texts.set(name, kept.get(name)!), () => cache.texts.delete(name), () => cache.texts.set(name, later.get(name)!.slice(0, -2)), () => cache.texts.set(name, later.get(names.find((one) => one !== name)!)!)]) {
        spoil();
        assert.equal((await outlineOf(files, cache))?.sources.size, undefined, `${name}: ${String(spoil)}`);
        assert.equal(titles((await started(files, cache)).current)[599], 'Ziele 599');
        assert.deepEqual(cache.texts.get(name), later.get(name), 'it is kept anew');
      }
    }
  });

  it('is not shown to who codes blind', async () => {
    const files = new StampedFiles(three);
    const cache = new MemoryCache();
    await started(files, cache);
    assert.equal(await outlineOf(files, cache, { blind: true, author: 'anna' }), undefined);
    files.texts.set('sources/codebook.yaml', 'blind: true\nteam: [anna, bekzod]\n');
    assert.equal(await outlineOf(files, cache, { author: 'anna' }), undefined);
    await started(files, cache);
    assert.equal(await outlineOf(files, cache, { author: 'anna' }), undefined);
    files.texts.set('sources/codebook.yaml', 'team: [anna, bekzod]\n');
    await started(files, cache);
    assert.deepEqual(titles(await outlineOf(files, cache, { author: 'anna' })), ['First', 'Second', 'Third']);
  });

  it('keeps nothing of what stands unsaved in an editor', async () => {
    const files = new StampedFiles(three);
    const cache = new MemoryCache();
    files.stamps.set('sources/a.md', 'editor:7');
    await started(files, cache);
    assert.ok([...cache.texts.values()].every((kept) => !kept.includes('First')) && [...cache.texts.values()].some((kept) => kept.includes('Second')));
  });

  it('costs the library nothing when it can’t be kept', async () => {
    const files = new StampedFiles(three);
    const broken = Object.assign(new MemoryCache(), { write: () => Promise.reject(new Error('no room')) });
    await started(files, broken);
    assert.deepEqual(titles((await started(files, broken)).current), ['First', 'Second', 'Third']);
  });

  it('is written once, and after a change of one source only where that is kept', async () => {
    const files = new StampedFiles(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`sources/s${n}.md`, text(`s${n}`, `Title ${n}`)])));
    const cache = new MemoryCache();
    await started(files, cache);
    const whole = cache.written.length;
    await started(files, cache);
    assert.equal(cache.written.length, whole);
    files.texts.set('sources/s7.md', text('s7', 'Changed'));
    await started(files, cache);
    assert.equal(cache.written.length, whole + 1);
  });
});

describe('The first rows of a very large library', () => {
  const many = (): { [path: string]: string } => Object.fromEntries(Array.from({ length: 1200 }, (_, n) => [`sources/s${n}.md`, text(`s${n}`, `Title ${n}`)]));

  it('are there when a few files are read; then come all rows in outline, then the whole', async () => {
    const files = new StampedFiles(many());
    const store = storeOf(files);
    const seen: number[] = [];
    store.onDidChange(() => { seen.push((store.glimpse ?? store.current).sources.size); });
    await store.glimpsed();
    assert.deepEqual([store.glimpse?.sources.size, store.outline, files.asked.length, store.current.sources.size], [200, undefined, 200, 0]);
    await store.shown();
    assert.deepEqual([store.glimpse, store.outline?.sources.size], [store.outline, 1200]);
    await store.load();
    assert.deepEqual([store.glimpse, store.current.sources.size, seen], [undefined, 1200, [1200, 1200]]);
  });

  it('come from what was kept, where that is of the files as they are', async () => {
    const [files, cache] = [new StampedFiles(many()), new MemoryCache()];
    await started(files, cache);
    const kept = await glimpseOf(files, cache);
    assert.deepEqual(kept.asked, []);
    const [gone, changed] = [...kept.sources.keys()];
    files.texts.delete(`sources/${gone}.md`);
    files.texts.set(`sources/${changed}.md`, text(changed!, 'Changed'));
    const { sources: now } = await glimpseOf(files, cache);
    assert.ok(now.size > 10 && !now.has(gone!) && !now.has(changed!), `${now.size}`);
  });

  it('are not shown to who codes blind', async () => {
    const files = new StampedFiles({ ...many(), 'sources/codebook.yaml': 'blind: true\nteam: [anna]\n' });
    assert.equal((await glimpseOf(files, new MemoryCache())).sources.size, 0);
  });
});

describe('What was kept of a library', () => {
  const kept = async (): Promise<{ readonly files: StampedFiles; readonly cache: MemoryCache }> => {
    const [files, cache] = [new StampedFiles(three), new MemoryCache()];
    await started(files, cache);
    return { files, cache };
  };

  it('is passed over when it is cut short, damaged, empty, of another version or of another library', async () => {
    const { cache } = await kept();
    const [name, good] = [...cache.texts].find(([, one]) => one.includes('First'))!;
    assert.ok(name !== '' && headsIn(good, 'sources').length > 0);
    const broken = [
      '', '\n', good.slice(0, -1), good.slice(0, good.length / 2), good.split('\n')[0]!, `${good} `, good.replace('First', 'Burst'), good.replace(/"version":\d+/, '"version":0'), good.replace('\n', '\n\n'), 'null\n[]', '{}\n[]',
    ];
    for (const text of broken) assert.deepEqual(headsIn(text, 'sources'), [], JSON.stringify(text.slice(0, 60)));
    assert.deepEqual(headsIn(good, 'other'), []);
  });

  it('is not taken for that of a workspace whose files have the same names and stamps and other folders', async () => {
    const { files, cache } = await kept();
    const elsewhere = new StampedFiles(Object.fromEntries([...files.texts].map(([path, one]) => [path.replace('sources/', 'papers/'), one.replace('First', 'Other')])));
    const seen = await outlineOf(elsewhere, cache, { folder: 'papers' });
    assert.deepEqual(titles(seen), ['Other', 'Second', 'Third']);
  });

  it('never changes what the library is once it is read', async () => {
    const source = fc.record({ item: arbitrary.item, notes: fc.array(arbitrary.note, { maxLength: 3 }) });
    const world = fc.array(source, { maxLength: 6 });
    const harm = fc.constantFrom<(text: string) => string>((one) => one, (one) => one.slice(0, -5), () => '', (one) => one.replace('title', 'tilte'), (one) => `${one}\n`);
    await fc.assert(fc.asyncProperty(world, world, harm, fc.boolean(), async (before, after, spoil, sameStamps) => {
      const textsOf = (all: typeof before): { [path: string]: string } => Object.fromEntries(all.map((one, at) => [`sources/${at}.md`, newSourceFile(one)]));
      const [files, cache] = [new StampedFiles(textsOf(before)), new MemoryCache()];
      if (sameStamps) for (let at = 0; at < 6; at += 1) files.stamps.set(`sources/${at}.md`, '1-1-1');
      await started(files, cache);
      files.texts.clear();
      for (const [path, one] of Object.entries(textsOf(after))) files.texts.set(path, one);
      for (const [name, one] of cache.texts) cache.texts.set(name, spoil(one));
      const [withCache, without] = [storeOf(files, cache), storeOf(files)];
      await Promise.all([withCache.shown(), withCache.load(), without.load()]);
      assert.deepEqual(withCache.current, without.current);
      assert.deepEqual(withCache.problems, without.problems);
    }), { numRuns: 60 });
  });
});
