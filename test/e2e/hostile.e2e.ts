/** A library in which every field of five hundred sources tries to be more than text, in the real workbench: nothing is asked, fetched, run or drawn for it. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { canaryCommand, canaryHost, canaryIcon } from '../reliability/exits/payloads';
import { container, photographFailures, Session } from './harness';
import { five, keyOf, line, some, step, untilShown, watchFor, type IsQuiet } from './hostileLibrary';
import type { Workbench } from './workbench';

/** A source file with the payload in every field, its abstract, and a note. */
function sourceFile(payload: string, at: number): string {
  const text = JSON.stringify(payload);
  const fields = ['title', 'container-title', 'publisher', 'volume', 'issue', 'page', 'DOI', 'URL', 'language', 'genre', 'note'].map((field) => `${field}: ${text}`);
  // Every other one is signed by nobody, so that its title is its label.
  const author = at % 2 === 0 ? [] : [`author: [{"family":${text},"given":${text}},{"literal":${text}}]`];
  return ['---', `id: ${keyOf(at)}`, 'type: article-journal', ...fields, ...author, `issued: {"date-parts":[[${2000 + at % 20}]]}`, `tags: [${text}]`, `custom: {"review":{"volume":${text}}}`, '---', '',
    '# Abstract', '', line(payload), '', '# Notes by anna', '', '## #hedging · p. 12', '', `> ${line(payload)}`, '', line(payload), '', '<!-- end -->', ''].join('\n');
}

