/** The main job, as a person does it: paste, see, look at what is unsure, cite, note, and come back tomorrow. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

/** What the two pasted documents are, and what must come of them. */
type Documents = {
  readonly page: string;
  readonly record: string;
  readonly first: { readonly name: string; readonly key: string; readonly reference: RegExp };
  readonly second: {
    readonly name: string; readonly key: string; readonly title: string; readonly typed: string; readonly passage: string;
    readonly doubt: RegExp; readonly fix: string; readonly fixed: string;
  };
};

const seeds = path.resolve('..', 'shared', 'seeds');
const pastes = path.resolve('test', 'fixtures', 'pastes');

/** The two documents that the project was founded on. */
const founding: Documents = {
  page: path.join(seeds, '000_46cab1ec9c55f8ea.txt'),
  record: path.join(seeds, '004_7c74c86b7d2d0d24.txt'),
  first: { name: 'Bakhtiyarova', key: 'bakhtiyarova2024', reference: /Bakhtiyarova, Aigerim.*Navigating the Foreign Policy Perspectives/s },
  second: {
    name: 'Yuneman', key: 'yuneman2023', title: 'Kazakhstan’s Multi-Vector Foreign Policy', typed: 'multi-vec',
    passage: 'the main vector of this policy is not Russia', doubt: /“1 1” is not/,
    fix: 'Set volume “21”, issue “2”, page “141-162”', fixed: '\nvolume: "21"\nissue: "2"\npage: "141-162"\n',
  },
};

/** Invented ones in the same layouts, for a clone that stands alone. */
const invented: Documents = {
  page: path.join(pastes, 'conference-paper-g1.txt'),
  record: path.join(pastes, 'aggregator-one.txt'),
  first: { name: 'Seitkali', key: 'seitkali2024', reference: /Seitkali, Dinara.*Pipelines and Patience/s },
  second: {
    name: 'Kovalenko', key: 'kovalenko2021', title: 'The Eloquence of Absence', typed: 'eloquence',
    passage: 'absence says more than assent', doubt: /“23 4” is not/, fix: 'Set volume “23”, issue “4”', fixed: '\nvolume: "23"\nissue: "4"\n',
  },
};

const { page, record, first, second } = existsSync(seeds) ? founding : invented;
const keptNote = new RegExp(`\\n## #multi-vectorism · p\\. 152 · against\\n\\n<!-- note n[0-9a-z]{8} created=\\S+ at=\\d+ before=".+" after=".+" -->\\n\\n> ${second.passage}\\n`);
const either = new RegExp(`${first.name}|${second.name}`);

const article = '# Small states between powers\n\nKazakhstan keeps every vector open.\n\nIts votes say otherwise.\n';
const thesis = '\\documentclass{article}\n\\usepackage[style=apa]{biblatex}\n\\addbibresource{references.bib}\n\\begin{document}\nKazakhstan keeps every vector open.\n\\end{document}\n';

