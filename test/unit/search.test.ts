import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexing, indexSources, searchSources, unsearched } from '../../src/core/library/search';
import { inOneGo } from '../../src/core/slices';
import type { Source } from '../../src/core/library/library';
import type { Item, Note } from '../../src/core/source';
import { growsWithSize } from '../doubles/growth';

const source = (item: Partial<Item> & { id: string }, noteTags: readonly string[] = []): Source => {
  const notes: readonly Note[] = noteTags.length > 0 ? [{ tags: noteTags, text: '' }] : [];
  return { handle: item.id, item: { type: 'article-journal', ...item } as Item, notes };
};
const year = (value: number) => ({ issued: { 'date-parts': [[value]] } });

const library = [
  source({ id: 'yuneman2023', title: 'Kazakhstan’s Multi-Vector Foreign Policy', author: [{ family: 'Yuneman', given: 'Roman A.' }], ...year(2023), 'container-title': 'Russia in Global Affairs', tags: ['un-voting'] }),
  source({ id: 'nazarbayev2012', title: 'Strategy 2050', author: [{ family: 'Nazarbayev', given: 'Nursultan' }], ...year(2012) }),
  source({ id: 'nazarbaev1999', title: 'В потоке истории', author: [{ family: 'Назарбаев', given: 'Нурсултан' }], ...year(1999) }),
  source({ id: 'bakhtiyarova2024', title: 'Relational power of small states', author: [{ family: 'Bakhtiyarova', given: 'Aigerim' }], ...year(2024) }, ['multi-vectorism']),
  source({ id: 'lee-2018', title: 'Hedging and multivectorism', author: [{ family: 'Lee', given: 'Yu-Wen' }], ...year(2018) }),
  source({ id: 'lee-2018b', title: 'Power shifts', author: [{ family: 'Lee', given: 'Ann' }, { family: 'Ødegård', given: 'Bjørn' }], ...year(2018) }),
  source({ id: 'mueller2001', title: 'On Yuneman and others', author: [{ family: 'Müller', given: 'Jörg' }], ...year(2001) }),
  source({ id: 'un2020', title: 'Report', author: [{ literal: 'United Nations' }], editor: [{ family: 'Çapan', given: 'Zeynep' }], ...year(2020) }),
  source({ id: 'wang2019', title: '中国外交政策', author: [{ family: '王', given: '伟' }] }),
];
const index = indexSources(library);
const keys = (query: string): readonly string[] => index.search(query).map(({ item }) => item.id);

