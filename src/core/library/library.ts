/** The library as a value: all sources and the codebook. It is never changed, only replaced. */
import { resolveTag } from '../notes';
import type { Codebook } from '../notes';
import type { Item, Note } from '../source';

/**
 * One source of the library. `handle` names it in its library: its citation key, or something longer for a second
 * source with a key that is taken. `path` is its own file (`sources/<key>.md`), if it has one; `bibliography` the linked
 * bibliography that holds the record, if it is not ours. `item.abstract` is the text under “# Abstract”.
 */
export type Source = {
  readonly handle: string;
  readonly item: Item;
  readonly notes: readonly Note[];
  readonly path?: string;
  readonly bibliography?: string;
  /** Files that hold only one coder’s notes on it, `sources/<key>.<coder>.md`; those notes stand in `notes` as well. */
  readonly coderFiles?: readonly CoderFile[];
  /** What others noted, while one codes blind: it stands in no view, and is there to be compared. */
  readonly hidden?: readonly Note[];
};

/** A file of one coder’s notes. */
export type CoderFile = { readonly path: string; readonly coder: string };

export type Library = {
  readonly sources: ReadonlyMap<string, Source>;
  readonly codebook: Codebook;
};

/** A note with the source it belongs to. */
export type SourceNote = { readonly source: Source; readonly note: Note };

/** The files in which notes on a source may stand, its own first. */
export function noteFilesOf({ path, coderFiles = [] }: Source): readonly string[] {
  return [...(path === undefined ? [] : [path]), ...coderFiles.map((file) => file.path)];
}

/** Every tag that stands on a note, aliases resolved, with its notes; in the order of the alphabet. */
export function notesByTag(library: Library): ReadonlyMap<string, readonly SourceNote[]> {
  const byTag = new Map<string, SourceNote[]>();
  for (const source of library.sources.values()) {
    for (const note of source.notes) {
      // One for all tags of a note: views hold these by the hundred thousand.
      const noted: SourceNote = { source, note };
      for (const tag of new Set(note.tags.map((one) => resolveTag(one, library.codebook)))) {
        const list = byTag.get(tag);
        if (list === undefined) byTag.set(tag, [noted]);
        else list.push(noted);
      }
    }
  }
  return new Map([...byTag].sort((a, b) => a[0].localeCompare(b[0])));
}

/** Every tag that one may choose for a note: those in use, most used first, then those that only the codebook has. */
export function knownTags(library: Library): readonly string[] {
  const used = [...notesByTag(library)].sort((a, b) => b[1].length - a[1].length).map(([tag]) => tag);
  return [...new Set([...used, ...library.codebook.tags.keys()])];
}

/** The tags of a source: its own and those of its notes, aliases resolved. */
export function tagsOf(source: Source, library: Library): readonly string[] {
  const all = [...(source.item.tags ?? []), ...source.notes.flatMap((note) => note.tags)];
  return [...new Set(all.map((tag) => resolveTag(tag, library.codebook)))];
}
