/** The sample workspace that `npm start` opens: every view shows something worth looking at. */
import assert from 'node:assert/strict';
import type { JSHandle } from 'playwright-core';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

/** A file of the person's own machine, as it is dragged. */
const fileOf = (workbench: Workbench, name: string, text: string): Promise<JSHandle> => workbench.page.evaluateHandle(([fileName, content]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/plain' }));
  return transfer;
}, [name, text]);

/** What a browser lets one drag of a page. */
const pageOf = (workbench: Workbench, text: string, html: string): Promise<JSHandle> => workbench.page.evaluateHandle(([plain, marked]) => {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', plain ?? '');
  transfer.setData('text/html', marked ?? '');
  return transfer;
}, [text, html]);

/** Drops something on the tree of sources. */
async function drop(workbench: Workbench, data: JSHandle): Promise<void> {
  const row = workbench.row(/Okonkwo/);
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await row.dispatchEvent(event, { dataTransfer: data });
    await workbench.page.waitForTimeout(300);
  }
}

describe('the sample workspace', function () {
  this.timeout(180_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ copy: 'media/sample', settings: { 'commonplace.author': 'anna' } });
    workbench = session.workbench;
    await workbench.size(1440, 900);
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('shows its sources, their notes and tags, and no problems', async () => {
    await workbench.openFile('article.md');
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
    await workbench.expand(/Okonkwo/);
    await workbench.row(/#hedging.*notes in/).waitFor();
    await workbench.expand(/#hedging.*notes in/);
    await workbench.page.waitForTimeout(1000);
    await workbench.editor.hover('@hargreaves2018');
    await workbench.shot('20-sample');
    await workbench.press('Escape');
    // While the files are read for the first time a tag may be unknown for a moment.
    await until(async () => (await workbench.problems()).length === 0);
    await workbench.command('View: Toggle Panel Visibility');
  });

  it('groups by year and filters by any word', async () => {
    await workbench.command('Commonplace: Group Sources By…');
    await workbench.quickInput.choose('Year');
    await workbench.row(/^2024/).waitFor();
    await workbench.shot('21-by-year');
    await workbench.command('Commonplace: Filter Sources…');
    await workbench.quickInput.type('votes 2019');
    await until(async () => (await workbench.rows()).filter((row) => /^20\d\d/.test(row)).join() === '2019 1');
    await workbench.shot('22-filter');
    await workbench.quickInput.cancel();
    await workbench.command('Commonplace: Group Sources By…');
    await workbench.quickInput.choose('No Groups');
    await workbench.row(/Okonkwo/).waitFor();
  });

  it('imports the texts to paste, knowing the one that is there', async () => {
    await workbench.setClipboard(session.read('to-paste/mixed.txt'));
    await workbench.command('Commonplace: Paste Sources');
    assert.match(await workbench.said(/added|already there/), /\d/);
    await workbench.shot('23-mixed-paste');
  });

  it('reads a file that is dropped on the tree', async () => {
    await workbench.clearToasts();
    // High enough for every source to be in view.
    await workbench.size(1440, 1500);
    await drop(workbench, await fileOf(workbench, 'dropped.ris', 'TY  - BOOK\nAU  - Sundström, Åke\nTI  - Neutral by Habit\nPY  - 2011\nER  - \n'));
    assert.match(await workbench.said('added'), /1 source added/);
    await workbench.row(/Sundström 2011|Neutral by Habit/).waitFor();
    await workbench.answerToast('added', 'Undo');
    await workbench.row(/Sundström 2011|Neutral by Habit/).waitFor({ state: 'detached' });
    await workbench.size(1440, 900);
  });

  it('reads a page that is dropped on the tree with what only its HTML says', async () => {
    await workbench.clearToasts();
    await workbench.size(1440, 1500);
    const words = 'Aalto, Mervi, and Chidi Obi. 2017. “Dykes and Deputies.” Journal of Low Lands 8 (2): 101–24.';
    await drop(workbench, await pageOf(workbench, words, `<p>${words} <a href="https://doi.org/10.99901/jll.8.2.101"><img alt="x"></a></p>`));
    assert.match(await workbench.said('added'), /1 source added/);
    await workbench.row(/Aalto/).waitFor();
    assert.match(session.read('sources/aalto2017.md'), /^DOI: "10\.99901\/jll\.8\.2\.101"$/mu);
    await workbench.answerToast('added', 'Undo');
    await workbench.row(/Aalto/).waitFor({ state: 'detached' });
    await workbench.size(1440, 900);
  });

  it('has something to show in dark as well', async () => {
    await session.theme('dark');
    await workbench.openFile('article.md');
    await workbench.editor.hover('@okonkwo2019');
    await workbench.shot('24-sample-dark');
  });
});
