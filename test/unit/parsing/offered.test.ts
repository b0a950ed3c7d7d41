/** What is less than half sure is offered and not filled in, whoever read it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { alternativesTo } from '../../../src/core/library';
import { parsePaste, readOwnProfiles, type ReadRecord } from '../../../src/core/parsing';
import { filledIn } from '../../../src/core/parsing/certainty';
import { reviewsOf, type Item, type Json } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { assertGuarded } from './guarded';

/** The texts beside these tests, and some of the reading set: all of that are asked in its own test, where they are read anyway. */
function texts(): readonly string[] {
  const folders = ['test/fixtures/pastes', ...['mixed', 'unseen-s', 'unseen-y'].map((layout) => join('test/bench/reading', layout))];
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  return files.filter((file) => file.endsWith('.txt') && !file.endsWith('-aside.txt')).map((file) => readFileSync(file, 'utf8'));
}

const wetlands = (sure: { readonly [field: string]: number }): string => JSON.stringify({
  id: 'wetlands-journal', type: 'article-journal',
  fingerprints: [{ re: '^Wetlands & Statecraft, part \\d+ of the year \\d{4}$', w: 4 }, { re: '^Penned by: ', w: 3 }],
  fields: [
    { to: 'volume', take: 'match', pattern: '^Wetlands & Statecraft, part (?<volume>\\d+) of', sure: sure['volume'] },
    { to: 'title', take: 'line', before: '^Penned by: ', sure: sure['title'] },
    { to: 'author', take: 'label', label: 'Penned by', sure: sure['author'] },
  ],
});
const page = ['Wetlands & Statecraft, part 3 of the year 2019', 'Draining the Marsh: Dikes and Districts', 'Penned by: Ottilie Marsh'].join('\n');

async function readPage(sure: { readonly [field: string]: number }): Promise<ReadRecord> {
  const { profiles, problems } = readOwnProfiles(wetlands(sure), 'mine.json');
  assert.deepEqual(problems, []);
  const { records } = await parsePaste(page, { engine: directEngine, profiles });
  return records[0] ?? assert.fail('nothing was read');
}

describe('What is less than half sure', function () {
  this.timeout(60_000);

  it('is offered and not filled in, in every text that there is', async () => {
    let offered = 0;
    for (const text of texts()) {
      for (const record of (await parsePaste(text, { engine: directEngine })).records) {
        offered += assertGuarded(record);
      }
    }
    assert.ok(offered > 4, `only ${offered} were offered: the texts do not try it`);
  });

  it('is offered whichever reader doubts it, and taken with one fix', async () => {
    const { item } = await readPage({ title: 0.9, author: 0.3, volume: 0.45 });
    assert.deepEqual([item.author, item.volume], [undefined, undefined]);
    assert.deepEqual(alternativesTo(item, 'author'), [[{ family: 'Marsh', given: 'Ottilie' }]]);
    assert.deepEqual(alternativesTo(item, 'volume'), ['3']);
  });

  it('stays where it is the title, so that the source has a name, and is to be looked at', async () => {
    const { item } = await readPage({ title: 0.2, author: 0.9, volume: 0.9 });
    assert.equal(item.title, 'Draining the Marsh: Dikes and Districts');
    assert.ok(reviewsOf(item).has('title'));
    assert.equal(item.volume, '3');
  });

  it('is what the threshold says, however sure the fields are', async () => {
    const sure = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(fc.asyncProperty(sure, sure, sure, async (title, author, volume) => {
      const record = await readPage({ title, author, volume });
      assertGuarded(record);
      assert.deepEqual(['author', 'volume'].map((field) => field in record.item), [author >= filledIn, volume >= filledIn]);
    }), { numRuns: 60 });
  });

  it('comes back as it was read when it is taken', async () => {
    const [offered, filled] = [await readPage({ title: 0.9, author: 0.1, volume: 0.1 }), await readPage({ title: 0.9, author: 0.9, volume: 0.9 })];
    for (const field of ['author', 'volume']) assert.deepEqual(alternativesTo(offered.item, field), [(filled.item as Item & { readonly [name: string]: Json })[field]]);
  });
});
