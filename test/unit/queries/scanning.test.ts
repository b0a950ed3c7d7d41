import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scannerFor } from '../../../src/core/queries/scanning';
import { matchNotes, parseQuery } from '../../../src/core/queries';
import { words } from '../../../src/core/comparableLetters';
import type { Library, Source } from '../../../src/core/library';

const letters = fc.constantFrom('a', 'b', 'A', 'n', 'o', 't', 'e', ' ', '\n', '-', '.', '’', '\u00ad', 'é', 'ß', 'щ', 'Я', 'İ', 'œ', '多', '\u00a0', '…', '/', '1', 'e\u0301', '𝒂', 'ﬁ', 'Σ', 'ς');
const written = fc.array(letters, { maxLength: 30 }).map((all) => all.join(''));

describe('a word looked for in texts as they are written', () => {
  it('is found where it stands in other letters, behind hyphens at line ends and in one word that is written as two', () => {
    const found = (text: string, word: string): boolean | undefined => scannerFor(word)(text);
    assert.equal(found('Multi-vector policy', 'multivector'), true);
    assert.equal(found('Многовекторность', 'mnogovektor'), true);
    assert.equal(found('a hed\u00adging state', 'hedging'), true);
    assert.equal(found('Ødegård wrote', 'odegard'), true);
    assert.equal(found('hed ging', 'hedging'), false);
    assert.equal(found('aaab', 'aab'), true);
    assert.equal(found('', 'ab'), false);
  });

  it('is found exactly where the comparable text holds it', () => {
    fc.assert(fc.property(written, fc.stringMatching(/^[abnotes1hc]{2,4}$/), (text, word) => {
      const said = scannerFor(word)(text);
      if (said !== undefined) assert.equal(said, words(text).includes(word));
      else assert.match(text, /[\p{M}\p{Cs}]|[^\0-\uffff]/u);
    }), { numRuns: 2000 });
  });

  it('makes no difference to what a query finds, whether one word is asked for or several', () => {
    const note = (quote: string) => ({ tags: [], text: '', quote });
    const source: Source = { handle: 'a', item: { id: 'x', type: 'book', title: 'On Ferries' }, notes: [note('Voting co-hesion fell'), note('cohesion of vo\u0301ting'), note('Cohesion'), note('voting 𝒂 cohesion')] };
    const library = { sources: new Map([['a', source]]), codebook: { team: [], tags: new Map() } } as unknown as Library;
    const found = (query: string) => matchNotes(parseQuery(query).query, library).map((one) => source.notes.indexOf(one.note));
    assert.deepEqual(found('voting'), [0, 1, 3]);
    assert.deepEqual(found('cohesion'), [0, 1, 2, 3]);
    assert.deepEqual(found('text:"voting cohesion"'), [0]);
    assert.deepEqual(found('text:co-hesion'), [0, 1, 2, 3]);
    assert.deepEqual(found('ferries'), [0, 1, 2, 3]);
  });
});
