// Runs a mocha suite inside the extension host of a real VS Code: the remote (Node) host, or the browser's.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { counted } from './mocha.mjs';
import { root } from './paths.mjs';
import { scratch } from './scratch.mjs';
import { link, startServer } from './server.mjs';

/** Shows what is appended to a file. */
function follow(file) {
  fs.writeFileSync(file, '');
  let shown = 0;
  const show = () => {
    const bytes = fs.readFileSync(file);
    process.stdout.write(bytes.subarray(shown));
    shown = bytes.length;
  };
  const timer = setInterval(show, 200);
  return () => (clearInterval(timer), show());
}

/** What the workbench is told to do by its address; it listens because of enable-smoke-test-driver. */
export function address(server, { extension, tests, workspace, kind }) {
  const uri = (file) => `vscode-remote://${server.host}${encodeURI(file)}`;
  const payload = [
    ['extensionDevelopmentPath', uri(extension)],
    ['extensionTestsPath', uri(tests)],
    ...(kind === 'web' ? [['extensionDevelopmentKind', 'web']] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  return link(server, workspace, { payload: JSON.stringify(payload) });
}

/** A suite in the browser has no disk: it says its report and its counts on the console, marked. Was this a word of it? */
function fromConsole(text, summary) {
  const [, mark, said] = /^commonplace-(report|summary) ([\s\S]*)$/.exec(text) ?? [];
  if (mark === 'report') console.log(said);
  if (mark === 'summary') fs.writeFileSync(summary, said);
  return mark !== undefined;
}

const sizeOf = (file) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Resolves to the suite's exit code, or to the reason why there is none. A suite may take its time on a busy machine, if it goes on. */
export async function drive(page, at, { summary, report, errors, seconds }) {
  let settle;
  let [heard, size] = [Date.now(), 0];
  const done = new Promise((resolve) => (settle = resolve));
  const timer = setInterval(() => {
    if (sizeOf(report) !== size) [heard, size] = [Date.now(), sizeOf(report)];
    if (Date.now() - heard > seconds * 1000) settle({ code: 1, why: `The suite has said nothing for ${seconds} s` });
  }, 1000);
  // Before the page loads, so that nothing said early is lost.
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    if (fromConsole(text, summary)) heard = Date.now();
    if (type === 'error') errors.push(text.slice(0, 1500));
  });
  await page.exposeFunction('codeAutomationExit', (code) => settle({ code }));
  page.on('crash', () => settle({ code: 1, why: 'The page of the workbench crashed' }));
  await page.goto(at);
  const result = await done;
  clearInterval(timer);
  return result;
}

/** Parts that this VS Code does without, by design of its installation (scripts/vscode.mjs). */
export const known = /spdlog|vsda|native-watchdog|bindings file/;

function explain(result, errors, log) {
  if (result.why) console.error(result.why);
  const lines = (text, count) => text.split('\n').filter((line) => !known.test(line)).slice(-count).join('\n');
  console.error(`The last errors in the workbench:\n${lines(errors.join('\n'), 30)}`);
  console.error(`The end of the server's log:\n${lines(fs.readFileSync(log, 'utf8'), 20)}`);
}

/** A fresh copy of the workspace, so that no test meets what another left. */
function copyOf(workspace, folder) {
  const copy = path.join(folder, path.basename(workspace));
  fs.cpSync(workspace, copy, { recursive: true });
  return copy;
}

/** `{ passes, failures, pending }`. `kind`: 'web' for the browser's host. `env`: what the host is told besides. */
export async function runInHost({ extension = root, tests, workspace, kind, seconds = 240, env = {} }) {
  const place = scratch();
  const report = path.join(place.folder, 'report.txt');
  const summary = path.join(place.folder, 'summary.json');
  const errors = [];
  const stopFollowing = follow(report);
  const server = await startServer({
    home: place.folder,
    args: ['--vscode-option', 'enable-smoke-test-driver'],
    env: { ...env, COMMONPLACE_REPORT: report, COMMONPLACE_SUMMARY: summary },
  });
  let browser;
  try {
    browser = await openBrowser({ profile: path.join(place.folder, 'browser'), origin: server.url });
    const page = browser.pages()[0] ?? (await browser.newPage());
    const at = address(server, { extension, tests, workspace: copyOf(workspace, place.folder), kind });
    const result = await drive(page, at, { summary, report, errors, seconds });
    stopFollowing();
    const counts = counted(summary, result.code);
    if (result.why || !fs.existsSync(summary)) explain(result, errors, server.log);
    return counts;
  } finally {
    stopFollowing();
    await browser?.close().catch(() => undefined);
    await server.stop();
    place.remove();
  }
}
