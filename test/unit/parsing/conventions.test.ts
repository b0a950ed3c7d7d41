/** What the tags and elements of the formats mean where one has to know it: the conventions that their programs agree on. */
import assert from 'node:assert/strict';
import type { Item } from '../../../src/core/source';
import { parsePaste } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const itemsOf = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const itemOf = async (text: string): Promise<Item> => {
  const items = await itemsOf(text);
  assert.equal(items.length, 1);
  return items[0] as Item;
};

describe('Conventions of BibTeX', () => {
  it('raises and lowers what stands in a command of its own', async () => {
    const item = await itemOf('@article{k, title={On CO$_{\\textrm{2}}$ votes}, journal={Actes du $3^{\\textrm{ème}}$ colloque}, year=2014}');
    assert.deepEqual([item.title, item['container-title']], ['On CO<sub>2</sub> votes', 'Actes du 3<sup>ème</sup> colloque']);
  });

  it('knows an article of a newspaper under the name that Zotero’s users give it', async () => {
    assert.equal((await itemOf('@newsarticle{k, author={Okonjo, Ada}, title={Polls open}, journaltitle={The Harbour Post}, date=2014-03-02}')).type, 'article-newspaper');
  });
});

describe('Conventions of BibTeX from the ACM', () => {
  it('tells the address of the publisher from the place of the conference', async () => {
    const item = await itemOf('@inproceedings{k, author={Okonjo, Ada}, title={Quiet vetoes}, booktitle={Days of Vetoes}, year={2009}, location={Lagos, Nigeria}, publisher={Harbour Press}, address={Lisbon, Portugal}}');
    assert.deepEqual([item['publisher-place'], item['event-place']], ['Lisbon, Portugal', 'Lagos, Nigeria']);
  });
});

describe('Conventions of RIS', () => {
  const ris = (...lines: readonly string[]): string => [...lines, 'ER  - ', ''].join('\n');

  it('reads a month in words behind the year', async () => {
    assert.deepEqual((await itemOf(ris('TY  - BOOK', 'AU  - Okonjo, Ada', 'T1  - Quiet vetoes', 'Y1  - 2015/october'))).issued, { 'date-parts': [[2015, 10]] });
  });

  it('takes the version of a program for that, and for no edition', async () => {
    const item = await itemOf(ris('TY  - COMP', 'AU  - Okonjo, Ada', 'TI  - Seat counter', 'ET  - 2.1', 'PY  - 2015'));
    assert.deepEqual([item.version, item.edition], ['2.1', undefined]);
  });

  it('knows that the second person of a letter received it', async () => {
    const item = await itemOf(ris('TY  - PCOMM', 'AU  - Okonjo, Ada', 'A2  - Ferreira, Luis', 'TI  - On the count', 'PY  - 2015'));
    assert.deepEqual([item['recipient'], item.editor], [[{ family: 'Ferreira', given: 'Luis' }], undefined]);
  });

  it('takes the date of an electronic book for the day on which it was looked at, unless it is of the book’s year', async () => {
    const read = await itemOf(ris('TY  - EBOOK', 'AU  - Okonjo, Ada', 'TI  - Quiet vetoes', 'PY  - 2015', 'DA  - 2019/09/18/'));
    assert.deepEqual([read.issued, read.accessed], [{ 'date-parts': [[2015]] }, { 'date-parts': [[2019, 9, 18]] }]);
    const undated = await itemOf(ris('TY  - EBOOK', 'AU  - Okonjo, Ada', 'TI  - Quiet vetoes', 'DA  - 2019/09/18/'));
    assert.deepEqual([undated.issued, undated.accessed], [undefined, { 'date-parts': [[2019, 9, 18]] }]);
    const printed = await itemOf(ris('TY  - EBOOK', 'AU  - Okonjo, Ada', 'TI  - Quiet vetoes', 'PY  - 2019', 'DA  - 2019/09/18/'));
    assert.deepEqual([printed.issued, printed.accessed], [{ 'date-parts': [[2019, 9, 18]] }, undefined]);
  });
});

