import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { coderFileName, fileNameFor, keyIdentity, newSourceFile, readSourceFile, safeKey } from '../../../src/core/library';
import { NodeDisk } from '../../../src/host/node/nodeDisk';
import { openLibrary } from '../crash/diskFiles';
import { windowsDisk } from '../mounts';
import { amount, seed } from '../tier';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const runs = amount({ short: 10_000, long: 100_000, campaign: 100_000 });
const mountedKeys = amount({ short: 150, long: 5000, campaign: 100_000 });
const posix = process.platform !== 'win32';
const hard = ['con', 'CON', 'aux.x', 'COM1', 'lpt9', 'nul', 'a:b', 'x.', 'x ', '<>"|?*', '-a', '.a', '', '..', '../../etc/passwd', '/etc/passwd', 'C:\\x', 'a\\..\\b', '%2e%2e%2f', 'a\0b', 'a/b', '~', '$HOME', 'é', 'e\u0301', 'Lee', 'LEE', 'ß', 'SS', 'İ', 'ı', '\u202e', '😀', '王毅', 'x'.repeat(3000)];
const anyKey = fc.oneof(fc.constantFrom(...hard), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 300 }));

describe('names of files', function () {
  this.timeout(300_000);
  let root: string;
  let disk: NodeDisk;
  const at = (path: string): string => join(root, path);

  beforeEach(() => {
    root = fs.mkdtempSync(join(tmpdir(), 'commonplace-names-'));
    fs.mkdirSync(at('workspace/sources'), { recursive: true });
    disk = new NodeDisk(at('workspace'));
  });
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

  it('N-01 N-02 of keys that differ in case or in composed letters are two names, and the keys count as one', () => {
    for (const [one, other] of [['Knuth1984', 'knuth1984'], ['é2001', 'e\u03012001'], ['Straße', 'STRASSE'], ['İnan', 'inan']] as const) {
      const first = fileNameFor(one, () => false);
      assert.notEqual(fileNameFor(other, (name) => name === first), first);
    }
    for (const [one, other] of [['Knuth1984', 'knuth1984'], ['é2001', 'e\u03012001']] as const) assert.equal(keyIdentity(one), keyIdentity(other));
    assert.equal(safeKey('e\u03012001'), 'é2001');
  });

  it(`N-03 N-04 N-05 are plain, short and their own in a folder that knows no case, whatever the key: ${runs} keys`, () => {
    const taken = new Set<string>();
    fc.assert(fc.property(anyKey, (key) => {
      if (taken.size > 500) taken.clear();
      const name = fileNameFor(key, (candidate) => taken.has(candidate.toLowerCase()));
      assert.match(name, /^[a-z0-9][a-z0-9-]{0,75}\.md$/);
      assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)\./);
      assert.ok(!taken.has(name) && Buffer.byteLength(name) <= 80);
      taken.add(name);
      assert.match(coderFileName(name, key, () => false), /^[a-z0-9][a-z0-9-]{0,75}(?:\.[a-z0-9][a-z0-9-]{0,75})\.md$/);
    }), { numRuns: runs });
  });

  it('N-03 can each be made on this disk', async () => {
    const taken = new Set<string>();
    for (const key of hard) {
      const name = fileNameFor(key, (candidate) => taken.has(candidate));
      taken.add(name);
      assert.equal((await disk.createExclusive(`sources/${name}`, bytes(key))).ok, true, key);
    }
    assert.equal((await disk.list('sources', ['.md'])).length, hard.length);
  });

  it('N-01 N-02 N-03 are each a file of its own, and each source is found by its key, on a disk of Windows', async function () {
    const there = at('workspace/sources');
    const unmount = windowsDisk(there, at('image'));
    if (unmount === undefined) {
      console.log('      NTFS can’t be mounted here (Debian: ntfs-3g; as root); its names are tried by their rules alone');
      this.skip();
    }
    try {
      // What a person has named by hand, in letters of their own.
      const byHand = { 'Lee2018.md': 'Lee2018', 'GARCIA1999.MD': 'García1999' };
      for (const [name, key] of Object.entries(byHand)) fs.writeFileSync(join(there, name), newSourceFile({ item: { id: key, type: 'book', title: key } }));
      const store = await openLibrary(at('workspace'));
      const keys = [...new Set([...hard.filter((key) => key !== ''), 'lee2018', 'LEE2018', 'garcia1999', 'Knuth1984', 'knuth1984', 'KNUTH1984', 'é2001', 'e\u03012001', 'É2001', ...fc.sample(anyKey, { numRuns: mountedKeys, seed }).filter((key) => key.trim() !== '')])];
      const { problems } = await store.takeIn(keys.map((key) => ({ kind: 'create', key, text: newSourceFile({ item: { id: key, type: 'book', title: `On ${key.slice(0, 40)}` } }) })), () => []);
      assert.deepEqual(problems, []);
      const names = fs.readdirSync(there);
      assert.equal(names.length, keys.length + Object.keys(byHand).length);
      assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
      const ids = names.map((name) => readSourceFile(fs.readFileSync(join(there, name), 'utf8')).item.id);
      assert.deepEqual(ids.sort(), [...keys, ...Object.values(byHand)].sort());
    } finally {
      unmount?.();
    }
  });

  it('N-05 that would be paths reach no file outside, however they are written', async () => {
    fs.writeFileSync(at('bait.md'), 'bait');
    for (const path of ['../bait.md', 'sources/../../bait.md', at('bait.md'), 'sources\\..\\..\\bait.md', './../bait.md', 'sources//../../bait.md', 'a\0/../../bait.md']) {
      await assert.rejects(disk.read(path), /leads out/, path);
      assert.equal((await disk.createExclusive(path, bytes('x'))).ok, false, path);
    }
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('..', '.', 'sources', 'bait.md', '', '\\', '%2e%2e', '\0', '~'), { maxLength: 6 }).map((parts) => parts.join('/')), async (path) => {
      const read = await disk.read(path).catch(() => undefined);
      assert.notEqual(read && new TextDecoder().decode(read.bytes), 'bait');
    }), { numRuns: 300 });
  });

  it('N-06 of links are followed inside the folder only, also when a link is put there meanwhile', async function () {
    if (!posix) this.skip();
    fs.mkdirSync(at('elsewhere'));
    fs.writeFileSync(at('elsewhere/a.md'), 'bait');
    fs.writeFileSync(at('workspace/sources/a.md'), 'ours');
    const swapping = running(`const fs = require('fs'); const [ours, other, from, to] = process.argv.slice(1);
      for (;;) { try { fs.renameSync(ours, other); fs.symlinkSync(to, ours); fs.unlinkSync(ours); fs.renameSync(other, ours); } catch {} }`, at('workspace/sources'), at('workspace/.kept'), '', at('elsewhere'));
    try {
      for (let n = 0; n < 400; n += 1) {
        const read = await disk.read('sources/a.md').catch(() => undefined);
        assert.notEqual(read && new TextDecoder().decode(read.bytes), 'bait');
        const [one] = await disk.readMany(['sources/a.md']).catch(() => []);
        assert.notEqual(one !== undefined && 'bytes' in one && new TextDecoder().decode(one.bytes), 'bait');
      }
    } finally {
      swapping.kill('SIGKILL');
    }
    assert.equal(fs.readFileSync(at('elsewhere/a.md'), 'utf8'), 'bait');
  });

  it('N-07 of pipes, sockets, folders and closed files hold nothing up and are passed over', async function () {
    if (!posix) this.skip();
    execFileSync('mkfifo', [at('workspace/sources/pipe.md')]);
    fs.mkdirSync(at('workspace/sources/folder.md'));
    fs.writeFileSync(at('workspace/sources/good.md'), 'x');
    fs.symlinkSync('/dev/zero', at('workspace/sources/zero.md'));
    assert.deepEqual((await disk.list('sources', ['.md'])).map(({ path }) => path), ['sources/good.md']);
    for (const name of ['pipe', 'folder', 'zero']) await assert.rejects(disk.read(`sources/${name}.md`), name);
  });
});

const running = (program: string, ...args: readonly string[]): ChildProcess => spawn(process.execPath, ['-e', program, ...args], { stdio: 'ignore' });
