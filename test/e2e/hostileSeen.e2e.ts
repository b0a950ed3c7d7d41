/** That what looks after hostile texts is not blind: another extension plants on each surface what a payload must never bring, and it must be seen there. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { canaryCommand, canaryHost, canaryIcon } from '../reliability/exits/payloads';
import { photographFailures, Session } from './harness';
import { untilShown, watchFor, type IsQuiet } from './hostileLibrary';
import { until } from './until';
import type { Workbench } from './workbench';

const picture = (surface: string): string => `https://${canaryHost}/${surface}.png`;
/** All that Markdown can bring along. */
const planted = (surface: string): string => `Planted ![](${picture(surface)}) [run](command:${canaryCommand}) $(${canaryIcon})`;

/** An extension as careless as ours must not be. */
const careless = {
  manifest: JSON.stringify({
    name: 'careless', publisher: 'somebody', version: '1.0.0', engines: { vscode: '^1.90.0' }, main: './main.js', activationEvents: ['onStartupFinished'],
    contributes: {
      viewsContainers: { activitybar: [{ id: 'careless', title: 'Careless', icon: '$(book)' }] },
      views: { careless: [{ id: 'careless.rows', name: 'Careless Rows' }] },
      commands: [{ command: 'careless.page', title: 'Careless: Show Page' }, { command: 'careless.notice', title: 'Careless: Show Notice' }, { command: 'careless.pick', title: 'Careless: Show Picker' }],
    },
  }),
  main: `
    const vscode = require('vscode');
    const trusted = (text) => { const words = new vscode.MarkdownString(text, true); words.isTrusted = true; return words; };
    exports.activate = () => {
      const row = Object.assign(new vscode.TreeItem('Planted row'), { tooltip: trusted(${JSON.stringify(planted('tooltip'))}) });
      vscode.window.registerTreeDataProvider('careless.rows', { getChildren: (of) => (of ? [] : [row]), getTreeItem: (one) => one });
      vscode.languages.registerHoverProvider({ pattern: '**/planted.txt' }, { provideHover: () => new vscode.Hover(trusted(${JSON.stringify(planted('hover'))})) });
      vscode.commands.registerCommand('careless.page', () => {
        const page = vscode.window.createWebviewPanel('careless', 'Careless Page', vscode.ViewColumn.Beside, { enableScripts: true });
        page.webview.html = ${JSON.stringify(`<!DOCTYPE html><html><body><img src="${picture('page')}" onerror="x"><p>Planted</p></body></html>`)};
      });
      vscode.languages.registerCompletionItemProvider({ pattern: '**/planted.txt' }, { provideCompletionItems: () => [Object.assign(new vscode.CompletionItem('plantedRow'), { documentation: trusted(${JSON.stringify(planted('row'))}) })] });
      vscode.commands.registerCommand('careless.pick', () => { vscode.window.showQuickPick([{ label: ${JSON.stringify(`Planted choice $(${canaryIcon})`)} }]); });
      vscode.commands.registerCommand('careless.notice', () => { vscode.window.showInformationMessage(${JSON.stringify(`Planted notice: [run](command:${canaryCommand})`)}); });
    };`,
};

const files = {
  'planted.txt': 'Planted\n',
  'planted.md': `# Planted by hand\n\n![](${picture('preview')})\n`,
};

