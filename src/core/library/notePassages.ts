/** Where the passages that notes quote stand: in the abstract, elsewhere in the source's file, or in a text of the source. */
import { findPassage, searchText } from '../notes';
import type { Placing, SearchText } from '../notes';
import type { Note, Span } from '../source';
import { offsetInFile } from './sourceFile';
import type { SourceFile } from './sourceFile';

/**
 * What became of a note's passage. `found` says the same, `moved` nearly the same and waits to be confirmed, `lost` is nowhere any
 * more. A quotation without an anchor that is not found was never placed: it is not lost, it has no passage here.
 */
export type PassageState = 'found' | 'moved' | 'lost';
export type NotePassage = { readonly note: Note; readonly state: PassageState; readonly span?: Span; readonly similarity?: number };

/** The passages of notes in a source's own file, `span` in the file. Notes whose passages stand in other files are left out. */
export function passagesInFile(file: SourceFile, notes: readonly Note[]): NotePassage[] {
  const abstract = file.abstractLines.length === 0 ? undefined : searchText(file.item.abstract ?? '');
  const rest = searchText(withoutNotes(file));
  return notes.flatMap((note) => {
    if (note.quote === undefined || note.anchor?.in !== undefined) return [];
    if (note.anchor?.at === undefined && note.anchor !== undefined) return passage(note, findPassage(rest, note.quote, note.anchor));
    if (abstract === undefined) return [];
    const placing = findPassage(abstract, note.quote, note.anchor);
    return passage(note, placing && { ...placing, span: { start: offsetInFile(file, placing.span.start), end: offsetInFile(file, placing.span.end) } });
  });
}

/** The passages of notes in a text of their source, `span` in that text, whose line ends count as one. */
export function passagesInText(text: SearchText, path: string, notes: readonly Note[]): NotePassage[] {
  return notes.flatMap((note) => {
    const { anchor, quote } = note;
    if (quote === undefined || anchor?.in?.path !== path) return [];
    const { before, after } = anchor;
    return passage(note, findPassage(text, quote, { before, after, ...(anchor.in.at !== undefined && { at: anchor.in.at }) }));
  });
}

function passage(note: Note, placing: Placing | undefined): NotePassage[] {
  if (placing === undefined) return note.anchor === undefined ? [] : [{ note, state: 'lost' }];
  if (note.anchor === undefined && placing.similarity < 1) return [];
  return [{ note, state: placing.similarity < 1 ? 'moved' : 'found', ...placing }];
}

/** The file's text with what stands under its notes blotted out: a quotation is not its own passage. Places stay what they are. */
export function withoutNotes({ text, sections }: SourceFile): string {
  const notes = sections.filter(({ role }) => role === 'notes');
  return notes.reduce((whole, { body }) => whole.slice(0, body.start) + '\0'.repeat(body.end - body.start) + whole.slice(body.end), text);
}
