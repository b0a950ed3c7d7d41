/** Foreign text in pages, shown by a real browser without any policy that would protect it: nothing runs, nothing is fetched, nothing of it becomes an element. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { createFormatter, type StyleData } from '../../../src/core/formatting';
import { loadCiteproc } from '../../../src/core/engine';
import { runsOf } from '../../../src/core/formattedRuns';
import { listAsHtml, listAsText } from '../../../src/core/referenceList';
import { noteWriters } from '../../../src/core/exchange';
import type { Source } from '../../../src/core/library';
import type { Item, Note } from '../../../src/core/source';
import { citationHtml, listHtml, notesHtml } from '../../../src/features/previewCitations/html';
import type { ReviewRow, ToReferenceList, ToReviewTable, ToSynthesis } from '../../../src/protocol';
import { MarkdownIt } from './markdownIt';
import { canaryHost, payloads } from './payloads';

type BrowserScript = { openBrowser(options: { profile: string; origin: string }): Promise<BrowserContext> };

/** What was tried in a page: dialogs, requests beyond it, and elements that no page of ours has. */
type Watched = { readonly page: Page; readonly tried: string[] };

const strange = 'script[src],img,iframe,object,embed,video,audio,base,meta[http-equiv=refresh],form[action],svg script,animate,[onerror],[onload],[onclick],[onmouseover],[onfocus],[ontoggle],[onstart],[onbegin],a[href^="javascript" i],a[href^="command" i],a[href^="data" i]';

