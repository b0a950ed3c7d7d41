/** The text editor that has the focus. */
import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput';

/** The middle of the first occurrence of a text on the screen and where it ends, in pixels. Runs in the page. */
function middleOf(text: string): { x: number; y: number; right: number } | undefined {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').replace(/\u00a0/gu, ' ').indexOf(text);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2, right: box.right };
    }
  }
  return undefined;
}

/** The lines on the screen, from the top. Runs in the page. */
function visibleText(): string {
  const lines = [...document.querySelectorAll<HTMLElement>('.editor-group-container.active .editor-instance .view-line')];
  const top = (line: HTMLElement) => Number.parseFloat(line.style.top);
  return lines.sort((a, b) => top(a) - top(b)).map((line) => (line.textContent ?? '').replace(/\u00a0/gu, ' ')).join('\n');
}

export class Editor {
  constructor(private readonly page: Page, private readonly quickInput: QuickInput) {}

  /** What is on the screen of the active editor. */
  text(): Promise<string> {
    return this.page.evaluate(visibleText);
  }

  /** Waits until the text stands on one line of an editor; `within`: so many milliseconds at most. */
  async shows(text: string, within?: number): Promise<void> {
    const stands = (wanted: string): boolean => [...document.querySelectorAll('.editor-instance .view-line')].some((line) => (line.textContent ?? '').replace(/\u00a0/gu, ' ').includes(wanted));
    await this.page.waitForFunction(stands, text, within === undefined ? {} : { timeout: within });
  }

  async focus(): Promise<void> {
    await this.page.locator('.editor-group-container.active .editor-instance .view-lines').first().click();
  }

  async toEnd(): Promise<void> {
    await this.focus();
    await this.page.keyboard.press('Control+End');
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput.openWith('Control+G', `:${line}:${column}`);
    await this.quickInput.row('to go to line').waitFor();
    // A workbench that is still busy may let the first Enter pass; a second one while the input goes would fall into the text.
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.quickInput.accept();
      if (await this.quickInput.closed(3_000).then(() => true, () => false)) return;
    }
    throw new Error(`Line ${line} was not gone to`);
  }

  /** Selects the first occurrence of a text, through Find. */
  async select(text: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.press('Control+F');
    const find = this.page.locator('.find-widget.visible .find-part textarea').first();
    await find.fill(text);
    await this.page.locator('.find-widget.visible .matchesCount').filter({ hasText: /\d+ of \d+/ }).waitFor();
    await find.press('Escape');
  }

  suggestion(text: string): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text }).first();
  }

  /** The labels of the suggestions in view. */
  suggestions(): Promise<string[]> {
    return this.page.locator('.suggest-widget.visible .monaco-list-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Waits for a suggestion and takes it. A list that has just appeared ignores Enter, so it is clicked. */
  async accept(text: string): Promise<void> {
    await this.suggestion(text).click();
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Where a text is on the screen: its middle, and where it ends. A file that was just opened may not be drawn yet: it is waited for. */
  async placeOf(text: string): Promise<{ x: number; y: number; right: number }> {
    const found = await this.page.waitForFunction(middleOf, text, { timeout: 15_000 }).catch(() => undefined);
    const at = await found?.jsonValue();
    if (!at) throw new Error(`“${text}” is not on the screen`);
    return at;
  }

  /** Rests the mouse on a text and gives what the hover says. */
  async hover(text: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible').first();
    const said = hover.filter({ hasNotText: /^Loading/ });
    // An editor that still scrolls moves the text away from under the mouse, and what hovers closes again. One that stands over the way there keeps what it says: the mouse leaves it first.
    for (let attempt = 0; attempt < 6; attempt++) {
      await this.page.mouse.move(1, 1);
      await hover.waitFor({ state: 'hidden', timeout: 5_000 }).catch(() => undefined);
      const at = await this.placeOf(text);
      await this.page.mouse.move(at.x - 60, at.y + 60);
      await this.page.mouse.move(at.x, at.y, { steps: 5 });
      if (await said.waitFor({ timeout: 10_000 }).then(() => true, () => false)) return (await hover.innerText()).replace(/\u00a0/gu, ' ');
    }
    throw new Error(`Nothing is said of “${text}”, only: ${(await this.page.locator('.monaco-hover').allInnerTexts()).join(' | ')}`);
  }

  /** Opens the list of what can be done at the cursor, and gives the row with this title. The list closes when the editor learns something new of the file: it is opened again then. */
  async offered(title: string): Promise<Locator> {
    const row = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    for (let attempt = 0; attempt < 8; attempt++) {
      await this.page.keyboard.press('Control+.');
      if (await row.waitFor({ timeout: 4_000 }).then(() => true, () => false)) return row;
      if (await this.page.locator('.action-widget').isVisible()) await this.page.keyboard.press('Escape');
    }
    throw new Error(`“${title}” is not offered`);
  }

  /** Chooses a quick fix at the cursor. */
  async quickFix(title: string): Promise<void> {
    await (await this.offered(title)).click();
  }

  /** Saves and waits until no active tab is marked as changed. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.waitForFunction(() => !document.querySelector('.tab.active.dirty'));
  }
}
