/** What sources say seldom, in each format: emphasis of every kind, values that are no text, names and dates that are not like others. */
import assert from 'node:assert/strict';
import { readYaml } from '../../../src/core/engine';
import { writeBibliography, type ExportFormat } from '../../../src/core/exports';
import type { Item } from '../../../src/core/source';

const written = (fields: object, format: ExportFormat): string => writeBibliography([{ id: 'k', type: 'book', ...fields } as Item], format);
/** The value of a field of an entry, without the braces around it. */
const field = (fields: object, name: string, format: ExportFormat = 'biblatex'): string | undefined =>
  written(fields, format).split('\n').find((line) => line.startsWith(`  ${name} = {`))?.slice(name.length + 6, -2);
const tags = (fields: object, tag: string): readonly string[] =>
  written(fields, 'ris').split('\n').filter((line) => line.startsWith(`${tag}  - `)).map((line) => line.slice(6));

const emphasised = 'a <i>b</i> <b>c</b> <sup>d</sup> <sub>e</sub> <sc>f</sc> <span style="font-variant:small-caps;">g</span> <span class="nocase">h</span> <span>i</span>';

describe('emphasis of every kind', () => {
  it('is a command in BibLaTeX; a span that means nothing is left out', () => {
    assert.equal(field({ note: emphasised }, 'note'), 'a \\emph{b} \\textbf{c} \\textsuperscript{d} \\textsubscript{e} \\textsc{f} \\textsc{g} {h} i');
  });

  it('is that of Pandoc in CSL YAML', async () => {
    const read = await readYaml(written({ title: emphasised }, 'csl-yaml')) as unknown as { readonly references: readonly Item[] };
    assert.equal(read.references[0]?.title, 'a *b* **c** ^d^ ~e~ [f]{.smallcaps} [g]{.smallcaps} [h]{.nocase} i');
  });

  it('is left out in RIS, which knows none', () => {
    assert.deepEqual(tags({ title: 'a <i>b</i> <sup>c</sup>' }, 'TI'), ['a b c']);
  });
});

describe('a value that is no text', () => {
  it('is written as what it says', () => {
    assert.equal(field({ volume: 3 }, 'volume'), '3');
    assert.equal(field({ 'odd-list': ['a', 'b'] }, 'csl-odd-list'), 'a, b');
    assert.equal(field({ odd: { a: 1 } }, 'csl-odd'), '\\{"a":1\\}');
    assert.equal(field({ odd: true }, 'csl-odd'), 'true');
    assert.equal(field({ odd: null }, 'csl-odd'), undefined);
    assert.deepEqual(tags({ volume: 3 }, 'VL'), ['3']);
    assert.deepEqual(tags({ volume: { a: 1 } }, 'VL'), []);
  });

  it('stays of its kind in CSL YAML', () => {
    const text = written({ volume: 3, odd: { a: [1, '*'] } }, 'csl-yaml');
    assert.ok(text.includes('"volume": 3\n') && text.includes('"odd": {"a":[1,"\\\\*"]}\n'), text);
  });
});

describe('a field that two things want', () => {
  it('is that of the first; the other stands under the name that CSL gives it', () => {
    const article = { type: 'article-journal', 'container-title': 'Polity' };
    assert.equal(field({ ...article, 'container-title-short': 'Pol.' }, 'shortjournal'), 'Pol.');
    assert.equal(field({ ...article, journalAbbreviation: 'Pol.' }, 'shortjournal'), 'Pol.');
    assert.equal(field({ journalAbbreviation: 'Pol.' }, 'csl-journalabbreviation'), 'Pol.');
    assert.equal(field({ shortTitle: 'Short' }, 'shorttitle'), 'Short');
    assert.equal(field({ event: 'A Meeting' }, 'eventtitle'), 'A Meeting');
    assert.deepEqual(['eprint', 'eprinttype'].map((name) => field({ PMID: '123' }, name)), ['123', 'pubmed']);
    assert.deepEqual(['eprint', 'eprinttype', 'csl-pmid'].map((name) => field({ PMID: '123', custom: { unmapped: { eprint: '2101.1', eprinttype: 'arxiv' } } }, name)), ['2101.1', 'arxiv', '123']);
  });

  it('is “publisher” for who prints a manuscript, when an institution was brought along', () => {
    assert.equal(field({ type: 'manuscript', publisher: 'Pier Press', custom: { unmapped: { institution: 'The Pier' } } }, 'publisher'), 'Pier Press');
  });
});

