/** Co-occurrence: which tags are met together, how often and where. Every count is symmetric. */
import type { Source } from '../library/library';
import { findQuote } from '../notes';
import type { Span } from '../source';
import type { Coding } from './coding';

/**
 * Where two tags must meet to be counted together: on one note; on passages that share some of their text (a note’s own
 * tags meet there too); anywhere on one source.
 */
export const meetings = ['note', 'passage', 'source'] as const;
export type Meeting = (typeof meetings)[number];

/** `counts[i][j]`: how often the i-th and the j-th tag meet; on the diagonal, on how many notes or sources the tag stands. */
export type Togetherness = { readonly tags: readonly string[]; readonly counts: readonly (readonly number[])[] };

/** How often each two of `tags` meet. Tags count as they stand on the codings: fold them ({@link folded}) where one is to stand for all under it. */
export function togethernessOf(codings: readonly Coding[], within: Meeting, tags: readonly string[]): Togetherness {
  const places = new Map(tags.map((tag, index) => [tag, index]));
  const counts = tags.map(() => new Array<number>(tags.length).fill(0));
  const meet = (own: Iterable<number>, others: Iterable<number>): void => pairsOf(own, others, (a, b) => { (counts[a] as number[])[b] = ((counts[a] as number[])[b] as number) + 1; });
  const placesOf = (coding: Coding): number[] => coding.tags.flatMap((tag) => places.get(tag) ?? []);
  if (within === 'note') for (const coding of codings) meet(placesOf(coding), []);
  else if (within === 'source') for (const one of bySource(codings).values()) meet(new Set(one.flatMap(placesOf)), []);
  else for (const one of bySource(codings).values()) meetInPassages(one, placesOf, meet);
  return { tags, counts };
}

/** Tells each ordered pair of what is met: the own among themselves, and with the others, once. */
function pairsOf(own: Iterable<number>, others: Iterable<number>, tell: (a: number, b: number) => void): void {
  const mine = new Set(own);
  for (const a of mine) {
    for (const b of mine) tell(a, b);
    for (const b of others) {
      if (mine.has(b)) continue;
      tell(a, b);
      tell(b, a);
    }
  }
}

/** Goes through the passages of a source from the start of its text: each meets those that have begun and not ended. */
function meetInPassages(codings: readonly Coding[], placesOf: (coding: Coding) => number[], meet: (own: Iterable<number>, others: Iterable<number>) => void): void {
  const placed = placedOf(codings);
  const active = new Map<number, number>();
  const add = (coding: Coding, by: number): void => {
    for (const place of placesOf(coding)) {
      const left = (active.get(place) ?? 0) + by;
      if (left > 0) active.set(place, left);
      else active.delete(place);
    }
  };
  const ends = [...placed].sort((a, b) => a.span.end - b.span.end);
  let ended = 0;
  for (const { coding, span } of placed) {
    for (let one = ends[ended]; one !== undefined && one.span.end <= span.start; one = ends[ended]) {
      add(one.coding, -1);
      ended += 1;
    }
    meet(placesOf(coding), [...active.keys()]);
    add(coding, 1);
  }
  const there = new Set(placed.map(({ coding }) => coding));
  for (const coding of codings) if (!there.has(coding)) meet(placesOf(coding), []);
}

type Placed = { readonly coding: Coding; readonly span: Span };

/** Those codings of one source that quote its abstract, by where the quotation begins. */
function placedOf(codings: readonly Coding[]): readonly Placed[] {
  return codings.flatMap((coding) => {
    const { source: { item: { abstract } }, note: { quote, anchor } } = coding;
    const span = abstract === undefined || quote === undefined ? undefined : findQuote(abstract, quote, anchor);
    return span === undefined || span.end <= span.start ? [] : [{ coding, span }];
  }).sort((a, b) => a.span.start - b.span.start);
}

function bySource(codings: readonly Coding[]): ReadonlyMap<Source, readonly Coding[]> {
  const all = new Map<Source, Coding[]>();
  for (const coding of codings) {
    const list = all.get(coding.source);
    if (list === undefined) all.set(coding.source, [coding]);
    else list.push(coding);
  }
  return all;
}

/** A place where two tags meet: the notes that bring them, one or two or, on a source, all; and the text that their passages share. */
export type Shared = { readonly codings: readonly Coding[]; readonly text?: string };

/** The places where two tags meet, in the order of the codings; at most `most`. */
export function sharedBy(codings: readonly Coding[], within: Meeting, a: string, b: string, most: number): readonly Shared[] {
  const has = (coding: Coding, tag: string): boolean => coding.tags.includes(tag);
  const ofEither = codings.filter((coding) => has(coding, a) || has(coding, b));
  const both = ofEither.filter((coding) => has(coding, a) && has(coding, b)).map((coding): Shared => ({ codings: [coding] }));
  if (within === 'note' || (a === b && within === 'passage')) return both.slice(0, most);
  const sources = [...bySource(ofEither).values()].filter((one) => one.some((coding) => has(coding, a)) && one.some((coding) => has(coding, b)));
  if (within === 'source') return sources.map((one) => ({ codings: one })).slice(0, most);
  return [...both, ...overlaps(sources, (one, other) => (has(one, a) && has(other, b)) || (has(one, b) && has(other, a)), most)].slice(0, most);
}

/** Pairs of notes whose passages share text. */
function overlaps(sources: readonly (readonly Coding[])[], isPair: (one: Coding, other: Coding) => boolean, most: number): readonly Shared[] {
  const found: Shared[] = [];
  for (const codings of sources) {
    const placed = placedOf(codings);
    for (const [index, { coding, span }] of placed.entries()) {
      for (let next = index + 1; found.length < most; next += 1) {
        const other = placed[next];
        if (other === undefined || other.span.start >= span.end) break;
        if (!isPair(coding, other.coding)) continue;
        const text = (coding.source.item.abstract ?? '').slice(other.span.start, Math.min(span.end, other.span.end));
        found.push({ codings: [coding, other.coding], text });
      }
    }
  }
  return found;
}
