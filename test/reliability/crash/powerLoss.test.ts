import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryStore } from '../../../src/core/library';
import type { ReadRecord } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { changeOnDisk } from '../../../src/host/changeOnDisk';
import { amount, chanceFrom, seed } from '../tier';
import { openLibrary } from './diskFiles';
import { recorded } from './recording';
import type { Call } from './recording';
import { statesAfter } from './states';

const record = (n: number, more: Partial<Item> = {}): ReadRecord => ({
  format: 'bibtex', span: { start: 0, end: 9 }, pasted: `pasted ${n}\n${'what was on the page\n'.repeat(n % 7 * 20)}`, certainty: {},
  item: { id: '', type: 'article-journal', title: `The Silence of Middle Powers, part ${n}`, author: [{ family: `Okafor${n}` }], issued: { 'date-parts': [[2000 + n % 20]] }, DOI: `10.1/${n}`, ...more },
});
const first = (store: LibraryStore) => [...store.current.sources.values()][0]!;

/** What one does with a library, each step ending when it was acknowledged. */
const works: { readonly [name: string]: (store: LibraryStore, mark: (name: string) => void) => Promise<void> } = {
  'creating sources': async (store, mark) => {
    for (let n = 0; n < 3; n += 1) {
      await store.add([record(n)]);
      mark(`source ${n}`);
    }
  },
  'editing notes and fields': async (store, mark) => {
    await store.add([record(1)]);
    mark('source');
    const change = await store.addNote(first(store), { tags: ['hedging'], quote: 'a passage', text: 'words' });
    mark('note');
    await store.addNote(first(store), { tags: ['silence'], text: 'more words' });
    mark('another note');
    await store.setFields(first(store), { volume: '12', note: undefined });
    mark('field');
    await store.removeNote(first(store), ({ note }) => note.id === change.note.id);
    mark('note gone');
  },
  'deleting, and taking it back': async (store, mark) => {
    await store.add([record(1), record(2)]);
    mark('sources');
    const change = await store.remove(first(store));
    mark('gone');
    await store.undo(change.undo);
    mark('back');
  },
  'importing many': async (store, mark) => {
    await store.add(Array.from({ length: amount({ short: 12, long: 40, campaign: 120 }) }, (_, n) => record(n)));
    mark('imported');
  },
  'merging what came twice': async (store, mark) => {
    await store.add([record(1)]);
    mark('source');
    await store.add([record(1, { volume: '7', abstract: 'What it says.' }), record(2)]);
    mark('merged');
  },
  'taking notes in, with the codebook': async (store, mark) => {
    await store.add([record(1)]);
    mark('source');
    const change = await store.takeIn([{ kind: 'notes', source: first(store), notes: [{ tags: ['taken'], text: 'from elsewhere' }], tags: ['field'] }], (text) => [{ start: text.length, end: text.length, text: 'team: [anna]\n' }]);
    mark('taken in');
    await store.undo(change.undo);
    mark('taken back');
  },
  'renaming keys, with the files of the sources, and taking it back': async (store, mark) => {
    await store.add([record(1), record(2), record(3)]);
    mark('sources');
    const changes = await Promise.all([...store.current.sources.values()].map(async ({ path, item }) => {
      const { text, version } = (await store.services.files.read(path!))!;
      const at = text.indexOf(item.id);
      return { on: { store, path: path!, text, version }, edits: [{ start: at, end: at + item.id.length, text: `new${item.id}` }], to: `sources/new${item.id}.md`, named: path };
    }));
    const done = await changeOnDisk(changes);
    mark('renamed');
    assert.ok(done.ok);
    assert.deepEqual([...store.current.sources.keys()].map((key) => key.slice(0, 3)), ['new', 'new', 'new']);
    assert.deepEqual(await done.takeBack(), []);
    mark('taken back');
  },
  'restoring an earlier version': async (store, mark) => {
    await store.add([record(1)]);
    mark('source');
    const { path } = first(store);
    const text = (await store.fileAt(path!))!.file.text;
    await store.addNote(first(store), { tags: ['x'], text: 'words' });
    mark('note');
    await store.restore(path!, text);
    mark('restored');
  },
};

