import assert from 'node:assert/strict';
import { changeKey, completionAt, insertCitation, readDraft, removeKey, renameKey, type CiteManner, type CiteRequest, type Syntax } from '../../../src/core/citations';
import { applyEdits } from '../../../src/core/edits';

type Asked = readonly (string | CiteRequest)[];

/** The text with `|` as the cursor, after the citation was inserted. */
function cited(syntax: Syntax, marked: string, requests: Asked, manner: CiteManner = {}): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { edits, cursor } = insertCitation(syntax, text, offset, requests.map((request) => (typeof request === 'string' ? { key: request } : request)), manner);
  const after = applyEdits(text, edits);
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
}

const noted: CiteRequest = { key: 'a', prefix: 'see', locator: 'p. 3', suffix: 'emphasis added' };

describe('Inserting a citation in MyST, Typst and Org', () => {
  const cases: readonly (readonly [Syntax, string, Asked, string, CiteManner?])[] = [
    ['myst', 'So it is |.', ['a', 'b'], 'So it is {cite:p}`a,b`|.'],
    ['myst', '|', [noted], '{cite:p}`{see}a{p. 3, emphasis added}`|'],
    ['myst', '|', ['a'], '{cite:t}`a`|', { inText: true }],
    ['myst', '{cite:p}`a|`', ['b'], '{cite:p}`a,b`|'],
    ['myst', '{cite:p}`a|, c`', ['b'], '{cite:p}`a, b, c`|'],
    ['myst', '{cite:t}`a{p. 3}`|', ['a', 'b'], '{cite:t}`a{p. 3},b`|'],
    ['myst', 'As [@x] says.\n\nSo |', ['a'], 'As [@x] says.\n\nSo [@a]|'],
    ['myst', 'As [@x|] says.', ['a'], 'As [@x; @a]| says.'],
    ['markdown', 'As {cite:p}`x|` says.', ['a'], 'As {cite:p}`x,a`| says.'],
    ['markdown', '|', [noted], '[see @a, p. 3, emphasis added]|'],
    ['markdown', '|', [{ key: 'a', suppressAuthor: true }], '[-@a]|'], ['markdown', 'word|[^1]', [{ key: 'a' }], 'word [@a]| [^1]'],
    ['markdown', '|', [{ key: 'a', locator: 'p. 3' }, 'b'], '@a [p. 3; @b]|', { inText: true }],
    ['markdown', '|', [{ key: 'a', suffix: '99 years later' }, { key: 'b', locator: 'the end' }], '[@a, {} 99 years later; @b, {the end}]|'],
    ['typst', 'So it is |.', ['a', 'b'], 'So it is @a @b|.'],
    ['typst', '|', [{ key: 'a', locator: 'p. 3', suffix: 'emphasis added' }], '@a[p. 3, emphasis added]|'],
    ['typst', '|', [noted], 'see @a[p. 3, emphasis added]|'],
    ['typst', '|', ['a'], '#cite(<a>, form: "prose")|', { inText: true }],
    ['typst', '|', [{ key: 'a', suppressAuthor: true, locator: '3' }], '#cite(<a>, supplement: [3], form: "year")|'],
    ['typst', '|', ['DBLP:x/y', 'ends-'], '#cite(label("DBLP:x/y")) @ends-|'],
    ['typst', '@a| argues', ['b'], '@a @b| argues'],
    ['typst', '@a[p. 3]| @c', ['b'], '@a[p. 3] @b @c|'],
    ['typst', '@a|', [{ key: 'a', locator: 'p. 3' }], '@a[p. 3]|'],
    ['typst', '#cite(<a>|)', [{ key: 'a', locator: 'p. 3' }, 'b'], '#cite(<a>, supplement: [p. 3]) @b|'],
    ['typst', 'text @|', ['a'], 'text @a|'],
    ['typst', '= Power <a>\n\n@a| says', ['b'], '= Power <a>\n\n@a @b| says'],
    ['org', 'So it is |.', ['a', 'b'], 'So it is [cite:@a; @b]|.'],
    ['org', '|', [noted], '[cite:see @a p. 3, emphasis added]|'],
    ['org', '|', ['a'], '[cite/t:@a]|', { inText: true }],
    ['org', '|', [{ key: 'a', suppressAuthor: true }], '[cite/na:@a]|'],
    ['org', '[cite:@a|]', ['b'], '[cite:@a; @b]|'],
    ['org', '[cite:@a p. 3|; @c]', ['b'], '[cite:@a p. 3; @b; @c]|'],
    ['org', '[cite:@a|]', [{ key: 'a', locator: 'p. 3' }], '[cite:@a p. 3]|'],
    ['org', '[cite:@|]', ['a'], '[cite:@a]|'],
    ['latex', '|', [{ key: 'a', locator: 'p. 3', suffix: 'emphasis added' }], '\\cite[p.~3, emphasis added]{a}|'],
    ['latex', '\\usepackage{natbib}\n|', ['a'], '\\usepackage{natbib}\n\\citet{a}|', { inText: true }],
    ['latex', '\\newcommand{\\seep}[1]{\\citep[see][]{#1}}\n\\seep{a|}', ['b'], '\\newcommand{\\seep}[1]{\\citep[see][]{#1}}\n\\seep{a,b}|'],
  ];
  for (const [syntax, before, requests, after, manner] of cases) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)} (${syntax})`, () => assert.equal(cited(syntax, before, requests, manner), after));
  }
});

describe('Changing a citation', () => {
  const keyAt = (syntax: Syntax, text: string, index: number) => {
    const draft = readDraft(syntax, text);
    return { draft, start: draft.citations.flatMap(({ keys }) => keys)[index]?.span.start ?? -1 };
  };
  const removals: readonly (readonly [Syntax, string, number, string])[] = [
    ['markdown', 'So [see @a, p. 3; @b].', 0, 'So [@b].'], ['markdown', 'So [@a; see @b, 3; @c].', 1, 'So [@a; @c].'], ['markdown', 'So [@a].', 0, 'So.'],
    ['markdown', '@a [p. 3; @b] says', 0, '[@b] says'], ['markdown', '@a [p. 3; @b] says', 1, '@a [p. 3] says'], ['markdown', '[@a] says', 0, 'says'],
    ['markdown', 'So {cite:p}`a,b`.', 0, 'So {cite:p}`b`.'],
    ['latex', 'So~\\autocite[3]{a, b}.', 0, 'So~\\autocite[3]{b}.'], ['latex', 'So \\autocites[3]{a}[5]{b}.', 1, 'So \\autocite[3]{a}.'],
    ['latex', 'So \\autocites[3]{a}[5]{b}{c}.', 0, 'So \\autocites[5]{b}{c}.'], ['latex', 'So \\cite{a}.', 0, 'So.'],
    ['typst', 'So @a[p. 3] @b.', 0, 'So @b.'], ['typst', 'So @a[p. 3] @b.', 1, 'So @a[p. 3].'], ['typst', 'So #cite(<a>, form: "prose").', 0, 'So.'],
    ['org', 'So [cite:see @a p. 3; @b].', 0, 'So [cite:@b].'], ['org', 'So [cite/t:@a; @b].', 1, 'So [cite/t:@a].'],
  ];
  for (const [syntax, text, index, after] of removals) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(text)} by taking one out`, () => {
      const { draft, start } = keyAt(syntax, text, index);
      assert.equal(applyEdits(text, removeKey(draft, start)), after);
    });
  }

  const changes: readonly (readonly [Syntax, string, number, Parameters<typeof changeKey>[2], string])[] = [
    ['markdown', '[@a; @b]', 0, { locator: 'p. 3' }, '[@a, p. 3; @b]'], ['markdown', '[see @a, p. 3 and more; @b]', 0, { locator: '', prefix: 'cf.' }, '[cf. @a, and more; @b]'],
    ['markdown', '@a says', 0, { locator: 'p. 3' }, '@a [p. 3] says'], ['markdown', '@a [p. 3] says', 0, { prefix: 'see' }, '[see @a, p. 3] says'],
    ['markdown', '[@a, p. 3]', 0, { suppressAuthor: true }, '[-@a, p. 3]'], ['markdown', '[-@a]', 0, { suppressAuthor: false }, '[@a]'], ['markdown', '@a [p. 3]', 0, { suppressAuthor: true }, '[-@a, p. 3]'],
    ['latex', '\\cite{a}', 0, { locator: '3' }, '\\cite[3]{a}'], ['latex', '\\usepackage{biblatex}\\autocite{a,b}', 0, { locator: 'p. 3' }, '\\usepackage{biblatex}\\autocites[3]{a}{b}'],
    ['latex', '\\cite{a,b}', 1, { locator: '3' }, '\\cite[3]{a,b}'], ['latex', '\\cite[see][3]{a}', 0, { prefix: '', locator: '' }, '\\cite{a}'],
    ['typst', '@a', 0, { suppressAuthor: true }, '#cite(<a>, form: "year")'], ['typst', '#cite(<a>, supplement: [p. 3], style: "apa")', 0, { locator: 'p. 4' }, '#cite(<a>, supplement: [p. 4], style: "apa")'],
    ['org', '[cite:@a p. 3]', 0, { locator: 'ch. 4', prefix: 'see' }, '[cite:see @a ch. 4]'], ['org', '[cite:@a]', 0, { suppressAuthor: true }, '[cite/na:@a]'],
    ['myst', '{cite:p}`a,b`', 1, { locator: 'p. 3', prefix: 'see' }, '{cite:p}`a,{see}b{p. 3}`'],
  ];
  for (const [syntax, text, index, change, after] of changes) {
    it(`makes ${JSON.stringify(after)} of ${JSON.stringify(text)}`, () => {
      const { draft, start } = keyAt(syntax, text, index);
      assert.equal(applyEdits(text, changeKey(draft, start, change)), after);
    });
  }

  it('renames a key with the signs that the new one needs', () => {
    const renamed = (syntax: Syntax, text: string, name: string) => applyEdits(text, renameKey(readDraft(syntax, text), 'a', name));
    assert.equal(renamed('markdown', '[@a] @a `@a` {cite:p}`a`', 'odd key'), '[@{odd key}] @{odd key} `@a` {cite:p}`odd key`');
    assert.equal(renamed('markdown', '---\nnocite: "@a"\n---\n@{a}', 'b'), '---\nnocite: "@b"\n---\n@{b}');
    assert.equal(renamed('latex', '\\cite{a,b}\\bibitem{a} % \\cite{a}', 'c'), '\\cite{c,b}\\bibitem{c} % \\cite{a}');
    assert.equal(renamed('typst', '@a[3] #cite(<a>, form: "prose")', 'x/y'), '#cite(label("x/y"), supplement: [3]) #cite(label("x/y"), form: "prose")');
    assert.equal(renamed('org', '[cite:@a p. 3; @b]', 'c'), '[cite:@c p. 3; @b]');
  });
});

