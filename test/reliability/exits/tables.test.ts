/** Foreign text in tables, read again by a reader that knows nothing of us. */
import assert from 'node:assert/strict';
import { csvTable } from '../../../src/core/tables';
import { payloads } from './payloads';

/** CSV as RFC 4180 has it, and as spreadsheets read it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted, at] = ['', false, text.startsWith('\ufeff') ? 1 : 0];
  for (; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (quoted && sign === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || text.startsWith('\r\n', at))) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (sign === '\r') { rows.push([]); at += 1; }
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u;
const lines = (text: string): string => text.replace(/\r\n?/g, '\n');

describe('foreign text in a table for spreadsheets', () => {
  it('E-08 is one cell, never a formula, and is what was written but for the apostrophe that is told', () => {
    const { text, problems } = csvTable({ name: 'x', columns: ['a', 'b', 'c'], rows: payloads.map((payload) => ['first', payload, 'last']) });
    const [, ...rows] = readCsv(text);
    assert.equal(rows.length, payloads.length);
    let guarded = 0;
    rows.forEach((row, at) => {
      const [first, cell = '', last] = row;
      assert.deepEqual([row.length, first, last], [3, 'first', 'last']);
      assert.doesNotMatch(cell, formula);
      const isGuarded = cell === `'${lines(payloads[at] ?? '')}`;
      assert.ok(isGuarded || cell === lines(payloads[at] ?? ''), cell);
      if (isGuarded) guarded += 1;
    });
    assert.ok(guarded > 20);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', new RegExp(String(guarded)));
  });

  it('E-08 stays a number where it is one, and text in the headings', () => {
    assert.deepEqual(readCsv(csvTable({ name: 'x', columns: ['=a', 'b'], rows: [[-5, '-5']] }).text), [['\'=a', 'b'], ['-5', '\'-5']]);
  });
});
