/** How fast references are formatted: the first one in a process that has loaded nothing, the next, and whole bibliographies beside citeproc alone. */
import { execFileSync } from 'node:child_process';
import { loadCiteproc, loadStyles } from '../../../src/core/engine';
import { createFormatter } from '../../../src/core/formatting';
import { inflated, type CompactNode } from '../../../src/core/formatting/compact';
import type { Item } from '../../../src/core/source';
import { invented } from '../libraries';
import { between, median, shown, taken, type Part, type Table } from '../measuring';

const apsa = 'american-political-science-association';
const styles = [apsa, 'apa', 'chicago-author-date'];
const items = (count: number): readonly Item[] => [...invented(count)].map(({ item }) => item);

/** In a process of its own: what a first citation takes, all that is loaded for it included, and the hundred after it. */
export async function first(style: string): Promise<void> {
  const some = items(101);
  const start = performance.now();
  const formatter = createFormatter(loadCiteproc, loadStyles);
  await formatter.references(some.slice(0, 1), { id: style }, '');
  const cold = performance.now() - start;
  const times: number[] = [];
  for (const item of some.slice(1)) {
    const began = performance.now();
    await formatter.references([item], { id: style }, '');
    times.push(performance.now() - began);
  }
  process.stdout.write(JSON.stringify([cold, median(times)]));
}

/** The same over a fresh process for each round. */
function inFreshProcess(style: string, rounds: number): readonly [number, number] {
  const script = `require(${JSON.stringify(__filename)}).first(${JSON.stringify(style)})`;
  const all = Array.from({ length: rounds }, () => JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as [number, number]);
  return [median(all.map(([cold]) => cold)), median(all.map(([, warm]) => warm))];
}

async function* firsts(rounds: number): AsyncIterable<Table> {
  const rows: string[][] = [];
  for (const style of styles) {
    const [cold, warm] = inFreshProcess(style, rounds);
    rows.push([style, shown(cold), shown(warm)]);
    await Promise.resolve();
  }
  yield { heading: 'The first citation', about: 'In a process that has loaded nothing: citeproc, the style and its locale are loaded, the engine is built, one reference is formatted. Warm is each of the next hundred.', columns: ['style', 'cold, ms', 'warm, ms'], rows };
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
  async *make(rounds) {
    for (const make of [firsts, bibliographies]) yield* make(rounds);
  },
};
