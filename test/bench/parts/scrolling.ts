/** How smoothly the synthesis table of ten thousand sources is scrolled in the real workbench: the frames of its page, by wheel and by keyboard. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import type { Session } from '../../e2e/harness';
import { openLarge, pages, watch, watched, wheel, type Seen } from '../../e2e/scrolling';
import type { Part, Table } from '../measuring';

const count = 10_000;

const at = (sorted: readonly number[], share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);

function row(name: string, { frames, most, bare, waiting, torn }: Seen): string[] {
  const sorted = [...frames].sort((a, b) => a - b);
  const share = (100 * frames.filter((frame) => frame > 50).length) / Math.max(1, frames.length);
  return [name, String(frames.length), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1), `${share.toFixed(1)} %`, String(bare), String(waiting), String(torn), String(most)];
}

async function seen(frame: Frame, work: () => Promise<unknown>): Promise<Seen> {
  await watch(frame);
  await work();
  return watched(frame);
}

/** Nothing is done: what the machine and the browser leave of frames by themselves. */
const resting = (frame: Frame): Promise<unknown> => frame.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 5000); }));

async function toTable(session: Session, frame: Frame): Promise<void> {
  await frame.locator('[role=tab][data-tab=table]').focus();
  for (let press = 0; press < 12 && !(await frame.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)); press += 1) await session.workbench.press('Tab');
  await session.workbench.press('Control+Home');
}

async function* scrolling(): AsyncIterable<Table> {
  const { pack } = await import(pathToFileURL(join(process.cwd(), 'scripts', 'package.mjs')).href) as { pack(): Promise<string> };
  process.env['COMMONPLACE_VSIX'] = await pack();
  const { session, frame } = await openLarge(count);
  try {
    const rows = [row('at rest', await seen(frame, () => resting(frame)))];
    rows.push(row('wheel, 300 pixels a turn, 400 turns', await seen(frame, () => wheel(session, frame, { x: 0, y: 300 }, 400))));
    rows.push(row('wheel, 900 pixels a turn, to the end', await seen(frame, () => wheel(session, frame, { x: 0, y: 900 }))));
    await toTable(session, frame);
    rows.push(row('Page Down, 150 times', await seen(frame, () => pages(session, frame, 'PageDown', (_line, presses) => presses >= 150))));
    rows.push(row('arrow down, 200 times', await seen(frame, () => pages(session, frame, 'ArrowDown', (_line, presses) => presses >= 200))));
    yield {
      heading: 'Scrolling the table of ten thousand sources', about: 'Fifty thousand notes with thirty tags. Frames as the page sees them (`requestAnimationFrame`), in milliseconds; frames in which a part of the table’s room was bare, in which a row on the screen was not known yet, and in which the head or the first column was out of place; rows in the page at most.',
      columns: ['', 'frames', 'median', 'p95', 'longest', 'over 50 ms', 'bare', 'waiting', 'out of place', 'rows'], rows,
    };
  } finally {
    await session.close();
  }
}

export const part: Part = { title: 'Scrolling', product: true, make: scrolling };
