/** Bringing sources into a draft by mouse and clipboard: drag, copy and paste, Paste As…. */
import assert from 'node:assert/strict';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const source = `---
id: okafor2019
type: article-journal
title: "The Silence of Middle Powers"
author: [{"family":"Okafor","given":"Ngozi"}]
issued: {"date-parts":[[2019]]}
container-title: "Journal of Invented Politics"
---

# Notes by anna

## #silence · p. 104 · for

<!-- note n1a2b3c4d created=2026-09-14T10:22:05Z -->

> silence is a vote that costs nothing

<!-- end -->
`;
const library = '@book{sundstrom2011, author = {Sundström, Åke}, title = {Neutral by Habit}, publisher = {Polder Books}, year = {2011}}\n';
const draft = '# Draft\n\nFirst.\n\nSecond.\n\nThird.\n\nFourth.\n\nFifth.\n';

describe('carrying sources into a draft', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ files: { 'sources/okafor2019.md': source, 'library.bib': library, 'draft.md': draft } });
    workbench = session.workbench;
    await workbench.size(1280, 800);
    await workbench.openFile('draft.md');
    await workbench.openView(container());
    await workbench.row('Sundström').waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  /** The draft is again what it was, with one step of undo. */
  async function undone(): Promise<void> {
    await workbench.openFile('draft.md');
    await workbench.press('Control+Z');
    await workbench.page.waitForFunction(() => ![...document.querySelectorAll('.editor-instance .view-line')].some((line) => /@|“/u.test(line.textContent ?? '')));
  }

  /** Drags a row into the draft, and once more when it was let go before a busy machine had said what was carried. */
  async function dropped(row: string, at: string, shot: string, shown: string): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      await workbench.dragIntoEditor(row, at, shot);
      if (await workbench.editor.shows(shown, 6_000).then(() => true, () => false)) return;
    }
    await workbench.editor.shows(shown);
  }

  /** Pastes as a person does, and takes another form of it from the button that appears. */
  async function pasteAs(text: string, line: number, title: string, shot: string, html?: string): Promise<void> {
    await (html === undefined ? workbench.setClipboard(text) : workbench.setClipboardPage(text, html));
    await workbench.openFile('draft.md');
    await workbench.editor.goTo(line, 1);
    await workbench.press('End');
    await workbench.press('Control+V');
    await workbench.page.locator('.post-edit-widget').waitFor();
    const row = await workbench.editor.offered(title);
    await workbench.shot(shot);
    await row.click();
  }

  it('drops a source from the tree as a citation', async () => {
    await dropped('Sundström', 'Second.', '25-drag-a-source', 'Second. [@sundstrom2011]');
    await undone();
  });

  it('drops a note from the tree as a quotation with its page', async () => {
    await workbench.expand('Okafor');
    await workbench.row('silence is a vote').waitFor();
    await dropped('silence is a vote', 'Third.', '26-drag-a-note', 'Third. “silence is a vote that costs nothing” [@okafor2019, p. 104]');
    await workbench.shot('27-quotation');
    await undone();
  });

  it('pastes a source that was copied in the tree as a citation', async () => {
    await workbench.row('Sundström').click();
    // One click shows the entry and leaves the focus in the tree, as the Explorer does.
    await workbench.page.locator('.tab.active', { hasText: 'library.bib' }).locator('.label-name').waitFor();
    await workbench.page.locator('.tab.active .monaco-icon-label.italic').waitFor();
    // On a busy machine the first of these keys may come before the tree listens.
    await until(async () => {
      await workbench.press('Control+C');
      await workbench.page.waitForTimeout(1_000);
      if (/Neutral by Habit/u.test(await workbench.clipboard())) return true;
      await workbench.row('Sundström').click();
      return false;
    });
    await workbench.openFile('draft.md');
    await workbench.editor.goTo(9, 8);
    await workbench.press('Control+V');
    await workbench.editor.shows('Fourth. [@sundstrom2011]');
    await undone();
  });

  it('adds and cites in one step what was copied as BibTeX', async () => {
    await pasteAs('@article{tahir2023, author = {Tahir, Idris}, title = {Hedging as Routine}, journal = {Region and World}, year = {2023}}', 7, 'Insert as Citation', '28-paste-as');
    await workbench.editor.shows('Third. [@tahir2023]');
    await workbench.row('Hedging as Routine').waitFor();
    assert.match(session.read('sources/tahir2023.md'), /^title: "Hedging as Routine"$/mu);
    await workbench.shot('29-pasted-and-cited');
    await undone();
  });

  it('adds and cites in one step a bare DOI, which stays text unless that is asked for', async () => {
    await pasteAs('https://doi.org/10.5555/invented.2020.7', 11, 'Insert as Citation', '30-paste-doi');
    await until(async () => /Fifth\. \[@[^\]]+\]/u.test(await workbench.editor.text()));
    assert.equal((await workbench.editor.text()).includes('10.5555'), false);
    await undone();
  });

  it('adds and cites what was copied of a page, with what only its HTML says of the work', async () => {
    const address = 'https://doi.org/10.99901/jll.8.2.101';
    const work = 'ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.atitle=Dykes+and+Deputies&amp;rft.jtitle=Journal+of+Low+Lands&amp;rft.date=2017&amp;rft.aulast=Aalto&amp;rft.aufirst=Mervi&amp;rft_id=info%3Adoi%2F10.99901%2Fjll.8.2.101';
    await pasteAs(address, 9, 'Insert as Citation', '31-paste-page', `<p><span class="Z3988" title="${work}"></span><a href="${address}">${address}</a></p>`);
    await workbench.editor.shows('Fourth. [@aalto2017]');
    assert.match(session.read('sources/aalto2017.md'), /^title: "Dykes and Deputies"$/mu);
    await undone();
  });
});
