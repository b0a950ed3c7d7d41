import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { copyOfName, differencesInWords, kept, nameOfCopy, surplusOf, surplusOfAll } from '../../src/core/history';
import type { Copy } from '../../src/core/history';
import { newSourceFile } from '../../src/core/library';
import type { Problem } from '../../src/core/problem';
import { History } from '../../src/host/history';
import { NodeDisk } from '../../src/host/node/nodeDisk';
import { smallDisk } from './mounts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const path = 'sources/okafor2020.md';

describe('earlier versions', () => {
  let outer: string;
  let workspace: NodeDisk;
  let time: number;
  let warned: Problem[];
  const place = (): string => join(outer, 'storage');
  const copies = (): string[] => fs.readdirSync(place(), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.copy')).map((name) => join(place(), name)).sort();
  const open = (most?: number): History => new History({
    disk: new NodeDisk(place()), library: 'file:///workspace', read: (file) => workspace.read(file), now: () => `${new Date(time += 1000).toISOString().slice(0, 19)}Z`,
    warn: (problem) => warned.push(problem),
  }, most);

  beforeEach(() => {
    outer = fs.mkdtempSync(join(tmpdir(), 'commonplace-history-'));
    fs.mkdirSync(join(outer, 'workspace'));
    fs.mkdirSync(place());
    workspace = new NodeDisk(join(outer, 'workspace'));
    [time, warned] = [Date.parse('2026-09-14T10:00:00Z'), []];
  });
  afterEach(() => fs.rmSync(outer, { recursive: true, force: true }));

  it('come back newest first, each whole, with date and size; the same text twice in a row once', async () => {
    const history = open();
    for (const text of ['one', 'two', 'two', 'three', 'one']) await history.keep(path, bytes(text));
    const { versions, damaged } = await history.of(path);
    assert.deepEqual(versions.map(({ text, size }) => [text, size]), [['one', 3], ['three', 5], ['two', 3], ['one', 3]]);
    assert.equal(versions[0]?.time, '2026-09-14T10:00:04Z');
    assert.equal(damaged, 0);
    assert.deepEqual(await history.paths(), [path]);
    assert.deepEqual(await open().of('sources/other.md'), { versions: [], damaged: 0 });
  });

  it('are kept of what was written, and of what stood there before', async () => {
    const history = open();
    const made = await workspace.createExclusive(path, bytes('written'));
    history.written(path, made.ok ? made.version : '');
    assert.deepEqual((await history.of(path)).versions.map(({ text }) => text), ['written']);
    history.written(path, 'the hash of something else');
    assert.equal((await history.of(path)).versions.length, 1);
  });

  it('S-12 a damaged copy is never offered; the next one is', async () => {
    const history = open();
    for (const text of ['the first', 'the second', 'the third']) await history.keep(path, bytes(text));
    const [, second, third] = copies();
    fs.truncateSync(third!, 4);
    assert.deepEqual((await history.of(path)).versions.map(({ text }) => text), ['the second', 'the first']);
    fs.writeFileSync(second!, '');
    assert.deepEqual(await history.of(path), { versions: [{ time: '2026-09-14T10:00:01Z', size: 9, text: 'the first' }], damaged: 2 });
  });

  it('S-12 an empty file, one of NUL bytes and one that is no text are kept, but never offered', async () => {
    const history = open();
    await history.keep(path, bytes('whole'));
    for (const damaged of [new Uint8Array(), new Uint8Array(500), new Uint8Array([0xff, 0xfe, 0x41, 0xd8])]) await history.keep(path, damaged);
    assert.equal(copies().length, 4);
    assert.deepEqual((await history.of(path)).versions.map(({ text }) => text), ['whole']);
  });

  it('S-12 a copy is read back before an older one goes: when none can be written whole, all older ones stay', async () => {
    for (let n = 0; n < kept.newest + 5; n += 1) await open().keep(path, bytes(`version ${n}`));
    const before = copies();
    assert.equal(before.length, kept.newest + 1);
    const disk = new NodeDisk(place());
    const torn = new History({
      disk: Object.assign(Object.create(disk) as NodeDisk, {
        createExclusive: async (name: string, given: Uint8Array) => {
          const made = await disk.createExclusive(name, given);
          fs.truncateSync(join(place(), name), 3);
          return made;
        },
      }), library: 'file:///workspace', read: (file) => workspace.read(file), now: () => '2026-09-14T12:00:00Z', warn: (problem) => warned.push(problem),
    });
    await torn.keep(path, bytes('a version that the disk tears'));
    assert.deepEqual(copies(), before);
    assert.deepEqual(warned.map(({ code }) => code), ['history-unkept']);
  });

  it('S-14 a place that is full or can’t be written warns once, and nothing else fails', async function () {
    if (process.platform === 'win32') this.skip();
    fs.rmSync(place(), { recursive: true });
    fs.writeFileSync(place(), 'a file where the folder should be');
    const history = open();
    for (let n = 0; n < 5; n += 1) await history.keep(path, bytes(`version ${n}`));
    history.written(path, 'x');
    history.saved(path);
    await history.keep('sources/other.md', bytes('more'));
    assert.deepEqual(warned.map(({ code }) => code), ['history-unkept']);
    assert.deepEqual(await history.of(path), { versions: [], damaged: 0 });
  });

  it('S-14 a disk that is full keeps what was kept, warns once, and holds up no save; with room again it goes on', async () => {
    const disk = new NodeDisk(place());
    let room = 5;
    const unmount = smallDisk(place(), 200_000);
    // Where no small disk can be mounted, one says that it is full.
    const full = unmount !== undefined ? disk : new Proxy(disk, { get: (target, name) => (name === 'createExclusive' ? (...given: Parameters<NodeDisk['createExclusive']>) => (room-- > 0 ? target.createExclusive(...given) : Promise.resolve({ ok: false, why: 'failed', reason: 'the disk is full' })) : Reflect.get(target, name, target) as unknown) });
    try {
      const history = new History({ disk: full, library: 'file:///workspace', read: (file) => workspace.read(file), now: () => `${new Date(time += 1000).toISOString().slice(0, 19)}Z`, warn: (problem) => warned.push(problem) });
      const texts = Array.from({ length: 12 }, (_, n) => `${n} `.repeat(20_000));
      for (const [n, text] of texts.entries()) {
        const made = n === 0 ? await workspace.createExclusive(path, bytes(text)) : await workspace.replace(path, (await workspace.read(path))!.hash, bytes(text));
        assert.equal(made.ok, true, `save ${n}`);
        await history.keep(path, bytes(text));
      }
      assert.deepEqual(warned.map(({ code }) => code), ['history-unkept']);
      const { versions, damaged } = await history.of(path);
      assert.equal(damaged, 0);
      assert.ok(versions.length >= 1 && versions.length < texts.length, `${versions.length}`);
      for (const { text } of versions) assert.ok(texts.includes(text));
      for (const file of copies().slice(0, -1)) fs.rmSync(file);
      room = 5;
      await history.keep(path, bytes('with room again'));
      assert.equal((await history.of(path)).versions[0]?.text, 'with room again');
    } finally {
      unmount?.();
    }
  });

  it('S-14 all of a library’s versions together have a limit; of each file the newest stays', async () => {
    const first = open(1000);
    for (let n = 0; n < 8; n += 1) await first.keep(`sources/s${n}.md`, bytes(`${n}`.repeat(100)));
    for (let n = 0; n < 8; n += 1) await first.keep(`sources/s${n}.md`, bytes(`${n + 1}`.repeat(100)));
    assert.equal(copies().length, 16);
    await open(1000).keep('sources/s0.md', bytes('z'.repeat(100)));
    assert.ok(copies().length <= 10, `${copies().length}`);
    for (let n = 1; n < 8; n += 1) assert.equal((await open().of(`sources/s${n}.md`)).versions[0]?.text[0], `${n + 1}`);
  });

  it('S-16 come in the order in which they were kept, whatever the clock says', async () => {
    const history = open();
    for (const [text, clock] of [['first', '2038-01-19T03:14:07Z'], ['second', '1970-01-01T00:00:00Z'], ['third', '2026-03-29T02:30:00Z']] as const) {
      time = Date.parse(clock) - 1000;
      await history.keep(path, bytes(text));
    }
    assert.deepEqual((await history.of(path)).versions.map(({ text }) => text), ['third', 'second', 'first']);
  });

  it('of a file that one asks for do not wait for those of all others', async () => {
    const history = open();
    const done: string[] = [];
    const others = Array.from({ length: 30 }, async (_, n) => { await history.keep(`sources/s${n}.md`, bytes('other')); done.push('other'); });
    const own = [history.keep(path, bytes('one')), history.keep(path, bytes('two'))];
    assert.deepEqual((await history.of(path)).versions.map(({ text }) => text), ['two', 'one']);
    assert.ok(done.length < 5, `${done.length}`);
    await Promise.all([...others, ...own]);
    assert.equal(copies().length, 32);
  });

  it('have names that say all about them', () => {
    const time = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => `${date.toISOString().slice(0, 19)}Z`);
    const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    fc.assert(fc.property(fc.record({ number: fc.nat(99_999_999), time, size: fc.nat(64_000_000), hash }), (copy) => assert.deepEqual(copyOfName(nameOfCopy(copy)), { ...copy })));
    assert.equal(copyOfName('00000001-20260914T100000Z-3-abc.copy'), undefined);
  });

  it('are bounded: the newest always stays, and so do the last ones and one a day before them', () => {
    const copy = fc.record({ number: fc.nat(), time: fc.integer({ min: 10, max: 28 }).map((day) => `2026-09-${day}T10:00:00Z`), size: fc.nat(3_000_000), hash: fc.constant('') });
    fc.assert(fc.property(fc.uniqueArray(copy, { selector: ({ number }) => number, maxLength: 60 }), (all) => {
      const gone = new Set<Copy>(surplusOf(all));
      const stays = all.filter((one) => !gone.has(one));
      assert.ok(stays.length <= kept.newest + kept.days);
      assert.ok(all.length === 0 || stays.includes(all.reduce((a, b) => (a.number > b.number ? a : b))));
      assert.ok(stays.length <= 1 || stays.reduce((sum, { size }) => sum + size, 0) <= kept.bytes);
      assert.deepEqual(surplusOf(stays), []);
    }));
    const files = [1, 2, 3].map((n) => ({ n, copies: [1, 2].map((number): Copy => ({ number, time: `2026-09-1${n}T10:0${number}:00Z`, size: 10, hash: '' })) }));
    assert.deepEqual(surplusOfAll(files, 45).map(([{ n }, { number }]) => [n, number]), [[1, 1], [2, 1]]);
    assert.equal(surplusOfAll(files, 0).length, 3);
  });

  it('say in words how they differ', () => {
    const text = newSourceFile({ item: { id: 'okafor2020', type: 'book', title: 'The Silence' } });
    const noted = text.replace('<!-- end -->', '# Notes by anna\n\n## #hedging\n\nWords.\n\n<!-- end -->').replace('The Silence', 'The Silences');
    assert.equal(differencesInWords(text, text), 'the same as now');
    assert.equal(differencesInWords(noted, text), '1 note, 1 more · other title · 4 lines back, 1 away');
    assert.equal(differencesInWords(noted, ''), '1 note, 1 more · 9 lines back, 0 away');
  });
});
