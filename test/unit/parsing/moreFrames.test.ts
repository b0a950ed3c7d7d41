/** More frames of pages as strangers copy them: lists above the works, days in words, people without titles. */
import assert from 'node:assert/strict';
import { fullName, type Item } from '../../../src/core/source';
import { parsePaste } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const read = async (...lines: readonly string[]): Promise<readonly Item[]> => (await parsePaste(lines.join('\n'), { engine: directEngine })).records.map(({ item }) => item);
const names = ({ author = [] }: Item): readonly string[] => author.map(fullName);
const day = ({ issued }: Item): readonly number[] | undefined => issued?.['date-parts']?.[0] as readonly number[] | undefined;

describe('A programme in Portuguese', () => {
  it('has its days in words, its titles without the signs of a list, and no paper in its own heading', async () => {
    const items = await read('ENCONTRO DE ESTUDOS PORTUÁRIOS 2021', 'Faculdade de Letras, Universidade do Cais', 'PROGRAMA PROVISÓRIO (versão de 3 de maio)', 'Do Porto, 9 a 11 de junho de 2021', '', 'Quinta-feira, 10 de junho', '', '10:00 – 11:30 MESA 2. Portos e votos', 'Moderadora: Ana Prado (UC)', '', '▪ Quem governa o cais? Câmaras e armadores', '   Rui Tavares (UP), Inês Prado (UC)', '▪ O farol como promessa eleitoral', '   Marta Lorne (UFMG)');
    assert.deepEqual(items.map(({ title }) => title), ['Quem governa o cais? Câmaras e armadores', 'O farol como promessa eleitoral']);
    assert.deepEqual(items.map(day), [[2021, 6, 10], [2021, 6, 10]]);
  });
});

describe('A report of NEP whose entries have lost their titles', () => {
  it('takes them from the list above, by the people', async () => {
    const items = await read('nep-cdm New Economics Papers', 'on Collective Decision-Making', 'Issue of 2021‒02‒01', '1. Ferries and Fares By Lorne, Ada; Bo Tane', '2. Sheds on the Pier By Ines Prado', '', 'By: Ines Prado (Universidade do Cais)', 'Abstract: Sheds on piers are let to those who vote for the harbour master, and the rent falls before each election in the ports that were looked at.', 'Date: 2021–01', 'URL: http://d.repec.org/n?u=RePEc:pie:wpaper:12&r=cdm', 'By: Lorne, Ada; Bo Tane', 'Abstract: Fares of ferries rise after elections and fall before them, and more so where the owner sits in the council of the island.', 'Date: 2020–12', 'URL: http://d.repec.org/n?u=RePEc:pie:wpaper:11&r=cdm');
    assert.deepEqual(items.map(({ title, URL: url }) => [title, url?.slice(-11)]), [['Sheds on the Pier', 'per:12&r=cdm'.slice(-11)], ['Ferries and Fares', 'per:11&r=cdm'.slice(-11)]]);
    assert.deepEqual(items.map(names), [['Ines Prado'], ['Ada Lorne', 'Bo Tane']]);
  });
});

describe('An abstract', () => {
  it('is no list of contents that begins with its label', async () => {
    const [item] = await read('Harbour Letters', 'Sheds on the Pier: Rents and Votes', 'Published online by Cambridge University Press:  3 May 2021', '', 'Ada Lorne [Opens in a new window]', 'Show author details', '', 'Article contents', '', 'Abstract', 'Rents and Votes', 'The Harbour Archive', 'References', '', 'Save PDF', 'Rights & Permissions [Opens in a new window]', '', 'Abstract', '', 'Sheds on piers are let to those who vote for the harbour master, and their rents fall before each election. The article follows forty sheds over ninety years.', '', 'Type', 'Research Article', 'Information', 'Harbour Letters , Volume 7 , Issue 2 , June 2021 , pp. 11 - 28', 'DOI: https://doi.org/10.1017/S0000000000000001');
    assert.ok(item?.abstract?.startsWith('Sheds on piers') === true, item?.abstract);
  });
});

describe('The title of an item of DSpace', () => {
  it('ends where its other title begins', async () => {
    const [item] = await read('dc.contributor.author\tLorne, Ada', 'dc.date.issued\t2019', 'dc.description.abstract\tPraca dotyczy portów i rad miejskich oraz sporów o nabrzeża, które toczą się w nich od stu lat.\tpl', 'dc.publisher\tUniwersytet Morski', 'dc.subject\tporty\tpl', 'dc.title\tPorty i rady\tpl', 'dc.title.alternative\tPorts and Councils\ten', 'dc.type\tmasterThesis');
    assert.equal(item?.title, 'Porty i rady');
  });
});