describe('a key', () => {
  it('of no letter that BibTeX takes is “source”', () => {
    assert.match(writeBibliography([{ id: '@{}', type: 'book', title: 'T' }], 'biblatex'), /^@book\{source,/u);
  });
});

describe('a name', () => {
  it('that begins with a small letter, or has only a given name, is held together', () => {
    const author = (name: object): string | undefined => field({ author: [name] }, 'author');
    assert.equal(author({ family: 'van Pier', given: 'Ida' }), '{van Pier}, Ida');
    assert.equal(author({ family: 'Pier', 'non-dropping-particle': 'van', given: 'Ida' }), 'van Pier, Ida');
    assert.equal(author({ family: 'der Pier', 'non-dropping-particle': 'van', given: 'Ida' }), 'van {der Pier}, Ida');
    assert.equal(author({ family: 'Pier', 'non-dropping-particle': 'd’', given: 'Ida' }), '{d’Pier}, Ida');
    assert.equal(author({ given: 'Ida' }), '{Ida}');
    assert.equal(author({ given: ' ' }), undefined);
    assert.equal(author({ literal: 'others' }), 'others');
    assert.equal(author({ family: 'Pier', given: 'Ida', suffix: 'Jr' }), 'Pier, Jr, Ida');
  });

  it('has its suffix last in RIS', () => {
    assert.deepEqual(tags({ author: [{ family: 'Pier', given: 'Ida', suffix: 'Jr' }, { given: 'Ida' }, { literal: 'The Pier' }] }, 'AU'), ['Pier, Ida, Jr', 'Ida', 'The Pier']);
  });
});

describe('a date in RIS', () => {
  it('has its season or its end in the last place, and is words where it is only words', () => {
    assert.deepEqual(tags({ issued: { 'date-parts': [[2021]], season: 1 } }, 'DA'), ['2021///Spring']);
    assert.deepEqual(tags({ issued: { 'date-parts': [[2021]], season: 9 } }, 'DA'), []);
    assert.deepEqual(tags({ issued: { 'date-parts': [[2019], [2021]] } }, 'DA'), ['2019///to 2021']);
    assert.deepEqual(tags({ issued: { 'date-parts': [[2019], [2019]] } }, 'DA'), []);
    assert.deepEqual(tags({ issued: { literal: 'forthcoming' } }, 'PY'), ['forthcoming']);
    assert.deepEqual(tags({ issued: { raw: 'about 1990' } }, 'PY'), ['about 1990']);
    assert.deepEqual(tags({ issued: {} }, 'PY'), []);
  });
});

describe('a record in RIS', () => {
  it('has what was printed of a meeting apart from the meeting', () => {
    const paper = { type: 'paper-conference', 'event-title': 'A Meeting', 'container-title': 'What Was Said' };
    assert.deepEqual([...tags(paper, 'C3'), ...tags(paper, 'T2')].sort(), ['A Meeting', 'What Was Said']);
  });

  it('takes no line of an abstract for a tag of its own', () => {
    assert.equal(written({ abstract: 'One.\nTY  - JOUR\nTwo.' }, 'ris').match(/^TY {2}- /gmu)?.length, 1);
  });

  it('is written back without the tags that begin and end one', () => {
    const text = written({ custom: { unmapped: { TY: 'JOUR', ER: 'x', U1: ['one', 'two'], lower: 'x' } } }, 'ris');
    assert.deepEqual(text.match(/^(?:TY|ER|U1|lower).*$/gmu), ['TY  - BOOK', 'U1  - one', 'U1  - two', 'ER  - ']);
  });
});

describe('emphasis that a line of TeX has', () => {
  it('of mathematics is kept where it closes, and is words where it does not', () => {
    const brought = (note: string): string | undefined => field({ custom: { unmapped: { note } } }, 'note');
    assert.equal(brought('$x^2 & y$ and a & b'), '$x^2 \\& y$ and a \\& b');
    assert.equal(brought('a $ and x_1^2'), 'a \\$ and x\\_1\\textasciicircum{}2');
    assert.equal(brought('\\emph{a} \\input{b} \\% \\'), '\\emph{a} \\textbackslash{}input{b} \\% \\textbackslash{}');
    assert.equal(brought('50% of #1'), '50\\% of \\#1');
  });
});
