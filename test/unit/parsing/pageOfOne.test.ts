/** A page that was copied whole, with menus, buttons and what else the site offers, is one work. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../src/core/parsing';
import type { Item } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const families = (item: Item | undefined): readonly string[] => (item?.author ?? []).map(({ family = '', literal = '' }) => family || literal);

describe('The whole page of an article', () => {
  it('is one record where the site offers other works beside it', async () => {
    const items = await read(`Skip to Main Content
Oxford Academic
Search Menu
Sign in through your institution
Quarterly of Harbour Law
Volume 11
Issue 1
March 2024
Article Contents
Abstract
Author notes
JOURNAL ARTICLE
Pilots without Ports: Licences at Sea
Marit Oosterveld
Search for other works by this author on:
Oxford Academic
Google Scholar
Quarterly of Harbour Law, Volume 11, Issue 1, March 2024, Pages 5–31, https://doi.org/10.1093/qhl/xyz003
Published: 04 March 2024
pdfPDF
Split View
Cite
Permissions Icon Permissions
Share Icon Share
Abstract
Licences of pilots outlive the ports that issued them. This article follows four of them through two centuries of harbour law, and finds that they were renewed by habit.
Issue Section: Articles
Email alerts
Article activity alert
Latest
Most Read
Most Cited
Lighthouses and their keepers
More from Oxford Academic
Law`);
    assert.equal(items.length, 1);
    assert.equal(items[0]?.title, 'Pilots without Ports: Licences at Sea');
    assert.equal(items[0]?.DOI, '10.1093/qhl/xyz003');
    assert.deepEqual(families(items[0]), ['Oosterveld']);
  });

  it('names its authors and not the lines of affiliations, marks and buttons glued to them', async () => {
    const [item] = await read(`Search for Articles:
Article Menu
Academic Editor
Subscribe SciFeed
Open AccessArticle
Ferries and Franchise: Voting on Small Islands
by Inga Solberg 1,*ORCID,Matteo de los Llanos 2ORCID andPetra Novotná 1,2
1
Institute of Islands, Visby
Isles 2022, 8(2), 77; https://doi.org/10.3390/isles8020077
Submission received: 4 April 2022 / Published: 15 June 2022
Downloadkeyboard_arrow_down
Browse Figures
Versions Notes
Abstract
On small islands the ferry decides who votes. We compare timetables and turnout on forty islands over thirty years, and find that late boats cost two points.
Keywords: islands; turnout
Figure 1. Ferries.
Isles, EISSN 2999-9999, Published by MDPI
RSS Content Alert`);
    assert.equal(item?.title, 'Ferries and Franchise: Voting on Small Islands');
    assert.deepEqual(families(item), ['Solberg', 'Llanos', 'Novotná']);
    assert.equal(item?.page, '77');
  });

  it('has its title above the series it appeared in, and its authors above what the site says of data', async () => {
    const [paper] = await read(`Download This Paper
Add Paper to My Library
Tolls Abroad: Who Pays at Foreign Bridges
Instituto de Puentes Working Paper No. 19-3
21 Pages Posted: 3 Mar 2021 Last revised: 17 Aug 2021
Lía Puentes
Instituto de Puentes
Date Written: February 26, 2021
Abstract
We study who pays the tolls of bridges between two states, with the receipts of nine crossings over eleven years. Drivers of the smaller state pay more.
Keywords: bridges, tolls
Suggested Citation:
Puentes, Lía, Tolls Abroad: Who Pays at Foreign Bridges (February 26, 2021). Available at SSRN: https://ssrn.com/abstract=1234567`);
    assert.equal(paper?.title, 'Tolls Abroad: Who Pays at Foreign Bridges');
    assert.equal(paper?.type, 'report');
  });

  it('has all its authors where each name, number and comma stands on a line of its own', async () => {
    const [item] = await read(`Sign In / Sign Up
Journal Browser
Coastal Rule
Volume 9
Issue 1
10.3390/coastrule9010017
Open AccessArticle
Patience of Pilots: Waiting Times in Harbours
by
Inga Solberg
1,
Ján Kováč-Horský
2,*
 and
Lucía Fernández del Valle
2
1
School of Harbours, Visby 62100, Sweden
*
Author to whom correspondence should be addressed.
Coast. Rule 2019, 9(1), 17; https://doi.org/10.3390/coastrule9010017
Submission received: 11 December 2018 / Published: 9 February 2019
Abstract
Waiting is a tax on ships. We timed three thousand calls at nine harbours, and asked who paid to wait less.
Keywords: waiting; harbours`);
    assert.deepEqual(families(item), ['Solberg', 'Kováč-Horský', 'Fernández del Valle']);
    assert.equal(item?.['container-title'], 'Coastal Rule');
  });

  it('of a think tank tells series, number and day in one line, in any language', async () => {
    const [item] = await read(`Zum Inhalt springen
Institut für Deichkunde
Publikationen
Startseite / Publikationen / Deichbriefe
Deichbriefe
Nr. 37 | 14.11.2022
Schleusen der Macht. Kanalbau und Parteien
Cornelia Prodan, Imre Halmos
Teilen: Facebook  X  LinkedIn
Lesezeit: 7 Min.
Zusammenfassung
Kanäle werden geplant, wenn Wahlen sind, und gebaut, wenn keine sind. Parteien werben mit Baggern.

Im März 2019 stellte die Regierung einen Plan vor.
Über die Autoren
© Institut für Deichkunde, Ring 1, 1010 Wien`);
    assert.equal(item?.type, 'report');
    assert.equal(item?.title, 'Schleusen der Macht. Kanalbau und Parteien');
    assert.equal(item?.publisher, 'Institut für Deichkunde');
    assert.deepEqual([item?.number, item?.['collection-title'], item?.issued], ['37', 'Deichbriefe', { 'date-parts': [[2022, 11, 14]] }]);
    assert.ok(item?.abstract?.endsWith('Baggern.'));
  });

  it('is one record each where two such pages were copied one below the other', async () => {
    const page = (title: string, author: string, doi: string): string => `Search for Articles:
Article Menu
Subscribe SciFeed
Open AccessArticle
${title}
by ${author} 1,*ORCID
1
Institute of Islands, Visby
Isles 2022, 8(2), 77; https://doi.org/${doi}
Submission received: 4 April 2022 / Published: 15 June 2022
Browse Figures
Versions Notes
Abstract
On small islands the ferry decides who votes. We compare timetables and turnout on forty islands over thirty years.
Keywords: islands; turnout
Article Metrics
RSS Content Alert`;
    const items = await read(`${page('Ferries and Franchise: Voting on Small Islands', 'Inga Solberg', '10.3390/isles8020077')}\n\n${page('Tides of Turnout: Islands at the Polls Again', 'Petra Novotná', '10.3390/isles8020078')}`);
    assert.deepEqual(items.map(({ DOI }) => DOI), ['10.3390/isles8020077', '10.3390/isles8020078']);
  });
});