describe('the story of a source', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ files: { 'article.md': article, 'article.tex': thesis }, settings: { 'commonplace.author': 'anna' } });
    workbench = session.workbench;
    await workbench.size(1280, 800);
  });
  let broken = false;
  // Each step stands on the one before.
  beforeEach(() => assert.ok(!broken, 'an earlier step failed'));
  afterEach(function () { broken ||= this.currentTest?.state === 'failed'; });
  after(() => session?.close());
  photographFailures(() => session);

  it('begins with an empty tree that says what to do', async () => {
    await workbench.openView(container());
    await workbench.page.locator('.welcome-view').getByText('No sources yet.').waitFor();
    await workbench.page.locator('.welcome-view').getByRole('button', { name: 'Paste Sources' }).first().waitFor();
    await workbench.shot('01-empty');
  });

  it('makes a source of a conference page', async () => {
    await workbench.setClipboard(readFileSync(page, 'utf8'));
    await workbench.page.locator('.welcome-view').getByRole('button', { name: 'Paste Sources' }).first().click();
    assert.match(await workbench.said('added'), /1 source added/);
    await workbench.row(first.name).waitFor();
    await workbench.shot('02-first-source');
    await workbench.clearToasts();
  });

  it('makes one more of a record glued to its page text, and says what is unsure', async () => {
    await workbench.setClipboard(readFileSync(record, 'utf8'));
    await workbench.openView(container());
    await workbench.press('Shift+Alt+V');
    assert.match(await workbench.said('added'), /1 source added/);
    await workbench.row(second.name).waitFor();
    assert.equal((await workbench.rows()).filter((row) => either.test(row)).length, 2);
    await workbench.shot('03-two-sources');
  });

  it('shows the source as its own file, with hints on what to look at', async () => {
    await workbench.answerToast('added', 'Show');
    await workbench.editorTab(`${second.key}.md`).waitFor();
    await workbench.editor.shows(`title: "${second.title}"`);
    assert.ok((await workbench.problems()).some((problem) => second.doubt.test(problem)));
    await workbench.shot('04-source-file');
    await workbench.command('View: Toggle Panel Visibility');
  });

  it('takes volume, issue and pages out of the DOI with one fix', async () => {
    await workbench.editor.select('"review":');
    await workbench.press('Escape');
    const row = await workbench.editor.offered(second.fix);
    await workbench.shot('05-quick-fix');
    await row.click();
    await workbench.editor.shows(second.fixed.trim().split('\n')[0]!);
    await workbench.press('Control+S');
    await until(() => session.read(`sources/${second.key}.md`).includes(second.fixed));
    assert.doesNotMatch(session.read(`sources/${second.key}.md`), /"review"/);
  });

  it('recognises what is already there', async () => {
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('already there'), /1 already there/);
    await workbench.clearToasts();
  });

  it('cites two sources in Markdown from the picker', async () => {
    await workbench.openFile('article.md');
    await workbench.editor.goTo(3, 35);
    await workbench.command('Commonplace: Insert Citation');
    await workbench.quickInput.type(second.name.toLowerCase());
    await workbench.quickInput.toggle(second.name);
    await workbench.quickInput.fill(first.name.slice(0, 5));
    await workbench.quickInput.toggle(first.name);
    await workbench.shot('06-picker');
    await workbench.quickInput.accept();
    await workbench.editor.shows(`every vector open [@${second.key}; @${first.key}].`);
    await workbench.shot('07-cited-in-markdown');
  });

  it('completes a key after @ by any word of the title', async () => {
    await workbench.editor.goTo(5, 24);
    await workbench.type(` [@${second.typed}`);
    await workbench.editor.suggestion(second.key).waitFor();
    await workbench.shot('08-completion');
    await workbench.editor.accept(second.key);
    await workbench.type(']');
    await workbench.press('Control+S');
    await until(() => session.read('article.md').includes(`Its votes say otherwise [@${second.key}].`));
  });

  it('shows the reference and the abstract on hovering', async () => {
    const hover = await workbench.editor.hover(`@${first.key}`);
    assert.match(hover, first.reference);
    await workbench.shot('09-hover');
    await workbench.press('Escape');
  });

  it('cites both in LaTeX with the command that fits the preamble', async () => {
    await workbench.openFile('article.tex');
    await workbench.editor.goTo(5, 35);
    await workbench.command('Commonplace: Insert Citation');
    await workbench.quickInput.type(`${first.name.toLowerCase()} 2024`);
    await workbench.quickInput.row(first.name).waitFor();
    await workbench.quickInput.accept();
    await workbench.editor.shows(`open \\autocite{${first.key}}.`);
    await workbench.editor.goTo(5, 46 + first.key.length);
    await workbench.type(`,${second.name.slice(0, 4).toLowerCase()}`);
    await workbench.editor.accept(second.key);
    await workbench.press('Control+S');
    await until(() => session.read('article.tex').includes(`\\autocite{${first.key},${second.key}}`));
    await workbench.shot('10-cited-in-latex');
    await until(() => session.read('references.bib').includes(`@article{${second.key},`));
  });

  it('keeps a note on a selected passage', async () => {
    await workbench.openView(container());
    await workbench.row(second.name).click();
    await workbench.editorTab(`${second.key}.md`).waitFor();
    await workbench.editor.select(second.passage);
    await workbench.press('Shift+Alt+N');
    await workbench.quickInput.type('multi-vectorism p. 152 against');
    await workbench.shot('11-note-input');
    await workbench.quickInput.accept();
    await until(() => keptNote.test(session.read(`sources/${second.key}.md`)));
    await workbench.row(second.name).waitFor();
    await workbench.expand(second.name);
    await workbench.row(/#multi-vectorism/).waitFor();
    await workbench.row(/Cited in 3 places/).waitFor();
    // The rows move once more when the tree has read the drafts.
    await workbench.page.waitForTimeout(1000);
    await workbench.shot('12-note-kept');
  });

  it('keeps a note on a source of the tree', async () => {
    await workbench.rowMenu(first.name, 'New Note');
    await workbench.quickInput.type('multi');
    await workbench.quickInput.row('multi-vectorism').waitFor();
    await workbench.quickInput.accept();
    await workbench.page.getByPlaceholder('What does this source say').waitFor();
    await workbench.quickInput.type('Choice is a survey question here.');
    await workbench.quickInput.accept();
    await until(() => /## #multi-vectorism\n\n<!-- note .*-->\n\nChoice is a survey question here\.\n/.test(session.read(`sources/${first.key}.md`)));
  });

  it('gathers the notes of a tag over both papers', async () => {
    await workbench.row(/#multi-vectorism.*2 notes in 2 papers/).waitFor();
    await workbench.expand(/#multi-vectorism.*2 notes in 2 papers/);
    await workbench.shot('13-tags');
  });

  it('is all there tomorrow', async () => {
    await session.restart();
    workbench = session.workbench;
    await workbench.openView(container());
    await workbench.row(second.name).waitFor();
    await workbench.row(/#multi-vectorism.*2 notes in 2 papers/).waitFor();
    assert.equal((await workbench.rows()).filter((row) => either.test(row)).length >= 2, true);
    await workbench.shot('14-tomorrow');
  });

  it('deletes a note and brings it back', async () => {
    await workbench.expand(first.name);
    await workbench.row(/^comment, #multi-vectorism/).waitFor();
    await workbench.page.waitForTimeout(1000);
    await workbench.rowMenu(/^comment, #multi-vectorism/, 'Delete Note');
    await workbench.said('Note deleted');
    await until(() => !session.read(`sources/${first.key}.md`).includes('Choice is a survey question'));
    await workbench.answerToast('Note deleted', 'Undo');
    await until(() => session.read(`sources/${first.key}.md`).includes('Choice is a survey question'));
    // Its row comes back and moves those below it: a click before that would hit another source.
    await workbench.row(/^comment, #multi-vectorism/).waitFor();
    await workbench.clearToasts();
  });

  it('deletes a source to the trash and brings it back', async () => {
    await workbench.rowMenu(second.name, 'Delete Source');
    await workbench.said(/deleted\./);
    await until(() => !existsSync(path.join(session.folder, 'sources', `${second.key}.md`)));
    await workbench.answerToast(/deleted\./, 'Undo');
    await until(() => existsSync(path.join(session.folder, 'sources', `${second.key}.md`)));
    await workbench.row(second.name).waitFor();
  });

  it('looks right in a narrow window, in light and in high contrast', async () => {
    await workbench.row(second.name).click();
    await workbench.editorTab(`${second.key}.md`).waitFor();
    for (const theme of ['light', 'high contrast', 'dark'] as const) {
      await session.theme(theme);
      await workbench.shot(`15-${theme.replace(' ', '-')}`);
    }
    await workbench.size(800, 700);
    await workbench.shot('16-narrow');
  });
});
