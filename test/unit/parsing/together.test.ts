import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const itemsOf = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const paste = (name: string): string => readFileSync(join(process.cwd(), 'test', 'fixtures', 'pastes', `${name}.txt`), 'utf8');

const entry = '@article{a, title = {Ports without Ships}, author = {Lund, Åsa}, year = {2020}, doi = {10.5555/Ports.1}}';

describe('A work that stands in a paste several times', () => {
  it('is one record of its BibTeX and its reference, with what only the reference says', async () => {
    const items = await itemsOf(`${entry}\n\nLund, Å. (2020). Ports without ships. Harbour Studies, 7(2), 11–29. https://doi.org/10.5555/ports.1\n`);
    assert.equal(items.length, 1);
    assert.equal(items[0]?.title, 'Ports without Ships');
    assert.equal(items[0]?.['container-title'], 'Harbour Studies');
  });

  it('stays two when authors differ', async () => {
    const items = await itemsOf('@article{a, title = {Ports without Ships}, author = {Lund, Åsa}, year = {2020}}\n\nMoreau, J. (2020). Ports without ships. Harbour Studies, 7(2), 11–29.\n');
    assert.equal(items.length, 2);
  });

  it('is one in a list of DOIs, whatever their case', async () => {
    assert.deepEqual((await itemsOf('10.5555/abc.1234\nhttps://doi.org/10.5556/xyz.99\n10.5555/ABC.1234\n')).map(({ DOI }) => DOI), ['10.5555/abc.1234', '10.5556/xyz.99']);
  });

  it('keeps every character that is not blank in some record', async () => {
    const text = `10.5555/abc.1234\nhttps://doi.org/10.5556/xyz.99\n10.5555/ABC.1234\n`;
    const { records } = await parsePaste(text, { engine: directEngine });
    assert.equal(records.map(({ pasted }) => pasted).join('').replace(/\s/gu, ''), text.replace(/\s/gu, ''));
  });
});

describe('Pages of two sites in one paste', () => {
  for (const parting of ['\n\n---\n\n', '\n\n\n\n', '\n\n']) {
    it(`are a record each when ${JSON.stringify(parting)} stands between them`, async () => {
      const titles = (await itemsOf(`${paste('page-wiley').trim()}${parting}${paste('page-sage').trim()}\n`)).map(({ title }) => title);
      const alone = [...await itemsOf(paste('page-wiley')), ...await itemsOf(paste('page-sage'))].map(({ title }) => title);
      assert.deepEqual(titles, alone);
    });
  }
});
