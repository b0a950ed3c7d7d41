/** Lists of references, and text that is none. */
import assert from 'node:assert/strict';
import { readReferences } from '../../../../src/core/parsing/references';
import { development } from './eastern';
import { parsePaste } from '../../../../src/core/parsing';
import { directEngine } from '../../../doubles/directEngine';
import { growsWithSize } from '../../../doubles/growth';

const read = (text: string) => readReferences(text, { start: 0, end: text.length });
const titles = (text: string): readonly unknown[] => read(text).map(({ item }) => item.title);

const four = [
  'Okafor, N. A., & Silva, M. (2019). Electoral accountability and the politics of drought relief. Journal of Comparative Governance, 57(3), 412–438.',
  'Weller, T. H. (1987). Legislatures in comparative perspective. Meridian Press.',
  'Lindqvist, E., Tamm, J., & Moreau, C. (2021). Trust in courts after constitutional crises. Law and Society Quarterly, 8(1), 12–34.',
  'Brandt, J. (1998). The end of the cordon sanitaire. West European Affairs, 14(2), 55–80.',
];
const expected = [
  'Electoral accountability and the politics of drought relief', 'Legislatures in comparative perspective',
  'Trust in courts after constitutional crises', 'The end of the cordon sanitaire',
];

/** References of which some say by chance what the programmes of conferences say: chairs, sessions, times, affiliations. */
const longList = (works: number): readonly string[] => Array.from({ length: works }, (_, at) => [
  `Okafor, N. A., & Silva, M. (${1960 + (at % 60)}). Drought relief in district ${at}. Journal of Comparative Governance, ${1 + (at % 40)}(3), ${at + 10}–${at + 21}.`,
  `Weller, T. H. (${1960 + (at % 60)}). The chamber of ${at} seats. Paper presented at the Annual Conference of Quiet Assemblies, Session 4, 10:30-11:45, Paula Moreau (University of Ostwald), Ostwald.`,
  `Brandt, J. (${1960 + (at % 60)}). Minutes nobody took, volume ${at}. Meridian Press.`,
][at % 3] ?? '');

