/** Relations between notes: made by dragging and by command, shown at both ends, taken away again. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';
import type { Workbench } from './workbench';

describe('relations between notes', function () {
  this.timeout(240_000);
  let session: Session;
  let workbench: Workbench;
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 30_000; !holds(); await workbench.page.waitForTimeout(100)) assert.ok(Date.now() < end, `It did not come true: ${holds.toString()}`);
  };
  const pane = (name: string) => workbench.page.locator('.part.sidebar .pane-header').filter({ hasText: name }).first();

  before(async () => {
    session = await Session.open({ copy: 'media/sample', settings: { 'commonplace.author': 'anna' } });
    workbench = session.workbench;
    await workbench.size(1280, 900);
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
    for (const name of ['Sources', 'This Draft']) await pane(name).click();
    await workbench.row(/^#corridors,/).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('are made by dropping a note on a note, and stand at both', async () => {
    await workbench.expand(/^#corridors,/);
    const [ours, theirs] = [/^quote, p\. 30, against,/, /^quote, p\. 103, mixed,/];
    await workbench.row(ours).dragTo(workbench.row(theirs));
    await workbench.quickInput.row('attacks').waitFor();
    await workbench.shot('70-relate');
    await workbench.quickInput.choose('attacks');
    await until(() => /<!-- note nw3k5a8rv [^\n]* attacks=hargreaves2018#nz6c0e4pw -->/u.test(session.read('sources/delaunay2020.md')));
    await workbench.said(/this note attacks Hargreaves/);
    await workbench.expand(ours);
    await workbench.row(/attacks Hargreaves 2018/).waitFor();
    await workbench.expand(theirs);
    await workbench.row(/attacked by Delaunay/).waitFor();
    await workbench.shot('71-relations-light');
    await session.theme('dark');
    await workbench.shot('72-relations-dark');
    await session.theme('light');
    await workbench.clearToasts();
  });

  it('are made from the note at the cursor, by keyboard alone, and taken back', async () => {
    await workbench.openFile('chen2022.md');
    await workbench.editor.select('#hedging #method');
    await workbench.command('Commonplace: Relate Notes');
    await workbench.quickInput.row('supports').waitFor();
    await workbench.quickInput.accept();
    await workbench.quickInput.fill('sarsenbayeva stance:mixed');
    await workbench.quickInput.row('pp. 236–238').waitFor();
    await workbench.shot('73-which-note');
    await workbench.quickInput.accept();
    const related = /<!-- note nh0w3q7ec [^\n]* supports=sarsenbayeva2021#n66z1c02n -->/u;
    await until(() => related.test(session.read('sources/chen2022.md')));
    await workbench.answerToast(/this note supports Sarsenbayeva/, 'Undo');
    await until(() => !related.test(session.read('sources/chen2022.md')));
    await workbench.clearToasts();
  });

  it('are said in the hover of either note', async () => {
    await workbench.openFile('delaunay2020.md');
    await workbench.editor.select('nw3k5a8rv');
    assert.match(await workbench.editor.hover('nw3k5a8rv'), /attacks Hargreaves 2018/);
    await workbench.shot('74-hover-relation');
    await workbench.openFile('hargreaves2018.md');
    await workbench.editor.select('nz6c0e4pw');
    assert.match(await workbench.editor.hover('nz6c0e4pw'), /attacked by Delaunay/);
  });

  it('are taken away from either end', async () => {
    await workbench.rowMenu(/attacked by Delaunay/, 'Remove Relation');
    await until(() => !session.read('sources/delaunay2020.md').includes('hargreaves2018#nz6c0e4pw'));
    await workbench.said('Relation removed');
  });
});
