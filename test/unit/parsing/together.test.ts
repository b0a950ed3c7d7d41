import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaste } from '../../../src/core/parsing';
import { mergesOf, otherReadings, takeOffers, unmergeFields, valueInWords, withFields } from '../../../src/core/library';
import { reviewsOf } from '../../../src/core/source';
import type { Item, Name } from '../../../src/core/source';
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

  const elsewhere = 'Lund, Å., & Berg, K. (2021). Ports without ships. Harbour Studies, 4(2), 111–129. https://doi.org/10.5555/ports.1';
  const forms = {
    'RIS': 'TY  - JOUR\nTI  - Ports without Ships\nAU  - Lund, Åsa\nPY  - 2020\nVL  - 3\nJO  - Harbour Studies\nDO  - 10.5555/ports.1\nER  - \n',
    'BibTeX': '@article{a, title = {Ports without Ships}, author = {Lund, Åsa}, year = {2020}, volume = {3}, journal = {Harbour Studies}, doi = {10.5555/ports.1}}\n',
    'JSON-LD': `${JSON.stringify({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', headline: 'Ports without Ships', author: [{ '@type': 'Person', familyName: 'Lund', givenName: 'Åsa' }], datePublished: '2020', isPartOf: { '@type': 'PublicationVolume', volumeNumber: '3', isPartOf: { '@type': 'Periodical', name: 'Harbour Studies' } }, sameAs: 'https://doi.org/10.5555/ports.1' })}\n`,
  };
  for (const [form, record] of Object.entries(forms)) {
    it(`is in one volume only when its ${form} and its reference name two, and nothing of the reference is lost`, async () => {
      const items = await itemsOf(`${record}\n${elsewhere}\n`);
      assert.equal(items.length, 1);
      const item = items[0] ?? assert.fail();
      assert.deepEqual([item.volume, item.issue, item.page, item.issued], ['3', undefined, undefined, { 'date-parts': [[2020]] }]);
      const [last] = mergesOf(item);
      assert.match(last?.why ?? '', /DOI/u);
      assert.deepEqual([last?.other?.['volume'], last?.other?.['issue'], last?.other?.['issued']], ['4', '2', { 'date-parts': [[2021]] }]);
      assert.deepEqual(['volume', 'issue', 'page', 'issued'].map((field) => valueInWords(reviewsOf(item).get(field)?.offer)), ['“4”', '“2”', '“111-129”', '2021']);
      const names = [...(item.author ?? []), ...otherReadings(item, 'author').flatMap((list) => list as readonly Name[])];
      assert.ok(names.some(({ family }) => family === 'Berg') && names.some(({ given }) => given === 'Åsa'));
      const { volume, issue, page, issued } = takeOffers(item, ['volume', 'issue', 'page', 'issued']);
      assert.deepEqual([volume, issue, page, issued], ['4', '2', '111-129', { 'date-parts': [[2021]] }]);
    });
  }

  it('can be parted again, each as it was', async () => {
    const item = (await itemsOf(`${forms.RIS}\n${elsewhere}\n`))[0] ?? assert.fail();
    const [alone] = await itemsOf(forms.RIS);
    assert.deepEqual(withFields(item, unmergeFields(item, undefined) ?? {}), alone);
    const [second] = await itemsOf(mergesOf(item)[0]?.text ?? '');
    assert.deepEqual([second?.volume, second?.issue, second?.author?.length], ['4', '2', 2]);
  });

  it('is not filled from the linked data of its page where that names another year', async () => {
    const linked = JSON.stringify({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', headline: 'Ports without Ships', datePublished: '2018-05-02', pageStart: '7', pageEnd: '30', isPartOf: { '@type': 'PublicationIssue', issueNumber: '9' } });
    const page = `<html><head><meta name="citation_title" content="Ports without Ships"><meta name="citation_author" content="Lund, Åsa"><meta name="citation_publication_date" content="2020"><meta name="citation_volume" content="3"><script type="application/ld+json">${linked}</script></head><body></body></html>`;
    const [item] = await itemsOf(page);
    assert.deepEqual([item?.volume, item?.issue, item?.page], ['3', undefined, undefined]);
    assert.equal(reviewsOf(item ?? assert.fail()).get('issue')?.offer, '9');
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