describe('Completing a citation in MyST, Typst and Org', () => {
  const cases: readonly (readonly [Syntax, string, string | undefined])[] = [
    ['myst', 'as {cite:p}`na|`', 'na→na'], ['myst', '{cite:t}`a, na|zar`', 'na→nazar'], ['myst', '{cite:p}`{see|}a`', undefined], ['myst', '{ref}`na|`', undefined], ['markdown', '{cite}`|`', '→'],
    ['typst', 'as @na|', 'na→na'], ['typst', '@na|zar2012', 'na→nazar2012'], ['typst', '#cite(<na|>)', 'na→na'], ['typst', '// @na|', undefined], ['typst', '`@na|`', undefined], ['typst', '@mul vec|', 'mul vec→mul vec'],
    ['org', '[cite:@na|]', 'na→na'], ['org', '[cite/t:see @a p. 3; @mul vec|]', 'mul vec→mul vec'], ['org', 'mail @na|', undefined], ['org', '=[cite:@na|]=', undefined], ['org', '[cite:@a] and @b|', undefined],
  ];
  for (const [syntax, marked, wanted] of cases) {
    it(`at ${JSON.stringify(marked)} replaces ${wanted ?? 'nothing'} (${syntax})`, () => {
      const text = marked.replace('|', '');
      const context = completionAt(syntax, text, marked.indexOf('|'));
      assert.equal(context && `${context.typed}→${text.slice(context.replace.start, context.replace.end)}`, wanted);
    });
  }
});

