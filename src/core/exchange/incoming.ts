/** What another program’s file holds, in our words, before it is decided where it goes. */
import type { TagEntry } from '../notes';
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

export const nothingIncoming: Incoming = { tags: [], sources: [], problems: [] };
