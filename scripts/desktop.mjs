// The integration suite in desktop VS Code, which @vscode/test-electron downloads.
import fs from 'node:fs';
import path from 'node:path';
import { counted } from './mocha.mjs';
import { cache, root } from './paths.mjs';
import { run } from './run.mjs';
import { scratch } from './scratch.mjs';

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** The path of a desktop VS Code, downloaded once into the user's cache. COMMONPLACE_CODE names one of your own. */
export async function desktopCode() {
  if (process.env.COMMONPLACE_CODE) return process.env.COMMONPLACE_CODE;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ cachePath: path.join(cache, 'desktop'), version: 'stable' });
}

/** `{ passes, failures, pending }` */
export async function runOnDesktop({ tests, workspace }) {
  if (!hasDisplay()) throw new Error('Desktop VS Code needs a display. On a machine without one: `xvfb-run npm run test:desktop`, or `npm run test:integration`.');
  const { runTests } = await import('@vscode/test-electron');
  const place = scratch();
  const summary = path.join(place.folder, 'summary.json');
  const copy = path.join(place.folder, 'workspace');
  fs.cpSync(workspace, copy, { recursive: true });
  const launchArgs = [copy, '--disable-workspace-trust', '--user-data-dir', path.join(place.folder, 'user'), '--extensions-dir', path.join(place.folder, 'extensions')];
  const code = await runTests({
    vscodeExecutablePath: await desktopCode(),
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    extensionTestsEnv: { COMMONPLACE_SUMMARY: summary },
    launchArgs,
  }).catch((error) => (console.error(error.message), 1));
  const counts = counted(summary, code);
  place.remove();
  return counts;
}

/** Opens a folder in desktop VS Code with the extension as it was built here. */
export const openDesktop = (code, folder) => run(code, [`--extensionDevelopmentPath=${root}`, folder], { shell: process.platform === 'win32' });
