/** What is told of characters by a table, against the patterns it stands for. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isCapitals } from '../../../src/core/parsing/capitals';
import { wordCount } from '../../../src/core/parsing/lines';
import { forgetLines, remembering } from '../../../src/core/parsing/remembered';
import { scriptCounts, scripts } from '../../../src/core/parsing/units';

const odd = fc.string({ unit: fc.oneof(fc.constantFrom('a', 'É', 'Ж', 'ж', ' ', '’', '-', '1', '国', 'カ', 'ひ', '々', '\u0301', 'ǅ', '𠮷', '𝐀', 'ß', 'ع', '한', '\n'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), maxLength: 60 });
const many = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('what characters are', () => {
  it('words are counted as the patterns count them, whatever the script', () => {
    fc.assert(fc.property(odd, (text) => {
      const words = many(text, /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) + many(text, /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu) / 2;
      assert.equal(wordCount(text), words);
    }));
  });
  it('capitals are told as the patterns tell them', () => {
    fc.assert(fc.property(fc.oneof(odd, odd.map((text) => text.toUpperCase())), (text) => {
      assert.equal(isCapitals(text), many(text, /\p{Lu}/gu) >= 8 && many(text, /\p{Ll}/gu) * 12 <= many(text, /\p{Lu}/gu));
    }));
  });
  it('scripts are counted as the patterns count them, but in texts with characters of two units', () => {
    fc.assert(fc.property(odd, (text) => {
      const counts = scriptCounts(text);
      if (/[\ud800-\udfff]/.test(text)) assert.equal(counts, undefined);
      else for (const script of scripts) assert.equal(counts?.[script], many(text, new RegExp(`\\p{sc=${script}}`, 'gu')), script);
    }));
  });
});

describe('what is remembered of a line', () => {
  it('is made once, also when it is nothing, until the paste is done', () => {
    let made = 0;
    const first = remembering((text) => { made++; return text === '' ? undefined : text[0]; });
    assert.deepEqual([first('ab'), first('ab'), first(''), first('')], ['a', 'a', undefined, undefined]);
    assert.equal(made, 2);
    forgetLines();
    first('ab');
    assert.equal(made, 3);
  });
  it('is not kept without end', () => {
    let made = 0;
    const same = remembering((text) => { made++; return text; }, 2);
    for (const text of ['a', 'b', 'c', 'a', 'c']) same(text);
    assert.equal(made, 4);
  });
});
