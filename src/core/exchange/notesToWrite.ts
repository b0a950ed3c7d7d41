/** What is written out: notes that were chosen, with their sources and the codebook; and what every form needs to say of them. */
import type { Library, SourceNote } from '../library';
import { locatorText, resolveTag } from '../notes';
import type { Codebook } from '../notes';
import type { Problem } from '../problem';
import { textHash } from '../hash';
import { authorsInBrief, kindOf, yearOf } from '../source';
import type { Item, Note } from '../source';

/** Notes in the order in which they are written, under a title. */
export type NotesToWrite = { readonly title: string; readonly notes: readonly SourceNote[]; readonly codebook: Codebook };

/** A file to write, and what could not be written as it stands. */
export type WrittenNotes = { readonly bytes: Uint8Array; readonly problems: readonly Problem[] };

/** The notes of one source, in their order. */
export type SourceNotes = { readonly source: SourceNote['source']; readonly notes: readonly Note[] };

/** The chosen notes source by source. */
export function bySource({ notes }: NotesToWrite): readonly SourceNotes[] {
  const groups = new Map<string, { readonly source: SourceNote['source']; readonly notes: Note[] }>();
  for (const { source, note } of notes) {
    const group = groups.get(source.handle);
    if (group === undefined) groups.set(source.handle, { source, notes: [note] });
    else group.notes.push(note);
  }
  return [...groups.values()];
}

/** All notes of a library, as they stand. */
export const allNotes = (library: Library): readonly SourceNote[] => [...library.sources.values()].flatMap((source) => source.notes.map((note) => ({ source, note })));

/** A note’s tags, aliases resolved, each once. */
export const tagsOfNote = ({ tags }: Note, codebook: Codebook): readonly string[] => [...new Set(tags.map((tag) => resolveTag(tag, codebook)))];

/** Every tag of these notes, in the order of the alphabet. */
export const tagsWritten = ({ notes, codebook }: NotesToWrite): readonly string[] =>
  [...new Set(notes.flatMap(({ note }) => tagsOfNote(note, codebook)))].sort((a, b) => a.localeCompare(b));

/** A work in one line: `Yuneman (2023): Kazakhstan’s Multi-Vector Foreign Policy`. */
export function workInBrief(item: Item): string {
  const year = yearOf(item);
  const who = [authorsInBrief(item), year === undefined ? '' : `(${year})`].filter((part) => part !== '').join(' ');
  return [who, item.title ?? ''].filter((part) => part !== '').join(': ') || item.id;
}

/** What the heading of a note says besides its tags: `p. 152 · against · claim`. */
export const saidOfNote = (note: Note): string =>
  [note.locator === undefined ? '' : locatorText(note.locator), note.stance ?? '', note.kind ?? ''].filter((part) => part !== '').join(' · ');

/** What names a note among all of its library, the same at every export: `lee2018#n7k3f9q2m`; a note without an id is named by what it says. */
export const nameOfNote = ({ source, note }: SourceNote): string =>
  `${source.item.id}#${note.id ?? `~${textHash(JSON.stringify([note.author, note.tags, kindOf(note), note.quote, note.text]))}`}`;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
