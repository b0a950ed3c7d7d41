/** The engine's own thread, the same under Node and in the browser: takes an order, answers each of its texts. */
import { loadCiteproc, loadStyles, readYaml } from '../core/engine';
import type { Formatter } from '../core/formatting';
import type { Answer, Order, Task } from '../core/engineMessages';
import type { Outcome } from '../core/enginePort';
import { hand, hold, readHeld, reasonOf } from './reading';

/** Do an order, and give its answers to `answer` one by one. */
export async function serve({ id, task }: Order, answer: (answer: Answer) => void): Promise<void> {
  answer({ id, begun: true });
  const alive = nowAndThen(() => answer({ id, begun: true }));
  for (const work of worksOf(task, alive)) answer({ id, outcome: await outcomeOf(work) });
}

/** How often a sign of life is given, in milliseconds. */
const pause = 200;

function nowAndThen(run: () => void): () => void {
  let last = performance.now();
  return () => {
    if (performance.now() - last < pause) return;
    last = performance.now();
    run();
  };
}

type Work = () => Promise<unknown>;

const works: { readonly [K in Task['kind']]: (task: Extract<Task, { readonly kind: K }>, alive: () => void) => readonly Work[] } = {
  readYaml: ({ texts }) => texts.map((text) => () => readYaml(text)),
  hold: ({ text, first }) => [() => Promise.resolve(hold(text, first))],
  readPaste: (task, alive) => [() => readHeld(task, alive)],
  readBibliography: (task, alive) => [() => readHeld(task, alive)],
  indexBibliography: (task, alive) => [() => readHeld(task, alive)],
  readNotes: (task, alive) => [() => readHeld(task, alive)],
  hand: ({ records, problems }) => [() => Promise.resolve(hand(records, problems))],
  formatReferences: ({ items, style, locale }) => [async () => (await loadFormatter()).references(items, style, locale)],
  formatDraft: ({ draft, style, locale }) => [async () => (await loadFormatter()).draft(draft, style, locale)],
  listStyles: () => [async () => (await loadFormatter()).list()],
  describeStyle: ({ style }) => [async () => (await loadFormatter()).describe(style)],
};

let formatter: Promise<Formatter> | undefined;
const loadFormatter = (): Promise<Formatter> =>
  formatter ??= import('../core/formatting').then(({ createFormatter }) => createFormatter(loadCiteproc, loadStyles));

const worksOf = <K extends Task['kind']>(task: Extract<Task, { readonly kind: K }>, alive: () => void): readonly Work[] =>
  works[task.kind as K](task, alive);

async function outcomeOf(work: Work): Promise<Outcome<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
