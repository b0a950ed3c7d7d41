/** Records as other programs and services really write them, where their forms depart from what their names promise. */
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
const crossref = (inside: string): string => `<doi_records><doi_record><crossref>${inside}</crossref></doi_record></doi_records>`;
const endnote = (inside: string): string => `<xml><records><record>${inside}</record></records></xml>`;

describe('BibTeX of other programs', () => {
  it('takes an entry in a sentence of an abstract for text', async () => {
    const item = await itemOf('@article{okonjo,\n  author = {Okonjo, Ada},\n  abstract = {Write it as @book{key, title={Vetoes}} or as @misc{other, note={x}} and it counts.},\n  year = {2014},\n  title = {Quiet vetoes}\n}');
    assert.equal(item.title, 'Quiet vetoes');
    assert.deepEqual(item.issued, { 'date-parts': [[2014]] });
    assert.match(item.abstract ?? '', /and it counts\.$/u);
  });

  it('still begins another entry where a brace was lost', async () => {
    const items = await itemsOf('@article{a, title = {First, year = {2014}\n@book{b, title = {Second}, year = {2015}}');
    assert.deepEqual(items.map(({ id }) => id), ['a', 'b']);
  });

  it('parts the volume from the issue that stands behind it in brackets', async () => {
    for (const volume of ['12(3)', '12 (3)', '12, no. 3']) {
      const item = await itemOf(`@article{k, title={T}, journal={J}, year=2014, volume={${volume}}}`);
      assert.deepEqual([item.volume, item.issue, item.custom?.['unmapped']], ['12', '3', undefined]);
    }
    assert.equal((await itemOf('@article{k, title={T}, journal={J}, volume={12(3)}, number={4}}')).volume, '12(3)');
  });

  it('reads fractions, relations and letters with marks in formulas', async () => {
    const item = await itemOf('@article{k, title={On $\\frac{1}{2}$ and $\\frac{a+b}{n}$ where $x \\leq \\hat{y}$}, journal={J}, year=2014}');
    assert.equal(item.title, 'On 1/2 and (a+b)/n where x ≤ ŷ');
  });
});

describe('Tagged exports of other programs', () => {
  it('reads records of MEDLINE and Ovid that begin with their number', async () => {
    const items = await itemsOf('UI  - 98123456\nAU  - Brown PT\nAU  - Green LM\nTI  - Second votes.\nTA  - Am J Things\nDP  - 1998 Jan\nPG  - 33-41\nIP  - 1\nVI  - 57\nSO  - Am J Things 1998 Jan;57(1):33-41\n\nUI  - 98123457\nTI  - Third votes.\nAU  - White A\nSO  - Am J Things. 58(1):3-4, 1999.\n');
    assert.deepEqual(items.map(({ title, volume, page }) => [title, volume, page]), [['Second votes', '57', '33-41'], ['Third votes', '58', '3-4']]);
  });

  it('does not take such a record for the end of one from PubMed', async () => {
    const items = await itemsOf('PMID- 123\nTI  - First votes.\nAU  - Smith J\nTA  - J Old Med\n\nUI  - 98123456\nAU  - Brown PT\nTI  - Second votes.\nTA  - Am J Things\nSO  - Am J Things 1998;57(1):33-41\n');
    assert.deepEqual(items.map(({ title }) => title), ['First votes', 'Second votes']);
  });

  it('takes no series from a book of the Web of Science that is named twice', async () => {
    const item = await itemOf('PT B\nAU Baker, T\nTI A book on states\nSO A BOOK ON STATES\nPY 2010\nBP 1\nEP 300\nPU SOME PRESS\nUT WOS:0002\nER\n');
    assert.deepEqual([item.type, item['collection-title'], item['container-title']], ['book', undefined, undefined]);
  });

  it('finds the place of a publisher that RePEc calls a provider', async () => {
    assert.equal((await itemOf('Template-Type: ReDIF-Chapter 1.0\nAuthor-Name: A. Bee\nTitle: Chapter\nBook-Title: Handbook\nYear: 1999\nProvider-Name: Press\nProvider-Location: Oslo\nHandle: RePEc:abc:ch:1\n'))['publisher-place'], 'Oslo');
  });
});

