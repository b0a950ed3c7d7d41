/** The tags of a library as a tree: `a/b` stands below `a`, whether or not `a` stands on a note itself. */
import { notesByTag } from '../library/library';
import type { Library, Source, SourceNote } from '../library/library';
import { resolveTag, tagFrom } from '../notes';
import type { TagEntry } from '../notes';
import { colourOf } from './colour';

/**
 * One tag. `name` is its last part. `notes` carry the tag itself, `sources` have it as a tag of their own. `notesWithin` and
 * `papersWithin` count those of the tags below too, each note and each source once. `colour` is `#RRGGBB`, its own or a wider tag's.
 */
export type TagNode = {
  readonly tag: string;
  readonly name: string;
  readonly colour?: string;
  readonly entry?: TagEntry;
  readonly notes: readonly SourceNote[];
  readonly sources: readonly Source[];
  readonly notesWithin: number;
  readonly papersWithin: number;
  readonly children: readonly TagNode[];
};

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** Every tag of a library's notes, sources and codebook, the widest first level, each level in the order of the alphabet. */
export function tagTree(library: Library): readonly TagNode[] {
  const byTag = notesByTag(library);
  const own = sourcesByTag(library);
  const names = new Set([...byTag.keys(), ...own.keys(), ...library.codebook.tags.keys()].flatMap(withWider));
  const below = new Map<string, string[]>();
  for (const tag of names) below.set(widerOf(tag), [...below.get(widerOf(tag)) ?? [], tag]);
  const nodesOf = (wider: string): Counted[] => (below.get(wider) ?? []).sort(collator.compare).map((tag) => {
    const entry = library.codebook.tags.get(tag);
    const colour = colourOf(tag, library.codebook);
    return counted({
      tag, name: tag.slice(tag.lastIndexOf('/') + 1), notes: byTag.get(tag) ?? [], sources: own.get(tag) ?? [],
      ...(entry && { entry }), ...(colour !== undefined && { colour }),
    }, nodesOf(tag));
  });
  return nodesOf('').map(({ node }) => node);
}

type Counted = { readonly node: TagNode; readonly notes: ReadonlySet<unknown>; readonly papers: ReadonlySet<string> };

function counted(tag: Omit<TagNode, 'notesWithin' | 'papersWithin' | 'children'>, children: readonly Counted[]): Counted {
  const notes = new Set<unknown>(tag.notes.map(({ note }) => note));
  const papers = new Set([...tag.notes.map(({ source }) => source.handle), ...tag.sources.map(({ handle }) => handle)]);
  for (const child of children) {
    for (const note of child.notes) notes.add(note);
    for (const paper of child.papers) papers.add(paper);
  }
  const node = { ...tag, notesWithin: notes.size, papersWithin: papers.size, children: children.map((child) => child.node) };
  return { node, notes, papers };
}

/** The tag that a tag stands below; empty for one of the first level. */
export const widerOf = (tag: string): string => tag.slice(0, Math.max(0, tag.lastIndexOf('/')));

/** A tag and every wider one, the widest first. Empty parts, as in `a//b`, count as part of a name. */
function withWider(tag: string): string[] {
  const wider = widerOf(tag);
  return wider === '' ? [tag] : [...withWider(wider), tag];
}

/** The sources that have each tag as their own, aliases resolved. */
function sourcesByTag({ sources, codebook }: Library): ReadonlyMap<string, readonly Source[]> {
  const byTag = new Map<string, Source[]>();
  for (const source of sources.values()) {
    const tags = (source.item.tags ?? []).map(tagFrom).filter((tag) => tag !== '');
    for (const tag of new Set(tags.map((one) => resolveTag(one, codebook)))) {
      const list = byTag.get(tag);
      if (list === undefined) byTag.set(tag, [source]);
      else list.push(source);
    }
  }
  return byTag;
}

/** The node of a tag in a tree, or undefined. */
export function nodeOf(tree: readonly TagNode[], tag: string): TagNode | undefined {
  for (const node of tree) {
    if (node.tag === tag) return node;
    if (tag.startsWith(`${node.tag}/`)) return nodeOf(node.children, tag);
  }
  return undefined;
}
