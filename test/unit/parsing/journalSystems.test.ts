/** Pages of journals that run on Open Journal Systems, in the languages of its sites, and what stands around an article elsewhere. */
import assert from 'node:assert/strict';
import { fullName, type Item } from '../../../src/core/source';
import { parsePaste } from '../../../src/core/parsing';
import { directEngine } from '../../doubles/directEngine';

const read = async (...lines: readonly string[]): Promise<readonly Item[]> => (await parsePaste(lines.join('\n'), { engine: directEngine })).records.map(({ item }) => item);
const names = ({ author = [] }: Item): readonly string[] => author.map(fullName);

/** The words of a site, in the order in which they stand on it. */
type Site = { readonly frame: readonly string[]; readonly journal: string; readonly path: readonly string[]; readonly issue: string; readonly section: string; readonly title: string; readonly labels: readonly [authors: string, keywords: string, abstract: string, downloads: string, published: string, cite: string, formats: string, issue: string, section: string, licence: string]; readonly words: string; readonly abstract: string; readonly noData: string };

const sites: { readonly [language: string]: Site } = {
  Spanish: { frame: ['Ir al contenido principal Ir al menú de navegación principal Ir al pie de página del sitio', 'Open Menu'], journal: 'Muelles y Gobiernos', path: ['Inicio', 'Archivos'], issue: 'Vol. 3 Núm. 2 (2021): Puertos', section: 'Artículos', title: 'Los hangares del muelle: alquileres y votos en tres puertos', labels: ['Autores/as', 'Palabras clave:', 'Resumen', 'Descargas', 'Publicado', 'Cómo citar', 'Más formatos de cita', 'Número', 'Sección', 'Licencia'], words: 'muelles, alquileres, votos', abstract: 'El artículo estudia por qué los concejos de tres puertos cobran alquileres distintos por los hangares del muelle y muestra que los precios bajan antes de las elecciones municipales.', noData: 'Los datos de descargas todavía no están disponibles.' },
  Portuguese: { frame: ['Ir para o conteúdo principal Ir para o menu de navegação principal Ir para o rodapé', 'Open Menu'], journal: 'Cais e Governos', path: ['Início', 'Arquivos'], issue: 'v. 3 n. 2 (2021): Portos', section: 'Artigos', title: 'Os barracões do cais: aluguéis e votos em três portos', labels: ['Autores', 'Palavras-chave:', 'Resumo', 'Downloads', 'Publicado', 'Como Citar', 'Fomatos de Citação', 'Edição', 'Seção', 'Licença'], words: 'cais, aluguéis, votos', abstract: 'O artigo estuda por que as câmaras de três portos cobram aluguéis distintos pelos barracões do cais e mostra que os preços caem antes das eleições municipais.', noData: 'Não há dados estatísticos.' },
  Croatian: { frame: ['Preskoči na glavni sadržaj', 'Otvori izbornik'], journal: 'Lučka politička misao', path: ['Naslovnica', 'Arhiva'], issue: 'God. 3 Br. 2 (2021): Luke', section: 'Izvorni znanstveni članak', title: 'Spremišta na gatu: najamnine i glasovi u trima lukama', labels: ['Autori', 'Ključne riječi:', 'Sažetak', 'Preuzimanja', 'Objavljeno', 'Kako citirati', 'Više načina citiranja', 'Broj časopisa', 'Rubrika', 'Licenca'], words: 'gatovi, najamnine, glasovi', abstract: 'U radu se istražuje zašto vijeća triju luka naplaćuju različite najamnine za spremišta na gatu i pokazuje se da cijene padaju prije lokalnih izbora u tim gradovima.', noData: 'Podaci o preuzimanju još nisu dostupni.' },
  Polish: { frame: ['Przejdź do głównego menu Przejdź do sekcji głównej Przejdź do stopki', 'Open Menu'], journal: 'Mola i Rady', path: ['Strona domowa', 'Archiwum'], issue: 'Tom 3 Nr 2 (2021)', section: 'Artykuły', title: 'Szopy na molo: czynsze i głosy w trzech portach', labels: ['Autorzy', 'Słowa kluczowe:', 'Abstrakt', 'Pobrania', 'Opublikowane', 'Jak cytować', 'Inne formaty cytowania', 'Numer', 'Dział', 'Licencja'], words: 'mola, czynsze, głosy', abstract: 'Artykuł bada, dlaczego rady trzech portów pobierają różne czynsze za szopy na molo, i pokazuje, że ceny spadają przed wyborami samorządowymi w tych miastach.', noData: 'Brak dostępnych danych do wyświetlenia.' },
  Russian: { frame: ['Перейти к основному контенту Перейти к главному меню навигации Перейти к нижнему колонтитулу сайта', 'Открыть меню'], journal: 'Причалы и советы', path: ['Главная', 'Архивы'], issue: 'Том 3 № 2 (2021)', section: 'Статьи', title: 'Сараи на причале: плата и голоса в трёх портах', labels: ['Авторы', 'Ключевые слова:', 'Аннотация', 'Загрузки', 'Опубликован', 'Как цитировать', 'Другие форматы библиографических ссылок', 'Выпуск', 'Раздел', 'Лицензия'], words: 'причалы, плата, голоса', abstract: 'В статье рассматривается, почему советы трёх портов берут разную плату за сараи на причале, и показано, что цены снижаются перед выборами в городские советы.', noData: 'Данные по скачиваниям пока не доступны.' },
  Ukrainian: { frame: ['Перейти до головного вмісту', 'Open Menu'], journal: 'Причали і ради', path: ['Головна', 'Архіви'], issue: 'Том 3 № 2 (2021)', section: 'Статті', title: 'Сараї на причалі: плата і голоси у трьох портах', labels: ['Автор(и)', 'Ключові слова:', 'Анотація', 'Завантаження', 'Опубліковано', 'Як цитувати', 'Формати цитування', 'Номер', 'Розділ', 'Ліцензія'], words: 'причали, плата, голоси', abstract: 'У статті розглянуто, чому ради трьох портів беруть різну плату за сараї на причалі, і показано, що ціни знижуються перед виборами до міських рад цих міст.', noData: 'Дані завантаження ще не доступні.' },
  Turkish: { frame: ['Ana içeriğe geç', 'Open Menu'], journal: 'İskeleler ve Meclisler', path: ['Ana Sayfa', 'Arşivler'], issue: 'Cilt 3 Sayı 2 (2021)', section: 'Makaleler', title: 'İskeledeki ambarlar: üç limanda kiralar ve oylar', labels: ['Yazarlar', 'Anahtar Kelimeler:', 'Özet', 'İndirmeler', 'Yayınlanmış', 'Nasıl Atıf Yapılır', 'Daha Fazla Atıf Formatı', 'Sayı', 'Bölüm', 'Lisans'], words: 'iskeleler, kiralar, oylar', abstract: 'Bu makale üç limanın meclislerinin iskeledeki ambarlar için neden farklı kiralar aldığını incelemekte ve fiyatların belediye seçimlerinden önce düştüğünü göstermektedir.', noData: 'İndirme verileri henüz mevcut değil.' },
  Indonesian: { frame: ['Langsung ke menu navigasi utama Langsung ke konten utama Langsung ke footer situs', 'Open Menu'], journal: 'Dermaga dan Dewan', path: ['Beranda', 'Arsip'], issue: 'Vol 3 No 2 (2021)', section: 'Articles', title: 'Gudang di dermaga: sewa dan suara di tiga pelabuhan', labels: ['Penulis', 'Kata Kunci:', 'Abstrak', 'Unduhan', 'Diterbitkan', 'Cara Mengutip', 'Format Sitasi Lainnya', 'Terbitan', 'Bagian', 'Lisensi'], words: 'dermaga, sewa, suara', abstract: 'Artikel ini meneliti mengapa dewan di tiga pelabuhan memungut sewa yang berbeda untuk gudang di dermaga dan menunjukkan bahwa harga turun sebelum pemilihan daerah.', noData: 'Data unduhan belum tersedia.' },
  English: { frame: ['Skip to main content Skip to main navigation menu Skip to site footer', 'Open Menu'], journal: 'Piers and Councils', path: ['Home', 'Archives'], issue: 'Vol. 3 No. 2 (2021): Harbours', section: 'Articles', title: 'Sheds on the Pier: Rents and Votes in Three Harbours', labels: ['Authors', 'Keywords:', 'Abstract', 'Downloads', 'Published', 'How to Cite', 'More Citation Formats', 'Issue', 'Section', 'License'], words: 'piers, rents, votes', abstract: 'The article asks why the councils of three harbours take different rents for the sheds on their piers and shows that prices fall before the elections of these towns.', noData: 'Download data is not yet available.' },
  German: { frame: ['Zum Inhalt springen', 'Open Menu'], journal: 'Stege und Räte', path: ['Startseite', 'Archiv'], issue: 'Bd. 3 Nr. 2 (2021)', section: 'Artikel', title: 'Schuppen auf dem Steg: Mieten und Stimmen in drei Häfen', labels: ['Autor/innen', 'Schlagworte:', 'Abstract', 'Downloads', 'Veröffentlicht', 'Zitationsvorschlag', 'Weitere Zitierformate', 'Ausgabe', 'Rubrik', 'Lizenz'], words: 'Stege, Mieten, Stimmen', abstract: 'Der Aufsatz fragt, warum die Räte dreier Häfen verschiedene Mieten für die Schuppen auf ihren Stegen nehmen, und zeigt, dass die Preise vor den Wahlen dieser Städte fallen.', noData: 'Keine Nutzungsdaten vorhanden.' },
  Slovene: { frame: ['Preskoči na glavno vsebino', 'Open Menu'], journal: 'Pomoli in sveti', path: ['Domov', 'Arhiv'], issue: 'Letn. 3 Št. 2 (2021)', section: 'Članki', title: 'Lope na pomolu: najemnine in glasovi v treh pristaniščih', labels: ['Avtorji', 'Ključne besede:', 'Povzetek', 'Prenosi', 'Objavljeno', 'Kako citirati', 'Več formatov za citiranje', 'Številka', 'Rubrika', 'Licenca'], words: 'pomoli, najemnine, glasovi', abstract: 'Članek preučuje, zakaj sveti treh pristanišč zaračunavajo različne najemnine za lope na pomolu, in pokaže, da se cene znižajo pred lokalnimi volitvami v teh mestih.', noData: 'Podatki o prenosih še niso na voljo.' },
};

