import assert from 'node:assert/strict';
import { insertCitation, type CiteRequest, type Syntax } from '../../../src/core/citations';
import { applyEdits } from '../../../src/core/edits';

/** The text with `|` as the cursor, after the citation was inserted. */
function cited(syntax: Syntax, marked: string, ...requests: readonly (string | CiteRequest)[]): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { edits, cursor } = insertCitation(syntax, text, offset, requests.map((one) => (typeof one === 'string' ? { key: one } : one)));
  const after = applyEdits(text, edits);
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
}

describe('A citation beside the cursor', () => {
  const extended: readonly (readonly [Syntax, string, string])[] = [
    ['markdown', 'So |[@a].', 'So [@z; @a]|.'],
    ['markdown', 'So [|@a].', 'So [@z; @a]|.'],
    ['markdown', 'So [@a]| it is.', 'So [@a; @z]| it is.'],
    ['markdown', 'So [@a] |it is.', 'So [@a; @z]| it is.'],
    ['markdown', 'Нұрлан [сондай-ақ @нұрлан2020, 3-б.] |дейді', 'Нұрлан [сондай-ақ @нұрлан2020, 3-б.; @z]| дейді'],
    ['markdown', '|@a says', '@a [@z]| says'],
    ['markdown', '[@a]|[@b]', '[@a; @z]|[@b]'],
    ['latex', 'So |\\autocite{a}.', 'So \\autocite{a,z}|.'],
    ['latex', 'So \\cite{a} |it is.', 'So \\cite{a,z}| it is.'],
    ['myst', '|{cite:p}`a`', '{cite:p}`a,z`|'],
    ['myst', '{cite:p}`a` |and', '{cite:p}`a,z`| and'],
    ['typst', '|@a', '@a @z|'],
    ['org', '|[cite:@a]', '[cite:@a; @z]|'],
    ['org', '[cite:@a] |and', '[cite:@a; @z]| and'],
  ];
  for (const [syntax, before, after] of extended) {
    it(`is extended, never doubled: “${before}” (${syntax})`, () => assert.equal(cited(syntax, before, 'z'), after));
  }

  it('is another one’s when more than a blank stands between', () => {
    assert.equal(cited('markdown', '[@a]. |', 'z'), '[@a]. [@z]|');
    assert.equal(cited('markdown', '[@a]\n\n|', 'z'), '[@a]\n\n[@z]|');
    assert.equal(cited('latex', '\\textcite{a} |', 'z'), '\\textcite{a} \\textcite{z}|');
  });

  it('that was opened for its first key is filled', () => {
    const page: CiteRequest = { key: 'z', locator: 'p. 9' };
    assert.equal(cited('latex', '\\autocite{|}', page), '\\autocite[p.~9]{z}|');
    assert.equal(cited('latex', '\\cite*{|}', page), '\\cite*[p.~9]{z}|');
    assert.equal(cited('myst', '{cite:t}`|` says', 'z', page), '{cite:t}`z,z{p. 9}`| says');
    assert.equal(cited('typst', 'So #cite(<|>) says', page), 'So #cite(<z>, supplement: [p. 9])| says');
    assert.equal(cited('org', '[cite:|]', page), '[cite:@z p. 9]|');
  });

  it('gets the page that is asked for a key it has', () => {
    assert.equal(cited('myst', '{cite:p}`a,b`|', { key: 'a', locator: 'p. 9' }), '{cite:p}`a{p. 9},b`|');
  });
});
