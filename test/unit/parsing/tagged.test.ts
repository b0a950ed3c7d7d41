/** Tagged exports: what is claimed, what is kept, and what a broken record costs. */
import assert from 'node:assert/strict';
import { parsePaste, type ReadRecord } from '../../../src/core/parsing';
import { recordDate, yearAndDate } from '../../../src/core/parsing/records/draftDates';
import { personNamed } from '../../../src/core/parsing/records/draftNames';
import { withoutCapitals } from '../../../src/core/parsing/records/journalCapitals';
import { sourceFields } from '../../../src/core/parsing/records/ovidSource';
import { pageRange, pagesFrom, splitPages } from '../../../src/core/parsing/records/pageRange';
import { typeNamed } from '../../../src/core/parsing/records/typeNames';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly ReadRecord[]> => (await parsePaste(text, { engine: directEngine })).records;
const formatsOf = async (text: string): Promise<readonly string[]> => (await read(text)).map(({ format }) => format);

const nbib = (title: string, id: number): string => `PMID- ${id}\nOWN - NLM\nTI  - ${title}\nAU  - Doe JA\nDP  - 2020\nJT  - A Journal\nPT  - Journal Article\n`;

describe('A tagged export', () => {
  it('is read record by record, with and without blank lines between', async () => {
    for (const glue of ['\n', '', '\n\n\n']) {
      const records = await read([nbib('One.', 1), nbib('Two.', 2), nbib('Three.', 3)].join(glue));
      assert.deepEqual(records.map(({ item }) => item.title), ['One', 'Two', 'Three'], JSON.stringify(glue));
    }
  });

  it('is read the same when it is indented, quoted in mail, fenced or inside prose', async () => {
    const clean = (await read(nbib('One.', 1)))[0]?.item;
    const lines = nbib('One.', 1).trimEnd().split('\n');
    const harmed = [lines.map((line) => `    ${line}`).join('\n'), lines.map((line) => `> ${line}`).join('\r\n'), `\`\`\`\n${lines.join('\n')}\n\`\`\``, `Look at this:\n\n${lines.join('\n')}\n\nBest, Ana`];
    for (const text of harmed) assert.deepEqual((await read(text))[0]?.item, clean, text);
  });

  it('of PubMed’s kind is read without PubMed’s numbers, as reference managers write it', async () => {
    const one = 'VI  - 24\nDP  - 2021 05\nTI  - Scrutiny by Rumour\nPG  - 101-20\nFAU - Natarajan, Priya\nAU  - Natarajan P\nPT  - Journal Article\nJT  - Annals of Offices\n';
    const two = 'DP  - 2009\nTI  - Ministers of Chalk\nFAU - Grahn, Ottilie\nAU  - Grahn O\nPT  - Book\n';
    const records = await read(`${one}\n\n${two}\n\n${one.replace('Rumour', 'Habit')}`);
    assert.deepEqual(records.map(({ format, item }) => [format, item.type, item.title, item.volume, item.issued?.['date-parts']?.[0]]), [
      ['nbib', 'article-journal', 'Scrutiny by Rumour', '24', [2021, 5]], ['nbib', 'book', 'Ministers of Chalk', undefined, [2009]], ['nbib', 'article-journal', 'Scrutiny by Habit', '24', [2021, 5]],
    ]);
  });

  it('of Web of Science’s kind is read whatever the word for its kind', async () => {
    const records = await read(['Journal', 'Unknown', 'Chapter', 'Thesis'].map((kind, at) => `PT ${kind}\nAU Park, H\nTI Part ${at}\nPD September\nPY 2024\nER\n`).join('\n'));
    assert.deepEqual(records.map(({ format, item }) => [format, item.type, item.title]), [
      ['web-of-science', 'article-journal', 'Part 0'], ['web-of-science', 'document', 'Part 1'], ['web-of-science', 'chapter', 'Part 2'], ['web-of-science', 'thesis', 'Part 3'],
    ]);
  });

  it('of RIS makes no record of a type that nothing follows, and knows the degree of a thesis', async () => {
    const records = await read('TY  - BOOK\nTY  - JOUR\nTY  - THES\nTI  - Bridges of Ice\nAU  - Holm, Ida\nU1  - Ph.D. thesis\nER  - \nTY  - NEWS\nER  - \n');
    assert.deepEqual(records.map(({ item }) => [item.type, item.title, item.genre]), [['thesis', 'Bridges of Ice', 'Ph.D. thesis']]);
  });

  it('of Ovid’s kind pasted twice has nothing of the second head in the record before it', async () => {
    const one = 'VN  - Ovid Technologies\nDB  - Ovid MEDLINE(R) <1946 to May 2023>\n<1. >\nUI  - 39900031\nTI  - Strikes that never started\nAU  - Bianchi C\nSO  - Journal of Labour Politics. 31(2):211-34, 2022 Jun.\n\n';
    const records = await read(`${one}${one}`);
    assert.deepEqual(records.map(({ item }) => [item.title, item.custom]), Array.from({ length: 2 }, () => ['Strikes that never started', { unmapped: { UI: '39900031' } }]));
  });

  it('keeps every good record when one in the middle has lost its tags', async () => {
    const records = await read(`${nbib('One.', 1)}\nTI  without a dash\nPG 1\n\n${nbib('Two.', 2)}`);
    assert.deepEqual(records.filter(({ format }) => format === 'nbib').map(({ item }) => item.title), ['One', 'Two']);
  });

  it('stands beside records of other forms in one paste', async () => {
    const text = `${nbib('One.', 1)}\n@book{k, title = {B}, year = 2001}\n\n%0 Book\n%T Refer\n%A Doe, J.\n\nTY  - BOOK\nTI  - R\nER  - \n\nRT Book\nT1 Works\nA1 Doe,J.\n`;
    assert.deepEqual(await formatsOf(text), ['nbib', 'bibtex', 'refer', 'ris', 'refworks']);
  });

  it('keeps what CSL has no place for under its own tag', async () => {
    const [record] = await read('%0 Journal Article\n%T T\n%A Doe, J.\n%J J\n%M 123\n%> file.pdf\n');
    assert.deepEqual(record?.item.custom, { unmapped: { '%M': '123', '%>': 'file.pdf' } });
  });

  it('does not invent what it is', async () => {
    const [record] = await read('%A Doe, J.\n%T Of no kind\n%D 2001\n');
    assert.equal(record?.item.type, 'document');
    assert.ok((record?.certainty['type']?.sure ?? 1) < 0.85);
  });

  it('has its pages from the tag that gives them in one, where no first page stands beside it', async () => {
    const wos = (pages: string): string => `FN ISI Export Format\nVR 1.0\nPT J\nTI Silence in small councils.\nAU Okonjo, Ada J; Hall, Janet E\nSO Rev Imag Polit\nVL 12\n${pages}\nPY 2006\nER\n\nEF\n`;
    const pages: { readonly [printed: string]: string } = { 'PS 2457-71': '2457-2471', 'BP 41103-1\nEP 41103-41103-3\nPS 41103-1-3': '41103-1-3', 'BP 5323\nEP 5331\nPS 5323-31': '5323-5331', 'BP 41103-1': '41103-1' };
    for (const [printed, page] of Object.entries(pages)) {
      const [record] = await read(wos(printed));
      assert.deepEqual([record?.item.page, record?.item.author?.length], [page, 2], printed);
    }
  });

  it('is not seen in prose, code or lists', async () => {
    const texts = ['PT J is a tag.\nAU is another', '100 %T\n%A of them', 'RT @someone Great paper!\nT1 diabetes', 'PMID: 123456 is the number', '<1>\nfirst\n<2>\nsecond', 'Title: A\nAuthor: B', '{Title}: x', 'PT 1\nTI is texas instruments'];
    for (const text of texts) for (const format of await formatsOf(text)) assert.equal(format, 'text', text);
  });
});

