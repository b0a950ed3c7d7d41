/** Tables of literature: headers in many languages, quotation marks, and what is no table. */
import assert from 'node:assert/strict';
import { parsePaste, type ReadRecord } from '../../../src/core/parsing';
import { columnRole, columnRoles } from '../../../src/core/parsing/records/columns';
import { rowsOf } from '../../../src/core/parsing/records/delimited';
import { directEngine } from '../../doubles/directEngine';
import { growsWithSize } from '../../doubles/growth';

const read = async (text: string): Promise<readonly ReadRecord[]> => (await parsePaste(text, { engine: directEngine })).records;
const cells = (text: string, separator = ','): readonly (readonly string[])[] => rowsOf(text, { start: 0, end: text.length }, separator).map((row) => row.cells);

describe('Delimited text', () => {
  it('follows RFC 4180', () => assert.deepEqual(cells('a,"b ""c"", d","e\nf"\n,,\ng,h,i'), [['a', 'b "c", d', 'e\nf'], ['g', 'h', 'i']]));
  it('with a quotation mark that never ends costs one row', () => assert.deepEqual(cells('"a,b\nc,d\n"e",f'), [['a', 'b'], ['c', 'd'], ['e', 'f']]));
  it('with a bare quotation mark inside a quoted cell keeps the cell', () => assert.deepEqual(cells('"He said "no" twice",b'), [['He said "no" twice', 'b']]));
  it('of quotation marks alone is read in linear time', () => growsWithSize((times) => cells('"a\n""b,'.repeat(times)), 2_000));
});

describe('A header', () => {
  it('is understood in the languages of the field', () => {
    assert.deepEqual(['Автор', 'Год', '题名', 'Başlık', 'Zeitschrift', 'Аннотация', 'Author(s)', 'Year of publication', 'Keywords', 'DOI', 'Findings', 'Quotes'].map(columnRole),
      ['author', 'year', 'title', 'title', 'container', 'abstract', 'author', 'year', 'keyword', 'doi', undefined, undefined]);
  });
  it('may ask who, when, what and where, beside a column that only works have', () => {
    assert.deepEqual(columnRoles(['Ref', 'Who', 'When', 'What (full title)', 'Where', 'Vol/No', 'pp.']), [undefined, 'author', 'year', 'title', 'container', 'volume', 'pages']);
    assert.equal(columnRoles(['What', 'Who', 'When', 'Where']), undefined, 'a list of things to do');
  });
  it('without a title is none', () => assert.equal(columnRoles(['Author', 'Year', 'Findings']), undefined));
});

