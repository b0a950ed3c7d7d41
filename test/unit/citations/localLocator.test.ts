import assert from 'node:assert/strict';
import { findCitations, localLocator, typedLocator } from '../../../src/core/citations';
import { locatorFrom } from '../../../src/core/notes';
import { growsWithSize, repeated } from '../../doubles/growth';

describe('A place that is typed for a citation', () => {
  const english: { readonly [typed: string]: string | undefined } = {
    'p 3': 'p. 3', '3-5': 'pp. 3-5', '12': 'p. 12', 'ch 2': 'ch. 2', '§ 4': '§ 4', '§4': '§ 4', 'pp. 3, 7': 'pp. 3, 7', 'стр. 12': 'p. 12', 'S. 4': 'p. 4', 'Kap. 2': 'ch. 2', 'гл. 3': 'ch. 3', 'no page': undefined, '': undefined,
  };
  for (const [typed, written] of Object.entries(english)) it(`“${typed}” is ${written ?? 'none'}`, () => assert.equal(typedLocator(typed), written));

  it('is written in the language of the draft', () => {
    assert.deepEqual(['de-DE', 'ru', 'tr-TR', 'fr'].map((language) => typedLocator('3-5', language)), ['S. 3-5', 'с. 3-5', 'ss. 3-5', 'p. 3-5']);
    assert.equal(typedLocator('p 7', 'ru-RU'), 'с. 7');
  });

  it('understands what people type for several pages, for pages with letters, and for two places at once', () => {
    for (const [typed, expected] of [
      ['3, 5-7', 'pp. 3, 5-7'], ['12f.', 'p. 12f.'], ['12ff', 'p. 12ff'], ['123a', 'p. 123a'], ['A3', 'p. A3'], ['xii', 'p. xii'], ['p. 3 and 9', 'pp. 3 and 9'],
      ['ch 2, p 3', 'ch. 2, p. 3'], ['Bd. 2, S. 3-5', 'vol. 2, pp. 3-5'], ['fn 3', 'n. 3'], ['loc 345', 'loc. 345'], ['4-бет', 'p. 4'], ['2-тарау', 'ch. 2'], ['12 f.', 'p. 12 f.'], ['1:23', '1:23'], ['II:7-9', 'II:7-9'], ['s.v. hedging', 's.v. hedging'],
      ['chs 2-4', 'chs. 2-4'], ['col 12', 'col. 12'], ['app 2', 'app. 2'], ['eq 3', 'eq. 3'], ['bk 3', 'bk. 3'], ['Art 5', 'art. 5'], ['pt 2, ch 3', 'pt. 2, ch. 3'],
      ['l 4–6', 'll. 4–6'], ['l. 4', 'l. 4'], ['ll 4-6', 'll. 4-6'], ['n 3', 'n. 3'], ['v 4', 'v. 4'], ['bk 3 ch 2', 'bk. 3, ch. 2'], ['bk. 3  ch. 2 p 5', 'bk. 3, ch. 2, p. 5'], ['bk 3 l 4-6', 'bk. 3, ll. 4-6'],
      ['Buch 2 Kap 3', 'bk. 2, ch. 3'], ['act 3 sc 2', 'act 3, sc. 2'], ['títulos 2', 'title 2'], ['ряд. 4', undefined], ['рядок 4', 'l. 4'], ['řádek 4', 'l. 4'], ['satır 4', 'l. 4'],
    ] as const) assert.equal(typedLocator(typed), expected, typed);
    for (const words of ['no 4', 'can 3 of them', 'a 4', 'q 4', 'notes made in class', 'mix', 'did', 'and so on', 'see', '', 'in 2019 he']) assert.equal(typedLocator(words), undefined, words);
  });

  it('is read in time that grows with its length, however often it might be understood in two ways', async () => {
    await growsWithSize((size) => assert.equal(typedLocator(`1${repeated(',1f', size)}!`), undefined), 2000);
  });

  it('calls chapters, volumes and notes as the draft’s language does, in words that are read back', () => {
    assert.equal(typedLocator('ch 2', 'de-DE'), 'Kap. 2');
    assert.equal(typedLocator('ch. 2, p. 3', 'ru'), 'гл. 2, с. 3');
    assert.equal(typedLocator('vol 2', 'tr'), 'c. 2');
    assert.equal(typedLocator('Tab. 2', 'de'), 'Tab. 2');
    assert.equal(typedLocator('ch 2, p 3', 'kk'), '2-тарау, с. 3');
    for (const language of ['de', 'ru', 'uk', 'kk', 'fr', 'es', 'it', 'pt', 'pl', 'tr', 'cs', 'sv', 'nb', 'da', 'nl']) {
      for (const label of ['page', 'chapter', 'section', 'part', 'volume', 'issue', 'book', 'figure', 'table', 'note', 'paragraph', 'line', 'verse', 'column', 'article', 'folio', 'appendix', 'equation', 'act', 'scene']) {
        const words = localLocator({ label, value: '4' }, language);
        assert.deepEqual(locatorFrom(words), { label, value: '4' }, `${words} (${language})`);
        assert.equal(findCitations('markdown', `[@a, ${words} and more]`)[0]?.keys[0]?.locator, words, `${words} (${language})`);
      }
    }
  });
});
