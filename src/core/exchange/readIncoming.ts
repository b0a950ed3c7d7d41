/** The files that notes and codes can come from: a row for each ending. */
import type { Engine } from '../enginePort';
import { bibliographyUnread, codesUnreadable } from '../problem';
import { notesOfRecords } from './bibliographyNotes';
import { readCodebookTable } from './codebookTable';
import type { Incoming } from './incoming';
import { nothingIncoming } from './incoming';
import { readRefiCodebook, readRefiProject } from './refiReading';

/** A file as it was chosen. */
export type IncomingFile = { readonly name: string; readonly bytes: Uint8Array };
type Reader = (file: IncomingFile, engine: Engine) => Promise<Incoming>;

const textOf = ({ bytes }: IncomingFile): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder().decode(bytes);
};

const bibliography = (format: 'bibtex' | 'ris' | 'csl-json'): Reader => async (file, engine) => {
  const { records, problems } = await engine.readBibliography(textOf(file), format);
  const incoming = notesOfRecords(records);
  return { ...incoming, problems: problems.length === 0 ? [] : [bibliographyUnread(file.name, `${problems.length} of its entries`)] };
};

/** Each ending with its reader. */
const readers: { readonly [ending: string]: Reader } = {
  qdc: (file) => Promise.resolve(readRefiCodebook(textOf(file))), qdpx: ({ bytes }) => readRefiProject(bytes),
  csv: (file) => Promise.resolve(readCodebookTable(textOf(file))), tsv: (file) => Promise.resolve(readCodebookTable(textOf(file))),
  bib: bibliography('bibtex'), ris: bibliography('ris'), json: bibliography('csl-json'),
};

/** The endings that are read. */
export const incomingEndings: readonly string[] = Object.keys(readers);

/** What a file holds. */
export async function readIncoming(file: IncomingFile, engine: Engine): Promise<Incoming> {
  const reader = readers[file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()];
  if (reader === undefined) return { ...nothingIncoming, problems: [codesUnreadable(`“${file.name}” ends in none of .${incomingEndings.join(', .')}`)] };
  return reader(file, engine);
}

/** Several as one. */
export const joinIncoming = (all: readonly Incoming[]): Incoming =>
  ({ tags: all.flatMap(({ tags }) => tags), sources: all.flatMap(({ sources }) => sources), problems: all.flatMap(({ problems }) => problems) });
