/** “Take the DOI’s volume”: what a DOI says of volume, issue, pages and year is offered, and never written without being asked. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alternativesTo, takeOffers } from '../../../src/core/library';
import { parsePaste } from '../../../src/core/parsing';
import { readingOfDoi, withDoiOffers, type DoiReading } from '../../../src/core/parsing/doiReading';
import { reviewsOf, type Item, type Json } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const spelled: { readonly [doi: string]: DoiReading } = {
  '10.31278/1810-6374-2023-21-2-141-162': { volume: '21', issue: '2', page: '141-162', year: 2023 },
  '10.22363/2313-1438-2025-27-4-945-956': { volume: '27', issue: '4', page: '945-956', year: 2025 },
  '10.24833/2071-8160-2023-4-91-72-90': { issue: '4', page: '72-90', year: 2023 },
  '10.17323/1996-7845-2019-01-08': { issue: '1', year: 2019 },
  '10.17976/jpps/2019.04.05': { issue: '4', year: 2019 },
  '10.1162/isec.2006.31.1.49': { volume: '31', issue: '1', first: '49', year: 2006 },
  '10.1525/AS.2020.60.4.607': { volume: '60', issue: '4', first: '607', year: 2020 },
  '10.14746/ssllt.2018.8.4.2': { volume: '8', issue: '4', year: 2018 },
  '10.1257/jep.14.3.75': { volume: '14', issue: '3', first: '75' },
  '10.3790/schm.138.2.157': { volume: '138', issue: '2', first: '157' },
  '10.3138/carto.49.2.2313': { volume: '49', issue: '2' },
  '10.1146/annurev.polisci.2.1.493': { volume: '2', first: '493' },
  '10.5771/0340-1758-2014-1-38': { issue: '1', first: '38', year: 2014 },
  '10.18261/issn.1504-2960-2017-01-05': { issue: '1', year: 2017 },
  '10.3390/ijerph181910299': { volume: '18', issue: '19' },
  '10.3390/jrfm18080446': { volume: '18', issue: '8' },
  '10.1037/0022-3514.51.6.1173': { volume: '51', issue: '6', first: '1173' },
  '10.13940/j.cnki.lntykj.2025.01.023': { issue: '1', year: 2025 },
  '10.3969/j.issn.1000-1234.2019.11.001': { issue: '11', year: 2019 },
  '10.5555/anpol.v27n81.45769': { volume: '27', issue: '81' },
  '10.5555/2175-7984.2019v18n41p12': { volume: '18', issue: '41', first: '12', year: 2019 },
  '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2': { volume: '17', issue: '15', first: '1661', year: 1998 },
  '10.1676/0043-5643(2004)116[0001:XYZ]2.0.CO;2': { volume: '116', first: '1', year: 2004 },
  '10.7218/nenpouseijigaku.66.1_13': { volume: '66', issue: '1', first: '13' },
  '10.1590/S0102-69092011000200001': { year: 2011 },
};

/** Dates of manuscripts, numbers of articles and counters of houses. */
const silent = [
  '10.1016/j.polgeo.2012.09.001', '10.1080/13510347.2019.1601177', '10.1146/annurev.polisci.10.101405.135301', '10.1146/annurev-polisci-051120-111111', '10.1525/as.2022.1722144',
  '10.1162/isec_a_00123', '10.1177/0192512120000001', '10.1017/S0003055403000534', '10.1111/j.1468-2478.2007.00471.x', '10.5555/1810-6374-2023-21-2-141-162', '10.5555/x.v0i0.12', '10.2139/ssrn.123456', 'no DOI', '',
];

const read = async (text: string): Promise<Item> => {
  const { records } = await parsePaste(text, { engine: directEngine });
  assert.equal(records.length, 1);
  return records[0]!.item;
};

const saidOf = (item: Item, field: string): string => reviewsOf(item).get(field)?.why ?? '';

const journal = (fields: { readonly [field: string]: unknown }): Item => ({ id: '', type: 'article-journal', title: 'Quiet Vetoes', DOI: '10.31278/1810-6374-2023-21-2-141-162', ...fields } as unknown as Item);
const issuedIn = (year: number): { readonly issued: { readonly 'date-parts': readonly (readonly number[])[] } } => ({ issued: { 'date-parts': [[year]] } });

describe('A DOI', () => {
  it('spells volume, issue, pages and year, in the forms of many houses', () => {
    for (const [doi, reading] of Object.entries(spelled)) assert.deepEqual(readingOfDoi(doi), reading, doi);
  });

  it('of other houses says nothing, however many numbers it has', () => {
    for (const doi of silent) assert.equal(readingOfDoi(doi), undefined, doi);
  });
});

