/** How fast a large library is read, searched, laid out and written to, beside what the bare system takes for the same bytes. */
import { mkdtempSync, openSync, closeSync, fsyncSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexSources, outline, type Cache, type Library, type LibraryStore, type SourceIndex } from '../../../src/core/library';
import type { Breathe } from '../../../src/core/slices';
import { emptyCodebook } from '../../../src/core/notes';
import { codingsOf, matrixOf } from '../../../src/core/synthesis';
import { fileText, invented, seeded } from '../libraries';
import { cacheIn, libraryFolder, plainReading, storeOn } from '../folder';
import { between, median, shown, taken, type Part, type Table, type Taken } from '../measuring';

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

/** When something was there, and what the processor had done for it until then. */
type Moment = { readonly after: number; readonly worked: number };
type Started = { readonly store: LibraryStore; readonly first: Moment; readonly all: Moment };

/** Reads a library as a start of the editor does: when there are first rows, when there are all rows, and when all is read. */
async function started(folder: string, breathe: Breathe, cache?: Cache): Promise<Started> {
  const [start, worked] = [performance.now(), process.cpuUsage()];
  const until = (library: Library): Moment => {
    outline(library, 'none');
    const { user, system } = process.cpuUsage(worked);
    return { after: performance.now() - start, worked: (user + system) / 1000 };
  };
  const store = storeOn(folder, breathe, cache);
  const [first, all] = await Promise.all([store.glimpsed().then(() => until(store.glimpse ?? store.current)), store.shown().then(() => until(store.outline ?? store.current))]);
  await store.load();
  return { store, first, all };
}

/** What the processor does for the reading of the same files as bytes, one after the other; in milliseconds. */
function plainWork(folder: string, rounds: number): number {
  const once = (): number => {
    const before = process.cpuUsage();
    plainReading(folder);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return median(Array.from({ length: rounds + 2 }, once).slice(2));
}

/** The figures of many starts, and what is held after the last one. */
async function starts(folder: string, rounds: number, cache: Cache | undefined): Promise<{ readonly of: (figure: (one: Omit<Started, 'store'>) => number) => number; readonly whole: Taken; readonly memory: number }> {
  const before = held();
  const all: Omit<Started, 'store'>[] = [];
  let last: LibraryStore | undefined;
  const whole = await taken(rounds, async (breathe) => {
    last?.dispose();
    const { store, ...moments } = await started(folder, breathe, cache);
    last = store;
    all.push(moments);
  });
  await last?.kept;
  const memory = held() - before;
  last?.dispose();
  return { of: (figure) => median(all.slice(2).map(figure)), whole, memory };
}

async function* reading(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  const kept = mkdtempSync(join(tmpdir(), 'commonplace-bench-kept-'));
  for (const count of sizes) {
    const folder = libraryFolder(count, 'files');
    const few = count > 10_000 ? Math.min(rounds, 3) : rounds;
    const plain = plainWork(join(folder, 'sources'), few);
    const cache = cacheIn(join(kept, String(count)));
    const once = storeOn(folder, undefined, cache);
    await once.load();
    await once.kept;
    once.dispose();
    for (const [name, given] of [['cold', undefined], ['with what was kept', cache]] as const) {
      const { of, whole, memory } = await starts(folder, few, given);
      const first = of((one) => one.first.worked);
      const cells = [plain, first, first / plain, of((one) => one.all.worked), of((one) => one.first.after), of((one) => one.all.after), whole.median, whole.stretch].map((cell, at) => (at === 2 ? cell.toFixed(1) : shown(cell)));
      rows.push([`${ofSize(count)}, ${name}`, ...cells, megabytes(memory)]);
    }
  }
  rmSync(kept, { recursive: true });
  yield {
    heading: 'Reading a library of source files', about: 'Abstracts of 1 kB and five notes each. The limit is the reading of the same files as bytes, one after the other. First what the processor does: until there are first rows to show, then until there are all rows, in order. Then what passed: until first rows, all rows, and the whole library read. Memory is that of the whole library after garbage was collected.',
    columns: ['sources', 'plain reading, processor, ms', 'first rows, processor, ms', 'times', 'all rows, processor, ms', 'first rows, ms', 'all rows, ms', 'whole library, ms', 'longest stretch, ms', 'memory, MB'], rows,
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
