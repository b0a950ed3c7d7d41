/** What single styles of citing do that others do not: wide figures, marks of kinds, notes that point back and on. */
import assert from 'node:assert/strict';
import { parsePaste } from '../../../../src/core/parsing';
import type { Item } from '../../../../src/core/source';
import { directEngine } from '../../../doubles/directEngine';

const read = async (text: string): Promise<readonly Item[]> => (await parsePaste(text, { engine: directEngine })).records.map(({ item }) => item);
const placed = (item: Item | undefined): readonly unknown[] => [item?.title, item?.['container-title'], item?.['volume'], item?.['issue'], item?.['page'], item?.issued?.['date-parts']?.[0]?.[0]];

describe('A reference after GB/T 7714', () => {
  it('may have its figures and letters as wide as its characters, and break its lines in the middle of a word', async () => {
    const [article, book] = await read('参考文献\n［１］　唐若溪，严子昂．河长制下的跨县合\n作［Ｊ］．水利与社会，２０２０，８（３）：１５－３３．ＤＯＩ：１０．９９７７／ｓｌ．２０２０．３．２\n［２］　夏明．堤坝与村庄［Ｍ］．杭州：钱塘书局，２０１１．');
    assert.deepEqual(placed(article), ['河长制下的跨县合作', '水利与社会', '8', '3', '15-33', 2020]);
    assert.equal(article?.DOI, '10.9977/sl.2020.3.2');
    assert.deepEqual([book?.title, book?.['publisher-place'], book?.['publisher']], ['堤坝与村庄', '杭州', '钱塘书局']);
  });

  it('has no mark of its kind in an English title', async () => {
    const items = await read('[1] OKELLO P. Lake politics and the fishing vote[D]. Kisumu: Nyanza University, 2014.\n[2] DAHL S. The harbour master[M]. Bergen: Vågen, 2009.');
    assert.deepEqual(items.map(({ title, type }) => [title, type]), [['Lake politics and the fishing vote', 'thesis'], ['The harbour master', 'book']]);
  });
});

describe('A Korean given name', () => {
  it('keeps its second syllable, whatever word that is elsewhere', async () => {
    for (const given of ['Mi-sook', 'Chung-in', 'Young-an']) {
      const [item] = await read(`Shin, ${given}. 2019. “Rice and Representation.” Paddy Politics 4 (1): 11–38.`);
      assert.deepEqual(item?.author, [{ family: 'Shin', given }]);
    }
  });
});

describe('A note that points back', () => {
  it('is no work, but the one that it leads on to is', async () => {
    const items = await read('4. Marit Solberg, Cod Wars at Home (Tromsø: Polar Press, 2004), 71.\n5. Ibid., 80; see also Owen Hartley, “Nets and Notables,” in Shore and State, ed. Paula Reyes (Leeds: Kirkgate, 2012), 33.\n6. Ibid., 82.');
    assert.deepEqual(items.map(({ title }) => title), ['Cod Wars at Home', 'Nets and Notables']);
  });
});