describe('Conventions of tagged exports', () => {
  const nbib = (...lines: readonly string[]): string => ['PMID- 90000001', 'TI  - Quiet vetoes.', 'FAU - Okonjo, Ada', 'JT  - Journal of Vetoes', 'PT  - Journal Article', ...lines, ''].join('\n');

  it('completes each of several ranges of pages', async () => {
    assert.equal((await itemOf(nbib('DP  - 2015', 'PG  - 112-8, 120-1; discussion 122'))).page, '112-118, 120-121; discussion 122');
  });

  it('takes the publisher’s number for the place of an article only where it has no pages', async () => {
    const paged = await itemOf(nbib('DP  - 2015', 'PG  - 112-8', 'LID - e0198 [pii]'));
    assert.deepEqual([paged.page, paged['number'], paged.custom], ['112-118', undefined, { unmapped: { pii: 'e0198' } }]);
    assert.equal((await itemOf(nbib('DP  - 2015', 'LID - e0198 [pii]'))).page, 'e0198');
  });

  it('reads how ERIC writes standard numbers and editors', async () => {
    const eric = (...lines: readonly string[]): string => ['OWN - ERIC', 'TI  - Quiet vetoes', ...lines, ''].join('\n');
    const book = await itemOf(eric('AU  - Okonjo, Ada, Ed.', 'JT  - Harbour Press', 'OID - ED500001', 'DP  - 2011', 'ISBN - ISBN-978-3-16-148410-0', 'PT  - Books'));
    assert.deepEqual([book.editor, book.author, book['ISBN']], [[{ family: 'Okonjo', given: 'Ada' }], undefined, '978-3-16-148410-0']);
    const article = await itemOf(eric('AU  - Okonjo, Ada', 'JT  - Journal of Vetoes', 'OID - EJ500001', 'DP  - Apr 2011', 'VI  - 7', 'ISSN - EISSN-1042-1629', 'PT  - Journal Articles'));
    assert.equal(article['ISSN'], '1042-1629');
  });

  it('reads days of a month behind the year', async () => {
    assert.deepEqual((await itemOf(nbib('DP  - 2015 Jan 01-15'))).issued, { 'date-parts': [[2015, 1, 1], [2015, 1, 15]] });
  });

  it('reads what Inspec writes into exports of the Web of Science', async () => {
    const item = await itemOf('FN ISI Export Format\nVR 1.0\nPT J\nTI Light in K/sub\n   2/O/sup +/ guides\nAU Okonjo, A.\nSO Letters of Light\nPY 2006\nPD 07 2006\nVL 9\nUT INSPEC:77\nER\n\nEF\n');
    assert.deepEqual([item.title, item.issued], ['Light in K2O+ guides', { 'date-parts': [[2006, 7]] }]);
  });

  it('reads how Embase names authors and sources in exports of Ovid', async () => {
    const item = await itemOf('<1>\nUnique Identifier\n  5512\nAuthors\n  Okonjo A.  Ferreira L.M.  van Dalen P.\nTitle\n  Quiet vetoes.\nSource\n  Journal of Vetoes.  34(4)(pp 12-34), 2006. Date of Publication: Aug 2006.\n');
    assert.deepEqual(item.author?.map(({ family }) => family), ['Okonjo', 'Ferreira', 'Dalen']);
    assert.deepEqual([item['container-title'], item.volume, item.issue, item.page, item.issued], ['Journal of Vetoes', '34', '4', '12-34', { 'date-parts': [[2006, 8]] }]);
  });

  it('takes no “In:” for the name of an editor in Ovid', async () => {
    const item = await itemOf('<1>\nAuthors\n  Okonjo, Ada.\nTitle\n  Quiet vetoes.\nSource\n  In: Ferreira, L. [Ed]. (2001). Book of vetoes. (pp. 3-45). Lisbon, Portugal: Harbour Press. [Chapter]\n');
    assert.deepEqual([item.editor, item['container-title']], [[{ family: 'Ferreira', given: 'L.' }], 'Book of vetoes']);
  });

  it('parts records of Refer at a blank line, with a type or without', async () => {
    const items = await itemsOf('%0 Book\n%T Quiet vetoes\n%A Okonjo, Ada\n%D 1982\n%I Harbour Press\n%P 173 s.\n\n%T Loud vetoes\n%A Ferreira, Luis\n%I Harbour Press\n%D 1991\n');
    assert.deepEqual(items.map(({ title, issued }) => [title, issued]), [['Quiet vetoes', { 'date-parts': [[1982]] }], ['Loud vetoes', { 'date-parts': [[1991]] }]]);
    assert.equal(items[0]?.['number-of-pages'], '173');
  });
});

