/** The comparison in the README: what it says of ours is shown by a test that is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

type Row = { readonly what: string; readonly others: readonly string[]; readonly ours: string; readonly shown: string };

const section = /^## Compared with others$([^]*?)^## /m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
const cellsOf = (line: string): readonly string[] => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim());
const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| **') && !/^\| (?:---|What a writer)/.test(line))
  .map((line): Row => {
    const cells = cellsOf(line.replace(/\|$/, ' |'));
    return { what: cells[0] ?? '', others: cells.slice(1, 9), ours: cells[9] ?? '', shown: cells.slice(10).join(' | ').replace(/\s*\|?$/, '') };
  });

/** The titles of the tests of a file, as they are written there. */
const titlesIn = (file: string): readonly string[] => [...readFileSync(file, 'utf8').matchAll(/\bit\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g)].map((match) => match[2] ?? '');

describe('The comparison in the README', () => {
  it('says yes, no or partly of each tool, and when they were compared', () => {
    assert.ok(rows.length >= 40, String(rows.length));
    assert.match(section, /compared them in August 2026/);
    for (const { what, others, ours } of rows) {
      assert.equal(others.length, 8, what);
      for (const other of others) assert.match(other, /^(?:yes|no|partly|–)$/, what);
      assert.match(ours, /^\*\*(?:yes|no|partly)\*\*/, what);
    }
  });

  for (const { what, ours, shown } of rows) {
    if (ours.startsWith('**no**')) it(`claims no test for what is not there: ${what}`, () => assert.equal(shown, ''));
    else {
      it(`points to a test that is there: ${what}`, () => {
        const [, path, title] = /^`((?:unit|integration|e2e)\/[\w./-]+)`: “(.+)”$/.exec(shown) ?? assert.fail(shown);
        const file = path?.endsWith('.e2e') === true ? `test/${path}.ts` : `test/${path}.test.ts`;
        assert.ok(existsSync(file), file);
        assert.ok(titlesIn(file).includes(title ?? ''), `“${title}” in ${file}`);
      });
    }
  }

  it('would notice a test that is gone', () => assert.ok(!titlesIn('test/unit/comparison.test.ts').includes('there is no such test')));
});
