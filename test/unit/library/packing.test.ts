import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { LibraryStore, newSourceFile, type Source } from '../../../src/core/library';
import { Packing, type Packer } from '../../../src/core/library/packing';
import { matchSources, parseQuery } from '../../../src/core/queries';
import type { Item, Note } from '../../../src/core/source';
import { packer } from '../../../src/host/node/packer';
import { fileText, invented } from '../../bench/libraries';
import { directEngine } from '../../doubles/directEngine';
import { MemoryFiles } from '../../doubles/memoryFiles';
import * as arbitrary from './arbitraries';

/** Any text at all: with halves of pairs, marks of byte order, line ends of every kind. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('\ud800', '\udc00x\ud83d', '\ufeffhead', '', 'a\r\nb\rc\u2028', '\0'))
  .chain((text) => fc.constantFrom(text, text.repeat(60)));
const anyItem = fc.tuple(arbitrary.item, fc.option(anyText, { nil: undefined })).map(([item, abstract]): Item => (abstract === undefined ? item : { ...item, abstract }));
const anyNote = fc.tuple(arbitrary.note, anyText, fc.option(anyText, { nil: undefined }), fc.option(fc.record({ at: fc.nat(), before: anyText, after: anyText }, { noNullPrototype: true }), { nil: undefined }))
  .map(([note, text, quote, anchor]): Note => ({ ...note, ...(anchor && { anchor }), ...(quote !== undefined && { quote }), text }));

/** All that is held once garbage was collected, in the heap and beside it. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
/** Packs, and says when nothing more is being packed. */
function counting(): Packer & { readonly settled: () => Promise<void>; readonly parcels: () => number } {
  const all: Promise<unknown>[] = [];
  const pack = (bytes: Uint8Array): Promise<Uint8Array> => { const packed = packer.pack(bytes); all.push(packed); return packed; };
  return { pack, unpack: (packed) => packer.unpack(packed), settled: async () => { await Promise.all(all); await turn(); }, parcels: () => all.length };
}

const texts = (count: number, say = (n: number): string => `Small powers hedge for the ${n}th time, and rarely say so. `.repeat(8)): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`sources/lee${n}.md`, newSourceFile({
    item: { id: `lee${n}`, type: 'book', title: `Hedging ${n}`, abstract: say(n) },
    notes: [{ id: `n${n}`, author: 'anna', tags: ['hedging'], quote: `for the ${n}th time`, text: `Silence as a policy, in case ${n}; the others are to be compared with it.`, created: '2026-09-14T10:22:05Z', anchor: { at: 24, before: 'hedge ', after: ', and' } }],
    authors: ['anna'],
  })]));

async function storeOf(files: MemoryFiles, using?: Packer): Promise<LibraryStore> {
  const store = new LibraryStore({
    files, engine: directEngine, now: () => '2026-09-14T10:22:05Z', random: Math.random, confirm: () => Promise.resolve(false), ...(using && { packer: () => Promise.resolve(using) }),
    settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' }),
  });
  await store.load();
  return store;
}

const changed = (store: LibraryStore): Promise<void> => new Promise((resolve) => { const listening = store.onDidChange(() => { listening.dispose(); resolve(); }); });

