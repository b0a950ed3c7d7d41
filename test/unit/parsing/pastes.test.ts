/**
 * Every text in test/fixtures/pastes is read into exactly what stands beside it. After a change of mind,
 * `UPDATE=1` writes the expectations anew; read the difference before keeping it.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parsePaste, type Reading } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const folder = join(process.cwd(), 'test', 'fixtures', 'pastes');
const names = readdirSync(folder).filter((file) => file.endsWith('.txt')).map((file) => basename(file, '.txt'));

const summary = ({ records, problems }: Reading): unknown => JSON.parse(JSON.stringify({
  records: records.map(({ format, item, span }) => ({ format, item, span })),
  problems: problems.map(({ code, span }) => ({ code, span })),
}));

describe('pastes', () => {
  for (const name of names) {
    it(`${name} is read as expected`, async () => {
      const reading = summary(await parsePaste(readFileSync(join(folder, `${name}.txt`), 'utf8'), { engine: directEngine }));
      const file = join(folder, `${name}.json`);
      if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(reading, null, 2)}\n`);
      assert.deepEqual(reading, JSON.parse(readFileSync(file, 'utf8')));
    });
  }
});
