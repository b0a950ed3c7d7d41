/** Citing as a writer does it: several works with their pages, the picker's details, the preview. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const library = [
  '@article{okafor2019, author = {Okafor, Ngozi and Çapan, Zeynep}, title = {The Silence of Middle Powers}, journal = {Journal of Invented Politics}, year = {2019}, volume = {7}, number = {2}, pages = {101--130}}',
  '@book{sundstrom2011, author = {Sundström, Åke}, title = {Neutral by Habit: Small States Between Blocs}, publisher = {Polder Books}, address = {Utrecht}, year = {2011}}',
  '@incollection{kovalenko2021, author = {Kovalenko, Marta}, title = {The Eloquence of Absence}, booktitle = {A Handbook of Assemblies}, editor = {Moreau, Claire}, publisher = {Estuary Press}, address = {Lisbon}, year = {2021}, pages = {210--233}}',
  '@article{tahir2023, author = {Tahir, Idris B.}, title = {Hedging as Routine}, journal = {Region and World}, year = {2023}, volume = {3}, pages = {1--19}}',
].join('\n\n');
const draft = '# Small states between powers\n\nMiddle powers often keep silent.\n\nNeutrality has a history, and a price [@okafor2019, p. 104; @unknown1999].\n\nOthers call it prudence [@mensah2020, p. 9].\n';
const chapter = '\\documentclass{article}\n\\begin{document}\nPrudence has its price \\autocite[7]{mensah2020}.\n\\end{document}\n';
const own = (key: string, family: string, title: string, notes: string): string =>
  `---\nid: ${key}\ntype: article-journal\ntitle: "${title}"\nauthor: [{"family":"${family}","given":"Ama"}]\nissued: {"date-parts":[[2020]]}\n---\n\n# Abstract\n\nWhat looks like fear is often calculation.\n\n# Notes by anna\n\n${notes}\n<!-- end -->\n`;
const prudence = own('mensah2020', 'Mensah', 'Prudence by Numbers', '## #hedging · p. 7 · for\n\n<!-- note n1a2b3c4d created=2026-09-14T10:22:05Z -->\n\n> the small count twice before they speak once\n');
const answer = own('lindqvist2020', 'Lindqvist', 'Against Prudence', '## #hedging · p. 3 · against\n\n<!-- note n2b3c4d5e created=2026-09-14T10:22:05Z attacks=mensah2020#n1a2b3c4d -->\n\n> counting is no policy\n');


describe('citing', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ files: { 'library.bib': library, 'draft.md': draft, 'chapter.tex': chapter, 'sources/mensah2020.md': prudence, 'sources/lindqvist2020.md': answer } });
    workbench = session.workbench;
    await workbench.size(1280, 800);
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('takes three works, one with its page, by keyboard alone', async () => {
    await workbench.openFile('draft.md');
    await workbench.editor.goTo(3, 32);
    await workbench.press('Shift+Alt+K');
    await workbench.quickInput.type('silence');
    await workbench.quickInput.row('Okafor').waitFor();
    await workbench.press('Shift+Alt+K');
    await workbench.page.getByPlaceholder('A page or place').waitFor();
    await workbench.quickInput.type('104-6');
    await workbench.quickInput.row('pp. 104-6').waitFor();
    await workbench.shot('20-place-of-a-citation');
    await workbench.quickInput.accept();
    await workbench.quickInput.row('pp. 104-6').waitFor();
    await workbench.quickInput.fill('neutral');
    await workbench.quickInput.toggle('Sundström');
    await workbench.quickInput.fill('eloquence');
    await workbench.quickInput.toggle('Kovalenko');
    await workbench.shot('21-three-works');
    await workbench.quickInput.accept();
    await workbench.editor.shows('keep silent [@okafor2019, pp. 104-6; @sundstrom2011;');
  });

  it('extends the citation at the cursor, with words before', async () => {
    await workbench.editor.goTo(3, 50);
    await workbench.press('Shift+Alt+K');
    await workbench.quickInput.type('routine');
    await workbench.quickInput.row('Tahir').waitFor();
    await workbench.press('Shift+Alt+K');
    await workbench.page.getByPlaceholder('A page or place').waitFor();
    await workbench.quickInput.type('but see');
    await workbench.quickInput.choose('but see …');
    await workbench.quickInput.choose('Done');
    await workbench.quickInput.accept();
    await workbench.editor.shows('but see @tahir2023');
    await workbench.press('Control+S');
    await until(() => session.read('draft.md').includes('but see @tahir2023'));
    const text = session.read('draft.md');
    assert.equal(text.split('\n')[2]?.match(/\[/g)?.length, 1);
  });

  it('shows the citations and the reference list in the preview', async () => {
    await workbench.command('Markdown: Open Preview to the Side');
    const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await preview.locator('.commonplace-reference').first().waitFor();
    await until(async () => /Kovalenko 2021/.test(await preview.locator('body').innerText()));
    assert.match(await preview.locator('body').innerText(), /keep silent \(Okafor and Çapan 2019, 104–6;.*Kovalenko 2021/s);
    assert.equal(await preview.locator('.commonplace-unknown').innerText(), '@unknown1999');
    for (const theme of ['dark', 'light', 'high contrast'] as const) {
      await session.theme(theme);
      await workbench.shot(`22-preview-${theme.replace(' ', '-')}`);
    }
  });

  it('shows on a key its reference, abstract and notes', async () => {
    await workbench.command('View: Close All Editors in Group');
    await workbench.openFile('draft.md');
    const said = await workbench.editor.hover('mensah2020');
    for (const part of [/Mensah, Ama\. 2020\. .Prudence by Numbers/u, /What looks like fear/u, /#hedging.*count twice before they speak/su]) assert.match(said, part);
    for (const theme of ['dark', 'light'] as const) {
      await session.theme(theme);
      await workbench.editor.hover('mensah2020');
      await workbench.shot(`24-hover-${theme}`);
    }
    await workbench.press('Escape');
  });

  it('shows in This Draft what it cites, what nobody knows, and the notes not used', async () => {
    await workbench.size(1280, 1100);
    await workbench.openView(container());
    await workbench.row('unknown1999').waitFor();
    await workbench.row(/Mensah 2020, cited 1 time/u).waitFor();
    await workbench.row('Notes not used yet').waitFor();
    await workbench.expand(/Mensah 2020, cited/u);
    await workbench.row(/line 7/u).waitFor();
    await workbench.page.locator('.part.statusbar').getByRole('button', { name: '3 citations of 6 sources; 1 key that no source has' }).first().waitFor();
    await workbench.shot('31-this-draft');
    await workbench.size(800, 600);
    await workbench.shot('32-this-draft-narrow');
    await workbench.size(1280, 800);
  });

  it('renames a key in Markdown, LaTeX, its own file and the notes that answer it', async () => {
    await workbench.openFile('draft.md');
    await workbench.editor.goTo(7, 30);
    await workbench.press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('prudence2020');
    await workbench.shot('33-rename');
    await box.press('Enter');
    await workbench.editor.shows('[@prudence2020, p. 9]');
    await workbench.saveAll();
    await until(() => /^id: "?prudence2020"?$/mu.test(session.read('sources/prudence2020.md')) && session.read('chapter.tex').includes('\\autocite[7]{prudence2020}')
      && session.read('sources/lindqvist2020.md').includes('attacks=prudence2020#n1a2b3c4d') && session.read('draft.md').includes('@prudence2020'));
    await workbench.row(/Mensah 2020, cited 1 time/u).waitFor();
    await workbench.shot('34-renamed');
  });

  it('changes the style in the picker, which shows a source in each', async () => {
    await workbench.command('Commonplace: Choose Citation Style');
    await workbench.quickInput.type('World Politics');
    await workbench.quickInput.row('World Politics').waitFor();
    await workbench.page.locator('.quick-input-list').getByText('“Against Prudence').first().waitFor();
    await workbench.shot('23-choose-style');
    await workbench.quickInput.choose('World Politics');
  });
});
