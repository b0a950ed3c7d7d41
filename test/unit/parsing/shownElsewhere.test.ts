/** Pages on which something else tells what a line leaves open: who the people are, where a family begins, what is a heading. */
import assert from 'node:assert/strict';
import { fullName, type Item } from '../../../src/core/source';
import { parsePaste } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const read = async (...lines: readonly string[]): Promise<readonly Item[]> => (await parsePaste(lines.join('\n'), { engine: directEngine })).records.map(({ item }) => item);
const names = ({ author = [] }: Item): readonly string[] => author.map(fullName);
const families = ({ author = [] }: Item): readonly (string | undefined)[] => author.map(({ family }) => family);

describe('A programme in Polish', () => {
  const head = ['II ZJAZD MORSKI', '„PORTY I RADY”', 'Hel, 3–4 maja 2021 r.', '', 'Wtorek, 4 maja 2021 r.', '', '9.00–10.30\tPanel I. Rady (sala 2)', 'Moderacja: prof. dr hab. Ewa Lis (Uniwersytet Morski)', ''];
  it('has degrees before its people, who stand in front of their titles, and its theme in quotation marks', async () => {
    const items = await read(...head, 'dr Jan Kos (Uniwersytet Morski), Kto rządzi molem. Rady i armatorzy', 'dr hab. Anna Dąb, prof. UM, mgr Ada Żuk (Politechnika Nadmorska), Latarnia jako obietnica wyborcza', '', '10.30–11.00\tPrzerwa kawowa');
    assert.deepEqual(items.map((item) => [item.title, names(item), item['event-title'], item.issued?.['date-parts']]), [
      ['Kto rządzi molem. Rady i armatorzy', ['Jan Kos'], 'II Zjazd Morski „Porty i rady”', [[2021, 5, 4]]], ['Latarnia jako obietnica wyborcza', ['Anna Dąb', 'Ada Żuk'], 'II Zjazd Morski „Porty i rady”', [[2021, 5, 4]]],
    ]);
  });
  it('has no paper in the places behind its people', async () => {
    const items = await read(...head, 'dr Jan Kos (przewodniczący), Wydział Prawa, Uniwersytet Morski', 'dr Anna Dąb (sekretarz), Wydział Historii, Uniwersytet Nadmorski');
    assert.deepEqual(items.filter(({ type }) => type === 'paper-conference'), []);
  });
});

describe('A page of ConfTool in German', () => {
  it('names its event at its foot', async () => {
    const items = await read('Konferenzprogramm', 'Sitzungsübersicht', 'Sitzung', 'S2: Häfen', 'Zeit:', 'Dienstag, 04.05.2021:', '14:00 - 15:30', '', 'Sitzungsleitung: Ada Lorne, Universität Halberstadt', '', 'Präsentationen', '14:00 - 14:30', '[ID: 12 / S2: 1] ', 'Wer den Steg ausbessert', '', 'Bo Tane', '', 'Universität Halberstadt, Deutschland', '', 'Der Beitrag folgt denen, die einen Steg ausbessern, und fragt, wer sie bezahlt, wenn der Staat fern ist und das Meer nahe.', '', ' ', 'Impressum · Kontaktadresse:', 'Datenschutzerklärung · Veranstaltung: Hafentage 2021', 'Conference Software: ConfTool Pro 2.6.140', '© 2001–2021 by Dr. H. Weinreich, Hamburg, Germany');
    assert.deepEqual(items.map((item) => [item.title, item['event-title']]), [['Wer den Steg ausbessert', 'Hafentage 2021']]);
  });
});

describe('A paper of ECPR', () => {
  it('has among its keywords no people of universities in other languages', async () => {
    const [item] = await read('Install the app', 'Just tap Share then “Add to Home Screen”', 'ECPR', '', 'Who Repairs the Pier: Councils by the Sea', '', 'Councils', 'Political Parties', '', 'Ada Lorne', 'University of Exmoor', 'Bo van Tane', 'Rijksuniversiteit Utrecht', 'Eva Köhl', 'Vrije Universiteit Brussel', '', 'Open Panel', '', 'Abstract', 'The paper follows the people who repair a pier, and asks who pays them when the state is far away and the sea is near.');
    assert.deepEqual([item?.keyword, item === undefined ? [] : families(item)], ['Councils, Political Parties', ['Lorne', 'Tane', 'Köhl']]);
  });
});

