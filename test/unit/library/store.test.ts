import assert from 'node:assert/strict';
import { LibraryStore, newSourceFile } from '../../../src/core/library';
import type { ReadRecord } from '../../../src/core/parsing';
import type { Engine } from '../../../src/core/enginePort';
import type { Item } from '../../../src/core/source';
import { MemoryFiles } from '../../doubles/memoryFiles';
import { directEngine } from '../../doubles/directEngine';

const yuneman: Item = {
  id: '', type: 'article-journal', title: 'Kazakhstan’s Multi-Vector Foreign Policy', author: [{ family: 'Yuneman', given: 'Roman A.' }],
  issued: { 'date-parts': [[2023]] }, DOI: '10.31278/1810-6374-2023-21-2-141-162', abstract: 'The concept.',
};
const record = (item: Item, pasted = 'pasted text'): ReadRecord =>
  ({ format: 'aggregator-json', span: { start: 0, end: pasted.length }, pasted, item, certainty: {} });

async function open(texts: { [path: string]: string } = {}, engine: Engine = directEngine): Promise<{ files: MemoryFiles; store: LibraryStore }> {
  const files = new MemoryFiles(texts);
  let n = 0;
  const store = new LibraryStore({
    files, engine, now: () => '2026-09-14T10:22:05Z', random: () => ((n += 7) % 32) / 32, confirm: () => Promise.resolve(false),
    settings: () => ({ folder: 'sources', bibliography: 'references.bib', keyPattern: '[auth][year]', author: 'anna' }),
  });
  await store.load();
  return { files, store };
}

