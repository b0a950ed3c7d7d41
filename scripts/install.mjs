// Makes sure that node_modules is what package-lock.json says. Says nothing when it is.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { inRoot, root } from './paths.mjs';
import { fail, isMain, npm } from './run.mjs';

const lock = inRoot('package-lock.json');
const stamp = inRoot('node_modules', '.commonplace-lock');
const installed = inRoot('node_modules', '.package-lock.json');
const digest = (file) => crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** What npm wrote down about what it installed, without the parts of other systems, which it leaves out. */
function sameAsInstalled() {
  if (!fs.existsSync(installed)) return false;
  const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  const have = read(installed);
  return Object.entries(read(lock)).every(([path, { version, optional }]) =>
    path === '' || (have[path] ? have[path].version === version : optional));
}

const upToDate = () =>
  fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') === digest(lock) : sameAsInstalled();

export async function install() {
  if (fs.existsSync(installed) && upToDate()) return;
  console.log('Installing the packages of package-lock.json');
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  fs.writeFileSync(stamp, digest(lock));
}

if (isMain(import.meta)) await install().catch(fail);
