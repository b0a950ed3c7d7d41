/** What a suite does with a file in which a test failed: what a busy machine may have upset is run again, what may have lost something is not. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Counts = { readonly passes: number; readonly failures: number; readonly pending: number; readonly failed?: readonly string[] };
type Run = Counts & { readonly files?: { readonly [file: string]: Counts } };
type Again = (first: Run, run: (files: readonly string[]) => Promise<Run>) => Promise<Run>;

const passed: Counts = { passes: 3, failures: 0, pending: 0, failed: [] };
const broken = (name: string): Counts => ({ passes: 2, failures: 1, pending: 0, failed: [`${name} failed`] });

describe('a suite in which a test failed', () => {
  let again: Again;
  let ran: readonly string[];
  before(async () => { ({ again } = await import(pathToFileURL(path.resolve('scripts/mocha.mjs')).href) as { readonly again: Again }); });
  // What it would say of these files, which nobody ran, has no place in the report.
  const { log } = console;
  beforeEach(() => { ran = []; console.log = () => undefined; });
  afterEach(() => { console.log = log; });

  /** The outcome when these files failed, and all pass that are run again. */
  async function afterwards(...files: readonly string[]): Promise<Run> {
    const of = Object.fromEntries([['/out/test/unit/fold.test.js', passed], ...files.map((file): [string, Counts] => [file, broken(path.basename(file))])]);
    return again({ passes: 3 + 2 * files.length, failures: files.length, pending: 0, files: of }, (chosen) => {
      ran = chosen;
      return Promise.resolve({ passes: 3 * chosen.length, failures: 0, pending: 0, failed: [] });
    });
  }

  it('runs the file again, and counts it as it then was', async () => {
    const { passes, failures, failed } = await afterwards('/out/test/unit/search.test.js');
    assert.deepEqual([ran, passes, failures, failed], [['/out/test/unit/search.test.js'], 6, 0, []]);
  });

  it('gives no second try to what may have lost something, or was taken badly by chance', async () => {
    const files = ['reliability/crash/kills', 'reliability/crash/writers', 'reliability/crash/powerLoss', 'reliability/crash/faults', 'reliability/hostile/fuzz', 'reliability/vanishing', 'reliability/damaged', 'reliability/history', 'reliability/storage', 'unit/nodeDisk', 'unit/library/store', 'unit/merge/merge'];
    const built = [...files.map((file) => `/out/test/${file}.test.js`), '/out/test/e2e/kills.e2e.js'];
    for (const file of [...files.map((name) => `test/${name}.test.ts`), 'test/e2e/kills.e2e.ts']) assert.ok(existsSync(file), file);
    const { failures, failed } = await afterwards(...built, '/out/test/unit/search.test.js');
    assert.deepEqual(ran, ['/out/test/unit/search.test.js']);
    assert.equal(failures, built.length);
    assert.deepEqual(failed, built.map((file) => `${path.basename(file)} failed`));
    const onWindows = await afterwards(...built.map((file) => file.replaceAll('/', '\\')));
    assert.equal(onWindows.failures, built.length);
  });
});
