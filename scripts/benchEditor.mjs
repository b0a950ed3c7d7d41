// Measures in a real VS Code: opens a folder again and again, each time in a new window with a new extension host.
import fs from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser.mjs';
import { address, drive, known } from './host.mjs';
import { inRoot, out, root } from './paths.mjs';
import { scratch } from './scratch.mjs';
import { startServer } from './server.mjs';

/** Tells when the first row of the view “Sources” is seen. */
function watchRows() {
  let seen = false;
  const look = () => {
    const row = [...document.querySelectorAll('.pane .monaco-list-row')].find((one) => one.closest('.pane')?.querySelector('.pane-header .title')?.textContent?.trim().toLowerCase() === 'sources');
    if (seen || row === undefined) return;
    seen = true;
    void window.benchRow(Date.now());
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** An extension that has a view of one row and does nothing else. */
function nothing(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const view = { id: 'nothing.sources', name: 'Sources' };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({
    name: 'nothing', publisher: 'commonplace', version: '1.0.0', engines: { vscode: '^1.80.0' }, main: './main.js', activationEvents: [],
    contributes: { viewsContainers: { activitybar: [{ id: 'nothing', title: 'Nothing', icon: 'icon.svg' }] }, views: { nothing: [view] } },
  }));
  fs.writeFileSync(path.join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>');
  fs.writeFileSync(path.join(folder, 'main.js'), `const vscode = require('vscode');
exports.activate = (context) => context.subscriptions.push(vscode.window.registerTreeDataProvider('nothing.sources', { getChildren: (node) => (node ? [] : ['row']), getTreeItem: (node) => new vscode.TreeItem(node) }));\n`);
  return { extension: folder, id: 'commonplace.nothing', view: view.id, library: '' };
}

const ours = { extension: root, id: 'commonplace.commonplace', view: 'commonplace.sources', library: 'yes' };

async function bundled() {
  const esbuild = await import('esbuild');
  const outfile = path.join(out, 'bench', 'editor', 'measure.js');
  await esbuild.build({ entryPoints: [inRoot('test', 'bench', 'editor', 'measure.ts')], bundle: true, platform: 'node', format: 'cjs', external: ['vscode'], outfile, logLevel: 'warning' });
  return outfile;
}

/** `measure({ cached })` opens `folder` once more and gives what was found; `close` ends all. `all`: hovers, renames and drafts too; `stretches`: only for how long the extension host is held. */
export async function openEditor({ folder, what, all = false, stretches = false, seconds = 300 }) {
  const place = scratch();
  const subject = what === 'nothing' ? nothing(path.join(place.folder, 'nothing')) : ours;
  const [row, mode, summary] = [path.join(place.folder, 'row'), path.join(place.folder, 'mode'), path.join(place.folder, 'summary.json')];
  const env = {
    COMMONPLACE_SUMMARY: summary, COMMONPLACE_BENCH_ROW: row, COMMONPLACE_BENCH_MODE: mode, COMMONPLACE_BENCH_EXTENSION: subject.id, COMMONPLACE_BENCH_VIEW: subject.view,
    COMMONPLACE_BENCH_LIBRARY: subject.library, COMMONPLACE_BENCH_ALL: all ? 'yes' : '', COMMONPLACE_BENCH_STRETCHES: stretches ? 'yes' : '',
  };
  const server = await startServer({ home: place.folder, args: ['--vscode-option', 'enable-smoke-test-driver'], env });
  const browser = await openBrowser({ profile: path.join(place.folder, 'browser'), origin: server.url });
  const tests = await bundled();
  const at = address(server, { extension: subject.extension, tests, workspace: folder });

  async function measure({ cached = false } = {}) {
    if (!cached) fs.rmSync(path.join(place.folder, 'user', 'User', 'globalStorage', 'commonplace.commonplace', 'library'), { recursive: true, force: true });
    fs.rmSync(summary, { force: true });
    fs.writeFileSync(mode, cached ? 'at start' : '');
    const page = await browser.newPage();
    const errors = [];
    await page.exposeFunction('benchRow', (seen) => fs.writeFileSync(row, String(seen)));
    await page.addInitScript(watchRows);
    const { why } = await drive(page, at, { summary, report: summary, errors, seconds });
    await page.close();
    if (!fs.existsSync(summary)) throw new Error(`${why ?? 'Nothing was measured'}\n${errors.filter((error) => !known.test(error)).slice(-15).join('\n')}`);
    return JSON.parse(fs.readFileSync(summary, 'utf8')).found;
  }

  const close = async () => {
    await browser.close().catch(() => undefined);
    await server.stop();
    place.remove();
  };
  return { measure, close };
}