describe('what looks after hostile texts', function () {
  this.timeout(300_000);
  let session: Session;
  let workbench: Workbench;
  let page: Page;

  before(async () => {
    session = await Session.open({ files, beside: careless, settings: { 'editor.hover.delay': 100, 'workbench.hover.delay': 100 } });
    ({ workbench } = session);
    ({ page } = workbench);
  });
  after(() => session?.close());
  photographFailures(() => session);

  /** What was tried and what is drawn, as the one who looks tells it. */
  const toldBy = (isQuiet: IsQuiet): Promise<string> => isQuiet().then(() => '', (error: assert.AssertionError) => JSON.stringify(error.actual));

  /** Waits until it tells of each of them. */
  async function assertTold(isQuiet: IsQuiet, ...signs: readonly string[]): Promise<void> {
    const lost = async (): Promise<readonly string[]> => { const told = await toldBy(isQuiet); return signs.filter((sign) => !told.includes(sign)); };
    await until(async () => (await lost()).length === 0).catch(() => undefined);
    assert.deepEqual(await lost(), [], await toldBy(isQuiet));
  }

  const asked = (surface: string): string => `request: ${picture(surface)}`;
  const drawn = (surface: string): string => `src=\\"${picture(surface)}`;

  it('would see a picture, a command and an icon in the tooltip of a tree', async () => {
    const isQuiet = watchFor(page);
    await workbench.openView('Careless');
    await workbench.row('Planted row').hover();
    await page.locator('.workbench-hover, .monaco-hover').filter({ hasText: 'Planted' }).first().waitFor();
    await assertTold(isQuiet, asked('tooltip'), drawn('tooltip'), `command:${canaryCommand}`, `codicon-${canaryIcon}`);
  });

  it('would see them in a hover of the editor', async () => {
    const isQuiet = watchFor(page);
    await workbench.openFile('planted.txt');
    await workbench.editor.hover('Planted');
    await assertTold(isQuiet, asked('hover'), drawn('hover'), `command:${canaryCommand}`, `codicon-${canaryIcon}`);
    await page.mouse.move(100, 10);
  });

  it('would see them beside a row of completion', async () => {
    const isQuiet = watchFor(page);
    await workbench.editor.toEnd();
    await workbench.type('planted');
    await workbench.press('Control+Space');
    await workbench.editor.suggestion('plantedRow').waitFor();
    // A second time shows what is said of the row.
    await workbench.press('Control+Space');
    await assertTold(isQuiet, asked('row'), drawn('row'), `command:${canaryCommand}`, `codicon-${canaryIcon}`);
    await workbench.press('Escape');
    await workbench.command('File: Revert File');
  });

  it('would see an icon in a picker', async () => {
    const isQuiet = watchFor(page);
    await workbench.command('Careless: Show Picker');
    await workbench.quickInput.row('Planted choice').waitFor();
    await assertTold(isQuiet, `codicon-${canaryIcon}`);
    await workbench.quickInput.cancel();
  });

  it('would see a link in a notification', async () => {
    const isQuiet = watchFor(page);
    await workbench.command('Careless: Show Notice');
    await workbench.toast('Planted notice').waitFor();
    await assertTold(isQuiet, `command:${canaryCommand}`);
    await workbench.clearToasts();
  });

  it('would see a picture and a handler in a web view', async () => {
    const isQuiet = watchFor(page);
    await workbench.command('Careless: Show Page');
    await untilShown(page, 'a careless page', async (frame) => await frame.getByText('Planted', { exact: true }).count() > 0);
    await assertTold(isQuiet, asked('page'), drawn('page'), 'onerror=');
  });

  it('would see a question and another page', async () => {
    const isQuiet = watchFor(page);
    await page.evaluate(() => { alert('planted'); });
    await assertTold(isQuiet, 'dialog: planted');
    const other = page.context().waitForEvent('page');
    await page.evaluate(() => { window.open('about:blank'); });
    await assertTold(isQuiet, 'a new page');
    await (await other).close();
  });

  // Last: the preview takes the keyboard, and a command chosen after it would not reach the palette.
  it('would see a picture in VS Code’s own preview of Markdown', async () => {
    const isQuiet = watchFor(page);
    await workbench.openFile('planted.md');
    await workbench.command('Markdown: Open Preview to the Side');
    await untilShown(page, 'the file by hand in the preview', async (frame) => await frame.getByText('Planted by hand').count() > 0);
    await assertTold(isQuiet, asked('preview'), drawn('preview'));
  });
});
