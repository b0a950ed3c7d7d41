/** Several folders in one window: each draft has the library and the bibliographies of its own. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const source = (title: string): string => `---\nid: lee2018\ntype: book\ntitle: "${title}"\nauthor: [{"family":"Lee","given":"A."}]\nissued: {"date-parts":[[2018]]}\n---\n\n<!-- end -->\n`;

describe('several folders', function () {
  this.timeout(180_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({
      roots: ['paper', 'paper-two'],
      files: {
        'paper/sources/lee2018.md': source('Of the First Folder'), 'paper/first.md': 'Says [@lee2018].\n', 'paper/two/second.md': '---\nbibliography: none.bib\n---\n',
        'paper-two/sources/lee2018.md': source('Of the Second Folder'), 'paper-two/named.bib': '@book{kim2001, title = {Named}, author = {Kim, B.}, year = {2001}}\n@book{only2002, title = {Only}, year = {2002}}',
        'paper-two/second.md': '---\nbibliography: named.bib\n---\n\nSays [@lee2018; @kim2001] too.\n',
      },
    });
    workbench = session.workbench;
    await workbench.size(1280, 800);
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('show a source each under its folder, though both have one key', async () => {
    await workbench.openView(container());
    await workbench.row('paper-two').waitFor();
    await workbench.row(/First Folder/).waitFor();
    await workbench.row(/Second Folder/).waitFor();
    await workbench.shot('60-several-folders');
  });

  it('give each draft its own source, and no word against it', async () => {
    await workbench.openFile('first.md');
    assert.match(await workbench.editor.hover('lee2018'), /Of the First Folder/);
    await workbench.openFile('paper-two/second.md');
    assert.match(await workbench.editor.hover('lee2018'), /Of the Second Folder/);
    await workbench.page.waitForTimeout(2000);
    assert.deepEqual((await workbench.problems()).filter((message) => /lee2018|kim2001|named\.bib/.test(message)), []);
  });

  it('change keys in their own folder alone', async () => {
    await workbench.command('Commonplace: Choose Key Pattern');
    await workbench.quickInput.fill('[Auth]-[year]');
    await workbench.quickInput.row('Lee-2018').waitFor();
    await workbench.quickInput.accept();
    await workbench.answerToast('New sources get their keys', 'Regenerate Keys…');
    await workbench.quickInput.row('lee2018 → Lee-2018').waitFor();
    assert.equal((await workbench.quickInput.rows()).length, 2);
    await workbench.press('Escape');
    await workbench.rowMenu(/Second Folder/, 'Regenerate Keys');
    await workbench.quickInput.row('lee2018 → Lee-2018').waitFor();
    await workbench.quickInput.accept();
    assert.match(await workbench.said('renamed'), /1 key renamed in 2 files/);
    await until(() => /@Lee-2018; @kim2001/.test(session.read('paper-two/second.md')));
    assert.equal(session.read('paper/first.md'), 'Says [@lee2018].\n');
  });
});