describe('Conventions of Crossref’s JSON', () => {
  it('keeps the last day of a conference beside the first', async () => {
    const day = (number: number): string => `{"date-parts":[[2011,3,${number}]]}`;
    const item = await itemOf(`{"type":"proceedings-article","DOI":"10.1000/v2","title":["Quiet vetoes"],"container-title":["Days of Vetoes"],"event":{"name":"Days","start":${day(4)},"end":${day(6)}},"issued":{"date-parts":[[2011]]}}`);
    assert.deepEqual(item['event-date'], { 'date-parts': [[2011, 3, 4], [2011, 3, 6]] });
  });
});

describe('Conventions of XML', () => {
  it('finds how many pages a book of MODS has, and the number of a report', async () => {
    const mods = (inside: string): string => `<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Quiet vetoes</title></titleInfo>${inside}</mods>`;
    const book = await itemOf(mods('<originInfo><dateIssued>2003</dateIssued></originInfo><genre>book</genre><physicalDescription><extent unit="page"><total>402</total></extent></physicalDescription>'));
    assert.equal(book['number-of-pages'], '402');
    const report = await itemOf(mods('<originInfo><dateIssued>2003</dateIssued></originInfo><genre authority="marcgt">technical report</genre><identifier type="report number">R-2</identifier>'));
    assert.deepEqual([report.type, report['number']], ['report', 'R-2']);
  });

  it('takes addresses that Ovid sends to EndNote for no section, and reads the day on which it did', async () => {
    const addresses = 'Okonjo, Ada. Department of Votes, University of the Harbour, Lagos, Nigeria. Ferreira, Luis. Harbour School, Lisbon, Portugal.';
    const item = await itemOf(`<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Okonjo, Ada</author></authors></contributors><titles><title>Quiet vetoes</title><secondary-title>Journal of Vetoes</secondary-title></titles><section>${addresses}</section><dates><year>2025</year></dates><access-date>20250528//</access-date></record></records></xml>`);
    assert.deepEqual([item['section'], item.custom], [undefined, { unmapped: { section: addresses } }]);
    assert.deepEqual(item.accessed, { 'date-parts': [[2025, 5, 28]] });
  });

  it('finds who issued a standard or a data set of Crossref', async () => {
    const crossref = (inside: string): string => `<doi_records><doi_record><crossref>${inside}</crossref></doi_record></doi_records>`;
    const standard = await itemOf(crossref('<standard><standard_metadata><titles><title>Ballot boxes</title></titles><designators><std_as_published><std_designator>B12</std_designator></std_as_published></designators><publisher><publisher_name>Harbour Standards</publisher_name></publisher><doi_data><doi>10.1000/b12</doi></doi_data></standard_metadata></standard>'));
    assert.deepEqual([standard.publisher, standard['number']], ['Harbour Standards', 'B12']);
    const data = await itemOf(crossref('<database><database_metadata><titles><title>Vetoes</title></titles><institution><institution_name>Veto Archive</institution_name></institution></database_metadata><dataset><titles><title>Vetoes by year</title></titles><doi_data><doi>10.1000/v1</doi></doi_data></dataset></database>'));
    assert.equal(data.publisher, 'Veto Archive');
  });

  it('reads two months, and the number of an article without pages, in PubMed', async () => {
    const item = await itemOf('<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>9</PMID><Article><Journal><JournalIssue><PubDate><Year>2001</Year><Month>Jan-Feb</Month></PubDate></JournalIssue><Title>Journal of Vetoes</Title></Journal><ArticleTitle>Quiet vetoes.</ArticleTitle><ELocationID EIdType="pii">e0198</ELocationID><AuthorList><Author><LastName>Okonjo</LastName><ForeName>Ada</ForeName></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>');
    assert.deepEqual([item.issued, item.page], [{ 'date-parts': [[2001, 1], [2001, 2]] }, 'e0198']);
  });
});

