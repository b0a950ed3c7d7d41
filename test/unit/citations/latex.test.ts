import assert from 'node:assert/strict';
import { citeCommand, citedKeyAt, completionAt, findCitations, insertCitation, readDraft, removeKey, type CiteRequest } from '../../../src/core/citations';
import { applyEdits } from '../../../src/core/edits';

/** `command key<prefix>{locator} …` of each citation. */
const found = (text: string): readonly string[] => findCitations('latex', text).map(({ command, keys }) =>
  [command, ...keys.map(({ key, prefix, locator, suffix }) =>
    `${key}${prefix ? `<${prefix}>` : ''}${locator ? `{${locator}}` : ''}${suffix ? `(${suffix})` : ''}`)].join(' '));

/** The text with `|` as the cursor, after the citation was inserted. */
function cited(marked: string, requests: readonly (string | CiteRequest)[], command?: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const asked = requests.map((request) => (typeof request === 'string' ? { key: request } : request));
  const { edits, cursor } = insertCitation('latex', text, offset, asked, command === undefined ? {} : { command });
  const after = applyEdits(text, edits);
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
}

function typing(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const context = completionAt('latex', text, offset);
  return context && `${context.typed}→${text.slice(context.replace.start, context.replace.end)}`;
}

const biblatex = '\\usepackage[style=apa]{biblatex}\n';
const natbib = '\\usepackage{amsmath, natbib}\n';

