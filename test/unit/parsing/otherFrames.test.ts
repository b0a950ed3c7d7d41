/** Frames of pages and of tables as strangers copy them: what a button, a label or a header beside the work may not become. */
import assert from 'node:assert/strict';
import { fullName, type Item } from '../../../src/core/source';
import { parsePaste, type ReadRecord } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const records = async (...lines: readonly string[]): Promise<readonly ReadRecord[]> => (await parsePaste(lines.join('\n'), { engine: directEngine })).records;
const read = async (...lines: readonly string[]): Promise<readonly Item[]> => (await records(...lines)).map(({ item }) => item);
const names = ({ author = [] }: Item): readonly string[] => author.map(fullName);
const year = ({ issued }: Item): number | undefined => issued?.['date-parts']?.[0]?.[0];

describe('A table whose header asks in its own words', () => {
  it('has its title where the longest cell stands in front of the journal', async () => {
    const [item] = await read('Nr\tAutor\tJahr\tWovon handelt es genau\tZeitschrift\tBand(Heft)\tSeiten\tNotiz', '1\tBrandner, Eva\t2018\tStille Kammern und laute Räte\tForum Regionalpolitik\t4(2)\t11–29\tgut', '2\tKöhl, Max\t2020\tDer Bezirk als Bühne\tForum Regionalpolitik\t6(1)\t3–19\t');
    assert.ok(item !== undefined);
    assert.deepEqual([item.type, item.title, names(item), item['container-title'], item.volume, item.issue, item.page], ['article-journal', 'Stille Kammern und laute Räte', ['Eva Brandner'], 'Forum Regionalpolitik', '4', '2', '11-29']);
  });
  it('may ask what it is called, in the languages of the field', async () => {
    for (const header of ['Who\tWhen\tWhat is it called\tWhere published\tPages', 'Qui\tQuand\tQuoi\tOù\tPages', 'Кто\tКогда\tЧто\tГде\tСтраницы', 'Kim\tNe zaman\tNe\tNerede\tSayfa']) {
      const [item] = await read(header, 'Lorne, Ada\t2019\tPiers without Ports: Harbour Votes\tCoastal Politics\t20-41', 'Tane, Bo\t2021\tSheds\tCoastal Politics\t1-9');
      assert.deepEqual([item?.title, item === undefined ? [] : names(item), item?.['container-title'], item?.page], ['Piers without Ports: Harbour Votes', ['Ada Lorne'], 'Coastal Politics', '20-41'], header);
    }
  });
  it('is none without years and two columns that only works have', async () => {
    const items = await read('Who\tWhen\tTask\tRoom', 'Lorne\tMonday\tClean the harbour office\t12', 'Tane\tTuesday\tPaint the pier\t14');
    assert.ok(items.every(({ type }) => type === 'document'));
  });
});

describe('A page of JSTOR for a review', () => {
  it('names the reviewer, and the journal in one line with its numbers', async () => {
    const [item, ...more] = await read('REVIEW', 'Reviewed Work: Harbours of Silence by Ines Prado', 'Review by: Oskar Lindqvist', 'Baltic Historical Letters, Vol. 9, No. 3 (Spring, 2004), pp. 77-79 (3 pages)', 'Published by: Society of Piers', 'https://www.jstor.org/stable/123456', 'Cite this Item', 'Read and download');
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.type, names(item), item['container-title'], item.volume, item.issue, item.page, year(item)], ['review-book', ['Oskar Lindqvist'], 'Baltic Historical Letters', '9', '3', '77-79', 2004]);
  });
});

describe('A page of KCI', () => {
  it('is read with its authors parted by slashes', async () => {
    const [item, ...more] = await read('KCI우수등재', '항만도시의 시장 선거', 'Mayoral Elections in Port Cities', '한국항만정치연구', '약어 : -', '2019, vol.5, no.1, pp.12 - 34 (23 pages)', 'DOI : 10.5555/kpp.2019.5.1.12', '발행기관 : 한국항만정치학회', '연구분야 : 정치학', '김하늘 1 /이바다 2', '1부두대학교', '2항구대학교', '초록 열기/닫기 버튼', '이 논문은 항만도시 열두 곳의 시장 선거를 비교하여 정당보다 부두 조직이 후보 선출에 더 큰 영향을 미쳤음을 보인다. 분석은 회의록과 면접에 기초한다.', 'This article compares mayoral elections in twelve port cities.', '키워드열기/닫기 버튼', '항만, 선거');
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.title, item.author, item['container-title'], item.volume, item.issue, item.page, item.DOI], ['항만도시의 시장 선거', [{ family: '김', given: '하늘' }, { family: '이', given: '바다' }], '한국항만정치연구', '5', '1', '12-34', '10.5555/kpp.2019.5.1.12']);
    assert.ok(item.abstract?.startsWith('이 논문은') === true && !item.abstract.includes('This article'));
  });
});

describe('A page of Oxford Academic', () => {
  it('keeps the button behind the title and the commas behind names out', async () => {
    const [item, ...more] = await read('Journal Article', 'Ferries and federations: who pays for crossings Get access', 'Ada Lorne,', 'Bo Tane,', 'Ines Prado', 'Harbour Studies, Volume 12, Issue 1, Winter 2021, Pages 5–27, https://doi.org/10.1093/harbst/abc012', 'Published: 3 January 2021', ' Cite', 'Permissions Icon Permissions', 'Abstract', 'Ferries cross the borders of states that share no law. This article asks who pays for the crossing and finds that the poorer side does in most of them.');
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.title, names(item), item['container-title']], ['Ferries and federations: who pays for crossings', ['Ada Lorne', 'Bo Tane', 'Ines Prado'], 'Harbour Studies']);
  });
});

