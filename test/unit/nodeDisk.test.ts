import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { Refusal } from '../../src/host/disk';
import { NodeDisk } from '../../src/host/node/nodeDisk';

const bytes = (text: string) => new TextEncoder().encode(text);
const filesAtOnce = 10;
const posix = process.platform !== 'win32';

describe('The disk under a workspace folder', () => {
  let outer: string;
  let root: string;
  let disk: NodeDisk;
  const at = (path: string) => join(root, path);
  const text = (path: string) => fs.readFileSync(at(path), 'utf8');
  const hash = async (path: string) => (await disk.read(path))!.hash;
  const temporaries = (folder = '') => fs.readdirSync(at(folder)).filter(name => name.endsWith('.tmp'));

  beforeEach(() => {
    outer = fs.mkdtempSync(join(tmpdir(), 'commonplace-disk-'));
    root = join(outer, 'workspace');
    fs.mkdirSync(root);
    disk = new NodeDisk(root);
  });
  afterEach(() => fs.rmSync(outer, { recursive: true, force: true }));

  describe('moving', () => {
    it('gives a file another name, with the same bytes, version and permissions', async () => {
      fs.writeFileSync(at('lee2018.md'), 'words', { mode: 0o640 });
      const version = await hash('lee2018.md');
      assert.deepEqual(await disk.move('lee2018.md', version, 'okafor2019.md'), { ok: true, version });
      assert.deepEqual(fs.readdirSync(root), ['okafor2019.md']);
      assert.equal(await hash('okafor2019.md'), version);
      if (posix) assert.equal(fs.statSync(at('okafor2019.md')).mode & 0o777, 0o640);
    });

    it('takes no name that something has, not even an empty file, a folder or a link that leads nowhere', async function () {
      fs.writeFileSync(at('a.md'), 'words');
      fs.writeFileSync(at('b.md'), '');
      fs.mkdirSync(at('c.md'));
      const targets = ['b.md', 'c.md'];
      if (posix) fs.symlinkSync('nowhere.md', at('d.md'));
      for (const to of posix ? [...targets, 'd.md'] : targets) {
        const result = await disk.move('a.md', await hash('a.md'), to);
        assert.equal(!result.ok && result.why, 'exists', to);
      }
      assert.equal(text('a.md'), 'words');
      assert.equal(text('b.md'), '');
    });

    it('leaves a file that another program changed, and one that is gone', async () => {
      fs.writeFileSync(at('a.md'), 'words');
      const before = await hash('a.md');
      fs.writeFileSync(at('a.md'), 'other words');
      for (const [path, version] of [['a.md', before], ['b.md', before]] as const) {
        const result = await disk.move(path, version, 'c.md');
        assert.equal(!result.ok && result.why, 'changed');
      }
      assert.deepEqual(fs.readdirSync(root), ['a.md']);
    });

    it('changes the letters of a name from small to large, and moves a link itself and not what it leads to', async function () {
      fs.writeFileSync(at('lee.md'), 'words');
      assert.equal((await disk.move('lee.md', await hash('lee.md'), 'Lee.md')).ok, true);
      assert.deepEqual(fs.readdirSync(root), ['Lee.md']);
      if (!posix) return;
      fs.symlinkSync('Lee.md', at('link.md'));
      assert.equal((await disk.move('link.md', await hash('link.md'), 'moved.md')).ok, true);
      assert.deepEqual(fs.readdirSync(root).sort(), ['Lee.md', 'moved.md']);
      assert.equal(fs.readlinkSync(at('moved.md')), 'Lee.md');
    });

    it('goes nowhere outside of the folder', async () => {
      fs.writeFileSync(at('a.md'), 'words');
      for (const to of ['../a.md', '/a.md', 'x/../../a.md']) {
        const result = await disk.move('a.md', await hash('a.md'), to);
        assert.equal(result.ok, false, to);
      }
      assert.deepEqual(fs.readdirSync(outer), ['workspace']);
    });
  });

  describe('creating', () => {
    it('makes a file with the folders it needs', async () => {
      const result = await disk.createExclusive('sources/deep/нұрланов.md', bytes('# Көпвекторлық'));
      assert.equal(result.ok, true);
      assert.equal(text('sources/deep/нұрланов.md'), '# Көпвекторлық');
      assert.deepEqual(temporaries('sources/deep'), []);
    });

    it('reports the version that reading then gives', async () => {
      const result = await disk.createExclusive('a.md', bytes('one'));
      assert.equal(result.ok && result.version, await hash('a.md'));
    });

    it('confirms many new names together, and reports none before a confirmation that began after it was given', async function () {
      if (!posix) this.skip();
      const real = { open: fs.promises.open, link: fs.promises.link };
      const events: string[] = [];
      let confirmations = 0;
      const watched = Object.assign(fs.promises, {
        link: async (from: fs.PathLike, to: fs.PathLike) => { await real.link(from, to); events.push(`named ${String(to).split('/').at(-1)}`); },
        open: async (...args: Parameters<typeof real.open>) => {
          const handle = await real.open(...args);
          if (!fs.statSync(args[0]).isDirectory()) return handle;
          const number = confirmations++;
          const sync = handle.sync.bind(handle);
          return Object.assign(handle, { sync: async () => { events.push(`begin ${number}`); await sync(); events.push(`end ${number}`); } });
        },
      });
      try {
        fs.mkdirSync(at('sources'));
        const results = await Promise.all(Array.from({ length: 60 }, async (_, index) => {
          const result = await disk.createExclusive(`sources/s${index}.md`, bytes('text'));
          events.push(`reported s${index}.md`);
          return result;
        }));
        assert.ok(results.every(({ ok }) => ok));
      } finally {
        Object.assign(watched, real);
      }
      for (let index = 0; index < 60; index++) {
        const [named, reported] = [events.indexOf(`named s${index}.md`), events.indexOf(`reported s${index}.md`)];
        const confirmed = events.some((event, place) => event.startsWith('begin') && place > named && events.indexOf(event.replace('begin', 'end')) < reported && events.includes(event.replace('begin', 'end')));
        assert.ok(named >= 0 && confirmed, `s${index}.md was reported unconfirmed`);
      }
      assert.ok(confirmations > 0 && confirmations < 60, `${confirmations}`);
    });

    it('never overwrites a file', async () => {
      fs.writeFileSync(at('a.md'), 'theirs');
      const result = await disk.createExclusive('a.md', bytes('ours'));
      assert.equal(!result.ok && result.why, 'exists');
      assert.equal(text('a.md'), 'theirs');
    });

    it('lets exactly one of two programs make the same file', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => new NodeDisk(root).createExclusive('a.md', bytes(`writer ${n}`))));
      const winner = results.findIndex(result => result.ok);
      assert.equal(results.filter(result => result.ok).length, 1);
      assert.equal(text('a.md'), `writer ${winner}`);
      assert.deepEqual(temporaries(), []);
    });

    it('does not lose a file whose name differs only in case', async () => {
      await disk.createExclusive('Knuth1984.md', bytes('upper'));
      const second = await disk.createExclusive('knuth1984.md', bytes('lower'));
      assert.equal(text('Knuth1984.md'), 'upper');
      if (second.ok) assert.equal(text('knuth1984.md'), 'lower');
      else assert.equal(second.why, 'exists');
    });

    it('does not write through a link that leads nowhere', async function () {
      if (!posix) this.skip();
      fs.symlinkSync(join(outer, 'elsewhere.md'), at('a.md'));
      const result = await disk.createExclusive('a.md', bytes('ours'));
      assert.equal(result.ok, false);
      assert.equal(fs.existsSync(join(outer, 'elsewhere.md')), false);
    });
  });

  describe('replacing', () => {
    it('writes when the file is what the edit was made from', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      const result = await disk.replace('a.md', await hash('a.md'), bytes('two'));
      assert.equal(text('a.md'), 'two');
      assert.equal(result.ok && result.version, await hash('a.md'));
      assert.deepEqual(temporaries(), []);
    });

    it('writes nothing when another program changed the file', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      const before = await hash('a.md');
      fs.writeFileSync(at('a.md'), 'theirs');
      const result = await disk.replace('a.md', before, bytes('ours'));
      assert.equal(!result.ok && result.why, 'changed');
      assert.equal(text('a.md'), 'theirs');
      assert.deepEqual(temporaries(), []);
    });

    it('notices a change that arrives while it writes', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      const before = await hash('a.md');
      const saving = disk.replace('a.md', before, new Uint8Array(4_000_000));
      while (temporaries().length === 0) await new Promise(setImmediate);
      fs.writeFileSync(at('a.md'), 'theirs');
      const result = await saving;
      assert.equal(!result.ok && result.why, 'changed');
      assert.equal(text('a.md'), 'theirs');
      assert.deepEqual(temporaries(), []);
    });

    it('does not bring back a file that was deleted', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      const before = await hash('a.md');
      fs.unlinkSync(at('a.md'));
      const result = await disk.replace('a.md', before, bytes('two'));
      assert.equal(!result.ok && result.why, 'changed');
      assert.equal(fs.existsSync(at('a.md')), false);
    });

    it('lets one of several saves made from the same version through', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      const before = await hash('a.md');
      const results = await Promise.all(['x', 'y', 'z'].map(ours => disk.replace('a.md', before, bytes(ours))));
      assert.deepEqual(results.map(result => result.ok), [true, false, false]);
      assert.equal(text('a.md'), 'x');
    });

    it('keeps the permissions of the file', async function () {
      if (!posix) this.skip();
      fs.writeFileSync(at('a.md'), 'one');
      fs.chmodSync(at('a.md'), 0o640);
      await disk.replace('a.md', await hash('a.md'), bytes('two'));
      assert.equal(fs.statSync(at('a.md')).mode & 0o777, 0o640);
    });

    it('leaves a read-only file alone and says so', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      fs.chmodSync(at('a.md'), 0o444);
      const result = await disk.replace('a.md', await hash('a.md'), bytes('two'));
      assert.match(result.ok ? '' : result.reason, /read-only/);
      assert.equal(text('a.md'), 'one');
    });

    it('keeps a link inside the workspace a link and saves what it leads to', async function () {
      if (!posix) this.skip();
      fs.mkdirSync(at('real'));
      fs.writeFileSync(at('real/a.md'), 'one');
      fs.symlinkSync('real/a.md', at('a.md'));
      await disk.replace('a.md', await hash('a.md'), bytes('two'));
      assert.equal(text('real/a.md'), 'two');
      assert.equal(fs.lstatSync(at('a.md')).isSymbolicLink(), true);
    });

    it('loses no line of two programs that append by turns', async () => {
      fs.writeFileSync(at('a.md'), '');
      const append = async (writer: NodeDisk, line: string) => {
        for (;;) {
          const now = (await writer.read('a.md'))!;
          if ((await writer.replace('a.md', now.hash, bytes(`${Buffer.from(now.bytes)}${line}\n`))).ok) return;
        }
      };
      const writers = ['anna', 'bekzod'].map(async name => {
        const writer = new NodeDisk(root);
        for (let n = 0; n < 25; n++) await append(writer, `${name} ${n}`);
      });
      await Promise.all(writers);
      assert.equal(new Set(text('a.md').trim().split('\n')).size, 50);
    });
  });

  describe('confirming what the editor wrote', () => {
    it('has the disk confirm the file before it gives the bytes', async () => {
      fs.writeFileSync(at('a.md'), 'by the editor');
      const synced: string[] = [];
      const file = await withSync(async (path, sync) => { synced.push(path); await sync(); }, () => disk.confirmed('a.md'));
      assert.equal(Buffer.from(file!.bytes).toString(), 'by the editor');
      assert.ok(synced.includes(at('a.md')));
      assert.equal(await disk.confirmed('gone.md'), undefined);
    });

    it('says so when the disk does not confirm it', async () => {
      fs.writeFileSync(at('a.md'), 'by the editor');
      const refused = withSync(() => Promise.reject(Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })), () => disk.confirmed('a.md'));
      await assert.rejects(refused, Refusal);
    });
  });

  describe('removing', () => {
    it('hands the file to the trash when it is what the person saw', async () => {
      const trashed: string[] = [];
      disk = new NodeDisk(root, async path => void trashed.push(path));
      fs.writeFileSync(at('a.md'), 'one');
      assert.equal((await disk.remove('a.md', await hash('a.md'))).ok, true);
      assert.deepEqual(trashed, [fs.realpathSync(at('a.md'))]);
    });

    it('keeps a file that was changed meanwhile', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      const before = await hash('a.md');
      fs.writeFileSync(at('a.md'), 'theirs');
      const result = await disk.remove('a.md', before);
      assert.equal(!result.ok && result.why, 'changed');
      assert.equal(text('a.md'), 'theirs');
    });

    it('says why when the trash refuses', async () => {
      disk = new NodeDisk(root, () => Promise.reject(new Error('the trash is full')));
      fs.writeFileSync(at('a.md'), 'one');
      const result = await disk.remove('a.md', await hash('a.md'));
      assert.equal(result.ok ? '' : result.reason, 'the trash is full');
    });
  });

  describe('keeping inside the folder', () => {
    const refused = async (path: string) => {
      await assert.rejects(disk.read(path), Refusal);
      assert.equal((await disk.createExclusive(path, bytes('x'))).ok, false);
      assert.equal((await disk.replace(path, 'x', bytes('x'))).ok, false);
      assert.equal((await disk.remove(path, 'x')).ok, false);
    };

    for (const path of ['../a.md', 'sources/../../a.md', '/etc/hostname', 'a\\..\\b.md', 'a\0.md', './a.md', 'a//b.md']) {
      it(`refuses the path ${JSON.stringify(path)}`, () => refused(path));
    }

    it('refuses files and folders that are links to the outside, and changes nothing there', async function () {
      if (!posix) this.skip();
      fs.mkdirSync(join(outer, 'private'));
      fs.writeFileSync(join(outer, 'private/a.md'), 'secret');
      fs.symlinkSync(join(outer, 'private'), at('folder'));
      fs.symlinkSync(join(outer, 'private/a.md'), at('file.md'));
      for (const path of ['folder/a.md', 'folder/new.md', 'file.md']) await refused(path);
      assert.equal((await disk.createExclusive('folder/deep/new.md', bytes('x'))).ok, false);
      assert.deepEqual(fs.readdirSync(join(outer, 'private')), ['a.md']);
      assert.equal(fs.readFileSync(join(outer, 'private/a.md'), 'utf8'), 'secret');
      assert.deepEqual(await disk.list('', ['.md']), []);
    });

    it('works in a workspace folder that is itself reached through a link', async function () {
      if (!posix) this.skip();
      fs.symlinkSync(root, join(outer, 'alias'));
      disk = new NodeDisk(join(outer, 'alias'));
      assert.equal((await disk.createExclusive('sources/a.md', bytes('one'))).ok, true);
      assert.equal(text('sources/a.md'), 'one');
    });

    it('refuses links that lead in a circle', async function () {
      if (!posix) this.skip();
      fs.symlinkSync('b.md', at('a.md'));
      fs.symlinkSync('a.md', at('b.md'));
      await assert.rejects(disk.read('a.md'), /circle/);
      assert.deepEqual(await disk.list('', ['.md']), []);
    });

    it('neither reads nor waits for a named pipe', async function () {
      if (!posix) this.skip();
      execFileSync('mkfifo', [at('a.md')]);
      await assert.rejects(disk.read('a.md'), /not a file/);
      assert.equal((await disk.replace('a.md', 'x', bytes('x'))).ok, false);
      assert.deepEqual(await disk.list('', ['.md']), []);
    });

    it('refuses a folder that is named like a source', async () => {
      fs.mkdirSync(at('a.md'));
      await assert.rejects(disk.read('a.md'), /not a file/);
      assert.equal((await disk.createExclusive('a.md', bytes('x'))).ok, false);
    });
  });

  describe('reading', () => {
    it('gives exactly the bytes', async () => {
      const original = new Uint8Array(3_000_000).map((_, n) => n * 7 % 251);
      fs.writeFileSync(at('a.bib'), original);
      assert.deepEqual(new Uint8Array((await disk.read('a.bib'))!.bytes), original);
    });

    it('gives an empty file as empty, and nothing where there is none', async () => {
      fs.writeFileSync(at('a.md'), '');
      assert.equal((await disk.read('a.md'))!.bytes.length, 0);
      assert.equal(await disk.read('b.md'), undefined);
      assert.equal(await disk.read('no/folder/b.md'), undefined);
    });

    it('refuses a file over the limit before reading it', async () => {
      fs.writeFileSync(at('a.bib'), '');
      fs.truncateSync(at('a.bib'), 64 * 1024 * 1024 + 1);
      await assert.rejects(disk.read('a.bib'), /64 MB/);
    });

    it('C-11 says so when the workspace folder is gone', async () => {
      fs.rmSync(root, { recursive: true });
      await assert.rejects(disk.list('sources', ['.md']), /can’t be reached/);
      await assert.rejects(disk.read('a.md'), /can’t be reached/);
    });
  });

  describe('listing', () => {
    const paths = async (folder: string, endings: readonly string[]) =>
      (await disk.list(folder, endings)).map(entry => entry.path).sort();

    it('finds the endings asked for in all folders but those of other tools', async () => {
      const files = ['a.bib', 'B.BIB', 'c.md', 'deep/er/d.bib', 'node_modules/e.bib', '.git/f.bib', '.g.bib'];
      for (const path of files) await disk.createExclusive(path, bytes(''));
      assert.deepEqual(await paths('', ['.bib']), ['B.BIB', 'a.bib', 'deep/er/d.bib']);
      assert.deepEqual(await paths('deep', ['.bib', '.md']), ['deep/er/d.bib']);
    });

    it('is empty for a folder that is not there', async () => {
      assert.deepEqual(await disk.list('sources', ['.md']), []);
    });

    it('gives a new stamp after a change', async () => {
      fs.writeFileSync(at('a.md'), 'one');
      const [before] = await disk.list('', ['.md']);
      await disk.replace('a.md', await hash('a.md'), bytes('three'));
      const [after] = await disk.list('', ['.md']);
      assert.notEqual(before!.stamp, after!.stamp);
    });

    it('lists a link to a file inside the workspace and does not walk linked folders', async function () {
      if (!posix) this.skip();
      fs.mkdirSync(at('real'));
      fs.writeFileSync(at('real/a.md'), '');
      fs.symlinkSync('real/a.md', at('b.md'));
      fs.symlinkSync('.', at('loop'));
      assert.deepEqual(await paths('', ['.md']), ['b.md', 'real/a.md']);
    });

    it('removes temporary files of ours that are older than an hour, and nothing else', async () => {
      const old = new Date(Date.now() - 2 * 3600_000);
      const names = ['.commonplace-0123456789abcdef.tmp', '.commonplace-fedcba9876543210.tmp', '.other.tmp'];
      for (const name of names) fs.writeFileSync(at(name), '');
      for (const name of [names[0]!, names[2]!]) fs.utimesSync(at(name), old, old);
      await disk.list('', ['.md']);
      assert.deepEqual(fs.readdirSync(root).sort(), [names[1], names[2]]);
    });
  });

  describe('a program killed while it saves', () => {
    const kills = Number(process.env['COMMONPLACE_KILLS'] ?? 20);
    const seed = Number(process.env['COMMONPLACE_SEED'] ?? 20260914);

    it(`leaves each file whole and loses no acknowledged save: ${kills} kills with ${filesAtOnce} files each, seed ${seed}`, async function () {
      this.timeout(30_000 + kills * 1000);
      const program = savingProgram(outer);
      let state = seed;
      const chance = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
      let saves = 0;
      for (let run = 0; run < kills; run++) saves += await killOnce(program, fs.mkdtempSync(join(root, 'run')), chance() * 40);
      assert.ok(saves > kills * filesAtOnce / 2, `only ${saves} saves were seen`);
    });
  });
});

