import assert from 'node:assert/strict';
import type { HtmlText } from '../../../src/core/exits';
import fc from 'fast-check';
import { runsOf } from '../../../src/core/formattedRuns';
import { listAsHtml, listAsText } from '../../../src/core/referenceList';

const entry = (html: string, number = '') => ({ id: 'k', number, html: html as HtmlText, text: html.replace(/<[^<>]*>/g, '') });

describe('a formatted reference as runs', () => {
  it('keeps every look, also inside another', () => {
    assert.deepEqual(runsOf('Lee. <i>On <b>NATO</b> &amp; CO<sub>2</sub></i>. <span style="font-variant:small-caps;">Polity</span> <span class="nodecor">5</span>'), [
      { text: 'Lee. ', looks: [] }, { text: 'On ', looks: ['italic'] }, { text: 'NATO', looks: ['italic', 'bold'] }, { text: ' & CO', looks: ['italic'] }, { text: '2', looks: ['italic', 'lowered'] },
      { text: '. ', looks: [] }, { text: 'Polity', looks: ['smallCapitals'] }, { text: ' ', looks: [] }, { text: '5', looks: [] },
    ]);
  });

  it('never takes escaped text for a tag, and loses none', () => {
    assert.deepEqual(runsOf('a &lt;i&gt; b &#8211; c'), [{ text: 'a <i> b – c', looks: [] }]);
    fc.assert(fc.property(fc.string(), (text) => {
      const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
      assert.equal(runsOf(`<i>${html}</i>`).map((run) => run.text).join(''), text);
    }));
  });
});

describe('a reference list for the clipboard', () => {
  const list = [entry('Lee, A. <i>Hedging &amp; Co.</i> ', '[1]'), entry('Çelik, B. 2020.')];

  it('is an entry a line in plain text', () => assert.equal(listAsText([{ ...list[0]!, text: 'Lee, A. Hedging & Co. ' }, list[1]!]), '[1] Lee, A. Hedging & Co.\nÇelik, B. 2020.'));

  it('keeps italics and the hanging indent in HTML', () => assert.equal(listAsHtml(list),
    '<p style="margin:0 0 0.5em 2em;text-indent:-2em">[1] Lee, A. <i>Hedging &amp; Co.</i></p>\n<p style="margin:0 0 0.5em 2em;text-indent:-2em">Çelik, B. 2020.</p>'));
});
