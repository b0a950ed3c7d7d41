/** Which quotations of several coders are one passage: they overlap in the text, or say the same where they cannot be found in it. */
import { findQuote } from '../notes';
import type { Note, Span } from '../source';

/** One passage and the notes on it, in the order in which they stand. `text`: what the first of them quotes. */
export type Passage = { readonly text: string; readonly notes: readonly Note[] };

/** How much of the shorter of two quotations must lie in the other to make them one passage. */
const share = 0.5;

type Placed = { readonly note: Note; readonly span: Span };
type Group = { readonly placed: Placed[]; end: number };

/**
 * The passages that notes quote from one text. A passage is as long as quotations overlap by half of the shorter one; a chain of
 * overlaps is one passage.
 */
export function passagesOf(text: string, notes: readonly Note[]): readonly Passage[] {
  const quoting = notes.filter((note) => note.quote !== undefined);
  const places = quoting.map((note) => ({ note, span: findQuote(text, note.quote as string, note.anchor) }));
  const placed = places.filter((one): one is Placed => one.span !== undefined).sort((a, b) => a.span.start - b.span.start);
  return [...overlapping(placed), ...alike(places.filter(({ span }) => span === undefined).map(({ note }) => note))];
}

function overlapping(placed: readonly Placed[]): readonly Passage[] {
  const groups: Group[] = [];
  for (const one of placed) {
    const group = groups.findLast(({ end, placed: others }) => end > one.span.start && others.some((other) => isSamePassage(other.span, one.span)));
    if (group === undefined) groups.push({ placed: [one], end: one.span.end });
    else {
      group.placed.push(one);
      group.end = Math.max(group.end, one.span.end);
    }
  }
  return groups.map((group) => passage(group.placed.map(({ note }) => note)));
}

/** Do two stretches share at least half of the shorter one? */
export function isSamePassage(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common > 0 && common >= share * Math.min(a.end - a.start, b.end - b.start);
}

function alike(notes: readonly Note[]): readonly Passage[] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = (note.quote ?? '').normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [note]);
    else group.push(note);
  }
  return [...groups.values()].map(passage);
}

const passage = (notes: readonly Note[]): Passage => ({ text: notes[0]?.quote ?? '', notes });
