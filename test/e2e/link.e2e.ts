/** A link from a browser or a reference manager: it is shown, and asked about, before anything is added. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { container, photographFailures, Session } from './harness';

describe('a link from outside', function () {
  this.timeout(180_000);
  let session: Session;

  before(async () => {
    session = await Session.open({ copy: 'media/sample' });
    await session.workbench.openView(container());
    await session.workbench.row(/Okonkwo/).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  const open = async (url: string): Promise<void> => {
    const { workbench } = session;
    await workbench.command('Developer: Open URL');
    await workbench.quickInput.fill(url);
    await workbench.press('Enter');
    // The editor asks first whether an extension may open it.
    await workbench.answerDialog('Open');
  };
  const link = `code-oss://commonplace.commonplace/add?text=${encodeURIComponent('@book{linked2002, author = {Linked, Lara}, title = {Sent Through a Link}, year = {2002}}')}`;

  it('adds nothing when the person says no', async () => {
    await open(link);
    await session.workbench.shot('35-link-asks');
    await session.workbench.answerDialog('Cancel');
    await session.workbench.page.waitForTimeout(1000);
    assert.equal(existsSync(path.join(session.folder, 'sources', 'linked2002.md')), false);
  });

  it('adds the source when the person agrees', async () => {
    await open(link);
    await session.workbench.answerDialog('Add');
    await session.workbench.row(/Sent Through a Link/).waitFor();
    assert.match(session.read('sources/linked2002.md'), /title: "Sent Through a Link"/);
  });
});
