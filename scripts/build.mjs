// Builds what is shipped (into dist) or, with --tests, the tests (into out). --watch builds again on every change.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { dist, inRoot, out } from './paths.mjs';
import { fail, isMain } from './run.mjs';

const entries = ({ entryPoints }) => (Array.isArray(entryPoints) ? entryPoints : Object.values(entryPoints));

function checkEntries(name, bundle) {
  const missing = entries(bundle).filter((entry) => !fs.existsSync(inRoot(entry)));
  if (missing.length > 0) throw new Error(`Cannot build ${name}: there is no ${missing.join(', ')}`);
}

/** What an earlier build left; swept only now, so that a build that fails leaves the last good one. */
function sweep(folder, kept) {
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() && !kept.has(file)) fs.rmSync(file);
  }
}

/** Gives the metafiles. */
async function bundleAll(bundles, folders) {
  const esbuild = await import('esbuild');
  for (const [name, bundle] of Object.entries(bundles)) checkEntries(name, bundle);
  const built = await Promise.all(Object.values(bundles).map((bundle) => esbuild.build(bundle)));
  const kept = new Set(built.flatMap(({ metafile }) => Object.keys(metafile.outputs).map((name) => inRoot(name))));
  for (const folder of folders) if (fs.existsSync(folder)) sweep(folder, kept);
  return built.map(({ metafile }) => metafile);
}

/** Sizes of what a start of the editor loads, and of all. */
function report() {
  const size = (file) => `${Math.ceil(fs.statSync(file).size / 1024)} kB`;
  const outputs = fs.readdirSync(dist, { recursive: true }).filter((name) => /\.m?js$/.test(name)).sort();
  console.log(outputs.map((name) => `dist/${name.split(path.sep).join('/')} ${size(path.join(dist, name))}`).join('\n'));
}

/** Gives the metafiles. */
export async function buildProduct({ quiet = false } = {}) {
  await install();
  const { product } = await import('./bundles.mjs');
  const { notices, sbom } = await import('./notices.mjs');
  const metafiles = await bundleAll(product, [dist]);
  fs.writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(metafiles));
  fs.writeFileSync(path.join(dist, 'sbom.cdx.json'), sbom(metafiles));
  fs.chmodSync(path.join(dist, 'cli.js'), 0o755);
  if (!quiet) report();
  return metafiles;
}

/** `suites`: some of unit, reliability, integration, web, e2e. */
export async function buildTests(suites) {
  await install();
  const { tests } = await import('./bundles.mjs');
  const all = tests();
  const chosen = suites ?? Object.keys(all);
  await bundleAll(Object.fromEntries(chosen.map((suite) => [`the ${suite} tests`, all[suite]])), chosen.map((suite) => path.join(out, 'test', suite)));
}

async function watch() {
  await install();
  const esbuild = await import('esbuild');
  const { product } = await import('./bundles.mjs');
  for (const bundle of Object.values(product)) await (await esbuild.context(bundle)).watch();
  console.log('Watching; Ctrl+C ends it');
}

if (isMain(import.meta)) {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, tests: { type: 'boolean' } } });
  await (values.watch ? watch() : values.tests ? buildTests() : buildProduct()).catch(fail);
}
