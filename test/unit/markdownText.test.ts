import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText } from '../../src/core/exits';

describe('foreign text in Markdown', () => {
  it('keeps its letters and spaces and loses its power', () => {
    assert.equal(markdownText('Çapan & 多元 $(trash)\n[x](command:y)'), 'Çapan &amp; 多元 \\$\\(trash\\) \\[x\\]\\(command\\:y\\)');
    assert.equal(markdownText('<img src=x>'), '\\<img src\\=x\\>'.replace('\\<', '&lt;').replace('\\>', '&gt;'));
  });

  it('leaves no sign of Markdown unescaped', () => {
    const signs = Array.from({ length: 0x7e }, (_, index) => String.fromCharCode(index + 1));
    const leavesNone = (text: string): void => assert.doesNotMatch(markdownText(text).replace(/\\[!-/:-@[-`{-~]|&(?:amp|lt|gt);/g, ''), /[!-/:-@[-`{-~\n\r]/);
    for (const sign of signs) for (const text of [sign, `a${sign}b`, `${sign}${sign}`]) leavesNone(text);
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 })), leavesNone));
  });
});
