/** The map of relations: notes that support, attack or qualify each other. */
import type { Relation } from '../source';
import type { Coding } from './coding';

/** `from` and `to` are places in `nodes`. */
export type Edge = { readonly from: number; readonly to: number; readonly relation: Relation };

/** A relation whose other end is not among the notes: it was deleted, or isn’t shown. */
export type LostEnd = { readonly from: Coding; readonly target: string; readonly relation: Relation };

/** The notes that stand in a relation, in the order of the codings. */
export type RelationMap = { readonly nodes: readonly Coding[]; readonly edges: readonly Edge[]; readonly lost: readonly LostEnd[] };

/** The relations among these notes. A target reads `key#id`, or `#id` or `id` for a note of the same source. */
export function relationsOf(codings: readonly Coding[]): RelationMap {
  const byName = new Map<string, Coding>();
  for (const coding of codings) if (coding.note.id !== undefined) byName.set(`${coding.source.item.id}#${coding.note.id}`, coding);
  const found: { readonly from: Coding; readonly to: Coding; readonly relation: Relation }[] = [];
  const lost: LostEnd[] = [];
  for (const from of codings) {
    for (const { relation, target } of from.note.links ?? []) {
      const to = byName.get(wholeName(target, from));
      if (to === undefined) lost.push({ from, target, relation });
      else found.push({ from, to, relation });
    }
  }
  const ends = new Set(found.flatMap(({ from, to }) => [from, to]));
  const nodes = codings.filter((coding) => ends.has(coding));
  const places = new Map(nodes.map((coding, index) => [coding, index]));
  const edges = found.map(({ from, to, relation }) => ({ from: places.get(from) as number, to: places.get(to) as number, relation }));
  return { nodes, edges, lost };
}

function wholeName(target: string, { source }: Coding): string {
  const hash = target.lastIndexOf('#');
  return hash > 0 ? target : `${source.item.id}#${target.slice(hash + 1)}`;
}