/** The page of a site; with `cited`, how it cites the article. */
const pageOf = ({ frame, journal, path, issue, section, title, labels, words, abstract, noData }: Site, cited = true): readonly string[] => {
  const [authors, keywords, heading, downloads, published, cite, formats, inIssue, inSection, licence] = labels;
  return [
    ...frame, journal, [...path, issue, section].join(' / '), title, authors, '', '    Ada Lorne', '    Halberstadt University', '    https://orcid.org/0000-0002-1825-0097', '    Bo Tane', '    Exmoor Institute', '', 'DOI:', 'https://doi.org/10.5555/pier.v3i2.77', keywords, words, heading, '', abstract, '',
    downloads, noData, 'PDF', published, '2021-05-04', ...(cited ? [cite, `Lorne, A., & Tane, B. (2021). ${title}. ${journal}, 3(2), 11–29. https://doi.org/10.5555/pier.v3i2.77`, formats] : []), inIssue, issue, inSection, section, licence, 'Copyright (c) 2021 Ada Lorne, Bo Tane', 'Creative Commons License', 'Platform & workflow by OJS / PKP',
  ];
};

describe('A page of Open Journal Systems', () => {
  for (const [language, site] of Object.entries(sites)) {
    it(`is read in ${language}: title, people, journal, numbers, day, abstract and keywords`, async () => {
      const [item, ...more] = await read(...pageOf(site));
      assert.ok(item !== undefined && more.length === 0);
      assert.deepEqual([item.title, names(item), item['container-title'], item.volume, item.issue, item.page, item.issued?.['date-parts'], item.abstract, item.keyword, item.DOI],
        [site.title, ['Ada Lorne', 'Bo Tane'], site.journal, '3', '2', '11-29', [[2021, 5, 4]], site.abstract, site.words, '10.5555/pier.v3i2.77']);
    });
    it(`has its title below the path in ${language}, also where the page does not say how to cite it`, async () => {
      const [item] = await read(...pageOf(site, false));
      assert.deepEqual([item?.title, item === undefined ? [] : names(item), item?.volume, item?.issue], [site.title, ['Ada Lorne', 'Bo Tane'], '3', '2']);
    });
  }
  it('may have each step of its path on a line of its own', async () => {
    const site = sites['Spanish'];
    assert.ok(site !== undefined);
    const [item] = await read(...pageOf(site).flatMap((line) => (line.startsWith('Inicio / ') ? line.split(/ (?=\/)|(?<=\/) /u).map((step) => step.trim()).join('\n').replace(/\n\//gu, ' /').split('\n') : [line])));
    assert.deepEqual([item?.title, item?.['container-title']], [site.title, 'Muelles y Gobiernos']);
  });
  it('gives people the family that the page cites, with a particle behind the initials', async () => {
    const site = sites['Portuguese'];
    assert.ok(site !== undefined);
    const [item] = await read(...pageOf(site).map((line) => line.replace('Ada Lorne', 'Ada dos Santos Lorne').replace('Lorne, A., &', 'Santos Lorne, A. dos, &')));
    assert.deepEqual(item?.author, [{ 'family': 'Santos Lorne', 'given': 'Ada', 'non-dropping-particle': 'dos' }, { family: 'Tane', given: 'Bo' }]);
  });
});

describe('The cover of a file of Taylor & Francis', () => {
  const cover = ['Journal of Northern Piers', '', 'ISSN: 1478-2804 (Print) 1478-2790 (Online) Journal homepage: https://www.tandfonline.com/loi/', 'cjnp20', '', 'Painting the Long', 'Pier: Councils and Contractors in Four Towns', '', 'Ada Lorne & Bo Tane', '', 'To cite this article: Ada Lorne & Bo Tane (2021) Painting the Long', 'Pier: Councils and Contractors in Four Towns, Journal of Northern Piers, 12:3,', '45-61, DOI: 10.1080/14782804.2021.1234567', '', 'To link to this article: https://doi.org/10.1080/14782804.2021.1234567', '', 'Published online: 04 May 2021.', '', 'Submit your article to this journal', '', 'Article views: 412', '', 'View related articles', '', 'Full Terms & Conditions of access and use can be found at', 'https://www.tandfonline.com/action/journalInformation?journalCode=cjnp20'];
  it('tells title, journal and numbers, though the title goes on over the line with a colon in it', async () => {
    const [item] = await read(...cover);
    assert.deepEqual([item?.title, item?.['container-title'], item?.volume, item?.issue, item?.page], ['Painting the Long Pier: Councils and Contractors in Four Towns', 'Journal of Northern Piers', '12', '3', '45-61']);
  });
});

describe('A page of Springer', () => {
  const page = (kind: string, ...end: readonly string[]): readonly string[] => ['Skip to main content', 'Log in', 'Home  Zeitschrift für Hafenkunde  Article', 'Wer den Steg streicht: Räte und Maler in vier Städten', kind, 'Open access', 'Published: 03 March 2021', 'Volume 16, pages 87–112, (2021)', 'Cite this article', 'Download PDF', 'Zeitschrift für Hafenkunde', 'Aims and scope', 'Submit manuscript', 'Wer den Steg streicht: Räte und Maler in vier Städten', 'Download PDF', 'Ada Lorne 1 & Bo Tane 2 ', ' 2104 Accesses', 'Explore all metrics', 'Zusammenfassung', 'Der Aufsatz untersucht, wer in vier Städten an der Küste den Steg streicht und was das für die Wahlen bedeutet, und zeigt, dass Räte vor Wahlen öfter streichen lassen.', ...end];
  it('has a title and not the kind of article that stands below it', async () => {
    for (const kind of ['Abhandlung', 'Literaturbericht', 'Special Issue Article', 'Verzeichnis der Beiträge']) {
      const [item] = await read(...page(kind));
      assert.deepEqual([item?.title, item?.issued?.['date-parts']], ['Wer den Steg streicht: Räte und Maler in vier Städten', [[2021, 3, 3]]], kind);
    }
  });
  it('is dated by its issue, where the page names its month', async () => {
    const [item] = await read(...page('Aufsatz', 'About this article', 'Cite this article', 'Lorne, A., Tane, B. Wer den Steg streicht: Räte und Maler in vier Städten. Z Hafenkd 16, 87–112 (2021). https://doi.org/10.1007/s11111-021-00001-1', 'Published', '03 March 2021', 'Issue Date', 'June 2021', 'DOI', 'https://doi.org/10.1007/s11111-021-00001-1'));
    assert.deepEqual(item?.issued?.['date-parts'], [[2021, 6]]);
  });
});

describe('A page of Taylor & Francis', () => {
  it('has people whose affiliations and buttons are glued to them on several lines', async () => {
    const [item] = await read('Northern Piers Quarterly', 'Volume 12, 2021 - Issue 3', 'Submit an article', 'Journal homepage', '412', 'Views', 'Articles', 'Who paints the pier: councils and contractors in four towns', 'Ada Lornea School of Harbours, Exmoor University, Exmoor, UKCorrespondencea.lorne@example.org', 'https://orcid.org/0000-0002-1825-0097View further author information &Bo Taneb Department of Politics, Halberstadt University, Halberstadt, GermanyView further author information', 'Pages 45-61 | Received 14 Feb 2020, Accepted 09 Oct 2020, Published online: 21 Jan 2021', 'Cite this article  https://doi.org/10.1080/14782804.2021.1234567  CrossMark LogoCrossMark', 'ABSTRACT', 'Councils in four towns paint their piers in the months before elections, and contractors know it; the article follows their invoices over twenty years and three mayors.');
    assert.deepEqual(item === undefined ? [] : names(item), ['Ada Lorne', 'Bo Tane']);
  });
});

describe('A paper of Semantic Scholar', () => {
  it('has its journal in full below the line that cuts it short', async () => {
    const [item] = await read('Skip to search form', 'Semantic Scholar', 'DOI:10.5599/pier.2021.18.4', 'Corpus ID: 240288519', 'Who Paints the Pier: Councils before Elections', 'Ada Lorne, Bo Tane', 'Published in Northern Review of… 4 November 2021', 'Political Science, Economics', 'Northern Review of Piers and Harbours', 'Abstract', 'Councils in four towns paint their piers in the months before elections, and contractors know it; the article follows their invoices over twenty years and three mayors.', 'View via Publisher', 'Save to Library', 'Create Alert', 'Cite');
    assert.deepEqual([item?.title, item?.['container-title']], ['Who Paints the Pier: Councils before Elections', 'Northern Review of Piers and Harbours']);
  });
  it('may have its abstract below its summary', async () => {
    const abstract = Array.from({ length: 5 }, (_, year) => `Councils in ${year + 4} towns paint their piers in the months before elections, and contractors know it; the article follows their invoices over ${year + 20} years.`).join(' ');
    const [item] = await read('Skip to search form', 'DOI:10.5599/pier.2021.18.4', 'Corpus ID: 240288519', 'Who Paints the Pier: Councils before Elections', 'Ada Lorne, Bo Tane', 'Published in Northern Piers Review 4 November 2021', 'Political Science', 'TLDR', 'It is shown that councils paint before elections. Expand', `${abstract} Collapse`, 'View via Publisher', 'Save to Library', 'Create Alert');
    assert.equal(item?.abstract, abstract);
  });
});

describe('An article of Cairn', () => {
  it('is placed by the citation of the page, with and without an issue', async () => {
    const page = ['CAIRN.INFO : Matières à réflexion', 'Accueil  Revues  Revue  Numéro  Article', 'Qui repeint la jetée. Les conseils et leurs entrepreneurs', 'Par Ada Lorne et Bo Tane', 'Pages 45 à 61', 'Résumé', 'Les conseils de quatre villes repeignent leur jetée avant les élections, et les entrepreneurs le savent ; cet article suit leurs factures pendant vingt ans.', 'Mis en ligne sur Cairn.info le 12/04/2022', 'https://doi.org/10.3917/quai.048.0045', 'Citer cet article'];
    const title = 'Qui repeint la jetée. Les conseils et leurs entrepreneurs';
    for (const citation of [`Lorne, A. et Tane, B. (2022). ${title}. Quais et gouvernements, 48, 45-61. https://doi.org/10.3917/quai.048.0045`, `Lorne, Ada, et Bo Tane. « ${title} », Quais et gouvernements, vol. 48, no. 1, 2022, pp. 45-61.`]) {
      const [item] = await read(...page, citation);
      assert.deepEqual([item?.title, item?.['container-title'], item?.volume, item?.page], [title, 'Quais et gouvernements', '48', '45-61']);
    }
  });
});

describe('A working paper of SSRN', () => {
  it('is a report with the number of its series, whatever the series is about', async () => {
    const [item] = await read('Download This Paper', 'Open PDF in Browser', 'Sheds on the Pier: Rents and Votes', 'Northern Working Papers on Harbours No. 2021-17', '', '42 Pages Posted: 9 Sep 2021 Last revised: 3 Feb 2022', 'Ada Lorne', 'University of Exmoor', 'Date Written: August 29, 2021', 'Abstract', 'Councils in four towns paint their piers in the months before elections, and contractors know it; the paper follows their invoices over twenty years and three mayors.', 'Suggested Citation:', 'Lorne, Ada, Sheds on the Pier: Rents and Votes (August 29, 2021). Northern Working Papers on Harbours No. 2021-17, Available at SSRN: https://ssrn.com/abstract=4204411 or http://dx.doi.org/10.2139/ssrn.4204411');
    assert.deepEqual([item?.title, item?.type, item?.number], ['Sheds on the Pier: Rents and Votes', 'report', '2021-17']);
  });
});

describe('A page of a Chinese journal', () => {
  it('has volume, issue and parted pages on the line below the journal', async () => {
    const [item] = await read('首页 > 期刊导航 > 港口政治研究 > 2021年03期', '港口政治研究', '2021, 12(3): 45-61+120', '谁来粉刷码头:四座城市的议会与承包商', '王文静1　李志远2', '1. 兰州大学 政治学院,甘肃 兰州 730000;　2. 华东师范大学 国际关系研究院,上海 200062', '摘要:四座沿海城市的议会在选举前几个月粉刷码头,承包商也知道这一点。本文考察二十年间三任市长的发票,发现价格在选举之前下降,在选举之后上升,并讨论其对地方治理的启示。', '关键词:码头;议会;选举', 'DOI:10.16717/j.cnki.gkzz.2021.03.004');
    assert.deepEqual([item?.title, item?.['container-title'], item?.volume, item?.issue, item?.page, item?.issued?.['date-parts']], ['谁来粉刷码头:四座城市的议会与承包商', '港口政治研究', '12', '3', '45-61+120', [[2021]]]);
  });
});

describe('A first page', () => {
  it('is dated by the year of its rights, and keeps a hyphen in keywords that the abstract has too', async () => {
    const [item] = await read('Northern Piers Review 17 (2): 85–104', '© The Author(s) 2021', 'DOI: 10.4462/npr.2021.17.2.85', '', 'Article', '', 'Who Paints the Pier:', 'Councils before Elections', '', 'Ada Lorne', 'University of Exmoor, UK', '', 'Abstract', 'Councils in four towns paint their piers in the months before elections, and contractors know it. The article rests on a content-analysis of minutes over twenty years.', '', 'Keywords', 'piers, councils, content-', 'analysis');
    assert.deepEqual([item?.title, item?.issued?.['date-parts'], item?.keyword], ['Who Paints the Pier: Councils before Elections', [[2021]], 'piers, councils, content-analysis']);
  });
});
