/** Foreign text in LaTeX, compiled by pdfLaTeX beside a file that it must not read, and in bibliographies, read by biber, by BibTeX and by readers of others. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { draftPassages, findCitations, insertCitation, quotationText, readDraft, uncitableKeys, type CiteRequest, type DraftReading } from '../../../src/core/citations';
import { parsePaste, readBibliography } from '../../../src/core/parsing';
import { writeBibliography } from '../../../src/core/exports';
import type { Item } from '../../../src/core/source';
import { directEngine as engine } from '../../doubles/directEngine';
import { canaryFile, kinds, payloads } from './payloads';

const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const secret = 'THE-CANARY-WAS-READ';
const preamble = String.raw`\documentclass{article}\usepackage[T1]{fontenc}\usepackage{url}
\makeatletter\def\UTFviii@undefined@err#1{?}\makeatother
`;

/** A folder with the canary in it, and what pdfLaTeX and others make there. Every file that LaTeX reads is recorded. */
function inFolder<T>(files: { readonly [name: string]: string }, act: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'exits-'));
  try {
    for (const [name, text] of Object.entries({ ...files, [`${canaryFile}.tex`]: secret, [canaryFile]: secret })) writeFileSync(path.join(folder, name), text);
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compiled(folder: string, name: string): { readonly errors: readonly string[]; readonly read: string } {
  const { stdout } = spawnSync('pdflatex', ['-interaction=nonstopmode', '-no-shell-escape', '-recorder', name], { cwd: folder, encoding: 'latin1', maxBuffer: 1 << 28, timeout: 120_000, env: { ...process.env, max_print_line: '10000' } });
  const recorded = path.join(folder, `${name}.fls`);
  return { errors: stdout.split('\n').filter((line) => line.startsWith('!')), read: existsSync(recorded) ? readFileSync(recorded, 'utf8') : '' };
}

const note = (payload: string) => ({ key: 'lee2018', note: { id: 'n1', tags: ['x'], quote: payload, text: payload, locator: { label: 'page', value: `3${payload}` } } });
const document = (body: string): string => `${preamble}\\begin{document}\n${body}\n\\end{document}\n`;

/** What a source has in every text field. */
const hostile = (payload: string, at: number): Item => ({
  id: `source${at}`, type: 'article-journal', title: payload, 'container-title': payload, abstract: payload, note: payload, publisher: payload, volume: payload, issue: payload, page: payload, DOI: payload, URL: payload, language: payload, genre: payload,
  author: [{ family: payload, given: payload }, { literal: payload }], issued: { 'date-parts': [[2000 + at % 20]] }, tags: [payload], custom: { unmapped: { addendum: payload, titleaddon: payload } },
});
const library = payloads.map(hostile);

describe('foreign text in LaTeX', function () {
  this.timeout(600_000);

  it('E-04 reads no file, runs nothing and compiles, as a quotation and as what was noted', function () {
    if (!isThere('pdflatex')) this.skip();
    const draft = readDraft('latex', document('Text.'));
    const quotations = payloads.map((payload) => quotationText(draft, payload));
    const { text } = draftPassages(draft, [{ label: 'Passages', passages: payloads.map(note) }], 1, true);
    inFolder({ 'draft.tex': document([...quotations, text].join('\n\n')) }, (folder) => {
      const { errors, read } = compiled(folder, 'draft');
      assert.deepEqual(errors, []);
      assert.match(read, /draft\.tex/);
      assert.doesNotMatch(read, new RegExp(canaryFile));
      assert.equal(existsSync(path.join(folder, 'pwned')) || existsSync(path.join(folder, 'pwned.tex')), false);
    });
  });

  it('E-04 would be noticed if it read the file', function () {
    if (!isThere('pdflatex')) this.skip();
    inFolder({ 'draft.tex': document(`\\input{${canaryFile}}`) }, (folder) => assert.match(compiled(folder, 'draft').read, new RegExp(canaryFile)));
  });

  it('E-04 has no power in a bibliography either, set by biblatex', function () {
    if (!isThere('pdflatex') || !isThere('biber')) this.skip();
    const draft = `${preamble}\\usepackage[backend=biber,style=authoryear]{biblatex}\\addbibresource{references.bib}\\begin{document}\\nocite{*}\\printbibliography\\end{document}`;
    const items = [...kinds.latex, ...kinds.bib].map(hostile);
    // TeX that a record brought along is handed on as TeX, and biber cuts names to initials: these read and run nothing, but may be as broken as they came.
    for (const [brought, wanted] of [[items, undefined], [items.map(({ custom: _, ...item }): Item => ({ ...item, author: [{ family: 'Lee', given: 'Ann' }] })), []]] as const) {
      inFolder({ 'draft.tex': draft, 'references.bib': writeBibliography(brought, 'biblatex') }, (folder) => {
        compiled(folder, 'draft');
        const biber = spawnSync('biber', ['draft'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000 });
        assert.deepEqual(biber.stdout.split('\n').filter((line) => line.startsWith('ERROR')), []);
        const { errors, read } = compiled(folder, 'draft');
        if (wanted !== undefined) assert.deepEqual(errors, wanted);
        assert.doesNotMatch(read, new RegExp(canaryFile));
        assert.equal(existsSync(path.join(folder, 'pwned')) || existsSync(path.join(folder, 'pwned.tex')), false);
      });
    }
  });

  it('E-04 is printed, and ends no compiling, where TeX that a record brought along has lone signs of mathematics, tables and low letters', function () {
    if (!isThere('pdflatex') || !isThere('biber')) this.skip();
    const brought = ['Costs of $ in trade', 'Rule & order', 'the variable un_vote', 'x^2 alone', '$x_1^2$ and un_vote', '$a & b$', 'both $5 and $7 & more', '\\$5 & \\& 6', 'see \\url{https://example.org/a_b?c&d}', '100 % of #1', 'ends with \\', '$', '_', '&', '^'];
    const items = brought.map((addendum, at): Item => ({ id: `source${at}`, type: 'book', title: `Work ${at}`, author: [{ family: 'Lee', given: 'Ann' }], issued: { 'date-parts': [[2001]] }, custom: { unmapped: { addendum, titleaddon: addendum } } }));
    const draft = `${preamble}\\usepackage[backend=biber,style=authoryear]{biblatex}\\addbibresource{references.bib}\\begin{document}\\nocite{*}\\printbibliography\\end{document}`;
    inFolder({ 'draft.tex': draft, 'references.bib': writeBibliography(items, 'biblatex') }, (folder) => {
      compiled(folder, 'draft');
      spawnSync('biber', ['draft'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000 });
      assert.deepEqual(compiled(folder, 'draft').errors, []);
    });
  });

  it('E-05 breaks out of no field: every reader finds the entries that were written, and no others', async function () {
    const text = writeBibliography(library, 'biblatex');
    const ids = library.map(({ id }) => id).sort();
    const ours = await readBibliography(text, 'bibtex', engine);
    assert.deepEqual(ours.records.map(({ item }) => item.id).sort(), ids);
    assert.deepEqual((await labelsByCitationJs(text)).sort(), ids);
    assert.doesNotMatch(text, /^\s*@(?:preamble|string|comment)/im);
    if (!isThere('biber')) return;
    inFolder({ 'references.bib': text }, (folder) => {
      const biber = spawnSync('biber', ['--tool', '--nolog', '--output-file=out.bib', 'references.bib'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 300_000 });
      assert.deepEqual(biber.stdout.split('\n').filter((line) => line.startsWith('ERROR')), []);
      assert.deepEqual([...readFileSync(path.join(folder, 'out.bib'), 'utf8').matchAll(/^@\w+\{([^,\n]+),$/gm)].map(([, id]) => id).sort(), ids);
    });
  });

  it('E-05 hands no preamble and no abbreviation of others on', async () => {
    const pasted = '@preamble{"\\input{x}"}\n@string{jan = "\\input{x}"}\n@comment{x}\n@article{lee2018, title = {A Title That Is Long Enough}, author = {Lee, Ann}, year = 2018, journal = {Journal}, usera = {\\input{' + canaryFile + '}}}';
    const { records } = await parsePaste(pasted, { engine });
    const text = writeBibliography(records.map(({ item }) => ({ ...item, id: 'lee2018' })), 'biblatex');
    assert.doesNotMatch(text, /@(?:preamble|string|comment)|\\input/i);
    assert.match(text, /textbackslash\{\}input/);
  });

  it('E-05 breaks out of no field of BibTeX, RIS, CSL JSON and CSL YAML', async () => {
    const ids = library.map(({ id }) => id).sort();
    const wellFormed = library.map((item) => JSON.parse(JSON.stringify(item).replace(/\\ud[89a-f][0-9a-f]{2}/g, '')) as Item);
    for (const format of ['bibtex', 'ris', 'csl-json', 'csl-yaml'] as const) {
      const { records } = await readBibliography(writeBibliography(wellFormed, format), format, engine);
      assert.deepEqual(records.map(({ item }) => item.id).sort(), ids, format);
    }
  });
});

describe('the place that a note says', () => {
  for (const syntax of ['markdown', 'myst', 'latex', 'typst', 'org'] as const) {
    it(`E-04 E-06 means nothing to ${syntax}: it ends no citation, and no sign of it has power`, () => {
      const draft = readDraft(syntax, 'Text. ', {});
      for (const payload of payloads) for (const label of ['page', 'section', payload]) {
        const place = { label, value: `3${payload}` };
        const written = insertCitation(syntax, draft, draft.text.length, [{ key: 'lee2018', place }]).edits.map(({ text }) => text).join('');
        const whole = `Text. ${written} and more.`;
        const found = findCitations(syntax, whole);
        assert.deepEqual(found.flatMap(({ keys }) => keys.map(({ key }) => key)), ['lee2018'], `${syntax}: ${written}`);
        assert.equal(whole.slice(found[0]?.span.end), ' and more.', `${syntax}: ${written}`);
        assert.equal(written.includes('\n'), false, written);
        assert.deepEqual(written.match(powers[syntax]) ?? [], [], written);
      }
    });
  }
});

/** Signs that no escape stands before, with which something would begin that is more than words. */
const powers = {
  markdown: /(?<!\\)(?:\\\\)*[`<$*]/g, myst: /(?<=`.*)`.*`|[{}].*\n/g, latex: /\\(?!(?:textbackslash|textasciitilde|textasciicircum|cite)(?![a-z])|[{}$&#%_])|(?<!\\)[%#$&^]|(?<!pp?\.)~/g, typst: /(?<!\\)(?:\\\\)*[#$*_`]/g, org: /@@|\{\{\{|\\(?!dollar\{\}|\u200b)/g,
} as const;

describe('a citation key', () => {
  const syntaxes = ['markdown', 'myst', 'latex', 'typst', 'org'] as const;
  const requests = (key: string): readonly CiteRequest[] => [{ key }];
  const cite = (draft: DraftReading, key: string): string => insertCitation(draft.syntax, draft, draft.text.length, requests(key)).edits.map(({ text }) => text).join('');

  for (const syntax of syntaxes) {
    it(`E-07 of any signs is cited whole in ${syntax}, or refused`, () => {
      let cited = 0;
      for (const payload of [...payloads, 'lee2018', 'DBLP:journals/x/Lee', 'müller2020', 'a.b:c/d', 'R&D2020', 'o’neil', 'a b']) {
        const draft = readDraft(syntax, 'Text. ', {});
        const written = cite(draft, payload);
        if (uncitableKeys(syntax, [payload]).length > 0) {
          assert.equal(written, '', payload);
          continue;
        }
        cited += 1;
        const found = findCitations(syntax, `Text. ${written} and more.`).flatMap(({ keys }) => keys.map(({ key }) => key));
        assert.deepEqual(found, [payload], `${syntax}: ${written}`);
      }
      assert.ok(cited > 5);
    });
  }

  it('E-10 with marks that nobody sees is refused everywhere', () => {
    for (const key of ['lee\u202e2018', 'lee\u200b2018', '\u2066lee2018', 'lee2018\ufeff', 'lee\u00ad2018', 'lee\u0000']) for (const syntax of syntaxes) assert.deepEqual(uncitableKeys(syntax, [key]), [key]);
    for (const key of ['lee2018', 'нұрланов2020', 'x/y:z']) for (const syntax of syntaxes) assert.deepEqual(uncitableKeys(syntax, [key]), []);
  });
});

/** The keys of the entries as citation-js finds them, with a grammar of its own. */
async function labelsByCitationJs(text: string): Promise<string[]> {
  await import('@citation-js/plugin-bibtex');
  const { plugins } = await import('@citation-js/core') as { readonly plugins: { readonly input: { readonly data: (data: unknown, format: string) => unknown } } };
  return (plugins.input.data(text, '@biblatex/text') as readonly { readonly label: string }[]).map(({ label }) => label);
}