describe('JSON-LD in a page with tags', () => {
  const page = (data: object): readonly string[] => ['<html><head>', '<meta name="citation_title" content="Quiet Cabinets in Port States">', '<meta name="citation_author" content="Ada Lorne">', '<meta name="citation_journal_title" content="Harbour Studies">', '<meta name="citation_date" content="2020/05/01">', '</head><body>', `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', ...data })}</script>`, '</body></html>'];
  it('adds to the same work what the tags lack', async () => {
    const [item, ...more] = await read(...page({ headline: 'Quiet cabinets in port states', author: [{ '@type': 'Person', name: 'Ada Lorne' }], datePublished: '2020', abstract: 'Cabinets of port states meet in silence.' }));
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.title, item.abstract, item['container-title']], ['Quiet Cabinets in Port States', 'Cabinets of port states meet in silence.', 'Harbour Studies']);
  });
  it('is a record of its own where it speaks of another work', async () => {
    const found = await records(...page({ headline: 'Loud Councils', author: [{ '@type': 'Person', givenName: 'Bo', familyName: 'Tane' }], datePublished: '2018-02-03' }));
    assert.deepEqual(found.map(({ item }) => item.title), ['Quiet Cabinets in Port States', 'Loud Councils']);
    assert.ok((found[0]?.span.end ?? 0) <= (found[1]?.span.start ?? 0));
  });
  it('of the same people in another language stays with the page', async () => {
    assert.equal((await read(...page({ headline: 'Stille Kabinette', author: [{ '@type': 'Person', name: 'Ada Lorne' }], datePublished: '2020' }))).length, 1);
  });
});

describe('References', () => {
  it('in notes may begin with a quotation behind the bare number', async () => {
    const items = await read('4 Ada Lorne, The Quiet Pier: Votes on the Coast (Leiden: Harbour Press, 2011), 45.', '5 ‘Mayors on strike over ferries’, The Port Observer, 9 February 2021.', '6 Ibid.', '7 Bo Tane, ‘Sheds Revisited’, Coastal Politics 5 (1997): 77–101.');
    assert.deepEqual(items.map(({ title }) => title), ['The Quiet Pier: Votes on the Coast', 'Mayors on strike over ferries', 'Sheds Revisited']);
    assert.deepEqual([items[1]?.type, items[1]?.['container-title']], ['article-newspaper', 'The Port Observer']);
  });
  it('tell the number of a report from an issue, and the town of a meeting', async () => {
    const items = await read('References', '', 'Commission for Harbours. 2019. Audit of Municipal Ferries. Report no. 12/2019. Riga: Commission for Harbours.', 'Lorne, Ada. 2021. “Thank-You Ferries: Hiring after Elections.” Paper presented at the Annual Meeting of the Coastal Studies Association, Gdansk, May 4–6.', 'Tane, Bo. 2020. “Sheds.” Coastal Politics 4 (2): 3–19.');
    assert.deepEqual([items[0]?.type, items[0]?.['number'], items[0]?.issue], ['report', '12/2019', undefined]);
    assert.equal(items[1]?.['event-place'], 'Gdansk');
  });
});

describe('Small things around a value', () => {
  it('a family with a particle before a comma is turned round with it', async () => {
    const [item] = await read('Titolo: I porti della montagna: voti e traghetti', 'Autore: Di Marzio, Lucia', 'Data: 2020', 'Editore: Università del Molo', 'Abstract: La tesi studia i porti della montagna in dodici comuni e mostra come i traghetti decidano le elezioni locali più dei partiti.', 'Parole chiave: porti; voti');
    assert.deepEqual(item?.author, [{ family: 'Di Marzio', given: 'Lucia' }]);
  });
  it('a translator beside the author of a list of books is none of its title', async () => {
    const items = await read('The Quiet Pier', 'Votes on the Coast', 'Ada Lorne', 'March 2024 | 210 pages', 'Hardback ISBN 978-0-306-40615-7 $40.00', 'Add to cart', '', 'The Loud Shed', 'Councils of the North', 'Bo Tane. Translated by Ines Prado', 'May 2024 | 180 pages', 'Paperback ISBN 978-1-86197-876-9 $20.00', 'Add to cart');
    assert.deepEqual(items.map(({ title }) => title), ['The Quiet Pier: Votes on the Coast', 'The Loud Shed: Councils of the North']);
    assert.deepEqual([items[1]?.author, items[1]?.translator], [[{ family: 'Tane', given: 'Bo' }], [{ family: 'Prado', given: 'Ines' }]]);
  });
});

describe('A policy brief', () => {
  const end = ['Download PDF (1.1 MB)', '', 'Ferries made the island towns rich. Two years on, the ferries are gone and the towns remain. This brief asks what is left.', '', 'About the authors', 'Ada Lorne is a fellow of the Pier Forum for Coasts.', '', '© 2024 Pier Forum for Coasts. All rights reserved.'];
  it('has its title below its number, and people below the title', async () => {
    const [item, ...more] = await read('Policy Brief No. 2024/11', '', 'After the ferries: what island towns can do', '', 'Ada Lorne and Bo Tane', '16 May 2024 · 12 min read', '', ...end);
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.title, names(item)], ['After the ferries: what island towns can do', ['Ada Lorne', 'Bo Tane']]);
  });
  it('has its title above its number where labels follow', async () => {
    const [item, ...more] = await read('After the ferries: what island towns can do', 'Policy Brief No. 11', 'Author: Ada Lorne, Senior Fellow, and Bo Tane', 'Published: 16 May 2024', 'Publisher: Pier Forum for Coasts', '', ...end);
    assert.ok(item !== undefined && more.length === 0);
    assert.equal(item.title, 'After the ferries: what island towns can do');
  });
});
