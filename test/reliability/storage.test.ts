import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newNoteId } from '../../src/core/library';
import { NodeDisk } from '../../src/host/node/nodeDisk';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const posix = process.platform !== 'win32';

describe('the disk that carries a library', () => {
  let outer: string;
  let root: string;
  const at = (path: string): string => join(root, path);
  beforeEach(() => {
    outer = fs.mkdtempSync(join(tmpdir(), 'commonplace-storage-'));
    root = join(outer, 'workspace');
    fs.mkdirSync(root);
  });
  afterEach(() => fs.rmSync(outer, { recursive: true, force: true }));

  it('S-10 writes all, even when the system takes a few bytes at a time', async () => {
    const real = fs.promises.open;
    const some = async (...args: Parameters<typeof real>): Promise<fs.promises.FileHandle> => {
      const handle = await real(...args);
      const write = handle.write.bind(handle);
      return Object.assign(handle, { write: (given: Uint8Array, offset: number, length: number, position: number) => write(given, offset, Math.min(length, 7), position) });
    };
    Object.assign(fs.promises, { open: some });
    try {
      const text = 'a line of the note\n'.repeat(100);
      assert.equal((await new NodeDisk(root).createExclusive('a.md', bytes(text))).ok, true);
      assert.equal(fs.readFileSync(at('a.md'), 'utf8'), text);
    } finally {
      Object.assign(fs.promises, { open: real });
    }
  });

  it('S-15 what is already there under the name of a temporary file is neither followed, nor written to, nor taken away', async function () {
    if (!posix) this.skip();
    fs.writeFileSync(join(outer, 'private.txt'), 'somebody’s own');
    fs.mkdirSync(at('.commonplace-00000000000000aa.tmp'));
    fs.symlinkSync(join(outer, 'private.txt'), at('.commonplace-0000000000000000.tmp'));
    fs.writeFileSync(at('a.md'), 'one');
    const crypto = createRequire(__filename)('node:crypto') as { randomBytes(size: number): Buffer };
    const real = crypto.randomBytes;
    const disk = new NodeDisk(root);
    try {
      crypto.randomBytes = (size: number) => Buffer.alloc(size);
      assert.equal((await disk.replace('a.md', (await disk.read('a.md'))!.hash, bytes('two'))).ok, false);
    } finally {
      crypto.randomBytes = real;
    }
    assert.equal(fs.readFileSync(join(outer, 'private.txt'), 'utf8'), 'somebody’s own');
    assert.equal(fs.readFileSync(at('a.md'), 'utf8'), 'one');
    assert.equal((await disk.replace('a.md', (await disk.read('a.md'))!.hash, bytes('two'))).ok, true);
    await disk.list('', ['.md']);
    assert.deepEqual(fs.readdirSync(root).filter((name) => name.endsWith('.tmp')).length, 2);
  });

  it('S-16 the ids of notes come by chance and not from the clock', () => {
    const ids = new Set(Array.from({ length: 20_000 }, () => newNoteId(Math.random)));
    assert.equal(ids.size, 20_000);
  });
});
