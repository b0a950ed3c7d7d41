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

/**
 * Keys that relations name and no source has, each with the key under which the notes they mean stand now: what a renaming that was cut short, or
 * made by another program, leaves behind. A note’s id is never used again, so it says where the note went; a key whose notes went to several is left out.
 */
export function movedKeys(library: Library): ReadonlyMap<string, string> {
  const { notes, incoming } = relationsIn(library);
  const lost = [...incoming.keys()].map(partsOf).filter(({ key, id }) => key !== '' && id !== '' && !library.sources.has(key));
  if (lost.length === 0) return new Map();
  const homes = onlyOnes([...notes.keys()].map(partsOf).map(({ key, id }) => [id, key]));
  return onlyOnes(lost.flatMap(({ key, id }) => { const now = homes.get(id); return now === undefined ? [] : [[key, now]]; }));
}

function partsOf(target: string): { readonly key: string; readonly id: string } {
  const [key = '', id = ''] = target.split('#');
  return { key, id };
}

/** Of pairs those of which the first is never paired with something else. */
function onlyOnes(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  for (const [one, other] of pairs) found.set(one, found.has(one) && found.get(one) !== other ? undefined : other);
  return new Map([...found].flatMap(([one, other]) => (other === undefined ? [] : [[one, other] as const])));
}