const files = {
  ...Object.fromEntries(five.map((payload, at) => [`sources/${keyOf(at)}.md`, sourceFile(payload, at)])),
  'sources/codebook.yaml': `tags:\n  hedging:\n    definition: ${JSON.stringify(`$(${canaryIcon}) [x](command:${canaryCommand}) ![](https://${canaryHost}/tag.png)`)}\n`,
  'draft.md': `# Draft\n\n${five.map((_, at) => `[@${keyOf(at)}]`).join('\n')}\n\nCite here: \n`,
};

describe('a library of texts that try to be more', function () {
  this.timeout(3_600_000);
  let session: Session;
  let workbench: Workbench;
  let page: Page;
  let isQuiet: IsQuiet;

  before(async () => {
    session = await Session.open({ files, settings: { 'commonplace.author': 'anna', 'editor.hover.delay': 100, 'workbench.hover.delay': 100 } });
    ({ workbench } = session);
    ({ page } = workbench);
    isQuiet = watchFor(page);
    await workbench.openView(container());
    await page.locator('.part.sidebar [role=treeitem]').nth(8).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  it('E-01 draws nothing of them in the tree of sources and in its tooltips', async () => {
    await page.locator('.part.sidebar [role=treeitem]').nth(3).hover();
    for (let screen = 0; screen < 30; screen += 1) {
      await isQuiet();
      await page.mouse.wheel(0, 400);
    }
    await workbench.command('Commonplace: Filter Sources');
    await workbench.quickInput.fill('Zebra');
    await workbench.quickInput.accept();
    await workbench.row(/Zebra/).waitFor();
    // A mouse that rests where the row came to be hovers over nothing yet.
    const tooltip = page.locator('.workbench-hover, .monaco-hover').filter({ hasText: 'Key: p000' }).first();
    for (let attempt = 0; attempt < 6 && !await tooltip.isVisible(); attempt += 1) {
      await page.mouse.move(800, 500);
      await workbench.row(/Zebra/).hover();
      await tooltip.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await tooltip.waitFor();
    await workbench.shot('E-01-tree');
    await isQuiet();
  });

  /** A box that opens while a notification goes may close again with it: it is opened until the tree says that it is filtered. */
  async function filterBy(text: string, filtered: Locator): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await workbench.command('Commonplace: Filter Sources');
      const isTyped = await page.locator('.quick-input-widget:visible .quick-input-box input').first().fill(text, { timeout: 5_000 }).then(() => true, () => false);
      if (isTyped) await workbench.quickInput.accept();
      if (isTyped && await filtered.waitFor({ timeout: 10_000 }).then(() => true, () => false)) return;
    }
    throw new Error(`The sources are not filtered by “${text}”`);
  }

  it(`E-01 draws nothing of them in the tooltips of ${some.length} sources`, async () => {
    await workbench.command('Commonplace: Clear Filter');
    const tree = page.locator('.part.sidebar .pane', { hasText: 'Sources' }).first();
    const tooltip = page.locator('.workbench-hover, .monaco-hover').filter({ hasText: 'Key: p' }).first();
    const keyOfTooltip = async (): Promise<string> => /Key: (p\d+)/.exec(await tooltip.innerText({ timeout: 1_000 }).catch(() => ''))?.[1] ?? '';
    const seen = new Set<string>();
    for (let screen = 0; seen.size < some.length; screen += 1) {
      assert.ok(screen < 300, `${seen.size} of ${some.length} tooltips were seen`);
      const box = await tree.locator('.monaco-list').boundingBox();
      if (box === null) throw new Error('The tree is not on the screen');
      for (let y = box.y + 11; y < box.y + box.height && seen.size < some.length; y += 22) {
        await page.mouse.move(box.x + 80, y, { steps: 2 });
        for (let look = 0; look < 10 && (seen.has(await keyOfTooltip()) || !await tooltip.isVisible()); look += 1) await page.waitForTimeout(100);
        const key = await keyOfTooltip();
        if (key !== '') seen.add(key);
        await isQuiet();
      }
      await page.mouse.wheel(0, Math.floor(box.height / 22 - 1) * 22);
    }
  });

  it('E-01 draws nothing of them in a picker', async () => {
    await workbench.openFile('draft.md');
    await workbench.editor.toEnd();
    await workbench.command('Commonplace: Insert Citation');
    await workbench.quickInput.fill('zebra');
    await workbench.quickInput.row(`Zebra [Open](command:${canaryCommand}) $(${canaryIcon})`).waitFor();
    await workbench.shot('E-01-picker');
    await isQuiet();
    await workbench.quickInput.fill('');
    for (let screen = 0; screen < 60; screen += 1) {
      await workbench.press('PageDown');
      await isQuiet();
    }
    await workbench.quickInput.cancel();
  });

  it('E-12 inserts a completion as it is written, and draws nothing of them in its row', async () => {
    await workbench.editor.toEnd();
    await workbench.type('@zebra');
    await workbench.editor.suggestion('Zebra').waitFor();
    await workbench.shot('E-12-completion');
    await isQuiet();
    await workbench.editor.accept('Zebra');
    await workbench.editor.shows('@p000');
  });

  it('E-01 draws nothing of them in the hover of a citation', async () => {
    await workbench.editor.hover('@p000');
    await page.locator('.monaco-hover').filter({ hasText: 'New Note' }).first().waitFor();
    await workbench.shot('E-01-hover');
    await isQuiet();
  });

  it(`E-01 draws nothing of them in the hovers of ${some.length} citations`, async () => {
    const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'New Note' }).first();
    for (const [turn, at] of some.entries()) {
      if (step > 1 || turn % 10 === 0) await workbench.editor.goTo(Math.min(at + 8, five.length) + 2);
      await workbench.editor.hover(`@${keyOf(at)}`);
      await hover.waitFor();
      await isQuiet();
      await page.mouse.move(100, 10);
      await hover.waitFor({ state: 'hidden' });
    }
  });

  it('E-06 fetches and draws nothing of them in the preview of a draft', async () => {
    await workbench.command('Markdown: Open Preview to the Side');
    await untilShown(page, 'references in the preview', async (frame) => await frame.locator('.commonplace-references').count() > 0);
    await workbench.shot('E-06-preview');
    await isQuiet();
  });

  it('E-06 fetches and draws nothing of them in VS Code’s own preview of a source file', async () => {
    // Beside the draft, or the preview of it would be covered.
    await workbench.press('Control+1');
    await workbench.openFile('p000.md');
    await workbench.command('Markdown: Open Preview to the Side');
    await untilShown(page, 'a source file in the preview', async (frame) => await frame.getByText(`https://${canaryHost}/z.png`).count() > 0);
    await workbench.shot('E-06-source');
    await isQuiet();
  });

  it('E-02 runs, fetches and draws nothing of them in the synthesis and in the review', async () => {
    for (const [command, there] of [['Commonplace: Show Synthesis', '#synthesis [role=grid] thead th'], ['Commonplace: Review Sources', '#review table']] as const) {
      await workbench.command(command);
      await untilShown(page, command, async (frame) => await frame.locator(there).count() > 0);
      await workbench.shot(`E-02-${command.split(' ').at(-1)?.toLowerCase() ?? ''}`);
      await isQuiet();
    }
  });

  // Each takes a filter, a menu and a command: of the few, fewer.
  const deleted = step > 1 ? some.slice(0, 5) : some;
  it(`E-01 makes no link of them in notifications, of ${deleted.length} sources`, async () => {
    await workbench.openView(container());
    const toast = workbench.toast('deleted');
    for (const at of deleted) {
      const sources = page.locator('.part.sidebar .pane', { hasText: `“${keyOf(at)}”` });
      await filterBy(keyOf(at), sources);
      await sources.getByRole('treeitem').nth(1).waitFor({ state: 'detached' });
      await sources.getByRole('treeitem').first().click({ button: 'right' });
      await workbench.menuItem('Delete');
      await toast.waitFor();
      if (at === 0) await workbench.shot('E-01-notification');
      assert.equal(await toast.locator('.notification-list-item-message a').count(), 0);
      await isQuiet();
      await workbench.clearToasts();
    }
  });
});
