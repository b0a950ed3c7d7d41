// npm start [-- FOLDER]: builds the extension and opens a real VS Code with it, on a sample or on a folder of your own.
// Without a desktop and a display it serves VS Code to the browser on the loopback address.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildProduct } from './build.mjs';
import { install } from './install.mjs';
import { cache, inRoot } from './paths.mjs';
import { fail } from './run.mjs';

/** A copy that lasts, so that what one does in the sample stays and never changes the project. */
function sample() {
  const copy = path.join(cache, 'sample');
  if (!fs.existsSync(copy)) fs.cpSync(inRoot('media', 'sample'), copy, { recursive: true });
  return copy;
}

function chosenFolder(given) {
  if (given === undefined) return sample();
  const folder = path.resolve(process.env.INIT_CWD ?? '.', given);
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${folder}`);
  return folder;
}

/** A desktop VS Code that can be used here: the installed one, else a downloaded one, else none. */
async function findDesktop() {
  const { desktopCode, hasDisplay } = await import('./desktop.mjs');
  const { onPath } = await import('./debian.mjs');
  if (!hasDisplay()) return undefined;
  const installed = onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  return installed ?? desktopCode().catch((error) => void console.log(`Desktop VS Code could not be downloaded (${error.message})`));
}

const openers = { darwin: 'open', linux: 'xdg-open' };
function openInBrowser(url) {
  const opener = openers[process.platform];
  if (opener) spawn(opener, [url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref();
}

/** What the server remembers stays in the cache too; one port, for the browser keeps its half by address. */
async function serve(folder, open) {
  const { installExtension, link, startServer } = await import('./server.mjs');
  const { pack } = await import('./package.mjs');
  const home = path.join(cache, 'server');
  fs.mkdirSync(home, { recursive: true });
  await installExtension(home, await pack());
  const settings = { 'git.enabled': true };
  const server = await startServer({ home, port: 8790, settings }).catch(() => startServer({ home, settings }));
  const url = link(server, folder);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The VS Code server answers ${answer.status}; its log is ${server.log}`);
  console.log(`\nVS Code with Commonplace is at\n\n  ${url}\n\nCtrl+C ends it.`);
  if (open) openInBrowser(url);
  await server.ended;
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'no-open': { type: 'boolean' }, browser: { type: 'boolean' } } });
  await install();
  const folder = chosenFolder(positionals[0]);
  await buildProduct({ quiet: true });
  const desktop = values.browser ? undefined : await findDesktop();
  if (!desktop) return serve(folder, !values['no-open'] && !process.env.CI);
  const { openDesktop } = await import('./desktop.mjs');
  console.log(`Opening ${folder} in VS Code`);
  await openDesktop(desktop, folder);
}

await main().catch(fail);
