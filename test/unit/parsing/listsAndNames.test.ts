/** Names whose form tells where the family begins, and lists and programmes whose form tells what their lines are. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { readName, readNames } from '../../../src/core/parsing/names';
import type { Item, Name } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const shown = (name: Name): string => [name.given, [name['non-dropping-particle'], name.family ?? name.literal].filter(Boolean).join(' '), name.suffix].map((part) => part ?? '').join(' | ');
const people = (item: Item | undefined): readonly string[] => (item?.author ?? []).map((name) => shown(name).replace(/ \| $/u, ''));

describe('A name in reading order', () => {
  const expected: readonly (readonly [string, string])[] = [
    ['Dobrila Petković jr.', 'Dobrila | Petković | jr.'], ['Ottokar Wend III', 'Ottokar | Wend | III'],
    ['Isidora Gräfin Kellheim', 'Isidora | Gräfin Kellheim | '], ['Gero Freiherr von Lauenau', 'Gero Freiherr | von Lauenau | '],
    ['Pilar Solís y Montero', 'Pilar | Solís y Montero | '], ['Tomás Ibarra de la Cueva', 'Tomás | Ibarra de la Cueva | '], ['Belén Gutiérrez Paz', 'Belén | Gutiérrez Paz | '],
    ['María Fernanda Lobo', 'María Fernanda | Lobo | '], ['Duarte Brandão da Rocha', 'Duarte | Brandão da Rocha | '],
    ['Mererid ap Gwilym', 'Mererid | ap Gwilym | '], ['Joost ter Horst', 'Joost | ter Horst | '], ['Wim Van den Abeele', 'Wim | Van den Abeele | '], ['Bríd Ní Chonaill', 'Bríd | Ní Chonaill | '],
    ['Мамедов Эльчин Гасан оглы', 'Эльчин Гасан оглы | Мамедов | '], ['Li Xiaoming', 'Xiaoming | Li | '], ['Xiaoming Li', 'Xiaoming | Li | '], ['Lin Dana', 'Lin | Dana | '], ['Trần Văn Bình', 'Văn Bình | Trần | '], ['Thu Ha Nguyen', 'Thu Ha | Nguyen | '],
    ['单于明', '明 | 单于 | '], ['司马迁远', '迁远 | 司马 | '], ['单田芳', '田芳 | 单 | '], ['Jorge MarínII', 'Jorge | Marín | '],
  ];
  for (const [printed, name] of expected) it(`${printed} is ${name}`, () => assert.equal(shown(readName(printed)), name));
  it('keeps two families that “y” joins, and parts two people that it joins', () => {
    assert.deepEqual(readNames('Rosa Ortega y Lanza').names.map(shown), ['Rosa | Ortega y Lanza | ']);
    assert.deepEqual(readNames('Rosa Ortega y Luis Lanza').names.map(shown), ['Rosa | Ortega | ', 'Luis | Lanza | ']);
  });
});

describe('A table of literature', () => {
  it('parts a journal from its volume, issue and pages in one cell', async () => {
    const items = await read('Study\tTitle\tOutlet\nMoss & Tveit (2014)\tCounting clerks\tActa Nordica 7(3): 11–29\nAbreu Pinto (2016)\tThe long recess\tJournal of Minutes, vol. 12, no. 4, pp. 201–230\nKoh, Lanz & Ferro (2018)\tSeats\tSeats & Votes\n');
    assert.deepEqual(items.map((item) => [item['container-title'], item.volume, item.issue, item.page]), [['Acta Nordica', '7', '3', '11-29'], ['Journal of Minutes', '12', '4', '201-230'], ['Seats & Votes', undefined, undefined, undefined]]);
    assert.deepEqual(items.map((item) => item.author?.map(({ family, literal }) => family ?? literal)), [['Moss', 'Tveit'], ['Abreu Pinto'], ['Koh', 'Lanz', 'Ferro']]);
  });
  it('takes no whole name for a family', async () => {
    const items = await read('Authors\tTitle\tYear\nJane Moss and Ola Tveit\tCounting clerks\t2014\nPetra Lanz\tSeats\t2016\n');
    assert.deepEqual(items.flatMap(people), ['Jane | Moss', 'Ola | Tveit', 'Petra | Lanz']);
  });
});

describe('A programme', () => {
  it('may turn its people round, with strokes between them, and say place and days below the event', async () => {
    const items = await read('WORKSHOP ON QUIET CHAMBERS\nOulu, 4–5 June 2023\n\nMONDAY 5 JUNE\n\n09.30  SESSION I — SILENCE  (chair: P. Ek)\n\n   >> Koskela, Aino / af Trolle, Nils (Oulu): Who Speaks Last in Committee?\n   >> Brandt Holm, Rasmus (Odense): The Empty Rostrum\n   >> Eriksen, Nils Petter (Oslo): Minutes Without a Clerk\n      Discussant: Eva Lund\n\n12.00  Lunch\n');
    assert.deepEqual(items.map(({ title }) => title), ['Who Speaks Last in Committee?', 'The Empty Rostrum', 'Minutes Without a Clerk']);
    assert.deepEqual(items.map((item) => people(item).join('; ')), ['Aino | Koskela; Nils | af Trolle', 'Rasmus | Brandt Holm', 'Nils Petter | Eriksen']);
    assert.ok(items.every((item) => item['event-place'] === 'Oulu'));
  });

  const flat = (papers: string): string => `NORTHERN ASSOCIATION FOR MINUTES\n12th Annual Meeting * Turku, Finland * 3–5 June 2021\nFINAL PROGRAM (as of 20 May)\n\nTHURSDAY, JUNE 3\n\n9:00–10:30 a.m.\n1.1  CLERKS AND KINGS    Hall B\nChair: Olga Brandt, Reed College\n${papers}\nDiscussant: Per Moe, CIDE\n`;
  it('whose papers are quoted titles before people and affiliations names each with its day', async () => {
    const items = await read(flat('  “Ink and Power: A Survey,” Ola Tveit & Jane Moss, University of Turku\n  “Who Reads the Minutes?” Petra Lanz, York University (Toronto), and Wim Van Houten, PUC\n  “Votes,” Ada Boix, UFRGS; Li Xiaoming, Keio University'));
    assert.deepEqual(items.map(({ title }) => title), ['Ink and Power: A Survey', 'Who Reads the Minutes?', 'Votes']);
    assert.deepEqual(items.map(people), [['Ola | Tveit', 'Jane | Moss'], ['Petra | Lanz', 'Wim | Van Houten'], ['Ada | Boix', 'Xiaoming | Li']]);
    assert.ok(items.every(({ issued, type }) => type === 'paper-conference' && JSON.stringify(issued?.['date-parts']) === '[[2021,6,3]]'));
    assert.deepEqual([items[0]?.['event-title'], items[0]?.['event-place']], ['12th Annual Meeting', 'Turku, Finland']);
  });
  it('may name the people first', async () => {
    const items = await read(flat('  Ola Tveit (University of Turku), “Ink and Power: A Survey”\n  Petra Lanz, York University: «Who Reads the Minutes?»'));
    assert.deepEqual(items.map((item) => [item.title, ...people(item)]), [['Ink and Power: A Survey', 'Ola | Tveit'], ['Who Reads the Minutes?', 'Petra | Lanz']]);
  });
  it('whose papers end in a button for details has the people above it as authors', async () => {
    const items = await read('ECPR Joint Days, Oulu 2022\nP012\nClerks and Kings\nBuilding: Main, Floor: 1, Room: A2\nFriday 09:00 - 10:30 CEST (02/09/2022)\nPanel Chair: Olga Brandt – Reed College\nAbstract\nThis panel asks who writes the minutes of the state, and who reads them afterwards, in four countries.\nInk, Paper and Power: A Survey of Clerks\nOla Tveit, University of Turku\nJane Moss, WZB\nView Paper Details\nWho Reads the Minutes?\nPetra Lanz, Universität Kassel\nView Paper Details\nBack to Section');
    assert.deepEqual(items.map((item) => [item.title, ...people(item)]), [['Ink, Paper and Power: A Survey of Clerks', 'Ola | Tveit', 'Jane | Moss'], ['Who Reads the Minutes?', 'Petra | Lanz']]);
    assert.deepEqual(items.map(({ issued }) => issued?.['date-parts']), [[[2022, 9, 2]], [[2022, 9, 2]]]);
  });
});

describe('Results of an index', () => {
  it('have names that run into each other parted, and none of the page’s own lines among them', async () => {
    const result = (title: string, names: string, venue: string): string => `${title}\n${names}\nPolitical Science\n${venue}\nSave\nAlert\nCite\n`;
    const items = await read(`Semantic Scholar\nSearch 226,714,880 papers from all fields of science\nSign In\nCreate Free Account\nAbout 12 results for “minutes”\nSort by Relevance\n${result('Ink and Power: A Survey', 'O. TveitJane Moss+2 authors P. Lanz', 'Acta Nordica\n2019')}${result('Who Reads the Minutes?', 'Aoife MacGiollaD. Raghu', 'Workshop on Minutes\n3 May 2020')}${result('The Caretaker of the Hall', 'Wim Van Houten', '1987')}1 2 3\nWhat Is Semantic Scholar?\n`);
    assert.deepEqual(items.map((item) => [item.type, item.title, ...people(item)]), [
      ['article-journal', 'Ink and Power: A Survey', 'O. | Tveit', 'Jane | Moss', 'P. | Lanz'], ['paper-conference', 'Who Reads the Minutes?', 'Aoife | MacGiolla', 'D. | Raghu'], ['document', 'The Caretaker of the Hall', 'Wim | Van Houten'],
    ]);
  });
});