describe('XML of other programs', () => {
  it('names the archive of posted content as its publisher, and nothing as its journal', async () => {
    const item = await itemOf(crossref('<posted_content type="preprint"><group_title>Political Science</group_title><titles><title>Posted vetoes</title></titles><posted_date><year>2021</year></posted_date><institution><institution_name>SocArXiv</institution_name></institution><doi_data><doi>10.5555/p</doi></doi_data></posted_content>'));
    assert.deepEqual([item.publisher, item['container-title'], item.genre], ['SocArXiv', undefined, 'Preprint']);
  });

  it('reads components, and the days of a conference', async () => {
    assert.equal((await itemOf(crossref('<sa_component><component_list><component><titles><title>Figure 1</title></titles><doi_data><doi>10.5555/x.f1</doi></doi_data></component></component_list></sa_component>'))).title, 'Figure 1');
    const paper = await itemOf(crossref('<conference><event_metadata><conference_name>Conf</conference_name><conference_date start_year="2012" start_month="6" start_day="3" end_year="2012" end_month="6" end_day="5"/></event_metadata><proceedings_metadata><proceedings_title>Proc</proceedings_title></proceedings_metadata><conference_paper><titles><title>Paper</title></titles></conference_paper></conference>'));
    assert.deepEqual(paper['event-date'], { 'date-parts': [[2012, 6, 3], [2012, 6, 5]] });
  });

  it('calms given names that shout together with the family', async () => {
    const item = await itemOf(crossref('<dissertation><person_name contributor_role="author"><given_name>MARIA J.</given_name><surname>SILVA</surname></person_name><titles><title>Thesis</title></titles></dissertation>'));
    assert.deepEqual(item.author, [{ family: 'Silva', given: 'Maria J.' }]);
  });

  it('knows what EndNote keeps under other names', async () => {
    const thesis = await itemOf(endnote('<ref-type name="Thesis">32</ref-type><contributors><authors><author>Rossi, Q.</author></authors></contributors><titles><title>T</title></titles><volume>PhD</volume><dates><year>2011</year></dates>'));
    assert.deepEqual([thesis.genre, thesis.volume], ['PhD', undefined]);
    const page = await itemOf(endnote('<ref-type name="Web Page">12</ref-type><contributors><authors><author>OECD,</author></authors></contributors><titles><title>P</title></titles><volume>2020</volume><number>12 May</number><dates><year>2019</year></dates>'));
    assert.deepEqual([page.accessed, page.volume, page.number], [{ 'date-parts': [[2020, 5, 12]] }, undefined, undefined]);
    const chapter = await itemOf(endnote('<ref-type name="Book Section">5</ref-type><contributors><authors><author>Bee, A.</author></authors></contributors><titles><title>C</title><secondary-title>H</secondary-title></titles><section>4</section><custom2>PMC123456</custom2>'));
    assert.deepEqual([chapter['chapter-number'], chapter.PMCID], ['4', 'PMC123456']);
    const article = await itemOf(endnote('<ref-type name="Journal Article">17</ref-type><contributors><authors><author>Bee, A.</author></authors></contributors><titles><title>A</title><secondary-title>J</secondary-title></titles><edition>2014/03/04</edition><accession-num>12345678</accession-num><remote-database-provider>NLM</remote-database-provider><abstract>First.&#xD;Second.</abstract><dates><year>2014</year><pub-dates><date>3-5 June</date></pub-dates></dates>'));
    assert.deepEqual([article.edition, article.PMID, article.issued], [undefined, '12345678', { 'date-parts': [[2014, 6, 3], [2014, 6, 5]] }]);
  });

  it('reads who edited the host of a part in MARC, and keeps its title in the script of the work', async () => {
    const field = (tag: string, parts: { readonly [code: string]: string }): string => `<datafield tag="${tag}" ind1="1" ind2="0">${Object.entries(parts).map(([code, text]) => `<subfield code="${code}">${text}</subfield>`).join('')}</datafield>`;
    const item = await itemOf(`<record><leader>00000naa a2200000 a 4500</leader>${field('245', { a: 'Tikhoe veto /' })}${field('773', { a: 'Doe, Jane (ed.)', t: 'Handbook of vetoes.', d: 'Oslo : Press, 1999', g: 'S. 12-20' })}${field('880', { 6: '245-01/(N', a: 'Тихое вето /' })}</record>`);
    assert.deepEqual([item.editor, item.publisher, item['publisher-place'], item.issued], [[{ family: 'Doe', given: 'Jane' }], 'Press', 'Oslo', { 'date-parts': [[1999]] }]);
    assert.deepEqual(item.custom?.['unmapped'], { '880 title': 'Тихое вето' });
  });

  it('takes the number beside the title of a host in MODS for its volume', async () => {
    const item = await itemOf('<mods><titleInfo><title>Chapter</title></titleInfo><genre>bookSection</genre><relatedItem type="host"><titleInfo><title>Handbook</title><partNumber>2</partNumber></titleInfo><relatedItem type="series"><titleInfo><title>Studies</title><partNumber>vol. 7</partNumber></titleInfo></relatedItem></relatedItem></mods>');
    assert.deepEqual([item['container-title'], item.volume, item['collection-number']], ['Handbook', '2', '7']);
  });
});

