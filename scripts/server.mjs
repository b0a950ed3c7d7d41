// Starts a VS Code server on the loopback address and stops it, leaving no process behind.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { kill, startedWith, tree } from './processes.mjs';
import { must } from './run.mjs';
import './signals.mjs';
import { vscode } from './vscode.mjs';

/** Quiet, and without calls to the network. */
export const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const folders = (home) => ({ user: path.join(home, 'user'), extensions: path.join(home, 'extensions'), log: path.join(home, 'server.log') });

/** Everything stays in `home`: data, extensions, sockets (TMPDIR), and no gallery is asked. */
const place = (home) => ['--user-data-dir', folders(home).user, '--extensions-dir', folders(home).extensions, '--config', path.join(home, 'config.yaml')];
const environment = (home, env) => ({ ...process.env, PORT: '', ELECTRON_RUN_AS_NODE: '', EXTENSIONS_GALLERY: '{}', TMPDIR: home, ...env });

/** Installs a .vsix for the servers that are started on the same `home`. */
export async function installExtension(home, vsix) {
  const { node, entry } = await vscode();
  fs.mkdirSync(home, { recursive: true });
  await must(node, [entry, ...place(home), '--install-extension', vsix, '--force'], { quiet: true, env: environment(home) });
}

function writeSettings(home, chosen) {
  const folder = path.join(folders(home).user, 'User');
  const file = path.join(folder, 'settings.json');
  fs.mkdirSync(folder, { recursive: true });
  if (chosen || !fs.existsSync(file)) fs.writeFileSync(file, JSON.stringify({ ...settings, ...chosen }, undefined, 2));
}

async function healthy(url, child, log) {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The VS Code server ended early; its log is ${log}`);
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  child.kill('SIGKILL');
  throw new Error(`The VS Code server did not start within a minute; its log is ${log}`);
}

/** Asks, waits eight seconds, then does not ask; then ends what it left behind (hosts and watchers linger). */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const all = tree(child.pid);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 8000);
  await gone;
  clearTimeout(timer);
  kill(all);
}

/**
 * `home`: a folder for its data, kept between starts. `port`: a free one unless given (a browser's memory of a workbench
 * belongs to one port). `trust`: every folder is trusted. Resolves, when it answers, to `{ url, host, port, home, log, stop, killHosts }`.
 */
export async function startServer({ home, port, args = [], env = {}, settings: chosen, trust = true }) {
  const { node, entry } = await vscode();
  writeSettings(home, chosen);
  const at = port ?? (await freePort());
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const all = [entry, '--bind-addr', `127.0.0.1:${at}`, ...quiet, ...place(home), ...(trust ? ['--disable-workspace-trust'] : []), ...args];
  const { log } = folders(home);
  const sink = fs.openSync(log, 'a');
  const child = spawn(node, all, { stdio: ['ignore', sink, sink], env: environment(home, env) });
  fs.closeSync(sink);
  const killNow = () => kill(tree(child.pid));
  process.prependOnceListener('exit', killNow); // before the folder goes
  const url = `http://127.0.0.1:${at}`;
  await healthy(url, child, log);
  const stop = () => end(child).finally(() => process.off('exit', killNow));
  /** Ends the hosts of extensions at once, as a crash would; gives how many there were. */
  const killHosts = () => {
    const hosts = tree(child.pid).filter((pid) => startedWith(pid).includes('--type=extensionHost'));
    kill(hosts);
    return hosts.length;
  };
  return { url, host: `127.0.0.1:${at}`, port: at, home, log, stop, killHosts, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

/** The link that opens a folder (or a .code-workspace file) in the workbench. */
export function link(server, folder, more = {}) {
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `${server.url}/?${new URLSearchParams({ [kind]: folder, ...more })}`;
}
