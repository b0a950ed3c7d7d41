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
});