/** A program that saves ten files again and again, each time larger or smaller, and prints file and number of each save done. */
function savingProgram(folder: string): string {
  const outfile = join(folder, 'saving.cjs');
  const source = `
    import { writeSync } from 'node:fs';
    import { NodeDisk } from './src/host/node/nodeDisk';
    const disk = new NodeDisk(process.argv[2]);
    const body = n => Buffer.from('begin ' + n + '\\n' + 'a line of the note\\n'.repeat(n * 997 % 5000) + 'end ' + n);
    async function save(file) {
      let done = await disk.createExclusive(file + '.md', body(0));
      for (let n = 1; done.ok; n++) {
        writeSync(1, file + ' ' + (n - 1) + '\\n');
        done = await disk.replace(file + '.md', done.version, body(n));
      }
      throw new Error(done.reason);
    }
    for (let file = 0; file < ${filesAtOnce}; file++) save(file);`;
  buildSync({ stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' }, outfile, bundle: true, platform: 'node' });
  return outfile;
}

/** Starts the program, kills it some milliseconds after its first save, and looks at what it left. Returns the saves seen. */
async function killOnce(program: string, root: string, delay: number): Promise<number> {
  const child = spawn(process.execPath, [program, root], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += chunk.toString();
  });
  const signal = await new Promise(resolve => child.on('close', (_, how) => resolve(how)));
  assert.equal(signal, 'SIGKILL');
  const acknowledged = said.trimEnd().split('\n').map(line => line.split(' ').map(Number) as [number, number]);
  const last = new Map(acknowledged);
  for (const name of fs.readdirSync(root).filter(found => found.endsWith('.md'))) {
    checkWhole(join(root, name), last.get(Number.parseInt(name)) ?? 0);
  }
  return acknowledged.length;
}

function checkWhole(path: string, last: number): void {
  const left = fs.readFileSync(path, 'utf8');
  const [, begin, end] = /^begin (\d+)\n(?:a line of the note\n)*end (\d+)$/.exec(left) ?? [];
  assert.ok(begin !== undefined && begin === end, `${path} is torn: ${left.length} characters`);
  assert.ok(Number(begin) >= last, `save ${last} of ${path} was acknowledged, but ${begin} is on disk`);
}

/** Does a task while every file that is opened confirms in this way. */
async function withSync<T>(confirm: (path: string, sync: () => Promise<void>) => Promise<void>, task: () => Promise<T>): Promise<T> {
  const { open } = fs.promises;
  const watched = Object.assign(fs.promises, {
    open: async (...args: Parameters<typeof open>) => {
      const handle = await open(...args);
      const sync = handle.sync.bind(handle);
      return Object.assign(handle, { sync: () => confirm(String(args[0]), sync) });
    },
  });
  return task().finally(() => Object.assign(watched, { open }));
}
