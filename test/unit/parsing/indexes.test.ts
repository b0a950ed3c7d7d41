/** Records of indexes as JSON: Crossref, OpenAlex, Semantic Scholar, DataCite, Zotero, JSON-LD and their like. */
import assert from 'node:assert/strict';
import { parsePaste, type Reading } from '../../../src/core/parsing';
import { pageRange } from '../../../src/core/parsing/records/jsonValues';
import { reviewsOf, type Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = (text: string): Promise<Reading> => parsePaste(text, { engine: directEngine });
const itemsOf = async (value: unknown): Promise<readonly Item[]> => (await read(typeof value === 'string' ? value : JSON.stringify(value))).records.map(({ item }) => item);
const itemOf = async (value: unknown): Promise<Item> => {
  const items = await itemsOf(value);
  assert.equal(items.length, 1);
  return items[0] ?? assert.fail('no record');
};

const work = (more: object): object => ({ 'DOI': '10.5555/w.1234', 'type': 'journal-article', 'title': ['A Work'], 'reference-count': 2, ...more });

describe('A work of Crossref', () => {
  it('is dated by the printed issue, else by the day online, else by what is left', async () => {
    const [print, online, issued] = [2021, 2020, 2019].map((year) => ({ 'date-parts': [[year]] }));
    const yearOf = async (dates: object): Promise<unknown> => (await itemOf(work(dates))).issued?.['date-parts']?.[0]?.[0];
    assert.equal(await yearOf({ 'published-print': print, 'published-online': online, issued }), 2021);
    assert.equal(await yearOf({ 'published-print': { 'date-parts': [[null]] }, 'published-online': online, issued }), 2020);
    assert.equal(await yearOf({ issued }), 2019);
    assert.equal(await yearOf({ issued: { 'date-parts': [[null]] }, created: { 'date-parts': [[2018]] } }), undefined);
  });

  it('is the same bare, in its envelope, and among other works', async () => {
    const alone = await itemOf(work({}));
    assert.deepEqual(await itemOf({ 'status': 'ok', 'message-type': 'work', 'message': work({}) }), alone);
    assert.deepEqual(await itemsOf({ 'status': 'ok', 'message-type': 'work-list', 'message': { facets: {}, items: [work({}), work({})] } }), [alone, alone]);
  });

  it('has plain text in title and abstract, whatever the markup and however often it is escaped', async () => {
    const { title, abstract } = await itemOf(work({
      title: ['The <i>Hukou</i> System &amp;amp; CO<sub>2</sub>'],
      abstract: '<jats:title>Abstract</jats:title><jats:sec><jats:title>Purpose</jats:title><jats:p>To ask why &lt;jats:italic&gt;nobody&lt;/jats:italic&gt; asked.</jats:p></jats:sec>',
    }));
    assert.equal(title, 'The Hukou System & CO2');
    assert.equal(abstract, 'Purpose\n\nTo ask why nobody asked.');
  });

  it('joins its subtitle with one colon, and not twice', async () => {
    assert.equal((await itemOf(work({ title: ['A'], subtitle: ['B'] }))).title, 'A: B');
    assert.equal((await itemOf(work({ title: ['A:'], subtitle: ['B'] }))).title, 'A: B');
    assert.equal((await itemOf(work({ title: ['A: B'], subtitle: ['B'] }))).title, 'A: B');
    assert.equal((await itemOf(work({ title: ['A'], subtitle: [] }))).title, 'A');
  });

  it('keeps bodies whole, repairs names in capitals, and files affiliations', async () => {
    const { author, custom } = await itemOf(work({ author: [{ name: 'Border Study Group' }, { family: 'SMITH-JONES', given: 'ANNA' }, { family: 'NG', given: 'Bo' }, { given: 'C.', family: 'van Dijk', affiliation: [{ name: 'X' }] }] }));
    assert.deepEqual(author, [{ literal: 'Border Study Group' }, { family: 'Smith-Jones', given: 'Anna' }, { family: 'NG', given: 'Bo' }, { family: 'van Dijk', given: 'C.' }]);
    assert.deepEqual(custom?.['affiliations'], { 'C. van Dijk': 'X' });
  });

  it('takes an article number for pages only where there are none', async () => {
    assert.equal((await itemOf(work({ 'article-number': 'e12', 'page': '3-9' }))).page, '3-9');
    assert.equal((await itemOf(work({ 'article-number': 'e12' }))).page, 'e12');
  });

  it('may name its kind, and CSL JSON its title, in the way of the other', async () => {
    assert.deepEqual([(await itemOf(work({ type: 'article-journal' }))).type, (await itemOf(work({ type: 'chapter' }))).type], ['article-journal', 'chapter']);
    const { type, title } = await itemOf([{ id: 'lee', type: 'book', title: ['A List'], author: [{ family: 'Lee', given: 'Bo' }] }]);
    assert.deepEqual([type, title], ['book', 'A List']);
  });

  it('of a kind that is not known is a document, and says so', async () => {
    const item = await itemOf(work({ type: 'component' }));
    assert.equal(item.type, 'document');
    assert.ok(reviewsOf(item).has('type'));
  });

  it('keeps what has no place in CSL, but no counts', async () => {
    const { custom } = await itemOf(work({ 'group-title': 'Politics', 'is-referenced-by-count': 4, 'clinical-trial-number': [], 'update-to': [{ DOI: '10.5555/old.1' }] }));
    assert.deepEqual(custom, { unmapped: { 'group-title': 'Politics', 'update-to': [{ DOI: '10.5555/old.1' }] } });
  });
});

describe('A list of records', () => {
  it('of hundreds is read whole, and a broken one among them costs only itself', async () => {
    const items = Array.from({ length: 400 }, (_, index) => JSON.stringify(work({ title: [`Work ${index}`], DOI: `10.5555/w.${1000 + index}` })));
    const list = (broken: readonly string[]): string => `{"status":"ok","message":{"items":[${broken.join(',\n')}]}}`;
    assert.equal((await read(list(items))).records.length, 400);
    const { records } = await read(list(items.map((item, index) => (index === 200 ? item.replace('Work 200', 'Work "200" is') : item))));
    assert.equal(records.filter(({ format }) => format === 'crossref-json').length, 399);
    assert.deepEqual(records.filter(({ format }) => format !== 'crossref-json').map(({ format, item }) => [format, item.DOI]), [['text', '10.5555/w.1200']]);
  });

  it('may have one record a line, and a line may break off', async () => {
    const line = (index: number): string => JSON.stringify(work({ title: [`Work ${index}`], DOI: `10.5555/w.${1000 + index}` }));
    const titles = async (text: string): Promise<readonly unknown[]> => (await itemsOf(text)).map(({ title }) => title);
    assert.deepEqual(await titles([1, 2, 3].map(line).join('\n')), ['Work 1', 'Work 2', 'Work 3']);
    assert.deepEqual(await titles([line(1), line(2).slice(0, -20), line(3)].join('\n')), ['Work 1', 'Work 2', 'Work 3']);
  });

  it('of a library has no record for a note or an attachment', async () => {
    const item = { key: 'A', version: 1, data: { itemType: 'book', title: 'B', creators: [] } };
    const note = { key: 'N', version: 1, data: { itemType: 'note', note: 'A remark of some length about the book, written in 2020, that nobody takes for a reference.' } };
    assert.deepEqual((await itemsOf([note, item, note, item, note])).map(({ type, title }) => [type, title]), [['book', 'B'], ['book', 'B']]);
  });
});

describe('A record of an index', () => {
  it('of OpenAlex has its abstract rebuilt, and no journal that is a repository', async () => {
    const item = await itemOf({
      id: 'https://openalex.org/W1', title: 'T', type: 'article', publication_date: '2020-01-01', abstract_inverted_index: { 'To': [0, 2], 'be,': [1], 'be.': [3] },
      primary_location: { source: { display_name: 'A Repository', type: 'repository' } }, authorships: [],
    });
    assert.equal(item.abstract, 'To be, To be.');
    assert.deepEqual([item.issued, item['container-title']], [{ 'date-parts': [[2020]] }, undefined]);
  });

  it('of Semantic Scholar offers a volume of two numbers and fills in one of one', async () => {
    const paper = (volume: string): object => ({ paperId: 'x', title: 'T', journal: { name: 'J', volume }, publicationTypes: ['JournalArticle'] });
    assert.equal((await itemOf(paper('36'))).volume, '36');
    const unsure = await itemOf(paper('12 3'));
    assert.equal(unsure.volume, undefined);
    assert.equal(reviewsOf(unsure).get('volume')?.offer, '12');
  });

  it('of DataCite takes the abstract among the descriptions, and only that', async () => {
    const item = await itemOf({ doi: '10.5555/d.1234', creators: [{ name: 'Lee, Bo' }], titles: [{ title: 'T' }], publicationYear: 2020, types: { resourceTypeGeneral: 'Text' }, descriptions: [{ descriptionType: 'Methods', description: 'We counted.' }] });
    assert.deepEqual([item.type, item.abstract, item.author], ['document', undefined, [{ family: 'Lee', given: 'Bo' }]]);
  });

  it('of Zotero has its people by their part, and the key that the person gave it', async () => {
    const item = await itemOf({ itemType: 'film', title: 'F', creators: [{ creatorType: 'director', firstName: 'Anna', lastName: 'Maier' }, { creatorType: 'contributor', name: 'A Studio' }], extra: 'Citation Key: maierF\nSeen twice' });
    assert.deepEqual([item.id, item.type, item.author, item['contributor'], item['note']], ['maierF', 'motion_picture', [{ family: 'Maier', given: 'Anna' }], [{ literal: 'A Studio' }], 'Seen twice']);
  });

  it('in JSON-LD takes a description for an abstract only when it is as long as one, and says so', async () => {
    const page = (description: string): object => ({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', 'headline': 'T', 'author': 'Anna Maier', description });
    assert.equal((await itemOf(page('Short.'))).abstract, undefined);
    const long = await itemOf(page('Small states bargain longer when a second buyer is in sight. '.repeat(6)));
    assert.ok(long.abstract !== undefined && reviewsOf(long).has('abstract'));
  });

  it('of a page that describes only itself is none', async () => {
    for (const type of ['WebSite', 'Organization', 'BreadcrumbList', 'Person']) {
      const { records } = await read(JSON.stringify({ '@context': 'https://schema.org', '@type': type, 'name': 'N', 'url': 'https://example.org' }));
      assert.ok(records.every(({ format }) => format === 'text'), type);
    }
  });
});

describe('JSON with typographic quotation marks', () => {
  it('is read with less certainty, and what is quoted inside stays quoted', async () => {
    const { records: [record], problems } = await read('as "plain" text: {“paperId”: “x”, “title”: “The “Second Buyer” Problem”, “year”: 2019, “authors”: [{“name”: “Anna Maier”}], “abstract”: null}');
    assert.equal(record?.item.title, 'The “Second Buyer” Problem');
    assert.deepEqual(record.item.author, [{ family: 'Maier', given: 'Anna' }]);
    assert.ok((record.certainty['title']?.sure ?? 1) < 0.9);
    assert.deepEqual(problems.map(({ code }) => code), ['record-repaired']);
  });

  it('that can be read in two ways is left as text', async () => {
    const { records } = await read('as "plain" text: {“paperId”: “x”, “title”: “He said “yes”, “no” and nothing”, “year”: 2019}');
    assert.deepEqual(records.map(({ format }) => format), ['text']);
  });
});

describe('A range of pages', () => {
  const ranges: { readonly [text: string]: string } = {
    '161–98': '161-198', '19 - 5': '5-19', '7-7': '7', 'e104': 'e104', ' 118 -\n145 ': '118-145', 'pp. 3--9': '3-9', 'S12–S15': 'S12-S15', 'xi-xviii': 'xi-xviii', '12-25, 140': '12-25, 140',
  };
  for (const [text, range] of Object.entries(ranges)) it(`“${text}” is ${range}`, () => assert.equal(pageRange(text), range));
});
