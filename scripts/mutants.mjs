// npm run test:mutants: do the tests notice when the code is wrong? The store and the encoders (measures/rooms.mjs) are bundled with all mutants of
// measures/mutations.mjs in them. A first run says which tests reach which mutant. Then some hundred mutants, drawn by chance, hold one at a time, each in a
// process of its own, in which the tests that reach it run until one fails. A mutant that no test reaches, or with which all of them pass, has survived.
//
// COMMONPLACE_MUTANTS says how many (240), COMMONPLACE_SEED what chance begins with; COMMONPLACE_FILES keeps the source files with one of these words in their
// path. Mutants that change nothing that anyone could notice are rows of measures/equivalent.txt, and are not drawn.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reliabilityTools } from './debian.mjs';
import { install } from './install.mjs';
import { mutable } from './measures/mutations.mjs';
import { fromRoot, measuredFiles, roomOf } from './measures/rooms.mjs';
import { bin, inRoot, out, root } from './paths.mjs';
import { fail, isMain } from './run.mjs';

const built = path.join(out, 'mutants');
const rooms = ['store', 'encoders'];
/** Tests that take so many milliseconds in all are run for a mutant, the quickest first. */
const mostTime = 30_000;
/** The tests beside these rooms. Those of crashes start programs of their own, which are not mutated. */
const near = /[\\/]unit[\\/](?:(?:library|merge|exports|tables|exchange)[\\/]|(?:changeOnDisk|decoding|exits|memoryFiles|nodeDisk|puttingOver|readingMany)\.test)|[\\/]reliability[\\/](?:exits[\\/]|names[\\/]|(?:damaged|history|storage|vanishing)\.test)/u;

const hooks = inRoot('scripts', 'measures', 'oneMutant.cjs');
const equivalentFile = inRoot('scripts', 'measures', 'equivalent.txt');

/** What names a mutant in the list of those that change nothing: its file, the change, and the code, but no line. */
const nameOf = ({ file, name, code }) => `${file} | ${name} | ${code}`;
const equivalent = () => new Set(fs.readFileSync(equivalentFile, 'utf8').split('\n').map((row) => row.split(' — ')[0]));

/** Numbers from 0 up to 1, the same for the same seed. */
function chanceFrom(start) {
  let state = start;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

/** So many of a list, by chance, in the list’s order. */
function drawn(list, count, chance) {
  const rest = [...list];
  const some = [];
  while (some.length < count && rest.length > 0) some.push(...rest.splice(Math.floor(chance() * rest.length), 1));
  return some.sort((one, other) => one - other);
}

async function bundle(texts) {
  const { build } = await import('esbuild');
  const { tests } = await import('./bundles.mjs');
  const plugin = {
    name: 'mutants',
    setup: (building) => building.onLoad({ filter: /\/src\/.+\.ts$/ }, ({ path: file }) => {
      const contents = texts.get(fromRoot(file));
      return contents === undefined ? undefined : { contents, loader: 'ts' };
    }),
  };
  fs.rmSync(built, { recursive: true, force: true });
  for (const suite of ['unit', 'reliability']) {
    const one = tests()[suite];
    await build({ ...one, entryPoints: one.entryPoints.filter((name) => near.test(`/${name}`)), sourcemap: false, outbase: 'test', outdir: built, plugins: [...one.plugins, plugin] });
  }
  return fs.readdirSync(built, { recursive: true }).map((name) => path.join(built, name)).filter((name) => name.endsWith('.test.js') && near.test(name)).sort();
}

/** Runs mocha; gives how it ended: `0` when all tests passed, `time` when it was still running after `limit` milliseconds. */
function mochaOver(files, { limit, args = [], env }) {
  const all = ['--require', inRoot('scripts', 'seed.cjs'), '--require', hooks, '--timeout', '60000', '--reporter', 'dot', '--no-color', ...args, ...files];
  const child = spawn(process.execPath, [bin('mocha', 'bin/mocha.js'), ...all], { cwd: root, env: { ...process.env, COMMONPLACE_SEED: process.env.COMMONPLACE_SEED ?? '20260914', ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    let end;
    const timer = setTimeout(() => {
      end = 'time';
      process.kill(-child.pid, 'SIGKILL');
    }, limit);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ end: end ?? code, output });
    });
  });
}

