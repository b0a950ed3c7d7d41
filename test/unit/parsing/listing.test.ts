/** Lists of works in layouts nobody described: what repeats itself in them tells the records, and a page of one work is no list. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { readListing } from '../../../src/core/parsing/listing/listing';
import { bylineOf } from '../../../src/core/parsing/listing/byline';
import { factsOf } from '../../../src/core/parsing/listing/facts';
import { forgetLines } from '../../../src/core/parsing/remembered';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize } from '../../doubles/growth';

const listed = (text: string): readonly Item[] => readListing(text, { start: 0, end: text.length }).map(({ item }) => item);
const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const families = ({ author = [] }: Item): readonly (string | undefined)[] => author.map(({ family }) => family);

const titleFirst = `Revue of Hedgerows
Volume 7 Issue 2, March 2020

The Parish and the Plough
Ada Lorne, Piet Okker
Pages: 11 - 29
PDF

Who Keeps the Gate?
Mira Tallis
Pages: 30 - 48
PDF`;

describe('A line of facts', () => {
  it('says where and when a work appeared, and what is left of it', () => {
    const facts = factsOf('Journal: Review of Hedges / Volume 52 / Issue 3 / July 2022');
    assert.deepEqual(facts?.fields, { volume: '52', issue: '3' });
    assert.deepEqual(facts?.dates.issue, { 'date-parts': [[2022, 7]] });
    assert.deepEqual(factsOf('First published online June 2, 2022')?.dates, { published: { 'date-parts': [[2022, 6, 2]] } });
    assert.equal(factsOf('Restricted access')?.rest, '');
  });

  it('leaves a title with a year or a number in it alone', () => {
    assert.notEqual(factsOf('Voting in 2019: Lessons from Four Towns')?.rest, '');
    assert.notEqual(factsOf('Chapter Eleven and the Courts')?.rest, '');
  });
});

describe('A line of people', () => {
  it('is known alone, behind a word for authors, and before facts', () => {
    assert.equal(bylineOf('Ada Lorne and Piet Okker')?.sure, true);
    assert.equal(bylineOf('By Ada Lorne | 14 March 2023')?.formal, true);
    assert.deepEqual(bylineOf('A Lorne, PT Okker - Hedge Studies, 2021 - host')?.names.map(({ family }) => family), ['Lorne', 'Okker']);
    assert.deepEqual(bylineOf('Лорн А.Б., Оккер П.')?.names.map(({ family }) => family), ['Лорн', 'Оккер']);
  });

  it('is not a title that could be a name only by its capitals', () => {
    assert.equal(bylineOf('Mayors Without Parties')?.sure ?? false, false);
    assert.equal(bylineOf('The Parish and the Plough'), undefined);
  });
});

describe('A list of works of no known site', () => {
  it('is read by what repeats itself, with the issue that heads it', () => {
    const items = listed(titleFirst);
    assert.deepEqual(items.map(({ title }) => title), ['The Parish and the Plough', 'Who Keeps the Gate?']);
    assert.deepEqual(items.map(families), [['Lorne', 'Okker'], ['Tallis']]);
    for (const item of items) assert.deepEqual([item['container-title'], item.volume, item.issue, item.type], ['Revue of Hedgerows', '7', '2', 'article-journal']);
    assert.deepEqual(items.map(({ page }) => page), ['11-29', '30-48']);
  });

  it('may have its facts above the titles', () => {
    const items = listed('Research article\nFirst published online 2 May 2021\npp. 1–9\nOn Small Bridges\nAda Lorne\nGet access\n\nResearch article\nFirst published online 9 May 2021\npp. 10–20\nOn Large Bridges\nPiet Okker\nGet access');
    assert.deepEqual(items.map(({ title, page }) => [title, page]), [['On Small Bridges', '1-9'], ['On Large Bridges', '10-20']]);
  });

  it('may name its authors above the titles', () => {
    const items = listed('Hedge Notes\n12 | 2019\n\nAda Lorne\nLes haies du nord\nPiet Okker et Mira Tallis\nUne barrière, deux champs\nJan Veld\nCompter les chemins');
    assert.deepEqual(items.map(families), [['Lorne'], ['Okker', 'Tallis'], ['Veld']]);
  });

  it('gives no teaser as an abstract and no year that the list does not name', () => {
    const items = listed('On Small Bridges\nAda Lorne, Piet Okker\nBridges are counted by the county and forgotten by the state, as this ...\nPDF\n\nOn Large Bridges\nMira Tallis, Jan Veld\nLarge bridges are named after small men, which the article explains by ...\nPDF');
    assert.equal(items.length, 2);
    for (const item of items) assert.deepEqual([item.abstract, item.issued], [undefined, undefined]);
  });

  it('is left to the reader that knows its site', async () => {
    const items = await read('Accepted Paper:\n\nOn Small Bridges  \nAda Lorne (University of X)\n\nAbstract:\n\nBridges are counted by the county and forgotten by the state.\n\nPanel POL13\nBridges');
    assert.equal(items.length, 1);
  });

  it('is not seen in the page of one work, whatever its languages', () => {
    for (const page of [
      'ПОЛИТИКА МОСТОВ В МАЛЫХ ГОРОДАХ\nА.Б. Лорн\nАннотация. В статье рассматривается политика мостов.\nTHE POLITICS OF BRIDGES IN SMALL TOWNS\nA.B. Lorne\nAbstract. The article looks at the politics of bridges.',
      'On Small Bridges\nAda Lorne\nPublished: 2 May 2021\nAbstract\nBridges are counted by the county and forgotten by the state.\nRelated\nOn Large Bridges\n3 June 2020',
    ]) assert.deepEqual(listed(page), []);
  });

  it('takes time in proportion to its length', async () => {
    await growsWithSize((size) => {
      forgetLines();
      return listed(Array.from({ length: size }, (_, at) => `Bridges of the ${at}th County\nAda Lorne, Piet Okker\nPages: ${at + 1} - ${at + 9}\nPDF\n`).join('\n'));
    }, 100);
  });
});
