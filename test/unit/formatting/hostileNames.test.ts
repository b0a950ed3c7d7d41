import assert from 'node:assert/strict';
import { loadCiteproc } from '../../../src/core/engine';
import { createFormatter, type StyleData } from '../../../src/core/formatting';
import type { Item } from '../../../src/core/source';

const formatter = createFormatter(loadCiteproc, async (): Promise<StyleData> => (await import('commonplace:styles')).default);

describe('names that every object of JavaScript has', function () {
  this.timeout(60_000);

  it('are names and keys of works like any other', async () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const items: readonly Item[] = [{ id: word, type: 'book', title: 'Hedging', author: [{ family: word, given: word }], issued: { 'date-parts': [[2018]] } }, { id: 'm', type: 'book', title: 'Order', author: [{ family: 'Lee' }] }];
      const { citations, bibliography } = await formatter.draft({ name: word, items, citations: [{ cites: [{ id: word }] }], uncited: ['m'] }, { id: 'american-political-science-association' }, '');
      assert.match(citations[0]?.text ?? '', new RegExp(`\\(${word} 2018\\)`, 'i'));
      assert.deepEqual(bibliography.map(({ id }) => id).sort(), [word, 'm'].sort());
      assert.doesNotMatch(bibliography.map(({ text }) => text).join(), /\u2060/);
    }
  });

  it('cost no other work its reference where one of them stands for a language', async () => {
    for (const language of ['constructor', '__proto__', 'toString-US']) {
      const items: readonly Item[] = [{ id: 'a', type: 'article-journal', title: 'Hedging in small states', 'container-title': language, volume: language, page: language, genre: language, language, author: [{ family: language, given: 'A.' }], issued: { 'date-parts': [[2018]] } }, { id: 'm', type: 'book', title: 'Order', author: [{ family: 'Lee' }] }];
      const { bibliography } = await formatter.draft({ name: language, items, citations: [{ cites: [{ id: 'a' }] }], uncited: ['m'] }, { id: 'american-political-science-association' }, '');
      assert.deepEqual(bibliography.map(({ id }) => id).sort(), ['a', 'm']);
    }
  });
});
