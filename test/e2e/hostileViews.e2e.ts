/** Views beyond what they show first, in a library where every title, note, definition, name of a view and line of a draft tries to be more than text: gone through to their ends. */
import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import { canaryCommand, canaryIcon } from '../reliability/exits/payloads';
import { container, photographFailures, Session } from './harness';
import { five, keyOf, line, some, untilShown, watchFor, type IsQuiet } from './hostileLibrary';
import type { Workbench } from './workbench';

const tagOf = (at: number): string => `t${String(at).padStart(3, '0')}`;

function sourceFile(payload: string, at: number): string {
  const text = JSON.stringify(payload);
  const record = JSON.stringify({ type: 'article-journal', title: payload, author: [{ family: 'Lee', given: payload }], 'container-title': payload, issued: { 'date-parts': [[2001]] } });
  return ['---', `id: ${keyOf(at)}`, 'type: article-journal', `title: ${text}`, `author: [{"family":${text},"given":${text}}]`, 'issued: {"date-parts":[[2001]]}', `custom: {"review":{"volume":${text}}}`, '---', '',
    '# Abstract', '', line(payload), '', '# Notes by anna', '', `## #hedging #${tagOf(at)} · p. 12`, '', `> ${line(payload)}`, '', line(payload), '', '# As pasted', '', '~~~~~~~~text', record, '~~~~~~~~', '', '<!-- end -->', ''].join('\n');
}

function entry(payload: string, at: number): string {
  const text = JSON.stringify(payload);
  return `  ${tagOf(at)}: {"label": {"en": ${text}}, "aliases": [${JSON.stringify(`alias ${at} ${line(payload)}`)}], "definition": ${text}, "include": ${text}, "exclude": ${text}}`;
}

/** Of so many the file is whole at least: a few end it before its time. */
const readable = five.length - 5;

const files = {
  ...Object.fromEntries(five.map((payload, at) => [`sources/${keyOf(at)}.md`, sourceFile(payload, at)])),
  'sources/codebook.yaml': `tags:\n  hedging: {"definition": "Keeping every door open"}\n${five.map(entry).join('\n')}\n`,
  'sources/views.yaml': `${some.map((at) => `${JSON.stringify(`${at} ${line(five[at] ?? '')}`)}: "#${tagOf(at)}"`).join('\n')}\n`,
  // The draft of a co-author.
  'draft.md': `# Draft\n\n${five.map((payload, at) => `See ${line(payload)}\n\n[@${keyOf(at)}, p. 3]\n`).join('\n')}\nCite here: \n`,
};

/** What was copied, to be shown in the paste: all of it in one. */
const pasted = `[${five.map((payload, at) => JSON.stringify({ id: `q${at}`, type: 'book', title: `Pasted ${at} ${payload}`, author: [{ family: `Okafor${at}`, given: payload }], issued: { 'date-parts': [[1990]] }, publisher: payload })).join(',\n')}]`;

