import assert from 'node:assert/strict';
import { citedKeyAt, completionAt, findCitations, insertCitation, keyText, syntaxOf, type CiteRequest } from '../../../src/core/citations';
import { applyEdits } from '../../../src/core/edits';

/** `command key<prefix>{locator} …` of each citation; `-` for a suppressed author. */
const found = (text: string): readonly string[] => findCitations('markdown', text).map(({ command, keys }) =>
  [command, ...keys.map(({ key, prefix, locator, suffix, suppressAuthor }) =>
    `${suppressAuthor ? '-' : ''}${key}${prefix ? `<${prefix}>` : ''}${locator ? `{${locator}}` : ''}${suffix ? `(${suffix})` : ''}`)].join(' '));

/** The text with `|` as the cursor, after the citation was inserted. */
function cited(marked: string, ...requests: readonly (string | CiteRequest)[]): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const asked = requests.map((request) => (typeof request === 'string' ? { key: request } : request));
  const { edits, cursor } = insertCitation('markdown', text, offset, asked);
  const after = applyEdits(text, edits);
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
}

/** `typed→what is replaced`, at the cursor `|`. */
function typing(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const context = completionAt('markdown', text, offset);
  return context && `${context.typed}→${text.slice(context.replace.start, context.replace.end)}`;
}

