import assert from 'node:assert/strict';
import { compareCoders, codersOf } from '../../../src/core/agreement';
import { LibraryStore, newSourceFile, noteFilesOf } from '../../../src/core/library';
import type { Note } from '../../../src/core/source';
import { MemoryFiles } from '../../doubles/memoryFiles';
import { directEngine } from '../../doubles/directEngine';

const note = (id: string, author: string, ...tags: string[]): Note => ({ id, author, tags, text: `${author} says.` });
const source = (key: string, ...notes: readonly Note[]): string => newSourceFile({ item: { id: key, type: 'book', title: 'Hedging', abstract: 'Small states hedge.' }, notes, authors: ['anna', 'bekzod'] });
const ofCoder = (key: string, coder: string, ...notes: readonly Note[]): string => newSourceFile({ fields: [['id', key], ['title', 'Hedging'], ['coder', coder]], notes, authors: [coder] });

async function open(texts: { [path: string]: string }, as: { author?: string; blind?: boolean } = { author: 'anna', blind: true }) {
  const files = new MemoryFiles(texts);
  let n = 0;
  const settings = { folder: 'sources', bibliography: '', keyPattern: '[auth][year]', ...as };
  const store = new LibraryStore({ files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => ((n += 7) % 32) / 32, confirm: () => Promise.resolve(true), settings: () => settings });
  await store.load();
  const at = (key = 'lee2018') => store.current.sources.get(key) ?? assert.fail(`no ${key}`);
  return { files, store, at, settings };
}
const texts = { 'sources/lee2018.md': source('lee2018', note('n1', 'anna', 'hedging'), note('n2', 'bekzod', 'balancing')), 'sources/lee2018.bekzod.md': ofCoder('lee2018', 'bekzod', note('n3', 'bekzod', 'silence')) };

describe('coding blind', () => {
  it('reads a file of one coder’s notes as notes on the source, and never as a source of its own', async () => {
    const { store, at } = await open(texts, { author: 'anna' });
    assert.deepEqual([...store.current.sources.keys()], ['lee2018']);
    assert.deepEqual(at().notes.map(({ id, author }) => [id, author]), [['n1', 'anna'], ['n2', 'bekzod'], ['n3', 'bekzod']]);
    assert.deepEqual([at().path, noteFilesOf(at())], ['sources/lee2018.md', ['sources/lee2018.md', 'sources/lee2018.bekzod.md']]);
    assert.deepEqual([...store.problems.values()].flat(), []);
    assert.deepEqual(store.recorded.own.map(({ path }) => path), ['sources/lee2018.md']);
  });

  it('hides what others noted from everything that reads the library, and keeps it for the comparison', async () => {
    const { store, at } = await open(texts);
    assert.equal(store.coding, 'anna');
    assert.deepEqual(at().notes.map(({ id }) => id), ['n1']);
    assert.deepEqual(at().hidden?.map(({ id }) => id), ['n2', 'n3']);
    const coded = { key: 'lee2018', title: 'Hedging', text: '', notes: [...at().notes, ...at().hidden ?? []] };
    assert.deepEqual(codersOf([coded]), ['bekzod', 'anna']);
    assert.equal(compareCoders([coded], store.current.codebook, { coders: ['anna', 'bekzod'], units: 'source', silence: 'missing' }).disagreements.length, 3);
  });

  it('puts new notes into a file of the coder’s own, made with the first, and never touches the others', async () => {
    const { store, files, at } = await open(texts);
    const before = files.texts.get('sources/lee2018.md');
    await store.addNote(at(), { tags: ['un-voting'], text: 'First.' });
    await store.addNote(at(), { tags: ['un-voting'], text: 'Second.' });
    const own = files.texts.get('sources/lee2018.anna.md') ?? '';
    assert.match(own, /^---\nid: lee2018\ntitle: "Hedging"\ncoder: "anna"\n---\n\n# Notes by anna\n\n## #un-voting/u);
    assert.equal(own.match(/^## /gmu)?.length, 2);
    assert.equal(files.texts.get('sources/lee2018.md'), before);
    assert.deepEqual(at().notes.map(({ text }) => text), ['anna says.', 'First.', 'Second.']);
  });

  it('changes and takes away a note in whichever file it stands, and undoes it', async () => {
    const { store, files, at } = await open(texts, { author: 'bekzod', blind: true });
    const removed = await store.removeNote(at(), (placed) => placed.note.id === 'n3');
    assert.doesNotMatch(files.texts.get('sources/lee2018.bekzod.md') ?? '', /silence/u);
    assert.deepEqual(await store.undo(removed.undo), []);
    await store.setNoteHeading(at(), (placed) => placed.note.id === 'n3', '## #speech');
    assert.match(files.texts.get('sources/lee2018.bekzod.md') ?? '', /## #speech/u);
  });

  it('takes the files of all coders along when a source is deleted', async () => {
    const { store, files, at } = await open(texts);
    const { undo } = await store.remove(at());
    assert.equal(files.texts.size, 0);
    await store.undo(undo);
    assert.deepEqual([...files.texts.keys()].sort(), Object.keys(texts).sort());
  });

  it('may be said in the codebook for the whole team, and needs somebody’s name', async () => {
    const team = { ...texts, 'sources/codebook.yaml': '{"team": ["anna", "bekzod"], "blind": true}' };
    assert.deepEqual((await open(team, { author: 'bekzod' })).at().notes.map(({ id }) => id), ['n2', 'n3']);
    assert.equal((await open(team, {})).at().notes.length, 3);
  });

  it('begins and ends with the setting', async () => {
    const { store, settings, at } = await open(texts, { author: 'anna', blind: false });
    assert.equal(at().notes.length, 3);
    settings.blind = true;
    await store.reload();
    assert.equal(at().notes.length, 1);
    settings.blind = false;
    await store.reload();
    assert.equal(at().notes.length, 3);
  });

  it('stands for a source that nothing else records, and names its file safely', async () => {
    const { store, at } = await open({ 'sources/kim2020.anna.md': ofCoder('kim2020', 'anna', note('n1', 'anna', 'x')) }, { author: 'Нұрлан Ә.', blind: true });
    assert.equal(at('kim2020').path, undefined);
    await store.addNote(at('kim2020'), { tags: ['y'], text: '' });
    assert.deepEqual(at('kim2020').coderFiles?.map(({ path }) => path), ['sources/kim2020.anna.md', 'sources/kim2020.nurlan-a.md']);
  });
});
