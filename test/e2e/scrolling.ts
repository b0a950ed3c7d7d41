/** A long synthesis table on its way through ten thousand sources: what was on the screen, and how long each frame took. */
import type { Frame } from 'playwright-core';
import { fileText, invented } from '../bench/libraries';
import { container, Session } from './harness';
import { until } from './until';

/** The files of an invented library of so many sources, five notes on each. */
export const manySources = (count: number): { readonly [path: string]: string } =>
  Object.fromEntries([...invented(count)].map((one) => [`sources/${one.item.id}.md`, fileText(one)]));

/** Opens the synthesis of a workspace with so many sources; the table is whole when this resolves. */
export async function openLarge(count: number): Promise<{ readonly session: Session; readonly frame: Frame }> {
  const session = await Session.open({ files: manySources(count), settings: { 'commonplace.author': 'anna' } });
  const { workbench } = session;
  await workbench.size(1400, 900);
  await workbench.openView(container());
  await workbench.row(/./).waitFor();
  await workbench.command('Commonplace: Show Synthesis');
  let found: Frame | undefined;
  const whole = `${count.toLocaleString('en-GB')} sources`;
  await until(async () => {
    for (const frame of workbench.page.frames()) if ((await frame.locator('.status').innerText({ timeout: 200 }).catch(() => '')).startsWith(whole)) found = frame;
    return found !== undefined;
  }, 180_000);
  return { session, frame: found as Frame };
}

/**
 * What was seen since `watch`: `frames` in milliseconds; `seen`: rows that were shown with what they hold; `most`: rows in the page at once; `bare`: frames in which
 * a part of the table’s room held no row; `waiting`: frames in which a row on the screen was not known yet; `torn`: frames in which head or first column was not in its place.
 */
export type Seen = { readonly frames: readonly number[]; readonly seen: readonly number[]; readonly most: number; readonly bare: number; readonly waiting: number; readonly torn: number };

type Watching = { looks: number; frames: number[]; seen: Set<number>; most: number; bare: number; waiting: number; torn: number; isOver: boolean };

/** Looks at the table in each frame from now on; the first look is over when this resolves. */
export const watch = (frame: Frame): Promise<void> => frame.evaluate(async () => {
  const scroller = document.querySelector<HTMLElement>('.content > .scroller')!;
  const watching: Watching = { looks: 0, frames: [], seen: new Set(), most: 0, bare: 0, waiting: 0, torn: 0, isOver: false };
  (window as unknown as { watching: Watching }).watching = watching;
  const look = (): void => {
    watching.looks += 1;
    const rows = [...scroller.querySelectorAll<HTMLElement>('tbody tr[aria-rowindex]')];
    const [room, head, foot] = [scroller.getBoundingClientRect(), scroller.querySelector('thead')!.getBoundingClientRect(), scroller.querySelector('tfoot')!.getBoundingClientRect()];
    watching.most = Math.max(watching.most, rows.length);
    for (const row of rows) if (row.ariaBusy !== 'true' && row.querySelector('.name')?.textContent !== '') watching.seen.add(Number(row.getAttribute('aria-rowindex')));
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
    if (top > head.bottom + 1 || bottom < foot.top - 1) watching.bare += 1;
    if (rows.some((row, at) => row.ariaBusy === 'true' && boxes[at]!.bottom > head.bottom && boxes[at]!.top < foot.top)) watching.waiting += 1;
    const first = rows[0]?.querySelector('.source')?.getBoundingClientRect();
    if (Math.abs(head.top - room.top) > 1 || (first !== undefined && Math.abs(first.left - room.left) > 1)) watching.torn += 1;
  };
  // Looked at once the frame is done: what the table does in it comes after this step.
  const done = new MessageChannel();
  done.port1.onmessage = look;
  let before = performance.now();
  const step = (now: number): void => {
    if (watching.isOver) return;
    watching.frames.push(now - before);
    before = now;
    done.port2.postMessage(0);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  while (watching.looks === 0) await new Promise(requestAnimationFrame);
});

/** Waits until the table is at rest: it stands where it stood two frames before, whole, with rows that are known in all of its room. */
export const atRest = (frame: Frame): Promise<void> => frame.evaluate(() => new Promise<void>((resolve, reject) => {
  const scroller = document.querySelector<HTMLElement>('.content > .scroller')!;
  const end = performance.now() + 20_000;
  let [before, still] = ['', 0];
  const look = (): void => {
    const rows = [...scroller.querySelectorAll<HTMLElement>('tbody tr[aria-rowindex]:not([aria-busy=true])')].map((row) => row.getBoundingClientRect());
    const [head, foot] = [scroller.querySelector('thead')!.getBoundingClientRect(), scroller.querySelector('tfoot')!.getBoundingClientRect()];
    const isWhole = rows.length > 0 && rows[0]!.top <= head.bottom + 1 && rows.at(-1)!.bottom >= foot.top - 1;
    const now = `${scroller.scrollTop} ${scroller.scrollLeft} ${scroller.scrollHeight}`;
    still = isWhole && now === before ? still + 1 : 0;
    before = now;
    if (still > 2) resolve();
    else if (performance.now() > end) reject(new Error(`The table is bare where it stands: ${now}, head ${head.top}–${head.bottom}, foot ${foot.top}–${foot.bottom}, ${rows.length} rows ${rows[0]?.top}–${rows.at(-1)?.bottom}.`));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}));

/** Ends the looking, and gives what was seen. */
export const watched = (frame: Frame): Promise<Seen> => frame.evaluate(() => {
  const { watching } = window as unknown as { watching: Watching };
  watching.isOver = true;
  return { ...watching, frames: watching.frames.slice(1), seen: [...watching.seen] };
});

/** Turns the wheel, in steps of so many pixels, until the end of the table (or its right end) is reached, or so many times. */
export async function wheel(session: Session, frame: Frame, step: { readonly x: number; readonly y: number }, most = 5000): Promise<void> {
  const { page } = session.workbench;
  const box = (await frame.locator('.content > .scroller').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const left = (): Promise<number> => frame.evaluate((isDown) => {
    const scroller = document.querySelector<HTMLElement>('.content > .scroller')!;
    return isDown ? scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop : scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft;
  }, step.y !== 0);
  for (let turn = 0; turn < most && (turn % 10 !== 0 || await left() > 1); turn += 1) await page.mouse.wheel(step.x, step.y);
}

/** Presses a key until the wanted line has the focus, or so many times; each time `watch` has to see what is shown before the next, as somebody who reads does. */
export async function pages(session: Session, frame: Frame, key: string, isThere: (row: number, presses: number) => boolean): Promise<void> {
  let presses = 0;
  for (let row = -1; !isThere(row, presses) && presses < 20_000; presses += 1) {
    await session.workbench.press(key);
    row = await frame.evaluate((last) => new Promise<number>((resolve) => {
      const { watching } = window as unknown as { watching: Watching };
      let since = Infinity;
      const look = (): void => {
        const row = Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? 0);
        const isKnown = document.querySelector('tbody tr[aria-busy=true]') === null;
        if (row === last || row <= 0 || !isKnown) since = Infinity;
        else if (watching.looks > since) return resolve(row);
        else since = Math.min(since, watching.looks);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }), row);
  }
}