describe('A name of two families', () => {
  it('is told by the page’s own citation', async () => {
    const [item] = await read('Download This Paper', 'Open PDF in Browser', 'Sheds on the Pier: Rents and Votes', '12 Pages Posted: 3 May 2021', 'Marija Borg Vella', 'University of Exmoor', 'Ann Mary Lorne', 'University of Halberstadt', 'Date Written: April 2, 2021', 'Abstract', 'Sheds on piers are let to those who vote for the harbour master, and their rents fall before each election in the ports we know.', 'Suggested Citation:', 'Borg Vella, Marija and Lorne, Ann Mary, Sheds on the Pier: Rents and Votes (April 2, 2021). Available at SSRN: https://ssrn.com/abstract=3999999');
    assert.deepEqual(item?.author, [{ family: 'Borg Vella', given: 'Marija' }, { family: 'Lorne', given: 'Ann Mary' }]);
  });
});

describe('A byline', () => {
  const authors = async (printed: string): Promise<Item['author']> => (await read('First Harbour Workshop, Hull, 3–4 May 2021', 'Session 1: Piers', 'Chair: Ada Lorne (University of Exmoor)', '', 'Who repairs the pier and why', `${printed} (University of Exmoor)`, '', 'Boats as offices of the state', 'Bo Tane (University of Exmoor)'))[0]?.author;
  it('keeps small words in front of a family, two families of Spain, and a married name of Hungary whole', async () => {
    assert.deepEqual(await authors('Marieke op den Dijk'), [{ 'family': 'Dijk', 'given': 'Marieke', 'non-dropping-particle': 'op den' }]);
    assert.deepEqual(await authors('Ana Lucía Saldaña de los Ríos'), [{ family: 'Saldaña de los Ríos', given: 'Ana Lucía' }]);
    assert.deepEqual(await authors('Kovácsné Nagy Éva'), [{ family: 'Kovácsné Nagy', given: 'Éva' }]);
    assert.deepEqual(await authors('René Marc Lorne'), [{ family: 'Lorne', given: 'René Marc' }]);
  });
});

describe('A title in capitals that ends with a colon', () => {
  it('goes on in the next line, though its words might be names', async () => {
    const [item] = await read('УДК 329', 'А.Б. Лорн', 'Университет Эксмура', '', 'СОВЕТЫ ПРИМОРСКИХ ГОРОДОВ:', 'ПЛАТА И ВЫБОРЫ', '', 'Аннотация. Сараи на пристани сдаются тем, кто голосует за начальника порта, и плата за них падает перед каждыми выборами.', 'Ключевые слова: порты, выборы, советы.');
    assert.equal(item?.title, 'Советы приморских городов: плата и выборы');
  });
});

describe('The word for a son or daughter behind the name of the father', () => {
  it('is no family, in capitals neither', async () => {
    const [item] = await read('eLIBRARY ID: 41900000\t\tDOI: 10.31249/pier/2021.02.03', 'ПОРТЫ И СОВЕТЫ ГОРОДОВ КАСПИЯ', '', 'МАМЕДОВА ЛЕЙЛА РАШИД КЫЗЫ1', '', '1 Институт управления', 'Тип: статья в журнале - научная статья Язык: русский', 'Номер: 2 (8) Год: 2021 Страницы: 11-28', 'ЖУРНАЛ:', 'ПОРТЫ И ГОРОДА', 'АННОТАЦИЯ:', 'Сараи на пристани сдаются тем, кто голосует за начальника порта, и плата за них падает перед каждыми выборами.');
    assert.deepEqual(item?.author, [{ family: 'Мамедова', given: 'Лейла Рашид кызы' }]);
  });
});

describe('An article of SciELO', () => {
  it('has no title that only tells what kind of article it is', async () => {
    const [item] = await read('Revista do Cais', 'versão On-line ISSN 2999-1049', '', 'Rev. Cais vol.7 no.2 Santos maio 2021', '', 'https://doi.org/10.1590/cais.2021.07.02.11 ', '', 'Artigo Original', '', 'Barracões no cais: aluguéis e votos', '', 'Rui Tavares1', '', '1Universidade do Cais, Brasil.', '', 'Resumo:', 'Barracões no cais são alugados a quem vota no mestre do porto, e o aluguel cai antes de cada eleição nos portos estudados.', '', 'Palavras-chave: portos; votos');
    assert.equal(item?.title, 'Barracões no cais: aluguéis e votos');
  });
});

