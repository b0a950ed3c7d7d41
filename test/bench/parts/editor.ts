/** What a person waits for in a real VS Code, over libraries of several sizes, beside an extension that does nothing. */
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cost, Found, Work } from '../editor/measure';
import { libraryFolder, plainReading } from '../folder';
import { median, shown, taken, type Part, type Table } from '../measuring';

type Editor = { measure(how?: { readonly cached?: boolean }): Promise<Found>; close(): Promise<void> };
type Script = { openEditor(options: { readonly folder: string; readonly what: 'nothing' | 'ours'; readonly all?: boolean; readonly seconds?: number }): Promise<Editor> };

type Kind = Parameters<typeof libraryFolder>[1];
const numbers = (name: string, otherwise: string): readonly number[] => (process.env[name] ?? otherwise).split(',').filter((one) => one !== '').map(Number);

/** COMMONPLACE_BENCH_SIZES and COMMONPLACE_BENCH_BIB_SIZES may name others, such as `1000,10000`, or none. A bibliography of 100,000 with such abstracts would be larger than what is read (64 MB). */
const libraries: readonly { readonly kind: Kind; readonly count: number }[] = [
  ...numbers('COMMONPLACE_BENCH_SIZES', '1000,10000,100000').map((count) => ({ kind: 'files' as const, count })),
  ...numbers('COMMONPLACE_BENCH_BIB_SIZES', '1000,10000,30000').map((count) => ({ kind: 'bib' as const, count })),
];

/** Folders of its own: the extension writes a bibliography into them. */
function own(): string {
  const folder = join(tmpdir(), 'commonplace-bench-editor');
  mkdirSync(folder, { recursive: true });
  return folder;
}

const script = async (): Promise<Script> => await import(pathToFileURL(join(process.cwd(), 'scripts', 'benchEditor.mjs')).href) as Script;

const starts = ['activated', 'worked', 'row', 'rowWorked', 'ready', 'memory'] as const;
const works = ['completionAtStart', 'completionFirst', 'completionKey', 'hover', 'rename', 'diagnostics'] as const satisfies readonly Work[];
type Figures = { readonly [F in (typeof starts)[number]]: number } & { readonly [W in Work]: Cost };

/** Medians of each figure over the rounds, after one to warm up. */
async function figures(editor: Editor, rounds: number, cached: boolean): Promise<Figures> {
  const told = async (round: number, how?: { readonly cached?: boolean }): Promise<Found> => {
    const found = await editor.measure(how);
    // Rounds take minutes: whoever waits sees that they go on.
    console.error(`${round === 0 ? 'to warm up' : `round ${round} of ${rounds}${cached ? ', with what was kept' : ''}`}: ${JSON.stringify(found, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value))}`);
    return found;
  };
  await told(0);
  const all: Found[] = [];
  for (let round = 1; round <= rounds; round += 1) all.push(await told(round, { cached }));
  const middle = (of: (one: Found) => number | null | undefined): number => median(all.map((one) => of(one) ?? NaN).filter(Number.isFinite));
  const cost = (work: Work): Cost => ({ took: middle((one) => one[work]?.took), worked: middle((one) => one[work]?.worked) });
  return Object.fromEntries([...starts.map((figure) => [figure, middle((one) => one[figure])] as const), ...works.map((work) => [work, cost(work)] as const)]) as Figures;
}

const time = (milliseconds: number): string => (Number.isNaN(milliseconds) ? '' : shown(milliseconds));
const cell = ({ took, worked }: Cost): readonly string[] => [time(took), time(worked)];

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

async function withEditor<T>(options: Parameters<Script['openEditor']>[0], work: (editor: Editor) => Promise<T>): Promise<T> {
  const editor = await (await script()).openEditor(options);
  try {
    return await work(editor);
  } finally {
    await editor.close();
  }
}

async function* inEditor(rounds: number): AsyncIterable<Table> {
  const empty = await withEditor({ folder: libraryFolder(10, 'files', own()), what: 'nothing' }, async (editor) => {
    const [start, settled] = [await figures(editor, rounds, true), await figures(editor, rounds, false)];
    return { ...settled, completionAtStart: start.completionAtStart };
  });
  const starting: string[][] = [['an extension that does nothing', '', time(empty.activated), time(empty.worked), shown(empty.row), shown(empty.rowWorked), '', '']];
  const working: string[][] = [['an extension that does nothing', ...works.flatMap((work) => cell(empty[work]))]];
  for (const { kind, count } of libraries) {
    const folder = libraryFolder(count, kind, own());
    const plain = await taken(3, () => (kind === 'files' ? plainReading(join(folder, 'sources')) : readFileSync(join(folder, 'references.bib')).length));
    const few = count > 10_000 ? Math.min(rounds, 3) : rounds;
    // Beside other work a hundred thousand files take minutes.
    await withEditor({ folder, what: 'ours', all: kind === 'files' && count <= 10_000, seconds: count > 10_000 ? 1500 : 300 }, async (editor) => {
      const cold = await figures(editor, few, false);
      const cached = await figures(editor, few, true);
      const name = `${count.toLocaleString('en')}${kind === 'bib' ? ' in one `.bib`' : ''}`;
      starting.push([`${name}, cold`, shown(plain.median), time(cold.activated), time(cold.worked), shown(cold.row), shown(cold.rowWorked), shown(cold.ready), megabytes(cold.memory - empty.memory)]);
      starting.push([`${name}, with what was kept`, shown(plain.median), time(cached.activated), time(cached.worked), shown(cached.row), shown(cached.rowWorked), shown(cached.ready), megabytes(cached.memory - empty.memory)]);
      working.push([name, ...works.flatMap((work) => cell((work === 'completionAtStart' ? cached : cold)[work]))]);
    });
  }
  yield {
    heading: 'Starting', about: 'Source files with five notes each, or one bibliography. From the call of `activate` until it returned (nothing where the editor itself had called it by then), until the page of the workbench showed the first row of the tree, and until the library was read whole and completed from. Memory is that of the extension host over the extension that does nothing.',
    columns: ['sources', 'plain reading, ms', 'activated, ms', 'of the processor, ms', 'first row, ms', 'of the processor until then, ms', 'whole, ms', 'memory, MB'], rows: starting,
  };
  yield {
    heading: 'Working', about: 'Asked through the editor and back. A first list of completions is asked for right after the first row of the tree, in a draft that was opened that moment, while the library is read (with what was kept); then, in other starts, when the editor has nothing more to do, and five letters are typed. For the extension that does nothing it is the editor’s own list. A hover shows the formatted reference; the rename is over a hundred drafts; diagnostics come after an edit in a draft of a megabyte, the pause of 300 ms before they are looked for included.',
    columns: ['sources', ...['completions at start', 'first completions', 'each further key', 'hover', 'rename', 'diagnostics'].flatMap((work) => [`${work}, ms`, 'of the processor, ms'])], rows: working,
  };
}

export const part: Part = {
  title: 'In the editor',
  product: true,
  make: inEditor,
};
