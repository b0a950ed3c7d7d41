// npm run test:coverage: how many of the ways through the store, the encoders and the parsers the tests of plain Node take. A way is what
// measures/branches.mjs says. The suites `unit` and `reliability` are bundled into out/coverage with counters in them and run once; what no test
// took is listed. `node scripts/coverage.mjs unit` runs one suite alone; COMMONPLACE_ONLY keeps the test files of such names.
// Where the counters are not asked: programs that a test starts by itself, so a way taken only there counts as not taken.
import fs from 'node:fs';
import path from 'node:path';
import { counting } from './measures/branches.mjs';
import { fromRoot, measuredFiles, roomNames, roomOf } from './measures/rooms.mjs';
import { reliabilityTools } from './debian.mjs';
import { install } from './install.mjs';
import { mocha } from './mocha.mjs';
import { inRoot, out } from './paths.mjs';
import { fail, isMain } from './run.mjs';
import { scratch } from './scratch.mjs';

const built = path.join(out, 'coverage');
const size = 1 << 18;

/** esbuild reads measured files with their counters. */
const countingPlugin = (texts) => ({
  name: 'counting',
  setup: (build) => build.onLoad({ filter: /\/src\/.+\.ts$/ }, ({ path: file }) => {
    const contents = texts.get(fromRoot(file));
    return contents === undefined ? undefined : { contents, loader: 'ts' };
  }),
});

/** Bundles a suite with its counters, and runs it; gives the counters and the counts of its tests. */
async function run(suite, texts) {
  const { build } = await import('esbuild');
  const { tests } = await import('./bundles.mjs');
  const bundle = tests()[suite];
  const folder = path.join(built, suite);
  fs.rmSync(folder, { recursive: true, force: true });
  await build({ ...bundle, outbase: `test/${suite}`, outdir: folder, plugins: [...bundle.plugins, countingPlugin(texts)] });
  const place = scratch();
  const file = path.join(place.folder, 'counters');
  const counts = await mocha(folder, { network: false, args: ['--timeout', '240000', '--require', inRoot('scripts', 'measures', 'counters.cjs')], env: { COMMONPLACE_COUNTERS: file } });
  const bytes = fs.readFileSync(file);
  place.remove();
  return { counts, counters: new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)) };
}

const percent = (some, all) => (all === 0 ? '' : `${(Math.floor(1000 * some / all) / 10).toFixed(1)} %`);

/** What is left in a room, file by file. */
function missingIn(ways, isTaken, room) {
  const missing = ways.map((way, n) => ({ ...way, n })).filter(({ file, n }) => roomOf(file) === room && !isTaken(n));
  return missing.map(({ file, line, name, code }) => `  ${file}:${line} ${name} ${code}`);
}

function table(ways, isTaken) {
  const rows = roomNames.map((room) => {
    const numbers = ways.flatMap(({ file }, n) => (roomOf(file) === room ? [n] : []));
    const taken = numbers.filter(isTaken).length;
    return `| ${room} | ${numbers.length} | ${taken} | ${percent(taken, numbers.length)} |`;
  });
  return ['| room | ways | taken | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

async function main(chosen) {
  await install();
  await reliabilityTools();
  const ways = [];
  const texts = new Map(measuredFiles().map((file) => [file, counting(file, fs.readFileSync(inRoot(file), 'utf8'), ways)]));
  if (ways.length > size) throw new Error(`There are ${ways.length} ways, and counters for ${size}`);
  const taken = new Uint32Array(size);
  let failures = 0;
  for (const suite of chosen.length > 0 ? chosen : ['unit', 'reliability']) {
    const { counts, counters } = await run(suite, texts);
    failures += counts.failures;
    for (const [n, count] of counters.entries()) taken[n] += count;
  }
  const isTaken = (n) => taken[n] > 0;
  const missing = roomNames.map((room) => `${room}\n${missingIn(ways, isTaken, room).join('\n')}`).join('\n');
  fs.writeFileSync(path.join(built, 'missing.txt'), `${missing}\n`);
  console.log(`\n${table(ways, isTaken)}\n\nWhat no test took is listed in out/coverage/missing.txt${failures > 0 ? `. ${failures} tests failed: what they would have taken is missing` : ''}`);
}

if (isMain(import.meta)) await main(process.argv.slice(2)).catch(fail);
