import assert from 'node:assert/strict';
import { generate, isGenerated, takeChanges } from '../../../src/core/generating';
import { LibraryStore } from '../../../src/core/library';
import type { ReadRecord } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { MemoryFiles } from '../../doubles/memoryFiles';

const lee: Item = { id: 'lee2018', type: 'article-journal', title: 'Hedging & Balancing: 50% of 中', author: [{ family: 'Lee', given: 'Ann' }], issued: { 'date-parts': [[2018]] }, 'container-title': 'World Politics' };
const record = (item: Item): ReadRecord => ({ format: 'csl-json', span: { start: 0, end: 1 }, pasted: 'x', item, certainty: {} });

async function open(bibliography: string, texts: { [path: string]: string } = {}): Promise<{ files: MemoryFiles; store: LibraryStore }> {
  const files = new MemoryFiles(texts);
  const store = new LibraryStore({
    files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => 0.5, confirm: () => Promise.resolve(false),
    settings: () => ({ folder: 'sources', bibliography, keyPattern: '[auth][year]', author: 'anna' }),
  });
  await store.load();
  return { files, store };
}

describe('the generated bibliography', () => {
  for (const path of ['references.bib', 'references.json', 'references.yaml']) {
    it(`is written to ${path} once there is a source, and again only when something changed`, async () => {
      const { files, store } = await open(path);
      assert.equal(await generate(store), 'none');
      await store.add([record(lee)]);
      assert.equal(await generate(store), 'written');
      assert.match(files.texts.get(path) ?? '', /lee2018/);
      assert.equal(await generate(store), 'unchanged');
      await store.reload();
      assert.equal(store.current.sources.get('lee2018')?.bibliography, undefined);
    });

    it(`is left alone in ${path} when a person changed it, until they take the changes in`, async () => {
      const { files, store } = await open(path);
      await store.add([record(lee)]);
      await generate(store);
      files.outside(path, (files.texts.get(path) ?? '').replace('World Politics', 'World Affairs'));
      assert.equal(await generate(store), 'changed');
      assert.match(files.texts.get(path) ?? '', /World Affairs/);
      assert.deepEqual((await takeChanges(store)).filter((problem) => problem.severity === 'error'), []);
      assert.equal(store.current.sources.get('lee2018')?.item['container-title'], 'World Affairs');
      assert.equal(store.current.sources.get('lee2018')?.item.title, lee.title);
      assert.equal(await generate(store), 'unchanged');
    });
  }

  it('says the same whether all of it is written or only what has changed', async () => {
    const { files, store } = await open('references.bib');
    const many = Array.from({ length: 40 }, (_, n) => ({ ...lee, id: `lee${1980 + n}`, title: `Work ${n} of ${'many '.repeat(n % 5)}` }));
    await store.add(many.map(record));
    assert.equal(await generate(store), 'written');
    await store.setFields(store.current.sources.get('lee1990')!, { title: 'Another, much longer title than it had' });
    await store.add([record({ ...lee, id: 'aaa1' }), record({ ...lee, id: 'zzz1' })]);
    assert.equal(await generate(store), 'written');
    assert.equal(await generate(store), 'unchanged');
    const afresh = await open('references.bib', Object.fromEntries([...files.texts].filter(([path]) => path !== 'references.bib')));
    assert.equal(await generate(afresh.store), 'written');
    assert.equal(files.texts.get('references.bib'), afresh.files.texts.get('references.bib'));
    assert.match(files.texts.get('references.bib')!, /Another, much longer title/);
  });

  it('takes an entry that a person added there for a new source', async () => {
    const { files, store } = await open('references.bib');
    await store.add([record(lee)]);
    await generate(store);
    files.outside('references.bib', `${files.texts.get('references.bib')}\n@book{kim2001,\n  author = {Kim, Bo},\n  title = {A Book Added by Hand},\n  year = {2001}\n}\n`);
    await takeChanges(store);
    assert.equal(store.current.sources.get('kim2001')?.item.title, 'A Book Added by Hand');
    assert.ok(store.current.sources.get('kim2001')?.path);
  });

  it('never takes the place of a bibliography of the person’s own', async () => {
    const mine = '@book{mine,\n title = {Mine Alone}\n}\n';
    const { files, store } = await open('references.bib', { 'references.bib': mine });
    assert.equal(await generate(store), 'none');
    await store.add([record(lee)]);
    assert.equal(await generate(store), 'not-ours');
    assert.equal(files.texts.get('references.bib'), mine);
    assert.equal(store.current.sources.get('mine')?.bibliography, 'references.bib');
  });

  it('is not read at the next start, for it only says what the sources say; changed by hand, and without sources, it is', async () => {
    const { files, store } = await open('references.bib');
    await store.add([record(lee)]);
    await generate(store);
    const readAgain = async (texts: { [path: string]: string }): Promise<{ readonly read: number; readonly kept: boolean; readonly linked: boolean }> => {
      let read = 0;
      const again = new LibraryStore({ ...store.services, files: new MemoryFiles(texts), isGenerated, engine: { ...directEngine, readBibliography: (...given) => { read += 1; return directEngine.readBibliography(...given); } } });
      await again.load();
      return { read, kept: again.current.sources.has('lee2018'), linked: again.recorded.bibliographies.has('references.bib') };
    };
    const texts = Object.fromEntries(files.texts);
    const bib = texts['references.bib']!;
    assert.deepEqual(await readAgain(texts), { read: 0, kept: true, linked: false });
    assert.deepEqual(await readAgain({ ...texts, 'references.bib': bib.replace('World Politics', 'World Affairs') }), { read: 1, kept: true, linked: true });
    assert.deepEqual(await readAgain({ ...texts, 'references.bib': '@book{lee2018,\n title = {Mine}\n}\n' }), { read: 1, kept: true, linked: true });
    assert.deepEqual(await readAgain({ 'references.bib': bib }), { read: 1, kept: true, linked: true });
  });

  it('says which endings it can write', async () => {
    const { store } = await open('references.txt');
    await store.add([record(lee)]);
    const result = await generate(store);
    assert.ok(typeof result === 'object' && result.code === 'bibliography-ending');
  });

  it('P-09 that another program saved in another encoding is not taken in with lost letters', async () => {
    const { files, store } = await open('references.bib');
    await store.add([record({ ...lee, title: 'Größe' })]);
    await generate(store);
    files.outside('references.bib', (files.texts.get('references.bib') ?? '').replace('Größe', 'Gr\ufffd\ufffde'));
    const read = files.read.bind(files);
    files.read = async (path) => {
      const file = await read(path);
      return file && { ...file, ...(path === 'references.bib' && { damaged: true }) };
    };
    assert.deepEqual((await takeChanges(store)).map(({ code }) => code), ['bibliography-unread']);
    assert.equal(store.current.sources.get('lee2018')?.item.title, 'Größe');
  });
});
