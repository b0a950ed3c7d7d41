/** First pages of two columns, copied line by line. */
import assert from 'node:assert/strict';
import { columnsApart } from '../../../src/core/parsing/columnsApart';
import { parsePaste } from '../../../src/core/parsing';
import { linesOf } from '../../../src/core/parsing/lines';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const beside = (left: readonly string[], right: readonly string[], width: number): string => left.map((line, at) => (line.padEnd(width) + (right[at] ?? '')).trimEnd()).join('\n');
const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const texts = (text: string): readonly string[] => columnsApart(text, linesOf(text)).map((line) => line.text).filter((line) => line !== '');

const german = ['Zusammenfassung: Wer die Glocke', 'hält, hält das Dorf. Der Beitrag', 'folgt vier Ehrenämtern durch drei', 'Jahrzehnte und zeigt, dass sie in', 'denselben Häusern bleiben.', 'Schlagwörter: Dorf, Ehrenamt'];
const english = ['Abstract: Whoever keeps the bell keeps', 'the village. The article follows four', 'offices through three decades and shows', 'that they stay in the same hou-', 'ses, whichever party wins.', 'Keywords: villages, offices'];

describe('Two columns side by side', () => {
  it('are read one after the other', () => {
    assert.deepEqual(texts(`A Title\n\n${beside(german, english, 40)}\n\nThe text goes on.`), ['A Title', ...german, ...english, 'The text goes on.']);
  });

  it('give each line its own place in the text', () => {
    const text = beside(german, english, 40);
    for (const { text: line, start, end } of columnsApart(text, linesOf(text))) assert.equal(text.slice(start, end).trim(), line);
  });

  it('make an abstract in each language', async () => {
    const [item] = await read(`Zeitschrift für Dorfpolitik 12 (2019), 45–67\n\nWer hält die Glocke? Ehrenamt und Macht in kleinen Gemeinden\nHilde Marquardt und Jens Oelkers\n\n${beside(german, english, 40)}\n`);
    assert.equal(item?.abstract, 'Wer die Glocke hält, hält das Dorf. Der Beitrag folgt vier Ehrenämtern durch drei Jahrzehnte und zeigt, dass sie in denselben Häusern bleiben.');
    assert.deepEqual(item?.custom?.['abstracts'], { en: 'Whoever keeps the bell keeps the village. The article follows four offices through three decades and shows that they stay in the same houses, whichever party wins.' });
  });

  it('may be keywords beside an abstract', async () => {
    const keywords = ['ARTICLE INFO', '', 'Keywords:', 'Turnout', 'Registers', 'Small states'];
    const abstract = ['ABSTRACT', '', 'Registers tell who may vote and hide who has left. We compare the', 'registers of four small states with censuses and with the books of', 'parishes, and find that absent voters lower turnout by six points on', 'the mean.'];
    const [item] = await read(`Quarterly of Registers 71 (2021) 102315\nCounting the absent: Turnout and registers in four small states\nOna Petrauskienė, Bernt Lunde\n\n${beside(keywords, abstract, 34)}\n\n1. Introduction\nNobody counts those who left.`);
    assert.equal(item?.abstract?.slice(0, 20), 'Registers tell who m');
    assert.equal(item?.keyword, 'Turnout, Registers, Small states');
  });

  it('are no columns where hours stand before talks', () => {
    const programme = beside(['09:00', '09:30', '10:00', '10:30', '11:00'], ['Opening of the workshop', 'Who keeps the toll?', 'Ferries without timetables', 'Abstract: a talk about titles', 'Closing'], 12);
    assert.deepEqual(columnsApart(programme, linesOf(programme)), linesOf(programme));
  });
});