describe('The names of exports', () => {
  const names: { readonly [text: string]: readonly (string | undefined)[] } = {
    'Doe JA': ['Doe', 'J. A.'], 'van der Linden P': ['Linden', 'P.'], 'Doe, JA': ['Doe', 'J. A.'], 'Doe, Jane A.': ['Doe', 'Jane A.'], 'Jane Doe': ['Doe', 'Jane'], '欧阳明华': ['欧阳', '明华'], 'Li, Yu': ['Li', 'Yu'],
  };
  for (const [text, [family, given]] of Object.entries(names)) {
    it(`${text} is ${family}, ${given}`, () => assert.deepEqual([personNamed(text).family, personNamed(text).given], [family, given]));
  }
});

describe('The dates and pages of exports', () => {
  const dates: { readonly [text: string]: unknown } = {
    '2021 Mar 4': [[2021, 3, 4]], '2021 Mar-Apr': [[2021, 3], [2021, 4]], '2021': [[2021]], '202103': [[2021, 3]], '20210304': [[2021, 3, 4]], '2021/03/04': [[2021, 3, 4]], '2021///': [[2021]], 'JUN 03-05, 2015': [[2015, 6, 3], [2015, 6, 5]], 'no date': undefined,
  };
  for (const [text, parts] of Object.entries(dates)) it(`“${text}” is read`, () => assert.deepEqual(recordDate(text)?.['date-parts'], parts));

  it('a season is no month', () => assert.deepEqual(recordDate('2021 Winter'), { 'date-parts': [[2021]], season: 4 }));
  it('a day is taken from its own tag, unless it is of another year', () => {
    assert.deepEqual(yearAndDate('2021', 'MAR 4'), { 'date-parts': [[2021, 3, 4]] });
    assert.deepEqual(yearAndDate('2021', '4 March'), { 'date-parts': [[2021, 3, 4]] });
    assert.deepEqual(yearAndDate('2021', '2020-03-04'), { 'date-parts': [[2021]] });
  });
  it('shortened last pages are whole', () => {
    assert.deepEqual(['388-95', '161–98', 'e1204', '12-25+140', '0', 'xi–xviii', 'pp. 3--9'].map(pageRange), ['388-395', '161-198', 'e1204', '12-25+140', undefined, 'xi-xviii', '3-9']);
    assert.deepEqual([pagesFrom('211', '34'), pagesFrom('9', '9'), pagesFrom(undefined, '7'), pagesFrom('5-9', '12')], ['211-234', '9', '7', '5-9']);
  });
  it('a lost dash is found only where a likely range comes out', () => {
    assert.deepEqual(['93105', '161198', '10234', '102345', '1234', '85100', '99001', '10000'].map(splitPages), ['93-105', '161-198', undefined, undefined, undefined, '85-100', undefined, undefined]);
  });
});

