// npm run bench [-- PART…] [--rounds N] [--dry]: measures how fast the work of core is, part by part (test/bench/parts, a file each), and writes what it
// found into test/bench/RESULTS.md between <!-- PART --> and <!-- /PART -->. Medians of N rounds (7) after two to warm up. --dry writes nothing.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import v8 from 'node:v8';
import vm from 'node:vm';
import { createRequire } from 'node:module';
import { shippedRooms } from './bundles.mjs';
import { inRoot, out } from './paths.mjs';
import { stylesPlugin } from './styles.mjs';
import { fail } from './run.mjs';

const folder = inRoot('test', 'bench', 'parts');
const report = inRoot('test', 'bench', 'RESULTS.md');
const heading = `# How fast it is

Written by \`npm run bench\`: medians in milliseconds after two rounds to warm up, on the machine named in each part. What other work there was on the machine is in them, so compare the rows of a table with
each other rather than with another day’s. A stretch is the time for which the thread was held between two breaths, in the best of the rounds.
`;

/** Parts that load what is shipped, as the extension does. */
const asShipped = ['holding'];

async function bundled(name) {
  const esbuild = await import('esbuild');
  const outfile = path.join(out, 'bench', `${name}.cjs`);
  await esbuild.build({ entryPoints: [path.join(folder, `${name}.ts`)], bundle: true, platform: 'node', format: 'cjs', packages: 'external', plugins: asShipped.includes(name) ? [shippedRooms, stylesPlugin] : [stylesPlugin], outfile, logLevel: 'warning' });
  return createRequire(import.meta.url)(outfile).part;
}

const tableOf = ({ heading: title, about, columns, rows }) => {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', about, '', line(columns), line(columns.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
};

function write(name, text) {
  const whole = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : heading;
  const section = `<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->`;
  const place = new RegExp(`<!-- ${name} -->[^]*?<!-- /${name} -->`, 'u');
  fs.writeFileSync(report, place.test(whole) ? whole.replace(place, () => section) : `${whole.trimEnd()}\n\n${section}\n`);
}

/** So that a part can tell what is held in memory from what was left lying. */
function exposeCollecting() {
  v8.setFlagsFromString('--expose-gc');
  globalThis.gc = vm.runInNewContext('gc');
}

async function main() {
  exposeCollecting();
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '7' }, dry: { type: 'boolean', default: false } } });
  const known = fs.readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => path.basename(name, '.ts')).sort();
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  for (const name of positionals.length > 0 ? positionals : known) {
    const part = await bundled(name);
    const tables = [];
    if (part.product) await (await import('./build.mjs')).buildProduct({ quiet: true });
    for await (const table of part.make(Number(values.rounds))) {
      tables.push(tableOf(table));
      console.log(`${tables.at(-1)}\n`);
    }
    const machine = `Node ${process.version.slice(1)}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}; ${values.rounds} rounds.`;
    if (!values.dry) write(name, [`## ${part.title}`, machine, ...tables].join('\n\n'));
  }
}

await main().catch(fail);
