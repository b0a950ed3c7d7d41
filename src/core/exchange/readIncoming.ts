/** The files that notes and codes can come from: a row for each ending. */
import { decoded } from '../decoding';
import type { Engine, ReadingWork, RecordEngine } from '../enginePort';
import { readBibliography } from '../parsing';
import { bibliographyUnread, codesUnreadable, fileUnread, lettersBroken, readAsWestern } from '../problem';
import { inSlices, type Sliced } from '../slices';
import { notesOfRecords } from './bibliographyNotes';
import { readingCodebookTable } from './codebookTable';
import type { Incoming, IncomingFile } from './incoming';
import { nothingIncoming } from './incoming';
import { joinParts } from './incomingParts';
import { readingRefiCodebook, readRefiProject } from './refiReading';
import { archiveLimits } from './unzip';
import { largestDocument, tooLarge } from './xmlReading';

type Reader = { readonly largest: number; readonly read: (file: IncomingFile, engine: RecordEngine) => Promise<Incoming> };
type TextReader = (text: string, name: string, engine: RecordEngine) => Promise<Incoming>;

/** Names of tags are for years: what would come in with broken letters does not come in, and what was guessed is told. */
const textual = (largest: number, read: TextReader): Reader => ({ largest, read: async ({ name, bytes }, engine) => {
  const found = decoded(bytes);
  if ('reason' in found) return { ...nothingIncoming, problems: [fileUnread(name, found.reason)] };
  if (found.doubt === 'damaged') return { ...nothingIncoming, problems: [lettersBroken(name)] };
  const incoming = await read(found.text, name, engine);
  return found.doubt === undefined ? incoming : { ...incoming, problems: [readAsWestern(name), ...incoming.problems] };
} });

const codebook = (reading: (text: string) => Sliced<Incoming>): Reader => textual(largestDocument, (text, _, engine) => inSlices(reading(text), engine.breathe?.bind(engine)));

const bibliography = (format: 'bibtex' | 'ris' | 'csl-json'): Reader => textual(archiveLimits.bytes, async (text, name, engine) => {
  const { records, problems } = await readBibliography(text, format, engine);
  const incoming = notesOfRecords(records);
  return { ...incoming, problems: problems.length === 0 ? [] : [bibliographyUnread(name, `${problems.length} of its entries`)] };
});

/** Each ending with its reader. */
const readers: { readonly [ending: string]: Reader } = {
  qdc: codebook(readingRefiCodebook), qdpx: { largest: archiveLimits.bytes, read: ({ bytes }, engine) => readRefiProject(bytes, engine.breathe?.bind(engine)) },
  csv: codebook(readingCodebookTable), tsv: codebook(readingCodebookTable),
  bib: bibliography('bibtex'), ris: bibliography('ris'), json: bibliography('csl-json'),
};

/** The endings that are read. */
export const incomingEndings: readonly string[] = Object.keys(readers);

const readerOf = (name: string): Reader | undefined => readers[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];

/** Why a file of this name and size (in bytes) is not read, so that it need not be fetched; undefined when it is. */
export function whyNotRead(name: string, size: number): Incoming | undefined {
  const reader = readerOf(name);
  if (reader === undefined) return { ...nothingIncoming, problems: [codesUnreadable(`“${name}” ends in none of .${incomingEndings.join(', .')}`)] };
  return size > reader.largest ? { ...nothingIncoming, problems: [fileUnread(name, tooLarge(reader.largest))] } : undefined;
}

/** The largest file that is read here when its thread came to no end with it, in bytes. */
const largestHere = 4 * 1024 * 1024;

/**
 * What a file holds, read on another thread. Where none comes to an end with it, as in a browser that has none, a small file is read here, in slices.
 * Never rejects. Stopped, it gives nothing.
 */
export async function readIncomingAway(file: IncomingFile, engine: Engine, work: ReadingWork = {}): Promise<Incoming> {
  const { signal } = work;
  const refused = whyNotRead(file.name, file.bytes.length);
  if (refused !== undefined) return refused;
  const parts = await engine.readNotes(file, work);
  if (parts !== undefined) return joinParts(parts);
  const failed = { ...nothingIncoming, problems: [fileUnread(file.name, 'its reader came to no end with it; export it in parts, then import each')] };
  if (file.bytes.length > largestHere) return failed;
  const breathe = async (): Promise<void> => {
    await engine.breathe?.();
    signal?.throwIfAborted();
  };
  return readIncoming(file, { readYaml: (texts) => engine.readYaml(texts), breathe }).catch(() => (signal?.aborted === true ? nothingIncoming : failed));
}

/** What a file holds. The thread is given back again and again by `engine.breathe`; an error thrown there ends the reading and goes through. */
export async function readIncoming(file: IncomingFile, engine: RecordEngine): Promise<Incoming> {
  return whyNotRead(file.name, file.bytes.length) ?? readerOf(file.name)?.read(file, engine) ?? nothingIncoming;
}

/** Several as one. */
export const joinIncoming = (all: readonly Incoming[]): Incoming =>
  ({ tags: all.flatMap(({ tags }) => tags), sources: all.flatMap(({ sources }) => sources), problems: all.flatMap(({ problems }) => problems) });
