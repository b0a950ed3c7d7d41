/** For how long the extension host is held at a stretch when a bibliography of ten thousand entries is met, changes on the disk, and is laid out. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, defaultLimits } from '../../../src/core/engineClient';
import { LibraryStore, outlining, type Cache, type LibraryServices } from '../../../src/core/library';
import { inSlices } from '../../../src/core/slices';
import { resting } from '../../../src/host/after';
import { nodeSpawn } from '../../../src/worker/node';
import { cacheIn, filesOn } from '../folder';
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
  const row = (scene: string, at: number): readonly string[] => [scene, shown(median(all.map((one) => one[at]!.longest))), shown(Math.min(...all.map((one) => one[at]!.longest))), String(median(all.map((one) => one[at]!.over)))];
  yield await Promise.resolve({
    heading: `A bibliography of ${count.toLocaleString('en')} entries`,
    about: `In a fresh process each round, with the bundles, the threads and the pauses that are shipped, and no editor. What the thread that would be the extension host’s works between two turns of its loop, counted by the processor.`,
    columns: ['', 'longest stretch, ms', 'in the best round, ms', `stretches over ${most} ms`], rows: scenes.map(row),
  });
}

export const part: Part = { title: 'For how long the extension host is held', product: true, make: held };
