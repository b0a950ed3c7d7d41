/** Tags as trees: `foreign-policy/hedging` stands under `foreign-policy`, whether or not that is a tag of any note. */

/** One tag: `name` is what stands behind the last slash, `depth` counts from 0. */
export type Branch = { readonly tag: string; readonly name: string; readonly depth: number; readonly children: readonly Branch[] };

/** A tag as a column: `isOpen` when its children stand behind it. */
export type Column = Omit<Branch, 'children'> & { readonly hasChildren: boolean; readonly isOpen: boolean };

/** How tags are ordered among their siblings. */
export const tagOrders = ['name', 'count'] as const;
export type TagOrder = (typeof tagOrders)[number];

type Growing = { readonly tag: string; readonly name: string; readonly depth: number; readonly children: Growing[] };

/** A tag and all above it: `a/b/c`, `a/b`, `a`. */
export function upwards(tag: string): readonly string[] {
  const all = [tag];
  for (let at = tag.lastIndexOf('/'); at > 0; at = tag.lastIndexOf('/', at - 1)) all.push(tag.slice(0, at));
  return all;
}

/** The trees of these tags, siblings in the given order. */
export function forestOf(tags: Iterable<string>, compare: (a: string, b: string) => number = byName): readonly Branch[] {
  const all = new Map<string, Growing>();
  const roots: Growing[] = [];
  const grow = (tag: string): Growing => {
    const known = all.get(tag);
    if (known !== undefined) return known;
    const slash = tag.lastIndexOf('/');
    const parent = slash > 0 ? grow(tag.slice(0, slash)) : undefined;
    const branch: Growing = { tag, name: parent === undefined ? tag : tag.slice(slash + 1), depth: (parent?.depth ?? -1) + 1, children: [] };
    (parent?.children ?? roots).push(branch);
    all.set(tag, branch);
    return branch;
  };
  for (const tag of tags) grow(tag);
  for (const { children } of [{ children: roots }, ...all.values()]) children.sort((a, b) => compare(a.tag, b.tag));
  return roots;
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
const byName = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : 1);

/** By name, or the most used first. `countOf` tells how often a tag was used, with what stands under it. */
export function tagComparer(order: TagOrder, countOf: (tag: string) => number): (a: string, b: string) => number {
  return order === 'name' ? byName : (a, b) => countOf(b) - countOf(a) || byName(a, b);
}

/** The trees as columns from left to right, without what stands under a closed tag. */
export function columnsOf(forest: readonly Branch[], closed: ReadonlySet<string>): readonly Column[] {
  const columns: Column[] = [];
  const visit = ({ children, ...branch }: Branch): void => {
    const isOpen = children.length > 0 && !closed.has(branch.tag);
    columns.push({ ...branch, hasChildren: children.length > 0, isOpen });
    if (isOpen) for (const child of children) visit(child);
  };
  for (const root of forest) visit(root);
  return columns;
}
