/** The synthesis of the sample workspace: its table by mouse and by keyboard alone, its pictures, and the files they are saved as. */
import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { container, photographFailures, Session } from './harness';
import { until } from './until';
import type { Workbench } from './workbench';

/** The page of the synthesis inside its frames. */
async function synthesisOf(workbench: Workbench): Promise<Frame> {
  for (const end = Date.now() + 30_000; Date.now() < end; await workbench.page.waitForTimeout(100)) {
    for (const frame of workbench.page.frames()) if (await frame.locator('#synthesis [role=grid] thead th').count().catch(() => 0)) return frame;
  }
  throw new Error('The synthesis did not open');
}

describe('the synthesis', function () {
  this.timeout(240_000);
  let session: Session;
  let workbench: Workbench;
  let frame: Frame;
  const refusals: string[] = [];

  before(async () => {
    session = await Session.open({ copy: 'media/sample', settings: { 'commonplace.author': 'anna', 'workbench.colorTheme': 'Dark Modern' } });
    workbench = session.workbench;
    workbench.page.on('console', (message) => { if (/Content Security Policy|synthesis/iu.test(message.text()) && message.type() === 'error') refusals.push(message.text()); });
    await workbench.size(1600, 900);
    await workbench.openView(container());
    await workbench.row(/Okonkwo/).waitFor();
    await workbench.command('Commonplace: Show Synthesis');
    frame = await synthesisOf(workbench);
  });
  after(() => session?.close());
  photographFailures(() => session);

  const rows = (): Promise<string[]> => frame.locator('tbody th[scope=row] .name').allInnerTexts();
  const pane = (): Locator => frame.locator('aside.pane');
  const status = (): Locator => frame.locator('.status');
  const column = async (tag: string): Promise<string> => (await frame.locator(`thead th[data-sort="#${tag}"]`).getAttribute('aria-colindex')) ?? '';
  const cell = async (source: string, tag: string): Promise<Locator> => frame.locator('tbody tr').filter({ hasText: source }).locator(`td[aria-colindex="${await column(tag)}"]`);
  /** What a screen reader says of the cell that has the focus. */
  const focused = (): Promise<string> => frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

  it('is a real table of sources and tags', async () => {
    await frame.locator('tbody tr').nth(11).waitFor();
    await workbench.page.waitForTimeout(500);
    await workbench.shot('60-synthesis');
    await until(async () => /^12 sources/.test(await status().innerText()));
    assert.match(await status().innerText(), /^12 sources · \d+ passages, \d+ for, \d+ against, \d+ mixed · \d+ tags$/);
    assert.ok((await rows()).includes('Tamm et al. 2023'));
    assert.equal(await frame.locator('caption').count(), 1);
    assert.ok(await frame.locator('thead th[scope=col][aria-sort]').count() > 5);
    assert.equal(await frame.locator('table[role=grid]').getAttribute('aria-rowcount'), '14');
    assert.match(await (await cell('Tamm', 'hedging')).getAttribute('aria-label') ?? '', /^\d passages?, .*1 against/);
  });

  it('opens the passages of a cell beside it', async () => {
    await (await cell('Tamm', 'hedging')).click();
    await pane().getByText('governments under pressure give way in trade').waitFor();
    await pane().locator('h2').filter({ hasText: 'Tamm et al' }).waitFor();
    assert.match(await pane().locator('h2').innerText(), /Tamm et al\. 2023 · #hedging/);
    assert.match(await pane().innerText(), /p\. 318/);
    assert.match(await pane().innerText(), /against/);
    assert.match(await pane().innerText(), /by anna/);
    await workbench.shot('61-synthesis-passages');
    await pane().getByRole('button', { name: 'Copy Citation: Tamm et al. 2023, p. 318' }).click();
    await status().getByText('Copied: [@tamm2023, p. 318]').waitFor();
    assert.equal(await workbench.clipboard(), '[@tamm2023, p. 318]');
    await pane().getByRole('button', { name: 'Copy Quotation: Tamm et al. 2023, p. 318' }).click();
    await status().getByText('Copied: “governments').waitFor();
    await pane().getByRole('button', { name: 'Open Note: Tamm et al. 2023, p. 318' }).click();
    await workbench.editorTab('tamm2023.md').waitFor();
    await workbench.editor.shows('governments under pressure give way in trade');
    await workbench.command('View: Close Editor');
    frame = await synthesisOf(workbench);
  });

  it('is used by keyboard alone', async () => {
    await frame.locator('[role=tab][data-tab=table]').focus();
    for (let press = 0; press < 12 && !(await frame.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)); press++) await workbench.press('Tab');
    await workbench.press('Control+Home');
    assert.equal((await focused()).startsWith((await rows())[0] ?? '?'), true);
    await workbench.press('ArrowUp');
    await workbench.press('End');
    await workbench.press('Enter');
    const last = await frame.locator('thead th').last().getAttribute('data-sort');
    await frame.locator(`thead th[data-sort="${last}"][aria-sort=descending]`).waitFor();
    await workbench.press('ArrowDown');
    assert.match(await focused(), /^\d+ passage/);
    await workbench.press('Enter');
    await pane().locator('h2:focus').waitFor();
    await workbench.press('Tab');
    await workbench.press('Escape');
    await pane().waitFor({ state: 'hidden' });
    assert.match(await focused(), /^\d+ passage/);
    await workbench.press('ArrowUp');
    await workbench.press('Enter');
    await workbench.press('Enter');
    await frame.locator('thead th.source[aria-sort=ascending]').waitFor();
  });

  it('sorts, groups, closes nested tags and shows sources without notes', async () => {
    await frame.getByLabel('Sort sources').selectOption('Newest first');
    await frame.locator('tbody th .name').first().getByText('2024').waitFor();
    await frame.getByLabel('Group sources').selectOption('year');
    await frame.locator('tr.group th').first().filter({ hasText: '2024' }).waitFor();
    assert.match(await frame.locator('tr.group th').first().innerText(), /2024/);
    await frame.getByRole('button', { name: 'Close Nested Tags' }).click();
    await frame.locator('thead th[data-sort="#foreign-policy"]').getByText('▸').waitFor();
    assert.equal(await frame.locator('thead th[data-sort="#foreign-policy/neutrality"]').count(), 0);
    await workbench.page.waitForTimeout(300);
    await workbench.shot('62-synthesis-grouped');
    await frame.locator('tr.group th').first().click();
    await frame.locator('tr.group th[aria-expanded=false]').waitFor();
    await frame.getByRole('button', { name: 'Open Nested Tags' }).click();
    await frame.locator('thead th[data-sort="#foreign-policy/neutrality"]').waitFor();
    await frame.getByLabel('Group sources').selectOption('none');
    await frame.getByLabel('Sort sources').selectOption('Author');
  });

  it('filters by a query, offers what may be typed, and says what it does not understand', async () => {
    const box = frame.getByLabel('Filter the notes');
    await box.click();
    await box.pressSequentially('#hedg', { delay: 30 });
    await frame.locator('#completions [role=option]').filter({ hasText: 'hedging' }).first().waitFor();
    await workbench.shot('63-synthesis-completing');
    await box.fill('#hedging stance:against');
    await box.press('Enter');
    await status().getByText(/^4 sources · 4 passages, 4 against · 4 tags$/).waitFor();
    await box.fill('#hedging stance:againts');
    await box.press('Enter');
    await frame.locator('.refused mark').filter({ hasText: 'againts' }).waitFor();
    await workbench.shot('64-synthesis-refused');
    assert.match(await frame.locator('.refused mark').innerText(), /againts/);
    await box.fill('#nobody-wrote-this');
    await box.press('Enter');
    await frame.getByText('No note matches the filter.').waitFor();
    await workbench.shot('65-synthesis-nothing');
    await frame.getByRole('button', { name: 'Clear Filter' }).click();
    await frame.locator('tbody tr').nth(11).waitFor();
  });

  it('opens the passages of a tag that was chosen in the view of tags', async () => {
    await workbench.rowMenu(/#hedging/, 'Show Synthesis');
    await pane().locator('h2').getByText('#hedging', { exact: true }).waitFor();
    await frame.locator('tfoot td[aria-selected=true]').waitFor();
    assert.equal(await frame.locator('tfoot td[aria-selected=true]').getAttribute('aria-label'), '10 passages, 3 for, 4 against, 3 mixed');
    await pane().getByRole('button', { name: 'Close the passages' }).click();
    await pane().waitFor({ state: 'hidden' });
  });

  it('follows the library', async () => {
    const before = session.read('sources/tamm2023.md');
    session.write('sources/tamm2023.md', before.replace('## #sanctions #hedging · p. 318 · against', '## #sanctions #hedging #brand-new-tag · p. 318 · against'));
    await status().getByText(/ 22 tags$/).waitFor();
    session.write('sources/tamm2023.md', before);
    await status().getByText(/ 21 tags$/).waitFor();
  });

  it('draws four pictures, each with a table of its own, and opens passages from them', async () => {
    for (const tab of ['together', 'years', 'stance', 'relations']) {
      await frame.locator(`[role=tab][data-tab=${tab}]`).click();
      await frame.locator('figure svg').waitFor();
      await workbench.page.waitForTimeout(500);
      await workbench.shot(`66-synthesis-${tab}`);
      assert.ok((await frame.locator('figure').getAttribute('aria-label') ?? '').length > 20);
      await frame.getByText('As a table').click();
      assert.ok(await frame.locator('table.plain tbody tr').count() > 3);
      await frame.getByText('As a table').click();
      await frame.locator('figure svg').evaluate((svg) => svg.setAttribute('data-old', ''));
    }
    await frame.locator('[role=tab][data-tab=together]').click();
    await frame.locator('figure svg [aria-label=cell] rect').first().waitFor();
    const met = await frame.locator('figure svg [aria-label=cell] rect').evaluateAll((cells) => cells.findIndex((one) => / with .*: [1-9]/.test(one.querySelector('title')?.textContent ?? '')));
    await frame.locator('figure svg [aria-label=cell] rect').nth(met).click();
    await pane().locator('h2').getByText(' with ').waitFor();
    await workbench.shot('67-synthesis-together-open');
    await frame.getByLabel('Where tags meet').selectOption('source');
    await frame.locator('.summary').getByText('Heat map').waitFor();
  });

  it('saves a picture as SVG and as PNG', async () => {
    for (const form of ['svg', 'png']) {
      await frame.locator('[role=tab][data-tab=stance]').click();
      await frame.getByRole('button', { name: `Save as ${form.toUpperCase()}…` }).click();
      // The dialog offers the folder and a name once it has looked at the folder.
      await workbench.page.waitForFunction((name) => [...document.querySelectorAll<HTMLInputElement>('.quick-input-box input')].some(({ value }) => value.endsWith(name)), `Stance of tags.${form}`);
      await workbench.quickInput.accept();
      await status().getByText(`Stance of tags.${form} was saved.`).waitFor();
    }
    const svg = session.read('Stance of tags.svg');
    assert.match(svg, /^<\?xml[^>]*>\n<svg[^>]* viewBox="/);
    assert.match(svg, /hedging/);
    assert.doesNotMatch(svg, /var\(|<style|<script/);
    assert.equal(session.read('Stance of tags.png').slice(1, 4), 'PNG');
  });

  it('is beautiful in every theme, wide and narrow', async () => {
    await frame.locator('[role=tab][data-tab=table]').click();
    await frame.getByLabel('Order of tags').selectOption('count');
    await frame.locator('thead th[data-sort="#hedging"]').waitFor();
    for (const theme of ['light', 'high contrast', 'high contrast light'] as const) {
      await session.theme(theme);
      await frame.locator('[role=tab][data-tab=table]').click();
      await (await cell('Tamm', 'hedging')).click();
      await workbench.page.waitForTimeout(500);
      await workbench.shot(`68-synthesis-${theme.replace(/ /g, '-')}`);
      for (const tab of theme === 'light' ? ['together', 'years', 'stance', 'relations'] : ['together', 'stance']) {
        await frame.locator(`[role=tab][data-tab=${tab}]`).click();
        await workbench.page.waitForTimeout(700);
        await workbench.shot(`69-synthesis-${tab}-${theme.replace(/ /g, '-')}`);
      }
    }
    await session.theme('dark');
    await frame.locator('[role=tab][data-tab=table]').click();
    await workbench.size(820, 900);
    await workbench.page.waitForTimeout(500);
    await workbench.shot('69-synthesis-narrow');
    await workbench.size(1600, 900);
  });

  it('is as it was after the window was loaded again, and nothing on its page was refused', async () => {
    await frame.getByLabel('Filter the notes').fill('#hedging');
    await frame.getByLabel('Filter the notes').press('Enter');
    await status().getByText(/^6 sources · 10 passages/).waitFor();
    await workbench.page.waitForTimeout(1500);
    const loaded = workbench.page.waitForEvent('load');
    await workbench.command('Developer: Reload Window').catch(() => undefined);
    await loaded;
    await workbench.ready(container());
    frame = await synthesisOf(workbench);
    await status().getByText(/^6 sources · 10 passages/).waitFor();
    assert.equal(await frame.getByLabel('Filter the notes').inputValue(), '#hedging');
    assert.deepEqual(refusals, []);
  });
});
