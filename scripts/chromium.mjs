// Finds the browser that drives the workbench, or installs Debian's.
import fs from 'node:fs';
import { canInstall, installDebian, onPath } from './debian.mjs';
import { fail, isMain } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function find() {
  const named = process.env.CHROMIUM;
  if (named && !fs.existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there`);
  return named ?? names.map(onPath).find(Boolean);
}

/** The path of a Chromium. */
export async function chromium() {
  if (!find() && canInstall()) await installDebian(['chromium']);
  const found = find();
  if (!found) throw new Error('The tests need Chromium or Google Chrome. Install it (Debian, Ubuntu: `sudo apt-get install chromium`), or name one in the variable CHROMIUM.');
  return found;
}

if (isMain(import.meta)) await chromium().then(console.log, fail);
