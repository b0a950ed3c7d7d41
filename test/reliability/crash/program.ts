/** Programs of their own that use the product, to be killed and to be given faults. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Builds a program whose modules are named from the root of the project; gives the file to be run. */
export function programOf(source: string, folder: string): string {
  const outfile = join(folder, 'program.cjs');
  buildSync({ stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' }, outfile, bundle: true, platform: 'node', logLevel: 'error', external: ['commonplace:styles'] });
  return outfile;
}

/** A library that takes notes, sets fields, adds and deletes sources as fast as it can, and prints what was acknowledged, a line each. */
export const workingLibrary = `
  import { writeSync } from 'node:fs';
  import { openLibrary } from './test/reliability/crash/diskFiles';
  const say = (...words) => writeSync(1, words.join(' ') + '\\n');
  const record = (n) => ({ format: 'bibtex', span: { start: 0, end: 1 }, pasted: 'pasted\\n'.repeat(n % 50), certainty: {},
    item: { id: '', type: 'book', title: 'Part ' + n + ' of the Silence of Middle Powers', author: [{ family: 'Okafor' + n }], issued: { 'date-parts': [[2020]] } } });
  async function main() {
    const store = await openLibrary(process.argv[2]);
    const words = 'a line of the note\\n';
    for (let n = 0; ; n += 1) {
      const added = await store.add([record(n), record(n + 1)]);
      for (const key of added.added) say('source', key);
      const sources = [...store.current.sources.values()];
      await Promise.all(sources.slice(-3).map(async (source) => {
        const { note, problems } = await store.addNote(source, { tags: ['hedging'], text: words.repeat(n * 97 % 900) });
        if (problems.length === 0) say('note', source.item.id, note.id);
      }));
      await store.setFields(sources[0], { volume: String(n) });
      say('volume', sources[0].item.id, n);
    }
  }
  main();`;

/** Starts a program and kills it some milliseconds after its first word; gives all that it said. */
export async function killed(program: string, folder: string, delay: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += chunk.toString();
  });
  const signal = await new Promise((resolve) => child.on('close', (_, how) => resolve(how)));
  if (signal !== 'SIGKILL') throw new Error(`the program ended by itself (${String(signal)})`);
  return said.split('\n').slice(0, -1);
}

/** The source files of a folder: their texts by name. */
export function textsIn(folder: string): ReadonlyMap<string, string> {
  const sources = join(folder, 'sources');
  const names = fs.existsSync(sources) ? fs.readdirSync(sources).filter((name) => name.endsWith('.md')) : [];
  return new Map(names.map((name) => [name.replace(/\.md$/, ''), fs.readFileSync(join(sources, name), 'utf8')]));
}
