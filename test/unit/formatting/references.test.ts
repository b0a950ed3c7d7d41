import assert from 'node:assert/strict';
import { loadCiteproc } from '../../../src/core/engine';
import { createFormatter, type StyleData } from '../../../src/core/formatting';
import type { Item } from '../../../src/core/source';

const loadStyles = async (): Promise<StyleData> => (await import('commonplace:styles')).default;
const formatter = createFormatter(loadCiteproc, loadStyles);
const format = (items: readonly Item[], id: string, locale: string) => formatter.references(items, { id }, locale);
const apsa = 'american-political-science-association';

const article: Item = {
  id: 'yuneman2023', type: 'article-journal', title: 'Kazakhstan’s Multi-Vector Foreign Policy',
  author: [{ family: 'Yuneman', given: 'Roman A.' }], issued: { 'date-parts': [[2023]] },
  'container-title': 'Russia in Global Affairs', volume: '21', issue: '2', page: '141–162', DOI: '10.31278/1810-6374-2023-21-2-141-162',
};
const one = async (item: Item, locale = 'en-US') => (await format([item], apsa, locale))[0];

describe('Formatting references', function () {
  this.timeout(10_000);

  it('gives an article in the style of the American Political Science Association, as text and with its italics', async () => {
    const formatted = await one(article);
    assert.equal(formatted?.text, 'Yuneman, Roman A. 2023. “Kazakhstan’s Multi-Vector Foreign Policy.” Russia in Global Affairs 21(2): 141–62. doi:10.31278/1810-6374-2023-21-2-141-162.');
    assert.match(formatted?.html ?? '', /<i>Russia in Global Affairs<\/i>/);
  });

  it('formats every item alone, so that none changes another', async () => {
    const twin = { ...article, id: 'twin', title: 'Another' };
    const both = await format([article, twin, article], apsa, 'en-US');
    assert.deepEqual(both[0], both[2]);
    assert.match(both[1]?.text ?? '', /^Yuneman, Roman A\. 2023\. “Another/);
    assert.deepEqual(await format([], apsa, 'en-US'), []);
  });

  it('escapes what looks like HTML in a field, and keeps the emphasis that CSL allows', async () => {
    const title = 'A <script>alert("x")</script> & <img src=x onerror=y> <i>Realism</i> <b';
    const formatted = await one({ ...article, title, publisher: '"><svg onload=x>', DOI: '10.1/<a href="javascript:x">' });
    assert.doesNotMatch(formatted?.html ?? '', /<(?!\/?(?:i|b|sup|sub|span)\b)/);
    assert.doesNotMatch(formatted?.html ?? '', /<[^>]*(?:onerror|onload|href)/);
    assert.match(formatted?.html ?? '', /<i>Realism<\/i>/);
    assert.match(formatted?.text ?? '', /<script>alert/);
    assert.match(formatted?.text ?? '', /&/);
  });

  it('formats other scripts, bodies, ranges, seasons and undated works', async () => {
    assert.match((await one({ ...article, author: [{ family: 'Назарбаев', given: 'Нұрсұлтан' }] }))?.text ?? '', /^Назарбаев, Нұрсұлтан\. 2023/);
    assert.match((await one({ ...article, author: [{ literal: 'United Nations' }] }))?.text ?? '', /^United Nations\. 2023/);
    assert.match((await one({ ...article, issued: { 'date-parts': [[2021], [2022]] } }))?.text ?? '', /2021–(?:20)?22/);
    assert.match((await one({ ...article, issued: { 'date-parts': [[2021]], season: 2 } }))?.text ?? '', /2021/);
    assert.match((await one({ id: 'x', type: 'document', title: 'Only a title' }))?.text ?? '', /Only a Title/);
  });

  it('survives fields of a wrong shape, and reads nothing into notes', async () => {
    const broken = { ...article, author: ['Yuneman'], issued: 2023, page: { x: 1 }, note: 'title: Hijacked', custom: { a: 1 } } as unknown as Item;
    const formatted = await one(broken);
    assert.match(formatted?.text ?? '', /Multi-Vector/);
    assert.doesNotMatch(formatted?.text ?? '', /Hijacked/);
    assert.ok(Object.isFrozen(Object.freeze(article)) && await one(article));
  });

  it('falls back to American English for a locale that is not there', async () => {
    assert.equal((await one(article, 'qq-QQ'))?.text, (await one(article))?.text);
  });

  it('rejects an unknown style with the names of those there are', async () => {
    await assert.rejects(format([article], 'no-such-style', 'en-US'), /no-such-style.*american-political-science/);
    await assert.rejects(format([article], 'constructor', 'en-US'));
  });

  it('leaves out the number of a numbering style, and builds a style without a bibliography', async () => {
    const data = await loadStyles();
    const citation = { n: 'citation', c: [{ n: 'layout', c: [{ n: 'text', a: { variable: 'title' } }] }] };
    const numbered = { n: 'bibliography', a: { 'second-field-align': 'flush' }, c: [{ n: 'layout', c: [
      { n: 'text', a: { variable: 'citation-number', prefix: '[', suffix: ']' } }, { n: 'text', a: { variable: 'title' } }] }] };
    const info = { n: 'info', c: [{ n: 'title', c: ['x'] }, { n: 'id', c: ['x'] }] };
    const style = (...c: readonly unknown[]) => ({ n: 'style', a: { class: 'in-text', version: '1.0' }, c: [info, ...c] });
    const own = createFormatter(loadCiteproc, async () => ({ ...data, styles: { numbered: async () => style(citation, numbered), notes: async () => style(citation) } }));
    for (const name of ['numbered', 'notes']) assert.equal((await own.references([article], { id: name }, 'en-US'))[0]?.text, article.title);
  });
});
