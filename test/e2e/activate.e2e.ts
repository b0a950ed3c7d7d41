import { container, photographFailures, Session } from './harness';

describe('the packaged extension', function () {
  this.timeout(180_000);
  let session: Session;

  before(async () => {
    session = await Session.open({ files: { 'article.md': '# An article\n' } });
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('is there and activates when its view is opened', async () => {
    const { workbench } = session;
    await workbench.openView(container());
    // High enough for all rows: what is not on the screen is not in the page.
    await workbench.size(1280, 2400);
    await workbench.command('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: 'Commonplace' }).first();
    await row.filter({ hasText: /Activation: \d+ms/ }).waitFor();
  });
});