describe('views beyond their first screen', function () {
  this.timeout(1_800_000);
  let session: Session;
  let workbench: Workbench;
  let page: Page;
  let isQuiet: IsQuiet;

  before(async () => {
    session = await Session.open({ files, settings: { 'commonplace.author': 'anna', 'editor.hover.delay': 1000, 'workbench.hover.delay': 100, 'editor.inlayHints.enabled': 'on' } });
    ({ workbench } = session);
    ({ page } = workbench);
    isQuiet = watchFor(page);
    await workbench.size(1500, 900);
    await workbench.openFile('draft.md');
    await workbench.openView(container());
    await page.locator('.part.sidebar [role=treeitem]').nth(8).waitFor();
  });
  after(() => session?.close());
  photographFailures(() => session);

  const header = (title: string): Locator => page.locator('.part.sidebar .pane-header').filter({ hasText: title }).first();
  const listOf = (title: string): Locator => page.locator('.part.sidebar .pane').filter({ has: page.locator('.pane-header').filter({ hasText: title }) }).first().locator('.monaco-list').first();

  /** Opens one view of the side bar and closes the others, so that it has all of the room. */
  async function alone(title: string): Promise<Locator> {
    for (const other of ['Sources', 'Tags', 'Views', 'This Draft']) {
      const isOpen = await header(other).getAttribute('aria-expanded') === 'true';
      if (isOpen !== (other === title)) await header(other).click();
    }
    await listOf(title).locator('.monaco-list-row').first().waitFor();
    return listOf(title);
  }

  /** Goes through a list with the wheel of the mouse, to its end; nothing comes of any screen, and so many rows were seen. */
  async function through(list: Locator, least: number): Promise<void> {
    const seen = new Set<string>();
    for (let idle = 0; idle < 4;) {
      const before = seen.size;
      for (const index of await list.locator('.monaco-list-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-index') ?? ''))) seen.add(index);
      await isQuiet();
      const box = await list.boundingBox();
      if (box === null) throw new Error('The list is not on the screen');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.wheel(0, Math.max(22, box.height - 44));
      await page.waitForTimeout(60);
      idle = seen.size > before ? 0 : idle + 1;
    }
    assert.ok(seen.size >= least, `${seen.size} rows were seen of at least ${least}`);
  }

  async function toTop(list: Locator): Promise<void> {
    await list.focus();
    await workbench.press('Home');
    await list.locator('.monaco-list-row[data-index="0"]').waitFor();
  }

  /** Rests on rows that are on the screen, until so many said something of themselves. */
  async function restOn(list: Locator, count: number): Promise<void> {
    const box = await list.boundingBox();
    if (box === null) throw new Error('The list is not on the screen');
    const tooltip = page.locator('.workbench-hover:visible, .monaco-hover:visible').first();
    let said = 0;
    for (let y = box.y + 11; y < box.y + box.height && said < count; y += 22) {
      await page.mouse.move(box.x + 90, y, { steps: 3 });
      if (await tooltip.waitFor({ timeout: 1_500 }).then(() => true, () => false)) said += 1;
      await isQuiet();
    }
    assert.ok(said > 0, 'no row said anything of itself');
  }

  /** Takes the mouse off the text: where it rests on the address of a picture in Markdown, VS Code itself shows the picture, whoever wrote it. */
  const aside = (): Promise<void> => page.mouse.move(750, 895);

  /** Goes through the document in the editor by page, to its end. */
  async function throughEditor(pages: number): Promise<void> {
    await workbench.editor.focus();
    await aside();
    await workbench.press('Control+Home');
    for (let screen = 0; screen < pages; screen += 1) {
      await isQuiet();
      await workbench.press('PageDown');
      await page.waitForTimeout(40);
    }
    await workbench.press('Control+End');
    await page.waitForTimeout(300);
    await isQuiet();
  }

  it('E-01 draws nothing of them in This Draft: what is cited, the places, the notes that are not used yet', async () => {
    const list = await alone('This Draft');
    await through(list, readable);
    await workbench.shot('E-01-this-draft');
    await toTop(list);
    for (const at of [0, 1, 2]) await list.locator('.monaco-list-row[aria-expanded=false] .monaco-tl-twistie').nth(at).click();
    await restOn(list, 8);
  });

  it('E-01 draws nothing of them in the tree of tags, its papers and notes, and in what it says of a tag', async () => {
    const list = await alone('Tags');
    await workbench.expand(/^#hedging,/);
    await through(list, 3 * readable);
    await workbench.shot('E-01-tags');
    await restOn(list, 10);
  });

  it('E-01 draws nothing of them in saved views, their names and sources', async () => {
    const list = await alone('Views');
    for (let at = 0; at < 3; at += 1) await list.locator('.monaco-list-row[aria-expanded=false] .monaco-tl-twistie').first().click();
    await through(list, some.length);
    await workbench.shot('E-01-views');
    await toTop(list);
    await restOn(list, 5);
  });

  it('E-01 E-06 draws nothing of them in the document of passages and in the preview of it', async () => {
    await workbench.command('Commonplace: Show Passages…');
    await workbench.quickInput.fill('#hedging');
    await page.waitForTimeout(500);
    await workbench.quickInput.accept();
    await workbench.editor.shows(' passages in ');
    await throughEditor(120);
    await workbench.shot('E-01-passages');
    await workbench.command('Markdown: Open Preview to the Side');
    await untilShown(page, 'the passages in the preview', async (frame) => await frame.getByText(/\d+ passages in \d+ sources/).count() > 0);
    await page.waitForTimeout(2_000);
    await isQuiet();
    await workbench.shot('E-06-passages');
    await workbench.command('View: Close All Editors');
  });

  it('E-01 draws nothing of them in a source file: its lenses, the hover and all references of a tag, the tags that complete, its problems', async () => {
    await workbench.openFile('p000.md');
    await page.locator('.editor-instance .codelens-decoration').getByText(/cited in 1 place/).waitFor();
    await isQuiet();
    await workbench.editor.hover('#t000');
    await workbench.shot('E-01-tag-hover');
    await isQuiet();
    await workbench.editor.select('#hedging');
    await aside();
    await workbench.press('Shift+F12');
    const references = page.locator('.peekview-widget .monaco-list').first();
    await references.locator('.monaco-list-row').nth(5).waitFor();
    await workbench.shot('E-01-references');
    await through(references, five.length / 2);
    await aside();
    await workbench.press('Escape');
    await page.locator('.peekview-widget').waitFor({ state: 'detached' });
    await workbench.editor.select('#t000');
    await aside();
    await workbench.press('ArrowRight');
    await workbench.type(' #t');
    await workbench.editor.suggestion('t001').waitFor();
    await workbench.press('Control+Space');
    for (let row = 0; row < 60; row += 1) {
      await workbench.press(row % 6 === 5 ? 'PageDown' : 'ArrowDown');
      await page.waitForTimeout(50);
      await isQuiet();
    }
    await workbench.shot('E-01-tags-completing');
    await workbench.press('Escape');
    await workbench.command('File: Revert File');
    await workbench.command('Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await through(page.locator('.markers-panel .monaco-list').first(), 1);
    await aside();
    await workbench.command('View: Toggle Panel Visibility');
  });

  it('E-12 draws nothing of them in the keys that complete, to the last, with what is said of each', async () => {
    await workbench.openFile('draft.md');
    await workbench.editor.toEnd();
    await aside();
    await workbench.type('@p');
    await page.locator('.suggest-widget.visible .monaco-list-row').nth(3).waitFor();
    await workbench.press('Control+Space');
    for (let row = 0; row < 120; row += 1) {
      await workbench.press(row % 3 === 2 ? 'PageDown' : 'ArrowDown');
      await page.waitForTimeout(40);
      await isQuiet();
    }
    await workbench.shot('E-12-keys-completing');
    await workbench.press('Escape');
    await workbench.command('File: Revert File');
  });

  it('E-01 draws nothing of them in Show in Paste: the text with its marks, lenses and hovers', async () => {
    await workbench.setClipboard(pasted);
    await workbench.command('Commonplace: Paste Sources');
    await workbench.said('added');
    await isQuiet();
    await workbench.answerToast('added', 'Show in Paste');
    await workbench.editorTab('Paste 1.pasted').waitFor();
    await page.locator('.editor-instance .codelens-decoration').first().waitFor();
    await throughEditor(60);
    await workbench.press('Control+Home');
    await workbench.editor.hover('Pasted 0');
    await workbench.shot('E-01-show-in-paste');
    await isQuiet();
    await workbench.clearToasts();
    await workbench.command('View: Close All Editors');
  });

  /** Scrolls what scrolls in a page of ours to its end, and gives how many screens that were. */
  async function throughPage(frame: Frame): Promise<number> {
    const next = (): Promise<boolean> => frame.evaluate(() => {
      const [scroller] = [...document.querySelectorAll<HTMLElement>('*')].sort((a, b) => (b.scrollHeight - b.clientHeight) - (a.scrollHeight - a.clientHeight));
      const before = scroller?.scrollTop ?? 0;
      scroller?.scrollBy(0, scroller.clientHeight);
      return scroller !== undefined && scroller.scrollTop > before;
    });
    for (let screens = 1; ; screens += 1) {
      await page.waitForTimeout(80);
      await isQuiet();
      if (!await next()) return screens;
    }
  }

  for (const [command, there] of [['Commonplace: Review Sources', '#review table'], ['Commonplace: Show Synthesis', '#synthesis [role=grid] thead th']] as const) {
    it(`E-02 runs, fetches and draws nothing of them to the last row of ${command.replace('Commonplace: ', '')}`, async () => {
      await workbench.command(command);
      let frame: Frame | undefined;
      await untilShown(page, command, async (one) => {
        if (await one.locator(there).count() === 0) return false;
        frame = one;
        return true;
      });
      const screens = await throughPage(frame as Frame);
      assert.ok(screens > 5, `${screens} screens`);
      await workbench.shot(`E-02-last-${command.split(' ').at(-1)?.toLowerCase() ?? ''}`);
      await workbench.command('View: Close All Editors');
    });
  }

  it('E-01 draws nothing of them in the pickers of quotations and of related notes', async () => {
    await workbench.openFile('draft.md');
    await workbench.editor.toEnd();
    await aside();
    for (const command of ['Commonplace: Insert Quotation…', 'Commonplace: Relate Notes…']) {
      await workbench.command(command);
      await workbench.quickInput.row(`$(${canaryIcon})`).waitFor();
      assert.match((await workbench.quickInput.rows()).join('\n'), new RegExp(canaryCommand));
      for (let screen = 0; screen < 60; screen += 1) {
        await workbench.press('PageDown');
        await isQuiet();
      }
      await workbench.quickInput.cancel();
    }
  });
});
