import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSourceFile } from '../../../src/core/library';
import { NodeDisk } from '../../../src/host/node/nodeDisk';
import { amount, chanceFrom, seed } from '../tier';
import { openLibrary } from './diskFiles';
import { killed, programOf, textsIn, workingLibrary } from './program';

/** What is wrong after a kill with what was acknowledged before it. */
function losses(folder: string, said: readonly string[]): readonly string[] {
  const files = new Map([...textsIn(folder)].map(([key, text]) => [key, readSourceFile(text)]));
  const torn = [...files].filter(([, file]) => file.frozen !== undefined).map(([key]) => `${key} is torn`);
  const lost = said.filter((line) => {
    const [kind, key = '', what = ''] = line.split(' ');
    const file = files.get(key);
    if (kind === 'note') return file?.notes.some(({ note }) => note.id === what) !== true;
    return kind === 'volume' ? Number(file?.item.volume ?? -1) < Number(what) : file === undefined;
  });
  return [...torn, ...lost.map((line) => `lost: ${line}`)];
}

describe('a program is killed', function () {
  const kills = amount({ short: 8, long: 1000, campaign: 10_000 });
  this.timeout(60_000 + kills * 2000);
  let outer: string;
  before(() => { outer = fs.mkdtempSync(join(tmpdir(), 'commonplace-kills-')); });
  after(() => fs.rmSync(outer, { recursive: true, force: true }));

  it(`S-01 while its library takes notes: ${kills} times, no file is torn and no acknowledged note is lost (seed ${seed})`, async () => {
    const program = programOf(workingLibrary, outer);
    const chance = chanceFrom(seed);
    let acknowledged = 0;
    for (let run = 0; run < kills; run += 1) {
      const folder = fs.mkdtempSync(join(outer, 'run'));
      const said = await killed(program, folder, chance() * 120);
      assert.deepEqual(losses(folder, said), [], `run ${run}`);
      acknowledged += said.length;
      fs.rmSync(folder, { recursive: true, force: true });
    }
    console.log(`      ${kills} kills, ${acknowledged} acknowledged writes`);
    assert.ok(acknowledged >= kills);
  });

  it('S-02 what it left lying goes when it is an hour old, and only that', async () => {
    const program = programOf(workingLibrary, outer);
    const folder = fs.mkdtempSync(join(outer, 'run'));
    const stray = (): string[] => fs.readdirSync(join(folder, 'sources')).filter((name) => name.endsWith('.tmp'));
    for (let tries = 0; tries < 40 && (!fs.existsSync(join(folder, 'sources')) || stray().length === 0); tries += 1) await killed(program, folder, tries % 20);
    if (stray().length === 0) fs.writeFileSync(join(folder, 'sources', '.commonplace-0123456789abcdef.tmp'), 'half');
    const [left] = stray();
    await new NodeDisk(folder).list('sources', ['.md']);
    assert.ok(stray().includes(left!), 'one that may still be in use was taken away');
    for (const name of stray()) fs.utimesSync(join(folder, 'sources', name), new Date(0), new Date(0));
    await new NodeDisk(folder).list('sources', ['.md']);
    assert.deepEqual(stray(), []);
  });

  it('S-13 in the middle of an import: every file is whole, and the same import again makes it complete', async () => {
    const importing = workingLibrary.replace(/for \(let n = 0; ; n \+= 1\) \{[\s\S]*?\n {4}\}\n {2}\}/, `
    await store.add(Array.from({ length: 200 }, (_, n) => record(n)), { progress: (done) => { if (done < 1) say('progress', done); } });
    for (;;) await new Promise((resolve) => setTimeout(resolve, 1000));
  }`);
    assert.notEqual(importing, workingLibrary);
    const program = programOf(importing, outer);
    const folder = fs.mkdtempSync(join(outer, 'run'));
    await killed(program, folder, 20);
    const before = textsIn(folder).size;
    assert.ok(before > 0 && before < 200, `${before}`);
    assert.deepEqual(losses(folder, []), []);
    const store = await openLibrary(folder);
    const item = (n: number) => ({ id: '', type: 'book' as const, title: `Part ${n} of the Silence of Middle Powers`, author: [{ family: `Okafor${n}` }], issued: { 'date-parts': [[2020]] } });
    const again = await store.add(Array.from({ length: 200 }, (_, n) => ({ format: 'bibtex' as const, span: { start: 0, end: 1 }, pasted: 'pasted\n'.repeat(n % 50), certainty: {}, item: item(n) })));
    assert.deepEqual([again.problems, again.added.length + again.known.length + again.merged.length, textsIn(folder).size], [[], 200, 200]);
  });
});
