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

describe('A name in front of a reference', () => {
  it('keeps both of its families and both of its given names, and is no part of the title', async () => {
    const [book, article, chapter] = await read(
      'Quispe Huanca, Nélida. Harbours without Sheds: Rents on the Lake since 1990. Exmoor: Exmoor University Press, 2015.', '',
      'LORNE, Renata; TANE, Paulo César. Cais e magnitude nas eleições do porto. Cais & Voto, Exmoor, v. 25, n. 2, p. 310-338, maio/ago. 2019.', '',
      'Castañeda Rojas, Emilio, and Ruth Abel. “Two Piers, One Ministry.” In Ministries of the Lake, edited by Carla Benn and John P. Roe, 141–67. Exmoor: Exmoor University Press, 2018.');
    assert.deepEqual([book?.title, book?.author], ['Harbours without Sheds: Rents on the Lake since 1990', [{ family: 'Quispe Huanca', given: 'Nélida' }]]);
    assert.deepEqual([article?.title, article?.author?.[1], article?.issued], ['Cais e magnitude nas eleições do porto', { family: 'Tane', given: 'Paulo César' }, { 'date-parts': [[2019]] }]);
    assert.deepEqual(chapter?.author, [{ family: 'Castañeda Rojas', given: 'Emilio' }, { family: 'Abel', given: 'Ruth' }]);
  });

  it('is followed by others behind dashes, as ISNAD has them', async () => {
    const [item] = await read('Kaya, Nihan - Erdem, Yusuf Ziya - Tan, Ela. “Rıhtımda Siyaset”. Liman Araştırmaları 4/2 (2020), 33-60.');
    assert.deepEqual(item?.author?.map(fullName), ['Nihan Kaya', 'Yusuf Ziya Erdem', 'Ela Tan']);
    const [book] = await read('Lornoğlu, Müge - Van Tane, Pieter. Rıhtımda Partiler. Eskişehir: Porsuk Akademi, 2018.');
    assert.deepEqual([book?.title, book?.author?.map(({ family }) => family)], ['Rıhtımda Partiler', ['Lornoğlu', 'Van Tane']]);
  });
});

describe('A thesis after the standard of Brazil', () => {
  it('has its kind with the degree, and the university among the bodies behind it', async () => {
    const [item] = await read('LORNE, Aline. Prefeitas do cais: trajetórias e reeleição. 2021. 210 f. Dissertação (Mestrado em Ciência Portuária) – Instituto do Mar, Universidade Federal do Cais, Pelotas, 2021.');
    assert.deepEqual([item?.type, item?.genre, item?.publisher, item?.['publisher-place'], item?.translator], ['thesis', 'Dissertação (Mestrado em Ciência Portuária)', 'Universidade Federal do Cais', 'Pelotas', undefined]);
  });
});

describe('A book after the APA', () => {
  it('has behind its title a publisher that nobody has heard of', async () => {
    const [item] = await read('Lorne, L. (2015). The sheds between two crises. Il Molo Nuovo.');
    assert.deepEqual([item?.title, item?.publisher], ['The sheds between two crises', 'Il Molo Nuovo']);
  });
});

describe('The head of a letter in front of records', () => {
  it('is no reference', async () => {
    const items = await read('From: Ida Holm-Vik <ihv@pier.example>', 'To: reading-group@pier.example', 'Date: Mon, 3 Mar 2025 08:15:22 +0100', 'Subject: Readings for Thursday', '', 'Dear all,', '', 'entries below:', '', '@book{lorne2016, author = {Lorne, Ada}, title = {The Shed}, publisher = {Exmoor Press}, year = 2016}');
    assert.deepEqual(items.map(({ title }) => title), ['The Shed']);
  });
});

describe('Proposals that were sent in several languages', () => {
  it('are works of their own, each behind the labels of its language', async () => {
    const own = (title: string, author: string, text: string, labels: readonly [string, string, string]): string => `${labels[0]}: ${title}\n${labels[1]}: ${author}\n${labels[2]}:\n${text}\n`;
    const items = await read(
      own('Los muelles y sus partidos', 'Martín Lorne', 'La ponencia analiza por qué los partidos del muelle sobreviven en puertos donde sus rivales concentran los recursos, y discute las consecuencias para el sistema de partidos de la costa.', ['Título', 'Autor', 'Resumen']),
      own('Primarie sul molo', 'Chiara Tane, Davide Holm', 'Il contributo ricostruisce l’uso delle primarie aperte per la scelta dei candidati in centoventi porti e mostra che la partecipazione cala in modo costante dopo la terza edizione.', ['Titolo', 'Autori', 'Abstract']));
    assert.deepEqual(items.map(({ title }) => title), ['Los muelles y sus partidos', 'Primarie sul molo']);
    assert.deepEqual(items.map(({ author }) => author?.map(fullName)), [['Martín Lorne'], ['Chiara Tane', 'Davide Holm']]);
  });
});

describe('The reference by which a page wants to be cited', () => {
  it('has a title, a journal and its numbers also where commas alone part them', async () => {
    const [item] = await read('To cite this article: Lorne, A. (2019) Painting the Shed, Rents, and Votes, Journal of Piers, 3:2, 12-33, DOI: 10.5555/09668136.2019.1234567');
    assert.deepEqual([item?.title, item?.['container-title'], item?.volume, item?.issue, item?.page], ['Painting the Shed, Rents, and Votes', 'Journal of Piers', '3', '2', '12-33']);
  });
});
