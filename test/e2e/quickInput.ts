/** The input at the top of the workbench: palette, pickers, input boxes. */
import type { Locator, Page } from 'playwright-core';

/** What tells one step from another; nothing when none is open. Runs in the page. */
function stepOf(): string {
  const widget = document.querySelector<HTMLElement>('.quick-input-widget');
  const input = widget?.querySelector<HTMLInputElement>('.quick-input-box input');
  return widget?.getClientRects().length && input ? [widget.querySelector('.quick-input-title')?.textContent, input.placeholder, input.value].join('\n') : '';
}

export class QuickInput {
  constructor(private readonly page: Page) {}

  private get widget(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  get input(): Locator {
    return this.widget.locator('.quick-input-box input').first();
  }

  row(text: string): Locator {
    return this.widget.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
  }

  /** The labels of the rows in view. */
  rows(): Promise<string[]> {
    return this.widget.locator('.quick-input-list .monaco-list-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  isOpen(): Promise<boolean> {
    return this.widget.isVisible();
  }

  /** Waits until no earlier input is in the way; `within`: so many milliseconds at most. */
  async closed(within?: number): Promise<void> {
    await this.widget.waitFor({ state: 'hidden', ...(within !== undefined && { timeout: within }) });
  }

  /** Opens an input with a key and fills it. One that an earlier input takes along as it goes is opened again, as a person would. */
  async openWith(key: string, text: string): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.closed();
      await this.page.keyboard.press(key);
      if (await this.input.fill(text, { timeout: 8_000 }).then(() => true, () => false)) return;
    }
    throw new Error(`${key} opens no input for “${text}”`);
  }

  /** Replaces what stands in the input. */
  async fill(text: string): Promise<void> {
    await this.input.waitFor();
    await this.input.fill(text);
  }

  /** Types at the cursor of the input, letter by letter. */
  async type(text: string): Promise<void> {
    await this.input.waitFor();
    await this.input.pressSequentially(text, { delay: 30 });
  }

  offers(text: string, within: number): Promise<boolean> {
    return this.row(text).waitFor({ timeout: within }).then(() => true, () => false);
  }

  /** Takes the row. */
  async choose(text: string): Promise<void> {
    await this.andLeave(() => this.row(text).click());
  }

  /** Ticks or unticks a row where several may be chosen. */
  async toggle(text: string): Promise<void> {
    await this.row(text).locator('.monaco-checkbox, input[type=checkbox]').first().click();
  }

  /** Enter: takes the focused row, the ticked rows, or the text. */
  async accept(): Promise<void> {
    await this.andLeave(() => this.input.press('Enter'));
  }

  /**
   * Waits until this step is over: what is typed next belongs to the next step, or to the editor. A step that stays, since
   * it refused what it was given, is waited for two seconds.
   */
  private async andLeave(act: () => Promise<void>): Promise<void> {
    const before = await this.page.evaluate(stepOf);
    await act();
    for (const end = Date.now() + 2_000; Date.now() < end; await this.page.waitForTimeout(20)) {
      if ((await this.page.evaluate(stepOf)) !== before) return;
    }
  }

  async cancel(): Promise<void> {
    await this.input.press('Escape');
    await this.closed();
  }

  /** The sentence under the input: a prompt, or why the text is refused. */
  message(): Promise<string> {
    return this.widget.locator('.quick-input-message').innerText();
  }
}
