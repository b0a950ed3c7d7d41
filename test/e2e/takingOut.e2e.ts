/** Taking references out of the editor: onto the clipboard with italics, and into files. */
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const library = [
  '@article{okafor2019, author = {Okafor, Ngozi and Çapan, Zeynep}, title = {The Silence of Middle Powers}, journal = {Journal of Invented Politics}, year = {2019}, volume = {7}, number = {2}, pages = {101--130}}',
  '@book{sundstrom2011, author = {Sundström, Åke}, title = {Neutral by Habit & Choice <in> Blocs}, publisher = {Polder Books}, address = {Utrecht}, year = {2011}}',
  '@article{uncited2001, author = {Uncited, U.}, title = {Nobody Needs This}, journal = {Region}, year = {2001}}',
].join('\n\n');
const draft = '# Small states\n\nNeutrality has a price [@sundstrom2011; @okafor2019, p. 104; @unknown1999].\n';

describe('taking references out', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;
  let page: FrameLocator;

  before(async () => {
    session = await Session.open({ files: { 'library.bib': library, 'draft.md': draft, 'empty.md': 'Nothing is cited here.\n', 'there.bib': 'mine\n' } });
    workbench = session.workbench;
    await workbench.size(1280, 800);
    page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  });
  after(() => session?.close());
  photographFailures(() => session);

  const html = (): Promise<string> => workbench.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item?.types.includes('text/html') === true ? (await item.getType('text/html')).text() : '';
  });

  it('copies the bibliography of a draft as plain text at once, and with italics by Enter', async () => {
    await workbench.openFile('draft.md');
    await workbench.command('Commonplace: Copy Bibliography of This Draft');
    await page.getByRole('button', { name: 'Copy with Italics' }).waitFor();
    assert.match(await page.locator('.about').innerText(), /^2 references in the style American Political Science Association/);
    assert.match(await page.locator('.unknown').innerText(), /no source has this key: unknown1999/);
    assert.match(await page.getByRole('status').innerText(), /2 references are on the clipboard as plain text/);
    const plain = (await workbench.clipboard()).split('\n');
    assert.equal(plain.length, 2);
    assert.match(plain[0] ?? '', /^Okafor, Ngozi.*2019.*The Silence of Middle Powers/);
    assert.equal(await html(), '');
    await workbench.press('Enter');
    await page.getByText('with italics and as plain text').waitFor();
    assert.match(await html(), /<i>Journal of Invented Politics<\/i>/);
    assert.match(await html(), /Neutral by Habit &amp; Choice &lt;in&gt; Blocs/);
    assert.deepEqual((await workbench.clipboard()).replace(/\r/g, '').split('\n'), plain);
    for (const theme of ['dark', 'light', 'high contrast'] as const) {
      await session.theme(theme);
      await workbench.shot(`40-copy-bibliography-${theme.replace(' ', '-')}`);
    }
  });

  it('follows the style', async () => {
    session.set({ 'commonplace.citationStyle': 'ieee' });
    await page.getByText('in the style IEEE').waitFor();
    await until(async () => /^\[1\]/.test(await page.locator('.entries li').first().innerText()));
    await workbench.shot('41-copy-bibliography-numbered');
    session.set({ 'commonplace.citationStyle': 'american-political-science-association' });
    await page.getByText('American Political Science').waitFor();
  });

  it('says so where nothing is cited, and leaves the clipboard alone', async () => {
    await workbench.setClipboard('kept');
    await workbench.press('Control+1');
    await workbench.openFile('empty.md');
    await workbench.command('Commonplace: Copy Bibliography of This Draft');
    await page.getByText('There is nothing to list yet.').waitFor();
    await workbench.shot('42-nothing-to-copy');
    assert.equal(await workbench.clipboard(), 'kept');
  });

  it('copies the reference of a source of the tree', async () => {
    await workbench.openView(container());
    await workbench.row(/Silence of Middle Powers/).waitFor();
    await workbench.rowMenu(/Silence of Middle Powers/, 'Copy Reference');
    await page.getByText('Reference of okafor2019').waitFor();
    assert.match(await workbench.clipboard(), /^Okafor, Ngozi[^\n]*$/);
  });

  it('exports what the draft cites, says what has no source, and asks before it writes over a file', async () => {
    await workbench.press('Control+1');
    await workbench.openFile('draft.md');
    await workbench.command('Commonplace: Export Cited Sources');
    await workbench.quickInput.row('CSL JSON').waitFor();
    await workbench.shot('43-export-forms');
    await workbench.quickInput.choose('RIS');
    await workbench.quickInput.input.waitFor();
    await workbench.page.waitForTimeout(1000);
    await workbench.shot('44-export-place');
    await workbench.quickInput.accept();
    assert.match(await workbench.said('exported'), /2 sources exported to draft-cited\.ris\. Not there, for no source has the key: unknown1999\./);
    assert.equal(session.read('draft-cited.ris').match(/^TY {2}- /gm)?.length, 2);
    await workbench.answerToast('exported', 'Open');
    await workbench.editorTab('draft-cited.ris').waitFor();
    await workbench.press('Control+1');
    await workbench.openFile('draft.md');
    await workbench.command('Commonplace: Export Cited Sources');
    await workbench.quickInput.choose('BibTeX');
    await workbench.page.waitForTimeout(1000);
    await workbench.quickInput.fill(`${session.folder}/there.bib`);
    await workbench.page.waitForTimeout(500);
    await workbench.press('Enter');
    await workbench.page.getByText(/already exists/).first().waitFor();
    await workbench.shot('45-export-over');
    assert.equal(session.read('there.bib'), 'mine\n');
    await workbench.press('Escape');
  });
});
