// Runs mocha in plain Node over built test files, and gives its counts.
import fs from 'node:fs';
import path from 'node:path';
import { bin, inRoot, root } from './paths.mjs';
import { node } from './run.mjs';
import { scratch } from './scratch.mjs';

/** `{ passes, failures, pending }`; a run that gave no counts, or none at all, or ended badly without a failure, is a failure. */
export function counted(file, code) {
  const none = { passes: 0, failures: 0, pending: 0 };
  const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : none;
  const empty = counts.passes + counts.failures === 0;
  if (empty) console.error('No test was run to its end');
  return counts.failures === 0 && (empty || code !== 0) ? { ...counts, failures: 1 } : counts;
}

const testFiles = (folder) =>
  fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js')).map((name) => path.join(folder, name)).sort();

/** `args`: for mocha. COMMONPLACE_GREP keeps the tests with such titles. */
export async function mocha(folder, { ending = '.test.js', args = [], env = {} } = {}) {
  const place = scratch();
  const summary = path.join(place.folder, 'summary.json');
  const files = testFiles(folder).filter((name) => name.endsWith(ending));
  // A busy machine may take its time; tests that time things say so themselves.
  const options = ['--timeout', '20000', '--reporter', inRoot('scripts', 'reporter.mjs'), process.stdout.isTTY ? '--color' : '--no-color', ...(process.env.CI ? ['--forbid-only'] : []), ...(process.env.COMMONPLACE_GREP ? ['--grep', process.env.COMMONPLACE_GREP] : []), ...args];
  const { code } = await node(['--enable-source-maps', bin('mocha', 'bin/mocha.js'), ...options, ...files], {
    cwd: root,
    env: { ...process.env, ...env, COMMONPLACE_SUMMARY: summary },
  });
  const counts = counted(summary, code);
  place.remove();
  return counts;
}