describe('Searching sources', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['yuneman', ['yuneman2023', 'mueller2001']],
    ['2018 lee power', ['lee-2018b']],
    ['voting yun', ['yuneman2023']],
    ['global affairs', ['yuneman2023']],
    ['Назарбаев', ['nazarbaev1999', 'nazarbayev2012']],
    ['Nazarbayev', ['nazarbayev2012', 'nazarbaev1999']],
    ['nazarbay', ['nazarbayev2012', 'nazarbaev1999']],
    ['nazarbaev 2012', ['nazarbayev2012']],
    ['Юнеман', ['yuneman2023', 'mueller2001']],
    ['Бахтиярова Айгерим', ['bakhtiyarova2024']],
    ['mueller', ['mueller2001']], ['Muller', ['mueller2001']], ['müll', ['mueller2001']],
    ['odegard', ['lee-2018b']], ['capan', ['un2020']],
    ['multivectorism', ['lee-2018', 'bakhtiyarova2024']],
    ['multi-vectorism', ['lee-2018', 'bakhtiyarova2024']],
    ['#multi-vectorism', ['lee-2018', 'bakhtiyarova2024']],
    ['multi-vector foreign', ['yuneman2023']], ['multivector foreign', ['yuneman2023']], ['multi vector foreign', ['yuneman2023']],
    ['foreign-policy', ['yuneman2023']],
    ['lee-2018', ['lee-2018', 'lee-2018b']],
    ['yu-wen', ['lee-2018']], ['外交', ['wang2019']], ['王', ['wang2019']],
    ['истории', ['nazarbaev1999']], ['istorii', ['nazarbaev1999']],
    ['no such words', []], ['yuneman nosuch', []], ['b', ['bakhtiyarova2024', 'lee-2018b']],
  ];
  for (const [query, wanted] of cases) it(`finds ${wanted.join(', ') || 'nothing'} for “${query}”`, () => assert.deepEqual(keys(query), wanted));

  it('gives all, in order, for nothing typed, and no more than asked for', () => {
    assert.deepEqual(index.search('').length, library.length);
    assert.equal(index.search(' ')[0], library[0]);
    assert.equal(index.search('r', 2).length, 2);
    assert.deepEqual(searchSources(library, 'capan'), [library[7]]);
  });

  it('puts an exact key first, then what is favoured, then the rest', () => {
    const found = index.search('na', 10).map(({ item }) => item.id);
    const last = found.at(-1) as string;
    assert.equal(index.search('na', 10, [last])[0]?.item.id, last);
    assert.equal(index.search(found[0] as string, 10, [last])[0]?.item.id, found[0]);
    assert.equal(index.search('', 10, [last])[0]?.item.id, last);
    assert.ok(!index.search('zzzz', 10, [last]).length);
  });

  it('gives for nothing typed, without an index, what an index gives', () => {
    const some = fc.array(fc.constantFrom(...library), { maxLength: 12 });
    fc.assert(fc.property(some, fc.integer({ min: 1, max: 14 }), fc.subarray(['nobody', ...library.map(({ item }) => item.id)], { minLength: 0 }), (sources, most, favoured) => {
      assert.deepEqual(unsearched(sources, most, favoured), indexSources(sources).search('', most, favoured));
    }));
  });

  it('finds the same in an index that was made from the one before as in one that was made anew', () => {
    const many = Array.from({ length: 40 }, (_, i) => library.map((one) => ({ ...one, item: { ...one.item, id: `${one.item.id}x${i}` } }))).flat();
    let [now, kept] = [many, indexSources(many)];
    for (let change = 0; change < 12; change += 1) {
      const at = change * 29;
      const fresh = source({ id: `fresh${change}`, title: 'Hedging between fires', author: [{ family: 'Nazarbaeva' }] });
      now = [...now.slice(0, at), fresh, ...now.slice(at + (change % 3))];
      kept = inOneGo(indexing(now, kept));
      const anew = indexSources(now);
      for (const query of ['', 'na', 'yuneman 2023', 'hedging', 'Назарбаев', 'fresh', 'power shifts lee', 'b', 'zzz', 'multi-vector']) assert.deepEqual(kept.search(query, 300, ['fresh3']), anew.search(query, 300, ['fresh3']), query);
    }
  });

  it('takes what it has prepared from the index before, and prepares only what is new', () => {
    const many = Array.from({ length: 20 }, (_, i) => library.map((one) => ({ ...one, item: { ...one.item, id: `${one.item.id}x${i}` } }))).flat();
    const before = indexSources(many);
    const after = inOneGo(indexing([...many.slice(1), source({ id: 'fresh', title: 'Fresh' })], before));
    assert.deepEqual(after.parts.map(({ prepared }) => prepared.sources.length), [many.length, 1]);
    assert.equal(after.parts[0]?.prepared, before.parts[0]?.prepared);
  });

  it('searches ten thousand sources in time that grows with their number', () => {
    const times = (count: number) => indexSources(Array.from({ length: count }, (_, i) => library.map((one) => ({ ...one, item: { ...one.item, id: `${one.item.id}${i}` } }))).flat());
    const indexes = new Map([150, 1200].map((count) => [count, times(count)]));
    return growsWithSize((count) => ['na', 'yuneman 2023', 'power small', 'zzz', 'Назар'].map((query) => indexes.get(count)?.search(query, 200)), 150);
  });
});
