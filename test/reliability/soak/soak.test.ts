/** A library that is worked in for very long, in one process: it holds no more at the end than soon after its beginning, and has lost nothing. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amount, chanceFrom, seed } from '../tier';
import { heldNow, type Held } from './held';
import { LivingLibrary, readAnew } from './livingLibrary';

const mostGrowth = 10_000_000;

type Outcome = { readonly early: Held; readonly late: Held; readonly faults: readonly string[] };

/** What is not as it was acknowledged, and what was left lying. */
async function lossesIn(folder: string, library: LivingLibrary): Promise<readonly string[]> {
  const said = await readAnew(join(folder, 'workspace'));
  const lost = [...library.acknowledged].flatMap(([key, { title, notes }]) => {
    const found = said.get(key);
    if (found?.title !== title) return [`${key} says “${found?.title}” and not “${title}”`];
    const gone = [...notes].filter(([id, words]) => found.notes.get(id) !== words).map(([id]) => `${key}: the note ${id} is not as it was written`);
    return found.notes.size === notes.size ? gone : [...gone, `${key} has ${found.notes.size} notes and not ${notes.size}`];
  });
  const more = [...said.keys()].filter((key) => !library.acknowledged.has(key)).map((key) => `${key} is there and should not be`);
  const left = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp')).map((name) => `${name} was left lying`);
  return [...library.refused, ...lost, ...more, ...left];
}

/** Lives for so many steps; `besides` is done after each. Memory is looked at after a tenth of them and at the end. */
async function lived(folder: string, steps: number, besides: (library: LivingLibrary, step: number) => void = () => undefined): Promise<Outcome> {
  fs.mkdirSync(join(folder, 'workspace'));
  fs.mkdirSync(join(folder, 'storage'));
  const library = new LivingLibrary(folder, chanceFrom(seed));
  await library.open();
  let early: Held | undefined;
  for (let step = 0; step < steps; step += 1) {
    if (step === Math.floor(steps / 10)) early = await library.rest().then(heldNow);
    await library.step();
    besides(library, step);
  }
  const late = await library.rest().then(heldNow);
  library.store.dispose();
  assert.ok(early !== undefined);
  return { early, late, faults: await lossesIn(folder, library) };
}

/** What a long life must not do. */
function leaksIn({ early, late, faults }: Outcome): readonly string[] {
  const grown = late.bytes - early.bytes;
  return [
    ...(grown < mostGrowth ? [] : [`it grew by ${(grown / 1e6).toFixed(1)} MB`]),
    ...(late.files <= early.files ? [] : [`${late.files - early.files} files stayed open`]),
    ...(late.resources.length <= early.resources.length ? [] : [`it is kept alive by ${late.resources.join(', ')}`]),
    ...faults,
  ];
}

describe('a long life', function () {
  const steps = amount({ short: 1000, long: 10_000, campaign: 100_000 });
  this.timeout(120_000 + steps * 200);
  let folder: string;
  beforeEach(() => { folder = fs.mkdtempSync(join(tmpdir(), 'commonplace-soak-')); });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it(`of ${steps} edits, searches and completions in one process leaves memory and open files as they were, and every acknowledged note in its file (seed ${seed})`, async () => {
    const outcome = await lived(folder, steps);
    const { early, late } = outcome;
    console.log(`      ${steps} steps: from ${(early.bytes / 1e6).toFixed(1)} to ${(late.bytes / 1e6).toFixed(1)} MB, from ${early.files} to ${late.files} open files`);
    assert.deepEqual(leaksIn(outcome), []);
  });

  it('would be seen to grow, to keep files open, and to have lost a note', async () => {
    const kept: unknown[] = [];
    const opened: number[] = [];
    const outcome = await lived(folder, 60, (library, step) => {
      kept.push(Array.from({ length: 50_000 }, () => step + 0.5));
      if (step === 50) opened.push(fs.openSync(join(folder, 'workspace'), 'r'));
      if (step === 59) [...library.acknowledged.values()][0]?.notes.set('n00000000', 'Never written.');
    });
    opened.forEach((file) => fs.closeSync(file));
    assert.equal(kept.length, 60);
    const leaks = leaksIn(outcome).join('\n');
    for (const sign of [/^it grew by \d+\.\d MB$/mu, /^1 files stayed open$/mu, /: the note n00000000 is not as it was written$/mu]) assert.match(leaks, sign);
  });
});