describe('Conventions of RIS for kinds of works', () => {
  const ris = (...lines: readonly string[]): string => [...lines, 'ER  - ', ''].join('\n');

  it('makes no person of an office, a department or a sponsor', async () => {
    const patent = await itemOf(ris('TY  - PAT', 'AU  - Okonjo, Ada', 'A2  - Office of Boxes', 'TI  - Ballot box', 'PY  - 1990'));
    assert.deepEqual([patent.editor, patent.custom], [undefined, { unmapped: { A2: 'Office of Boxes' } }]);
    const paper = await itemOf(ris('TY  - GOVDOC', 'AU  - Okonjo, Ada', 'A2  - Department of Votes', 'TI  - On the count', 'PY  - 1990'));
    assert.deepEqual([paper.editor, paper['collection-editor']], [undefined, undefined]);
    const talk = await itemOf(ris('TY  - CONF', 'AU  - Okonjo, Ada', 'A2  - Ferreira, Luis', 'A4  - Harbour Bank', 'TI  - Quiet vetoes', 'T2  - Days of Vetoes', 'PY  - 1990'));
    assert.deepEqual([talk.editor, talk.translator], [[{ family: 'Ferreira', given: 'Luis' }], undefined]);
  });

  it('takes the collection that keeps a thesis for no series', async () => {
    const item = await itemOf(ris('TY  - THES', 'AU  - Okonjo, Ada', 'TI  - Quiet vetoes', 'T2  - Harbour Dissertations and Theses', 'PB  - University of the Harbour', 'PY  - 1990'));
    assert.deepEqual([item['collection-title'], item.publisher], [undefined, 'University of the Harbour']);
  });

  it('knows the reporter of a case, the chapter of a book and the number in a series', async () => {
    assert.equal((await itemOf(ris('TY  - CASE', 'A2  - Harbour Reports', 'TI  - Okonjo v. Ferreira', 'VL  - 12', 'PY  - 1990')))['container-title'], 'Harbour Reports');
    const chapter = await itemOf(ris('TY  - CHAP', 'AU  - Okonjo, Ada', 'TI  - Quiet vetoes', 'T2  - Vetoes', 'SE  - 4', 'PY  - 1990'));
    assert.deepEqual([chapter['chapter-number'], chapter['section']], ['4', undefined]);
    const book = await itemOf(ris('TY  - BOOK', 'AU  - Okonjo, Ada', 'TI  - Quiet vetoes', 'T2  - Studies of Vetoes', 'M1  - 17', 'PY  - 1990'));
    assert.deepEqual([book['collection-title'], book['collection-number']], ['Studies of Vetoes', '17']);
  });
});

describe('Conventions of other records', () => {
  it('reads a record of the Web of Science whatever letter says what was printed', async () => {
    const items = await itemsOf('FN ISI Export Format\nVR 1.0\nPT K\nTI Quiet vetoes\nAU Okonjo, A\nSO Annals of Vetoes\nPY 2006\nER\n\nPT J\nTI Loud vetoes\nAU Okonjo, A\nSO Annals of Vetoes\nPY 2007\nER\n\nEF\n');
    assert.deepEqual(items.map(({ title }) => title), ['Quiet vetoes', 'Loud vetoes']);
  });

  it('reads the DOI of a book of PubMed where its place on the web is told', async () => {
    const book = '<Book><Publisher><PublisherName>Harbour Press</PublisherName></Publisher><BookTitle book="v">On vetoes</BookTitle><PubDate><Year>2009</Year></PubDate><ELocationID EIdType="doi" ValidYN="Y">10.5555/vetoes</ELocationID></Book>';
    const item = await itemOf(`<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID Version="1">77</PMID>${book}</BookDocument></PubmedBookArticle></PubmedArticleSet>`);
    assert.deepEqual([item.type, item.DOI], ['book', '10.5555/vetoes']);
    assert.equal((await itemOf(`<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID Version="1">78</PMID>${book}<ArticleTitle>A chapter</ArticleTitle></BookDocument></PubmedBookArticle></PubmedArticleSet>`)).DOI, undefined);
  });

  it('puts a bracket before the title of MODS to its first word', async () => {
    assert.equal((await itemOf('<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><nonSort>[</nonSort><title>A letter on vetoes]</title></titleInfo><originInfo><dateIssued>1835</dateIssued></originInfo></mods>')).title, '[A letter on vetoes]');
  });
});
