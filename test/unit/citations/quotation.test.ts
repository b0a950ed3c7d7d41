import assert from 'node:assert/strict';
import { blanksAround, findCitations, quotationText, readDraft, syntaxes } from '../../../src/core/citations';

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

  /** Put at the bar, with what keeps it from the words beside it. */
  const among = (text: string): string => {
    const at = text.indexOf('|');
    const { before, after } = blanksAround(text.replace('|', ''), at);
    return `${text.slice(0, at)}${before}Q${after}${text.slice(at + 1)}`;
  };

  it('does not run into the words beside it, wherever the cursor stands among them', () => {
    for (const [text, wanted] of [
      ['as she says |of hedging', 'as she says Q of hedging'], ['as she says| of hedging', 'as she says Q of hedging'], ['as she says|, of hedging', 'as she says Q, of hedging'],
      ['says:|', 'says: Q'], ['|Word', 'Q Word'], ['|', 'Q'], ['(|)', '(Q)'], ['(see |[@lee])', '(see Q [@lee])'], ['line\n|next', 'line\nQ next'], ['Он пишет|и молчит', 'Он пишет Q и молчит'],
      ['writes \u{1D49C}|\u{1D49C} on', 'writes \u{1D49C} Q \u{1D49C} on'], ['他写道|而且', '他写道Q而且'], ['so |\\emph{it}', 'so Q \\emph{it}'], ['end |. Next', 'end Q. Next'], ['*so|* then', '*so Q* then'],
    ]) assert.equal(among(text ?? ''), wanted);
  });
});
