/** Looking up asks first, in plain words, and takes no for an answer. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';

describe('looking up on the internet', function () {
  this.timeout(180_000);
  let session: Session;

  before(async () => {
    session = await Session.open({ copy: 'media/sample', settings: { 'commonplace.author': 'anna' } });
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('is offered when identifiers alone were pasted', async () => {
    const { workbench } = session;
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
    await workbench.setClipboard('10.1234/silence\nhttps://doi.org/10.1234/loudness');
    await workbench.command('Commonplace: Paste Sources');
    await workbench.said('added');
    await workbench.shot('32-lookup-offered');
    await workbench.answerToast('added', 'Look Up All 2');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const words = await dialog.innerText();
    for (const word of ['Crossref', 'DataCite', 'doi.org', 'OpenAlex', 'Open Library', 'arXiv', 'Only the identifier is sent', 'Nothing of your texts']) assert.ok(words.includes(word), word);
    await workbench.shot('33-lookup-asks');
    await workbench.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('asks before the first, is remembered, and is refused after a no', async () => {
    const { workbench } = session;
    const dialog = workbench.page.locator('.monaco-dialog-box');
    for (const answer of ['Never', undefined]) {
      await workbench.command('Commonplace: Add Source by DOI, ISBN or arXiv Number');
      await workbench.quickInput.fill('10.1234/silence');
      await workbench.page.keyboard.press('Enter');
      if (answer !== undefined) await workbench.answerDialog(answer);
      assert.match(await workbench.said('switched off'), /Looking up is switched off/);
      assert.equal(await dialog.count(), 0);
      await workbench.clearToasts();
    }
  });
});
