/** The workbench of VS Code as a person uses it: by keyboard, mouse and what can be read on the screen. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { Editor } from './editor';
import { QuickInput } from './quickInput';

/** How long a busy machine may take for one step. */
const patience = 60_000;

export class Workbench {
  readonly editor: Editor;
  readonly quickInput: QuickInput;

  /** `shots`: the folder for screenshots. */
  constructor(readonly page: Page, private readonly shots: string) {
    page.setDefaultTimeout(patience);
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page, this.quickInput);
  }

  /** Waits until the workbench stands and the extension's place in the activity bar (by its title) is there. */
  async ready(container?: string): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.part.statusbar').waitFor();
    if (container) await this.tab(container).waitFor();
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys);
  }

  /** Types with a person's pause between letters, so that completion keeps up. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 30 });
  }

  /** Runs a command by its title in the palette. The palette's list is made when it opens, so a miss opens it again. */
  async command(title: string): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.quickInput.openWith('F1', `>${title}`);
      if (await this.quickInput.offers(title, 5_000)) return this.quickInput.choose(title);
      await this.quickInput.cancel();
    }
    throw new Error(`The palette does not offer “${title}”`);
  }

  /** Opens a file of the folder by its name. */
  async openFile(name: string): Promise<void> {
    await this.quickInput.openWith('Control+P', name);
    await this.quickInput.choose(path.posix.basename(name));
    await this.editorTab(path.posix.basename(name)).waitFor();
  }

  /** *Save All* saves what has a tab; the editor gives a changed file that has none its tab a moment later: these are waited for. */
  async saveAll(...changed: string[]): Promise<void> {
    for (const name of changed) await this.editorTab(name).waitFor({ state: 'attached' });
    await this.command('File: Save All Files');
  }

  private tab(container: string): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: container });
  }

  editorTab(name: string): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name });
  }

  /** Shows a container of the activity bar; shown already, it stays. */
  async openView(container: string): Promise<void> {
    const tab = this.tab(container);
    await tab.waitFor();
    if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
    await this.page.locator('.part.sidebar').getByText(container, { exact: false }).first().waitFor();
  }

  /** A row of a tree in the side bar, by (a part of) its accessible name. */
  row(name: string | RegExp): Locator {
    return this.page.locator('.part.sidebar').getByRole('treeitem', { name }).first();
  }

  /** The accessible names of the rows in view. */
  rows(): Promise<string[]> {
    return this.page.locator('.part.sidebar [role=treeitem]').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  async expand(name: string | RegExp): Promise<void> {
    const row = this.row(name);
    // A row that just got something below it may not show it yet.
    await row.and(this.page.locator('[aria-expanded]')).waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
    await row.and(this.page.locator('[aria-expanded=true]')).waitFor();
  }

  /** Drags a row to the end of a text in the editor. With Shift held, the editor takes it, and is not split for it. */
  async dragIntoEditor(name: string | RegExp, text: string, shot: string): Promise<void> {
    const row = await this.row(name).boundingBox();
    const to = await this.editor.placeOf(text);
    if (row === null) throw new Error(`The row ${String(name)} is not on the screen`);
    const { mouse, keyboard } = this.page;
    await mouse.move(row.x + 60, row.y + row.height / 2);
    await mouse.down();
    await mouse.move(row.x + 80, row.y + row.height / 2 + 4, { steps: 5 });
    await keyboard.down('Shift');
    await mouse.move(to.right, to.y, { steps: 20 });
    // A person takes their time; the extension says meanwhile what is carried.
    await this.page.waitForTimeout(1500);
    await this.shot(shot);
    await mouse.up();
    await keyboard.up('Shift');
  }

  /** Chooses from the context menu of a row. */
  async rowMenu(name: string | RegExp, item: string): Promise<void> {
    await this.row(name).click({ button: 'right' });
    await this.menuItem(item);
  }

  /** Chooses from the menu that is open. In its first moments a menu takes a click for the end of the one that opened it. */
  async menuItem(item: string): Promise<void> {
    const row = this.page.locator('.monaco-menu').getByRole('menuitem', { name: item }).first();
    await row.hover();
    await this.page.waitForTimeout(300);
    await row.click();
    await this.page.locator('.monaco-menu').first().waitFor({ state: 'hidden' });
  }

  /** Presses a button in the title bar of a view or an editor, by its tooltip. */
  async titleButton(view: string, button: string): Promise<void> {
    const header = this.page.locator('.pane-header, .composite.title').filter({ hasText: view }).first();
    await header.hover();
    await header.getByRole('button', { name: button }).first().click();
  }

  /** A notification that contains the text. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  /** Waits for a notification and gives its whole text. */
  async said(text: string | RegExp): Promise<string> {
    await this.toast(text).waitFor();
    return this.toast(text).locator('.notification-list-item-message').innerText();
  }

  async answerToast(text: string | RegExp, button: string): Promise<void> {
    const toast = this.toast(text);
    await toast.hover();
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /** Old notifications would answer for new ones. */
  async clearToasts(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
    await this.page.locator('.notification-toast').first().waitFor({ state: 'detached' });
  }

  /** A dialog of the workbench (not of the system). */
  async answerDialog(button: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
  }

  /** The messages in the Problems panel. */
  async problems(): Promise<string[]> {
    await this.command('Problems: Focus on Problems View');
    const panel = this.page.locator('.markers-panel');
    await panel.waitFor();
    return panel.locator('.marker-message-line, .details-container').allInnerTexts();
  }

  statusBar(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text }).first();
  }

  async setClipboard(text: string): Promise<void> {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  }

  /** What a browser puts on the clipboard when a page is copied. */
  async setClipboardPage(text: string, html: string): Promise<void> {
    await this.page.evaluate(([plain, marked]) => navigator.clipboard.write([new ClipboardItem({
      'text/plain': new Blob([plain ?? ''], { type: 'text/plain' }), 'text/html': new Blob([marked ?? ''], { type: 'text/html' }),
    })]), [text, html]);
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  size(width: number, height: number): Promise<void> {
    return this.page.setViewportSize({ width, height });
  }

  /** out/screenshots/NAME.png */
  async shot(name: string): Promise<void> {
    mkdirSync(this.shots, { recursive: true });
    await this.page.screenshot({ path: path.join(this.shots, `${name}.png`) });
  }
}
