import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allNotes, incomingFile, noteWriters, planIncoming, readIncoming, type NoteFormat } from '../../../src/core/exchange';
import type { Incoming } from '../../../src/core/exchange';
import { LibraryStore, newSourceFile } from '../../../src/core/library';
import type { Library } from '../../../src/core/library';
import { locatorText, resolveTag } from '../../../src/core/notes';
import { kindOf } from '../../../src/core/source';
import type { Item, Note } from '../../../src/core/source';
import { editCodebook } from '../../../src/core/tagging';
import { MemoryFiles } from '../../doubles/memoryFiles';
import { directEngine } from '../../doubles/directEngine';
import { item, note } from '../library/arbitraries';
import { amount, patience } from '../../reliability/tier';

async function open(texts: { [path: string]: string } = {}) {
  const files = new MemoryFiles(texts);
  const settings = { folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' };
  const store = new LibraryStore({ files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: () => 0.5, confirm: () => Promise.resolve(true), settings: () => settings });
  await store.load();
  return { files, store };
}
const write = (library: Library, format: NoteFormat): Uint8Array => noteWriters[format].write({ title: 'All', codebook: library.codebook, notes: allNotes(library) }).bytes;

async function takeIn(store: LibraryStore, incoming: Incoming) {
  const plan = planIncoming(incoming, store.current, { keyPattern: '[auth][year]' });
  const steps = plan.steps.map((step) => (step.kind === 'create' ? { kind: 'create' as const, key: step.item.id, text: incomingFile(step, []) } : step));
  const change = await store.takeIn(steps, (text) => { const edited = editCodebook(text, plan.codebook); return 'edits' in edited ? edited.edits : []; });
  assert.deepEqual(change.problems, []);
  return { plan, change };
}

const flat = (text: string | undefined): string | undefined => text?.replace(/[’‘‚]/g, '\'').replace(/[“”„«»]/g, '"').replace(/[‐‑–—]/g, '-').replace(/\s+/g, ' ').trim();
/** What is coded, whatever its anchors and line ends are. */
const codedIn = (library: Library): string[] => allNotes(library).map(({ source, note: one }) => JSON.stringify([
  source.item.id, one.id, one.author, one.tags.map((tag) => resolveTag(tag, library.codebook)), kindOf(one), one.stance, one.locator && locatorText(one.locator), flat(one.quote), one.text, one.created,
])).sort();

const sources = fc.uniqueArray(fc.tuple(item, fc.uniqueArray(note, { maxLength: 4, selector: ({ id }) => id }), fc.nat({ max: 40 }), fc.integer({ min: 1, max: 30 })), { maxLength: 3, selector: ([{ id }]) => id });
/** Notes of which some quote the abstract, from and to any place in it. */
const withPassages = (one: Item, notes: readonly Note[], start: number, length: number): readonly Note[] => notes.map((own, n) => {
  const points = [...one.abstract ?? ''].slice(start + n, start + n + length).join('');
  return points.trim() === points && points !== '' && !points.includes('\n') ? { ...own, quote: points } : own;
});

describe('a project that goes out and comes in', function () {
  this.timeout(patience(120_000));
  it('loses no coded passage, in any script, whether the works are there or not', async () => {
    await fc.assert(fc.asyncProperty(sources, async (all) => {
      const texts = Object.fromEntries(all.map(([own, notes, start, length]) => [`sources/${own.id}.md`, newSourceFile({ item: own, notes: withPassages(own, notes, start, length) })]));
      const bare = Object.fromEntries(all.map(([own]) => [`sources/${own.id}.md`, newSourceFile({ item: own })]));
      const from = (await open(texts)).store;
      const incoming = await readIncoming({ name: 'all.qdpx', bytes: write(from.current, 'qdpx') }, directEngine);
      assert.deepEqual(incoming.problems, []);
      for (const start of [{}, bare]) {
        const { store } = await open(start);
        await takeIn(store, incoming);
        assert.deepEqual(codedIn(store.current), codedIn(from.current));
      }
      const again = await takeIn(from, incoming);
      assert.deepEqual([again.plan.steps.length, again.plan.known], [0, allNotes(from.current).length]);
    }), { numRuns: amount({ short: 400, long: 400, campaign: 10_000 }) });
  });

  it('brings the codebook along, keeps what is said here, and knows a tag by its UUID', async () => {
    const codebook = 'tags:\n  hedging:\n    definition: Keep every door open.\n    colour: "#1565C0"\n    aliases: [hedge]\n    guid: 3f6c0b52-8e0d-4c1b-9e0a-5b7e7a0c1d03\n  strategy/balancing:\n    exclude: talk\n    label: {ru: балансирование}\n';
    const from = (await open({ 'sources/codebook.yaml': codebook, 'sources/a.md': newSourceFile({ item: { id: 'a', type: 'book', title: 'A Title Long Enough' }, notes: [{ id: 'n1', author: 'anna', tags: ['hedge', 'strategy/balancing'], text: '' }] }) })).store;
    for (const format of ['qdc', 'qdpx'] as const) {
      const { store, files } = await open();
      const { change } = await takeIn(store, await readIncoming({ name: `x.${format}`, bytes: write(from.current, format) }, directEngine));
      assert.deepEqual(Object.fromEntries(store.current.codebook.tags), { ...Object.fromEntries(from.current.codebook.tags), strategy: {} });
      assert.deepEqual(await store.undo(change.undo), []);
      assert.equal(files.texts.size, 0);
    }
    const other = (await open({ 'sources/codebook.yaml': 'tags:\n  risk-spreading:  # ours\n    definition: Ours.\n    guid: 3f6c0b52-8e0d-4c1b-9e0a-5b7e7a0c1d03\n' }));
    await takeIn(other.store, await readIncoming({ name: 'x.qdpx', bytes: write(from.current, 'qdpx') }, directEngine));
    assert.deepEqual(allNotes(other.store.current)[0]?.note.tags, ['risk-spreading', 'strategy/balancing']);
    assert.match(other.files.texts.get('sources/codebook.yaml') ?? '', /risk-spreading: {2}# ours\n[^]*definition: Ours\.\n/u);
  });

  it('brings relations along, to notes that come with it and to notes that are there', async () => {
    const made = (links: Note['links']) => newSourceFile({ item: { id: 'lee2018', type: 'book', title: 'Hedging Without Hedges' }, notes: [{ id: 'n1', author: 'anna', tags: ['x'], text: 'One.' }, { id: 'n2', author: 'anna', tags: ['x'], text: 'Two.', ...(links && { links }) }] });
    const from = (await open({ 'sources/lee2018.md': made([{ relation: 'attacks', target: 'lee2018#n1' }]) })).store;
    const { store } = await open();
    await takeIn(store, await readIncoming({ name: 'x.qdpx', bytes: write(from.current, 'qdpx') }, directEngine));
    assert.deepEqual(allNotes(store.current).map(({ note: one }) => one.links), [undefined, [{ relation: 'attacks', target: 'lee2018#n1' }]]);
  });
});
