// The suites of `npm test`: each a function that gives its counts `{ passes, failures, pending }`.
import fs from 'node:fs';
import path from 'node:path';
import { buildProduct, buildTests } from './build.mjs';
import { reliabilityTools } from './debian.mjs';
import { again, mocha } from './mocha.mjs';
import { bin, inRoot, out, root } from './paths.mjs';
import { node } from './run.mjs';

const built = (...parts) => path.join(out, 'test', ...parts);
const workspace = inRoot('test', 'fixtures', 'workspace');
const asOneTest = ({ code }) => ({ passes: code === 0 ? 1 : 0, failures: code === 0 ? 0 : 1, pending: 0 });

/** Made once a run, whichever suite asks first. */
const once = (work) => {
  let made;
  return () => (made ??= work());
};
const product = once(() => buildProduct());
const vsix = once(async () => {
  await product();
  const { pack } = await import('./package.mjs');
  return pack();
});

const types = async () => asOneTest(await node([bin('typescript', 'bin/tsc'), '--noEmit', '-p', root], { cwd: root }));
const lint = async () => asOneTest(await node([bin('eslint', 'bin/eslint.js'), '--config', 'scripts/eslint.config.mjs', '--max-warnings', '0', '.'], { cwd: root }));

async function unit() {
  await reliabilityTools();
  await buildTests(['unit']);
  return mocha(built('unit'), { network: false, tries: 2 });
}

/** The faults of test/reliability/README.md, as much of them as a minute holds. */
async function reliability() {
  await reliabilityTools();
  await buildTests(['reliability']);
  return mocha(built('reliability'), { network: false, tries: 2 });
}

/** Crashes, faults and several writers, for longer; COMMONPLACE_TIER=campaign for hours. */
async function crash() {
  await reliabilityTools();
  await buildTests(['reliability']);
  return mocha(built('reliability', 'crash'), { env: { COMMONPLACE_TIER: process.env.COMMONPLACE_TIER ?? 'long' } });
}

async function integration() {
  const { runInHost } = await import('./host.mjs');
  await product();
  await buildTests(['integration']);
  const run = (env) => runInHost({ tests: built('integration', 'index.js'), workspace, env });
  return again(await run(), (failed) => run({ COMMONPLACE_FILES: failed.map((file) => path.basename(file)).join(' ') }));
}

async function web() {
  const { runInHost } = await import('./host.mjs');
  const { webExtension } = await import('./webExtension.mjs');
  await product();
  await buildTests(['web']);
  const run = () => runInHost({ ...webExtension(), workspace, kind: 'web' });
  const first = await run();
  if (first.failures === 0) return first;
  console.log('\nOnce more, from the beginning');
  return run();
}

/** The packaged extension, in a workbench driven by keyboard and mouse. */
async function e2e() {
  const env = { COMMONPLACE_VSIX: await vsix() };
  fs.rmSync(path.join(out, 'screenshots'), { recursive: true, force: true });
  await buildTests(['e2e']);
  return mocha(built('e2e'), { ending: '.e2e.js', env, tries: 2 });
}

async function desktop() {
  const { runOnDesktop } = await import('./desktop.mjs');
  await product();
  await buildTests(['integration']);
  return runOnDesktop({ tests: built('integration', 'index.js'), workspace });
}

/** Hostile texts at every door: 100,000 at each, or as many as COMMONPLACE_FUZZ says; COMMONPLACE_DOORS names some of the doors. */
async function fuzz() {
  await buildTests(['reliability']);
  return mocha(built('reliability', 'hostile'), { ending: 'fuzz.test.js', env: { COMMONPLACE_FUZZ: process.env.COMMONPLACE_FUZZ ?? '100000' } });
}

/** What is tried by chance, 100,000 times each: what is written is read back, no address leads out, and a library is worked in for very long. */
async function often() {
  await reliabilityTools();
  await buildTests(['unit', 'reliability']);
  const files = {
    unit: ['library/sourceFile', 'exports/roundTrip', 'exports/biblatex', 'exports/csl', 'tables/tables', 'exchange/roundTrip', 'citations/properties', 'lookup/identifiers', 'lookup/networkDoor'],
    reliability: ['exits/markdown', 'soak/soak'],
  };
  const total = { passes: 0, failures: 0, pending: 0, failed: [] };
  for (const [suite, names] of Object.entries(files)) {
    for (const name of names) {
      const counts = await mocha(built(suite), { ending: path.join(path.sep, `${name}.test.js`), env: { COMMONPLACE_TIER: 'campaign' }, network: false });
      for (const kind of ['passes', 'failures', 'pending']) total[kind] += counts[kind];
      total.failed.push(...counts.failed ?? []);
    }
  }
  return total;
}

/** The long tier of all of it, for some hours: faults, kills, names, times, a hundred thousand texts a door, every payload in the workbench. A loss is not tried twice. */
async function long() {
  await reliabilityTools();
  await buildTests(['reliability', 'e2e']);
  const env = { COMMONPLACE_TIER: 'long', COMMONPLACE_FUZZ: process.env.COMMONPLACE_FUZZ ?? '100000', COMMONPLACE_KILLS: '200', COMMONPLACE_VSIX: await vsix() };
  const counts = [await mocha(built('reliability'), { env, network: false }), await mocha(built('e2e'), { ending: 'hostile.e2e.js', env }), await mocha(built('e2e'), { ending: 'kills.e2e.js', env })];
  return counts.reduce((one, other) => ({ passes: one.passes + other.passes, failures: one.failures + other.failures, pending: one.pending + other.pending, failed: [...(one.failed ?? []), ...(other.failed ?? [])] }));
}

/** What is shipped: the same wherever it is made, whole, with its licences. */
async function packaged() {
  const { checkPackage } = await import('./reproducible.mjs');
  return checkPackage(await vsix(), await product());
}

/** Every regular expression of ours, each a test. */
async function patterns() {
  const { checkPatterns } = await import('./patterns.mjs');
  return checkPatterns();
}

/** Faults put into copies of the project, which its tests must find. */
async function planted() {
  const { plantAll } = await import('./planted.mjs');
  return plantAll();
}

export const suites = { types, lint, unit, reliability, integration, web, e2e, patterns, package: packaged, planted, fuzz, desktop, crash, often, long };

/** All but the desktop, which asks for a download and a display, and the long runs: `crash`, `fuzz`, `often` and `long`. */
export const usual = ['types', 'lint', 'unit', 'reliability', 'integration', 'web', 'e2e', 'patterns', 'package', 'planted'];
