/** Values that lists in some styles print in a way of their own. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../../src/core/parsing/references';
import type { Item } from '../../../../src/core/source';

const read = (...lines: readonly string[]): readonly Item[] => {
  const text = lines.join('\n');
  return readReferences(text, { start: 0, end: text.length }).map(({ item }) => item);
};
const names = ({ author = [] }: Item): string => author.map(({ family, given }) => `${family ?? ''}, ${given ?? ''}`).join('; ');

describe('A value in a list of references', () => {
  it('has no quotation mark before a title of one word in straight single quotes', () => {
    const [item] = read('Vega, R. (2013) \'Turnout\', in Oduya, P. (ed.) Rural Parties. Leeds: Millrace Press, pp. 12–40.');
    assert.deepEqual([item?.title, item?.['container-title']], ['Turnout', 'Rural Parties']);
  });
  it('has pages of a chapter where two numbers stand between its editor and the place', () => {
    const [item] = read('Yurt, Selma. “Sandık”. Seçim ve Köy. ed. Deniz Ak. 61-84. Bursa: Dora Yayınları, 2018.');
    assert.deepEqual([item?.type, item?.page, item?.number], ['chapter', '61-84', undefined]);
  });
  it('has the whole day on which a page was cited', () => {
    const [item] = read('Oduya P. Counting rural votes [Internet]. Nairobi: Savanna Institute; 2018 [cited 2021 Nov 9]. Available from: https://example.org/rural-votes');
    assert.deepEqual([item?.accessed?.['date-parts'], item?.issued?.['date-parts']], [[[2021, 11, 9]], [[2018]]]);
  });
  it('does not take what an assistant says of a work for what it stands in', () => {
    const [first, second] = read('Here are some books on this:', '', '1. **Benches Without Members** – R. Vega (2016). *Brill*. Traces how seats are left empty.', '2. **Turnout in Villages** – P. Oduya (2012). *Comparative Rural Studies*. A short overview of the field.');
    assert.deepEqual([first?.title, first?.['container-title'], first?.publisher], ['Benches Without Members', undefined, 'Brill']);
    const [, , thesis] = read('Here are some theses on this:', '', '1. **Benches Without Members** – R. Vega (2016). *Brill*. Traces how seats are left empty.', '2. **Turnout in Villages** – P. Oduya (2012). *Comparative Rural Studies*. A short overview of the field.', '3. **Ballots on the Fjord** – I. Moen (2019). *Bergen*. PhD thesis, University of Nordvik.');
    assert.equal(thesis?.type, 'thesis');
    assert.deepEqual([second?.title, second?.['container-title']], ['Turnout in Villages', 'Comparative Rural Studies']);
  });
});

describe('The name of the father in a reference', () => {
  it('belongs to the given names, wherever the family stands', () => {
    assert.equal(names(read('Климов Лев Юрьевич, Дарья Олеговна Седова. Пустые урны // Мир выборов. 2017. № 2. С. 5–19.')[0] as Item), 'Климов, Лев Юрьевич; Седова, Дарья Олеговна');
    assert.equal(names(read('Дарья Олеговна Седова. Пустые урны // Мир выборов. 2017. № 2. С. 5–19.')[0] as Item), 'Седова, Дарья Олеговна');
    assert.equal(names(read('Айгүл Маратқызы Сәрсенова. Дала дауысы // Қоғам. 2021. № 1. Б. 7–21.')[0] as Item), 'Сәрсенова, Айгүл Маратқызы');
    assert.equal(names(read('Дарья Олеговна Седова, Лев Ильич Климов. Пустые урны. М.: Мысль, 2019. 180 с.')[0] as Item), 'Седова, Дарья Олеговна; Климов, Лев Ильич');
  });
});
