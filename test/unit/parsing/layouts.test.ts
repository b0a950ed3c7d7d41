/** Second examples of layouts that are read by their labels or by a profile: the same site in another language, the same page with less on it. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const families = ({ author }: Item): readonly unknown[] => (author ?? []).map(({ family }) => family);
const start = ({ abstract }: Item): string => String(abstract ?? '').slice(0, 24);

const serbian = [
  'Почетна / Архива / Св. 9 Бр. 1 (2022): Пролеће / Чланци', 'Тиха већа: седнице без записника у општинама', 'Аутори', 'Милица Јовановић', 'Универзитет у Новом Граду', 'Петар Илић',
  'Институт за локалну политику', 'DOI:', 'https://doi.org/10.5555/lp.2022.9.1.4', 'Кључне речи:', 'општине, седнице, записник', 'Апстракт',
  'У раду се анализирају седнице општинских већа у дванаест градова. Показује се да записник изостаје тамо где опозиција не поставља питања, а не тамо где нема службеника.', 'Референце',
  'Јовановић, М. (2018). Записник. Београд: Клио.', 'Преузимања', 'PDF', 'Објављено', '2022-05-30', 'Број часописа', 'Св. 9 Бр. 1 (2022): Пролеће', 'Секција', 'Чланци',
].join('\n');

const indonesian = [
  'Beranda / Arsip / Vol 7 No 2 (2021): Desember / Artikel', 'Kursi yang Kosong: Kehadiran Anggota DPRD di Empat Kota', 'Penulis', 'Sari Wulandari', 'Universitas Negeri Timur',
  'Bagus Prakoso', 'Lembaga Kajian Daerah', 'DOI:', 'https://doi.org/10.5555/jkd.v7i2.118', 'Kata Kunci:', 'DPRD, kehadiran, akuntabilitas', 'Abstrak',
  'Artikel ini membahas kehadiran anggota DPRD di empat kota. Dengan data daftar hadir selama tiga tahun, ditemukan bahwa kehadiran turun setelah anggaran disahkan dan bukan menjelang pemilu.',
  'Unduhan', 'PDF', 'Diterbitkan', '2021-12-15', 'Cara Mengutip',
  'Wulandari, S., & Prakoso, B. (2021). Kursi yang Kosong: Kehadiran Anggota DPRD di Empat Kota. Jurnal Kajian Daerah, 7(2), 88–104. https://doi.org/10.5555/jkd.v7i2.118', 'Terbitan',
  'Vol 7 No 2 (2021): Desember', 'Bagian', 'Artikel',
].join('\n');

describe('What a page says of itself', () => {
  it('is no abstract where there is none, and no event where only its year is told', async () => {
    const [paper] = await read(['ECPR', '', 'Harbour Votes', '', 'Elections', 'Local Government', 'Survey Research', 'Ása Björnsdóttir', 'University of Akureyri', '', 'Open Panel', '', 'Abstract', 'Abstract to follow.'].join('\n'));
    assert.deepEqual([paper?.title, paper?.abstract], ['Harbour Votes', undefined]);
    const papers = await read(['Preliminary Program                        2023 Annual Meeting', '', '1400 Ports and Parties', 'Friday, January 13, 2023', 'Chair', 'Ida Rask, University of Maine', 'Participants', '“Tolls before Votes”', 'Doan Thi Kim, University of Oregon', 'Harbour Masters as Brokers', 'Lewis Tate, Rice University'].join('\n'));
    assert.deepEqual(papers.map((one) => [one.title, one['event-title']]), [['Tolls before Votes', undefined], ['Harbour Masters as Brokers', undefined]]);
  });

  it('names the same people once, though a Chinese journal prints them in two scripts', async () => {
    const [article] = await read(['河港研究 2019, Vol. 12 Issue (3): 21-39', '港口费与地方选举', '司徒文静1，　何 川2*', '1. 江海大学 政治学院，江苏 南通 226000；', '2. 岭东学院 法学系，广东 汕头 515000', 'Port Fees and Local Elections', 'SITU Wenjing1, HE Chuan2*', '摘要：港口费是地方财政的重要来源。本文基于九个港口城市的预算数据，考察港口费与地方选举之间的关系，并讨论其制度后果。', '关键词：港口；选举；财政', '引用本文:', '司徒文静, 何川. 港口费与地方选举[J]. 河港研究, 2019, 12(3): 21-39.'].join('\n'));
    assert.deepEqual(article === undefined ? [] : families(article), ['司徒', '何']);
    assert.equal(article?.['container-title'], '河港研究');
  });

  it('is a review where JSTOR names the work that it reviews', async () => {
    const [review, ...more] = await read(['Review', 'Reviewed Work(s): The Lock-Keepers of Ghent by Mieke Adriaens', 'Review by: Tom Hollis', 'Source: Waterways Past , Vol. 8, No. 1 (Feb., 1979), pp. 90-92', 'Published by: Canal Society', 'Stable URL: https://www.jstor.org/stable/4400112', 'Accessed: 01-02-2013 09:00 UTC'].join('\n'));
    assert.deepEqual([more.length, review?.type, review === undefined ? [] : families(review), review?.page], [0, 'review-book', ['Hollis'], '90-92']);
  });
});

describe('A page of OJS', () => {
  it('is read in Serbian, with its path for the issue and its date below the references', async () => {
    const [item, ...more] = await read(serbian);
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.type, item.title, families(item), item['volume'], item['issue'], item.issued, item.DOI, start(item)],
      ['article-journal', 'Тиха већа: седнице без записника у општинама', ['Јовановић', 'Илић'], '9', '1', { 'date-parts': [[2022, 5, 30]] }, '10.5555/lp.2022.9.1.4', 'У раду се анализирају се']);
  });

  it('is read in Indonesian, and its citation names the journal', async () => {
    const [item, ...more] = await read(indonesian);
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.title, families(item), item['container-title'], item['volume'], item['issue'], item['page'], item.issued],
      ['Kursi yang Kosong: Kehadiran Anggota DPRD di Empat Kota', ['Wulandari', 'Prakoso'], 'Jurnal Kajian Daerah', '7', '2', '88-104', { 'date-parts': [[2021, 12, 15]] }]);
  });
});

describe('A page of J-STAGE', () => {
  it('is read in English', async () => {
    const [item, ...more] = await read([
  'J-STAGE home', '/', 'Annals of Regional Politics', '/', 'Volume 12 (2019) Issue 2', '/', 'Article overview', 'Articles', 'Silent Assemblies: Question Time in Prefectural Parliaments',
  'Kaori Nishimura, Daniel Okafor', 'Author information', 'JOURNAL FREE ACCESS', '2019 Volume 12 Issue 2 Pages 77-95', 'DOI https://doi.org/10.5555/arp.12.2_77', 'Details',
  'Download PDF (612K)', 'Download citation RIS (compatible with EndNote, Reference Manager, ProCite, RefWorks)', 'Abstract',
  'Question time in prefectural parliaments is announced weeks ahead. This article compares announced and spoken questions in nine prefectures and finds that members read what was agreed.',
  'Content from these authors', '© 2019 Society for Regional Politics',
].join('\n'));
    assert.ok(item !== undefined && more.length === 0);
    assert.deepEqual([item.title, families(item), item['container-title'], item['volume'], item['issue'], item['page'], item.issued],
      ['Silent Assemblies: Question Time in Prefectural Parliaments', ['Nishimura', 'Okafor'], 'Annals of Regional Politics', '12', '2', '77-95', { 'date-parts': [[2019]] }]);
  });
});

describe('An agenda', () => {
  it('gives a record for each talk, with the day and the event above them', async () => {
    const items = await read([
  'Nordic Congress on Local Politics, Turku', 'Friday, June 6, 2025', '', '9:00 AM - 9:20 AM', 'Minutes nobody reads', 'Speakers', 'Aino Lehtinen', 'Doctoral researcher, Åbo Akademi',
  'Description', 'Minutes are written for the file and not for the reader. We ask forty clerks what they leave out, and why they leave it out.', '', '9:20 AM - 9:40 AM',
  'The mayor\'s calendar', 'Speakers', 'Pål Strand', 'Professor, University of Agder', 'Description',
  'A mayor\'s calendar tells who is heard. Using calendars of twelve mayors we show that firms come early in the week and citizens late.',
].join('\n'));
    assert.deepEqual(items.map((item) => [item.title, families(item), item.issued?.['date-parts'], item['event-title'], item['event-place']]), [
      ['Minutes nobody reads', ['Lehtinen'], [[2025, 6, 6]], 'Nordic Congress on Local Politics', 'Turku'],
      ['The mayor\'s calendar', ['Strand'], [[2025, 6, 6]], 'Nordic Congress on Local Politics', 'Turku'],
    ]);
  });
});

describe('Results of Semantic Scholar', () => {
  it('are records with journal and day; what a program wrote about them is no abstract', async () => {
    const items = await read([
  'About 1,240 results for “quiet vetoes”', 'Fields of Study', 'Date Range', 'Sort by Relevance', 'Quiet Vetoes: How Committees Say No', 'Helga Brandauer, J. Okonkwo',
  'Political Science · Journal of Committee Politics · 12 March 2019', 'TLDR',
  'It is shown that committees seldom reject bills openly and more often let them rest until the session ends. Expand', '34', 'PDF', 'View on Cambridge', 'Save', 'Alert', 'Cite',
  'The Calendar as a Weapon', 'Mirela Popa', 'Political Science · Parliaments Compared · 1 October 2021',
  'Calendars decide what is voted on. This article follows 300 bills through the calendars of three parliaments and finds that the last month kills most of them. Expand', '12', 'Save',
  'Alert', 'Cite', 'Who Forgets the Bill?', 'T. Aalto, S. Virtanen, +2 authors, M. Koski', 'Law, Political Science · 2020', '7', 'Highly Influenced', 'Save', 'Alert', 'Cite',
].join('\n'));
    assert.deepEqual(items.map((item) => [item.title, families(item), item['container-title'], item.issued?.['date-parts'], start(item)]), [
      ['Quiet Vetoes: How Committees Say No', ['Brandauer', 'Okonkwo'], 'Journal of Committee Politics', [[2019, 3, 12]], ''],
      ['The Calendar as a Weapon', ['Popa'], 'Parliaments Compared', [[2021, 10, 1]], 'Calendars decide what is'],
      ['Who Forgets the Bill?', ['Aalto', 'Virtanen', 'Koski'], undefined, [[2020]], ''],
    ]);
  });
});

describe('A title in quotation marks', () => {
  it('may end with an abbreviation', async () =>
    assert.deepEqual((await read([
  'Miller, Anna. 2014. "Ward Politics in St. Louis." Publius 44(2): 201-219.', 'Okafor, Ben. 2018. "Voting in the U.S." Electoral Letters 12(1): 33-47.',
  'Rossi, Carla. 2020. "A Mayor and His Bros." Urban Affairs Notes 7(3): 5-19.',
].join('\n'))).map((item) => item['container-title']), ['Publius', 'Electoral Letters', 'Urban Affairs Notes']));
});
