/** Citing as a writer does it: several works with their pages, the picker's details, the preview. */
import assert from 'node:assert/strict';
import { photographFailures, Session } from './harness';
import type { Workbench } from './workbench';

const library = [
  '@article{okafor2019, author = {Okafor, Ngozi and Çapan, Zeynep}, title = {The Silence of Middle Powers}, journal = {Journal of Invented Politics}, year = {2019}, volume = {7}, number = {2}, pages = {101--130}}',
  '@book{sundstrom2011, author = {Sundström, Åke}, title = {Neutral by Habit: Small States Between Blocs}, publisher = {Polder Books}, address = {Utrecht}, year = {2011}}',
  '@incollection{kovalenko2021, author = {Kovalenko, Marta}, title = {The Eloquence of Absence}, booktitle = {A Handbook of Assemblies}, editor = {Moreau, Claire}, publisher = {Estuary Press}, address = {Lisbon}, year = {2021}, pages = {210--233}}',
  '@article{tahir2023, author = {Tahir, Idris B.}, title = {Hedging as Routine}, journal = {Region and World}, year = {2023}, volume = {3}, pages = {1--19}}',
].join('\n\n');
const draft = '# Small states between powers\n\nMiddle powers often keep silent.\n\nNeutrality has a history, and a price [@okafor2019, p. 104; @unknown1999].\n';

describe('citing', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ files: { 'library.bib': library, 'draft.md': draft } });
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
    await workbench.page.waitForTimeout(1500);
    const text = session.read('draft.md');
    assert.equal(text.split('\n')[2]?.match(/\[/g)?.length, 1);
  });

  it('shows the citations and the reference list in the preview', async () => {
    await workbench.command('Markdown: Open Preview to the Side');
    const preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await preview.locator('.commonplace-reference').first().waitFor();
    assert.match(await preview.locator('body').innerText(), /keep silent \(Okafor and Çapan 2019, 104–6;.*Kovalenko 2021/s);
    assert.equal(await preview.locator('.commonplace-unknown').innerText(), '@unknown1999');
    for (const theme of ['dark', 'light', 'high contrast'] as const) {
      await session.theme(theme);
      await workbench.shot(`22-preview-${theme.replace(' ', '-')}`);
    }
  });

  it('changes the style in the picker, which shows a source in each', async () => {
    await workbench.command('Commonplace: Choose Citation Style');
    await workbench.quickInput.type('World Politics');
    await workbench.quickInput.row('World Politics').waitFor();
    await workbench.page.locator('.quick-input-list').getByText('“The Silence of Middle Powers').first().waitFor();
    await workbench.shot('23-choose-style');
    await workbench.quickInput.choose('World Politics');
  });
});