describe('What a DOI says', () => {
  it('is offered for what a reference, an entry, a tagged record and a page leave open, and not written', async () => {
    const texts = [
      'Kask, Liis. 2023. “Quiet Vetoes in Small Rooms.” Russia in Global Affairs. https://doi.org/10.31278/1810-6374-2023-21-2-141-162.',
      '@article{kask, author = {Kask, Liis}, title = {Quiet Vetoes}, journal = {Russia in Global Affairs}, year = 2023, doi = {10.31278/1810-6374-2023-21-2-141-162}}',
      'TY  - JOUR\nTI  - Quiet Vetoes\nAU  - Kask, Liis\nPY  - 2023\nDO  - 10.31278/1810-6374-2023-21-2-141-162\nER  - \n',
      'PMID- 1\nTI  - Quiet vetoes\nAU  - Kask L\nDP  - 2023\nJT  - A Journal\nLID - 10.31278/1810-6374-2023-21-2-141-162 [doi]\n',
      '{"title": "Quiet Vetoes", "authors": "Liis Kask", "doi": "10.31278/1810-6374-2023-21-2-141-162", "platform": "x", "publicationDate": "2023-01-01", "journal": {"name": "Russia in Global Affairs"}}',
    ];
    for (const text of texts) {
      const item = await read(text);
      assert.deepEqual([item.volume, item.issue, item.page], [undefined, undefined, undefined], text);
      assert.deepEqual(['volume', 'issue', 'page'].map((field) => alternativesTo(item, field)), [['21'], ['2'], ['141-162']], text);
      assert.match(saidOf(item, 'volume'), /^The DOI says volume 21; the text does not say it\./u);
      assert.equal(saidOf(item, 'issued'), '');
    }
  });

  it('is offered where the text says something else, which stays', async () => {
    const item = await read('TY  - JOUR\nTI  - Quiet Vetoes\nAU  - Kask, Liis\nPY  - 2022\nVL  - 23\nIS  - 2\nSP  - 41\nEP  - 62\nDO  - 10.31278/1810-6374-2023-21-2-141-162\nER  - \n');
    assert.deepEqual([item.volume, item.issue, item.page, item.issued?.['date-parts']], ['23', '2', '41-62', [[2022]]]);
    assert.deepEqual(['volume', 'issue', 'page', 'issued'].map((field) => alternativesTo(item, field)), [['21'], [], ['141-162'], [{ 'date-parts': [[2023]] }]]);
    assert.match(saidOf(item, 'volume'), /^The DOI says volume 21; something else stands here\./u);
    assert.match(saidOf(item, 'issued'), /^The DOI says the year 2023; /u);
  });

  it('is not repeated where it stands already, in whatever form', () => {
    const fields: readonly { readonly [field: string]: unknown }[] = [
      { volume: '21', issue: '2', page: '141-162' }, { volume: 'Vol. 21', issue: '2–3', page: '141–62' }, { volume: 'XXI', issue: 'Spring', page: 'e17' },
    ];
    for (const one of fields) assert.deepEqual([...reviewsOf(withDoiOffers(journal({ ...issuedIn(2023), ...one }))).keys()], [], JSON.stringify(one));
    assert.deepEqual([...reviewsOf(withDoiOffers(journal({ volume: '21', issue: '2', page: '141-162', issued: { season: 1 } }))).keys()], []);
    const begins = { ...journal({ volume: '31', issue: '1', ...issuedIn(2006) }), DOI: '10.1162/isec.2006.31.1.49' };
    assert.equal(withDoiOffers({ ...begins, page: '49-80' }).custom, undefined);
    assert.match(saidOf(withDoiOffers({ ...begins, page: '50-80' }), 'page'), /^The DOI says that it begins on page 49; /u);
  });

  it('is added to what is said of a field already, and takes no offer’s place', () => {
    const custom = { review: { volume: { why: 'Told by its place.', sure: 0.6 }, issue: { why: 'Told by its place.', offer: '7' }, page: { why: 'Told by its place.', offer: '141-162' } } };
    const item = withDoiOffers(journal({ ...issuedIn(2023), volume: '12', custom }));
    assert.deepEqual(Object.fromEntries(reviewsOf(item)), {
      volume: { why: 'Told by its place. The DOI says volume 21.', sure: 0.6, offer: '21' },
      issue: { why: 'Told by its place. The DOI says issue 2.', offer: '7' },
      page: { why: 'Told by its place.', offer: '141-162' },
    });
  });

  it('is written when a person takes it, and nobody has to look at it any more', () => {
    const item = withDoiOffers(journal(issuedIn(2022)));
    const taken = takeOffers(item, ['issued', 'volume', 'issue', 'page']);
    assert.deepEqual(taken, { ...issuedIn(2023), volume: '21', issue: '2', page: '141-162', custom: undefined });
  });

  it('changes no field of any text that there is', async () => {
    const folder = join('test', 'fixtures', 'pastes');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
      for (const { item } of (await parsePaste(readFileSync(join(folder, file), 'utf8'), { engine: directEngine })).records) {
        const { custom: _, ...before } = item as Item & { readonly [field: string]: Json };
        const { custom: __, ...after } = withDoiOffers(item) as Item & { readonly [field: string]: Json };
        assert.deepEqual(after, before, file);
      }
    }
  });
});