describe('What exports call things', () => {
  it('types are known by many names, and unknown ones are not guessed', () => {
    assert.deepEqual(['Journal Article', 'Book, Section', 'Article; Early Access', 'bookSection', '硕士', 'Статья', 'Telepathy', '', 'constructor'].map(typeNamed),
      ['article-journal', 'chapter', 'article-journal', 'chapter', 'thesis', 'article-journal', undefined, undefined, undefined]);
  });
  it('journals in capitals are written small', () => {
    assert.deepEqual(['JOURNAL OF DEMOCRACY', 'Journal of X', 'PS-POLITICAL SCIENCE & POLITICS', 'JCMS', '5TH CONFERENCE'].map(withoutCapitals), ['Journal of Democracy', 'Journal of X', 'PS-Political Science & Politics', 'JCMS', '5th Conference']);
  });
  it('Ovid’s line of the source is taken apart, or left alone', () => {
    const names = { journal: 'j', volume: 'v', issue: 'i', pages: 'p', date: 'd', book: 'b', editors: 'e', publisher: 'pb', place: 'pl' };
    assert.deepEqual(sourceFields('Journal of X. 12(3):45-67, 2021 Mar.', names).map(({ value }) => value), ['Journal of X', '12', '3', '45-67', '2021 Mar']);
    assert.deepEqual(sourceFields('Journal of X. Vol.12(3), Mar 2021, pp. 45-67.', names).map(({ value }) => value), ['Journal of X', '12', '3', '45-67', 'Mar 2021']);
    assert.deepEqual(sourceFields('In: Somebody (ed.), A Book.', names), []);
  });
});
