/** What the two founding documents give, alone and glued. They lie beside the repository; look-alikes lie in it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePaste, type Reading } from '../../../src/core/parsing';
import { reviewsOf } from '../../../src/core/source';
import { directEngine } from '../../doubles/directEngine';

const read = (text: string): Promise<Reading> => parsePaste(text, { engine: directEngine });
const fixture = (name: string): string => readFileSync(path.join('test', 'fixtures', 'pastes', `${name}.txt`), 'utf8');

/** A page and an aggregator's record, glued without anything between in either order, give what each gives alone. */
async function assertGlued(page: string, record: string): Promise<void> {
  const [alonePage] = (await read(page)).records;
  const [aloneRecord] = (await read(record)).records;
  for (const [text, order] of [[page + record, [alonePage, aloneRecord]], [record + page, [aloneRecord, alonePage]], [page + page, [alonePage, alonePage]], [record + record, [aloneRecord, aloneRecord]]] as const) {
    const { records, problems } = await read(text);
    assert.deepEqual(records.map(({ item }) => item), order.map((one) => one?.item));
    assert.deepEqual(records.map(({ pasted }) => pasted), order.map((one) => one?.pasted));
    assert.deepEqual(problems, []);
  }
}

describe('A conference page and an aggregator’s record', () => {
  it('glued in either order are the two sources that each is alone', async () => {
    await assertGlued(fixture('conference-paper-g1'), fixture('aggregator-one'));
    await assertGlued(fixture('conference-paper-g2').concat('\n'), fixture('aggregator-one'));
  });
});

const folder = path.join('..', 'shared', 'seeds');
const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => readFileSync(path.join(folder, name), 'utf8')) : [];

describe('The founding documents', () => {
  const [page = '', record = ''] = seeds;
  if (seeds.length === 0) {
    it('are not beside this copy of the repository; the look-alikes above stand for them', () => assert.equal(existsSync(folder), false));
    return;
  }

  it('the first is a conference paper with its panel, its day and five paragraphs, and no invented event', async () => {
    const { records, problems } = await read(page);
    assert.deepEqual(problems, []);
    assert.equal(records.length, 1);
    const { abstract, ...rest } = records[0]?.item ?? { abstract: '' };
    assert.deepEqual(rest, {
      id: '', type: 'paper-conference',
      title: 'Navigating the Foreign Policy Perspectives of Kazakhstan in a Changing World Order',
      author: [{ family: 'Bakhtiyarova', given: 'Aigerim' }],
      issued: { 'date-parts': [[2024, 6, 9]] },
      custom: {
        affiliations: { 'Aigerim Bakhtiyarova': 'L.N. Gumilyov Eurasian National University' },
        panel: { code: 'POL13', title: 'Kazakhstan in International Relations: Re-evaluations' },
        session: { number: '1', date: '2024-06-09' },
      },
    });
    assert.equal(abstract?.split('\n\n').length, 5);
    assert.ok(abstract?.startsWith('This paper contributes') && abstract.endsWith('Eurasian National University.'));
  });

  it('the second is one article whose volume, issue and pages are offered from its DOI, not filled in', async () => {
    const { records, problems } = await read(record);
    assert.deepEqual(problems, []);
    assert.equal(records.length, 1);
    const item = records[0]?.item;
    const { abstract, custom, ...rest } = item ?? { id: '', type: 'document' };
    assert.deepEqual(rest, {
      id: '', type: 'article-journal', title: 'Kazakhstan’s Multi-Vector Foreign Policy', author: [{ family: 'Yuneman', given: 'Roman A.' }],
      issued: { 'date-parts': [[2023]] }, 'container-title': 'Russia in Global Affairs', DOI: '10.31278/1810-6374-2023-21-2-141-162',
    });
    assert.equal(abstract?.split('The concept of multi-vector policy').length, 2);
    assert.deepEqual(Object.keys(custom ?? {}), ['review']);
    const reviews = item === undefined ? [] : [...reviewsOf(item)];
    assert.deepEqual(reviews.map(([field, { found, offer }]) => [field, found, offer]), [['volume', '1 1', '21'], ['issue', undefined, '2'], ['page', undefined, '141-162']]);
  });

  it('glued in either order they are two sources, the same as alone', () => assertGlued(page, record));
});
