/** Each view of the notes half over the sample workspace, in light and dark, wide and narrow: pictures to be looked at, in out/screenshots. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

const sizes = { wide: [1500, 900], narrow: [900, 800] } as const;
const views = 'Against hedging: "#hedging stance:against"\nSilence and voting: "#un-voting or text:silence"\nNot yet cited: "cited:no kind:claim"\n';

describe('the views of the sample', function () {
  this.timeout(420_000);
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    session = await Session.open({ copy: 'media/sample', files: { 'sources/views.yaml': views }, settings: { 'commonplace.author': 'anna', 'window.autoDetectColorScheme': false } });
    workbench = session.workbench;
    await workbench.size(1500, 900);
    await workbench.openFile('article.md');
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  const pane = (name: string) => workbench.page.locator('.part.sidebar .pane-header').filter({ hasText: name }).first();
  const unfold = async (...names: readonly string[]): Promise<void> => {
    for (const name of ['Sources', 'Tags', 'Views', 'This Draft']) {
      const isWanted = String(names.includes(name));
      if (await pane(name).getAttribute('aria-expanded') !== isWanted) await pane(name).click();
      await pane(name).and(workbench.page.locator(`[aria-expanded="${isWanted}"]`)).waitFor();
    }
  };
  const sideBar = async (isShown: boolean): Promise<void> => {
    if (await workbench.page.locator('.part.sidebar').isVisible() !== isShown) await workbench.press('Control+B');
    await workbench.page.locator('.part.sidebar').waitFor({ state: isShown ? 'visible' : 'hidden' });
  };

  /** One picture in light and wide, dark and wide, dark and narrow, light and narrow. `again` brings back what a change of theme or size closes. */
  const pictured = async (name: string, again: () => Promise<unknown> = () => Promise.resolve()): Promise<void> => {
    for (const [theme, size] of [['light', 'wide'], ['dark', 'wide'], ['dark', 'narrow'], ['light', 'narrow']] as const) {
      await session.theme(theme);
      const [width, height] = sizes[size];
      await workbench.size(width, height);
      await again();
      await workbench.page.waitForTimeout(600);
      await workbench.shot(`view-${name}-${theme}-${size}`);
    }
    await workbench.size(1500, 900);
  };

  it('the tree of sources with its notes', async () => {
    await unfold('Sources');
    await workbench.expand(/Okonkwo/);
    await pictured('sources');
  });

  it('the tags', async () => {
    await unfold('Tags');
    await workbench.expand(/^#foreign-policy,/);
    await workbench.expand(/^#hedging,/);
    await pictured('tags');
  });

  it('the saved views and this draft', async () => {
    await unfold('Views', 'This Draft');
    await workbench.row(/Against hedging/).waitFor();
    await pictured('views-and-draft');
    await unfold('Sources');
  });

  it('a source with its passages, and what is said of them', async () => {
    await workbench.openFile('okonkwo2019.md');
    await workbench.editor.shows('# Abstract');
    await pictured('source');
    await pictured('hover-passage', () => workbench.editor.hover('patrons disagree'));
    await workbench.press('Escape');
    await workbench.command('View: Close All Editors');
  });

  it('the box of a note', async () => {
    await workbench.openFile('okonkwo2019.md');
    await workbench.editor.select('absence is patterned');
    await pictured('note-box', async () => {
      await workbench.press('Shift+Alt+N');
      await workbench.quickInput.row('Keep without a tag').waitFor();
      await workbench.quickInput.fill('hedging p. 12 ag');
      await workbench.quickInput.row('against').waitFor();
    }).catch(async (error: unknown) => { await workbench.press('Escape'); throw error; });
    await workbench.press('Escape');
    await workbench.command('View: Close All Editors');
  });

  it('the passages of a tag', async () => {
    await workbench.command('Commonplace: Show Passages…');
    await workbench.quickInput.fill('#hedging');
    await workbench.quickInput.row('#hedging').waitFor();
    await workbench.quickInput.accept();
    await workbench.editor.shows('passages in');
    await pictured('passages');
    await workbench.command('View: Close All Editors');
  });

  it('the literature table', async () => {
    await workbench.command('Commonplace: Literature Table…');
    await workbench.quickInput.fill('#hedging');
    await workbench.quickInput.row('#hedging').waitFor();
    await workbench.quickInput.accept();
    await workbench.quickInput.choose('One Row for Each Source');
    await until(async () => /\/[^/]+\.\p{L}+$/u.test(await workbench.quickInput.input.inputValue()));
    await workbench.quickInput.fill(`${session.folder}/literature.md`);
    await workbench.quickInput.row('literature.md').waitFor({ timeout: 2000 }).catch(() => undefined);
    await workbench.quickInput.accept();
    await workbench.editorTab('literature.md').waitFor();
    await workbench.clearToasts();
    await pictured('literature');
    await workbench.command('Markdown: Open Preview');
    await workbench.editorTab('Preview literature.md').waitFor();
    await pictured('literature-preview');
    await workbench.command('View: Close All Editors');
  });

  it('how far the coders agree', async () => {
    await workbench.command('Commonplace: Compare Coders');
    await workbench.quickInput.row('anna').waitFor();
    await workbench.quickInput.accept();
    await workbench.quickInput.choose('Passages');
    await workbench.editor.shows('Krippendorff');
    await workbench.clearToasts();
    await pictured('agreement');
    await workbench.command('View: Revert and Close Editor');
  });

  it('the hover of a citation, the evidence of the draft', async () => {
    await workbench.openFile('article.md');
    await pictured('hover-citation', () => workbench.editor.hover('@hargreaves2018'));
    await workbench.press('Escape');
    await workbench.command('Commonplace: Evidence Appendix of This Draft');
    await workbench.editor.shows('# Evidence: article.md');
    await pictured('evidence');
    await workbench.command('View: Revert and Close Editor');
  });

  it('the review of what a paste was unsure of', async () => {
    await workbench.setClipboard(session.read('to-paste/conference-page.txt'));
    await workbench.command('Commonplace: Paste Sources');
    await workbench.said(/added|already there/);
    await workbench.clearToasts();
    await workbench.command('Commonplace: Review Sources');
    await until(async () => {
      for (const frame of workbench.page.frames()) if (await frame.locator('#review *').count() > 3) return true;
      return false;
    });
    await pictured('review');
    await workbench.command('View: Close All Editors');
  });

  it('the synthesis: table, passages, four pictures', async () => {
    await workbench.command('Commonplace: Show Synthesis');
    let found: Frame | undefined;
    await until(async () => {
      for (const frame of workbench.page.frames()) if (await frame.locator('#synthesis tbody tr').count() > 10) found = frame;
      return found !== undefined;
    });
    const frame = found as Frame;
    await sideBar(false);
    await pictured('synthesis');
    await frame.locator('tbody tr').filter({ hasText: 'Tamm' }).locator('td[data-line]').nth(1).click();
    await frame.locator('aside.pane li').first().waitFor();
    await pictured('synthesis-cell');
    await frame.getByRole('button', { name: 'Close the passages' }).click();
    for (const tab of ['together', 'years', 'stance', 'relations']) {
      await frame.locator(`[role=tab][data-tab=${tab}]`).click();
      await frame.locator('figure svg').waitFor();
      await pictured(`synthesis-${tab}`, () => frame.locator('figure svg').waitFor());
    }
    await sideBar(true);
    assert.ok(await workbench.editorTab('Synthesis').isVisible());
  });
});
