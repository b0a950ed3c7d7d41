import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  checkCitations, isRetracted, knownSources, nearKeys, readDraft, resolvePath, scopeOf, syntaxOfPath, unusedKeys,
  type DraftFacts, type Recorded, type Records,
} from '../../../src/core/citations';
import { editDistance } from '../../../src/core/citations/nearKeys';
import { applyEdits } from '../../../src/core/edits';
import { fold } from '../../../src/core/fold';
import type { Item } from '../../../src/core/source';

const item = (id: string, family: string, year: number, more: Partial<Item> = {}): Item =>
  ({ id, type: 'article-journal', title: `A work of ${family} in ${year}`, author: [{ family, given: 'A.' }], issued: { 'date-parts': [[year]] }, ...more });

/** A workspace of texts; what `scopeOf` finds for a path in it. */
async function scopeIn(files: { readonly [path: string]: string }, path: string) {
  const drafts = new Map<string, DraftFacts>();
  for (const [name, text] of Object.entries(files)) {
    const syntax = syntaxOfPath(name);
    if (syntax !== undefined) drafts.set(name, { path: name, syntax, facts: readDraft(syntax, text).facts });
  }
  const draft = drafts.get(path) ?? assert.fail(path);
  return scopeOf(draft, drafts, (name) => Promise.resolve(files[name]));
}
const namedIn = async (files: { readonly [path: string]: string }, path: string): Promise<readonly string[]> =>
  (await scopeIn(files, path)).bibliographies.map((one) => one.path);

describe('The bibliographies of a draft', () => {
  const cases: readonly (readonly [string, { readonly [path: string]: string }, string, readonly string[]])[] = [
    ['one in its front matter', { 'a/b.md': '---\nbibliography: refs.bib\n---\n' }, 'a/b.md', ['a/refs.bib']],
    ['a list in brackets', { 'b.md': '---\nbibliography: [refs.bib, "my refs.json"] # both\n---\n' }, 'b.md', ['refs.bib', 'my refs.json']],
    ['a list with dashes', { 'a/b.qmd': "---\ntitle: x\nbibliography:\n  - ../refs.bib\n  - 'x y.bib'\nlang: de\n---\n" }, 'a/b.qmd', ['refs.bib', 'a/x y.bib']],
    ['none in the text', { 'b.md': 'bibliography: refs.bib\n' }, 'b.md', []],
    ['that of the Quarto project above', { 'p/ch/b.qmd': '# x', 'p/_quarto.yml': 'project:\n  type: book\nbibliography: refs.bib\n' }, 'p/ch/b.qmd', ['p/refs.bib']],
    ['that of a folder’s metadata besides', { 'p/ch/b.qmd': '# x', 'p/_quarto.yml': 'bibliography: refs.bib\n', 'p/ch/_metadata.yml': 'bibliography:\n- own.bib\n' }, 'p/ch/b.qmd', ['p/ch/own.bib', 'p/refs.bib']],
    ['none of a project above the project', { 'p/q/b.qmd': '# x', 'p/_quarto.yml': 'bibliography: refs.bib\n', 'p/q/_quarto.yml': 'project:\n  type: default\n' }, 'p/q/b.qmd', []],
    ['that of a book’s first file', { '01-intro.Rmd': '# x', 'index.Rmd': '---\nbibliography: [book.bib]\n---\n' }, '01-intro.Rmd', ['book.bib']],
    ['that of a MyST project', { 'b.myst': '{cite:p}`a`', 'myst.yml': 'version: 1\nproject:\n  bibliography:\n    - refs.bib\n' }, 'b.myst', ['refs.bib']],
    ['those LaTeX adds', { 'a.tex': '\\addbibresource{refs.bib}\\addglobalbib[label=x]{more.bib} % \\addbibresource{no.bib}' }, 'a.tex', ['refs.bib', 'more.bib']],
    ['those of BibTeX, without their ending', { 'a.tex': '\\bibliography{refs, sub/more}' }, 'a.tex', ['refs.bib', 'sub/more.bib']],
    ['those of the file that takes a chapter in', { 'main.tex': '\\addbibresource{refs.bib}\\input{ch/one}', 'ch/one.tex': 'x' }, 'ch/one.tex', ['refs.bib']],
    ['those of the file above the file that takes it in', { 'main.tex': '\\addbibresource{refs.bib}\\include{ch/one}', 'ch/one.tex': '\\input{ch/two}', 'ch/two.tex': 'x' }, 'ch/two.tex', ['refs.bib']],
    ['those of the root that a remark names', { 'x/thesis.tex': '\\addbibresource{refs.bib}', 'x/ch/one.tex': '% !TeX root = ../thesis.tex\nText' }, 'x/ch/one.tex', ['x/refs.bib']],
    ['those of the root that subfiles names', { 'x/thesis.tex': '\\addbibresource{refs.bib}', 'x/ch/one.tex': '\\documentclass[../thesis.tex]{subfiles}' }, 'x/ch/one.tex', ['x/refs.bib']],
    ['those of its preamble', { 'main.tex': '\\input{preamble}\\cite{a}', 'preamble.tex': '\\addbibresource{refs.bib}' }, 'main.tex', ['refs.bib']],
    ['Typst’s', { 'a.typ': '#bibliography(("a.bib", "b.yml"), title: "x")' }, 'a.typ', ['a.bib', 'b.yml']],
    ['those of the Typst file that takes it in', { 'main.typ': '#include "ch.typ"\n#bibliography("a.bib")', 'ch.typ': '@a' }, 'ch.typ', ['a.bib']],
    ['Org’s', { 'a.org': '#+bibliography: refs.bib\n#+BIBLIOGRAPHY: "b c.json"\n' }, 'a.org', ['refs.bib', 'b c.json']],
    ['no end of files that take each other in', { 'a.tex': '\\input{b}', 'b.tex': '\\input{a}\\bibliography{x}' }, 'a.tex', ['x.bib']],
  ];
  for (const [what, files, path, wanted] of cases) it(`are ${what}`, async () => assert.deepEqual(await namedIn(files, path), wanted));

  it('have paths from the root of the workspace', () => {
    assert.deepEqual([['a/b.md', '../c.bib'], ['b.md', '../../c.bib'], ['a/b.md', './x/./c.bib'], ['a/b.md', '/etc/c.bib'], ['/w/a/b.md', '../c.bib']].map(([from, name]) => resolvePath(from as string, name as string)),
      ['c.bib', '../../c.bib', 'a/x/c.bib', '/etc/c.bib', '/w/c.bib']);
  });
});

