/** What stands around the page of a work: menus and buttons, its own citation, and other works that were copied below it. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { readNames } from '../../../src/core/parsing/names';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const families = ({ author = [] }: Item): readonly (string | undefined)[] => author.map(({ family, literal }) => family ?? literal);

const talk = `Click the star to add/remove an item to/from your individual schedule.
You need to be logged in to avail of this functionality.

Accepted Paper:

Bridges without tolls: councils on the upper river
Marit Solvang (University of Tarn)

Abstract:

Councils on the upper river keep bridges that nobody pays for. The paper follows three of them through a dry decade.

Panel RIV02
Rivers and rule
  Session 1 Saturday 8 June, 2024, -`;

describe('Works below a page', () => {
  it('are read by themselves: identifiers one a line and a reference are no part of a talk', async () => {
    const below = 'still to read:\nhttps://doi.org/10.1017/S0099999921000231\n10.1093/test/laac019\n\n\nIbarra Luque, Rosario. 2010. El jurado en la costa: una etnografía. Valdivia: Editorial Austral.';
    const [first, ...others] = await read(`${talk}\n\n\n${below}`);
    assert.equal(first?.title, 'Bridges without tolls: councils on the upper river');
    assert.deepEqual(others.map(({ DOI, title }) => DOI ?? title), ['10.1017/S0099999921000231', '10.1093/test/laac019', 'El jurado en la costa: una etnografía'].map((value) => value.toLowerCase() === value ? value : value.startsWith('10.') ? others.find(({ DOI }) => DOI?.toLowerCase() === value.toLowerCase())?.DOI : value));
  });

  it('leaves the reference to the page itself with the page', async () => {
    const page = 'Quiet Rivers and Loud Towns: Water Councils in Two Valleys\nMarit Solvang\nAbstract\nCouncils on the upper river keep bridges that nobody pays for. The paper follows three of them through a dry decade and two floods.\nKeywords: rivers, councils';
    const items = await read(`${page}\n\n\nSolvang, Marit. 2019. “Quiet Rivers and Loud Towns: Water Councils in Two Valleys.” Journal of Valleys 4 (2): 11–30.`);
    assert.equal(items.length, 1);
  });
});

describe('The page’s own citation', () => {
  it('says where an article stands when the lines that its site has for that were not copied', async () => {
    const [article] = await read(`CAIRN.INFO : Matières à réflexion
Accueil Revues
La digue et le maire
Par Solène Kerbiriou
Pages 11 à 34
Résumé
À partir de deux enquêtes menées sur le littoral, cet article montre comment les digues font et défont les majorités municipales, et pourquoi personne ne veut en répondre.
Mots-clés
littoral
communes
https://doi.org/10.3917/lit.203.0011
Citer cet article
Kerbiriou, S. (2020). La digue et le maire. Revue du littoral politique, 20(3), 11-34. https://doi.org/10.3917/lit.203.0011.`);
    assert.deepEqual([article?.title, article?.['container-title'], article?.volume, article?.issue, article?.page, article?.issued?.['date-parts']], ['La digue et le maire', 'Revue du littoral politique', '20', '3', '11-34', [[2020]]]);
  });
});

describe('Buttons and names of a page', () => {
  it('Chinese buttons above a title are none, and a foreign name stands among the authors', async () => {
    const [article] = await read(`河流治理评论 . 2022 ,9 (02) : 12-30
查看该刊数据库收录来源
记笔记
上游议会与无费桥梁研究
林晓光1 阿里·卡迪罗夫2
1. 某某大学政治学院 2. 某某研究院
摘要：上游议会维护着无人付费的桥梁。本文考察了三个议会在干旱十年与两次洪水中的运作方式,并讨论其对地方自治的启示与意义。
关键词：
河流;议会;桥梁;
DOI：10.19999/j.cnki.test.2022.02.003`);
    assert.equal(article?.title, '上游议会与无费桥梁研究');
    assert.deepEqual(families(article as Item), ['林', '阿里·卡迪罗夫']);
  });

  it('a family of several words in capitals before a comma is one', () => {
    assert.deepEqual(readNames('MATOS DA SERRA, Rômulo').names.map(({ given }) => given), ['Rômulo']);
    for (const two of ['Anna Kowal, Bo Li', 'HEINO RAUD, Margaret Coy']) assert.equal(readNames(two).names.length, 2, two);
  });

  it('Russian first pages have people with particles in their names', async () => {
    const [article] = await read(`УДК 327.8
Кто чинит мосты? Советы верховий в трёх странах
Мария Львовна Остапова1, Жуан Карлус Перейра де Соуза2
1 Тарнский государственный университет, Тарн, Россия
2 Университет Вальдивии, Вальдивия, Чили
Аннотация. Исследуются советы верховий, содержащие мосты, за которые никто не платит. Показано, как они пережили засуху и два наводнения.
Ключевые слова: реки, советы, мосты
Для цитирования: Остапова М. Л., Перейра де Соуза Ж. К. Кто чинит мосты? Советы верховий в трёх странах // Речная политика. 2024. Т. 6. № 3. С. 91–109.`);
    assert.equal(article?.title, 'Кто чинит мосты? Советы верховий в трёх странах');
    assert.deepEqual(article?.author?.map(({ given }) => given), ['Мария Львовна', 'Жуан Карлус']);
  });

  it('a title that ends with a preposition goes on, and its end is nobody', async () => {
    const [article] = await read(`Annual Review of Quiet Institutions
Councils Feared, Councils Used:
River Politics Beyond
Consolidated Valleys
Marit Solvang
Department of Government, Tarn University, Tarn, Norway
Annu. Rev. Quiet Inst. 2023. 26:143–62
First published as a Review in Advance on
February 10, 2023
Abstract
The study of river councils has grown rapidly. This review takes stock of work on three valleys and proposes to tell councils that are used from councils that are feared.
143`);
    assert.equal(article?.title, 'Councils Feared, Councils Used: River Politics Beyond Consolidated Valleys');
    assert.deepEqual(families(article as Item), ['Solvang']);
  });
});

describe('A page of an institute', () => {
  it('with a numbered series of its own name is a report, and its people are those above what they are', async () => {
    const [report, ...more] = await read(`NORTHERN INSTITUTE FOR RIVER AFFAIRS
Research  Publications  Events  About
Home / Publications / NIRA Policy Brief 9/2023

NIRA POLICY BRIEF
No. 9/2023  |  May 2023

Who Pays for the Bridge? Councils after the Flood
Marit Solvang
Senior Research Fellow
Ousmane Diabaté
Programme Director

Published 22 May 2023 · 12 pages
Download PDF (1.2 MB)
Share on LinkedIn

Summary
Councils on the upper river keep bridges that nobody pays for. This policy brief argues that the flood has made them more, not less, independent of the capital.

Key points
• Bridges survive budgets.
• Floods make councils.

You may also be interested in
Ten Years of Ferries`);
    assert.equal(more.length, 0);
    assert.deepEqual([report?.type, report?.title, report?.number, report?.publisher], ['report', 'Who Pays for the Bridge? Councils after the Flood', '9/2023', 'Northern Institute for River Affairs']);
    assert.deepEqual(families(report as Item), ['Solvang', 'Diabaté']);
    assert.match(report?.abstract ?? '', /capital\.$/u);
  });
});

describe('Lists and tables in own words', () => {
  it('results without a journal beside some of the works say the journals of the others, and a year alone is the day', async () => {
    const items = await read(`About 318 results for “river councils”
Sort by Relevance
Bridge Keepers as Brokers: Evidence from Three Valleys
Nur Aisyah Hal, Phou Sisavat
Political Science
Valley Legislative Studies
1 June 2021
Expand
12
Save
Alert
Who Drafts the Toll?
Somsak Chaiyapon
Political Science
2018
5
Save
Alert
Ferry Diaries: Informal Diplomacy in Two Towns
A. Hidayat, Mette Bjerre
Political Science
Journal of Upper Rivers
28 September 2023
3
Save
Alert`);
    assert.deepEqual(items.map((item) => item['container-title']), ['Valley Legislative Studies', undefined, 'Journal of Upper Rivers']);
    assert.deepEqual(items[1]?.issued?.['date-parts'], [[2018]]);
  });

  it('a matrix that asks who, when and where is read, and a press with its town makes a book', async () => {
    const items = await read(`Ref\tWho\tYr\tWork\tWhere published\tVol/Iss\tpp.\tdoi\tMy notes
1\tKip, D. & Aune, S.\t2017\tFerries as polities\tRiver Politics\t6/2\t101-124\t10.1177/21582440.2017.0612\tuse for ch. 2!!
2\tSit, Nokuthula\t2013\tThe Rank: Taxis and Power\tPort Tarn: Midland University Press (book)\t\t\t\torder`);
    assert.deepEqual(items.map((item) => [item.type, item.title, item['container-title'] ?? item.publisher, item.volume, item.issue]), [['article-journal', 'Ferries as polities', 'River Politics', '6', '2'], ['book', 'The Rank: Taxis and Power', 'Midland University Press', undefined, undefined]]);
    assert.equal(items[1]?.['publisher-place'], 'Port Tarn');
  });

  it('words that lead to a reference are no title', async () => {
    const items = await read('Para la sesión propongo:\n\nIbarra Luque, N. (2020). Asambleas que mandan. Revista de Ríos, 9(1), 51-79.\n\nY si queda tiempo: Adjei, Comfort. 2023. “Assemblies Without Minutes.” Journal of Deliberation 4 (2): 130–52.');
    assert.deepEqual(items.map(({ title }) => title), ['Asambleas que mandan', 'Assemblies Without Minutes']);
  });
});
