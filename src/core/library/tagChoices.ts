/** The tags of a library to choose from when a note is taken. */
import type { TagChoice } from '../notes';
import { knownTags, notesByTag } from './library';
import type { Library } from './library';

const made = new WeakMap<Library, readonly TagChoice[]>();

/** Every tag in use or in the codebook, most used first, with the other names that the codebook gives it. */
export function tagChoices(library: Library): readonly TagChoice[] {
  const known = made.get(library) ?? choicesOf(library);
  made.set(library, known);
  return known;
}

function choicesOf(library: Library): readonly TagChoice[] {
  const notes = notesByTag(library);
  return knownTags(library).map((tag) => {
    const entry = library.codebook.tags.get(tag);
    const also = [...new Set([...Object.values(entry?.label ?? {}), ...(entry?.aliases ?? [])])].filter((name) => name !== tag);
    return { tag, also, notes: notes.get(tag)?.length ?? 0, ...(entry?.definition !== undefined && { definition: entry.definition }) };
  });
}
