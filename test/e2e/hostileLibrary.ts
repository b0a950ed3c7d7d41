/** Five hundred sources in which every text tries to be more than that, and what must never come of it in a workbench that shows them. */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { canaryCommand, canaryHost, canaryIcon, payloads } from '../reliability/exits/payloads';

/** One that can be found by a word, and five hundred more. */
export const five: readonly string[] = [`Zebra [Open](command:${canaryCommand}) $(${canaryIcon}) ![x](https://${canaryHost}/z.png)`, ...payloads.slice(0, 500)];
/** Every twenty-fifth of them where each takes a moment of its own; all of them with COMMONPLACE_TIER=long, for half an hour. */
export const step = ['long', 'campaign'].includes(process.env.COMMONPLACE_TIER ?? '') ? 1 : 25;
export const some: readonly number[] = five.flatMap((_, at) => (at % step === 0 ? [at] : []));
/** A key that begins no other one. */
export const keyOf = (at: number): string => `p${String(at).padStart(3, '0')}`;
export const line = (text: string): string => text.replace(/\s+/g, ' ');

/** What must not be on the screen, in any of its frames: icons, pictures and links that only a payload can have brought. */
const brought = `.codicon-${canaryIcon},img[src*="${canaryHost}"],[style*="${canaryHost}"],a[href*="${canaryCommand}"],a[data-href*="${canaryCommand}"],a[href^="javascript" i],iframe[src*="${canaryHost}"],[onerror],[onload]`;

/** Asserts that nothing was tried since, and that nothing of a payload is drawn. */
export type IsQuiet = () => Promise<void>;

/** Listens for what a page should never do. */
export function watchFor(page: Page): IsQuiet {
  const tried: string[] = [];
  page.on('dialog', (dialog) => { tried.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.context().on('request', (request) => { if (request.url().includes(canaryHost)) tried.push(`request: ${request.url()}`); });
  page.context().on('page', () => tried.push('a new page'));
  return async () => {
    const drawn = (await Promise.all(page.frames().map(broughtInto))).flat();
    assert.deepEqual([tried, drawn], [[], []]);
  };
}

/** What a payload has brought into a frame. One that is gone shows nothing; one that is still there and can't be looked at is an error, for it may show anything. */
async function broughtInto(frame: Frame): Promise<readonly string[]> {
  for (let look = 1; ; look += 1) {
    try {
      return await frame.evaluate((selector) => [...document.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML.slice(0, 300)), brought);
    } catch (error) {
      if (frame.isDetached()) return [];
      // It may just be loading another page.
      if (look === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Waits until one of the page’s frames, which web views and previews stand in, shows what is asked for. The workbench’s own is none of them: its editor shows the same words as the preview of what is edited. */
export async function untilShown(page: Page, what: string, isThere: (frame: ReturnType<Page['frames']>[number]) => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; ; await page.waitForTimeout(100)) {
    const shown = await Promise.all(page.frames().filter((frame) => frame !== page.mainFrame()).map((frame) => isThere(frame).catch(() => false)));
    if (shown.includes(true)) return;
    if (Date.now() > end) throw new Error(`Not shown: ${what}`);
  }
}