describe('long texts that are packed', () => {
  it('say what they said, whatever that is, in whatever way and order they are asked for', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(anyItem, anyNote), { minLength: 1, maxLength: 60 }), fc.infiniteStream(fc.nat()), async (values, chance) => {
      const counted = counting();
      const packing = new Packing(counted);
      // Many times over, so that many parcels are filled.
      const all = Array.from({ length: 8 }, () => values).flat();
      const packed = all.map(([item, note]) => [packing.item(item), packing.note(note)] as const);
      for (let round = 0; round < 2; round += 1) {
        for (let n = 0; n < 40; n += 1) {
          const at = chance.next().value % all.length;
          const [[item, note], [was, noted]] = [packed[at]!, all[at]!];
          assert.deepEqual(item, was);
          assert.deepEqual(note, noted);
          assert.deepEqual({ ...note }, noted);
          assert.equal(note.text, noted.text);
          assert.equal(item.abstract, was.abstract);
          assert.equal(JSON.stringify([item, note]), JSON.stringify([was, noted]));
          assert.deepEqual(structuredClone(note), noted);
          assert.deepEqual([Object.keys(item), Object.keys(note), 'quote' in note], [Object.keys(was), Object.keys(noted), 'quote' in noted]);
        }
        await counted.settled();
      }
    }), { numRuns: 40 });
  });

  it('make the same library as texts that are not, in the same order', async () => {
    const files = new MemoryFiles({ ...texts(400), 'library.bib': Array.from({ length: 200 }, (_, n) => `@book{kim${n}, title = {Waiting ${n}}, abstract = {${`They wait for the ${n}th time. `.repeat(12)}}}`).join('\n') });
    const counted = counting();
    const [plain, store] = [await storeOf(files), await storeOf(files, counted)];
    await counted.settled();
    assert.ok(counted.parcels() > 5);
    assert.equal(store.current.sources.size, 600);
    assert.deepEqual([...store.current.sources], [...plain.current.sources]);
    assert.deepEqual(store.problems, plain.problems);
    assert.deepEqual(store.recorded, plain.recorded);
    for (const query of ['silence 17', 'abstract:"the 123rd"', 'abstract:"the 123th"', 'quote:time -17', 'wait']) {
      const { query: asked } = parseQuery(query);
      assert.deepEqual(matchSources(asked, store.current).map(({ handle }) => handle), matchSources(asked, plain.current).map(({ handle }) => handle), query);
    }
  });

  it('are never those that stood in a file before', async () => {
    const files = new MemoryFiles(texts(300));
    const counted = counting();
    const store = await storeOf(files, counted);
    await counted.settled();
    const source = (n: number): Source => store.current.sources.get(`lee${n}`)!;
    assert.match(source(7).item.abstract ?? '', /the 7th time/);
    for (const [n, words] of [[7, 'Seven waits. '], [8, 'Eight waits. '], [7, 'Seven waits no longer. ']] as const) {
      const told = changed(store);
      files.outside(`sources/lee${n}.md`, texts(n + 1, () => words.repeat(30))[`sources/lee${n}.md`]);
      await told;
      assert.equal(source(n).item.abstract, words.repeat(30));
    }
    const { note } = await store.addNote(source(9), { tags: ['silence'], text: 'One thought more. '.repeat(20).trim() });
    assert.equal(source(9).notes.at(-1)?.text, note.text);
    await store.editNote(source(9), ({ note: { id } }) => id === 'n9', (file, { span }) => { const start = file.text.indexOf('Silence', span.start); return [{ start, end: start + 'Silence'.length, text: 'Talk' }]; });
    assert.match(source(9).notes[0]?.text ?? '', /^Talk as a policy, in case 9/);
    assert.match(source(10).notes[0]?.text ?? '', /^Silence as a policy, in case 10/);
    assert.equal(source(8).item.abstract, 'Eight waits. '.repeat(30));
    files.texts.clear();
    for (const [path, text] of Object.entries(texts(300, (n) => `All is new in ${n}. `.repeat(20)))) files.texts.set(path, text);
    await store.reload();
    await counted.settled();
    for (const n of [0, 7, 8, 9, 150, 299]) assert.equal(source(n).item.abstract, `All is new in ${n}. `.repeat(20));
  });

  it('take less of the memory, a third of all that a library takes', async () => {
    const files = new MemoryFiles(Object.fromEntries([...invented(600)].map((one) => [`sources/${one.item.id}.md`, fileText(one)])));
    const taken = async (using?: Packer & { readonly settled: () => Promise<void> }): Promise<number> => {
      const before = heldBytes();
      const store = await storeOf(files, using);
      await using?.settled();
      const held = heldBytes() - before;
      assert.equal(store.current.sources.size, 600);
      return held;
    };
    // What is only made once is made before.
    await taken(counting());
    const [plain, packed] = [await taken(), await taken(counting())];
    assert.ok(packed < plain * 0.65, `${packed} bytes are held, ${plain} unpacked`);
  });

  it('stay as they are where they can’t be packed', async () => {
    const broken: Packer = { pack: () => Promise.reject(new Error('no memory')), unpack: () => { throw new Error('was never packed'); } };
    const files = new MemoryFiles(texts(200));
    assert.deepEqual([...(await storeOf(files, broken)).current.sources], [...(await storeOf(files)).current.sources]);
  });
});
