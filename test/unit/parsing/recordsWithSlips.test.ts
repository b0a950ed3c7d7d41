/** Records that lack a mark or name people in a way of their own, and references without a year. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { reviewsOf } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string) => parsePaste(text, { engine: directEngine });
const items = async (text: string) => (await read(text)).records.map(({ item }) => item);

describe('BibTeX', () => {
  it('keeps the other fields right where a value lost its quotation mark, and says so', async () => {
    const { records, problems } = await read('@article{q,\n  author = "Inés Carballeda,\n  title = "Las juntas portuarias",\n  journal = "Costa y Ley",\n  year = "2016"\n}\n@book{r, author = {Emil Trautvetter}, title = {Die stille Flotte}, year = 2018}');
    assert.deepEqual(records.map(({ item }) => [item.title, item.author?.[0], item['container-title'], item.issued?.['date-parts']?.[0]?.[0]]),
      [['Las juntas portuarias', { family: 'Carballeda', given: 'Inés' }, 'Costa y Ley', 2016], ['Die stille Flotte', { family: 'Trautvetter', given: 'Emil' }, undefined, 2018]]);
    assert.deepEqual(problems.map(({ code }) => code), ['record-repaired']);
  });

  it('offers a body where its words speak of one and no braces do', async () => {
    const [one, two, three] = await items('@report{a, author = {Nordic Harbour Council and Ada Quill}, title = {Ports}, year = 2018}\n@report{b, author = {{Nordic Harbour Council}}, title = {Quays}, year = 2018}\n@report{c, author = {Comisión Portuaria}, title = {Muelles}, year = 2018}');
    assert.deepEqual(one?.author, [{ family: 'Council', given: 'Nordic Harbour' }, { family: 'Quill', given: 'Ada' }]);
    assert.deepEqual(one === undefined ? undefined : reviewsOf(one).get('author')?.offer, [{ literal: 'Nordic Harbour Council' }, { family: 'Quill', given: 'Ada' }]);
    assert.equal(two === undefined ? undefined : reviewsOf(two).get('author'), undefined);
    assert.deepEqual(three === undefined ? undefined : reviewsOf(three).get('author')?.offer, [{ literal: 'Comisión Portuaria' }]);
  });

  it('asks after the families that a name in reading order hides from it', async () => {
    const [item] = await items('@article{a, author = {Tomás Herrera Zapata}, title = {La ribera en disputa}, journal = {Costa}, year = 2016}');
    assert.deepEqual(item?.author, [{ family: 'Zapata', given: 'Tomás Herrera' }]);
    assert.deepEqual(item === undefined ? undefined : reviewsOf(item).get('author')?.offer, [{ family: 'Herrera Zapata', given: 'Tomás' }]);
  });
});

describe('RIS', () => {
  it('has a name of two given names and two families, and the tags of Ovid', async () => {
    const [item] = await items('TY  - JOUR\nAU  - Ana María Salazar Ortiz\nTI  - La ribera\nJN  - Costa y Ley\nYR  - 2016\nVO  - 7\nIP  - 2\nPG  - 31-58\nER  - ');
    assert.deepEqual([item?.author, item?.['container-title'], item?.issued?.['date-parts'], item?.volume, item?.issue, item?.page, item?.custom?.['unmapped']],
      [[{ family: 'Salazar Ortiz', given: 'Ana María' }], 'Costa y Ley', [[2016]], '7', '2', '31-58', undefined]);
    const [body] = await items('TY  - RPRT\nAU  - Ports and Waterways Inspection\nTI  - Quays\nER  - ');
    assert.deepEqual(body?.author, [{ literal: 'Ports and Waterways Inspection' }]);
  });
});

describe('Ovid', () => {
  it('parts people with stops, under a number and in a list', async () => {
    for (const text of ['1.\nAuthors\nQuill A. Trautvetter E. Sorrel BD.\nTitle\nBoards of quiet harbours.\nSource\nPort Studies. 7(2):31-58, 2016.', '1. Quill A. Trautvetter E. Sorrel BD. Boards of quiet harbours. Port Studies. 7(2):31-58, 2016.']) {
      const [item] = await items(text);
      assert.deepEqual([item?.title, item?.author?.map(({ family }) => family)], ['Boards of quiet harbours', ['Quill', 'Trautvetter', 'Sorrel']], text);
    }
  });
});

describe('references to what has yet to appear', () => {
  it('are read when all there are have no year', async () => {
    const found = await items('Trautvetter, E. (im Druck). Stille Flotten und laute Häfen. Zeitschrift für Hafenkunde.\nQuill, A. (n.d.). Boards of quiet harbours. Tern Press.');
    assert.deepEqual(found.map(({ title, issued }) => [title, issued]), [['Stille Flotten und laute Häfen', undefined], ['Boards of quiet harbours', undefined]]);
  });
});
