/** Reading a whole text on the engine's thread: held in pieces, read, handed back in pieces. */
import { readYaml } from '../core/engine';
import type { ReadTask } from '../core/engineMessages';
import type { Outcome, RecordEngine } from '../core/enginePort';
import type { BibliographyReading, Reading, ReadRecord } from '../core/parsing';

let pieces: string[] = [];
let reading: Reading | BibliographyReading = { records: [], problems: [] };

/** Keep a piece of the text that will be read; the first one forgets what was held before. */
export function hold(text: string, first: boolean): true {
  if (first) pieces = [];
  pieces.push(text);
  return true;
}

/** Read what is held. `alive` is called again and again. Gives how much there is to hand back. */
export async function readHeld(task: ReadTask, alive: () => void): Promise<{ readonly records: number; readonly problems: number }> {
  const text = pieces.join('');
  pieces = [];
  const { parsePaste, readBibliography } = await import('../core/parsing');
  const engine = engineHere(alive);
  reading = task.kind === 'readPaste' ? await parsePaste(text, { engine, ...(task.profiles === undefined ? {} : { profiles: task.profiles }) }) : await readBibliography(text, task.format, engine);
  return { records: reading.records.length, problems: reading.problems.length };
}

/** About how much is handed back at once, in UTF-16 code units. */
const share = 60_000;
const mostProblems = 500;

/** The records and problems from these places on, as many as the other side can take without being held up. */
export function hand(record: number, problem: number): Reading | BibliographyReading {
  const { records, problems } = reading;
  let [end, size] = [record, 0];
  for (; end < records.length && size < share; end++) size += sizeOf(records[end] as Partial<ReadRecord>);
  const handed = { records: records.slice(record, end), problems: problems.slice(problem, problem + mostProblems) };
  if (end === records.length && problem + mostProblems >= problems.length) reading = { records: [], problems: [] };
  return handed as Reading | BibliographyReading;
}

const sizeOf = ({ pasted, item }: Partial<ReadRecord>): number => 500 + 2 * (pasted?.length ?? item?.abstract?.length ?? 0);

/** The engine as the readers of this thread use it: right here, with a sign of life at each pause. */
const engineHere = (alive: () => void): RecordEngine => ({
  readYaml: (texts) => inOrder(texts, readYaml, alive),
  breathe: () => Promise.resolve(alive()),
});

async function inOrder<T>(texts: readonly string[], read: (text: string) => Promise<T>, alive: () => void): Promise<readonly Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  for (const text of texts) {
    alive();
    outcomes.push(await read(text).then((value) => ({ ok: true, value }) as const, (error: unknown) => ({ ok: false, reason: reasonOf(error) }) as const));
  }
  return outcomes;
}

/** The first line of what a reader says, short enough to stand in a sentence. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 120) || 'unknown';
}