describe('Commands of one’s own', () => {
  it('cite when a setting names them', () => {
    assert.deepEqual(readDraft('latex', '\\zit{a} \\zit*[3]{b}').citations, []);
    const named = readDraft('latex', '\\zit{a} \\zit*[3]{b}', { citeCommands: ['\\zit'] }).citations;
    assert.deepEqual(named.flatMap(({ keys }) => keys.map(({ key }) => key)), ['a', 'b']);
  });

  it('cite everywhere once an edit of the preamble defines them', () => {
    const body = '\n\nText \\zit{a}.\n\nMore \\zit{b}.\n';
    const before = readDraft('latex', `\\usepackage{natbib}${body}`);
    assert.deepEqual(before.citations, []);
    const after = readDraft('latex', `\\usepackage{natbib}\\newcommand{\\zit}[1]{\\citep{#1}}${body}`, {}, before);
    assert.deepEqual(after.citations.flatMap(({ keys }) => keys.map(({ key }) => key)), ['a', 'b']);
    assert.deepEqual(readDraft('latex', `\\usepackage{natbib}${body}`, {}, after).citations, []);
  });
});

describe('A long chapter', function () {
  this.timeout(30_000);
  const about = 'In recent years scholars have argued that small states do not choose between patrons; they spread their risks. Whether it explains voting is open to 50\\% of them.';
  const citing: { readonly [S in Syntax]: string } = {
    markdown: '[see @lee2018, pp. 3-5; @kim2020] `code` [link](https://x.org/a)', myst: '{cite:p}`lee2018,kim2020`', typst: '@lee2018[p. 3] #cite(<kim2020>, form: "prose")',
    latex: '\\autocite[see][3]{lee2018,kim2020} % why\n and \\textcite{b} \\emph{x}', org: '[cite:see @lee2018 p. 3; @kim2020] =code=',
  };
  /** The quickest of several tries, in milliseconds: what the work takes when nothing else has the machine. */
  const quickest = (tries: number, work: () => void): number => Math.min(...Array.from({ length: tries }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }));

  for (const syntax of Object.keys(citing) as Syntax[]) {
    // On a quiet machine it takes less than 50 ms; a test must also hold on a busy one.
    it(`of a megabyte is read at once, and after an edit sooner still (${syntax})`, () => {
      const text = `${about} ${citing[syntax]} ${about}\n\n`.repeat(Math.ceil(1_000_000 / (2 * about.length + citing[syntax].length + 4)));
      const whole = quickest(12, () => void readDraft(syntax, text));
      const draft = readDraft(syntax, text);
      const edit = quickest(12, () => void readDraft(syntax, `${text.slice(0, 500_000)}x${text.slice(500_000)}`, {}, draft));
      assert.ok(whole < 300, `${whole} ms`);
      assert.ok(edit < whole, `${edit} ms after an edit, ${whole} ms for the whole`);
    });
  }
});
