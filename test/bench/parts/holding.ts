/** For how long the extension host is held at a stretch when a bibliography of ten thousand entries is met, changes on the disk, and is laid out. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine, defaultLimits } from '../../../src/core/engineClient';
import { LibraryStore, outlining, type Cache, type LibraryServices } from '../../../src/core/library';
import { inSlices } from '../../../src/core/slices';
import { resting } from '../../../src/host/after';
import { nodeSpawn } from '../../../src/worker/node';
import type { Held } from '../editor/measure';
import { cacheIn, filesOn, libraryFolder } from '../folder';
import { holding, most, type Holding } from '../holding';
import { bibEntry, invented } from '../libraries';
import { median, shown, type Part, type Table } from '../measuring';

const count = 10_000;
const file = 'references.bib';

/** A store with the engine’s threads and pauses as the extension has them. `told` is the one who hears of changes on the disk. */
function storeOn(folder: string, cache: Cache): { readonly store: LibraryStore; readonly changed: () => Promise<void>; readonly end: () => void } {
  const listeners: ((paths: readonly string[] | undefined) => void)[] = [];
  const engine = createEngine(nodeSpawn(join(process.cwd(), 'dist', 'engine', 'worker.mjs')), (wait, then) => {
    const timer = setTimeout(then, wait);
    return { dispose: () => clearTimeout(timer) };
  }, defaultLimits, resting());
  const services: LibraryServices = {
    cache, engine, files: { ...filesOn(folder), watch: (listener) => { listeners.push(listener); return { dispose: () => undefined }; } },
    settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' }), now: () => '2026-09-14T10:22:05Z', random: Math.random, confirm: () => Promise.resolve(true),
  };
  const store = new LibraryStore(services);
  const changed = async (): Promise<void> => {
    const told = new Promise<void>((resolve) => { const one = store.onDidChange(() => { one.dispose(); resolve(); }); });
    for (const listener of listeners) listener([file]);
    await told;
  };
  return { store, changed, end: () => { store.dispose(); engine.dispose(); } };
}

/** In a process of its own: what is met, in order. */
export async function story(folder: string, kept: string): Promise<void> {
  const entries = [...invented(count)].map(bibEntry);
  writeFileSync(join(folder, file), entries.join('\n'));
  const found: Holding[] = [];
  const during = async (work: () => Promise<unknown>): Promise<void> => void found.push(await holding(work));
  const start = async (): Promise<void> => {
    const { store, end } = storeOn(folder, cacheIn(kept));
    await store.load();
    await store.kept;
    end();
  };
  await during(start);
  await during(start);
  const { store, changed, end } = storeOn(folder, cacheIn(kept));
  await store.load();
  await store.kept;
  writeFileSync(join(folder, file), entries.slice(1).join('\n'));
  await during(changed);
  await during(() => inSlices(outlining(store.current, 'none'), resting()));
  await during(async () => { await store.index(); });
  end();
  process.stdout.write(JSON.stringify(found), () => process.exit());
}

const scenes = ['a start, nothing kept', 'a start with what was kept', 'the file changes on the disk', 'its rows are laid out', 'it is made ready for searching'];

const columns = ['', 'longest stretch, ms', 'in the best round, ms', `stretches over ${most} ms`];
const rowOf = (scene: string, all: readonly Holding[]): readonly string[] =>
  [scene, shown(median(all.map(({ longest }) => longest))), shown(Math.min(...all.map(({ longest }) => longest))), String(median(all.map(({ over }) => over)))];

function once(): readonly Holding[] {
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-bench-held-'));
  mkdirSync(join(folder, 'sources'));
  try {
    const script = `require(${JSON.stringify(__filename)}).story(${JSON.stringify(folder)}, ${JSON.stringify(join(folder, 'kept'))})`;
    return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as readonly Holding[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function* held(rounds: number): AsyncIterable<Table> {
  const all = Array.from({ length: rounds }, once);
  yield await Promise.resolve({
    heading: `A bibliography of ${count.toLocaleString('en')} entries`,
    about: `In a fresh process each round, with the bundles, the threads and the pauses that are shipped, and no editor. What the thread that would be the extension host’s works between two turns of its loop, counted by the processor.`,
    columns, rows: scenes.map((scene, at) => rowOf(scene, all.map((one) => one[at]!))),
  });
}

type Script = { openEditor(options: { readonly folder: string; readonly what: 'ours'; readonly stretches: true }): Promise<{ measure(how?: { readonly cached?: boolean }): Promise<Held>; close(): Promise<void> }> };

async function* inEditor(rounds: number): AsyncIterable<Table> {
  const { openEditor } = await import(pathToFileURL(join(process.cwd(), 'scripts', 'benchEditor.mjs')).href) as Script;
  const parent = mkdtempSync(join(tmpdir(), 'commonplace-bench-held-'));
  const editor = await openEditor({ folder: libraryFolder(count, 'bib', parent), what: 'ours', stretches: true });
  const [cold, cached]: [Held[], Held[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round += 1) {
      cold.push(await editor.measure());
      cached.push(await editor.measure({ cached: true }));
    }
  } finally {
    await editor.close();
    rmSync(parent, { recursive: true });
  }
  const rows = [rowOf('a start, nothing kept', cold.map(({ start }) => start)), rowOf('a start with what was kept', cached.map(({ start }) => start)), rowOf('the file changes on the disk', [...cold, ...cached].map(({ changed }) => changed))];
  yield { heading: 'The same in VS Code', about: 'In its extension host, with the tree of sources open; what the editor itself does there is in it.', columns, rows };
}

export const part: Part = {
  title: 'For how long the extension host is held',
  product: true,
  async *make(rounds) {
    yield* held(rounds);
    yield* inEditor(Math.min(rounds, 3));
  },
};
