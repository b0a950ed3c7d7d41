import assert from 'node:assert/strict';
import { findCitations, quotationText, readDraft, syntaxes } from '../../../src/core/citations';

describe('A quotation in a draft', () => {
  const quote = 'power [@lee] is 100% *relative*,\n  "they" say_so';

  it('is marked as its language does', () => {
    const draft = readDraft('markdown', '');
    assert.deepEqual(['en-GB', 'de', 'ru-RU', 'fr-FR', undefined].map((language) => quotationText(draft, 'so', language)), ['“so”', '„so“', '«so»', '«\u00a0so\u00a0»', '“so”']);
  });

  it('is left to csquotes where a LaTeX draft loads it', () => {
    assert.equal(quotationText(readDraft('latex', '\\usepackage{csquotes}\n'), 'a & b'), '\\enquote{a \\& b}');
    assert.equal(quotationText(readDraft('latex', ''), 'a & b'), '``a \\& b\'\'');
  });

  for (const syntax of syntaxes) {
    it(`cites nothing by its own words, in ${syntax}`, () => {
      const text = `Before ${quotationText(readDraft(syntax, ''), `${quote} \\cite{lee} #cite(<lee>) [cite:@lee] {cite}\`lee\` @lee`)} after`;
      assert.deepEqual(findCitations(syntax, text), [], text);
    });
  }
});
