import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../../../src/core/engineClient';
import { findCitations, syntaxes } from '../../../src/core/citations';
import { readSourceFile } from '../../../src/core/library';
import { parsePaste, readBibliography } from '../../../src/core/parsing';
import { parseQuery } from '../../../src/core/queries';
import { NodeDisk } from '../../../src/host/node/nodeDisk';
import { directEngine } from '../../doubles/directEngine';
import { doors } from './doors';
import { families, textOf } from './families';
import { collect, growing, timesOf, tooSteep, type Timed } from './slope';
import { amount } from '../tier';

const said = (times: readonly Timed[]): string => `slope ${growing(times).toFixed(2)}, ${times.map(({ time }) => time.toFixed(1)).join(' ')} ms`;
const told = ({ name, times }: { readonly name: string; readonly times: readonly Timed[] }): string => `${name}: ${said(times)}`;
const paste = (text: string): unknown => parsePaste(text, { engine: directEngine });
const long = amount({ short: false, long: true, campaign: true });

describe('huge input', function () {
  this.timeout(600_000);

  it('P-01 of 100 MB is refused before anything is done with it, and the limit is named', async () => {
    const started: string[] = [];
    const engine = createEngine(() => { started.push('thread'); throw new Error('no thread'); }, () => ({ dispose: () => undefined }));
    const { records, problems } = await engine.readPaste('x'.repeat(100_000_000));
    engine.dispose();
    assert.deepEqual([records, started, problems.map(({ code }) => code)], [[], [], ['paste-too-large']]);
    assert.match(problems[0]?.message ?? '', /20 MB/);
  });

  it('P-01 in a file is refused before it is read, and the limit is named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'commonplace-huge-'));
    try {
      writeFileSync(join(folder, 'a.bib'), '');
      truncateSync(join(folder, 'a.bib'), 100_000_000);
      await assert.rejects(new NodeDisk(folder).read('a.bib'), /larger than 64 MB/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('P-02 of a bibliography of very many lines is read whole, and the thread is given back again and again', async () => {
    const count = long ? 125_000 : 12_500;
    const entry = (n: number): string => `@article{k${n},\n  author = {Lee, Ann and Kim, Bo},\n  title = {A Title of Work {${n}}},\n  journal = {Journal},\n  year = {2001},\n  pages = {1--9},\n  volume = {3}\n}\n`;
    const text = Array.from({ length: count }, (_, n) => entry(n)).join('');
    let breaths = 0;
    const { records, problems } = await readBibliography(text, 'bibtex', { ...directEngine, breathe: () => { breaths += 1; return Promise.resolve(); } });
    assert.deepEqual([records.length, records.at(-1)?.item.id, problems], [count, `k${count - 1}`, []]);
    assert.ok(breaths > count / 100, `only ${breaths} breaths`);
  });

  it('P-03 of a million braces or quotation marks costs its own entry only', async () => {
    const after = '\n\n@book{good, author = {Lee, Ann}, title = {The Good One}, year = 2001}\n';
    for (const open of ['{', '"', '{"', '\\{', '(']) for (const start of ['@book{bad, title = {', '@book{bad, title = "', '@book{bad, title = ', '@book{', '@string{a = ', '@comment{']) {
      const { records } = await readBibliography(`${start}${open.repeat(1_000_000 / open.length)}${after}`, 'bibtex', directEngine);
      assert.equal(records.at(-1)?.item.id, 'good', `${start} ${open}`);
    }
    for (const open of ['{', '[', '(', '<a>', '{"a":[', '&lt;', '\\begin{a}', '> ', '$', '`']) {
      const { records } = await parsePaste(`${open.repeat(300_000 / open.length)}${after}`, { engine: directEngine });
      assert.ok(records.some(({ item }) => item.title === 'The Good One'), open);
    }
  });

  it('P-03 of a million brackets overflows no stack anywhere', async () => {
    for (const open of ['{', '[', '(', '"', '<a>', '- ', '> ', '#', 'not ', '/*', '[@a ', '\\cite{', '{"a":', '<!--']) {
      const text = open.repeat(1_000_000 / open.length);
      parseQuery(text.slice(0, 100_000));
      readSourceFile(`---\na: ${text}\n---\n${text}`);
      for (const syntax of syntaxes) findCitations(syntax, text);
    }
  });
});

describe('the time that texts take', function () {
  this.timeout(3_600_000);
  before(collect);

  const square = async (length: number): Promise<number> => { let n = 0; for (let i = 0; i < length; i += 1) for (let j = 0; j < length; j += 160) n += i ^ j; return n; };

  it('P-04 would be seen to grow faster than the text, also where that shows only at the end', async () => {
    // The first call is slow for its size: the engine has not compiled it yet.
    await square(2 ** 15);
    const times = await timesOf(square, 10, 17, 1.15);
    assert.ok(growing(times) > 1.5, said(times));
    // A tenth of a second for the largest size, and nothing that a clock could tell from nothing below its quarter; alone, and behind work in proportion.
    const sizes = [10, 12, 14, 16, 18, 20].map((power) => 2 ** power);
    const late = (share: number): readonly Timed[] => sizes.map((size) => ({ size, time: 100 * (size / 2 ** 20) ** 2 + share * size / 2 ** 20 }));
    assert.ok(growing(late(0)) > 1.9 && growing(late(100)) > 1.3 && growing(late(200)) > 1.15, [0, 100, 200].map((share) => said(late(share))).join('; '));
    assert.equal(growing(sizes.map((size) => ({ size, time: 100 * size / 2 ** 20 }))), 1);
  });

  it('P-04 grows with the length and no faster in every door, for every family of hostile texts', async () => {
    // Over so short a stretch the collecting of garbage weighs more: 1.4 is far from the 2 of a square.
    const [from, to] = long ? [14, 19] : [13, 16];
    const trials = Object.entries(doors).flatMap(([door, open]) => Object.keys(families).map((family) => ({ name: `${door}, ${family}`, work: (length: number) => open(textOf(family, length)) })));
    assert.equal((await tooSteep(trials, from, to, 1.4)).map(told).join('; '), '');
  });

  it('P-04 of a paste is that of its length from 1 KiB to 1 MiB, for twenty families', async () => {
    const chosen = [
      'blanks', 'empty lines', 'open braces', 'signs of entries', 'quotation marks', 'backslashes', 'names', 'open tags', 'nested tags', 'entities', 'open lists', 'nested objects',
      'records of RIS that never end', 'numbers', 'DOIs', 'an address without end', 'references', 'labels', 'combining marks', 'semicolons and letters',
    ];
    const trials = chosen.map((family) => ({ name: family, work: (length: number) => paste(textOf(family, length)) }));
    assert.equal((await tooSteep(trials, 10, long ? 20 : 17, 1.15)).map(told).join('; '), '');
  });
});
