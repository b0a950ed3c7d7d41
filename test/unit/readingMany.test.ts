import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiskFile } from '../../src/host/disk';
import { NodeDisk } from '../../src/host/node/nodeDisk';

const posix = process.platform !== 'win32';

/** What came of reading, so that two readings can be compared. */
const said = (file: DiskFile | Error | undefined): unknown => (file instanceof Error ? file.message : file && { text: new TextDecoder().decode(file.bytes), hash: file.hash });

describe('Reading many files at once', () => {
  let outer: string;
  let root: string;
  let disk: NodeDisk;

  beforeEach(() => {
    outer = fs.mkdtempSync(join(tmpdir(), 'commonplace-many-'));
    root = join(outer, 'workspace');
    fs.mkdirSync(join(root, 'sources', 'deep'), { recursive: true });
    disk = new NodeDisk(root);
  });
  afterEach(() => fs.rmSync(outer, { recursive: true, force: true }));

  /** Holds that each path reads as it does alone. */
  async function readsAsOneByOne(paths: readonly string[]): Promise<void> {
    const together = await disk.readMany(paths);
    const alone = await Promise.all(paths.map((path) => disk.read(path).catch((fault: unknown) => fault as Error)));
    assert.deepEqual(together.map(said), alone.map(said));
  }

  it('gives the bytes of each in their order, of none where there is none, and of long ones whole', async () => {
    fs.writeFileSync(join(root, 'sources', 'a.md'), 'көпвекторлық');
    fs.writeFileSync(join(root, 'sources', 'empty.md'), '');
    fs.writeFileSync(join(root, 'sources', 'deep', 'b.md'), Buffer.from([0xff, 0xfe, 0x00]));
    fs.writeFileSync(join(root, 'long.md'), 'x'.repeat(1_000_000));
    fs.writeFileSync(join(root, 'brim.md'), 'y'.repeat(256 * 1024));
    const paths = ['long.md', 'sources/a.md', 'sources/none.md', 'sources/empty.md', 'nowhere/a.md', 'sources/deep/b.md', 'brim.md'];
    await readsAsOneByOne(paths);
    assert.deepEqual((await disk.readMany(paths)).map((file) => (file instanceof Error ? -1 : file?.bytes.length)), [1_000_000, 24, undefined, 0, undefined, 3, 256 * 1024]);
  });

  it('refuses what reading one refuses, and reads the others: links to the outside, folders, pipes, ways out', async function () {
    if (!posix) this.skip();
    fs.writeFileSync(join(outer, 'secret.md'), 'not for us');
    fs.mkdirSync(join(outer, 'elsewhere'));
    fs.writeFileSync(join(outer, 'elsewhere', 'c.md'), 'nor this');
    fs.writeFileSync(join(root, 'sources', 'a.md'), 'inside');
    fs.symlinkSync(join(outer, 'secret.md'), join(root, 'sources', 'out.md'));
    fs.symlinkSync(join(root, 'sources', 'a.md'), join(root, 'sources', 'in.md'));
    fs.symlinkSync(join(outer, 'elsewhere'), join(root, 'linked'));
    fs.symlinkSync('circle.md', join(root, 'sources', 'circle.md'));
    fs.mkdirSync(join(root, 'sources', 'folder.md'));
    execFileSync('mkfifo', [join(root, 'sources', 'pipe.md')]);
    const paths = ['sources/out.md', 'sources/a.md', 'linked/c.md', 'sources/in.md', 'sources/circle.md', 'sources/folder.md', 'sources/pipe.md', '../secret.md', 'sources/../../secret.md', '/etc/hostname', 'sources/a.md'];
    await readsAsOneByOne(paths);
    assert.deepEqual((await disk.readMany(paths)).map((file) => file !== undefined && !(file instanceof Error)), [false, true, false, true, false, false, false, false, false, false, true]);
  });

  it('says why when the workspace folder is gone', async () => {
    fs.rmSync(root, { recursive: true });
    await assert.rejects(disk.readMany(['sources/a.md']), /drive/);
  });

  it('gives the thread back between files', async () => {
    const paths = Array.from({ length: 4000 }, (_, at) => `sources/${at}.md`);
    for (const path of paths) fs.writeFileSync(join(root, path), `text of ${path}`);
    let turns = 0;
    const counting = setInterval(() => { turns += 1; }, 0);
    const read = await disk.readMany(paths);
    clearInterval(counting);
    assert.equal(read.length, 4000);
    assert.ok(turns > 0);
  });
});
