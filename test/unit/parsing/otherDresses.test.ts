/** Pages that sites print in several dresses: what a reader sees is the same, and so is the record. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { readName } from '../../../src/core/parsing/names';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const one = async (text: string): Promise<Item> => (await read(text))[0] ?? assert.fail('no record');
const people = ({ author = [] }: Item): readonly string[] => author.map((name) => [name.given, name['non-dropping-particle'], name.family, name.literal].filter((part) => part !== undefined).join(' '));
const affiliations = (item: Item): unknown => item.custom?.['affiliations'];

const journal = (kind: string, byline: string): string => `Journal of Adriatic Politics
Volume 9, 2022 - Issue 4
Submit an article
Journal homepage
310
Views
2
CrossRef citations to date
0
Altmetric
${kind}Harbours of Consent: Port Authorities and Parties in Istria
${byline}Pages 401-420 | Received 14 Mar 2021, Accepted 09 Feb 2022, Published online: 27 Mar 2022
Cite this article
https://doi.org/10.1080/21599165.2022.1000007
Full Article
Figures & data
ABSTRACT
This article asks why port authorities in Istria remained in the hands of one regional party for thirty years. It shows that concessions were granted late.
`;

describe('An article of Taylor & Francis', () => {
  const rijeka = 'Department of Politics, University of Rijeka, Rijeka, Croatia';
  const below = `Marija Rosa\na ${rijeka};b Centre for Coasts, Pula, CroatiaCorrespondencemrosa@uniri.example\nORCID Iconhttps://orcid.org/0000-0002-7719-0041\n &\nIvo Kral\nc Benussi Institute of Social Research, University of Pula, Pula, Croatia\n`;

  it('has the authors with their affiliations when each stands on a line of its own', async () => {
    const article = await one(journal('Research Article\n', below));
    assert.deepEqual([people(article), affiliations(article)], [['Marija Rosa', 'Ivo Kral'], { 'Marija Rosa': rijeka, 'Ivo Kral': 'Benussi Institute of Social Research, University of Pula, Pula, Croatia' }]);
  });

  it('has the same title and authors without the kind of article above them, or with a button there', async () => {
    for (const kind of ['', 'Research Article\nListen\n']) {
      const article = await one(journal(kind, below));
      assert.deepEqual([article.title, people(article)], ['Harbours of Consent: Port Authorities and Parties in Istria', ['Marija Rosa', 'Ivo Kral']]);
    }
  });

  it('has no author made of a town, a mark or an address', async () => {
    const dresses = [
      `Marija Rosa\nIndependent Researcher, Oxford, UK\n&\nIvo Kral\nOxford, UK\n`,
      `Marija Rosa\na\n${rijeka}\nCorrespondence\nmrosa@uniri.example\nORCID Icon\n&\nIvo Kral\nb\nInstitute for Coasts, Pula, Croatia\n`,
      `Marija Rosa Correspondencemrosa@uniri.example\na ${rijeka}\nhttps://orcid.org/0000-0002-7719-0041\n & Ivo Kral\nb Institute for Coasts, Pula, Croatia\n`,
      `Marija Rosa\na Sveučilište u Rijeci, Rijeka, Croatia\n&\nIvo Kral\nb Kolegij Pula, Pula, Croatia\n`,
      `Marija Rosaa ${rijeka};b Centre for Coasts, Pula, CroatiaCorrespondencemrosa@uniri.example\nORCID Icon\n & Ivo Kralc Benussi Institute of Social Research, Pula, Croatia\n`,
    ];
    for (const byline of dresses) assert.deepEqual(people(await one(journal('Research Article\n', byline))), ['Marija Rosa', 'Ivo Kral'], byline);
  });
});

describe('The first page of an article', () => {
  it('has authors in front of their ORCID, and a title with the subtitle below it', async () => {
    const page = await one('Journal of Lagoon History 12 (2021) 88–110\nexample.com/jlh\n\nQuiet Ledgers\nMerchants, Councils and the Price of Salt in Chioggia and Grado\n\nLivia Zorzi | ORCID: 0000-0003-0818-2264\nDepartment of History, University of Trieste, Trieste, Italy\n\nHamza al-Ta\'i | ORCID: 0000-0001-6119-7048\nInstitute of Trade, Basra, Iraq\n\nAbstract\n\nSalt was weighed twice in the lagoon, once by the council and once by those who bought it. The article follows both ledgers over forty years.\n\nKeywords\n\nsalt – councils – Chioggia\n');
    assert.deepEqual([page.title, people(page)], ['Quiet Ledgers: Merchants, Councils and the Price of Salt in Chioggia and Grado', ['Livia Zorzi', 'Hamza al-Ta\'i']]);
  });

  it('has the journal whose name stands beside its ISSN and issue', async () => {
    const page = await one('ISSN 2999-6420. eISSN 2999-6439 № 3 (88)/2022\nДала университетінің хабаршысы. Тарих. Аймақтану сериясы\n\nҒТАМР 11.25.19\n\nА.С. Әлиева1, Д.М. Тұрсын2\n1Дала университеті, Астана, Қазақстан\n2Теңіз университеті, Ақтау, Қазақстан\n\nАЙЛАҚТАР ЖӘНЕ КЕҢЕСТЕР: КІМ ТӨЛЕЙДІ\n\nАңдатпа. Мақалада айлақтардың кеңестері қырық жыл бойы шамшырақтардың шығынын қалай бөлгені қарастырылады және дауыс бермегендер төлегені көрсетіледі.\nТүйін сөздер: айлақтар, кеңестер, шамшырақтар.\n');
    assert.deepEqual([page['container-title'], page.issue], ['Дала университетінің хабаршысы. Тарих. Аймақтану сериясы', '3']);
  });
});

describe('A name with a particle', () => {
  it('keeps it out of the given names, also where the family stands in front', () => {
    assert.deepEqual(['Lühe, Heinrich von der', 'Beauvoir, Simone de', 'Ende, Jan van ’t'].map(readName), [
      { 'family': 'Lühe', 'given': 'Heinrich', 'non-dropping-particle': 'von der' }, { 'family': 'Beauvoir', 'given': 'Simone', 'non-dropping-particle': 'de' }, { 'family': 'Ende', 'given': 'Jan', 'non-dropping-particle': 'van ’t' },
    ]);
  });

  it('with an Arabic article and an apostrophe is a person of a panel', async () => {
    const papers = await read('P07\nPorts and piers\nConvenors: Nadia Mansouri (University of Exeter)\nFormat:\nPanel\nAccepted papers:\nSession 1 Thursday 27 June, 2024, -\nWho owns the pier? Councils on the Corniche\nRana ash-Shami (University of Basra)\nAbstract:\n\nPiers belong to councils and councils to families. The paper follows three of them through a dry decade and a flood.\n\nShips without flags\nOmar al-Ta\'i (Al-Nahrain University)\nAbstract:\n\nFlags are bought and sold. The paper counts those of one harbour over forty years and shows who sold them and when.\n');
    assert.deepEqual(papers.map((paper) => [paper.title, people(paper)]), [['Who owns the pier? Councils on the Corniche', ['Rana ash-Shami']], ['Ships without flags', ['Omar al-Ta\'i']]]);
  });
});

describe('A page of DergiPark', () => {
  const abstract = 'Öz\nBu çalışma, 1950 seçiminin adalarda nasıl yaşandığını gazeteler ve belediye tutanakları üzerinden incelemekte, liman işçilerinin oyunun belirleyici olduğunu ileri sürmektedir.\nAnahtar Kelimeler\nSeçim, adalar, liman\nAyrıntılar\nBirincil Dil\tTürkçe\n';

  it('has no word of its menu for journal or title, wherever the title stands', async () => {
    const below = await one(`DergiPark AKADEMİK\nEnglish\nGiriş\nLiman Siyaseti Dergisi\nAna Sayfa\nDizinler\nArşiv\nYıl 2021, Cilt: 4 Sayı: 1, 11 - 29, 30.06.2021\nFener ve Sandık: Adalarda 1950 Seçimleri Nasıl Kazanıldı\nNermin Kocabaş * Ali Suat Deniz\nhttps://doi.org/10.51290/lsd.1456023\n\n${abstract}`);
    const above = await one(`DergiPark AKADEMİK\nGiriş\nTürkçe\nAna Sayfa\nLiman Siyaseti Dergisi\nArşiv\nAraştırma Makalesi\nFener ve Sandık: Adalarda 1950 Seçimleri Nasıl Kazanıldı\nYıl 2021, Cilt: 4 Sayı: 1, 11 - 29, 30.06.2021\nhttps://doi.org/10.51290/lsd.1456023\n${abstract}Yazarlar\t\nNermin Kocabaş 0000-0003-2215-7719\nANKARA ÜNİVERSİTESİ\nAli Suat Deniz Bu kişi benim 0000-0003-2215-7718\nYayımlanma Tarihi\t30 Haziran 2021\n`);
    for (const page of [below, above]) assert.deepEqual([page.title, page['container-title'], people(page)], ['Fener ve Sandık: Adalarda 1950 Seçimleri Nasıl Kazanıldı', 'Liman Siyaseti Dergisi', ['Nermin Kocabaş', 'Ali Suat Deniz']]);
  });

  it('in English is read in the same way', async () => {
    const page = await one('DergiPark Academic\nLogin\nEnglish\nHome\nJournal of Harbour Politics\nArchive\nYear 2021, Volume: 4 Issue: 1, 11 - 29, 30.06.2021\nLanterns and Ballots: How the Islands Voted in 1950\nNermin Kocabaş * Ali Suat Deniz\nhttps://doi.org/10.51290/lsd.1456023\n\nAbstract\nThis study asks how the election of 1950 was lived on the islands, using newspapers and minutes of councils, and argues that the dockers decided it.\nKeywords\nElections, islands, harbours\nDetails\nCite\nAPA\tKocabaş, N., & Deniz, A. S. (2021). Lanterns and Ballots: How the Islands Voted in 1950. Journal of Harbour Politics, 4(1), 11-29.\n');
    assert.deepEqual([page.title, page['container-title'], people(page)], ['Lanterns and Ballots: How the Islands Voted in 1950', 'Journal of Harbour Politics', ['Nermin Kocabaş', 'Ali Suat Deniz']]);
  });
});

describe('The table of a repository', () => {
  const rows = (subjects: readonly string[]): string => ['dc.contributor.advisor\tLoma Ruiz, Teresa\t', 'dc.contributor.author\tPérez Vidal, Aurora\t', 'dc.contributor.other\tUniversidad de Cádiz\tes_ES', 'dc.date.issued\t2019\t', 'dc.identifier.uri\thttp://hdl.handle.net/10000/8812\t',
    'dc.description.abstract\tThe thesis follows forty harbours and their councils through a dry decade and two floods and asks who paid.\ten', 'dc.description.abstract\tLa tesis sigue cuarenta puertos y sus concejos a lo largo de una década seca y de dos inundaciones y pregunta quién pagó.\tes',
    ...subjects.map((subject) => `dc.subject\t${subject}`), 'dc.title\tPuertos sin agua: concejos y sequía en la bahía\tes_ES', 'dc.type\tTesis doctoral\tes_ES'].join('\n');

  it('gives all keywords in the language of the work, by the codes behind them or without any', async () => {
    const keywords = 'Puertos, concejos municipales, Cádiz';
    const coded = await one(rows(['Puertos\tes_ES', 'concejos municipales\tes_ES', 'Cádiz\tes_ES', 'Harbours\ten_US', 'town councils\ten_US']));
    assert.deepEqual([coded.keyword, coded.custom?.['keywords']], [keywords, { en: 'Harbours, town councils' }]);
    assert.equal((await one(rows(['Puertos\t-', 'concejos municipales\t-', 'Cádiz\t-']))).keyword, keywords);
    assert.equal((await one(rows(['Puertos\ten_US', 'concejos municipales\ten_US', 'Cádiz\ten_US']))).keyword, keywords);
  });

  it('gives nobody an affiliation made of another row, and the abstract in the language of the work', async () => {
    const thesis = await one(rows(['Puertos\tes']));
    assert.deepEqual([people(thesis), affiliations(thesis), thesis.abstract?.slice(0, 8)], [['Aurora Pérez Vidal'], undefined, 'La tesis']);
  });
});

describe('A programme', () => {
  const programme = (host: string, heading: string): string => `${host}\n${heading}\n\nThursday, 22 September 2022\n\n9.00–10.30   Panel 2   Offices and Files        Room 12\nChair: Jana Holm (University of Kiel)\n\nLea Brunner (University of Bern): Who Keeps the Files? Ministries after 1990\nPaul Lume (University of Tartu): Registers and Suffrage on the Islands\n\n11.00–12.30   Panel 3       Harbours and Councils\nIda Kral (University of Graz): The Empty Harbour and its Council\n`;

  it('makes no work of its heading, nor a person of an association with its letters', async () => {
    const papers = await read(programme('Baltic Political Science Association (BPSA)', 'Annual Conference 2022 – PROGRAMME'));
    assert.deepEqual(papers.map(({ title, 'event-title': event }) => [title, event]), ['Who Keeps the Files? Ministries after 1990', 'Registers and Suffrage on the Islands', 'The Empty Harbour and its Council'].map((title) => [title, 'Baltic Political Science Association (BPSA) Annual Conference 2022']));
    assert.equal((await read(programme('Deutsche Vereinigung Politikwissenschaft (DVPW)', 'Jahrestagung 2022 – PROGRAMM'))).length, 3);
  });

  it('has titles of panels without the room that stands many blanks behind them', async () => {
    const papers = await read(programme('Baltic Political Science Association (BPSA)', 'Annual Conference 2022 – PROGRAMME'));
    assert.deepEqual(papers.map(({ custom }) => custom?.['panel']), [{ code: '2', title: 'Offices and Files' }, { code: '2', title: 'Offices and Files' }, { code: '3', title: 'Harbours and Councils' }]);
  });

  it('names the conference that heads the page of a paper, above its days', async () => {
    const paper = await one('Install the app\nInstall this application on your home screen for quick and easy access when you’re on the go.\nJust tap Share then “Add to Home Screen”\n\nECPR Joint Sessions of Workshops\nUniversity of Tartu, Tartu\n4 – 8 April 2022\nCounting Ferries: Ports and Parties in Estonia\nParties\nElections\nIda Kral\nUniversity of Graz\nIda Kral\nUniversity of Graz\nOpen Panel\nTo access full paper downloads, participants are encouraged to install the official Event App, available on the App Store.\nAbstract\nFerries carry freight and votes. We follow two lines over forty years and show that fares fell in the months before elections.\n');
    assert.deepEqual([paper.title, paper['event-title']], ['Counting Ferries: Ports and Parties in Estonia', 'ECPR Joint Sessions of Workshops']);
  });
});

describe('A report of new papers', () => {
  it('has all authors, families first, where only some have an affiliation', async () => {
    const [paper] = await read('nep-cdm New Economics Papers\non Collective Decision-Making\nIssue of 2022‒03‒07\ntwo papers chosen by\nStan C. Weeber\n\nDykes and Ballots: Water Boards in Zeeland By Prieto de la Vega, Ana Lucía; Duarte, Camilo A.; van der Meer, Jan Piet\nFerries and Freight By Holm, Ida\n\n1.  Dykes and Ballots: Water Boards in Zeeland\n    By:  Prieto de la Vega, Ana Lucía; Duarte, Camilo A. (Universidad del Rosario; CEDE); van der Meer, Jan Piet\n    Abstract:  We follow forty water boards in Zeeland through a dry decade and two floods and ask who voted and who paid for the dykes.\n    Keywords:  dykes, elections\n    Date:  2022-01\n    URL:  http://d.repec.org/n?u=RePEc:xyz:wpaper:2202&r=cdm\n\n2.  Ferries and Freight\n    By:  Holm, Ida (Lund University)\n    Abstract:  Ferries carry freight and votes. We follow two lines over forty years and show that fares fell in the months before elections.\n    Date:  2022-02\n    URL:  http://d.repec.org/n?u=RePEc:xyz:wpaper:2203&r=cdm\n\nThis nep-cdm issue is ©2022 by Stan C. Weeber.\n');
    assert.deepEqual([people(paper ?? {} as Item), affiliations(paper ?? {} as Item)], [['Ana Lucía Prieto de la Vega', 'Camilo A. Duarte', 'Jan Piet van der Meer'], { 'Duarte, Camilo A.': 'Universidad del Rosario; CEDE' }]);
  });
});

describe('What an article appeared in', () => {
  it('is no volume where the citation repeats the number and the count of all', async () => {
    const page = await one('Перейти к основному контенту\nПортовые исследования\nТекущий выпуск\nАрхивы\nГлавная / Архивы / № 3 (21) (2022): Портовые исследования / Статьи\n\nГавани и советы: кто платит за маяк\n\nАнна Соколова\nИнститут побережья\nИван Краль\nУниверситет Риеки\n\nDOI: https://doi.org/10.53317/2786-4774-2022-3-6\n\nКлючевые слова: гавани, советы, маяки\n\nАннотация\nВ статье рассматривается, как советы гаваней распределяли расходы на маяки в течение сорока лет, и показано, что платили те, кто не голосовал.\n\nКак цитировать\nСоколова, А., & Краль, И. (2022). Гавани и советы: кто платит за маяк. Портовые исследования, 3(21), 44–60. https://doi.org/10.53317/2786-4774-2022-3-6\nНомер\n№ 3 (21) (2022): Портовые исследования\n');
    assert.deepEqual([page.volume, page.issue, page.page], [undefined, '3', '44-60']);
  });

  it('is an event where a record names one and tells of no print, and the proceedings where it names those', async () => {
    const place = async (text: string): Promise<unknown> => { const item = await one(text); return [item['event-title'], item['container-title']]; };
    assert.deepEqual(await place('%0 Conference Paper\n%A Holm, Ida\n%T Ferries and freight\n%B 12th Nordic Harbour Workshop\n%D 2020\n'), ['12th Nordic Harbour Workshop', undefined]);
    assert.deepEqual(await place('%0 Conference Paper\n%A Holm, Ida\n%T Ferries and freight\n%B Proceedings of the Nordic Harbour Workshop\n%D 2020\n'), [undefined, 'Proceedings of the Nordic Harbour Workshop']);
    assert.deepEqual(await place('TY  - CPAPER\nAU  - Holm, Ida\nTI  - Ferries and freight\nT2  - 12th Nordic Harbour Workshop\nPY  - 2020\nER  - \n'), ['12th Nordic Harbour Workshop', undefined]);
    assert.deepEqual(await place('TY  - CONF\nAU  - Holm, Ida\nTI  - Ferries and freight\nT2  - 2020 International Conference on Harbours\nSP  - 3\nEP  - 9\nPY  - 2020\nER  - \n'), [undefined, '2020 International Conference on Harbours']);
  });

  it('of OpenAlex is the book of a chapter, not the platform on which it lies', async () => {
    const chapter = (name: string): string => JSON.stringify({ id: 'https://openalex.org/W4318880042', title: 'A Pier in the Minutes', type: 'book-chapter', publication_year: 2022, authorships: [{ author: { display_name: 'Ida Kral' } }], primary_location: { source: { display_name: name, type: 'ebook platform' } } });
    assert.deepEqual([(await one(chapter('Harbours and Their Councils')))['container-title'], (await one(chapter('Routledge eBooks')))['container-title']], ['Harbours and Their Councils', undefined]);
  });
});
