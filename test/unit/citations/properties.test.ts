import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCitations, insertCitation, syntaxes, type Citation } from '../../../src/core/citations';
import { applyEdits } from '../../../src/core/edits';
import { growsWithSize, repeated } from '../../doubles/growth';

const key = fc.stringMatching(/^[\p{L}_][\p{L}0-9]{0,8}(?:[-:.+][a-z0-9]{1,4}){0,2}$/u).filter((text) => !/^\p{L}{2,3}-/u.test(text));
const locator = fc.option(fc.stringMatching(/^p\. [1-9][0-9]{0,3}$/), { nil: undefined });
const request = fc.record({ key, locator }).map(({ key: name, locator: place }) => (place === undefined ? { key: name } : { key: name, locator: place }));
const requests = fc.uniqueArray(request, { minLength: 1, maxLength: 4, selector: ({ key: name }) => name });
const prose = fc.array(fc.constantFrom('Power', 'Назарбаев', 'и', ' ', ' ', '\n', '\n\n', '.', ', ', '(', ')', '—', '“', '王', '5', ':', '; ', "'"), { maxLength: 30 })
  .map((words) => words.join(''));
const syntax = fc.constantFrom(...syntaxes);
const keysOf = (citations: readonly Citation[]): readonly string[] => citations.flatMap(({ keys }) => keys.map((cited) => cited.key));

describe('Citing, whatever the text', () => {
  it('finds what it inserted, with its places, and leaves every other character', () => {
    fc.assert(fc.property(syntax, prose, prose, requests, (language, before, after, asked) => {
      const { edits, cursor } = insertCitation(language, before + after, before.length, asked);
      const text = applyEdits(before + after, edits);
      assert.deepEqual(keysOf(findCitations(language, text)), asked.map(({ key: name }) => name));
      const places = findCitations(language, text).flatMap(({ keys }) => keys.map((cited) => cited.locator?.replace('~', ' ')));
      assert.deepEqual(places, asked.map((wanted) => wanted.locator));
      assert.ok(text.startsWith(before) && text.endsWith(after));
      assert.ok(cursor > before.length && cursor <= text.length - after.length);
    }));
  });

  it('extends a citation to the union of its keys, in one citation, and does nothing the second time', () => {
    const plain = fc.uniqueArray(key, { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(syntax, plain, plain, fc.double({ min: 0, max: 1, noNaN: true }), (language, first, more, where) => {
      const ask = (keys: readonly string[]) => keys.map((name) => ({ key: name }));
      const start = applyEdits('', insertCitation(language, '', 0, ask(first)).edits);
      const offset = 1 + Math.floor(where * (start.length - 1));
      const text = applyEdits(start, insertCitation(language, start, offset, ask(more)).edits);
      const citations = findCitations(language, text);
      assert.equal(citations.length, 1);
      assert.deepEqual([...keysOf(citations)].sort(), [...new Set([...first, ...more])].sort());
      assert.deepEqual(insertCitation(language, text, text.length, ask(more)).edits, []);
    }));
  });

  it('reads any text without an exception, with spans inside it that hold their keys', () => {
    const sign = fc.constantFrom('@', '[', ']', '{', '}', '\\cite', '\\autocites', '\\verb|', '\\begin{verbatim}', '%', '\n', '\n\n', '`', '```', '<!--', '-->', '---', ';', ',', 'a', 'Щ', '(', '\\', '*', ' ');
    const any = fc.array(fc.oneof(sign, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(fc.property(syntax, any, fc.nat(), (language, text, nat) => {
      for (const { span, keys } of findCitations(language, text)) {
        assert.ok(span.start >= 0 && span.end <= text.length);
        for (const cited of keys) assert.equal(text.slice(cited.span.start, cited.span.end), cited.key);
      }
      const { edits, cursor } = insertCitation(language, text, nat % (text.length + 1), [{ key: 'new2020' }]);
      assert.ok(cursor <= applyEdits(text, edits).length);
    }), { numRuns: 500 });
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['opening brackets', '['], ['at signs', '@'], ['bracketed at signs', '[@a '], ['ticks', '` `` ``` '], ['comments', '<!--'],
    ['unclosed commands', '\\cite['], ['unclosed keys', '\\cite{a,'], ['conditionals', '\\iffalse\\ifx'], ['blanks', ' '], ['letters', 'a'],
    ['verbatim', '\\begin{verbatim}\\verb|'], ['braced keys', '@{'], ['addresses', 'a@b](http://x '], ['parentheses', '\\cites(('], ['lists', '\n- > '],
  ];
  for (const [name, piece] of hostile) {
    it(`reads half a megabyte of ${name} in linear time`, async function () {
      this.timeout(60_000);
      await growsWithSize((length) => syntaxes.map((language) => findCitations(language, repeated(piece, length))), 60_000);
    });
  }
});
