/** Codings: the notes that count, each with its tags as the codebook knows them. Everything in this room is reckoned from them. */
import { resolveTag } from '../notes';
import type { Codebook } from '../notes';
import type { Library, Source, SourceNote } from '../library/library';
import type { Note } from '../source';
import { upwards } from './forest';

/** One note with its source; `tags` with aliases resolved, each once, in the order in which they stand on the note. A note without tags has none. */
export type Coding = SourceNote & { readonly tags: readonly string[] };

/** The notes of a library, in the order of its sources; with `chosen`, those alone. */
export function codingsOf(library: Library, chosen?: ReadonlySet<Note>): readonly Coding[] {
  const resolve = resolverOf(library.codebook);
  return [...library.sources.values()].flatMap((source) => codingsIn(source, resolve)).filter(({ note }) => chosen === undefined || chosen.has(note));
}

/** The notes of one source; `resolve` gives the name of a tag. */
export function codingsIn(source: Source, resolve: (tag: string) => string): readonly Coding[] {
  return source.notes.map((note) => ({ source, note, tags: tagsOf(note, resolve) }));
}

/** What `resolveTag` does, asked once for each spelling. */
export function resolverOf(codebook: Codebook): (tag: string) => string {
  const names = new Map<string, string>();
  return (tag) => {
    let name = names.get(tag);
    if (name === undefined) names.set(tag, name = resolveTag(tag, codebook));
    return name;
  };
}

/** The tags of a note, each once. Most notes have one or two. */
function tagsOf({ tags }: Note, resolve: (tag: string) => string): readonly string[] {
  const resolved = tags.map(resolve);
  return resolved.length < 2 || (resolved.length === 2 && resolved[0] !== resolved[1]) ? resolved : [...new Set(resolved)];
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