/** Which tests reach each mutant, the quickest first. */
async function firstRun(files) {
  const said = path.join(built, 'reached.json');
  const { end, output } = await mochaOver(files, { limit: 3_600_000, env: { COMMONPLACE_REACHED: said } });
  if (end !== 0) console.log(`${output.slice(-3000)}\nThe tests that failed without any mutant are left out.`);
  const { tests, loading } = JSON.parse(fs.readFileSync(said, 'utf8'));
  const reaching = new Map();
  const passed = tests.filter((test) => test.passed).sort((one, other) => one.ms - other.ms);
  for (const test of passed) for (const n of new Set([...test.reached, ...loading[test.file] ?? []])) reaching.set(n, [...reaching.get(n) ?? [], test]);
  return reaching;
}

/** The tests that are run for a mutant: those that take least, for so long as they may take. */
function chosenTests(tests) {
  let spent = 0;
  return tests.filter(({ ms }, n) => n === 0 || (spent += ms) < mostTime);
}

/** How a mutant ended: `found`, `timed out`, `survived` or `not reached`. */
async function tried(n, tests = []) {
  if (tests.length === 0) return 'not reached';
  const chosen = chosenTests(tests);
  const titles = path.join(built, 'titles.json');
  fs.writeFileSync(titles, JSON.stringify(chosen.map(({ title }) => title)));
  const limit = 30_000 + 5 * chosen.reduce((sum, { ms }) => sum + ms, 0);
  const { end } = await mochaOver([...new Set(chosen.map(({ file }) => file))], { limit, args: ['--bail'], env: { COMMONPLACE_MUTANT: String(n), COMMONPLACE_TESTS: titles } });
  return end === 0 ? 'survived' : end === 'time' ? 'timed out' : 'found';
}

const isFound = (outcome) => outcome === 'found' || outcome === 'timed out';

function report(mutants, outcomes) {
  for (const room of rooms) {
    const ends = [...outcomes].filter(([n]) => roomOf(mutants[n].file) === room).map(([, end]) => end);
    const found = ends.filter(isFound).length;
    if (ends.length > 0) console.log(`${room}: ${found} of ${ends.length} found (${Math.floor(1000 * found / ends.length) / 10} %), ${ends.filter((end) => end === 'timed out').length} of them by their time`);
  }
}

async function main() {
  os.setPriority(19);
  await install();
  await reliabilityTools();
  const wanted = process.env.COMMONPLACE_FILES?.split(',');
  const mutants = [];
  const measured = measuredFiles().filter((file) => rooms.includes(roomOf(file)) && (wanted?.some((word) => file.includes(word)) ?? true));
  const texts = new Map(measured.map((file) => [file, mutable(file, fs.readFileSync(inRoot(file), 'utf8'), mutants)]));
  const reaching = await firstRun(await bundle(texts));
  const alike = equivalent();
  const seed = Number(process.env.COMMONPLACE_SEED ?? 20260914);
  const chosen = drawn([...mutants.keys()].filter((n) => !alike.has(nameOf(mutants[n]))), Number(process.env.COMMONPLACE_MUTANTS ?? 240), chanceFrom(seed));
  console.log(`${chosen.length} of ${mutants.length} mutants, seed ${seed}`);
  const outcomes = new Map();
  for (const n of chosen) {
    const end = await tried(n, reaching.get(n));
    outcomes.set(n, end);
    if (!isFound(end)) console.log(`  ${end}: ${mutants[n].file}:${mutants[n].line} | ${mutants[n].name} | ${mutants[n].code}`);
  }
  report(mutants, outcomes);
}

if (isMain(import.meta)) await main().catch(fail);
