import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readYaml } from '../../../src/core/engine';
import { exportFormatOf, writeBibliography } from '../../../src/core/exports';
import type { Item } from '../../../src/core/source';
import { patience, runs } from '../../reliability/tier';

const item: Item = {
  id: 'lee2018', type: 'article-journal', title: 'Hedging <i>and</i> *stars* at a_b', author: [{ family: 'Lee', given: 'Y.-W.' }],
  issued: { 'date-parts': [[2018, 3]] }, DOI: '10.1/a_b*c', tags: ['hedging', 'a/b'], keyword: 'power; hedging', custom: { panel: 'POL13' },
};

describe('A bibliography as CSL', function () {
  this.timeout(patience(20_000));
  it('is JSON with one field a line, tags as keywords', () => {
    assert.equal(writeBibliography([item], 'csl-json'), [
      '[', '{', '  "custom": {"panel":"POL13"},', '  "id": "lee2018",', '  "type": "article-journal",', '  "title": "Hedging <i>and</i> *stars* at a_b",',
      '  "author": [{"family":"Lee","given":"Y.-W."}],', '  "issued": {"date-parts":[[2018,3]]},', '  "DOI": "10.1/a_b*c",', '  "keyword": "hedging, a/b, power"', '}', ']', '',
    ].join('\n'));
    assert.equal(writeBibliography([], 'csl-json'), '[]\n');
  });

  it('gives back every field of any item, sorted by key', () => {
    const plain = { noNullPrototype: true } as const;
    const value = fc.string({ unit: 'binary' }).filter((text) => text !== '');
    const any = fc.record({ id: value, type: fc.constant('book'), title: value, note: value, author: fc.array(fc.record({ family: value }, plain), { minLength: 1 }) }, plain) as unknown as fc.Arbitrary<Item>;
    fc.assert(fc.property(fc.uniqueArray(any, { selector: (one) => one.id }), (items) => {
      const read = JSON.parse(writeBibliography(items, 'csl-json')) as Item[];
      assert.deepEqual(read, [...items].sort((one, other) => (one.id < other.id ? -1 : 1)));
    }), { numRuns: runs(100) });
  });

  it('is YAML in which Pandoc reads the texts as Markdown', async () => {
    const text = writeBibliography([item], 'csl-yaml');
    assert.match(text, /^references:\n- "id": "lee2018"\n {2}"custom": /);
    const read = await readYaml(text) as unknown as { references: Item[] };
    assert.equal(read.references[0]?.title, 'Hedging *and* \\*stars\\* at a\\_b');
    assert.equal(read.references[0]?.DOI, '10.1/a_b*c');
    assert.deepEqual(await readYaml(writeBibliography([], 'csl-yaml')), { references: [] });
    const odd = await readYaml(writeBibliography([{ ...item, title: '2001. A space\u0085\u2028\ufeff: “x”' }], 'csl-yaml')) as unknown as { references: Item[] };
    assert.equal(odd.references[0]?.title, '2001\\. A space\u0085\u2028\ufeff: “x”');
  });

  it('is chosen by the ending of the file name', () => {
    assert.deepEqual(['a/references.bib', 'x.JSON', 'x.yml', 'x.yaml', 'x.ris', 'x.txt', 'bib'].map(exportFormatOf),
      ['biblatex', 'csl-json', 'csl-yaml', 'csl-yaml', 'ris', undefined, undefined]);
  });
});