describe('foreign text in a page', function () {
  this.timeout(300_000);
  let profile: string;
  let browser: BrowserContext;
  let scripts: { readonly [name: string]: string };

  before(async () => {
    profile = mkdtempSync(path.join(tmpdir(), 'pages-'));
    const script = <T>(name: string): Promise<T> => import(pathToFileURL(path.resolve('scripts', name)).href) as Promise<T>;
    browser = await (await script<BrowserScript>('browser.mjs')).openBrowser({ profile, origin: 'http://localhost' });
    const { product } = await script<{ readonly product: { readonly [name: string]: BuildOptions } }>('bundles.mjs');
    const { outputFiles = [] } = await build({ ...product['the web views'], write: false });
    scripts = Object.fromEntries(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  });
  after(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  async function watched(): Promise<Watched> {
    const page = await browser.newPage();
    const tried: string[] = [];
    page.on('dialog', (dialog) => { tried.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
    await page.route('**/*', (route) => {
      if (route.request().url() === 'http://localhost/') return route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>x</title>' });
      tried.push(`request ${route.request().url()}`);
      return route.abort();
    });
    await page.goto('http://localhost/');
    return { page, tried };
  }

  async function shown(html: string): Promise<{ readonly tried: readonly string[]; readonly strange: readonly string[]; readonly text: string }> {
    const { page, tried } = await watched();
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    const found = await page.evaluate((selector) => [...document.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML.slice(0, 200)), strange);
    const text = await page.evaluate(() => document.body.textContent ?? '');
    await page.close();
    return { tried, strange: found, text };
  }

  /** A page of ours with its own script, and what the host says to it. */
  async function view(name: string, ...messages: readonly unknown[]): Promise<Watched> {
    const { page, tried } = await watched();
    await page.evaluate((id) => {
      document.body.innerHTML = `<main id="${id}" data-pictures=""></main>`;
      Object.assign(window, { acquireVsCodeApi: () => ({ postMessage: () => undefined, getState: () => undefined, setState: () => undefined }) });
    }, name);
    await page.evaluate(scripts[`${name}.js`] ?? 'throw new Error("no such page")');
    for (const message of messages) await page.evaluate((said) => window.postMessage(said, '*'), message);
    return { page, tried };
  }

  const strangeIn = (page: Page): Promise<readonly string[]> => page.evaluate((selector) => [...document.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML.slice(0, 200)), strange);

  it('E-02 would be noticed if it ran or fetched anything', async () => {
    const { tried, strange: found } = await shown(`<b><img src="https://${canaryHost}/a.png" onerror="alert(1)"></b>`);
    assert.ok(tried.some((one) => one.startsWith('dialog')) && tried.some((one) => one.startsWith('request')) && found.length > 0);
  });

  it('E-02 stays text in the preview of a draft, whatever a record says', async () => {
    const items = payloads.map((payload, at): Item => ({ id: `k${at}`, type: 'article-journal', title: payload, 'container-title': payload, author: [{ family: payload, given: payload }], issued: { 'date-parts': [[2000 + at % 20]] } }));
    const formatter = createFormatter(loadCiteproc, async (): Promise<StyleData> => (await import('commonplace:styles')).default);
    const formatted = await formatter.draft({ name: 'x', items, citations: items.map(({ id }) => ({ cites: [{ id }] })), uncited: [] } as unknown as Parameters<typeof formatter.draft>[0], { id: 'american-political-science-association' }, '');
    const references = new Map(formatted.bibliography.map(({ id, text }) => [id, text]));
    const citations = items.map(({ id }, at) => citationHtml({ keys: [id, payloads[at] ?? ''], unknown: [payloads[at] ?? ''], written: payloads[at] ?? '' }, formatted.citations[at], references));
    const brief = payloads.map((payload) => citationHtml({ keys: [payload], unknown: [], written: payload }, undefined, new Map([[payload, payload]])));
    const { tried, strange: found, text } = await shown(`<main>${[...citations, ...brief].join('<hr>')}${notesHtml(formatted.citations.map(({ html }) => html))}${listHtml(formatted)}</main><p id="end">end</p>`);
    assert.deepEqual([tried, found], [[], []]);
    assert.match(text, /end$/);
  });

  it('E-06 stays text in the Markdown preview when it was written into a draft as a quotation', async () => {
    const { quotationText, readDraft } = await import('../../../src/core/citations');
    const draft = readDraft('markdown', 'Text.', {});
    const rendered = new MarkdownIt({ html: true, linkify: true }).render(payloads.map((payload) => quotationText(draft, payload)).join('\n\n'));
    const { tried, strange: found } = await shown(rendered);
    assert.deepEqual([tried, found], [[], []]);
  });

  it('E-09 stays text in the page and in the list of references that are written', async () => {
    const notes = payloads.map((payload, at) => ({ source: { item: { id: payload, type: 'book', title: payload }, notes: [], handle: `k${at}` } as unknown as Source, note: { id: `n${at}`, tags: [payload], quote: payload, text: payload, author: payload } as Note }));
    const { bytes } = noteWriters.html.write({ title: payloads[3] ?? '', notes, codebook: { team: [], tags: new Map() } });
    const page = await shown(new TextDecoder().decode(bytes));
    assert.deepEqual([page.tried, page.strange], [[], []]);
    const entries = payloads.map((payload, at) => ({ id: `k${at}`, number: payload, text: payload, html: noHtml(payload) }));
    const list = await shown(listAsHtml(entries));
    assert.deepEqual([list.tried, list.strange], [[], []]);
    assert.ok(listAsText(entries).includes(payloads[0] ?? ''));
  });

  it('E-09 is well-formed XML in every part of a document for Word and a table for Excel', async () => {
    const { openArchive } = await import('../../../src/core/exchange');
    const { tableWriters } = await import('../../../src/core/tables');
    const notes = payloads.map((payload, at) => ({ source: { item: { id: `k${at}`, type: 'book', title: payload, abstract: payload }, notes: [], handle: `k${at}` } as unknown as Source, note: { id: `n${at}`, tags: ['x'], quote: payload, text: payload, author: payload } as Note }));
    const chosen = { title: payloads.join(' ').slice(0, 500), notes, codebook: { team: [], tags: new Map() } };
    const archives = [noteWriters.docx.write(chosen).bytes, noteWriters.qdpx.write(chosen).bytes, tableWriters.xlsx.write({ name: payloads[7] ?? '', columns: ['a', 'b'], rows: payloads.map((payload) => [payload, payload]) }).bytes];
    const { page, tried } = await watched();
    let parts = 0;
    for (const bytes of archives) {
      for (const [name, content] of await partsOf(openArchive, bytes)) {
        if (!/\.(?:xml|rels|qde)$/.test(name)) continue;
        parts += 1;
        const wrong = await page.evaluate((text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent ?? '', content);
        assert.equal(wrong, '', name);
      }
    }
    assert.ok(parts > 8);
    assert.deepEqual(tried, []);
    await page.close();
  });

  it('E-02 stays text in the table of review', async () => {
    const rows = payloads.map((payload, id): ReviewRow => ({ id, key: payload, fresh: true, hasPaste: true, sure: 0.5, warnings: [payload], cells: { 'author': payload, 'issued': payload, 'title': payload, 'container-title': payload, 'type': payload }, doubts: [{ field: payload, name: payload, why: payload, offer: payload }], otherTitles: [{ text: payload, name: payload }] }));
    const message: ToReviewTable = { kind: 'rows', rows, gone: [], types: [[payloads[0] ?? '', payloads[1] ?? '']], hasFresh: true };
    const { page, tried } = await view('review', message, { kind: 'done', message: payloads.join(' '), canUndo: true } satisfies ToReviewTable);
    await page.locator('tr, [role=row]').nth(3).waitFor();
    assert.deepEqual([tried, await strangeIn(page)], [[], []]);
    await page.close();
  });

  it('E-02 stays text in the list of references', async () => {
    const entries = payloads.map((payload) => ({ number: payload, runs: [...runsOf(payload), { text: payload, looks: ['italic' as const] }] }));
    const message: ToReferenceList = { kind: 'list', heading: payloads.join(' '), style: payloads[1] ?? '', entries, unknown: payloads, text: '', html: listAsHtml([]), said: payloads[2] ?? '' };
    const { page, tried } = await view('references', message);
    await page.locator('li').nth(payloads.length - 1).waitFor();
    assert.deepEqual([tried, await strangeIn(page)], [[], []]);
    await page.close();
  });

  it('E-02 stays text in the synthesis', async () => {
    const none = [1, 0, 0, 0] as const;
    const columns = payloads.slice(0, 60).map((payload, at) => ({ id: at + 1, tag: payload, name: payload, depth: 0, hasChildren: false, isOpen: true, total: none, about: payload, colour: payload }));
    const sources = payloads.map((payload, at) => ({ id: at + 1, label: payload, title: payload, total: none, cells: [1, 1, 0, 0, 0] }));
    const table: ToSynthesis = {
      kind: 'table', view: { query: payloads[0] ?? '', group: 'none', sort: 'author', down: false, tagOrder: 'name', closedTags: [], closedGroups: [], withEmpty: true }, sources, columns,
      lines: sources.map(({ id }) => id), total: none, most: 1, sourceCount: sources.length, library: { sources: sources.length, notes: 1 }, refused: [{ message: payloads[5] ?? '', start: 0, end: 1 }],
    };
    const passages: ToSynthesis = { kind: 'passages', title: payloads[4] ?? '', numbers: none, left: 0, column: 1, line: 1, isNew: true, passages: payloads.map((payload, at) => ({ id: at, source: payload, title: payload, quote: payload, text: payload, where: payload, kind: payload, coder: payload, tags: [payload], shared: payload })) };
    const completions: ToSynthesis = { kind: 'completions', text: '', start: 0, end: 0, items: payloads.slice(0, 50).map((payload) => ({ insert: payload, label: payload, detail: payload })) };
    const { page, tried } = await view('synthesis', table, passages, completions, { kind: 'said', message: payloads.join(' ') } satisfies ToSynthesis);
    await page.getByText('Hedging <script>alert(1)</script> in Central Asia').first().waitFor({ state: 'attached' });
    assert.deepEqual([tried, await strangeIn(page)], [[], []]);
    await page.close();
  });
});

/** A reference of the formatter that is nothing but text. */
const noHtml = (text: string): Parameters<typeof listAsHtml>[0][number]['html'] => citationHtml({ keys: [], unknown: [], written: text }, undefined, new Map());

async function partsOf(open: typeof import('../../../src/core/exchange').openArchive, bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const archive = open(bytes);
  if (!('read' in archive)) throw new Error(archive.message);
  return Promise.all(archive.names.map(async (name) => {
    const content = await archive.read(name);
    if (!(content instanceof Uint8Array)) throw new Error(content.message);
    return [name, new TextDecoder().decode(content)] as const;
  }));
}
