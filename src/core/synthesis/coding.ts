/** Codings: the notes that count, each with its tags as the codebook knows them. Everything in this room is reckoned from them. */
import type { Codebook } from '../notes';
import type { Library, SourceNote } from '../library/library';
import type { Note } from '../source';
import { upwards } from './forest';

/** One note with its source; `tags` with aliases resolved, each once, in the order in which they stand on the note. A note without tags has none. */
export type Coding = SourceNote & { readonly tags: readonly string[] };

/** The notes of a library, in the order of its sources; with `chosen`, those alone. */
export function codingsOf(library: Library, chosen?: ReadonlySet<Note>): readonly Coding[] {
  const resolve = resolverOf(library.codebook);
  const codings: Coding[] = [];
  for (const source of library.sources.values()) {
    for (const note of source.notes) {
      if (chosen === undefined || chosen.has(note)) codings.push({ source, note, tags: [...new Set(note.tags.map(resolve))] });
    }
  }
  return codings;
}

/** What `resolveTag` does, for many tags: the codebook is gone through once. */
function resolverOf({ tags }: Codebook): (tag: string) => string {
  const names = new Map<string, string>();
  for (const [name, { aliases = [] }] of tags) {
    for (const spelling of [name, ...aliases].map((one) => one.toLowerCase())) if (!names.has(spelling)) names.set(spelling, name);
  }
  return (tag) => (tags.has(tag) ? tag : names.get(tag.toLowerCase()) ?? tag);
}

/** The codings as if each tag under a closed one were the closed one: what a picture counts that shows no more of them. */
export function folded(codings: readonly Coding[], closed: ReadonlySet<string>): readonly Coding[] {
  if (closed.size === 0) return codings;
  const fold = (tag: string): string => upwards(tag).findLast((one) => closed.has(one)) ?? tag;
  return codings.map((coding) => {
    const tags = [...new Set(coding.tags.map(fold))];
    return tags.every((tag, index) => tag === coding.tags[index]) && tags.length === coding.tags.length ? coding : { ...coding, tags };
  });
}
