/** The exports of every structured format, pasted well and badly: what is read of them does not change. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { deepHarms, harms } from './harm';

const folder = join(process.cwd(), 'test', 'fixtures', 'pastes');
const structured = /^(?:aggregator|cnki|core|crossref|datacite|dimensions|europe-pmc|html|json-ld|lens|nbib|openalex|ovid|redif|refer|refworks|semantic-scholar|table|wos|xml|zotero)-/u;
const exports = readdirSync(folder).filter((name) => structured.test(name) && name.endsWith('.txt') && !name.includes('dirty') && name !== 'aggregator-page-text.txt').map((name) => name.slice(0, -4));
const textOf = (name: string): string => `${readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n').trimStart().replace(/\n+$/u, '')}\n`;

const read = async (text: string): Promise<readonly Item[]> =>
  (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);

/** What a deep harm has destroyed: in one cell of a table that has no other quotation marks, which of them were signs. */
const beyond: { readonly [harm: string]: RegExp } = { 'smart quotes': /^table-matrix-ru$/u };

const tagged = ['bibtex-library', 'biblatex-multilingual', 'ris-two', 'ris-cr-only', 'ris-untyped'];

describe('An export pasted badly', () => {
  for (const name of [...exports, ...tagged]) {
    for (const [harm, doIt] of Object.entries({ ...harms, ...deepHarms })) {
      if (beyond[harm]?.test(name) === true) continue;
      it(`is read like the same unharmed: ${name} with ${harm}`, async () => {
        assert.deepEqual(await read(doIt(textOf(name))), await read(textOf(name)));
      });
    }
  }
});

describe('Two exports in one paste', () => {
  for (const [index, name] of exports.entries()) {
    const other = exports[(index * 7 + 3) % exports.length] ?? name;
    it(`are read like each alone: ${name} and ${other}`, async () => {
      const apart = [...await read(textOf(name)), ...await read(textOf(other))];
      assert.deepEqual(await read(`${textOf(name)}\n${textOf(other)}`), apart);
      if (!other.startsWith('table-')) assert.deepEqual(await read(`${textOf(name)}${textOf(other)}`), apart);
    });
  }
});