describe('An article of Cairn', () => {
  it('has no subtitle in its title in English', async () => {
    const [item] = await read('CAIRN.INFO : Matières à réflexion', 'Accueil', 'Revues', 'Quais et ports', 'Numéro 2021/2 (n° 8)', 'Les hangars du quai', '', 'Les hangars du quai. Loyers et suffrages', 'Sheds on the Pier: Rents and Votes of the Harbour', 'Par Ada Lorne et Bo Tane', 'Pages 11 à 28', '', 'Résumé', 'Les hangars du quai sont loués à ceux qui votent pour le maître du port, et leur loyer baisse avant chaque élection dans les ports étudiés.', '', 'Mis en ligne sur Cairn.info le 07/06/2021', 'https://doi.org/10.3917/quai.008.0011');
    assert.equal(item?.title, 'Les hangars du quai. Loyers et suffrages');
  });
});

describe('The citation that Cairn offers', () => {
  it('tells volume and number where the page counts its numbers through', async () => {
    const [item] = await read('CAIRN.INFO : Matières à réflexion', 'Accueil', 'Revues', 'Quais et ports', 'Numéro 2021/2 (n° 8)', 'Les hangars du quai', '', 'Les hangars du quai. Loyers et suffrages', 'Par Ada Lorne et Bo Tane', 'Pages 11 à 28', '', 'Citer cet article', 'Lorne, A. et Tane, B. (2021). Les hangars du quai. Loyers et suffrages. Quais et ports, 8(2), 11-28. https://doi.org/10.3917/quai.008.0011', 'Mis en ligne sur Cairn.info le 07/06/2021');
    assert.deepEqual([item?.volume, item?.issue, item?.page, item?.['container-title']], ['8', '2', '11-28', 'Quais et ports']);
  });
});

describe('A chapter of Springer', () => {
  it('has no author in the place of one', async () => {
    const [item] = await read('Springer Nature Link', 'Home', 'Harbours of the World', 'Chapter', 'Sheds on the Pier', 'Chapter', 'First Online: 3 May 2021', 'pp 11–28', 'Cite this chapter', 'Harbours of the World', 'Ada Lorne & Bo Tane  ', '', 'Abstract', 'Sheds on piers are let to those who vote for the harbour master, and their rents fall before each election in the ports we know.', '', 'Author information', 'Authors and Affiliations', 'University of Exmoor, Exmoor, UK', 'Ada Lorne', 'NIOD, Amsterdam, The Netherlands', 'Bo Tane', 'Rights and permissions');
    assert.deepEqual(item === undefined ? [] : names(item), ['Ada Lorne', 'Bo Tane']);
  });
});

describe('A letter with abstracts', () => {
  it('says in its subject, in any language, that they were sent to a conference, and wraps their titles', async () => {
    const abstract = (...text: readonly string[]): readonly string[] => ['> Abstract: ' + (text[0] ?? ''), ...text.slice(1).map((line) => `> ${line}`), '> '];
    const items = await read('From: Inés Prado <i.prado@example.org>', 'Subject: Fwd: ponencias aceptadas', '', 'Estimados colegas:', '', '> Title: After the Harbour Master: Who Answers for the Piers of the', '> Hebrides', '> Author(s): Ada Lorne', '> Affiliation: University of Exmoor', ...abstract('In 2018 the council dissolved the office of the harbour master.', 'This paper examines what replaced it and who answers for the', 'piers today, from radio hours to open ledgers.'), '> Title: Sheds on the Pier: rents and votes', '> Author(s): Bo Tane', '> Affiliation: University of Halberstadt', ...abstract('Sheds on piers are let to those who vote for the harbour', 'master, and their rents fall before each election in the ports', 'that we know.'));
    assert.deepEqual(items.map(({ type, title }) => [type, title]), [['paper-conference', 'After the Harbour Master: Who Answers for the Piers of the Hebrides'], ['paper-conference', 'Sheds on the Pier: rents and votes']]);
  });
});
