/** What the records of registries and indexes say in odd places: DataCite, Crossref, OpenAlex and their like, in JSON, XML and HTML. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const only = async (value: unknown): Promise<Item> => {
  const items = await read(typeof value === 'string' ? value : JSON.stringify(value));
  assert.equal(items.length, 1, JSON.stringify(items));
  return items[0] as Item;
};
const placed = (item: Item): readonly unknown[] => [item['container-title'], item['volume'], item['issue'], item['page']];

describe('A record of DataCite', () => {
  const work = { doi: '10.9999/heron', creators: [{ name: 'Holm, Berit', givenName: 'Berit', familyName: 'Holm' }], titles: [{ title: 'Herons at dusk' }], publicationYear: 2017 };
  const article = { ...work, types: { resourceTypeGeneral: 'Text', resourceType: 'Article', citeproc: 'article-journal' } };

  it('has volume, number and pages of its series apart from the title', async () => {
    assert.deepEqual(placed(await only({ ...article, container: { type: 'Series', title: 'Blätter für Vogelkunde; 31(2-3):Art07' } })), ['Blätter für Vogelkunde', '31', '2-3', 'Art07']);
  });

  it('takes no volume for a page, and the pages from its size', async () => {
    const item = await only({ ...article, sizes: ['12–25 Seiten'], container: { type: 'Series', title: 'Vogelhefte', firstPage: 'Bd. 4 Nr. 2 (2017)' } });
    assert.deepEqual(placed(item), ['Vogelhefte', '4', '2', '12-25']);
    assert.deepEqual(placed(await only({ ...article, container: { type: 'Series', title: 'Wetland Notes', firstPage: 'No 3', lastPage: '4 (2017)' } })), ['Wetland Notes', undefined, '3-4', undefined]);
    assert.deepEqual(placed(await only({ ...article, container: { type: 'Series', title: 'Wetland Notes', firstPage: 'Wetland Notes' } })), ['Wetland Notes', undefined, undefined, undefined]);
  });

  it('is an article where its kind is called so, whatever its general kind is', async () => {
    assert.equal((await only(article)).type, 'article-journal');
    assert.equal((await only({ ...work, types: { resourceTypeGeneral: 'Text', resourceType: 'Doctoral Thesis', citeproc: 'article' } })).type, 'thesis');
    assert.equal((await only({ ...work, types: { resourceTypeGeneral: 'Text', resourceType: 'Slides of a talk' } })).type, 'speech');
  });

  it('gives the abstract in the language of the work', async () => {
    const descriptions = [{ descriptionType: 'Abstract', lang: 'en', description: 'Where the herons of the northern shore roost in winter.' }, { descriptionType: 'Abstract', lang: 'de-AT', description: 'Wo die Reiher der Nordküste im Winter schlafen.' }];
    assert.match(String((await only({ ...article, language: 'de', descriptions }))['abstract']), /^Wo die Reiher/u);
    assert.match(String((await only({ ...article, language: 'fr', descriptions }))['abstract']), /^Where the herons/u);
  });

  it('says the same in XML', async () => {
    const item = await only(`<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.9999/heron</identifier><creators><creator><creatorName>Holm, Berit</creatorName></creator></creators><titles><title>Herons at dusk</title></titles>
      <publicationYear>2017</publicationYear><resourceType resourceTypeGeneral="Text">Article</resourceType><sizes><size>pp. 12-25</size><size>2 MB</size></sizes><descriptions><description descriptionType="SeriesInformation">Vogelhefte, Bd. 4 Nr. 2 (2017)</description></descriptions></resource>`);
    assert.deepEqual([item.type, ...placed(item)], ['article-journal', 'Vogelhefte', '4', '2', '12-25']);
  });
});

describe('A record of Crossref', () => {
  it('of a thesis names the university and not the depositor', async () => {
    const item = await only({ 'DOI': '10.9999/t.1', 'type': 'dissertation', 'title': ['Tides of the inner fjord'], 'publisher': 'Fjord Library Services', 'institution': [{ name: 'University of Nordvik', place: ['Nordvik'] }], 'author': [{ given: 'Ola', family: 'Berg' }], 'approved': { 'date-parts': [[2014, 5]] } });
    assert.deepEqual([item['publisher'], item['publisher-place'], item.issued?.['date-parts']], ['University of Nordvik', 'Nordvik', [[2014, 5]]]);
  });

  it('in XML has the publisher in front of it, and the makers of a database around a dataset', async () => {
    const [article, dataset] = await read(`<crossref_result><query_result><body><query status="resolved"><doi type="journal_article">10.9999/j.1</doi><crm-item name="publisher-name" type="string">Skerry Press</crm-item><crm-item name="prefix-name">Other</crm-item>
      <doi_record><crossref><journal><journal_metadata><full_title>Annals of Skerries</full_title></journal_metadata><journal_issue><journal_volume><volume>3</volume><issue>2</issue></journal_volume></journal_issue>
      <journal_article><titles><title>Seals</title></titles><publication_date><year>2011</year></publication_date></journal_article></journal></crossref></doi_record></query>
      <query><doi_record><crossref><database><database_metadata><contributors><person_name contributor_role="author"><given_name>Una</given_name><surname>Roe</surname></person_name></contributors><titles><title>Sea ice</title></titles><database_date><publication_date><year>2009</year></publication_date></database_date></database_metadata>
      <dataset><titles><title>Bay ice</title></titles></dataset></database></crossref></doi_record></query></body></query_result></crossref_result>`);
    assert.deepEqual([article?.['publisher'], article?.['volume'], article?.['issue']], ['Skerry Press', '3', '2']);
    assert.deepEqual([dataset?.author, dataset?.issued?.['date-parts'], dataset?.['container-title'], dataset?.['publisher']], [[{ family: 'Roe', given: 'Una' }], [[2009]], 'Sea ice', undefined]);
  });

  it('of a review in XML has its reviewers as authors', async () => {
    const item = await only('<doi_record><crossref><peer_review><contributors><person_name contributor_role="reviewer"><given_name>Eva</given_name><surname>Lind</surname></person_name></contributors><titles><title>Report on a paper about moss</title></titles><review_date><year>2020</year></review_date><doi_data><doi>10.9999/r.1</doi></doi_data></peer_review></crossref></doi_record>');
    assert.deepEqual([item.type, item.author], ['review', [{ family: 'Lind', given: 'Eva' }]]);
  });
});

describe('A record of an index', () => {
  it('that knows a paper as a preprint and from a conference has the conference', async () => {
    const item = await only({ paperId: 'a1', externalIds: { ArXiv: '1901.00001' }, title: 'Sorting pebbles', venue: 'Conference on Pebbles', publicationVenue: { name: 'Conference on Pebbles', type: 'conference' }, publicationTypes: ['JournalArticle', 'Conference'], year: 2019, journal: { name: 'ArXiv', volume: 'abs/1901.00001' }, authors: [{ name: 'A. Stone' }] });
    assert.deepEqual([item.type, item['container-title'], item['volume'], item['genre']], ['paper-conference', 'Conference on Pebbles', undefined, undefined]);
  });

  it('is an article where it names no kind but a journal', async () => {
    assert.equal((await only({ id: 'https://openalex.org/W11', display_name: 'Lichens', publication_year: 2020, authorships: [{ author: { display_name: 'Ana Sol' } }], primary_location: { source: { display_name: 'Lichen Letters', type: 'journal' } } })).type, 'article-journal');
    assert.equal((await only({ id: 'pub.100', title: 'Mosses', year: 2020, journal: { title: 'Moss Letters' } })).type, 'article-journal');
  });

  it('has its year where little else stands, and stands in the answer of a search', async () => {
    const item = await only({ hits: { hits: [{ _id: '7', _source: { id: 7, title: 'Ferns of the gorge', authors: [{ name: 'Ivo Rank' }], yearPublished: 2018, citationCount: 1 } }] } });
    assert.deepEqual([item.title, item.issued?.['date-parts'], item.author], ['Ferns of the gorge', [[2018]], [{ family: 'Rank', given: 'Ivo' }]]);
  });
});

describe('An answer of Europe PMC', () => {
  it('without its kind is an article where it names a journal, of the month that stands there as a number', async () => {
    const item = await only({ id: '1', source: 'MED', title: 'Heron counts.', authorString: 'Holm B.', journalInfo: { volume: '3', yearOfPublication: 2019, monthOfPublication: 11, journal: { title: 'Wetland Notes' } }, pubYear: '2019' });
    assert.deepEqual([item.type, item['container-title'], item.issued?.['date-parts']], ['article-journal', 'Wetland Notes', [[2019, 11]]]);
  });
});

describe('A record of PubMed', () => {
  it('may have its number right behind the tag, while words of an abstract are no tags', async () => {
    const item = await only('PMID-40000001\nTI  - Knots of\n      eider ducks.\nAB  - We\n      DNA-typed them.\nDP  - 2013 Jun\nPT  - Journal Article');
    assert.deepEqual([item['PMID'], item.title, item['abstract']], ['40000001', 'Knots of eider ducks', 'We DNA-typed them.']);
  });
});

describe('JSON-LD', () => {
  it('of software has its version, its repository and those who made it', async () => {
    const item = await only({ '@context': 'https://example.org/codemeta.jsonld', '@type': 'SoftwareSourceCode', 'title': 'tidewatch', 'version': '1.4.0', 'codeRepository': 'https://example.org/tidewatch', 'datePublished': '2018-02-03', 'tags': ['tides', 'harbours'], 'description': 'Reads the tables of harbours and warns of springs and neaps.',
      'agents': [{ '@type': 'person', 'name': 'Mia Hall', 'role': { roleCode: ['originator'] } }, { '@type': 'organization', 'name': 'Port of Nordvik', 'role': { roleCode: 'copyrightHolder' } }] });
    assert.deepEqual([item.type, item.title, item['version'], item['URL'], item.author, item['keyword']], ['software', 'tidewatch', '1.4.0', 'https://example.org/tidewatch', [{ family: 'Hall', given: 'Mia' }], 'tides, harbours']);
    assert.equal(item['abstract'], 'Reads the tables of harbours and warns of springs and neaps.');
  });

  it('of a picture is a work where it has a DOI, and none where it adorns a page', async () => {
    const picture = { '@context': 'https://schema.org', '@type': 'ImageObject', 'name': 'Chart of the bay', 'creator': { '@type': 'Person', 'name': 'Mia Hall' }, 'datePublished': '2016' };
    const item = await only({ ...picture, '@id': 'https://doi.org/10.9999/chart.2' });
    assert.deepEqual([item.type, item.title, item.DOI], ['graphic', 'Chart of the bay', '10.9999/chart.2']);
    const adorning = (await parsePaste(JSON.stringify({ ...picture, url: 'https://example.org/chart.png' }), { engine: directEngine })).records;
    assert.ok(adorning.every(({ format }) => format !== 'json-ld'));
  });

  it('has no abstract in a description that breaks off', async () => {
    assert.equal((await only({ '@context': 'https://schema.org', '@type': 'Dataset', 'name': 'Harbour tables', 'creator': { '@type': 'Person', 'name': 'Mia Hall' }, 'datePublished': '2019', 'description': 'The tables of all harbours between the two capes, with…' }))['abstract'], undefined);
  });
});

describe('The tags of a page', () => {
  it('name proceedings as what holds a paper, and no report within its own publisher', async () => {
    const paper = await only('<meta name="citation_title" content="Counting gulls"><meta name="citation_author" content="Hall, Mia"><meta name="citation_conference_title" content="Proceedings of the Third Meeting on Gulls"><meta name="citation_date" content="2015">');
    assert.deepEqual([paper.type, paper['container-title']], ['paper-conference', 'Proceedings of the Third Meeting on Gulls']);
    const report = await only('<meta name="citation_title" content="Gulls of the harbour"><meta name="citation_author" content="Hall, Mia"><meta name="citation_journal_title" content="Gullbot"><meta name="dc.publisher" content="Gullbot"><meta name="citation_technical_report_institution" content="Gullbot"><meta name="citation_date" content="2015">');
    assert.deepEqual([report.type, report['container-title'], report['publisher']], ['report', undefined, 'Gullbot']);
  });
});

describe('COinS', () => {
  it('may be broken over lines, and its page may be none', async () => {
    const item = await only('<span class="Z3988" title="ctx_ver=Z39.88-2004\n&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal\n&rft. atitle=Tidal+pools\n&rft.jtitle=Shore+Studies&rft. volume=6&rft.spage=0&rft.epage=&rft.artnum=http%3A%2F%2Fexample.org%2Fa&rft.date=2012&rft.au=Hall%2C+Mia& rft.id=info:DOI/10.9999%2Fshore.6"></span>');
    assert.deepEqual([item.title, ...placed(item), item.DOI], ['Tidal pools', 'Shore Studies', '6', undefined, undefined, '10.9999/shore.6']);
  });
});
