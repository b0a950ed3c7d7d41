import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { inDraft } from '../../../src/core/exits';
import { crc32, csvTable, markdownTable, tableWriters, xlsxTable, zipped } from '../../../src/core/tables';
import type { Table } from '../../../src/core/tables';
import { growsWithSize } from '../../doubles/growth';
import { patience, runs } from '../../reliability/tier';

const table = (...rows: Table['rows'][number][]): Table => ({ name: 'Literature', columns: ['Concept', 'Quotation'], rows });
const unmarked = (text: string): string => text.replace('\uFEFF', '');

/** CSV as RFC 4180 has it, read by a reader of our own. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? bare ?? '' : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

/** Is its first sign that is no blank, and that somebody sees, one of a formula; or is its very first one a tab or a line's end? */
const isLikeFormula = (cell: string): boolean => '=+-@＝＋－＠'.includes([...cell].find((sign) => !/[\s\p{Cc}\p{Cf}]/u.test(sign)) ?? ' ') || ['\t', '\n'].includes(cell.charAt(0));

describe('a table as CSV', function () {
  this.timeout(patience(20_000));
  it('is read back, whatever stands in its cells', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))), (rows) => {
      const read = readCsv(unmarked(csvTable(table(...rows)).text));
      const wanted = rows.map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n')).map((cell) => (isLikeFormula(cell) ? `'${cell}` : cell)));
      assert.deepEqual(read, [['Concept', 'Quotation'], ...wanted]);
    }), { numRuns: runs(100), examples: [[[[' +', '']]], [[['\u200b=1', '\n']]]] });
  });

  it('lets no text become a formula, and tells how often it had to', () => {
    const { text, problems } = csvTable(table(['=HYPERLINK("http://x")', '+1'], ['-2', '@SUM(A1)'], ['\tx', -2], ['＝1', 'a=b']));
    assert.deepEqual(readCsv(unmarked(text)).slice(1), [['\'=HYPERLINK("http://x")', "'+1"], ["'-2", "'@SUM(A1)"], ["'\tx", '-2'], ["'＝1", 'a=b']]);
    assert.deepEqual(problems.map(({ code }) => code), ['table-guarded']);
    assert.deepEqual(csvTable(table(['a', 'b'])).problems, []);
  });

  it('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 asks', () => {
    assert.equal(csvTable(table(['многовекторность', 'a, "b"\nc'])).text, '\uFEFFConcept,Quotation\r\nмноговекторность,"a, ""b""\nc"\r\n');
  });
});

describe('a table as Markdown', function () {
  this.timeout(patience(20_000));
  it('keeps each row on one line, and lets no text mean anything but itself', () => {
    const text = markdownTable(table(['a | b', '*one*\n\ntwo'], [{ text: 'Lee 2018', markdown: inDraft`[@lee2018, p. 3]` }, 7], ['<script>']));
    assert.equal(text, '| Concept | Quotation |\n| --- | --- |\n| a \\| b | \\*one\\*<br><br>two |\n| [@lee2018, p. 3] | 7 |\n| \\<script\\> |  |\n');
  });

  it('has as many cells in each row as there are columns', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))), (rows) => {
      const lines = markdownTable(table(...rows)).split('\n');
      assert.equal(lines.length, rows.length + 3);
      for (const line of lines.slice(0, -1)) assert.equal(line.replace(/\\./g, '').split('|').length, 4, line);
    }), { numRuns: runs(100) });
  });
});

/** Runs a program of Python, which comes with a reader of archives and one of XML; undefined where there is no Python. */
function inPython(bytes: Uint8Array, program: string): string | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tables-'));
  try {
    writeFileSync(path.join(folder, 'a.zip'), bytes);
    return execFileSync('python3', ['-c', program, path.join(folder, 'a.zip')], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('numbers in a Markdown table', () => {
  it('stand to the right where a column has nothing else', () => {
    assert.equal(markdownTable(table(['a', 1], ['b', 2])).split('\n')[1], '| --- | ---: |');
    assert.equal(markdownTable(table()).split('\n')[1], '| --- | --- |');
  });
});

describe('a table as a workbook', () => {
  it('has columns beyond Z, or none', () => {
    const texts = (wide: Table): string => new TextDecoder().decode(xlsxTable(wide).bytes);
    const wide = texts({ name: 'x', columns: Array.from({ length: 28 }, (_, at) => `c${at}`), rows: [] });
    for (const place of ['r="Z1"', 'r="AA1"', 'r="AB1"', 'ref="A1:AB1"']) assert.ok(wide.includes(place), place);
    assert.doesNotMatch(texts({ name: 'x', columns: [], rows: [] }), /<cols>|autoFilter/u);
  });

  it('has the check sums that ZIP asks for', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
    assert.deepEqual([...zipped([])], [0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
  });

  it('is an archive of well-formed XML in which each cell is text', function () {
    const rows: Table['rows'] = [['=1+1', 'многовекторность & <b>“”</b>\n\ud800\u0001x'], [{ text: 'Lee 2018', markdown: inDraft`[@lee]` }, 12.5], ['', '🙂']];
    const { bytes, problems } = xlsxTable({ ...table(...rows), name: 'A/B: [C]' });
    assert.deepEqual(problems, []);
    const program = `
import sys, zipfile, json
import xml.etree.ElementTree as E
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
for n in z.namelist(): E.fromstring(z.read(n))
m = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
s = E.fromstring(z.read('xl/worksheets/sheet1.xml'))
print(json.dumps({'name': E.fromstring(z.read('xl/workbook.xml')).find(f'.//{m}sheet').get('name'), 'formulas': len(s.findall(f'.//{m}f')),
  'cells': [[c.get('r'), ''.join(c.itertext())] for c in s.iter(f'{m}c')]}))`;
    const said = inPython(bytes, program);
    if (said === undefined) return this.skip();
    assert.deepEqual(JSON.parse(said), {
      name: 'A B   C', formulas: 0,
      cells: [['A1', 'Concept'], ['B1', 'Quotation'], ['A2', '=1+1'], ['B2', 'многовекторность & <b>“”</b>\nx'], ['A3', 'Lee 2018'], ['B3', '12.5'], ['B4', '🙂']],
    });
  });

  it('tells when a cell is longer than a sheet can hold', () => {
    assert.deepEqual(xlsxTable(table(['x'.repeat(40_000)])).problems.map(({ code }) => code), ['table-cells-cut']);
  });
});

describe('a long table', () => {
  it('is written in time in proportion to it', async () => {
    for (const { write } of Object.values(tableWriters)) {
      await growsWithSize((size) => write(table(...Array.from({ length: size }, (_, at) => [`concept ${at}`, 'a | "quotation", of <some> length']))), 500);
    }
  });
});
