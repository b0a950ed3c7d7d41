// Opens a Chromium with a profile of its own.
import { chromium as find } from './chromium.mjs';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Where nothing may go out (offline.mjs), the browser asks no name of its own maker's. */
const asksNobody = process.env.COMMONPLACE_OFFLINE ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] : [];

/** `profile`: the folder of the browser's memory. `origin`: may use the clipboard without asking. */
export async function openBrowser({ profile, origin, viewport = { width: 1280, height: 800 } }) {
  const { chromium } = await import('playwright-core');
  const context = await chromium.launchPersistentContext(profile, { executablePath: await find(), headless: true, viewport, args: [...args, ...asksNobody] });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return context;
}
