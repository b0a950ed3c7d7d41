/** What another program’s file holds, in our words, before it is decided where it goes. */
import type { TagEntry } from '../notes/codebook';
import type { Problem } from '../problem';
import type { Item, Note } from '../source';

/** A tag with what is said of it. */
export type IncomingTag = { readonly tag: string; readonly entry: TagEntry };

/**
 * A text with notes. `key` is the citation key that the file names, `item` what it says of the work, `text` what was coded. `ofNotes` gives the UUID under
 * which the file knows a note, so that one which went out from here is known again.
 */
export type IncomingSource = {
  readonly name: string;
  readonly key?: string;
  readonly item: Partial<Item>;
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly notes: readonly IncomingNote[];
};
export type IncomingNote = { readonly note: Note; readonly guid?: string };

export type Incoming = { readonly tags: readonly IncomingTag[]; readonly sources: readonly IncomingSource[]; readonly problems: readonly Problem[] };

/** A part that is small enough to go from one thread to another without holding either up: a tag, a source without its notes, or a note on the source before it. */
export type IncomingPart = { readonly tag: IncomingTag } | { readonly source: Omit<IncomingSource, 'notes'> } | { readonly note: IncomingNote };

/** The parts of a file, in an order in which they can be put together again. */
export type PartsRead = { readonly records: readonly IncomingPart[]; readonly problems: readonly Problem[] };

/** A file as it was chosen. */
export type IncomingFile = { readonly name: string; readonly bytes: Uint8Array };

export const nothingIncoming: Incoming = { tags: [], sources: [], problems: [] };
