/** An export over a file that is there: whole, or as if nothing had been tried. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { Refusal } from '../../src/host/disk';
import { putOver } from '../../src/host/node/puttingOver';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const posix = process.platform !== 'win32';
const nobody = 65_534;

describe('an export over a file that is there', () => {
  let folder: string;
  let file: string;
  const text = (): string => fs.readFileSync(file, 'utf8');
  const names = (): string[] => fs.readdirSync(folder).sort();

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'commonplace-export-'));
    file = join(folder, 'theirs.bib');
    fs.writeFileSync(file, '@book{theirs}', { mode: 0o640 });
  });
  afterEach(() => {
    fs.chmodSync(folder, 0o755);
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('takes its place in one step, with its permissions, and leaves nothing beside it', async () => {
    await putOver(file, bytes('@book{ours}'));
    await putOver(join(folder, 'new.bib'), bytes('@book{new}'));
    assert.deepEqual([text(), names()], ['@book{ours}', ['new.bib', 'theirs.bib']]);
    if (posix) assert.equal(fs.statSync(file).mode & 0o777, 0o640);
  });

  it('replaces what a link leads to, and not the link', async () => {
    if (!posix) return;
    const link = join(folder, 'link.bib');
    fs.symlinkSync('theirs.bib', link);
    fs.symlinkSync('nowhere.bib', join(folder, 'lost.bib'));
    await putOver(link, bytes('@book{ours}'));
    assert.deepEqual([text(), fs.readlinkSync(link)], ['@book{ours}', 'theirs.bib']);
    await assert.rejects(putOver(join(folder, 'lost.bib'), bytes('x')), /a link that leads nowhere/);
  });

  it('S-15 takes away what an earlier one left in the folder when it was ended, and nothing else', async () => {
    const own = '.commonplace-0123456789abcdef.tmp';
    const long = new Date(Date.now() - 2 * 3600_000);
    const put = (name: string, time = long): void => {
      fs.writeFileSync(join(folder, name), 'x');
      fs.utimesSync(join(folder, name), time, time);
    };
    const kept = ['.commonplace-0123456789abcdeg.tmp', '.commonplace-0123456789abcdef.tmp.bib', '.other-0123456789abcdef.tmp', 'commonplace.tmp'];
    for (const name of [own, ...kept]) put(name);
    put('.commonplace-1111111111111111.tmp', new Date());
    fs.mkdirSync(join(folder, '.commonplace-2222222222222222.tmp'));
    const others = posix ? ['.commonplace-3333333333333333.tmp'] : [];
    if (posix) fs.symlinkSync('theirs.bib', join(folder, '.commonplace-3333333333333333.tmp'));
    if (posix && process.geteuid?.() === 0) {
      put('.commonplace-4444444444444444.tmp');
      fs.chownSync(join(folder, '.commonplace-4444444444444444.tmp'), nobody, nobody);
      others.push('.commonplace-4444444444444444.tmp');
    }
    await putOver(file, bytes('@book{ours}'));
    assert.deepEqual(names(), ['theirs.bib', ...kept, '.commonplace-1111111111111111.tmp', '.commonplace-2222222222222222.tmp', ...others].sort());
  });

  it('S-02 leaves the old file or the new one when it is killed, and the next one takes away what was left', async function () {
    if (!posix) this.skip();
    this.timeout(60_000);
    const program = join(folder, 'program.cjs');
    await build({ stdin: { contents: `import { putOver } from ${JSON.stringify(resolve('src/host/node/puttingOver.ts'))}; const text = new TextEncoder().encode('@book{ours}'.repeat(100000)); process.send('ready'); void (async () => { for (;;) await putOver(process.argv[2], text); })();`, resolveDir: folder, loader: 'ts' }, outfile: program, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    let strays = 0;
    for (let n = 0; n < 40; n += 1) {
      const child = fork(program, [file]);
      await once(child, 'message');
      await new Promise((done) => setTimeout(done, (n * 7) % 40));
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      assert.match(text(), /^(?:@book\{theirs\}|(?:@book\{ours\}){100000})$/);
      strays = Math.max(strays, names().filter((name) => name.endsWith('.tmp')).length);
    }
    assert.ok(strays > 0, 'no kill came in the middle of a write');
    const long = new Date(Date.now() - 2 * 3600_000);
    for (const name of names()) if (name.endsWith('.tmp')) fs.utimesSync(join(folder, name), long, long);
    await putOver(file, bytes('@book{ours}'));
    assert.deepEqual(names(), ['program.cjs', 'theirs.bib']);
  });

  for (const [step, code] of [['write', 'ENOSPC'], ['sync', 'EIO'], ['write', 'EDQUOT']] as const) {
    it(`leaves it as it was when the disk fails (${code} at ${step})`, async () => {
      const handle = await open(file);
      const steps = Object.getPrototypeOf(handle) as { [name: string]: unknown };
      await handle.close();
      const whole = steps[step];
      let begun = 0;
      steps[step] = () => { begun += 1; return Promise.reject(Object.assign(new Error(code), { code })); };
      try {
        await assert.rejects(putOver(file, bytes('@book{ours}'.repeat(1000))), Refusal);
      } finally {
        steps[step] = whole;
      }
      assert.deepEqual([begun, text(), names()], [1, '@book{theirs}', ['theirs.bib']]);
    });
  }

  it('leaves it as it was in a folder that takes no new files, and when it may not be written to', async () => {
    if (!posix) return;
    const isRoot = process.geteuid?.() === 0;
    for (const one of isRoot ? [folder, file] : []) fs.chownSync(one, nobody, nobody);
    fs.chmodSync(folder, 0o555);
    // Root may write everywhere, so another looks.
    if (isRoot) process.seteuid?.(nobody);
    try {
      await assert.rejects(putOver(file, bytes('x')), /takes no new files/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(file, 0o440);
    await assert.rejects(putOver(file, bytes('x')), /read-only/);
    await assert.rejects(putOver(folder, bytes('x')), /a folder or a device/);
    assert.deepEqual([text(), names()], ['@book{theirs}', ['theirs.bib']]);
  });
});
