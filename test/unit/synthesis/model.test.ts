/** The model behind the table, as libraries change under it. */
import assert from 'node:assert/strict';
import type { Library, Source } from '../../../src/core/library';
import type { Codebook } from '../../../src/core/notes';
import type { Item } from '../../../src/core/source';
import { reckon } from '../../../src/features/synthesis/model';
import type { Model } from '../../../src/features/synthesis/model';
import type { App } from '../../../src/host/app';
import type { SynthesisView } from '../../../src/protocol';

const view: SynthesisView = { query: '', group: 'none', sort: 'author', down: false, tagOrder: 'name', closedTags: [], closedGroups: [], withEmpty: false };
const source = (id: string, ...tags: readonly string[]): Source => ({ handle: id, item: { id, type: 'book' } as Item, notes: tags.map((tag, at) => ({ id: `${id}n${at}`, tags: [tag], text: '' })) });
const sources = new Map([source('achebe', 'hedge', 'hedging'), source('kask', 'хеджирование')].map((one) => [one.handle, one]));
const plain: Codebook = { team: [], tags: new Map() };

const reckoned = async (library: Library, last?: Model, query = ''): Promise<Model> => {
  const home = { store: { current: library } };
  const model = await reckon({ libraries: { all: [home] } } as unknown as App, { ...view, query }, last, () => true);
  assert.ok(model !== undefined);
  return model;
};
const counts = ({ matrix }: Model): unknown => [...matrix.totals].map(([tag, { count }]) => [tag, count]).sort();

describe('the model of the synthesis', () => {
  it('joins the columns of tags once the codebook calls them one, and parts them when it no longer does', async () => {
    const before = await reckoned({ codebook: plain, sources });
    assert.deepEqual(counts(before), [['hedge', 1], ['hedging', 1], ['хеджирование', 1]]);
    const merged: Codebook = { team: [], tags: new Map([['hedging', { aliases: ['hedge', 'хеджирование'] }]]) };
    const after = await reckoned({ codebook: merged, sources }, before);
    assert.deepEqual(counts(after), [['hedging', 3]]);
    assert.deepEqual(after.matrix.rows.map(({ cells }) => cells.get('hedging')?.count), [2, 1]);
    assert.deepEqual(counts(await reckoned({ codebook: plain, sources }, after)), counts(before));
  });

  it('filters by any name of a tag', async () => {
    const codebook: Codebook = { team: [], tags: new Map([['hedging', { aliases: ['hedge', 'хеджирование'] }]]) };
    for (const query of ['#hedging', '#hedge', '#хеджирование']) assert.deepEqual(counts(await reckoned({ codebook, sources }, undefined, query)), [['hedging', 3]]);
  });

  it('reads again only the sources that have changed', async () => {
    const before = await reckoned({ codebook: plain, sources });
    const changed = new Map(sources).set('kask', source('kask', 'neutrality'));
    const after = await reckoned({ codebook: plain, sources: changed }, before);
    assert.equal(after.matrix.rows[0], before.matrix.rows[0]);
    assert.deepEqual(counts(after), [['hedge', 1], ['hedging', 1], ['neutrality', 1]]);
  });
});
