import assert from 'node:assert/strict';
import { writeBibliography } from '../../../src/core/exports';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';
import { nastySources } from './nasty';

const entry = (item: Partial<Item>): string => writeBibliography([{ id: 'k', type: 'document', ...item } as Item], 'bibtex');
const field = (item: Partial<Item>, name: string): string | undefined => entry(item).split('\n').find((line) => line.startsWith(`  ${name} = `))?.slice(name.length + 5).replace(/,$/, '');

describe('A bibliography as BibTeX', () => {
  it('has the entry types and fields that its styles know', () => {
    assert.equal(entry({ type: 'article-journal', title: 'T', author: [{ family: 'Lee', given: 'A.' }], issued: { 'date-parts': [[2024, 6, 9]] }, 'container-title': 'Polity', volume: '3', issue: '2', page: '1–9' }), [
      '@article{k,', '  author = {Lee, A.},', '  title = {T},', '  date = {2024-06-09},', '  year = {2024},', '  volume = {3},', '  number = {2},', '  pages = {1--9},', '  journal = {Polity},', '  month = jun,', '}', '',
    ].join('\n'));
    assert.match(entry({ type: 'thesis', genre: 'PhD thesis', publisher: 'KIMEP' }), /^@phdthesis\{k,\n(?: .*\n)* {2}school = \{KIMEP\},\n/);
    assert.match(entry({ type: 'thesis', genre: 'Master’s thesis' }), /^@mastersthesis\{/);
    assert.match(entry({ type: 'report', publisher: 'RAND', 'publisher-place': 'Santa Monica' }), /^@techreport\{k,\n(?: .*\n)* {2}address = \{Santa Monica\},\n(?: .*\n)* {2}institution = \{RAND\},\n/);
    assert.match(entry({ type: 'webpage', title: 'T', URL: 'https://x.org' }), /^@misc\{/);
  });

  const letters: readonly (readonly [string, string])[] = [
    ['Müller-Çelik', '{M{\\"u}ller-{\\c{C}}elik, A.}'], ['Łukasiewicz', '{{\\L}ukasiewicz, A.}'], ['Nuñez i Sí', "{Nu{\\~n}ez i S{\\'{\\i}}, A.}"], ['Şahin', '{{\\c{S}}ahin, A.}'], ['Đặng', '{{\\DJ}ặng, A.}'],
  ];
  for (const [family, wanted] of letters) it(`writes the letters of ${family} as commands`, () => assert.equal(field({ author: [{ family, given: 'A.' }] }, 'author'), wanted));

  it('holds the first letter of a name in another script together, so that its initial is a letter', () =>
    assert.equal(field({ author: [{ family: 'Нұрланұлы', given: 'Әлия Ж.' }] }, 'author'), '{{\\relax Н}ұрланұлы, {\\relax Ә}лия {\\relax Ж}.}'));

  const dates: readonly (readonly [Item['issued'], string])[] = [
    [{ 'date-parts': [[2021], [2022]] }, '{2021--2022}'], [{ 'date-parts': [[2020, 3], [2020, 5]] }, '{2020}'], [{ 'date-parts': [[1900]], circa: true }, '{c.~1900}'], [{ 'date-parts': [[-44, 3, 15]] }, '{44~BC}'],
    [{ 'date-parts': [[2020], []] }, '{2020--}'], [{ literal: 'n.d.' }, '{n.d.}'], [{ 'date-parts': [[987]] }, '{987}'],
  ];
  for (const [issued, wanted] of dates) it(`prints the date ${JSON.stringify(issued)} as ${wanted}`, () => assert.equal(field({ issued } as Item, 'year'), wanted));

  it('says a season by its name', () => assert.equal(field({ issued: { 'date-parts': [[2021]], season: 2 } }, 'month'), '{Summer}'));

  it('is read as what is read of the same source in BibLaTeX: no field is lost', async () => {
    const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
    const [ours, theirs] = await Promise.all((['bibtex', 'biblatex'] as const).map((format) => read(writeBibliography(nastySources.slice(0, 45), format))));
    assert.equal(ours?.length, 45);
    ours.forEach((item, at) => {
      const { custom: _, ...rest } = theirs?.[at] as Item;
      for (const [variable, value] of Object.entries(rest)) assert.deepEqual(item[variable], value, `${variable} of ${item.id}`);
    });
  });
});
