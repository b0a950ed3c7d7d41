/** Which note points at which. A target is written `key#id`. */
import type { Relation } from '../source';
import type { Library, SourceNote } from './library';

/** How a note is pointed at: the key of its source and its own id. */
export const targetOf = ({ source, note }: SourceNote): string | undefined => (note.id === undefined ? undefined : `${source.item.id}#${note.id}`);

/** All relations of a library: for each target those that point at it. */
export type Relations = { readonly notes: ReadonlyMap<string, SourceNote>; readonly incoming: ReadonlyMap<string, readonly (SourceNote & { readonly relation: Relation })[]> };

const known = new WeakMap<Library, Relations>();

/** The relations of a library, made once for each of its values. */
export function relationsIn(library: Library): Relations {
  let relations = known.get(library);
  if (relations === undefined) known.set(library, relations = gather(library));
  return relations;
}

function gather(library: Library): Relations {
  const notes = new Map<string, SourceNote>();
  const incoming = new Map<string, (SourceNote & { relation: Relation })[]>();
  for (const source of library.sources.values()) {
    for (const note of source.notes) {
      if (note.id !== undefined) notes.set(`${source.item.id}#${note.id}`, { source, note });
      for (const { relation, target } of note.links ?? []) {
        const list = incoming.get(target);
        if (list === undefined) incoming.set(target, [{ source, note, relation }]);
        else list.push({ source, note, relation });
      }
    }
  }
  return { notes, incoming };
}