describe('Citations in LaTeX', () => {
  const golden: readonly (readonly [string, readonly string[]])[] = [
    ['Power is relational~\\autocite{lee2018}.', ['autocite lee2018']],
    ['\\cite{a,b , c}', ['cite a b c']],
    ['\\citep[see][p.~3]{a,b}', ['citep a<see> b{p.~3}']],
    ['\\citet[3]{a}', ['citet a{3}']],
    ['\\citet*{a} \\Citealp*[3]{b}', ['citet* a', 'Citealp* b{3}']],
    ['\\parencite[see][]{a}', ['parencite a<see>']],
    ['\\textcite [3] {a}', ['textcite a{3}']],
    ['\\Textcite{a}\\footcite[5]{b}\\footcitetext{c}\\smartcite{d}\\supercite{e}', ['Textcite a', 'footcite b{5}', 'footcitetext c', 'smartcite d', 'supercite e']],
    ['\\autocite[\\S 3]{a}\\autocite[\\S~3--5 and more]{b}\\autocite[\\S\\S 3, 5]{c}\\autocite[\\P{}7]{d}\\autocite[\\textsection 2]{e}', ['autocite a{\\S 3}', 'autocite b{\\S~3--5}(and more)', 'autocite c{\\S\\S 3, 5}', 'autocite d{\\P{}7}', 'autocite e{\\textsection 2}']],
    ['\\autocite[\\Sigma 3]{a}\\autocite[\\S]{b}\\autocite[\\S{} of it]{c}', ['autocite a(\\Sigma 3)', 'autocite b(\\S)', 'autocite c(\\S{} of it)']],
    ['\\autocites(pre)(post)[p][q]{a}[r][s]{b}', ['autocites a<p>(q) b<r>(s)']],
    ['\\autocites[3]{a}[5]{b,c}{d}', ['autocites a{3} b c{5} d']],
    ['\\parencites(see)()[3]{a}%\n  [5]{b}', ['parencites a{3} b{5}']],
    ['\\volcite[see]{2}[15]{a}', ['volcite a<see>{15}']],
    ['\\pvolcite{2}{a} and \\avolcites{1}[3]{a}{2}[4]{b}', ['pvolcite a{2}', 'avolcites a{3} b{4}']],
    ['\\nocite{*} \\nocite{a,b}', ['nocite a b']],
    ['\\citeauthor{a} (\\citeyear{a}) \\citetitle*{b} \\citefield{c}{doi}', ['citeauthor a', 'citeyear a', 'citetitle* b', 'citefield c']],
    ['\\fullcite{a} \\footfullcite[1]{b} \\bibentry{c} \\citenum{d}', ['fullcite a', 'footfullcite b{1}', 'bibentry c', 'citenum d']],
    ['\\textcquote[152]{yuneman2023}{the main vector} \\foreigntextcquote{ru}[3]{a}{text}', ['textcquote yuneman2023{152}', 'foreigntextcquote a{3}']],
    ['\\defcitealias{a}{Paper I}\\citepalias{a}', ['defcitealias a', 'citepalias a']],
    ['\\shortciteA<see>[p. 3]{a}', ['shortciteA a<see>{p. 3}']],
    ['\\cite[see {[}x{]} \\emph{y}][3]{a}', ['cite a<see {[}x{]} \\emph{y}>{3}']],
    ['\\footcite[see also \\cite[2]{b}]{a}', ['footcite a(see also \\cite[2]{b})', 'cite b{2}']],
    ['\\footnote{See \\cite{a} and \\textbf{\\cite{b}}.}', ['cite a', 'cite b']],
    ['\\autocite[%\n  3% page\n]{%\n  a, % first\n  b}', ['autocite a b{3}']],
    ['\\cite\n{a}', ['cite a']],
    ['\\cite\n\n{a}', []],
    ['% \\cite{old}\n\\cite{new} % \\cite{x}', ['cite new']],
    ['5\\% of \\cite{a}', ['cite a']],
    ['\\\\% \\cite{a}\n\\cite{b}', ['cite b']],
    ['\\\\cite{a} \\\\\\cite{b}', ['cite b']],
    ['\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}\\cite{b}', ['cite b']],
    ['\\begin{lstlisting}[language=TeX]\n\\cite{a} % \\end{x}\n\\end{lstlisting}\n\\cite{b}', ['cite b']],
    ['\\begin{comment}\n\\cite{a}\n\\end{comment} \\cite{b}', ['cite b']],
    ['\\begin{minted}{tex}\n\\cite{a}\n', []],
    ['\\verb|\\cite{a}| \\verb*+\\cite{b}+ \\lstinline{\\cite} \\mintinline{tex}|\\cite{c}| \\cite{d}', ['cite d']],
    ['\\verbatiminput{x} \\cite{a}', ['cite a']],
    ['\\iffalse \\cite{a} \\ifx\\a\\b \\fi \\cite{b} \\fi \\cite{c}', ['cite c']],
    ['\\iffalse \\cite{a} \\else \\cite{b} \\fi', ['cite b']],
    ['\\iff \\cite{a}', ['cite a']],
    ['\\url{http://x.org/a%20b} \\cite{a} \\href{http://y%2F}{text \\cite{b}}', ['cite a', 'cite b']],
    ['\\newcommand{\\mycite}[1]{\\cite{#1}} \\cite{\\key} \\cite{a}', ['cite a']],
    ['\\citestyle{authoryear} \\setcitestyle{round} \\citereset \\DeclareCiteCommand{\\x}{}{}{}{}', []],
    ['<<plot>>=\nx <- "\\\\cite{a}"\n@\n\\cite{b}', ['cite b']],
    ['\\cite{a}\\end{document} \\cite{b}', ['cite a']],
    ['\\cite{Назарбаев2012,o\'neil:2001_x-y.z/1}', ['cite Назарбаев2012 o\'neil:2001_x-y.z/1']],
    ['\\cite{} \\cite{,} \\cite{a,,b}', ['cite a b']],
    ['\\cite{unclosed and prose\n\n\\cite{b}', ['cite b']],
    ['\\cite[unclosed {a} \\cite{b}', ['cite b']],
    ['\\textbf{\\cite{a } more}', ['cite a']],
    ['\\cite', []], ['\\', []], ['{', []], ['a@b.c [@key]', []],
  ];
  for (const [text, wanted] of golden) {
    it(`finds ${wanted.length === 0 ? 'nothing' : wanted.join(', ')} in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), wanted));
  }

  it('gives the span of each key and of the whole command', () => {
    const text = '% c\nx \\autocites[3]{a}%\n[5]{ b ,c} y';
    const [citation] = findCitations('latex', text);
    assert.equal(text.slice(citation?.span.start, citation?.span.end), '\\autocites[3]{a}%\n[5]{ b ,c}');
    assert.deepEqual(citation?.keys.map(({ span }) => text.slice(span.start, span.end)), ['a', 'b', 'c']);
  });
});

describe('The command to cite with', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'cite'], [biblatex, 'autocite'], ['\\usepackage{biblatex-chicago}', 'autocite'], ['\\addbibresource{x.bib}', 'autocite'],
    [natbib, 'citep'], ['\\usepackage[round,\n authoryear]{natbib}', 'citep'], ['%\\usepackage{natbib}', 'cite'],
    [`${biblatex}\\parencite{a} \\parencites{a}{b} \\autocite{c} \\citeauthor{d}\\citeauthor{d}\\nocite{x}\\nocite{y}`, 'parencite'],
    [`${natbib}\\citet{a}`, 'citet'],
  ];
  for (const [text, wanted] of cases) it(`is ${wanted} for ${JSON.stringify(text)}`, () => assert.equal(citeCommand(text), wanted));
});

describe('Inserting a citation in LaTeX', () => {
  const pages: readonly CiteRequest[] = [{ key: 'a', locator: 'p. 3' }, { key: 'b', locator: '5–7', prefix: 'see' }];
  const cases: readonly (readonly [string, readonly (string | CiteRequest)[], string])[] = [
    ['x |', ['a', 'b'], 'x \\cite{a,b}|'],
    [`${biblatex}|`, ['a', 'b'], `${biblatex}\\autocite{a,b}|`],
    [`${biblatex}|`, pages, `${biblatex}\\autocites[3]{a}[see][5--7]{b}|`],
    [`${biblatex}|`, [{ key: 'a', locator: 'ch. 2' }], `${biblatex}\\autocite[ch. 2]{a}|`],
    [`${biblatex}|`, [{ key: 'a', prefix: 'see' }], `${biblatex}\\autocite[see][]{a}|`],
    [`${natbib}|`, pages, `${natbib}\\citetext{\\citealp[p.~3]{a}; \\citealp[see][5--7]{b}}|`],
    ['|', pages, '\\cite[p.~3]{a} \\cite[see][5--7]{b}|'],
    ['|', [{ key: 'a', locator: '50% [x] §4' }], '\\cite[{50\\% [x] §4}]{a}|'],
    ['\\\\|', ['a'], '\\\\\\cite{a}|'],
    ['\\cite{a|}', ['b'], '\\cite{a,b}|'],
    ['\\cite{a}|', ['b'], '\\cite{a,b}|'],
    ['\\cite|{a}', ['b'], '\\cite{a,b}|'],
    ['\\cite{a|, c}', ['b'], '\\cite{a, b, c}|'],
    ['\\cite{a, |}', ['b'], '\\cite{a, b}|'],
    ['\\cite{|}', ['b', 'c'], '\\cite{b,c}|'],
    ['\\cite{a, % why\n c % end\n}|', ['b'], '\\cite{a, % why\n c, b % end\n}|'],
    ['\\cite{a|}', ['a'], '\\cite{a}|'],
    ['\\cite{a|,b}', ['b', 'c', 'a', 'c'], '\\cite{a,c,b}|'],
    ['\\cite[see][]{a|}', ['b'], '\\cite[see][]{a,b}|'],
    ['\\autocite[3]{a|}', ['b'], '\\autocites[3]{a}{b}|'],
    ['\\autocite[3]{a|}', [{ key: 'b', locator: '5' }], '\\autocites[3]{a}[5]{b}|'],
    ['\\parencite*[3]{a|}', ['b'], '\\parencite*[3]{a} \\parencite*{b}|'],
    ['\\citep[3]{a}|', ['b'], '\\citetext{\\citealp[3]{a}; \\citealp{b}}|'],
    ['\\citetext{\\citealp[3]{a}; \\citealp{b}}|', [{ key: 'c', locator: 'p. 5' }], '\\citetext{\\citealp[3]{a}; \\citealp{b}; \\citealp[p.~5]{c}}|'],
    ['(\\citealp[3]{a|})', [{ key: 'c', locator: '5' }], '(\\citealp[3]{a}; \\citealp[5]{c}|)'],
    ['\\citep*[see][3]{a|}', ['b'], '\\citetext{\\citealp*[see][3]{a}; \\citealp*{b}}|'],
    ['\\autocites[3]{a}|[4]{c}', [{ key: 'b', locator: '5' }], '\\autocites[3]{a}[4]{c}[5]{b}|'],
    ['\\autocite{a|}', [{ key: 'a', locator: 'p. 3' }], '\\autocite[3]{a}|'],
    ['\\autocite[3]{a|}', [{ key: 'a', locator: 'p. 3' }], '\\autocite[3]{a}|'],
    ['\\volcite{2}[3]{a|}', ['b'], '\\volcite{2}[3]{a} \\cite{b}|'],
    ['\\nocite{a|}', [{ key: 'b', locator: '3' }], '\\nocite{a,b}|'],
    ['\\newcommand{\\x}[1]{\\cite{#1|}}', ['b'], '\\newcommand{\\x}[1]{\\cite{#1} \\cite{b}|}'],
    ['\\footcite[see \\cite{b|}]{a}', ['c'], '\\footcite[see \\cite{b,c}|]{a}'],
    ['% \\cite{a|}', ['b'], '% \\cite{a\\cite{b}|}'],
    ['|', [], '|'],
  ];
  for (const [before, requests, after] of cases) it(`makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => assert.equal(cited(before, requests), after));

  it('takes sources out of natbib’s brackets for several, with their semicolons', () => {
    const text = '\\usepackage{natbib} So \\citetext{\\citealp[3]{a}; \\citealp{b}; \\citealp[p.~5]{c}}.';
    const without = (from: string, key: string): string => applyEdits(from, removeKey(readDraft('latex', from), from.indexOf(`{${key}}`) + 1));
    assert.equal(without(text, 'b'), text.replace(' \\citealp{b};', ''));
    assert.equal(without(text, 'a'), text.replace('\\citealp[3]{a}; ', ''));
    assert.equal(without(without(text, 'c'), 'b'), '\\usepackage{natbib} So \\citetext{\\citealp[3]{a}}.');
    assert.equal(without('So \\citetext{\\citealp[3]{a}}.', 'a'), 'So.');
  });

  it('takes the command that was chosen', () => {
    assert.equal(cited(`${biblatex}|`, ['a'], 'textcite'), `${biblatex}\\textcite{a}|`);
    assert.equal(cited('|', ['a', { key: 'b', locator: '3' }], 'nocite'), '\\nocite{a,b}|');
  });
});

describe('Completing a citation in LaTeX', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['\\cite{|', '→'], ['\\cite{|}', '→'], ['\\cite{naz|', 'naz→naz'], ['\\cite{a, naz|arbaev, b}', 'naz→nazarbaev'],
    ['\\autocite[see][3]{a,mul vec|', 'mul vec→mul vec'], ['\\autocites[3]{a}[5]{b|', 'b→b'], ['\\footnote{x \\parencite*{Наз|}}', 'Наз→Наз'],
    ['\\cite{a|\n\nmore } x', 'a→a'], ['\\textcquote[3]{yun|}{the}', 'yun→yun'], ['\\volcite{2}[3]{a|}', 'a→a'],
    ['\\citestyle{a|', undefined], ['\\cite[p|]{a}', undefined], ['\\cite{a} b|', undefined], ['% \\cite{a|', undefined],
    ['\\verb|', undefined], ['\\begin{verbatim}\\cite{a|', undefined], ['\\textcquote{a}{b|', undefined], ['|\\cite{a}', undefined],
    ['\\section{a|}', undefined], ['\\cite{\\ke|', undefined],
  ];
  for (const [text, wanted] of cases) it(`at ${JSON.stringify(text)} replaces ${wanted ?? 'nothing'}`, () => assert.equal(typing(text), wanted));

  it('tells the key at a position and none beside it', () => {
    const text = '\\cite[3]{ab, c}';
    assert.deepEqual([0, 6, 9, 11, 12, 13, 14, 15].map((offset) => citedKeyAt('latex', text, offset)?.key),
      [undefined, undefined, 'ab', 'ab', undefined, 'c', 'c', undefined]);
  });
});
