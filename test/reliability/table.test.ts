import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { excuse, hasTest, ids, namedIn, rowsOf } from './table';

const rows = rowsOf(readFileSync('test/reliability/README.md', 'utf8'));

function textOf(file: string): string {
  const found = ['.test.ts', '.e2e.ts'].map((ending) => `test/${file}${ending}`).find((path) => existsSync(path));
  return found === undefined ? '' : readFileSync(found, 'utf8');
}

describe('the table of faults', () => {
  it('has one row for each fault', () => {
    assert.deepEqual(rows.map(({ id }) => id), ids);
    assert.deepEqual(rows.filter(({ what }) => what.trim() === ''), []);
  });

  it('names tests, or says why there are none', () => {
    assert.deepEqual(rows.filter((row) => namedIn(row).length === 0 && excuse(row) === undefined), []);
  });

  it('names only tests that exist', () => {
    const lost = rows.flatMap((row) => namedIn(row).filter(({ file, title }) => !hasTest(textOf(file), title)).map((one) => ({ id: row.id, ...one })));
    assert.deepEqual(lost, []);
  });

  it('would notice a test that is not there', () => {
    const [row] = rowsOf('| S-01 | A fault | `unit/nodeDisk` “a title that no test has” |');
    assert.deepEqual(namedIn(row!), [{ file: 'unit/nodeDisk', title: 'a title that no test has' }]);
    assert.equal(hasTest(textOf('unit/nodeDisk'), 'a title that no test has'), false);
    assert.equal(hasTest(textOf('unit/nodeDisk'), 'never overwrites a file'), true);
  });
});
