import assert from 'node:assert/strict';
import { typedLocator } from '../../../src/core/citations';

describe('A place that is typed for a citation', () => {
  const english: { readonly [typed: string]: string | undefined } = {
    'p 3': 'p. 3', '3-5': 'pp. 3-5', '12': 'p. 12', 'ch 2': 'ch. 2', '§ 4': '§ 4', '§4': '§ 4', 'pp. 3, 7': 'pp. 3, 7', 'стр. 12': 'p. 12', 'S. 4': 'p. 4', 'Kap. 2': 'ch. 2', 'гл. 3': 'ch. 3', 'no page': undefined, '': undefined,
  };
  for (const [typed, written] of Object.entries(english)) it(`“${typed}” is ${written ?? 'none'}`, () => assert.equal(typedLocator(typed), written));

  it('is written in the language of the draft', () => {
    assert.deepEqual(['de-DE', 'ru', 'tr-TR', 'fr'].map((language) => typedLocator('3-5', language)), ['S. 3-5', 'с. 3-5', 'ss. 3-5', 'p. 3-5']);
    assert.equal(typedLocator('p 7', 'ru-RU'), 'с. 7');
  });
});
