/** A folder that the person does not trust: reading, pasting and citing work, and nothing is generated. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { container, photographFailures, Session } from './harness';
import { until } from './until';

describe('in a folder that is not trusted', function () {
  this.timeout(180_000);
  let session: Session;

  before(async () => {
    session = await Session.open({ copy: 'media/sample', trust: false, files: { '.vscode/settings.json': '{ "commonplace.sourcesFolder": "elsewhere" }' } });
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('shows and adds sources, follows no setting of the folder, and generates no bibliography', async () => {
    const { workbench } = session;
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
    await workbench.setClipboard('@book{mine2001,\n author = {Mine, A.},\n title = {A Book of My Own Making},\n year = {2001}\n}');
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said('added'), /1 source added/);
    await workbench.row(/A Book of My Own Making/).waitFor();
    await until(() => existsSync(path.join(session.folder, 'sources', 'mine2001.md')));
    await workbench.page.waitForTimeout(2000);
    assert.equal(existsSync(path.join(session.folder, 'references.bib')), false);
    await workbench.shot('30-untrusted');
  });

  it('looks nothing up on the internet, and says why', async () => {
    const { workbench } = session;
    await workbench.command('Commonplace: Add Source by DOI, ISBN or arXiv Number');
    await workbench.quickInput.fill('10.1234/silence');
    await workbench.page.keyboard.press('Enter');
    assert.match(await workbench.said('Looking up'), /not done in a folder that you do not trust/);
    await workbench.shot('31-untrusted-lookup');
  });

  it('X-08 refuses what would change many files, also when a command is called directly, and says why', async () => {
    const { workbench } = session;
    await workbench.command('Commonplace: Regenerate Keys');
    assert.match(await workbench.said('no command changes many files'), /change them one by one/);
    await workbench.command('Commonplace: Update Bibliography');
    assert.match(await workbench.said('no bibliography is generated'), /then update it again/);
    await workbench.clearToasts();
  });

  it('exports into the folder only, and says why', async () => {
    const { workbench } = session;
    const outside = path.join(session.folder, '..', 'outside.ris');
    await workbench.command('Commonplace: Export Sources');
    await workbench.quickInput.choose('RIS');
    await workbench.page.waitForTimeout(1000);
    await workbench.quickInput.fill(outside);
    await workbench.page.waitForTimeout(500);
    await workbench.press('Enter');
    assert.match(await workbench.said('do not trust, nothing is written outside'), /Save the export inside the folder/);
    assert.equal(existsSync(outside), false);
  });
});