describe('Indexes', () => {
  it('reads people with particles and initials as people', async () => {
    const item = await itemOf('{"id":"https://openalex.org/W1","title":"Quiet vetoes","type":"article","publication_year":2014,"authorships":[{"author":{"display_name":"Joris P. van der Meer"}},{"author":{"display_name":"Institute of Quiet Vetoes"}}],"primary_location":{"source":{"display_name":"J"}},"biblio":{"volume":"1"},"abstract_inverted_index":null}');
    assert.deepEqual(item.author, [{ 'non-dropping-particle': 'van der', 'family': 'Meer', 'given': 'Joris P.' }, { literal: 'Institute of Quiet Vetoes' }]);
  });

  it('reads the authors of chapters that Dimensions lists by affiliation', async () => {
    const item = await itemOf('{"publications":[{"id":"pub.1002","title":"Chapter","type":"chapter","author_affiliations":[[{"first_name":"M.","last_name":"Silva"}]],"book_title":"Handbook","year":1999}]}');
    assert.deepEqual(item.author, [{ family: 'Silva', given: 'M.' }]);
  });

  it('makes no record of the line above a table of Dimensions, and no author of an affiliation', async () => {
    const item = await itemOf('"About the data: Exported on Mar 4, 2024. Criteria: vetoes"\nRank,Publication ID,DOI,Title,Source title,PubYear,Volume,Authors,Authors (Raw Affiliation)\n1,pub.1,10.5555/d,Quiet vetoes,Journal of Vetoes,2014,12,"Okonjo, Ada","Okonjo, Ada (University)"\n');
    assert.deepEqual(item.author, [{ family: 'Okonjo', given: 'Ada' }]);
  });

  it('takes the marks off the publishers of CORE', async () => {
    assert.equal((await itemOf('{"results":[{"title":"Thesis","authors":[{"name":"Rossi, Q."}],"documentType":"thesis","yearPublished":2011,"downloadUrl":"https://example.org","dataProviders":[],"publisher":"\'University\'"}]}')).publisher, 'University');
  });
});

describe('Initials that look like a degree', () => {
  it('stay with the family name in front of them', async () => {
    const two = [{ family: 'Okafor', given: 'MA' }, { family: 'Lindqvist', given: 'M. A.' }];
    assert.deepEqual((await itemOf('TY  - JOUR\nTI  - Rivers and Votes\nAU  - Okafor, MA\nAU  - Lindqvist, M. A.\nPY  - 2003\nER  - ')).author, two);
    assert.deepEqual((await itemOf('FN Clarivate\nPT J\nAU Okafor, MA\nTI Rivers and Votes\nSO RIVER STUDIES\nPY 2003\nER\n')).author, [{ family: 'Okafor', given: 'M. A.' }]);
  });
});

describe('Records without a title', () => {
  it('of EndNote’s and ISI’s kind are kept with their people and year', async () => {
    const refer = await itemsOf('%0 Thesis\n%A Sato, Emi\n%D 1999\n%C Kobe\n\n%0 Generic\n%A Roth, Jan\n%D 2004\n%O letter to the office\n');
    assert.deepEqual(refer.map(({ type, issued }) => [type, issued?.['date-parts']?.[0]?.[0]]), [['thesis', 1999], ['document', 2004]]);
    const isi = await itemsOf('PT Chapter\nAU Sato, E\nTI Chains\nBT Handbook of Ferries\nPY 1999\nPU Harbour Press\nER\n\nPT Unknown\nAU Roth, J\nPY 2004\nER\n');
    assert.deepEqual(isi.map((item) => [item['container-title'], item.issued?.['date-parts']?.[0]?.[0]]), [['Handbook of Ferries', 1999], [undefined, 2004]]);
  });
});

describe('A book in a series', () => {
  it('has its number in it where MODS and RIS have the number of an issue', async () => {
    const mods = '<mods><titleInfo><title>Locks of the North</title></titleInfo><originInfo><issuance>monographic</issuance><dateIssued>1967</dateIssued><publisher>Canal House</publisher></originInfo><genre>book</genre>'
      + '<relatedItem type="host"><titleInfo><title>Monographs on Water</title></titleInfo></relatedItem><part><detail type="number"><number>27</number></detail></part></mods>';
    for (const text of [mods, 'TY  - BOOK\nTI  - Locks of the North\nT3  - Monographs on Water\nIS  - 27\nPB  - Canal House\nPY  - 1967\nER  - ']) {
      const item = await itemOf(text);
      assert.deepEqual([item.type, item['collection-title'], item['collection-number'], item.issue], ['book', 'Monographs on Water', '27', undefined]);
    }
  });
});

describe('A record of Ovid that is ahead of print', () => {
  it('has the date of that status when it has no other', async () => {
    const text = '<3>\nAccession Number\n  00000001-900000000-00001.\nAuthor\n  Brandt, Ida 1;  Costa, Rui MD 2\nTitle\n  Splints for ferrymen.[Article]\nSource\n  Journal of River Medicine. \nStatus\n  Publish Ahead of Print, POST ACCEPTANCE, 7 May 2016\nISSN\n  1234-5679\n';
    const item = await itemOf(text);
    assert.deepEqual([item.title, item['container-title'], item.issued], ['Splints for ferrymen', 'Journal of River Medicine', { 'date-parts': [[2016, 5, 7]] }]);
  });
});