describe('Checking citations', () => {
  const lee = item('lee2018', 'Lee', 2018, { DOI: '10.1000/xyz' });
  const records = (own: readonly Recorded[], bibliographies: { readonly [path: string]: readonly Item[] } = {}): Records => ({
    own, generated: new Set(), bibliographies: new Map(Object.entries(bibliographies).map(([path, list]) => [path, list.map((one) => ({ item: one, path, span: { start: 0, end: 5 } }))])),
  });
  const own = (...items: readonly Item[]): readonly Recorded[] => items.map((one) => ({ item: one, path: `sources/${one.id}.md` }));
  const found = (text: string, known: Records, named: readonly string[] = [], ignore: readonly string[] = []) => {
    const scope = { parts: [], bibliographies: named.map((path) => ({ path, namedIn: 'a.md' })) };
    return checkCitations(readDraft('markdown', text), knownSources('a.md', scope, known), ignore);
  };
  const codes = (...given: Parameters<typeof found>): readonly string[] =>
    found(...given).map(({ problem, key, instead }) => `${problem.code} ${key}${instead.length > 0 ? ` → ${instead.join(', ')}` : ''}`);

  it('finds nothing wrong with what is known', () => assert.deepEqual(codes('[@lee2018, p. 3] @lee2018 @fig-map `@x`', records(own(lee))), []));
  it('tells an unknown key where it stands, each time', () => {
    const text = 'As [@nobody1999] and @nobody1999.';
    const all = found(text, records(own(lee)));
    assert.deepEqual(all.map(({ problem }) => text.slice(problem.span?.start, problem.span?.end)), ['nobody1999', 'nobody1999']);
    assert.ok(all.every(({ problem }) => problem.code === 'citation-unknown'));
  });
  it('offers the key that may be meant', () => {
    assert.deepEqual(codes('@le2018 @lee2019 @lee:2018:power @Lee2018', records(own(lee, item('kim2020', 'Kim', 2020)))),
      ['citation-unknown le2018 → lee2018', 'citation-unknown lee2019 → lee2018', 'citation-unknown lee:2018:power → lee2018', 'citation-unknown Lee2018 → lee2018']);
    assert.deepEqual(nearKeys('nazarbaev2012', [item('x1', 'Назарбаев', 2012), lee]), ['x1']);
    assert.deepEqual(nearKeys('zz', [lee]), []);
  });
  it('offers every key that is spelled nearly so, whichever letters were mistaken', () => {
    const letter = fc.constantFrom(...'abcdeilmnorstuwxyzÅéжß日0129');
    const change = fc.tuple(fc.nat(), letter, fc.constantFrom('put in', 'left out', 'changed', 'swapped'));
    const changed = (key: string, [place, other, how]: readonly [number, string, string]): string => {
      const at = place % key.length;
      switch (how) {
        case 'put in': return key.slice(0, at) + other + key.slice(at);
        case 'left out': return key.slice(0, at) + key.slice(at + 1);
        case 'changed': return key.slice(0, at) + other + key.slice(at + 1);
        default: return key.slice(0, at) + (key[at + 1] ?? '') + (key[at] ?? '') + key.slice(at + 2);
      }
    };
    fc.assert(fc.property(fc.array(letter, { minLength: 10, maxLength: 14 }).map((all) => all.join('')), fc.array(change, { minLength: 1, maxLength: 3 }), (id, changes) => {
      const typed = changes.reduce(changed, id);
      const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
      fc.pre(typed !== id && editDistance(plain(typed), plain(id), 3) <= (plain(typed).length < 9 ? 2 : 3));
      assert.deepEqual(nearKeys(typed, [item(id, 'Kim', 2020)]), [id]);
    }));
  });
  it('lets keys pass that a setting or a remark names, and those the draft defines', () => {
    assert.deepEqual(codes('@a @b\n\n<!-- commonplace-ignore: b, c -->\n\n@c', records([]), [], ['a']), []);
    const latex = checkCitations(readDraft('latex', '% commonplace-ignore: b\n\\cite{a,b}\\bibitem{a}'), knownSources('a.tex', { parts: [], bibliographies: [] }, records([])));
    assert.deepEqual(latex, []);
  });
  it('uses all bibliographies when none is named, else the named ones', () => {
    const known = records(own(lee), { 'a.bib': [item('kim2020', 'Kim', 2020)], 'b.bib': [item('park2021', 'Park', 2021)] });
    assert.deepEqual(codes('@lee2018 @kim2020 @park2021', known), []);
    assert.deepEqual(codes('@lee2018 @kim2020 @park2021', known, ['a.bib']), ['citation-elsewhere park2021']);
  });
  it('lets the second keys of an entry pass in LaTeX, which knows them, and names the first in Markdown, where Pandoc does not', () => {
    const known = records([], { 'a.bib': [item('lee2018', 'Lee', 2018, { custom: { unmapped: { ids: 'leeOld, lee:2018b' } } })] });
    assert.deepEqual(codes('@leeOld @lee:2018b @lee2018', known), ['citation-unknown leeOld → lee2018', 'citation-unknown lee:2018b → lee2018']);
    const scope = { parts: [], bibliographies: [] };
    const latex = checkCitations(readDraft('latex', '\\cite{leeOld,lee:2018b,lee2018,lee2019}'), knownSources('a.tex', scope, known));
    assert.deepEqual(latex.map(({ key }) => key), ['lee2019']);
  });
  it('tells of two records with one key, with both places', () => {
    const known = records([], { 'a.bib': [lee], 'b.bib': [item('lee2018', 'Lee', 2018, { DOI: '10.1000/other' })] });
    const [twice] = found('@lee2018 @lee2018', known);
    assert.equal(twice?.problem.code, 'citation-key-twice');
    assert.deepEqual(twice?.places.map(({ path }) => path), ['a.bib', 'b.bib']);
    assert.equal(found('@lee2018', records([], { 'a.bib': [lee], 'b.bib': [lee] })).length, 0);
  });
  it('tells of brackets that Pandoc does not read as they are meant, where they cite', () => {
    const known = records(own(lee, item('kim2020', 'Kim', 2020)));
    const flawed = ['[e.g., Smith; @lee2018]', '[@lee2018, p. 3; see chapter 2]', '[*see @lee2018*]', '[@lee2018 and @kim2020]', '[@lee2018][@kim2020]', '@lee2018 [p. 3; see also]'];
    for (const text of flawed) assert.deepEqual(codes(`So ${text} it is.`, known), ['citation-flawed '], text);
    const sound = ['[@lee2018; @kim2020]', '[@lee2018, “a; b”]', '[@lee2018, *a; b*, p. 3]', '[*see* @lee2018]', '[@lee2018, \\; x]', '@lee2018 [see @kim2020]', '[@lee2018, R&amp;D]', '[me; you]'];
    for (const text of sound) assert.deepEqual(codes(`So ${text} it is.`, known), [], text);
    assert.deepEqual(codes('A [@user; and others] of a page that cites nobody.', known), ['citation-unknown user']);
  });
  it('mends such a bracket where it is clear what was meant, and only there', () => {
    const known = records(own(lee, item('kim2020', 'Kim', 2020), item('park2021', 'Park', 2021)));
    const mended = (text: string): string | undefined => {
      const mends = found(text, known).flatMap(({ mend }) => mend ?? []);
      return mends.length === 0 ? undefined : mends.reduceRight((after, { edits }) => applyEdits(after, edits), text);
    };
    for (const [text, after] of [
      ['So [see Lee; @lee2018] said.', 'So [see Lee, @lee2018] said.'], ['So [@lee2018, p. 3; see chapter 2] said.', 'So [@lee2018, p. 3, see chapter 2] said.'],
      ['So [@lee2018; ] said.', 'So [@lee2018 ] said.'], ['So [@lee2018;; @kim2020] said.', 'So [@lee2018; @kim2020] said.'], ['@lee2018 [p. 3; see also]', '@lee2018 [p. 3, see also]'],
      ['So [@lee2018 and @kim2020] said.', 'So [@lee2018; @kim2020] said.'], ['So [@lee2018, p. 3, @kim2020, @park2021] said.', 'So [@lee2018, p. 3; @kim2020; @park2021] said.'],
      ['So [vgl. @lee2018, S. 3 und -@kim2020] sagt.', 'So [vgl. @lee2018, S. 3; -@kim2020] sagt.'], ['Так [@lee2018 и @kim2020].', 'Так [@lee2018; @kim2020].'],
      ['So [@lee2018, p. 3][@kim2020] said.', 'So [@lee2018, p. 3; @kim2020] said.'], ['So [@lee2018][^1] said.\n\n[^1]: A note.', 'So [@lee2018] [^1] said.\n\n[^1]: A note.'],
    ] as const) {
      assert.equal(mended(text), after);
      assert.deepEqual(codes(after, known), [], after);
    }
    for (const unclear of ['[*see @lee2018*]', '[@lee2018, see @kim2020]', '[@lee2018, as opposed to what was said by @kim2020]', '[“as @lee2018 says”; p. 3]', '[@lee2018, but compare @kim2020; and others]']) assert.equal(mended(unclear), undefined, unclear);
  });
  it('tells of one work under two keys', () => {
    assert.deepEqual(codes('@lee2018 and @lee2018b', records(own(lee, item('lee2018b', 'Lee', 2018, { DOI: 'https://doi.org/10.1000/XYZ' })))), ['citation-same-work lee2018b → lee2018']);
  });
  it('tells of retracted and doubtful records only where they say so', () => {
    assert.deepEqual(codes('@a @b @c', records(own(
      item('a', 'Abe', 2001, { title: 'RETRACTED: A study of nothing' }), item('b', 'Bo', 2002, { custom: { review: { volume: '“1 1” is no volume.' } } }), item('c', 'Cho', 2003, { title: 'Retracted treaties in world politics' }),
    ))), ['citation-retracted a', 'citation-doubtful b']);
    assert.equal(isRetracted(item('x', 'X', 1, { custom: { retracted: true } })), true);
    assert.equal(isRetracted(item('x', 'X', 1, { status: 'in press' })), false);
  });
  it('tells what nobody cites, and nothing when everything is listed', () => {
    const drafts = ['[@a]', '@b'].map((text) => readDraft('markdown', text));
    assert.deepEqual(unusedKeys(['a', 'b', 'c'], drafts), ['c']);
    assert.deepEqual(unusedKeys(['a', 'c'], [...drafts, readDraft('latex', '\\nocite{*}')]), []);
  });
});
