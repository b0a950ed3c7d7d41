/** How fast references are formatted: the first one in a process that has loaded nothing, the next, and whole bibliographies beside citeproc alone. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { loadCiteproc, loadStyles } from '../../../src/core/engine';
import { createEngine } from '../../../src/core/engineClient';
import { createFormatter } from '../../../src/core/formatting';
import { inflated, type CompactNode } from '../../../src/core/formatting/compact';
import type { Item } from '../../../src/core/source';
import { nodeSpawn } from '../../../src/worker/node';
import { invented } from '../libraries';
import { between, median, shown, taken, type Part, type Table } from '../measuring';

const apsa = 'american-political-science-association';
const styles = [apsa, 'apa', 'chicago-author-date'];
const items = (count: number): readonly Item[] => [...invented(count)].map(({ item }) => item);

type Processor = { readonly passed: number; readonly processor: number };

/** What work took: in time, and of the processor in all threads. */
async function timed(work: () => Promise<unknown>): Promise<Processor> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { passed: performance.now() - start, processor: (user + system) / 1000 };
}

/** In a process of its own, with the engine's thread as it is shipped: what a first citation takes, the start of the thread included, the first in a second style, and the hundred after it. */
export async function first(style: string): Promise<void> {
  const some = items(102);
  const engine = createEngine(nodeSpawn(join(process.cwd(), 'dist', 'engine', 'worker.mjs')), (wait, then) => {
    const timer = setTimeout(then, wait);
    return { dispose: () => clearTimeout(timer) };
  });
  const reference = (item: Item, id: string): Promise<unknown> => engine.formatReferences([item], { id }, '');
  const cold = await timed(() => reference(some[0]!, style));
  const other = await timed(() => reference(some[1]!, style === apsa ? 'modern-language-association' : apsa));
  const warm: Processor[] = [];
  for (const item of some.slice(2)) warm.push(await timed(() => reference(item, style)));
  process.stdout.write(JSON.stringify([cold, other, { passed: median(warm.map(({ passed }) => passed)), processor: median(warm.map(({ processor }) => processor)) }]), () => process.exit());
}

/** The same over a fresh process for each round. */
function inFreshProcess(style: string, rounds: number): readonly string[] {
  const script = `require(${JSON.stringify(__filename)}).first(${JSON.stringify(style)})`;
  const all = Array.from({ length: rounds }, () => JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as readonly Processor[]);
  return [0, 1, 2].flatMap((which) => [shown(median(all.map((one) => one[which]!.passed))), shown(median(all.map((one) => one[which]!.processor)))]);
}

async function* firsts(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  for (const style of styles) {
    rows.push([style, ...inFreshProcess(style, rounds)]);
    await Promise.resolve();
  }
  yield {
    heading: 'The first citation',
    about: 'In a process that has loaded nothing, by the thread as it is shipped: the thread is started, citeproc, the style and its locale are loaded, the engine is built, one reference is formatted. Then the first one in another style, and each of a hundred more.',
    columns: ['style', 'cold, ms', 'processor, ms', 'another style, ms', 'processor, ms', 'warm, ms', 'processor, ms'], rows,
  };
}

type PlainEngine = { updateItems(ids: readonly string[]): void; makeBibliography(): unknown };
type PlainCiteproc = { Engine: new (system: object, style: unknown, locale: string) => PlainEngine };

/** citeproc as it comes, over the same style. */
async function plainEngine(style: string, all: readonly Item[]): Promise<PlainEngine> {
  const [csl, data] = [await loadCiteproc() as PlainCiteproc, await loadStyles()];
  const byId = new Map(all.map((item) => [item.id, item]));
  const locale = inflated(await data.locales['en-US']!() as CompactNode);
  return new csl.Engine({ retrieveLocale: () => locale, retrieveItem: (id: string) => structuredClone(byId.get(id)) }, inflated(await data.styles[style]!() as CompactNode), 'en-US');
}

async function* bibliographies(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  for (const [style, count] of [[apsa, 100], [apsa, 1000], ['apa', 100]] as const) {
    const all = items(count);
    const few = count > 100 ? Math.min(rounds, 3) : rounds;
    const uncited = all.map(({ id }) => id);
    const ours = await taken(few, () => createFormatter(loadCiteproc, loadStyles).draft({ name: 'draft', items: all, citations: [], uncited }, { id: style }, 'en-US'));
    const alone = await taken(few, () => createFormatter(loadCiteproc, loadStyles).references(all, { id: style }, 'en-US'));
    const plain = await taken(few, async () => {
      const engine = await plainEngine(style, all);
      engine.updateItems(uncited);
      engine.makeBibliography();
    });
    rows.push([`${style}, ${count}`, shown(plain.median), shown(ours.median), between(ours.median, plain.median), shown(alone.median), between(alone.median, plain.median)]);
  }
  yield { heading: 'A bibliography', about: 'From items to formatted entries, the engine built each time. Each alone is how references are copied and shown.', columns: ['style, entries', 'plain citeproc, ms', 'a reference list, ms', 'times', 'each alone, ms', 'times'], rows };
}

export const part: Part = {
  title: 'Formatting',
  product: true,
  async *make(rounds) {
    for (const make of [firsts, bibliographies]) yield* make(rounds);
  },
};