describe('the library', function () {
  this.timeout(20_000);
  it('keeps each new source in a file of its own, under a key of author and year', async () => {
    const { files, store } = await open();
    const added = await store.add([record(yuneman), record({ ...yuneman, DOI: '10.1/other', title: 'Another paper of the same year' })]);
    assert.deepEqual(added.added, ['yuneman2023', 'yuneman2023a']);
    assert.deepEqual([...files.texts.keys()].sort(), ['sources/yuneman2023.md', 'sources/yuneman2023a.md']);
    assert.equal(store.current.sources.get('yuneman2023')?.item.abstract, 'The concept.');
  });

  it('adds thousands in their order, completes what came twice among them, and takes all back', async () => {
    const { files, store } = await open();
    const many = Array.from({ length: 1_200 }, (_, index) => record({ ...yuneman, title: `Paper number ${index % 1_000} of this series`, DOI: `10.1/${index % 1_000}`, ...(index >= 1_000 && { volume: String(index) }) }, `pasted ${index}`));
    const told: number[] = [];
    const added = await store.add(many, { progress: (done) => told.push(done) });
    assert.deepEqual([added.added.length, added.merged.length, added.known.length, added.problems.length], [1_000, 0, 0, 0]);
    assert.deepEqual([added.added[0], added.undo.length, told.at(-1)], ['yuneman2023', 1_200, 1]);
    assert.equal(store.current.sources.get(added.added[199] ?? '')?.item.volume, '1199');
    assert.deepEqual(told, [...told].sort((a, b) => a - b));
    assert.deepEqual((await store.add(many)).known.length, 1_000);
    assert.deepEqual(await store.undo(added.undo), []);
    assert.deepEqual([files.texts.size, store.current.sources.size], [0, 0]);
  });

  it('keeps what was added before it was stopped, and nothing half', async () => {
    const { files, store } = await open();
    const stop = new AbortController();
    const many = Array.from({ length: 300 }, (_, index) => record({ ...yuneman, title: `Paper number ${index} of this series`, DOI: `10.1/${index}` }));
    const added = await store.add(many, { signal: stop.signal, progress: (done) => { if (done > 0.3) stop.abort(); } });
    assert.ok(added.added.length >= 90 && added.added.length < 130, `${added.added.length}`);
    assert.equal(files.texts.size, added.added.length);
    assert.equal(store.current.sources.size, added.added.length);
  });

  it('gives the thread back again and again while it plans, puts together and writes', async () => {
    let breaths = 0;
    const breathe = (): Promise<void> => { breaths++; return Promise.resolve(); };
    const { store } = await open({}, { ...directEngine, breathe });
    const many = Array.from({ length: 2_000 }, (_, index) => record({ ...yuneman, title: `Paper number ${index} of this series`, DOI: `10.1/${index}` }));
    await store.add(many);
    const first = breaths;
    assert.ok(first >= 40, `${first}`);
    await store.add(many);
    assert.ok(breaths - first >= 45, `${breaths - first}`);
  });

  it('recognises a work that is there and takes over only what is new', async () => {
    const { store } = await open();
    await store.add([record(yuneman)]);
    const again = await store.add([record(yuneman)]);
    assert.deepEqual([again.added, again.merged, again.known], [[], [], ['yuneman2023']]);
    const richer = await store.add([record({ ...yuneman, volume: '21', abstract: 'The concept of multi-vector policy.' }, 'richer')]);
    assert.deepEqual(richer.merged, ['yuneman2023']);
    const source = store.current.sources.get('yuneman2023');
    assert.equal(source?.item.volume, '21');
    assert.equal(source.item.abstract, 'The concept of multi-vector policy.');
    assert.deepEqual((await store.fileOf(source))?.file.pasted, ['pasted text', 'richer']);
    assert.deepEqual(source.item.custom?.['merged'], [{ why: 'The same DOI.', added: ['volume'], replaced: { abstract: 'The concept.' }, pasted: 1 }]);
    assert.equal(richer.outcomes[0]?.sameness?.why, 'The same DOI.');
    const apart = await store.add([record(yuneman)], { apart: true });
    assert.deepEqual(apart.added, ['yuneman2023a']);
  });

  it('undoes a paste whole, and leaves alone what was changed since', async () => {
    const { files, store } = await open();
    const first = await store.add([record(yuneman)]);
    const second = await store.add([record({ ...yuneman, volume: '21' }), record({ id: 'lee', type: 'book', title: 'A different book entirely' })]);
    assert.deepEqual(await store.undo(second.undo), []);
    assert.equal(store.current.sources.get('yuneman2023')?.item.volume, undefined);
    assert.equal(store.current.sources.size, 1);
    files.outside('sources/yuneman2023.md', `${files.texts.get('sources/yuneman2023.md')} `);
    assert.deepEqual((await store.undo(first.undo)).map((problem) => problem.code), ['changed-outside']);
    assert.equal(files.texts.size, 1);
  });

  it('keeps a note in the section of its author, with an id and a time', async () => {
    const { files, store } = await open();
    await store.add([record(yuneman)]);
    const source = store.current.sources.get('yuneman2023')!;
    await store.addNote(source, { tags: ['multi-vectorism'], quote: 'The concept.', text: '' });
    const text = files.texts.get('sources/yuneman2023.md') ?? '';
    assert.match(text, /# Notes by anna\n\n## #multi-vectorism\n\n<!-- note n[0-9a-z]{8} created=2026-09-14T10:22:05Z -->\n\n> The concept\.\n/);
    assert.equal(store.current.sources.get('yuneman2023')?.notes.length, 1);
    await store.removeNote(store.current.sources.get('yuneman2023')!, () => true);
    assert.equal(store.current.sources.get('yuneman2023')?.notes.length, 0);
  });

  it('never writes to a file that is damaged or in conflict', async () => {
    const conflict = `${newSourceFile({ item: { ...yuneman, id: 'yuneman2023' } })}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n`;
    const { files, store } = await open({ 'sources/yuneman2023.md': conflict, 'sources/empty.md': '' });
    const change = await store.addNote(store.current.sources.get('yuneman2023')!, { tags: ['x'], text: '' });
    const other = await store.addNote(store.current.sources.get('empty')!, { tags: ['x'], text: '' });
    assert.deepEqual([...change.problems, ...other.problems].map((problem) => problem.code), ['file-frozen', 'file-frozen']);
    assert.equal(files.texts.get('sources/yuneman2023.md'), conflict);
    assert.equal(files.texts.get('sources/empty.md'), '');
  });

  it('asks before it writes to a file without its closing line', async () => {
    const text = newSourceFile({ item: { ...yuneman, id: 'yuneman2023' } }).replace('<!-- end -->\n', '');
    const { files, store } = await open({ 'sources/yuneman2023.md': text });
    await store.addNote(store.current.sources.get('yuneman2023')!, { tags: ['x'], text: '' });
    assert.equal(files.texts.get('sources/yuneman2023.md'), text);
  });

  it('reads again what another program has changed, and tells', async () => {
    const { files, store } = await open();
    await store.add([record(yuneman)]);
    const before = store.current;
    const told = new Promise<void>((resolve) => store.onDidChange(resolve));
    files.outside('sources/yuneman2023.md', (files.texts.get('sources/yuneman2023.md') ?? '').replace('Multi-Vector', 'Many-Vector'));
    await told;
    assert.notEqual(store.current, before);
    assert.match(store.current.sources.get('yuneman2023')?.item.title ?? '', /Many-Vector/);
  });

  it('is the same value when nothing has changed', async () => {
    const { files, store } = await open();
    await store.add([record(yuneman)]);
    const before = store.current;
    files.tell(['sources/yuneman2023.md']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await store.reload();
    assert.equal(store.current, before);
  });

  it('reads what people write in YAML, and a codebook', async () => {
    const { store } = await open({
      'sources/lee.md': '---\nid: lee2018\ntype: book\nauthor:\n  - family: Lee\n    given: Ann # she\ntitle: >\n  Hedging\n  explained\n---\n# Notes\n## #multivectorism\nx\n\n<!-- end -->\n',
      'sources/codebook.yaml': 'team: [anna, bekzod]\ntags:\n  multi-vectorism:\n    label: {en: multi-vectorism, ru: многовекторность}\n    aliases: [multivectorism]\n    colour: "#1565C0"\n',
    });
    const { item } = store.current.sources.get('lee2018')!;
    assert.deepEqual(item.author, [{ family: 'Lee', given: 'Ann' }]);
    assert.equal(item.title?.trim(), 'Hedging explained');
    assert.deepEqual(store.current.codebook.team, ['anna', 'bekzod']);
    assert.equal(store.current.codebook.tags.get('multi-vectorism')?.label?.['ru'], 'многовекторность');
  });

  it('shows a linked bibliography, and keeps notes on its sources in a file of their own', async () => {
    const bib = '@article{Lee:2018,\n  author = {Lee, Ann},\n  title = {Hedging as policy},\n  journal = {World Politics},\n  year = {2018}\n}\n';
    const { files, store } = await open({ 'mine.bib': bib });
    const linked = store.current.sources.get('Lee:2018')!;
    assert.equal(linked.bibliography, 'mine.bib');
    await store.addNote(linked, { tags: ['hedging'], text: 'See ch. 2.' });
    const [path] = [...files.texts.keys()].filter((name) => name.startsWith('sources/'));
    assert.match(files.texts.get(path!) ?? '', /^---\nid: "Lee:2018"\ntitle: "Hedging as policy"\n---\n/);
    const both = store.current.sources.get('Lee:2018')!;
    assert.equal(both.item.type, 'article-journal');
    assert.equal(both.notes.length, 1);
    assert.equal(files.texts.get('mine.bib'), bib);
    assert.deepEqual((await store.add([record({ id: '', type: 'article-journal', title: 'Hedging as policy' })])).known, ['Lee:2018']);
  });

  it('keeps showing what it has read when the folder can no longer be listed', async () => {
    const { files, store } = await open();
    await store.add([record(yuneman)]);
    files.list = () => Promise.reject(new Error('the drive is gone'));
    await store.reload();
    assert.equal(store.current.sources.size, 1);
    assert.deepEqual(store.problems.get('sources')?.map((problem) => problem.code), ['library-unreachable']);
  });

  it('says which relation of a note leads nowhere, and where it stands', async () => {
    const file = (id: string, note: string): string => `---\nid: ${id}\ntype: book\ntitle: "${id}"\n---\n\n# Notes\n\n## #hedging\n\n${note}\n\nWords.\n\n<!-- end -->\n`;
    const text = file('lee2018', '<!-- note n1 supports=kim2020#n2 attacks=kim2020#n3 -->');
    const { store } = await open({ 'sources/lee2018.md': text, 'sources/kim2020.md': file('kim2020', '<!-- note n2 -->') });
    const problems = store.problems.get('sources/lee2018.md') ?? [];
    assert.deepEqual(problems.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]), [['relation-lost', '<!-- note n1 supports=kim2020#n2 attacks=kim2020#n3 -->']]);
    assert.match(problems[0]?.message ?? '', /attacks “kim2020#n3”/);
  });

  it('says where each key is recorded: in files of ours and in every bibliography, each entry where it stands', async () => {
    const bib = '@book{lee2018,\n title = {Power}\n}\n\n@book{lee2018,\n title = {Silence}\n}\n';
    const { store } = await open({
      'sources/lee2018.md': '---\nid: lee2018\ntype: book\ntitle: "Power"\n---\n\n<!-- end -->\n', 'sources/kim2020.md': '---\nid: kim2020\ntitle: "Notes alone"\n---\n\n<!-- end -->\n', 'a.bib': bib,
    });
    assert.deepEqual(store.placesOf('lee2018').map(({ path, span }) => [path, span?.start]), [['sources/lee2018.md', 4], ['a.bib', 0], ['a.bib', bib.lastIndexOf('@')]]);
    assert.deepEqual(store.placesOf('kim2020'), []);
    assert.deepEqual(store.problems.get('a.bib')?.map(({ code, span }) => [code, span?.start]), [['entry-key-twice', bib.lastIndexOf('@')]]);
    await store.add([record(yuneman)]);
    assert.deepEqual(store.placesOf('yuneman2023').map(({ path }) => path), ['sources/yuneman2023.md']);
  });
});
