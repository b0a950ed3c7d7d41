/** The policy of every web view, as the code that is shipped gives it: said in its page, and kept by a real browser. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import ts from 'typescript';

type WebPage = { readonly name: string; readonly title: string; readonly pictures?: string };
type View = { html: string; options: unknown };
type Fill = (panel: { readonly webview: View }, extension: string, page: WebPage) => void;

const features = readdirSync('src/features', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(path.join('src/features', name), 'utf8'));

/** The pages that the features declare, each as the object that stands there. */
function declaredPages(): readonly WebPage[] {
  const found: WebPage[] = [];
  for (const text of features.filter((one) => one.includes('WebPage'))) {
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && node.type?.getText() === 'WebPage' && node.initializer !== undefined && ts.isObjectLiteralExpression(node.initializer)) {
        found.push(Object.fromEntries(node.initializer.properties.filter(ts.isPropertyAssignment).map(({ name, initializer }) => [name.getText(), ts.isStringLiteral(initializer) ? initializer.text : '?'])) as unknown as WebPage);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true));
  }
  return found;
}

const callsOf = (name: string): number => features.reduce((sum, text) => sum + text.split(`${name}(`).length - 1, 0);

/** The editor as far as a web view needs it. */
const editor = { Uri: { joinPath: (...parts: readonly string[]): string => parts.join('/') } };
const own = 'http://localhost';

/** What stands in `host/webPage.ts`, with that editor in the place of the real one. */
async function loadFill(): Promise<Fill> {
  const { outputFiles } = await build({ entryPoints: ['src/host/webPage.ts'], bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'] });
  const module = { exports: {} as { readonly fillPanel: Fill } };
  const load = runInThisContext(`(function (module, require) { ${outputFiles[0]?.text ?? ''}\n})`) as (module: unknown, require: unknown) => void;
  load(module, () => editor);
  return module.exports.fillPanel;
}

/** The policy of a page: each directive and what it allows. */
function policyOf(html: string): { readonly [directive: string]: string } {
  const policies = [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g)].map(([, policy = '']) => policy);
  assert.equal(policies.length, 1);
  return Object.fromEntries((policies[0] ?? '').split(';').map((part) => part.trim()).map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
}

describe('a web view', function () {
  this.timeout(120_000);
  const pages = declaredPages();
  let fill: Fill;
  before(async () => { fill = await loadFill(); });

  function filled(page: WebPage): View {
    const view = { html: '', options: undefined as unknown, cspSource: own, asWebviewUri: (uri: string): string => `${own}/${uri}` };
    fill({ webview: view }, 'extension', page);
    return view;
  }

  it('E-02 is one of those that are looked at here', () => {
    assert.deepEqual(pages.map(({ name }) => name).sort(), ['references', 'review', 'synthesis']);
    assert.deepEqual([callsOf('newPanel'), callsOf('fillPanel')], [pages.length, pages.length]);
    for (const { name, pictures } of pages) for (const file of [`${name}.js`, ...(pictures === undefined ? [] : [pictures])]) assert.match(readFileSync('scripts/bundles.mjs', 'utf8'), new RegExp(file.replace(/\.js$/, '')));
  });

  it('E-02 allows nothing but its own style and one script by its nonce', () => {
    for (const page of pages) {
      const { html } = filled(page);
      const { 'script-src': script, 'style-src': style, 'img-src': pictures, ...others } = policyOf(html);
      const [, nonce = ''] = /^'nonce-([0-9a-f]{32})'$/.exec(script ?? '') ?? [];
      assert.notEqual(nonce, '', `${page.name}: ${script}`);
      assert.deepEqual({ style, pictures, others }, { style: own, pictures: page.pictures === undefined ? undefined : 'data:', others: { 'default-src': '\'none\'' } }, page.name);
      assert.deepEqual([...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag), [`<script nonce="${nonce}" src="${own}/extension/dist/media/${page.name}.js">`]);
      assert.ok(html.indexOf('Content-Security-Policy') < html.search(/<(?:script|link|style)\b/), 'the policy stands before what it is for');
      assert.doesNotMatch(html, /unsafe-|<style\b|\son\w+=|javascript:/i);
    }
  });

  it('E-02 has a new nonce each time it is filled', () => {
    const nonces = pages.flatMap((page) => [filled(page), filled(page)]).map(({ html }) => policyOf(html)['script-src']);
    assert.equal(new Set(nonces).size, 2 * pages.length);
  });

  it('E-02 reads of the disk only what lies beside its script, and runs no command by a link', () => {
    for (const page of pages) assert.deepEqual(filled(page).options, { enableScripts: true, localResourceRoots: ['extension/dist/media'] });
  });

  describe('in a browser', () => {
    let profile: string;
    let browser: BrowserContext;
    before(async () => {
      profile = mkdtempSync(path.join(tmpdir(), 'webViews-'));
      const { openBrowser } = await import(pathToFileURL(path.resolve('scripts/browser.mjs')).href) as { readonly openBrowser: (options: { profile: string; origin: string }) => Promise<BrowserContext> };
      browser = await openBrowser({ profile, origin: own });
    });
    after(async () => {
      await browser?.close();
      rmSync(profile, { recursive: true, force: true });
    });

    /** What a page ran and asked for when all this was put into it. */
    const planted = `<script>ran.push('a script')</script><script src="${own}/other.js"></script><img src="${own}/a.png" onerror="ran.push('a handler')"><svg onload="ran.push('a picture')"></svg>
      <iframe src="${own}/frame.html"></iframe><object data="${own}/object.html"></object><link rel="stylesheet" href="https://canary.invalid/a.css"><a id="link" href="javascript:ran.push('a link')">x</a>`;
    async function taken(html: string): Promise<{ readonly ran: readonly string[]; readonly asked: readonly string[] }> {
      const asked: string[] = [];
      const page = await browser.newPage();
      await page.addInitScript('globalThis.ran = []');
      await page.route('**/*', (route) => {
        const url = route.request().url();
        if (url === `${own}/`) return route.fulfill({ contentType: 'text/html', body: html.replace('</body>', `${planted}</body>`) });
        asked.push(url.replace(`${own}/`, ''));
        return url.endsWith('.js') ? route.fulfill({ contentType: 'text/javascript', body: `ran.push(${JSON.stringify(path.basename(url))})` }) : route.abort();
      });
      await page.goto(`${own}/`);
      await page.evaluate('document.querySelector("#link").click(); new Promise((resolve) => setTimeout(resolve, 200))');
      await page.evaluate(async (url) => { await fetch(url).catch(() => undefined); }, `${own}/fetched`);
      const ran = await page.evaluate('ran') as readonly string[];
      await page.close();
      return { ran: [...ran].sort(), asked: asked.sort() };
    }

    it('E-02 runs its own script and nothing that got into it, and asks for nothing else', async () => {
      for (const page of pages) {
        assert.deepEqual(await taken(filled(page).html), { ran: [`${page.name}.js`], asked: [`extension/dist/media/${page.name}.js`, `extension/dist/media/${page.name}.styles.css`] }, page.name);
      }
    });

    it('E-02 would be seen to run it without its policy', async () => {
      const { ran, asked } = await taken(filled(pages[0] as WebPage).html.replace(/<meta http-equiv[^>]*>/, ''));
      assert.deepEqual(ran.filter((one) => !one.endsWith('.js')), ['a handler', 'a link', 'a picture', 'a script']);
      assert.ok(asked.includes('fetched') && asked.includes('frame.html'), asked.join(' '));
    });
  });
});
