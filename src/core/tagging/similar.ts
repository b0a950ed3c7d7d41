/**
 * Tags that may be spellings of one. Equal letters are sure; equal words without their endings and fillers are a guess; tags in
 * different languages are only found by the codebook's labels. Nothing is merged by itself.
 */
import { resolveTag } from '../notes';
import type { Codebook } from '../notes';
import { fillers, plain, stem, wordsOf } from './words';
import { widerOf } from './tagTree';
import type { TagNode } from './tagTree';

/** Why two tags look like one: `letters` but for case, marks and hyphens; a `label` of the other; the same `words`. */
export const likenesses = ['letters', 'label', 'words'] as const;
export type Likeness = (typeof likenesses)[number];

/** A tag that may be merged into another, which is the better known of the two. */
export type SimilarTag = { readonly from: string; readonly to: string; readonly why: Likeness };

/** The keys by which a spelling is compared, of each likeness. */
const keysOf: { readonly [L in Exclude<Likeness, 'label'>]: (spelling: string) => readonly string[] } = {
  letters: (spelling) => [plain(spelling).split('/').map((part) => wordsOf(part).join('')).join('/')],
  words: (spelling) => {
    const last = spelling.slice(spelling.lastIndexOf('/') + 1);
    const stems = wordsOf(plain(last)).map(stem);
    const telling = stems.filter((word) => !fillers.has(word));
    const kept = telling.length > 0 ? telling : stems;
    return [kept.join(''), [...new Set(kept)].sort().join(' ')];
  },
};

/** Pairs of tags of a tree that look alike, the sure ones first; each tag is offered for merging once. */
export function similarTags(tree: readonly TagNode[], codebook: Codebook): readonly SimilarTag[] {
  const nodes = [...flat(tree)].filter((node) => node.papersWithin > 0 || node.entry !== undefined).sort(betterKnown);
  const found = new Map<string, SimilarTag>();
  const offer = (from: string, to: string, why: Likeness): void => {
    if (!found.has(from) && endOf(found, to) !== from && mayBeOne(from, to)) found.set(from, { from, to, why });
  };
  offerByKey(nodes, keysOf.letters, (from, to) => offer(from, to, 'letters'));
  offerByLabel(nodes, codebook, (from, to) => offer(from, to, 'label'));
  offerByKey(nodes, keysOf.words, (from, to) => offer(from, to, 'words'));
  return [...found.values()].map((pair) => ({ ...pair, to: endOf(found, pair.to) }))
    .sort((a, b) => likenesses.indexOf(a.why) - likenesses.indexOf(b.why) || (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}

/** Where a tag goes in the end, when what it goes into goes on. */
function endOf(found: ReadonlyMap<string, SimilarTag>, tag: string): string {
  const next = found.get(tag);
  return next === undefined ? tag : endOf(found, next.to);
}

function* flat(tree: readonly TagNode[]): Iterable<TagNode> {
  for (const node of tree) {
    yield node;
    yield* flat(node.children);
  }
}

/** What the codebook describes is better known than what it doesn't, then what stands on more notes. */
const betterKnown = (a: TagNode, b: TagNode): number =>
  Number(b.entry !== undefined) - Number(a.entry !== undefined) || b.notesWithin - a.notesWithin || a.tag.length - b.tag.length || (a.tag < b.tag ? -1 : 1);

/** A tag and one below it were told apart on purpose, and so were narrower tags of two wider ones. */
function mayBeOne(one: string, other: string): boolean {
  if (one.startsWith(`${other}/`) || other.startsWith(`${one}/`)) return false;
  const [wider, others] = [widerOf(one), widerOf(other)];
  return wider === others || wider === '' || others === '';
}

function offerByKey(nodes: readonly TagNode[], keys: (spelling: string) => readonly string[], offer: (from: string, to: string) => void): void {
  const first = new Map<string, string>();
  for (const { tag } of nodes) {
    for (const key of new Set(keys(tag))) {
      if (key === '') continue;
      const known = first.get(key);
      if (known === undefined) first.set(key, tag);
      else offer(tag, known);
    }
  }
}

/** Labels are written with spaces, tags with hyphens: their letters are compared. */
function offerByLabel(nodes: readonly TagNode[], codebook: Codebook, offer: (from: string, to: string) => void): void {
  const named = new Map<string, string>();
  for (const [tag, { label = {} }] of codebook.tags) {
    for (const word of Object.values(label)) {
      const key = keysOf.letters(word)[0] as string;
      if (key !== '' && !named.has(key)) named.set(key, tag);
    }
  }
  for (const { tag } of nodes) {
    const to = named.get(keysOf.letters(tag.slice(tag.lastIndexOf('/') + 1))[0] as string);
    if (to !== undefined) offer(tag, resolveTag(to, codebook));
  }
}
