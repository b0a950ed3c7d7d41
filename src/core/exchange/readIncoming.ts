/** The files that notes and codes can come from: a row for each ending. */
import { decoded } from '../decoding';
import type { Engine } from '../enginePort';
import { bibliographyUnread, codesUnreadable, fileUnread, lettersBroken, readAsWestern } from '../problem';
import { notesOfRecords } from './bibliographyNotes';
import { readCodebookTable } from './codebookTable';
import type { Incoming } from './incoming';
import { nothingIncoming } from './incoming';
import { readRefiCodebook, readRefiProject } from './refiReading';

/** A file as it was chosen. */
export type IncomingFile = { readonly name: string; readonly bytes: Uint8Array };
type Reader = (file: IncomingFile, engine: Engine) => Promise<Incoming>;
type TextReader = (text: string, name: string, engine: Engine) => Incoming | Promise<Incoming>;

/** Names of tags are for years: what would come in with broken letters does not come in, and what was guessed is told. */
const textual = (read: TextReader): Reader => async ({ name, bytes }, engine) => {
  const found = decoded(bytes);
  if ('reason' in found) return { ...nothingIncoming, problems: [fileUnread(name, found.reason)] };
  if (found.doubt === 'damaged') return { ...nothingIncoming, problems: [lettersBroken(name)] };
  const incoming = await read(found.text, name, engine);
  return found.doubt === undefined ? incoming : { ...incoming, problems: [readAsWestern(name), ...incoming.problems] };
};

const bibliography = (format: 'bibtex' | 'ris' | 'csl-json'): Reader => textual(async (text, name, engine) => {
  const { records, problems } = await engine.readBibliography(text, format);
  const incoming = notesOfRecords(records);
  return { ...incoming, problems: problems.length === 0 ? [] : [bibliographyUnread(name, `${problems.length} of its entries`)] };
});

/** Each ending with its reader. */
const readers: { readonly [ending: string]: Reader } = {
  qdc: textual(readRefiCodebook), qdpx: ({ bytes }) => readRefiProject(bytes), csv: textual(readCodebookTable), tsv: textual(readCodebookTable),
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
