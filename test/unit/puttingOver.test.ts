/** An export over a file that is there: whole, or as if nothing had been tried. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
