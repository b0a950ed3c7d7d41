/** How large what is shipped is, and how long the editor takes to load what it loads at its start. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median, shown, type Part, type Table } from '../measuring';

const dist = join(process.cwd(), 'dist');
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0);

async function* sizes(): AsyncIterable<Table> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:m?js|css)$/u.test(name)).sort();
  const isData = (name: string): boolean => /^engine\/.+-[A-Z0-9]{8}\.mjs$/u.test(name) && statSync(join(dist, name)).size < 60_000;
  const row = (title: string, names: readonly string[]): string[] => {
    const sum = (size: (name: string) => number): string => kilobytes(names.reduce((all, name) => all + size(join(dist, name)), 0));
    return [title, sum((name) => statSync(name).size), sum((name) => gzipSync(readFileSync(name)).length)];
  };
  const data = files.filter(isData);
  const rows = [...files.filter((name) => !isData(name)).map((name) => row(name, [name])), row(`engine: ${data.length} styles, locales and small parts`, data)];
  yield await Promise.resolve({ heading: 'What is shipped', about: 'Each bundle; `extension.js` alone is loaded at the start of the editor.', columns: ['file', 'kB', 'kB packed'], rows });
}

/** Stands in for `vscode` while a module is loaded: whatever is asked of it is there, and nothing is done. A class can be extended. */
const stub = `
const Module = require('node:module');
const stand = new Proxy(class {}, { get: (_, name) => (name === 'prototype' ? {} : stand), apply: () => stand, construct: () => stand });
const types = require('node:fs').readFileSync(process.argv[2], 'utf8');
const vscode = Object.fromEntries([...types.matchAll(/^\\texport (?:class|enum|namespace|const|function) (\\w+)/gm)].map(([, name]) => [name, stand]));
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
require('node:fs'); require('node:fs/promises'); require('node:path'); require('node:crypto'); require('node:timers/promises'); require('node:worker_threads');
const [start, worked] = [process.hrtime.bigint(), process.cpuUsage()];
require(process.argv[1]);
const { user, system } = process.cpuUsage(worked);
console.log(JSON.stringify([Number(process.hrtime.bigint() - start) / 1e6, (user + system) / 1000]));
`;

const types = join(process.cwd(), 'node_modules', '@types', 'vscode', 'index.d.ts');

/** Medians of the time and of the processor’s time. */
function loaded(file: string, rounds: number): readonly [number, number] {
  const all = Array.from({ length: rounds + 2 }, () => JSON.parse(execFileSync(process.execPath, ['-e', stub, file, types], { encoding: 'utf8' })) as [number, number]).slice(2);
  return [median(all.map(([time]) => time)), median(all.map(([, worked]) => worked))];
}

async function* loading(rounds: number): AsyncIterable<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-bench-'));
  try {
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, 'exports.activate = () => undefined;\n');
    const [[nothing, least], [ours, most]] = [loaded(empty, rounds * 3), loaded(join(dist, 'extension.js'), rounds * 3)];
    yield await Promise.resolve({
      heading: 'Loading the entry', about: 'In fresh processes, Node’s own modules loaded before, with a stand-in for `vscode`.', columns: ['', 'ms', 'over the empty module, ms', 'of the processor, ms', 'over the empty module, ms'],
      rows: [['an empty module', shown(nothing), '0.0', shown(least), '0.0'], ['extension.js', shown(ours), shown(ours - nothing), shown(most), shown(most - least)]],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const part: Part = {
  title: 'Bundles',
  product: true,
  async *make(rounds) {
    yield* loading(rounds);
    yield* sizes();
  },
};
