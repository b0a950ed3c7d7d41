/** Journey 5, “Gather”: filter by a query, keep it as a view, read its passages, draft from a tag. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';
import type { Workbench } from './workbench';

describe('gathering', function () {
  this.timeout(180_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ copy: 'media/sample', settings: { 'commonplace.author': 'anna' } });
    workbench = session.workbench;
    await workbench.size(1440, 900);
    await workbench.openFile('article.md');
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('filters by a query, completes it and says where it is broken', async () => {
    await workbench.row(/Helena Ferreira/).waitFor();
    await workbench.command('Commonplace: Filter Sources…');
    await workbench.quickInput.type('#hedging stance:agains');
    await workbench.quickInput.row('▸agains◂').waitFor();
    await workbench.shot('60-query-broken');
    await workbench.quickInput.type('t');
    await workbench.quickInput.row('Take this query').waitFor();
    await workbench.row(/Helena Ferreira/).waitFor({ state: 'detached' });
    await workbench.quickInput.row('4 notes in 4 sources').waitFor();
    await workbench.shot('61-query');
    await workbench.quickInput.accept();
    await workbench.quickInput.closed();
  });

  it('saves the filter as a view, and shows its passages', async () => {
    await workbench.command('Commonplace: Save Filter as View…');
    await workbench.quickInput.fill('Against hedging');
    await workbench.quickInput.accept();
    await workbench.quickInput.closed();
    assert.match(session.read('sources/views.yaml'), /\nAgainst hedging: "#hedging stance:against"\n/);
    await workbench.row(/Against hedging/).waitFor();
    await workbench.row(/Against hedging/).click();
    await workbench.editor.shows('4 passages in 4 sources');
    await workbench.clearToasts();
    await workbench.shot('62-passages');
    await workbench.command('Commonplace: Clear Filter');
  });

  it('drafts from a tag into a new file, with every passage cited', async () => {
    await workbench.command('Commonplace: Draft From Tag or Query…');
    await workbench.quickInput.fill('#hedging');
    await workbench.page.waitForTimeout(500);
    await workbench.quickInput.accept();
    await workbench.quickInput.choose('Stance');
    await workbench.quickInput.choose('New Markdown File');
    await workbench.page.getByText(/\[@/).first().waitFor();
    await workbench.shot('63-draft-from-tag');
    await workbench.command('Preferences: Toggle between Light/Dark Themes');
    await workbench.page.waitForTimeout(800);
    await workbench.shot('64-draft-from-tag-other-theme');
  });
});
