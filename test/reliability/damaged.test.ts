import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { newSourceFile, readSourceFile } from '../../src/core/library';
import type { LibraryStore } from '../../src/core/library';
import { openLibrary } from './crash/diskFiles';

const item = { id: 'okafor2020', type: 'book', title: 'The Silence of Middle Powers', author: [{ family: 'Okafor', given: 'Nnamdi' }], DOI: '10.1/1', abstract: 'Small states keep silent.' } as const;
const whole = newSourceFile({ item, notes: [{ id: 'n00000001', tags: ['hedging'], text: 'A note.', author: 'anna' }] });
const buffer = Buffer.from(whole);
const conflictAt = (line: string): Buffer => Buffer.from(whole.replace(line, `<<<<<<< HEAD\n${line}\n=======\n${line} of theirs\n>>>>>>> other`));

const damaged: { readonly [what: string]: { readonly bytes: Buffer; readonly code: string } } = {
  'an empty file': { bytes: Buffer.alloc(0), code: 'file-damaged' },
  'a file of NUL bytes': { bytes: Buffer.alloc(buffer.length), code: 'file-damaged' },
  'a file whose second half is NUL': { bytes: Buffer.concat([buffer.subarray(0, 200), Buffer.alloc(300)]), code: 'file-damaged' },
  'a file cut in half': { bytes: buffer.subarray(0, buffer.length >> 1), code: 'front-matter-open' },
  'a file without its end': { bytes: buffer.subarray(0, buffer.length - 40), code: 'file-cut-short' },
  'random bytes': { bytes: Buffer.from(Array.from({ length: 400 }, (_, n) => n * 193 % 256)), code: 'file-damaged' },
  'UTF-16 with a byte order mark': { bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')]), code: 'file-damaged' },
  'UTF-16 without one': { bytes: Buffer.from(whole, 'utf16le'), code: 'file-damaged' },
  'Latin-1': { bytes: Buffer.from(whole.replace('Okafor', 'Çapañ'), 'latin1'), code: 'file-damaged' },
  'a conflict in the title': { bytes: conflictAt(`title: ${JSON.stringify(item.title)}`), code: 'merge-conflict' },
  'a conflict in the abstract': { bytes: conflictAt(item.abstract), code: 'merge-conflict' },
  'a conflict in a note': { bytes: conflictAt('A note.'), code: 'merge-conflict' },
};

/** Everything that can write to a source's file, tried on it; gives what was written. */
async function writeEveryWay(store: LibraryStore): Promise<readonly unknown[]> {
  const source = [...store.current.sources.values()][0]!;
  const changes = [
    await store.addNote(source, { tags: ['x'], text: 'words' }),
    await store.setFields(source, { volume: '3', title: undefined }),
    await store.removeNote(source, () => true),
    await store.setNoteHeading(source, () => true, '## #other'),
    await store.editNote(source, () => true, (_, { span }) => [{ ...span, text: '' }]),
    await store.edit(source, ({ text }) => [{ start: 0, end: text.length, text: '' }]),
    await store.takeIn([{ kind: 'notes', source, notes: [{ tags: ['y'], text: 'taken' }], tags: ['z'] }], () => []),
  ];
  return changes.flatMap(({ undo }) => undo);
}

describe('files that are damaged', () => {
  let folder: string;
  const path = (): string => join(folder, 'sources', 'okafor2020.md');
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'commonplace-damaged-'));
    fs.mkdirSync(join(folder, 'sources'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  for (const [what, { bytes, code }] of Object.entries(damaged)) {
    it(`S-11 C-03 P-09 ${what}: is shown with what is wrong, and nothing that writes changes a byte of it`, async () => {
      fs.writeFileSync(path(), bytes);
      const store = await openLibrary(folder);
      assert.ok(store.problems.get('sources/okafor2020.md')?.some((problem) => problem.code === code), JSON.stringify(store.problems.get('sources/okafor2020.md')));
      assert.equal(store.current.sources.size, 1);
      assert.deepEqual(await writeEveryWay(store), []);
      await store.add([{ format: 'bibtex', span: { start: 0, end: 1 }, pasted: 'again', item: { ...item, id: '', volume: '9' }, certainty: {} }]);
      assert.ok(fs.readFileSync(path()).equals(bytes));
    });
  }

  it('S-11 a damaged file comes back by being restored, whatever its bytes are', async () => {
    for (const { bytes } of Object.values(damaged)) {
      fs.writeFileSync(path(), bytes);
      const store = await openLibrary(folder);
      assert.deepEqual((await store.restore('sources/okafor2020.md', whole)).problems, []);
      assert.equal(fs.readFileSync(path(), 'utf8'), whole);
      assert.equal(store.current.sources.get('okafor2020')?.notes.length, 1);
    }
  });

  it('C-03 the marks of a conflict never become part of a title, a name, a tag or any other field', () => {
    const lines = whole.split('\n');
    fc.assert(fc.property(fc.nat(lines.length - 1), fc.nat(4), fc.boolean(), (from, length, withBase) => {
      const [before, ours, after] = [lines.slice(0, from), lines.slice(from, from + length), lines.slice(from + length)];
      const base = withBase ? ['||||||| base', ...ours] : [];
      const text = [...before, '<<<<<<< HEAD', ...ours, ...base, '=======', ...ours.map((line) => `${line} `), '>>>>>>> other', ...after].join('\n');
      const file = readSourceFile(text);
      assert.notEqual(file.frozen, undefined);
      const { abstract: _, ...fields } = file.item;
      assert.doesNotMatch(JSON.stringify([fields, file.notes.map(({ note }) => [note.tags, note.locator, note.id])]), /<{7}|={7}|>{7}|\|{7}/u);
    }));
  });

  it('S-11 a codebook that is damaged or in conflict is not written to, and says so', async () => {
    fs.writeFileSync(path(), whole);
    for (const bytes of [Buffer.alloc(20), Buffer.from('team:\n<<<<<<< HEAD\n  - anna\n=======\n  - bekzod\n>>>>>>> other\n'), Buffer.from('team: [Çapañ]\n', 'latin1')]) {
      fs.writeFileSync(join(folder, 'sources', 'codebook.yaml'), bytes);
      const store = await openLibrary(folder);
      assert.deepEqual(store.problems.get('sources/codebook.yaml')?.map(({ code }) => code), ['codebook-unread']);
      const change = await store.takeIn([], (text) => [{ start: text.length, end: text.length, text: 'tags: {}\n' }]);
      assert.deepEqual(change.problems.map(({ code }) => code), ['not-writable']);
      assert.ok(fs.readFileSync(join(folder, 'sources', 'codebook.yaml')).equals(bytes));
    }
  });

  it('C-08 copies that sync programs leave are told as conflicts and are no sources of their own', async () => {
    fs.writeFileSync(path(), whole);
    const copies = ['okafor2020 (conflicted copy 2026-09-14).md', 'okafor2020 (Anna’s conflicted copy).md', 'okafor2020.sync-conflict-20260914-102205-ABCDEFG.md', 'okafor2020 (1).md', 'okafor2020 2.md'];
    for (const name of copies) fs.writeFileSync(join(folder, 'sources', name), whole);
    const store = await openLibrary(folder);
    assert.deepEqual([store.current.sources.size, store.current.sources.get('okafor2020')?.path], [1, 'sources/okafor2020.md']);
    for (const name of copies) assert.deepEqual(store.problems.get(`sources/${name}`)?.map(({ code }) => code), ['conflict-copy'], name);
    fs.unlinkSync(path());
    await store.reload();
    assert.equal(store.current.sources.size, 1, 'the last copy of a source stands for it');
  });

  it('C-10 two files of one key are both there and both usable, and each clash is told', async () => {
    fs.writeFileSync(path(), whole);
    fs.writeFileSync(join(folder, 'sources', 'another.md'), whole.replace('The Silence', 'The Sound'));
    const store = await openLibrary(folder);
    assert.deepEqual([...store.current.sources.keys()].sort(), ['okafor2020', 'okafor2020@sources/okafor2020.md']);
    assert.deepEqual(store.problems.get('sources/okafor2020.md')?.map(({ code }) => code), ['key-twice']);
    for (const source of store.current.sources.values()) assert.deepEqual((await store.addNote(source, { tags: ['x'], text: 'words' })).problems, []);
    assert.match(fs.readFileSync(path(), 'utf8'), /words/u);
  });

  it('C-06 a file that is deleted or whose folder is moved during an edit is not made again by itself, and the person is told', async () => {
    fs.writeFileSync(path(), whole);
    const store = await openLibrary(folder);
    const source = store.current.sources.get('okafor2020')!;
    fs.unlinkSync(path());
    assert.deepEqual((await store.addNote(source, { tags: ['x'], text: 'words' })).problems.map(({ code }) => code), ['not-writable']);
    assert.equal(fs.existsSync(path()), false);
    fs.writeFileSync(path(), whole);
    fs.renameSync(join(folder, 'sources'), join(folder, 'elsewhere'));
    assert.deepEqual((await store.addNote(source, { tags: ['x'], text: 'words' })).problems.map(({ code }) => code), ['not-writable']);
    assert.deepEqual(fs.readdirSync(folder), ['elsewhere']);
  });

  it('C-09 what no watcher told of is seen when the folder is listed again', async () => {
    const store = await openLibrary(folder);
    for (let n = 0; n < 500; n += 1) fs.writeFileSync(join(folder, 'sources', `s${n}.md`), whole.replace('okafor2020', `s${n}`));
    await store.reload();
    assert.equal(store.current.sources.size, 500);
  });
});
