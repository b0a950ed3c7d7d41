/** Bibliographies as LaTeX compiles them: by biber with pdfLaTeX, and by BibTeX. Runs where these programs are installed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBibliography } from '../../../src/core/exports';
import { readSourceFile } from '../../../src/core/library';
import type { Item } from '../../../src/core/source';
import { nastySources } from './nasty';

const programs = ['pdflatex', 'biber', 'bibtex'];
const missing = programs.filter((program) => spawnSync(program, ['--version']).status !== 0);

/** Letters without a font are shown as a question mark: fonts for other scripts are the author’s to choose. */
const preamble = String.raw`\documentclass{article}\usepackage[T1]{fontenc}\usepackage{url}
\makeatletter\def\UTFviii@undefined@err#1{?}\makeatother
`;
const byBiblatex = (backend: string): string => String.raw`${preamble}\usepackage[backend=${backend},style=authoryear]{biblatex}
\addbibresource{references.bib}\begin{document}\nocite{*}\printbibliography\end{document}`;
const byNatbib = String.raw`${preamble}\usepackage{natbib}
\begin{document}\nocite{*}\bibliographystyle{plainnat}\bibliography{references}\end{document}`;

type Compiled = { readonly reader: string; readonly latex: string };

/** What the reader of the bibliography says, and LaTeX when it sets the pages with it. */
function compiled(folder: string, draft: string, reader: 'biber' | 'bibtex'): Compiled {
  const run = (program: string, ...given: readonly string[]): string => {
    const { stdout, stderr } = spawnSync(program, [...given, draft], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, max_print_line: '10000' } });
    return stdout + stderr;
  };
  run('pdflatex', '-interaction=nonstopmode');
  const said = run(reader);
  run('pdflatex', '-interaction=nonstopmode');
  // LaTeX asks for another run as long as places still move.
  let latex = run('pdflatex', '-interaction=nonstopmode');
  for (let times = 0; times < 3 && /[Rr]erun/.test(latex); times++) latex = run('pdflatex', '-interaction=nonstopmode');
  return { reader: said, latex };
}

function inFolder<T>(files: { readonly [name: string]: string }, act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'compiling-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const lines = (text: string, what: RegExp): readonly string[] => text.split('\n').filter((line) => what.test(line));
const errors = ({ reader, latex }: Compiled): readonly string[] => [...lines(latex, /^!/), ...lines(reader, /ERROR|error message|isn't valid|while executing|---line/)];

/** Types that BibLaTeX has and its own styles set as `misc` (its manual, section 2.1.3). */
const setAsMisc = /No driver for '(?:artwork|audio|image|jurisdiction|legal|legislation|letter|movie|music|performance|standard|video)'/;

/** A date that is only words: biber says that it cannot sort by it, which is so. */
const onlyInWords = new Set(nastySources.filter(({ issued }) => issued !== undefined && issued['date-parts'] === undefined).map(({ id }) => id));
const byWords = (line: string): boolean => onlyInWords.has(/legacy year field .* in entry '([^']+)'/.exec(line)?.[1] ?? '');

/** What BibTeX misses in an entry, and where the source would have it. */
const facts: { readonly [field: string]: readonly string[] } = {
  year: ['issued'], title: ['title'], author: ['author'], publisher: ['publisher'], school: ['publisher'], institution: ['publisher'], journal: ['container-title'], booktitle: ['container-title'],
  note: ['note', 'publisher', 'event-title'], 'author and editor': ['author', 'editor'],
};
const byKey = new Map(nastySources.map((item) => [item.id.replace(/[\s,{}]/g, ''), item]));

/** A warning of a fact that the source itself does not have. */
function isWanting(line: string): boolean {
  const [, field = '', key = ''] = /^Warning--empty ([a-z ]+?) in (.+)$/.exec(line) ?? [];
  const item = byKey.get(key);
  return item !== undefined && (facts[field] ?? []).length > 0 && (facts[field] ?? []).every((variable) => item[variable] === undefined);
}

describe('A generated bibliography, compiled', function () {
  this.timeout(300_000);
  before(function () {
    if (missing.length === 0) return;
    console.log(`      Skipped: ${missing.join(', ')} not installed (Debian: texlive-latex-extra, texlive-bibtex-extra, biber).`);
    this.skip();
  });

  it('goes through biber and pdfLaTeX without an error, and without a warning of ours, for every type of source', () => {
    inFolder({ 'draft.tex': byBiblatex('biber'), 'references.bib': writeBibliography(nastySources, 'biblatex') }, (folder) => {
      const done = compiled(folder, 'draft', 'biber');
      assert.deepEqual(errors(done), []);
      assert.deepEqual(lines(done.reader, /^WARN/).filter((line) => !byWords(line)), []);
      assert.deepEqual(lines(done.latex, /Warning/).filter((line) => !setAsMisc.test(line)), []);
      assert.match(done.reader, /Found \d+ citekeys|Writing 'draft\.bbl'/);
    });
  });

  it('goes through BibLaTeX with BibTeX behind it without an error', () => {
    inFolder({ 'draft.tex': byBiblatex('bibtex'), 'references.bib': writeBibliography(nastySources, 'biblatex') }, (folder) => {
      assert.deepEqual(errors(compiled(folder, 'draft', 'bibtex')).filter((line) => !/^--line/.test(line)), []);
    });
  });

  it('goes through BibTeX with natbib without an error when it is written as BibTeX, and lacks only what the source lacks', () => {
    // Works without author, title and year have no label, and BibTeX runs out of letters to tell them apart.
    const items = nastySources.filter(({ title }) => title !== undefined);
    inFolder({ 'draft.tex': byNatbib, 'references.bib': writeBibliography(items, 'bibtex') }, (folder) => {
      const done = compiled(folder, 'draft', 'bibtex');
      assert.deepEqual(errors(done), []);
      assert.deepEqual(lines(done.reader, /^Warning/).filter((line) => !isWanting(line)), []);
      assert.deepEqual(lines(done.latex, /Warning/), []);
    });
  });

  it('lets the draft of the sample compile with every citation found', function () {
    if (spawnSync('kpsewhich', ['csquotes.sty']).status !== 0) {
      console.log('      Skipped: csquotes not installed (Debian: texlive-latex-extra).');
      this.skip();
    }
    const sources = join(process.cwd(), 'media', 'sample', 'sources');
    const items: readonly Item[] = readdirSync(sources).filter((name) => name.endsWith('.md')).map((name) => readSourceFile(readFileSync(join(sources, name), 'utf8')).item);
    inFolder({ 'references.bib': writeBibliography(items, 'biblatex') }, (folder) => {
      cpSync(join(process.cwd(), 'media', 'sample', 'article.tex'), join(folder, 'article.tex'));
      const done = compiled(folder, 'article', 'biber');
      assert.deepEqual([...errors(done), ...lines(done.reader, /^WARN/), ...lines(done.latex, /Warning/)], []);
    });
  });
});
