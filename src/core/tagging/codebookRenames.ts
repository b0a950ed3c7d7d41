/** Tags that one side of a merge has renamed while the other went on under the old name. */
import type { Codebook } from '../notes';

/** Old names to new ones. */
export type Renames = ReadonlyMap<string, string>;

/**
 * The entries that `side` renamed since `base` and that `other` still has: the new name has the old one, or that of a wider tag, as an alias, and was nowhere before. What was merged
 * into another tag, or renamed by both, is not among them.
 */
export function renamesOf(base: Codebook, side: Codebook, other: Codebook): Renames {
  const moves = new Map([...side.tags].flatMap(([tag, { aliases = [] }]) => aliases.filter((alias) => !side.tags.has(alias)).map((alias) => [alias, tag] as const)));
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  for (const old of base.tags.keys()) {
    const name = movedBy(old, moves);
    const isRename = name !== old && side.tags.has(name) && !side.tags.has(old) && other.tags.has(old) && !base.tags.has(name) && !other.tags.has(name) && !taken.has(name);
    if (!isRename) continue;
    renames.set(old, name);
    taken.add(name);
  }
  return renames;
}

/** Where a tag goes when the narrowest of it and the wider ones that moves does. */
export function movedBy(tag: string, moves: Renames): string {
  for (let end = tag.length; end > 0; end = tag.lastIndexOf('/', end - 1)) {
    const to = moves.get(tag.slice(0, end));
    if (to !== undefined) return to + tag.slice(end);
  }
  return tag;
}

/** The codebook with its entries under their new names. */
export function renamed(codebook: Codebook, renames: Renames): Codebook {
  return renames.size === 0 ? codebook : { ...codebook, tags: new Map([...codebook.tags].map(([tag, entry]) => [renames.get(tag) ?? tag, entry])) };
}