type Found = { readonly states: number; readonly torn: number; readonly lost: number };
const isOurs = (path: string): boolean => /\.(?:md|yaml)$/.test(path);

/** What each path held after so many calls, as the running program saw it. */
function timeline(calls: readonly Call[]): readonly ReadonlyMap<string, string>[] {
  const bytes = new Map<number, Buffer>();
  const names = new Map<string, number>();
  const moments = [new Map<string, string>()];
  for (const call of calls) {
    if (call.kind === 'make') { bytes.set(call.inode, Buffer.alloc(0)); names.set(call.path, call.inode); }
    if (call.kind === 'write') bytes.set(call.inode, Buffer.concat([bytes.get(call.inode)!.subarray(0, call.at), call.bytes]));
    if (call.kind === 'link' || call.kind === 'rename') names.set(call.to, names.get(call.from)!);
    if (call.kind === 'rename') names.delete(call.from);
    if (call.kind === 'remove') names.delete(call.path);
    moments.push(new Map([...names].filter(([path]) => isOurs(path)).map(([path, inode]) => [path, bytes.get(inode)!.toString('latin1')])));
  }
  return moments;
}

/** Every state is either what was there at the last acknowledgement or something that was being written since. */
function look(calls: readonly Call[]): Found {
  const moments = timeline(calls);
  const paths = [...new Set(moments.flatMap((moment) => [...moment.keys()]))];
  const ever = new Map(paths.map((path) => [path, new Set(moments.map((moment) => moment.get(path)))]));
  let [states, torn, lost] = [0, 0, 0];
  for (const { files, done, marked } of statesAfter(calls, isOurs, chanceFrom(seed))) {
    states += 1;
    const held = paths.map((path) => [path, files.get(path)?.toString('latin1')] as const);
    if (held.some(([path, text]) => !ever.get(path)!.has(text))) torn += 1;
    else if (held.some(([path, text]) => !moments.slice(marked, done + 1).some((moment) => moment.get(path) === text))) lost += 1;
  }
  return { states, torn, lost };
}

async function callsOf(work: (store: LibraryStore, mark: (name: string) => void) => Promise<void>): Promise<readonly Call[]> {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'commonplace-power-')));
  try {
    return await recorded(root, async (mark) => work(await openLibrary(root, 'anna', chanceFrom(seed)), mark));
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

describe('the power fails', function () {
  this.timeout(600_000);
  before(function () { if (process.platform === 'win32') this.skip(); });

  for (const [name, work] of Object.entries(works)) {
    it(`S-04 at any moment of ${name}: no file is torn, and nothing acknowledged is lost`, async () => {
      const calls = await callsOf(work);
      const found = look(calls);
      console.log(`      ${found.states} states after ${calls.length} calls`);
      assert.ok(found.states > 40, `${found.states}`);
      assert.deepEqual({ torn: found.torn, lost: found.lost }, { torn: 0, lost: 0 });
    });
  }

  it('S-04 would show a program that does not confirm its files, one that does not confirm its folders, and one that writes in place', async () => {
    const calls = await callsOf(works['editing notes and fields']!);
    const unconfirmed = look(calls.filter(({ kind }) => kind !== 'confirm'));
    assert.ok(unconfirmed.torn > 0, JSON.stringify(unconfirmed));
    const unnamed = look(calls.map((call) => (call.kind === 'confirmFolder' ? { ...call, before: 0 } : call)));
    assert.ok(unnamed.torn === 0 && unnamed.lost > 0, JSON.stringify(unnamed));
    const made = calls.findLast((call) => call.kind === 'make')!;
    const inPlace = look([...calls, { kind: 'write', inode: made.inode, at: 0, bytes: Buffer.from('other bytes in place') }, { kind: 'mark', name: 'written' }]);
    assert.ok(inPlace.torn > 0, JSON.stringify(inPlace));
  });
});
