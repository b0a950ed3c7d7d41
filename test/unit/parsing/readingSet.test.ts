/** The pastes of test/bench/reading: none makes the reader throw, nothing doubtful is filled in, and no layout is read worse than it once was. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../bench/compare';
import { f1, scorePaste } from '../../bench/score';
import { directEngine } from '../../doubles/directEngine';
import { assertGuarded } from './guarded';

const folder = join(process.cwd(), 'test', 'bench', 'reading');
const floors = JSON.parse(readFileSync(join(folder, 'floors.json'), 'utf8')) as Readonly<Record<string, number>>;
const layouts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const namesIn = (layout: string): readonly string[] =>
  readdirSync(join(folder, layout)).filter((file) => file.endsWith('.txt') && !file.endsWith('-aside.txt')).map((file) => file.slice(0, -'.txt'.length));

async function score(layout: string, name: string): Promise<number> {
  const text = readFileSync(join(folder, layout, `${name}.txt`), 'utf8');
  const { records } = await parsePaste(text, { engine: directEngine });
  records.forEach(assertGuarded);
  const found = records.map(({ item }) => JSON.parse(JSON.stringify(item)) as Item);
  return f1(scorePaste(found, JSON.parse(readFileSync(join(folder, layout, `${name}.json`), 'utf8')) as Item[], text));
}

describe('The reading set', function () {
  this.timeout(20_000);
  for (const layout of layouts) {
    it(`${layout} is read no worse than its floor, and nothing doubtful is filled in`, async () => {
      const scores = await Promise.all(namesIn(layout).map((name) => score(layout, name)));
      const mean = scores.reduce((sum, one) => sum + one, 0) / Math.max(scores.length, 1);
      assert.ok(mean >= (floors[layout] ?? 0), `${layout}: ${mean.toFixed(3)} is below ${floors[layout]}`);
    });
  }

  it('every paste has its truth beside it, and every floor its layout', () => {
    for (const layout of layouts) for (const name of namesIn(layout)) assert.ok(existsSync(join(folder, layout, `${name}.json`)), `${layout}/${name}`);
    assert.deepEqual(Object.keys(floors).filter((layout) => !layouts.includes(layout)), []);
  });
});
