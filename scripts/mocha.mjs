// Runs mocha in plain Node over built test files, and gives its counts.
import fs from 'node:fs';
import path from 'node:path';
import { canBeOffline, offline } from './offline.mjs';
import { bin, inRoot, root } from './paths.mjs';
import { node } from './run.mjs';
import { scratch } from './scratch.mjs';

/** `{ passes, failures, pending }`, and the names of what `failed`; a run that gave no counts, or none at all, or ended badly without a failure, is a failure. */
export function counted(file, code) {
  const none = { passes: 0, failures: 0, pending: 0 };
  const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : none;
  const empty = counts.passes + counts.failures === 0;
  if (empty) console.error('No test was run to its end');
  return counts.failures === 0 && (empty || code !== 0) ? { ...counts, failures: 1 } : counts;
}

const testFiles = (folder) =>
  fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js')).map((name) => path.join(folder, name)).sort();

/** As `node`, but without a network where that can be had; a connection that was tried is a failure. */
async function withoutNetwork(args, options) {
  if (!canBeOffline()) {
    console.log('Here no network can be made that leads nowhere: connections that are tried are not counted');
    return node(args, options);
  }
  const { code, tried } = await offline(process.execPath, args, options);
  if (tried !== 0) console.error(`${tried ?? 'Unknown how many'} connections to other machines were tried`);
  return { code: tried === 0 ? code : code || 1 };
}

/** One run of mocha over these files. COMMONPLACE_GREP keeps the tests with such titles. */
async function run(files, args, env, start = node) {
  const place = scratch();
  const summary = path.join(place.folder, 'summary.json');
  // A busy machine may take its time; tests that time things say so themselves.
  const options = ['--timeout', '20000', '--require', inRoot('scripts', 'seed.cjs'), '--reporter', inRoot('scripts', 'reporter.mjs'), process.stdout.isTTY ? '--color' : '--no-color', ...(process.env.CI ? ['--forbid-only'] : []), ...(process.env.COMMONPLACE_GREP ? ['--grep', process.env.COMMONPLACE_GREP] : []), ...args];
  const { code } = await start(['--enable-source-maps', bin('mocha', 'bin/mocha.js'), ...options, ...files], {
    cwd: root,
    env: { ...process.env, ...env, COMMONPLACE_SUMMARY: summary },
  });
  const counts = counted(summary, code);
  place.remove();
  return counts;
}

const added = (one, other) => ({ passes: one.passes + other.passes, failures: one.failures + other.failures, pending: one.pending + other.pending });

/**
 * Files of tests of what may be lost, and of hostile texts. They are not run again: a note lost at one moment in a hundred is lost, and
 * would pass the second time.
 */
const oneTry = /[\\/](?:crash[\\/][^\\/]*|(?:kills|fuzz|vanishing|damaged|history|storage|nodeDisk|store|merge|merging|changeOnDisk)\.(?:test|e2e)\.js)$/u;

/**
 * Runs the files in which a test failed once more (`run`), each from its beginning, and counts them as they then were. For tests that drive a workbench or
 * compare times, where a busy machine can make one miss its moment: what is broken fails twice, and what was only unsteady is named.
 */
export async function again(first, run) {
  const failed = Object.keys(first.files ?? {}).filter((file) => file !== '' && !oneTry.test(file) && first.files[file].failures > 0);
  if (failed.length === 0) return first;
  console.log(`\nOnce more, from the beginning: ${failed.map((file) => path.basename(file)).join(', ')}`);
  const second = await run(failed);
  const kept = Object.entries(first.files).filter(([file]) => !failed.includes(file)).map(([, counts]) => counts);
  if (second.failures === 0) console.log(`Unsteady: ${failed.map((file) => path.basename(file)).join(', ')} failed at first and passed when run again.`);
  return { ...kept.reduce(added, second), failed: [...kept.flatMap((counts) => counts.failed ?? []), ...(second.failed ?? [])] };
}

/** Runs the test files of a folder. `ending`: of their names. `args`: for mocha. `tries`: 2 runs a file in which a test failed once more, unless it is one of what may be lost. `network`: false runs them without one. */
export async function mocha(folder, { ending = '.test.js', args = [], env = {}, tries = 1, network = true } = {}) {
  const start = network ? node : withoutNetwork;
  const counts = await run(testFiles(folder).filter((name) => name.endsWith(ending)), args, env, start);
  return tries > 1 && counts.failures > 0 ? again(counts, (failed) => run(failed, args, env, start)) : counts;
}