function wrapped(text: string, width: number, indent = ''): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length + 1 > width) lines.push(indent + word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

describe('A long list of references', () => {
  it('is no page of a site, whatever some of them mention', async () => {
    const { records } = await parsePaste(longList(240).join('\n'), { engine: directEngine });
    assert.ok(records.filter(({ format }) => format === 'reference').length >= 235, `${records.length} records, the first as ${records[0]?.format ?? 'nothing'}`);
  });

  it('is read in time that grows with its length', () => growsWithSize((works) => readReferences(longList(works).join('\n'), { start: 0, end: longList(works).join('\n').length }), 40));
});

describe('lists of references', () => {
  it('are split at lines, blank lines, numbers, bullets and indents', () => {
    for (const text of [
      four.join('\n'), four.join('\n\n'), four.map((entry, index) => `${index + 1}. ${entry}`).join('\n'), four.map((entry, index) => `[${index + 1}] ${entry}`).join('\n'),
      four.map((entry) => `- ${entry}`).join('\n'), four.map((entry) => wrapped(entry, 70, '    ')).join('\n'),
    ]) assert.deepEqual(titles(`References\n\n${text}\n`), expected);
  });

  it('of an assistant say nothing of a work but its reference: what stands below is a comment', () => {
    const comments = ['This book is a classic for understanding how counties became administrators.', 'A careful study of fiscal transfers.', '*Useful as an introduction to the whole debate on courts.*', 'Often cited, rarely read from cover to cover.'];
    assert.deepEqual(titles(`Sure! Here are some works you could start with:\n\n${four.map((entry, index) => `${index + 1}. ${entry}\n   ${comments[index]}`).join('\n')}\n\nLet me know if you would like more.`), expected);
  });

  it('are not torn at numbers that stand in front of some wrapped lines by chance', () => {
    const many = Array.from({ length: 40 }, (_, n) => `Meier, ${String.fromCharCode(65 + n % 26)}. (${1980 + n}). Wahlen und Verwaltung im Kreis ${n + 1}.\n${n === 3 || n === 30 ? n === 3 ? 2 : 3 : 'Mit einem Vorwort,'}. Auflage. Opladen: Verlag der Kreise.`);
    assert.ok(titles(`Literatur\n\n${many.join('\n')}\n`).length >= 36);
  });

  it('repeat the authors above a dash with somebody beside them, and part no name at its hyphen', () => {
    const items = read('Abara, Lois. 2012. The Borrowed Ballot. Halden: Halden University Press.\n———, and Tomáš Vašíček. 2020. “The Commission as Copyist.” Electoral Inquiry 9 (1): 1–24.\nGyllen, Stellan, and Parveen Akhtar-Doyle. 2010. “Proxy Voting and the Sick Bay.” Naval Politics 3 (4): 300–12.').map(({ item }) => item);
    assert.deepEqual(items.map(({ author = [] }) => author.map(({ family, given }) => `${given} ${family}`)), [['Lois Abara'], ['Lois Abara', 'Tomáš Vašíček'], ['Stellan Gyllen', 'Parveen Akhtar-Doyle']]);
  });

  it('have no reference in the head of a letter, nor in a line that says where in a journal the page stands', () => {
    for (const text of [
      '---------- Forwarded message ---------\nVon: Lena Hartwig <l.hartwig@uni-example.de>\nDate: Di., 4. Apr. 2023 um 09:12 Uhr\nSubject: Fwd: Literatur\nTo: <kolloquium@uni-example.de>',
      '公共治理研究. 2021(04) 第61-74页',
    ]) assert.deepEqual(titles(text), []);
  });

  it('are split where hard-wrapped entries begin', () => {
    for (const width of [60, 72, 80]) assert.deepEqual(titles(four.map((entry) => wrapped(entry, width)).join('\n')), expected);
  });

  it('keep their place in the text', () => {
    const text = `Literatur\n${four.join('\n')}`;
    assert.deepEqual(read(text).map(({ start, end }) => text.slice(start, end)), four);
  });

  it('take the authors of the line above for dashes, and leave out references to it', () => {
    const found = read(`${four[0]}\n———. 2021. “Rain and votes.” Party Studies Review 12 (4): 201–19.\nIbid., 45.`);
    assert.deepEqual(found.map(({ item }) => item.author?.map(({ family }) => family)), [['Okafor', 'Silva'], ['Okafor', 'Silva']]);
  });

  it('of a chat assistant are kept with a warning, others without', () => {
    const answer = read(`Here are some key works:\n\n1. **The Quiet State** by João Ferreira (2015). London: Northgate.\n2. ${four[3]}\n`);
    assert.deepEqual(answer.flatMap(({ problems }) => problems.map(({ code }) => code)), ['references-unchecked']);
    assert.equal(answer.length, 2);
    assert.deepEqual(read(four.join('\n')).flatMap(({ problems }) => problems), []);
  });

  it('of identifiers give one record each, with no title', () => {
    const found = read('10.1234/jcg.2019.0412\nISBN 978-3-16-148410-0\narXiv:2101.01234\nhttps://example.org/a');
    assert.deepEqual(found.map(({ item }) => [item.type, item.title, item.DOI ?? item['ISBN'] ?? item['number'] ?? item.URL]), [
      ['document', undefined, '10.1234/jcg.2019.0412'], ['book', undefined, '9783161484100'], ['article', undefined, 'arXiv:2101.01234'], ['webpage', undefined, 'https://example.org/a'],
    ]);
  });

  it('of identifiers in a message name a work once, also where the address of its page holds its DOI', () => {
    const text = 'please order these:\n10.1080/13510347.2020.1234, \nhttps://www.example.org/doi/full/10.1080/13510347.2020.1234?src=list\ndoi:10.1111/abcd.99812\n';
    const found = read(text).map(({ item }) => item);
    assert.deepEqual(found.map(({ DOI }) => DOI), ['10.1080/13510347.2020.1234', '10.1111/abcd.99812']);
  });

  it('are found in one reference alone', () => {
    for (const [text, , title] of development.filter(([text]) => text.includes('//') || text.includes('[J]'))) assert.deepEqual(titles(text), [title], text);
  });

  it('are not seen in prose', () => {
    for (const text of [
      'In 2019 the government of Kazakhstan changed the electoral law. Okafor and Silva (2019) argue that this was a response to protest, and Weller (1987, p. 45) had said so before.',
      'Dear Maria,\n\nthank you for the draft. I read pages 12–34 on the train (in London, 2021) and liked them. The second part is too long.\n\nBest, Peter',
      'Smith, John will chair the panel on 4 March 2021 in room 12. Please register by e-mail.',
      'Выборы 2018 года показали, что явка растет. По мнению И. Иванова, это связано с новым законом.',
      'Notes from the seminar\n- read chapter 3\n- ask about the 2020 data\n- compare with the 1998 survey',
      '政治学研究的方法有很多。2020年以来，学者们开始关注地方治理。',
    ]) assert.deepEqual(titles(text), [], text);
  });

  it('are read in time that grows with the text', async () => {
    await growsWithSize((times) => read('Smith, J. (2020). '.repeat(times)), 800);
    await growsWithSize((times) => read(`${four.join('\n')}\n`.repeat(times)), 32);
    await growsWithSize((times) => read(`${'A'.repeat(times)} (2020)`), 6_000);
  }).timeout(60_000);
});

describe('Footnotes and lists', () => {
  const people = (text: string): readonly unknown[] => read(text).map(({ item }) => [item.author?.map(({ family, given }) => `${given} ${family}`).join(', '), item.title, item.issue]);

  it('are read without the remark that leads over to a work, and without the chapter they point at', () => assert.deepEqual(people([
    '1 Der maßgebliche Text bleibt Ute Hohenstein, „Die stille Kammer“, in: Zeitschrift für Regionalpolitik 8 (2017), S. 201–219.',
    '2 Ebd.',
    '3 On the Italian case compare Gianni Della Rocca, I sindaci senza partito (Torino: Officina Nuova, 2011), ch. 4; and, on Spain, Nuria Campo, “Alcaldes,” Revista de Historia 9, no. 1 (2011): 5–33.',
    '4 Institute of World Affairs, “Votes and Voters,” Political Letters 3, no. 1 (2018): 1–9.',
    '5 A helpful overview is given by Aïcha Benali and Tom O’Hara, “Who Counts?,” Ballot Studies 2, no. 4 (2020): 12–40.',
  ].join('\n')).map((row) => (row as readonly unknown[]).slice(0, 2)), [
    ['Ute Hohenstein', 'Die stille Kammer'], ['Gianni Della Rocca', 'I sindaci senza partito'], ['Nuria Campo', 'Alcaldes'], ['undefined undefined', 'Votes and Voters'], ['Aïcha Benali, Tom O’Hara', 'Who Counts?'],
  ]));

  it('give no issue for a chapter', () => assert.deepEqual(people('1 Ibid., 4.\n2 Roza Kutlu, ‘Village courts after 1917’ (PhD thesis, Orenburg University, 2003), ch. 4.'), [['Roza Kutlu', 'Village courts after 1917', undefined]]));

  it('have a place and a publisher at the end told by the colon between them', () => assert.deepEqual(read('1. Podgornik, Neža (2019). Občina kot podjetje. Ljubljana: Založba Barje. ISBN 978-961-99-0002-4.\n2. **The Reluctant Senate** – Fiona Macquarie-Boyd (2004). Adelaide: Torrens Academic.').map(({ item }) => [item['publisher-place'], item.publisher]), [['Ljubljana', 'Založba Barje'], ['Adelaide', 'Torrens Academic']]));

  it('leave the article of one letter to the title', () => assert.deepEqual(people('1 Ibid., 4.\n2 See Eduardo Sousa Pimentel, O Voto e a Vila: eleições no Alentejo (Évora: Edições do Templo, 2006), 45–47.'), [['Eduardo Sousa Pimentel', 'O Voto e a Vila: eleições no Alentejo', undefined]]));

  it('that name a file of an archive name no work', () => assert.deepEqual(titles([
    '1 Ibid., 4.', '2 The National Archives of Sri Lanka, Lot 20/118, minute of 6 May 1952.', '3 Bayerisches Hauptstaatsarchiv, Best. 12/44, Vermerk vom 3. März 1951.',
    '4 Archivo General de la Nación, caja 12, carta del 4 de mayo de 1931.', '5 Государственный архив Оренбургской области, ф. 10, оп. 2, д. 5, л. 7, 1931 г.', '6 Archives of the Ministry, box 4, letter of 12 June 1960.',
  ].join('\n')), []));
});
