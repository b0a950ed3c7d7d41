/** The engine's own thread, the same under Node and in the browser: takes an order, answers each of its texts. */
import { loadCiteproc, loadStyles, readYaml, recordReaders } from '../core/engine';
import type { Formatter } from '../core/formatting';
import type { Answer, Order, Task } from '../core/engineMessages';
import type { Outcome } from '../core/enginePort';

/** Do an order, and give its answers to `answer` one by one. */
export async function serve({ id, task }: Order, answer: (answer: Answer) => void): Promise<void> {
  answer({ id, begun: true });
  for (const work of worksOf(task)) answer({ id, outcome: await outcomeOf(work) });
}

type Work = () => Promise<unknown>;

const works: { readonly [K in Task['kind']]: (task: Extract<Task, { readonly kind: K }>) => readonly Work[] } = {
  readRecords: ({ format, texts }) => texts.map((text) => () => recordReaders[format](text)),
  readYaml: ({ texts }) => texts.map((text) => () => readYaml(text)),
  formatReferences: ({ items, style, locale }) => [async () => (await loadFormatter()).references(items, style, locale)],
  formatDraft: ({ draft, style, locale }) => [async () => (await loadFormatter()).draft(draft, style, locale)],
  describeStyle: ({ style }) => [async () => (await loadFormatter()).describe(style)],
};

let formatter: Promise<Formatter> | undefined;
const loadFormatter = (): Promise<Formatter> =>
  formatter ??= import('../core/formatting').then(({ createFormatter }) => createFormatter(loadCiteproc, loadStyles));

const worksOf = <K extends Task['kind']>(task: Extract<Task, { readonly kind: K }>): readonly Work[] =>
  works[task.kind as K](task);

async function outcomeOf(work: Work): Promise<Outcome<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** The first line of what a reader says, short enough to stand in a sentence. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 120) || 'unknown';
}
