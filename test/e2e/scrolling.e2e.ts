/** Ten thousand sources in the synthesis table: none is missing on the way to the end, by wheel and by keyboard, and the page stays small. How smoothly is measured by `npm run bench -- scrolling`. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { photographFailures, type Session } from './harness';
import { atRest, openLarge, pages, watch, watched, wheel } from './scrolling';

const count = 10_000;
/** The last row of the table: the head is the first, the sum of all the last. */
const foot = count + 2;

describe('the synthesis of ten thousand sources', function () {
  this.timeout(600_000);
  let session: Session;
  let frame: Frame;

  before(async () => { ({ session, frame } = await openLarge(count)); });
  after(() => session?.close());
  photographFailures(() => session);

  it('is read to the end by Page Down, with every source on the way', async () => {
    assert.equal(await frame.locator('table[role=grid]').getAttribute('aria-rowcount'), String(count + 2));
    await frame.locator('[role=tab][data-tab=table]').focus();
    for (let press = 0; press < 12 && !(await frame.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)); press++) await session.workbench.press('Tab');
    await session.workbench.press('Control+Home');
    await watch(frame);
    await pages(session, frame, 'PageDown', (row) => row === foot);
    const { seen, most, bare, torn } = await watched(frame);
    const missing = Array.from({ length: count }, (_, at) => at + 2).filter((row) => !seen.includes(row));
    assert.deepEqual(missing, []);
    assert.deepEqual({ bare, torn }, { bare: 0, torn: 0 });
    assert.ok(most <= 60, `${most} rows in the page at once`);
    await session.workbench.shot('92-ten-thousand-end');
  });

  it('is scrolled by the wheel to the end and to the right, away from the cell that has the focus, with head and first column in their places', async () => {
    await session.workbench.press('Control+Home');
    await frame.locator('tbody tr[aria-rowindex="2"]:not([aria-busy=true])').waitFor();
    await watch(frame);
    await wheel(session, frame, { x: 0, y: 900 });
    await frame.locator(`tbody tr[aria-rowindex="${count + 1}"]:not([aria-busy=true])`).waitFor();
    await atRest(frame);
    await session.workbench.shot('93-ten-thousand-wheel');
    await wheel(session, frame, { x: 400, y: 0 });
    await atRest(frame);
    const { most, torn } = await watched(frame);
    assert.equal(torn, 0);
    assert.ok(most <= 60, `${most} rows in the page at once`);
    await session.workbench.shot('94-ten-thousand-right');
  });
});
