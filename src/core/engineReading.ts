/**
 * Whole pastes, bibliographies and files of notes read on a thread of their own. The text goes over in pieces and the records come back in
 * pieces, so that neither side's copying holds the editor. Where the thread fails, a paste or bibliography is read here, in slices.
 */
import { done } from './engineLine';
import type { After, Line } from './engineLine';
import type { ReadTask } from './engineMessages';
import type { Engine, ReadingWork } from './enginePort';
import type { IncomingFile, IncomingPart, PartsRead } from './exchange/incoming';
import type { Disposable } from './library/files';
import { largestPaste, type BibliographyFormat, type BibliographyReading, type BibliographyRecord, type RawText, type Reading } from './parsing/reading';
import { pasteTooLarge, readingStopped, type Problem } from './problem';

/** How much text goes over at once, in UTF-16 code units or in bytes: a millisecond or two of copying. */
const piece = 200_000;
/** How long the thread is kept when there is nothing to read, in milliseconds. */
const idle = 30_000;

/** What a thread has read: all kinds of reading have this form. */
type Read<R> = { readonly records: readonly R[]; readonly problems: readonly Problem[]; readonly starts?: Uint32Array };

/** How much a thread has read, before it hands it over; of a bibliography, where each line begins. */
export type ReadingSize = { readonly records: number; readonly problems: number; readonly starts?: Uint32Array };

/** Bytes are copied: a view would go over with all that it is a view of. */
const pieceOf = (text: RawText, at: number): RawText => (typeof text === 'string' ? text.slice(at, at + piece) : Uint8Array.prototype.slice.call(text, at, at + piece));

export class PasteReader {
  private last: Promise<unknown> = Promise.resolve();
  private resting: Disposable | undefined;

  /** `silence`: how long the thread may show no sign of life, in milliseconds. */
  constructor(private readonly line: Line, private readonly after: After, private readonly silence: number) {}

  async paste(text: string, engine: Engine, work: ReadingWork = {}): Promise<Reading> {
    if (text.length > largestPaste) return { records: [], problems: [pasteTooLarge('20 MB')] };
    const read = await this.inTurn(() => this.read<Reading['records'][number]>(text, { kind: 'readPaste', ...(work.profiles === undefined ? {} : { profiles: work.profiles }) }, work));
    if (work.signal?.aborted === true) return { records: [], problems: [readingStopped()] };
    if (read !== undefined) return read;
    const { parsePaste } = await import('./parsing');
    return parsePaste(text, { engine, ...work });
  }

  async bibliography(text: RawText, format: BibliographyFormat, engine: Engine, work: ReadingWork = {}): Promise<BibliographyReading> {
    const read = await this.inTurn(() => this.read<BibliographyReading['records'][number]>(text, { kind: 'readBibliography', format }, work));
    if (read !== undefined) return read;
    const { readBibliography } = await import('./parsing');
    return readBibliography(text, format, engine, work.signal);
  }

  /** The index of a bibliography in BibTeX; undefined when the thread could not make it. */
  async index(text: RawText): Promise<readonly BibliographyRecord[] | undefined> {
    const read = await this.inTurn(() => this.read<BibliographyRecord>(text, { kind: 'indexBibliography' }, {}));
    return read?.records;
  }

  /** The parts of a file of notes; undefined when the thread came to no end with it. */
  notes({ name, bytes }: IncomingFile, work: ReadingWork = {}): Promise<PartsRead | undefined> {
    return this.inTurn(() => this.read<IncomingPart>(bytes, { kind: 'readNotes', name }, work));
  }

  dispose(): void {
    this.resting?.dispose();
    this.line.dispose();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    // Not the answer itself: a whole bibliography would be held until the next order.
    this.last = turn.then(done, done);
    return turn;
  }

  /** What the thread read; undefined when it could not. Nothing when the person has stopped it. */
  private async read<R>(text: RawText, task: ReadTask, work: ReadingWork): Promise<Read<R> | undefined> {
    this.resting?.dispose();
    const size = await this.begun(text, task, work.signal);
    const whole = size === undefined ? undefined : await this.handedOver<R>(size, work);
    this.resting = this.after(idle, () => this.line.endThread());
    return work.signal?.aborted === true ? { records: [], problems: [] } : whole;
  }

  private async begun(text: RawText, task: ReadTask, signal?: AbortSignal): Promise<ReadingSize | undefined> {
    for (let at = 0; at < text.length || at === 0; at += piece) {
      const held = await this.line.whole({ kind: 'hold', text: pieceOf(text, at), first: at === 0 }, this.silence, signal);
      if (!held.ok) return undefined;
    }
    const outcome = await this.line.whole(task, this.silence, signal);
    return outcome.ok ? outcome.value as ReadingSize : undefined;
  }

  private async handedOver<R>(size: ReadingSize, { signal, progress }: ReadingWork): Promise<Read<R> | undefined> {
    const [records, problems]: [R[], Problem[]] = [[], []];
    while (records.length < size.records || problems.length < size.problems) {
      const outcome = await this.line.whole({ kind: 'hand', records: records.length, problems: problems.length }, this.silence, signal);
      if (!outcome.ok) return undefined;
      const handed = outcome.value as Read<R>;
      if (handed.records.length + handed.problems.length === 0) return undefined;
      records.push(...handed.records);
      problems.push(...handed.problems);
      progress?.(records.length, size.records);
    }
    return { records, problems, ...(size.starts && { starts: size.starts }) };
  }
}
