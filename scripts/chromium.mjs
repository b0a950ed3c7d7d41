// Finds the browser that drives the workbench, or installs Debian's.
import fs from 'node:fs';
import path from 'node:path';
import { fail, isMain, must } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}

function find() {
  const named = process.env.CHROMIUM;
  if (named && !fs.existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there`);
  return named ?? names.map(onPath).find(Boolean);
}

const canInstall = () => process.getuid?.() === 0 && onPath('apt-get');

async function installDebian() {
  console.log('Installing the browser for the tests (Debian package chromium)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get', ['update', '-q'], { quiet: true, env });
  await must('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { quiet: true, env });
}

/** The path of a Chromium. */
export async function chromium() {
  if (!find() && canInstall()) await installDebian();
  const found = find();
  if (!found) throw new Error('The tests need Chromium or Google Chrome. Install it (Debian, Ubuntu: `sudo apt-get install chromium`), or name one in the variable CHROMIUM.');
  return found;
}

if (isMain(import.meta)) await chromium().then(console.log, fail);
