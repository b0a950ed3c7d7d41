/** Reading a whole text on the engine's thread: held in pieces, read, handed back in pieces. */
import { readYaml } from '../core/engine';
import type { ReadTask } from '../core/engineMessages';
import type { Outcome, RecordEngine } from '../core/enginePort';
import type { ReadingSize } from '../core/engineReading';
import type { IncomingPart } from '../core/exchange';
import type { BibliographyReading, BibliographyRecord, RawText, Reading, ReadRecord } from '../core/parsing';

/** What was read. A record is handed back with others, up to a size. */
type Held = Pick<Reading | BibliographyReading, 'problems'> & { readonly records: readonly (ReadRecord | BibliographyRecord | IncomingPart)[]; readonly starts?: Uint32Array; readonly sizeOfPart?: (part: IncomingPart) => number };
const nothing: Held = { records: [], problems: [] };

let pieces: RawText[] = [];
let reading: Held = nothing;

/** Keep a piece of the text that will be read; the first one forgets what was held before. */
export function hold(text: RawText, first: boolean): true {
  if (first) pieces = [];
  pieces.push(text);
  return true;
}

/** Read what is held. `alive` is called again and again. Gives how much there is to hand back. */
export async function readHeld(task: ReadTask, alive: () => void): Promise<ReadingSize> {
  const text = joined(pieces);
  pieces = [];
  reading = await read(text, task, engineHere(alive));
  const { records, problems, starts } = reading;
  return { records: records.length, problems: problems.length, ...(starts && { starts }) };
}

/** A text is held in pieces of one kind. */
function joined(all: readonly RawText[]): RawText {
  const parts = all.filter((one) => typeof one !== 'string');
  return parts.length === 0 ? all.join('') : withBytes(parts);
}

function withBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function read(text: RawText, task: ReadTask, engine: RecordEngine): Promise<Held> {
  if (task.kind === 'readNotes') return readNotes(task.name, text, engine);
  const { indexBibliography, parsePaste, readBibliography } = await import('../core/parsing');
  switch (task.kind) {
    case 'readPaste': return parsePaste(String(text), { engine, ...(task.profiles === undefined ? {} : { profiles: task.profiles }) });
    case 'readBibliography': return readBibliography(text, task.format, engine);
    case 'indexBibliography': return { records: await indexBibliography(text, engine.breathe?.bind(engine)), problems: [] };
  }
}

async function readNotes(name: string, bytes: RawText, engine: RecordEngine): Promise<Held> {
  const { partsOf, readIncoming, sizeOfPart } = await import('../core/exchange');
  const incoming = await readIncoming({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }, engine);
  return { records: partsOf(incoming), problems: incoming.problems, sizeOfPart };
}

/** About how much is handed back at once, in UTF-16 code units. */
const share = 60_000;
const mostProblems = 500;

/** The records and problems from these places on, as many as the other side can take without being held up. */
export function hand(record: number, problem: number): Held {
  const { records, problems } = reading;
  let [end, size] = [record, 0];
  for (; end < records.length && size < share; end++) size += sizeOf(records[end] as Held['records'][number]);
  const handed = { records: records.slice(record, end), problems: problems.slice(problem, problem + mostProblems) };
  if (end === records.length && problem + mostProblems >= problems.length) reading = nothing;
  return handed;
}

function sizeOf(record: Held['records'][number]): number {
  if ('item' in record) return 500 + 2 * ('pasted' in record ? record.pasted : record.item.abstract ?? '').length;
  return 500 + 2 * (reading.sizeOfPart?.(record) ?? 0);
}

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