describe('Citations in Markdown', () => {
  const golden: readonly (readonly [string, readonly string[]])[] = [
    ['Power is relational [@lee2018].', ['[] lee2018']],
    ['[see @a, pp. 3-5 and *passim*; -@b, ch. 2]', ['[] a<see>{pp. 3-5}(and *passim*) -b{ch. 2}']],
    ['[@a;@b; @c]', ['[] a b c']],
    ['[@a p. 3]', ['[] a{p. 3}']],
    ['[@a, {pp. iv, vi-xi, (xv)-(xvii)} with suffix]', ['[] a{{pp. iv, vi-xi, (xv)-(xvii)}}(with suffix)']],
    ['@smith [p. 3] says', ['@ smith{p. 3}']],
    ['@smith [p. 3; see also @jones, ch. 1] says', ['@ smith{p. 3} jones<see also>{ch. 1}']],
    ['@smith [@jones]', ['@ smith jones']],
    ['@smith [see @jones]', ['@ smith jones<see>']],
    ['@smith\n[p. 3]', ['@ smith{p. 3}']],
    ['@smith and [p. 3]', ['@ smith']],
    ['@smith [the book](https://x.org)', ['@ smith']],
    ['-@smith, so', ['@ smith']],
    ['well-@smith', ['@ smith']],
    ['(@a, @b.)', ['@ a', '@ b']],
    ['“@a”—@b…', ['@ a', '@ b']],
    ['@a’s theory, @b: @c; @d?', ['@ a', '@ b', '@ c', '@ d']],
    ['@Foo_bar:baz.qux#1$2%3&4-5+6?7<8>9~0/x.', ['@ Foo_bar:baz.qux#1$2%3&4-5+6?7<8>9~0/x']],
    ['@a--b and @a..b', ['@ a', '@ a']],
    ['@DBLP:conf/ir/Lee2018,', ['@ DBLP:conf/ir/Lee2018']],
    ['[@{https://example.com/bib?name=foobar&date=2000}, p.  33]', ['[] https://example.com/bib?name=foobar&date=2000{p.  33}']],
    ['@https://example.org/a', ['@ https://example.org/a']],
    ['@{odd key} and @{ends.with.dot.}', ['@ odd key', '@ ends.with.dot.']],
    ['@Назарбаев2012 и [@қасым1998, с. 4]', ['@ Назарбаев2012', '[] қасым1998{с. 4}']],
    ['@王2020。', ['@ 王2020']],
    ['@_x @1999 @*', ['@ _x', '@ 1999']],
    ['write to anna@uni.edu or <b.k@c.org>, “x@y”', []],
    ['`@code` and ``a ` @b`` but @c', ['@ c']],
    ['an ` unclosed tick @a\n\nand ` later', ['@ a']],
    ['```r\nx@slot\n@y\n```\n@after', ['@ after']],
    ['~~~~ {.r}\n@y\n~~~\n@z\n~~~~~\n@after', ['@ after']],
    ['> ```\n> @quoted\n> ```\n> @seen', ['@ seen']],
    ['- ```\n  @y\n  ```\n- @a', ['@ a']],
    ['```\n@never closed', []],
    ['```not a fence``` @a', ['@ a']],
    ['---\nauthor: "@handle"\nbibliography: x.bib\n---\n@a', ['@ a']],
    ['---\r\ntitle: @x\r\n...\r\n@a\r\n', ['@ a']],
    ['text\n\n---\n@a\n---', ['@ a']],
    ['<!-- [@old]\n\n@older --> @new', ['@ new']],
    ['<!-- never closed @a', ['@ a']],
    ['<style>\n@media print {}\n</style>\n@a', ['@ a']],
    ['{{< video https://x.org/@me >}} @a', ['@ a']],
    ['https://mastodon.social/@someone and [link](https://medium.com/@b/c) @a', ['@ a']],
    ['@fig-map @Sec-intro @tbl-1 @eq-x @lst-a @thm-b [@fig-map] [see @sec-2; @a]', ['[] a']],
    ['\\@escaped and \\[@a\\]', ['@ a']],
    ['[text @a](url) and [span @b]{.mark}', ['@ a', '@ b']],
    ['![A figure after @a](map.png)', ['@ a']],
    ['a note^[see @a, p. 3] and [^1]\n\n[^1]: as [@b] says', ['@ a', '[] b']],
    ['[unclosed @a\n\n[@b]', ['@ a', '[] b']],
    ['[see [the book] @a]', ['[] a<see [the book]>']],
    ['[see @a [p. 3]]', ['[] a<see>{[p. 3]}']],
    ['[outer @a [@b] x]', ['@ a', '[] b']],
    ['[see [@a](u); @b]', ['[] a<see [>(](u)) b']],
    ['[@a; see also]', ['[] a']],
    ['[@a and @b]', ['[] a(and) b']],
    ['[@a\nand\r\nmore; @b]', ['[] a(and\r\nmore) b']],
    ['**@a** *[@b]* _@c_', ['@ a', '[] b', '@ c_']],
    ['| @a | [@b] |\n|---|---|', ['@ a', '[] b']],
    ['# Heading with @a {#sec-x}', ['@ a']],
    ['@article{x, title = {y}}', ['@ article']],
    ['', []], ['@', []], ['[@]', []], ['@ a', []], ['[;@a;]', ['[] a']],
  ];
  for (const [text, wanted] of golden) {
    it(`finds ${wanted.length === 0 ? 'nothing' : wanted.join(', ')} in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), wanted));
  }

  it('gives the span of the key alone and of the whole citation', () => {
    const text = 'x [-@{odd key}, p. 3] y';
    const [citation] = findCitations('markdown', text);
    assert.equal(text.slice(citation?.span.start, citation?.span.end), '[-@{odd key}, p. 3]');
    assert.equal(text.slice(citation?.keys[0]?.span.start, citation?.keys[0]?.span.end), 'odd key');
  });

  it('knows the language ids', () => {
    assert.deepEqual(['markdown', 'quarto', 'rmd', 'tex', 'latex-expl3', 'plaintext'].map(syntaxOf),
      ['markdown', 'markdown', 'markdown', 'latex', 'latex', undefined]);
  });
});

describe('Inserting a citation in Markdown', () => {
  const cases: readonly (readonly [string, readonly (string | CiteRequest)[], string])[] = [
    ['So it is |.', ['a', 'b'], 'So it is [@a; @b]|.'],
    ['|', [{ key: 'a', locator: 'p. 3' }, { key: 'b', prefix: 'see' }], '[@a, p. 3; see @b]|'],
    ['[@a|]', ['b'], '[@a; @b]|'],
    ['[@a]|', ['b'], '[@a; @b]|'],
    ['[@a|; @c]', ['b'], '[@a; @b; @c]|'],
    ['[|@a]', ['b'], '[@b; @a]|'],
    ['[see |@a, p. 3]', ['b'], '[see @a, p. 3; @b]|'],
    ['[@a; |]', ['b'], '[@a; @b]|'],
    ['[@a; @|]', ['b'], '[@a; @b]|'],
    ['[@a; see also|]', ['b'], '[@a; see also; @b]|'],
    ['[@a|]', ['a'], '[@a]|'],
    ['[@a; @b|]', ['a', 'c', 'c', 'b'], '[@a; @b; @c]|'],
    ['[@a|]', [{ key: 'a', locator: 'p. 3' }, 'b'], '[@a, p. 3; @b]|'],
    ['[@a, p. 3|]', [{ key: 'a', locator: 'p. 9' }], '[@a, p. 3; @a, p. 9]|'],
    ['[@a, p. 3|]', [{ key: 'a', locator: 'p. 3' }], '[@a, p. 3]|'],
    ['@a| argues', ['b'], '@a [@b]| argues'],
    ['@a [p. 3]| argues', ['b'], '@a [p. 3; @b]| argues'],
    ['@a [|@b]', ['c'], '@a [@b; @c]|'],
    ['@a| [@b]', [{ key: 'a', locator: 'p. 3' }, 'c'], '@a [p. 3; @b; @c]|'],
    ['@a|', [{ key: 'a', locator: 'p. 3' }, 'c'], '@a [p. 3; @c]|'],
    ['[|]', ['a'], '[@a|]'],
    ['text @|', ['a'], 'text [@a]|'],
    ['a [@|] b', ['a'], 'a [@a|] b'],
    ['|(1999)', ['a'], '[@a]| (1999)'],
    ['[@a] |', ['b'], '[@a; @b]| '],
    ['|[@a]', ['b'], '[@b; @a]|'],
    ['|', ['odd key', 'ends.', 'Назарбаев2012'], '[@{odd key}; @{ends.}; @Назарбаев2012]|'],
    ['|', [{ key: 'a', locator: 'p. 3; [x]', prefix: 'me@x' }], '[me\\@x @a, {p. 3, \\[x\\]}]|'],
    ['none |', [], 'none |'],
  ];
  for (const [before, requests, after] of cases) it(`makes ${after} of ${before}`, () => assert.equal(cited(before, ...requests), after));
});

describe('Completing a citation in Markdown', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['as @|', '→'], ['as @naz|', 'naz→naz'], ['as @na|z2012, p.', 'na→naz2012'], ['[@a; @multi vect|]', 'multi vect→multi vect'],
    ['[see -@Наз|', 'Наз→Наз'], ['@{odd k|', 'odd k→{odd k'], ['@{od|d key} x', 'od→{odd key}'], ['@a.b:c-d|', 'a.b:c-d→a.b:c-d'],
    ['anna@uni|', undefined], ['[@a, p. 3|]', undefined], ['`@a|`', undefined], ['```\n@a|\n```', undefined], ['\\@a|', undefined],
    ['@a\n|', undefined], ['@fig-m|', undefined], ['no sign|', undefined], ['|@a', undefined], ['https://x.org/@a|', undefined],
    ['---\nauthor: @a|\n---\n', undefined],
  ];
  for (const [text, wanted] of cases) it(`at ${JSON.stringify(text)} replaces ${wanted ?? 'nothing'}`, () => assert.equal(typing(text), wanted));

  it('writes an odd key in braces', () => assert.equal(keyText('markdown', 'odd key'), '{odd key}'));

  it('tells the key at a position, its signs included, and none beside it', () => {
    const text = 'x @{odd key} [@b, p. 3]';
    assert.deepEqual([1, 2, 3, 8, 11, 13, 14, 16, 18].map((offset) => citedKeyAt('markdown', text, offset)?.key),
      [undefined, 'odd key', 'odd key', 'odd key', 'odd key', undefined, 'b', 'b', undefined]);
  });

  it('completes keys in the nocite field of front matter, and nowhere else in it', () => {
    const at = (marked: string): string | undefined => {
      const offset = marked.indexOf('‸');
      const text = marked.replace('‸', '');
      const context = completionAt('markdown', text, offset);
      return context && `${context.typed}→${text.slice(context.replace.start, context.replace.end)}${context.mayBeAll === true ? ' or all' : ''}`;
    };
    assert.equal(at('---\nnocite: |\n  @a, @kim‸2020\ntitle: x\n---\n\nText.\n'), 'kim→kim2020 or all');
    assert.equal(at('---\ntitle: x\nnocite: |\n  @‸\n---\n'), '→ or all');
    assert.equal(at("---\nnocite: '@*‸'\n---\n"), '*→* or all');
    assert.equal(at("---\nnocite: '@lee‸2018'\n---\n"), 'lee→lee2018 or all');
    assert.equal(at('---\nnocite:\n  - "@назар‸"\n---\n'), 'назар→назар or all');
    assert.equal(at('---\nnocite: |\n  @{odd‸ key}\n---\n'), 'odd→{odd key} or all');
    assert.equal(at('---\nnocite: |\n  anna@lee‸\n---\n'), undefined);
    assert.equal(at('---\nnocite: |\n  @a\nauthor: "@lee‸"\n---\n'), undefined);
    assert.equal(at('Text.\n\n---\nnocite: |\n  @lee‸\n---\n'), 'lee→lee');
  });
});
