/** What frames a work on its page – references below it, headings, people, instructions – is no other work. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import { readAbstract } from '../../../src/core/parsing/abstract';
import { readListing } from '../../../src/core/parsing/listing/listing';
import { readName, readNames } from '../../../src/core/parsing/names';
import { titled } from '../../../src/core/parsing/pages/gathering/event';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const names = (item: Item | undefined): readonly string[] => (item?.author ?? []).map(({ family = '', given = '' }) => `${family}, ${given}`);

const references = `References
Anton, 2009
R. Anton
Small coins
Public Choice, 12 (3) (2009), pp. 102-115
Google Scholar
Bodnar and Ilie, 2015
P. Bodnar, S. Ilie
The ferry lobby
East European Politics, 31 (2) (2015), pp. 11-20
Google Scholar
Covaci, 2018
M. Covaci
A mayor and his bridge
Party Politics, 24 (1) (2018), pp. 98-109
Google Scholar
Dinu, 2019
O. Dinu
Toll houses of the lower river
Slavic Review, 78 (2) (2019), pp. 301-322
Google Scholar`;

describe('The references below a page', () => {
  const head = `Journal of Border Towns
Vol. 14 No. 2 (2021)
Who keeps the toll? Bridges and mayors in the delta
Ilinca Văduva
University of Galați
DOI: 10.55555/jbt.2021.14.2.77
Abstract
Tolls outlive the bridges for which they were raised. We follow four bridges and eleven mayors through the archives of two ministries.
Keywords
tolls
bridges`;

  it('are no list of works, in whatever form a site prints them', async () => {
    const items = await read(`${head}\n${references}\nDownloads\nPDF`);
    assert.deepEqual(items.map(({ title }) => title), ['Who keeps the toll? Bridges and mayors in the delta']);
    assert.equal(items[0]?.volume, '14');
  });

  it('are works when they were copied alone', () => {
    assert.equal(readListing(references, { start: 0, end: references.length }).length, 4);
  });

  it('are not those of a page of ScienceDirect, which is read by its own lines', async () => {
    const items = await read(`Elsevier logo
Journals & Books
View PDF
Outline
Keywords
1. Introduction
References
Political Geography
Volume 101, March 2023, 102838
River towns at the edge: Flood relief in the Gambia basin
Author links open overlay panelFatou Ceesay a, Henrik Stålberg b
Show more
https://doi.org/10.1016/j.polgeo.2023.102838Get rights and content
Abstract
Relief follows the river, and votes follow relief. Using 3,110 delivery notes we show that towns at the edge of the basin get less.
Keywords
relief
1. Introduction
${references}
Cited by (1)
The politics of sandbags
2024, Political Geography
© 2023 Elsevier Ltd. All rights reserved.`);
    assert.deepEqual(items.map(({ title }) => title), ['River towns at the edge: Flood relief in the Gambia basin']);
    assert.deepEqual(names(items[0]), ['Ceesay, Fatou', 'Stålberg, Henrik']);
  });
});

describe('The headings of a page', () => {
  it('are no works between the people of a talk', async () => {
    const items = await read(`Workshop on Parliaments and Archives
from 3 May 2023 to 4 May 2023
Europe/Vilnius timezone
Overview
Contribution List
What clerks remember: oral histories of three chambers
3 May 2023, 14:20
20m
Talk
Description
Clerks remember what minutes leave out. Drawing on 61 interviews in Lima and Vilnius, we show that rules are learned as stories.
Speaker
Jurgita Balčiūnė (Vilnius University)
Primary authors
Jurgita Balčiūnė (Vilnius University) Osvaldo Terrones (PUCP)
Presentation materials

There are no materials yet.`);
    assert.deepEqual(items.map(({ title }) => title), ['What clerks remember: oral histories of three chambers']);
    assert.deepEqual(names(items[0]), ['Balčiūnė, Jurgita', 'Terrones, Osvaldo']);
    assert.equal(items[0]?.['event-title'], 'Workshop on Parliaments and Archives');
  });

  it('end a summary', async () => {
    const [item] = await read(`Policy Paper
Ferries without Timetables: Governing Small Islands
Policy Paper No. 3/2022
Author: Inga Solberg, Senior Fellow, and Piet Okker
6 September 2022
5 min read
Summary
Ferries decide who may vote on small islands. This paper compares three timetables and recommends a light secretariat.
Key findings
Late boats cost two points.
About the authors
Inga Solberg is a senior fellow.
© 2022 Northern Islands Forum, Harbour Street 4, Visby`);
    assert.equal(item?.abstract, 'Ferries decide who may vote on small islands. This paper compares three timetables and recommends a light secretariat.');
    assert.deepEqual(names(item), ['Solberg, Inga', 'Okker, Piet']);
    assert.equal(item?.publisher, 'Northern Islands Forum');
  });

  it('end a summary when they are headed in capitals', async () => {
    for (const box of ['KEY RECOMMENDATIONS', 'POLICY RECOMMENDATIONS', 'KEY FINDINGS']) {
      const [item] = await read(`Northern Islands Institute\nPOLICY BRIEF\n\nFerries without Timetables: Governing Small Islands\nBy Inga Solberg and Piet Okker\n13 October 2022\nDownload PDF (1.2 MB)\n\nEXECUTIVE SUMMARY\nFerries decide who may vote on small islands. This brief compares three timetables and recommends a light secretariat.\n\n${box}\n• Fund repairs for ten years.\n• Publish all timetables.\n\nAbout the authors\nInga Solberg is a senior fellow.\n`);
      assert.equal(item?.abstract, 'Ferries decide who may vote on small islands. This brief compares three timetables and recommends a light secretariat.', box);
    }
  });
});

describe('The catalogue of a publisher', () => {
  it('has books with editors, translators and editions, and sells them for prices that are no journals', async () => {
    const items = await read(`Harbour University Press
Basket (0)
Showing 1–4 of 4 results

Wells without Owners: Water in the Desert
Sheila Abernethy
Hardback £85.00 | Ebook (ePub) £24.99
September 2022
ISBN: 9781399517683
Add to basket

Republics of Reed: Sovereignty on Lakes
Edited by Farah Nizami and Laurent Duchesne
Hardback £95.00
June 2022
ISBN: 9781399509442
Add to basket

An Ordinary Ferry
Pádraig Conneely
Translated by Mairéad Walsh
Paperback £19.99
March 2022
ISBN: 9781399526173
Add to basket

Bridges of the Delta (2nd edition)
Bakyt Osmonaliev, Harriet Lyle
Paperback £24.99 | Hardback £90.00
Forthcoming February 2023
ISBN: 9781399533218
Add to basket

Sign up to our mailing list`);
    assert.deepEqual(items.map(({ type, title }) => [type, title]), [['book', 'Wells without Owners: Water in the Desert'], ['book', 'Republics of Reed: Sovereignty on Lakes'], ['book', 'An Ordinary Ferry'], ['book', 'Bridges of the Delta']]);
    assert.deepEqual(items[1]?.editor?.map(({ family }) => family), ['Nizami', 'Duchesne']);
    assert.equal(items[1]?.author, undefined);
    assert.deepEqual(items[2]?.translator?.map(({ family }) => family), ['Walsh']);
    assert.equal(items[3]?.edition, '2');
    assert.ok(items.every((item) => item['container-title'] === undefined));
  });
});

describe('An abstract', () => {
  it('is no list of headings', () => {
    assert.equal(readAbstract('A model of closure\n\nData\n\nResults'), undefined);
    assert.equal(readAbstract('A model of closure.\n\nData are old.')?.text, 'A model of closure.\n\nData are old.');
  });
});

describe('A title', () => {
  it('ends before a button that stands apart', async () => {
    const [item] = await read(`JOURNAL ARTICLE
Pilots without Ports: Licences at Sea  Get access Arrow
Marit Oosterveld
Quarterly of Harbour Law, Volume 11, Issue 1, March 2024, Pages 5–31, https://doi.org/10.1093/qhl/xyz003
Abstract
Licences of pilots outlive the ports that issued them. This article follows four of them through two centuries of harbour law.`);
    assert.equal(item?.title, 'Pilots without Ports: Licences at Sea');
  });
});

describe('The page of an institute', () => {
  it('tells series, number and day in one line below its title, in any language', async () => {
    const [german] = await read(`Stiftung für Grenzforschung
Themen
Publikationen
DE
EN
Brücken auf Abruf
Was die dritte Verschiebung für die Fähren bedeutet
SG-Aktuell 2022/A 14, 17.06.2022, 8 Seiten
doi:10.55555/2022A14

PDF | 421 KB
Die Regierung hat den Bau der Brücken zum dritten Mal verschoben. Damit schwindet die einzige Gelegenheit, bei der oppositionelle Kräfte noch über die Fähren mitreden könnten.

Die Autorin und der Autor
Dr. Irmela Lund ist Wissenschaftlerin. Valentin Okker ist Forschungsassistent.
Irmela Lund, Valentin Okker
Teilen
© Stiftung für Grenzforschung, 2022`);
    assert.equal(german?.title, 'Brücken auf Abruf: Was die dritte Verschiebung für die Fähren bedeutet');
    assert.deepEqual([german?.type, german?.number, german?.publisher, german?.issued?.['date-parts']], ['report', '2022/A 14', 'Stiftung für Grenzforschung', [[2022, 6, 17]]]);
    assert.deepEqual(names(german), ['Lund, Irmela', 'Okker, Valentin']);
    const [french] = await read(`Institut français des fleuves
Accueil
Publications
Les registres du fleuve : papiers, guichets et mobilité
Notes de l'Institut, n° 87, mai 2023
Auteur(s) : Aminata Sow, Paul Lenoir
Partager
Télécharger (PDF, 1,2 Mo)
Résumé
Les registres locaux décident de qui peut circuler. Cette note montre que les agents transforment l'absence de papiers en permis.
Sommaire
Introduction
© Institut français des fleuves`);
    assert.deepEqual([french?.title, french?.number, french?.['collection-title']], ['Les registres du fleuve : papiers, guichets et mobilité', '87', "Notes de l'Institut"]);
    assert.equal(french?.abstract, "Les registres locaux décident de qui peut circuler. Cette note montre que les agents transforment l'absence de papiers en permis.");
  });
});

describe('A chapter', () => {
  it('is told from its book on the cover that JSTOR puts before it', async () => {
    const [item, ...more] = await read(`Chapter Title: THE CLERK AND THE FERRY
Chapter Author(s): ASTOU DIALLO

Book Title: Paper Rivers
Book Subtitle: Registries and Mobility
Book Editor(s): Gro Haugland and Mateus Faria
Published by: Leuven University Press. (2019)
Stable URL: https://www.jstor.org/stable/j.ctvxyz123.9

JSTOR is a not-for-profit service that helps scholars.

Leuven University Press is collaborating with JSTOR to digitize, preserve and extend access to
Paper Rivers`);
    assert.equal(more.length, 0);
    assert.deepEqual([item?.type, item?.title, item?.['container-title'], item?.publisher], ['chapter', 'The clerk and the ferry', 'Paper Rivers', 'Leuven University Press']);
    assert.deepEqual(item?.editor?.map(({ family }) => family), ['Haugland', 'Faria']);
  });

  it('of De Gruyter has its number off its title, and neither licences nor other chapters for authors', async () => {
    const [item, ...more] = await read(`Skip to main content
Chapter
Licensed
Unlicensed Requires Authentication
4 The clerk and the ferry
Astou Diallo
and
Gro Haugland
Published/Copyright: October 21, 2022
From the book
Paper Rivers: Registries and Mobility
MLA APA Harvard Chicago Vancouver
Chapters in this book
Frontmatter I
2 Roads and rolls 17
4 The clerk and the ferry 71
Abstract
Clerks turn missing papers into permits. We show how they learn to do so from drivers rather than from superiors.
https://doi.org/10.1515/9783110765432-004`);
    assert.equal(more.length, 0);
    assert.deepEqual([item?.type, item?.title, item?.['container-title']], ['chapter', 'The clerk and the ferry', 'Paper Rivers: Registries and Mobility']);
    assert.deepEqual(names(item), ['Diallo, Astou', 'Haugland, Gro']);
  });
});

describe('A thesis in a repository', () => {
  it('is told by the labels of the page in Polish, its title right behind the path', async () => {
    const [item] = await read(`Repozytorium
Zaloguj się
Strona główna
Rozprawy doktorskie
Zobacz pozycję
Promy bez rozkładu. Rady wysp na Podkarpaciu
Ładowanie...
Miniatura
Pliki
rozprawa.pdf (3.41 MB)
Data wydania
2021-11-24
Autorzy
Dąbek, Żaneta
Promotor
Wilk, Bogumił
Tytuł czasopisma
ISSN czasopisma
Tytuł tomu
Wydawca
Uniwersytet Nadsański
Abstrakt
Rozprawa dotyczy rad wysp w gminach. Badania objęły 57 rad, ankietę wśród radnych oraz obserwację uczestniczącą.
Opis
Rozprawa doktorska
Słowa kluczowe
rada, wyspa
URI
https://repozytorium.example/handle/20.500/4471`);
    assert.deepEqual([item?.type, item?.title, item?.['container-title'], item?.publisher], ['thesis', 'Promy bez rozkładu. Rady wysp na Podkarpaciu', undefined, 'Uniwersytet Nadsański']);
    assert.ok(item?.abstract?.endsWith('uczestniczącą.'));
  });
});

describe('A programme', () => {
  it('has no people in a title in capitals that “(abstract)” follows, and no work in its foot', async () => {
    const items = await read(`LEGPOL 2024: WORKSHOP ON LEGISLATURES
PROGRAM FOR FRIDAY, JUNE 14TH, 2024
View: session overview

09:00-10:30 Session 4A: Pilots
CHAIR: Zdeňka Horáčková (Charles University)
09:00
Ondřej Blažek (Palacký University) and Katarína Sýkorová (Comenius University)
Why Ferries Land Nowhere (abstract)
ABSTRACT. Municipal ferries are praised for learning and rarely repeated. We show that they are left when staff goes.
09:30
Mirna Šarić (University of Zadar)
Policy Memory in Small Ministries (abstract)
10:30-11:00Coffee Break
Disclaimer | Powered by EasyChair Smart Program`);
    assert.deepEqual(items.map(({ title }) => title), ['Why Ferries Land Nowhere', 'Policy Memory in Small Ministries']);
    assert.deepEqual(items[0]?.author?.map(({ family }) => family), ['Blažek', 'Sýkorová']);
  });

  it('gives the last talk of a day that day, and not the one that heads what follows', async () => {
    const items = await read(`Workshop on Wells, Osh, 14-15 October 2023

Saturday 14 October
10.00 – 11.45  Panel 1. Water
Chair: Nino Kalandadze
  - Giorgi Beridze (Ilia State University), "Autonomy without Parties: Wells since 2004"
  - Viktor Hrytsenko (Kyiv School of Economics), "Mayors at War: Local Executives and Water"

Sunday 15 October
11.30  Closing remarks`);
    assert.deepEqual(items.map(({ issued }) => issued?.['date-parts']), [[[2023, 10, 14]], [[2023, 10, 14]]]);
  });
});

describe('What a conference’s page tells its visitors', () => {
  it('is no title, and the value below a label is none of its people', async () => {
    const [item, ...more] = await read(`CESS 2023
Log in
Click the star to add/remove an item to/from your individual schedule.
You need to be logged in to see the links to virtual rooms.

T0211

Wells without Owners: Water Committees in the Desert
Author:
Aizada Turgunova (Osh State University)
Format:
Individual paper
Theme:
Sociology, Gender Studies, and Law

Abstract:

Committees look after wells that nobody owns. Drawing on a year of fieldwork I show who is asked to dig and who is allowed to drink.

Panel
SOC03
Living with water
Session 1
Friday 20 October, 2023, -`);
    assert.equal(more.length, 0);
    assert.equal(item?.title, 'Wells without Owners: Water Committees in the Desert');
    assert.deepEqual(names(item), ['Turgunova, Aizada']);
    assert.ok(item?.abstract?.endsWith('allowed to drink.'));
    assert.deepEqual(item?.custom?.['panel'], { code: 'SOC03', title: 'Living with water' });
  });

  it('keeps the short name of an event in capitals', () => {
    assert.equal(titled('LEGPOL 2024: FIFTH WORKSHOP ON LEGISLATURES'), 'LEGPOL 2024: Fifth Workshop on Legislatures');
  });
});

describe('A list of references from the clipboard', () => {
  it('is read whole where only some of them carry metadata', async () => {
    const coin = '<span class="Z3988" title="url_ver=Z39.88-2004&amp;ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=Hedges%20and%20their%20owners&amp;rft.jtitle=Review%20of%20Hedges&amp;rft.volume=4&amp;rft.aufirst=Ada&amp;rft.aulast=Lorne&amp;rft.date=2011"></span>';
    const items = await read(`<div class="csl-bib-body">
  <div class="csl-entry">Lorne, A. (2011). Hedges and their owners. <i>Review of Hedges</i>, <i>4</i>(2), 11&#x2013;20. https://doi.org/10.5555/rh.4.2.11</div>
  ${coin}
  <div class="csl-entry">Okker, P. (2014). <i>The parish and the plough</i>. Ohio University Press.</div>
</div>`);
    assert.deepEqual(items.map(({ title }) => title), ['Hedges and their owners', 'The parish and the plough']);
    assert.equal(items[0]?.DOI, '10.5555/rh.4.2.11');
    assert.equal(items[0]?.author?.[0]?.given, 'Ada');
  });
});

describe('A list of names', () => {
  it('has no posts among them', () => {
    assert.deepEqual(readNames('Tamar Beridze, Non-resident Fellow, and Joel Pfister').names.map(({ family }) => family), ['Beridze', 'Pfister']);
  });

  it('has two families where both are Spanish and the first is no given name', () => {
    assert.deepEqual([readName('Isabel Restrepo Gaviria'), readName('Isabel María Gaviria'), readName('Daniel Webster Smith')].map(({ family }) => family), ['Restrepo Gaviria', 'Gaviria', 'Smith']);
  });
});
