/** References whose form as a whole tells what each part is. */
import assert from 'node:assert/strict';
import { fullName, type Item } from '../../../../src/core/source';
import { parsePaste } from '../../../../src/core/parsing';
import { directEngine } from '../../../doubles/directEngine';

const read = async (...lines: readonly string[]): Promise<readonly Item[]> => (await parsePaste(lines.join('\n'), { engine: directEngine })).records.map(({ item }) => item);

describe('A thesis in brackets behind its title', () => {
  it('is published by its university, wherever it is kept', async () => {
    const [one, other] = await read(
      'Lorne, A. (2017). Sheds on the pier: Rents in comparative perspective (Publication No. 10286644) [Doctoral dissertation, University of Exmoor]. ProQuest Dissertations & Theses Global.',
      'Tane, B. (2019). Quais e votos: Portos em perspectiva comparada [Tese de doutorado, Universidade do Cais]. Repositório Institucional do Cais.');
    assert.deepEqual([one?.type, one?.publisher, one?.genre, one?.['container-title']], ['thesis', 'University of Exmoor', 'Doctoral dissertation', undefined]);
    assert.deepEqual([other?.type, other?.publisher, other?.['container-title']], ['thesis', 'Universidade do Cais', undefined]);
  });
});

describe('References after the APA', () => {
  it('have the number of an article where others have pages, a newspaper behind a question, and the subtitle with its title', async () => {
    const [article, news, early] = await read(
      'Lorne, A., & Tane, B. (2021). Paint or plaster? Councils and their piers. Harbour Inquiry, 15(1), Article 104. https://doi.org/10.1007/s12345-021-00104-9',
      'Moe, K. (2021, March 4). Who paints the pier? Exmoor and Halberstadt Daily. https://www.ehd.example.com/who-paints',
      'Tane, B., & Moe, K. (2022). The price of paint: Four towns between three mayors. Northern Harbours Review. Advance online publication. https://doi.org/10.5521/nhr.2022.0033');
    assert.equal(article?.page, '104');
    assert.deepEqual([news?.title, news?.['container-title'], news?.type], ['Who paints the pier?', 'Exmoor and Halberstadt Daily', 'article-newspaper']);
    assert.deepEqual([early?.title, early?.['container-title']], ['The price of paint: Four towns between three mayors', 'Northern Harbours Review']);
  });
});

describe('A bibliography after Chicago', () => {
  it('knows two who edited a book, whose names hold a hyphen, and a weekly with its day', async () => {
    const items = await read(
      'Lorne, Ada. Painting the Pier: Councils before Elections. Exmoor: Exmoor University Press, 2018.',
      'Hsu, Pei-fen, and Daniel Moe, eds. Councils of the Coast: Piers in East Asia. Singapore: Straits Academic, 2020.',
      'Ter-Hakobyan, Suren. “After the Paint.” Exmoor Harbour Weekly, November 14, 2023.');
    assert.deepEqual([items[1]?.title, items[1]?.editor?.map(fullName), items[1]?.publisher], ['Councils of the Coast: Piers in East Asia', ['Pei-fen Hsu', 'Daniel Moe'], 'Straits Academic']);
    assert.equal(items[2]?.['container-title'], 'Exmoor Harbour Weekly');
  });
});

describe('Editors of Russian and Ukrainian references', () => {
  it('stand in the nominative where their genitive is sure, and else as they are written', async () => {
    const editors = async (printed: string): Promise<readonly (string | undefined)[]> =>
      ((await read(`Лорн А. В. Плата и выборы // Порты и советы : сб. ст. / под ред. ${printed}. – Москва : Причал, 2019. – С. 112–129.`, 'Тан Б. С. Сараи на причале // Портовая политика. – 2021. – Т. 14, № 4. – С. 66–83.'))[0]?.editor ?? []).map(({ family }) => family);
    assert.deepEqual(await editors('М. Ю. Сорокина'), ['Сорокин']);
    assert.deepEqual(await editors('М. Ю. Ларионовой'), ['Ларионова']);
    assert.deepEqual(await editors('А. П. Шевченко'), ['Шевченко']);
    assert.deepEqual(await editors('А. П. Высоцкого'), ['Высоцкий']);
  });
});

describe('Authors behind one with initials', () => {
  it('may have none themselves', async () => {
    const [item] = await read('Белов К. М., Ли Минхо. Выборы мэров приморских городов // Портовая политика. – 2021. – Т. 14, № 4. – С. 66–83.', 'Тан Б. С. Сараи на причале // Портовая политика. – 2021. – Т. 14, № 4. – С. 66–83.');
    assert.deepEqual([item?.title, item?.author?.map(({ family }) => family)], ['Выборы мэров приморских городов', ['Белов', 'Ли']]);
  });
});

describe('Footnotes', () => {
  it('name a work once: what points back at it in front of another is passed over', async () => {
    const items = await read(
      '1. Amelia Lorne and Robert Tane, “Counting the Sheds: Rents in Northern Harbours,” Harbour Studies 9, no. 2 (2018): 140, https://doi.org/10.1353/hs.2018.0014.',
      '2. Lorne and Tane, “Counting the Sheds,” 151. See also Kari Moe, “The Price of Paint,” in Piers of the North, ed. Pia Ek (Exmoor: Exmoor Press, 2015), 61.',
      '3. Moe, Price of Paint, 66; Ida Holm, “Mayors and Piers in Halberstadt,” Coast Quarterly 27, no. 1 (2021): 19.',
      '4. Holm, supra n. 3, at 21.', '5. Moe, “Price,” 70.');
    assert.deepEqual(items.map(({ title }) => title), ['Counting the Sheds: Rents in Northern Harbours', 'The Price of Paint', 'Mayors and Piers in Halberstadt']);
    assert.deepEqual(items.map(({ author }) => author?.map(fullName)), [['Amelia Lorne', 'Robert Tane'], ['Kari Moe'], ['Ida Holm']]);
  });
});

describe('A Japanese author of a Chinese reference', () => {
  it('has a family of two characters', async () => {
    const [, item] = await read('[1] 王文静, 李志远. 谁来粉刷码头[J]. 港口政治研究, 2021, 12(3): 45-61.', '[2] 山本健一. 港口之后: 议会的变迁[M]. 乔若兰, 译. 北京: 东方出版社, 2021.');
    assert.deepEqual(item?.author, [{ family: '山本', given: '健一' }]);
  });
});