describe('A table', () => {
  it('with one column for journals and publishers tells articles from books, in the languages of the field', async () => {
    const told = async (text: string): Promise<readonly unknown[]> => (await read(text)).map(({ item }) => [item.type, item['container-title'], item.publisher, item['publisher-place'], item.volume, item.issue, item.page]);
    const german = 'Verfasser\tJahr\tTitel\tZeitschrift / Verlag\tBd. (Heft)\tS.\tFall\nHohenstein, Ute\t2017\tDie stille Kammer\tZeitschrift für Regionalpolitik\t8(3)\t201-219\tBayern\nBrandner, Max; Köhl, Eva\t2020\tRäte ohne Rat\tInnsbruck: Alpenland\t\t\tTirol\n';
    assert.deepEqual(await told(german), [['article-journal', 'Zeitschrift für Regionalpolitik', undefined, undefined, '8', '3', '201-219'], ['book', undefined, 'Alpenland', 'Innsbruck', undefined, undefined, undefined]]);
    const polish = 'Autor;Rok;Tytuł;Czasopismo lub wydawnictwo;Tom (nr);Strony;Kraj\nWrzosek, Halina;2016;Wójtowie i ich rady;Studia Lokalne;5(2);11-29;Polska\nPilch, Marek;2019;Gmina na sprzedaż;Kraków: Jaskółka;;;Polska\n';
    assert.deepEqual(await told(polish), [['article-journal', 'Studia Lokalne', undefined, undefined, '5', '2', '11-29'], ['book', undefined, 'Jaskółka', 'Kraków', undefined, undefined, undefined]]);
    const dutch = 'Nr\tSchrijver(s)\tJaar\tTitel\tTijdschrift / uitgever\tJrg(nr), blz.\tOordeel\n1\tVeenstra, Tjitske\t2018\tDe raad die zweeg\tBestuur in Beeld\t12(4), 33-51\thalf\n2\tOosting, P. & Kuiper, L.\t2021\tHet gemaal als partij\tBoomgaard\t–\tja\n';
    assert.deepEqual((await read(dutch)).map(({ item }) => [item.title, item.author?.length]), [['De raad die zweeg', 1], ['Het gemaal als partij', 2]]);
    assert.deepEqual(['Revista o editorial', 'Págs.', 'Journal or mood', 'Reading and writing'].map(columnRole), ['container', 'pages', undefined, undefined]);
  });

  it('of semicolons, with semicolons between the people of a cell and the number behind the volume, is one of works', async () => {
    const records = await read('Ref;Who;When;What;Where;Vol/No;pp.;Use?\r\nA1;"Ek, Ida; Ólason, Þór";2020;"Quotas at Sea";"Arctic Rule";"11(4)";"401-422";ch. 3\r\nA2;"Ministry of Wells";2022;"Audit";"";"";"";"data; maybe"\r\n');
    assert.deepEqual(records.map(({ item: { author, title, 'container-title': container, volume, issue, page } }) => [author?.length, title, container, volume, issue, page]), [
      [2, 'Quotas at Sea', 'Arctic Rule', '11', '4', '401-422'], [1, 'Audit', undefined, undefined, undefined, undefined],
    ]);
  });

  it('keeps columns that are nobody’s under their own names, and never takes notes for an abstract', async () => {
    const [record] = await read('Author\tTitle\tYear\tSummary of findings\tMy notes\nDoe, Jane\tA title\t2001\tLong text that looks like an abstract.\tread again\n');
    assert.equal(record?.item.abstract, undefined);
    assert.deepEqual((record?.item.custom?.['unmapped']), { 'Summary of findings': 'Long text that looks like an abstract.', 'My notes': 'read again' });
  });

  it('reads the names of a cell however they are parted', async () => {
    for (const authors of ['"Doe, Jane; Roe, Ann"', '"Jane Doe, Ann Roe"', 'Jane Doe and Ann Roe', '"Doe J, Roe A"', '"Doe, J., Roe, A."']) {
      const [record] = await read(`Authors,Title,Year\n${authors},A title,2001\n`);
      assert.deepEqual(record?.item.author?.map(({ family }) => family), ['Doe', 'Roe'], authors);
    }
  });

  it('shifts nothing when cells are empty', async () => {
    const [record] = await read('Author\tYear\tTitle\tJournal\n\t\tOnly a title\t\n');
    assert.deepEqual([record?.item.title, record?.item.author, record?.item.issued, record?.item['container-title']], ['Only a title', undefined, undefined, undefined]);
  });

  it('with a row that has too many cells says so and keeps the other rows', async () => {
    const reading = await parsePaste('Title,Author,Year\nA,B C,2001\nD,E F,2002,x,y\nG,H I,2003\n', { engine: directEngine });
    assert.deepEqual([reading.records.map(({ item }) => item.title), reading.problems.map(({ code }) => code)], [['A', undefined, 'G'], ['record-unreadable']]);
  });

  it('is not seen without a title among its columns, nor in prose', async () => {
    const texts = ['Author,Year,Findings\nDoe,2001,none\n', 'Title, author, year and other things, as you know,\nare what a reference needs, no more, no less', 'a\tb\tc\n1\t2\t3', 'Name | Role\n--- | ---\nAna | chair'];
    for (const text of texts) for (const { format } of await read(text)) assert.notEqual(format, 'table', text);
  });

  it('that asks who, when and where is one of works where a year and a place in print stand below', async () => {
    const records = await read('Kto\tKiedy\tTytuł\tGdzie\tUwagi\nKowalska, Anna\t2018\tRady gmin i ich budżety\tStudia Polityczne 12(1), 5-20\tWiedeń 2010, s. 3\nNowak, Jan\t2019\tWójt bez partii\tWarszawa: Wydawnictwo Wisła\t\n');
    assert.deepEqual(records.map(({ item }) => [item.title, item.author?.[0]?.family, item['container-title'], item.page, item.publisher]), [['Rady gmin i ich budżety', 'Kowalska', 'Studia Polityczne', '5-20', undefined], ['Wójt bez partii', 'Nowak', undefined, undefined, 'Wydawnictwo Wisła']]);
    assert.deepEqual(columnRoles(['Author', 'Year', 'Title', 'Where'], ['Ek, Ida', '2015', 'Councils', 'Norway']), ['author', 'year', 'title', undefined], 'the country of the case');
    assert.deepEqual((await read('Who\tWhen\tPaper\tWhere\nAnna\t10:00\tSlides for the plenary\tRoom 2\nBo\t11:00\tPoster\tRoom 3\n')).map(({ item }) => item.author), [undefined], 'a list of things to do');
  });
  it('makes no work of a header in a second language, of hints, headings, totals and notes', async () => {
    const records = await read('Title\tAuthor(s)\tYear\tJournal\tMethod\nTitel\tVerfasser:in\tJahr\tZeitschrift\tMethode\n(full)\t(family, given)\t\t\t\nLocal parties and ballots\tEk, Ida\t2015\tActa Nordica\tsurvey\nTHEORY\t\t\t\t\nSmall councils\tLund, Bo\t2011\tNordic Studies\tformal\nTotal\t2\t\t\t\nNote: Anna checks these\t\t\t\t\n');
    assert.deepEqual(records.map(({ item }) => [item.title, item.author?.[0]?.family, item['container-title']]), [['Local parties and ballots', 'Ek', 'Acta Nordica'], ['Small councils', 'Lund', 'Nordic Studies']]);
    assert.deepEqual((await read('Title,Author,Year\n"Total war","Ek, Ida",2015\nUntitled so far,,\n')).map(({ item }) => item.title), ['Total war', 'Untitled so far'], 'works may be called so');
  });
  it('knows the book around a chapter in the column of sources', async () => {
    const records = await read('Autor;Jahr;Titel;Quelle\nEk, I.;2015;Rat und Tat;In: Theater der Politik, hg. von R. Acher, Salzburg: Mönch, 20-25\nLee, A.;2012;Mayors;in Smith (ed.), Handbook of Cities\n');
    assert.deepEqual(records.map(({ item }) => [item.type, item['container-title'], item.page]), [['chapter', 'Theater der Politik', '20-25'], ['chapter', 'Handbook of Cities', undefined]]);
  });
  it('of five thousand rows takes no longer than its length asks', async () => {
    const rows = (count: number): string => `Title,Author,Year\n${'"A title, with a comma","Doe, Jane; Roe, Ann",2001\n'.repeat(count)}`;
    assert.equal((await read(rows(5000))).length, 5000);
    await growsWithSize((count) => read(rows(count)), 600);
  }).timeout(60_000);

  it('may hold books, theses and manuscripts in the column of journals, and number its rows in front', async () => {
    const rows = ['No\tAuthor(s)\tYr\tTitle\tOutlet', '1\tLorne, Ada\t2014\tFerries as veto players\tHarbour Quarterly 42(1), 3-27', '2\tOkker, Piet\t2016\tWells of the Delta\tLagos: Malthouse',
      '3\tJónsdóttir, Birna\t2020\tUnarmed ferries\tPhD thesis, University of Iceland', '\tArriaga, Tomás\tn.d.\tThe blue ledger\tunpublished manuscript', '4\tMoreau, Sylvain\t2022\tGendarmes et puits\tPolitique africaine comparée, n° 165, p. 55-78'].join('\n');
    const items = (await read(rows)).map((record) => record.item);
    assert.deepEqual(items.map(({ type }) => type), ['article-journal', 'book', 'thesis', 'manuscript', 'article-journal']);
    assert.deepEqual(items.map(({ issue }) => issue), ['1', undefined, undefined, undefined, '165']);
    assert.deepEqual([items[1]?.publisher, items[1]?.['publisher-place'], items[2]?.publisher, items[4]?.page], ['Malthouse', 'Lagos', 'University of Iceland', '55-78']);
  });

  it('may hold volume, issue and pages in one column, and name a publisher where a row has none of them', async () => {
    const items = (await read('Autor:innen;Jahr;Titel;Zeitschrift / Verlag;Jg.(Nr.), S.\nTamm, Ilse Marie;2018;Der Kai als Amt;Hafenkunde;7(2), 31-58\nDarko, Kofi;2020;Lotsen;Möwe;–\nVo, Mai;2021;Ebbe;Hafenkunde;10: 5–9\n')).map(({ item }) => item);
    assert.deepEqual(items.map(({ type, volume, issue, page, publisher, 'container-title': journal }) => [type, journal, volume, issue, page, publisher]), [['article-journal', 'Hafenkunde', '7', '2', '31-58', undefined], ['book', undefined, undefined, undefined, undefined, 'Möwe'], ['article-journal', 'Hafenkunde', '10', undefined, '5-9', undefined]]);
    assert.deepEqual(items[0]?.author, [{ family: 'Tamm', given: 'Ilse Marie' }]);
  });
});
