/** The page of the synthesis with ten thousand sources, in a real browser: only what is on the screen is made and asked for. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type { CellNumbers, FromSynthesis, SynthesisSource, SynthesisView, ToSynthesis } from '../../src/protocol';

type BrowserScript = { openBrowser(options: { profile: string; origin: string }): Promise<BrowserContext> };
type Table = Extract<ToSynthesis, { kind: 'table' }>;

const view: SynthesisView = { query: '', group: 'none', sort: 'author', down: false, tagOrder: 'name', closedTags: [], closedGroups: [], withEmpty: false };
const tags = 33;

/** The source of a line, with passages under eight of the tags. */
const sourceOf = (id: number): SynthesisSource => ({
  id, label: `Okonkwo-${id}, 20${10 + (id % 15)}`, title: `Between two rivers: what small assemblies say of large neighbours, part ${id}`, total: [9, 2, 1, 0],
  cells: Array.from({ length: 8 }, (_, at) => [1 + ((id + at * 4) % tags), 1 + (id % 3), id % 2, at % 2, 0]).flat(),
});

/** The table as the host tells it: all lines, and the sources of the first. */
function tableOf(rows: number): Table {
  const total: CellNumbers = [9 * rows, 2 * rows, rows, 0];
  return {
    kind: 'table', view, sources: Array.from({ length: 60 }, (_, at) => sourceOf(at + 1)), lines: Array.from({ length: rows }, (_, at) => at + 1), total, most: 3, sourceCount: rows, refused: [],
    columns: Array.from({ length: tags }, (_, at) => ({ id: at + 1, tag: `tag-${at + 1}`, name: `tag-${at + 1}`, depth: 0, hasChildren: false, isOpen: false, total })), library: { sources: rows, notes: 5 * rows },
  };
}

describe('the synthesis of ten thousand sources in its page', function () {
  this.timeout(120_000);
  let profile: string;
  let browser: BrowserContext;
  let page: Page;
  /** The lines that the page asked for, one list for each time. */
  const asked: (readonly number[])[] = [];

  before(async () => {
    profile = mkdtempSync(path.join(tmpdir(), 'rows-'));
    const script = <T>(name: string): Promise<T> => import(pathToFileURL(path.resolve('scripts', name)).href) as Promise<T>;
    const { product } = await script<{ readonly product: { readonly [name: string]: BuildOptions } }>('bundles.mjs');
    const { outputFiles = [] } = await build({ ...product['the web views'], write: false });
    const text = (name: string): string => outputFiles.find(({ path: file }) => path.basename(file) === name)?.text ?? '';
    browser = await (await script<BrowserScript>('browser.mjs')).openBrowser({ profile, origin: 'http://localhost' });
    page = await browser.newPage();
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: `<!DOCTYPE html><style>${text('synthesis.styles.css')}</style><main id="synthesis" data-pictures=""></main>` }));
    await page.goto('http://localhost/');
    await page.exposeFunction('told', answer);
    await page.evaluate(() => { Object.assign(window, { acquireVsCodeApi: () => ({ postMessage: (message: unknown) => void (window as unknown as { told(message: unknown): void }).told(message), getState: () => undefined, setState: () => undefined }) }); });
    await page.evaluate(text('synthesis.js'));
  });
  after(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  const say = (message: ToSynthesis): Promise<void> => page.evaluate((said) => window.postMessage(said, '*'), message);
  /** What the host does: it tells the rows that are asked for. */
  function answer(message: FromSynthesis): void {
    if (message.kind !== 'rows') return;
    asked.push(message.lines);
    void say({ kind: 'rows', sources: message.lines.map(sourceOf) });
  }

  /** The names of the rows in the page, once they are all known and the given one is among them. */
  async function rowsWith(name: string): Promise<readonly string[]> {
    await page.locator('tbody th .name', { hasText: name }).waitFor();
    await page.locator('tbody tr[aria-busy]').first().waitFor({ state: 'detached' });
    return page.locator('tbody th .name').allInnerTexts();
  }
  const scrollTo = (row: number): Promise<void> => page.locator('.scroller').first().evaluate((scroller, top) => { scroller.scrollTop = top; }, row * 44);

  it('makes the rows on the screen and no others', async () => {
    await say(tableOf(10_000));
    const shown = await rowsWith('Okonkwo-1,');
    assert.ok(shown.length >= 15 && shown.length < 50, String(shown.length));
    assert.equal(await page.locator('table[role=grid]').getAttribute('aria-rowcount'), '10002');
    assert.ok(await page.locator('[role=grid] td').count() < 1000);
  });

  it('asks for rows before they come onto the screen, and never twice', async () => {
    for (let row = 0; row <= 400; row += 10) {
      await scrollTo(row);
      await rowsWith(`Okonkwo-${row + 5},`);
    }
    const all = asked.flat();
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.length < 700, String(all.length));
    assert.ok(asked.length < 12, String(asked.length));
  });

  it('fills the rows of a place that was jumped to, and knows which row each is', async () => {
    await scrollTo(9000);
    const shown = await rowsWith('Okonkwo-9005,');
    assert.ok(shown.length < 50);
    assert.equal(await page.locator('tbody tr', { hasText: 'Okonkwo-9005,' }).getAttribute('aria-rowindex'), '9006');
    assert.ok(asked.flat().length < 1200);
  });

  it('goes to the last row by keyboard, and the focus stays on the cell while its row comes', async () => {
    await page.locator('tbody tr', { hasText: 'Okonkwo-9005,' }).locator('td').first().click();
    await page.keyboard.press('Control+Home');
    await rowsWith('Okonkwo-1,');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await rowsWith('Okonkwo-10000,');
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Okonkwo-10000') === true);
  });

  it('stays at its end on the way from side to side, again and again', async () => {
    const top = (): Promise<number> => page.locator('.scroller').first().evaluate(({ scrollTop }) => scrollTop);
    const end = await top();
    for (let round = 0; round < 5; round += 1) {
      for (const key of ['End', 'Home']) {
        await page.keyboard.press(key);
        await page.waitForFunction((column) => document.activeElement?.getAttribute('aria-colindex') === column, key === 'End' ? String(tags + 2) : '1');
        assert.equal(await top(), end);
      }
      await rowsWith('Okonkwo-10000,');
    }
  });

  it('is at its end when one comes back there, and stays there when its rows come', async () => {
    for (const rows of [11_000, 12_000, 13_000, 14_000]) {
      await say(tableOf(rows));
      await page.waitForFunction((count) => document.querySelector('table')?.getAttribute('aria-rowcount') === count, String(rows + 2));
      for (const key of ['Control+Home', 'Control+End', 'ArrowUp', 'Home']) await page.keyboard.press(key);
      await rowsWith(`Okonkwo-${rows},`);
      await page.waitForFunction((name) => document.activeElement?.textContent?.startsWith(name) === true, `Okonkwo-${rows}`);
      await page.waitForFunction(() => { const { scrollTop = 0, scrollHeight = 1, clientHeight = 0 } = document.querySelector('.scroller') ?? {}; return Math.abs(scrollTop + clientHeight - scrollHeight) < 2; });
    }
  });
});
