/** How fast a large library is read, searched, laid out and written to, beside what the bare system takes for the same bytes. */
import { mkdtempSync, openSync, closeSync, fsyncSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexSources, outline, type Cache, type LibraryStore, type SourceIndex } from '../../../src/core/library';
import type { Breathe } from '../../../src/core/slices';
import { emptyCodebook } from '../../../src/core/notes';
import { codingsOf, matrixOf } from '../../../src/core/synthesis';
import { fileText, invented, seeded } from '../libraries';
import { cacheIn, libraryFolder, plainReading, storeOn } from '../folder';
import { between, median, shown, taken, type Part, type Table } from '../measuring';

/** COMMONPLACE_BENCH_SIZES may name others, such as `1000,10000`. */
const sizes = (process.env['COMMONPLACE_BENCH_SIZES'] ?? '1000,10000,100000').split(',').map(Number);
const ofSize = (count: number): string => count.toLocaleString('en');

const megabytes = (bytes: number): string => String(Math.round(bytes / 1_000_000));

/** What the process holds after garbage was collected, if the bench was begun so that it can be. */
function held(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  collect?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Reads a library as a start of the editor does: when there is something to show, and when all is there. */
async function started(folder: string, breathe: Breathe, cache?: Cache): Promise<{ readonly store: LibraryStore; readonly shown: number; readonly worked: number }> {
  const [start, worked] = [performance.now(), process.cpuUsage()];
  const store = storeOn(folder, breathe, cache);
  const { shown: when, worked: cost } = await store.shown().then(() => {
    outline(store.outline ?? store.current, 'none');
    const { user, system } = process.cpuUsage(worked);
    return { shown: performance.now() - start, worked: (user + system) / 1000 };
  });
  await store.load();
  return { store, shown: when, worked: cost };
}

async function* reading(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  const kept = mkdtempSync(join(tmpdir(), 'commonplace-bench-kept-'));
  for (const count of sizes) {
    const folder = libraryFolder(count, 'files');
    const few = count > 10_000 ? Math.min(rounds, 3) : rounds;
    const plain = await taken(few, () => plainReading(join(folder, 'sources')));
    const cache = cacheIn(join(kept, String(count)));
    const first = storeOn(folder, undefined, cache);
    await first.load();
    await first.kept;
    for (const [name, given] of [['cold', undefined], ['with what was kept', cache]] as const) {
      const before = held();
      const [shownAt, worked]: [number[], number[]] = [[], []];
      let store: LibraryStore | undefined;
      const whole = await taken(few, async (breathe) => {
        const done = await started(folder, breathe, given);
        store = done.store;
        shownAt.push(done.shown);
        worked.push(done.worked);
      });
      const [outlined, cost] = [median(shownAt.slice(2)), median(worked.slice(2))];
      rows.push([`${ofSize(count)}, ${name}`, shown(plain.median), shown(outlined), between(outlined, plain.median), shown(cost), shown(whole.median), between(whole.median, plain.median), shown(whole.stretch), megabytes(held() - before)]);
      store?.dispose();
    }
  }
  rmSync(kept, { recursive: true });
  yield {
    heading: 'Reading a library of source files', about: 'Abstracts of 1 kB and five notes each. The limit is the reading of the same files as bytes, one after the other. Until there are rows to show, in order; then until the whole library is read. Memory is that of the whole library after garbage was collected.',
    columns: ['sources', 'plain reading, ms', 'rows, ms', 'times', 'of the processor, ms', 'whole library, ms', 'times', 'longest stretch, ms', 'memory, MB'], rows,
  };
}

/** Forty queries a kind, as people type them: beginnings, names with years, two words, nothing that is there. */
function queriesFor(count: number): readonly string[] {
  const random = seeded(3);
  const some = [...invented(Math.min(count, 1000))];
  const pick = (): (typeof some)[number]['item'] => some[Math.floor(random() * some.length)]!.item;
  const name = (): string => pick().author?.[0]?.family ?? '';
  const word = (): string => { const words = (pick().title ?? '').split(' '); return words[Math.floor(random() * words.length)] ?? ''; };
  const makers = [() => name().slice(0, 2), () => name().slice(0, 4), () => { const item = pick(); return `${item.author?.[0]?.family ?? ''} ${item.issued?.['date-parts']?.[0]?.[0] ?? ''}`; }, () => `${name().slice(0, 3)} ${word().slice(0, 3)}`, () => `${name()} ${word()} ${word()}`, () => 'qqzzx'];
  return makers.flatMap((make) => Array.from({ length: 40 }, make));
}

/** The time that all but one in twenty stay below. */
function percentile95(index: SourceIndex, queries: readonly string[]): number {
  for (const query of queries) index.search(query, 201);
  const times = queries.map((query) => {
    const start = performance.now();
    index.search(query, 201);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? NaN;
}

/** The least that a search must do: go through all that is searched, in plain text. */
function plainScan(texts: readonly string[], queries: readonly string[]): number {
  let found = 0;
  for (const query of queries) for (const text of texts) if (text.includes(query)) found += 1;
  return found;
}

async function* searching(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  for (const count of sizes) {
    const sources = [...invented(count)].map(({ item, notes }) => ({ handle: item.id, item, notes }));
    const index = indexSources(sources);
    const queries = queriesFor(count);
    const texts = sources.map(({ item }) => `${item.id} ${item.title} ${item.author?.map(({ family }) => family).join(' ')}`);
    const scan = await taken(Math.min(rounds, 3), () => plainScan(texts, queries));
    const building = await taken(Math.min(rounds, 3), () => indexSources(sources));
    const values = await median95(rounds, () => percentile95(index, queries));
    rows.push([ofSize(count), shown(building.median), shown(scan.median / queries.length), shown(values)]);
  }
  yield {
    heading: 'Searching and completing', about: '240 queries: beginnings of names, names with years, words of two places, and what is not there; 200 best rows of each.',
    columns: ['sources', 'index, ms', 'plain scan, ms', 'search, 95 in 100 below, ms'], rows,
  };
}

const median95 = async (rounds: number, once: () => number): Promise<number> => {
  const all = Array.from({ length: rounds }, once).sort((a, b) => a - b);
  return Promise.resolve(all[Math.floor((all.length - 1) / 2)] ?? NaN);
};

async function* layingOut(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  for (const count of sizes) {
    const sources = new Map([...invented(count)].map(({ item, notes }) => [item.id, { handle: item.id, item, notes }]));
    const library = { sources, codebook: emptyCodebook };
    const tree = await taken(rounds, () => outline(library, 'none'));
    const byTag = await taken(rounds, () => outline(library, 'tag'));
    const table = await taken(rounds, () => matrixOf(codingsOf(library)));
    rows.push([ofSize(count), shown(tree.median), shown(byTag.median), shown(table.median)]);
  }
  yield { heading: 'Laying out', about: 'The tree of sources as data, by author and by tag, and the synthesis table of sources × tags.', columns: ['sources', 'tree, ms', 'tree by tag, ms', 'synthesis, ms'], rows };
}

/** Write, confirm, rename, confirm: what a save that survives a crash costs on this disk at least. */
function barely(folder: string, text: string): void {
  const [temporary, target] = [join(folder, 'bare.tmp'), join(folder, 'bare.md')];
  const file = openSync(temporary, 'w');
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, target);
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

async function* saving(rounds: number): AsyncIterable<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-bench-save-'));
  try {
    const store = storeOn(folder);
    const [one] = [...invented(1)];
    const text = fileText(one!);
    await store.services.files.create(`sources/${one!.item.id}.md`, text);
    await store.load();
    const source = [...store.current.sources.values()][0]!;
    const bare = await taken(rounds * 5, () => barely(folder, text));
    const note = await taken(rounds * 5, () => store.addNote(source, { tags: ['hedging'], text: 'One thought more.' }));
    writeFileSync(join(folder, 'sources', `${one!.item.id}.md`), text);
    yield {
      heading: 'One note kept', about: 'Until the disk has confirmed it. The limit is write, fsync, rename and fsync of the folder by bare calls of the system.', columns: ['', 'ms', 'times'],
      rows: [['bare system', shown(bare.median), '1.0'], ['a note', shown(note.median), between(note.median, bare.median)]],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const part: Part = {
  title: 'A large library',
  async *make(rounds) {
    for (const make of [reading, searching, layingOut, saving]) yield* make(rounds);
  },
};
