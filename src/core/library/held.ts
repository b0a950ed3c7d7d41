/**
 * What is held of a source file once it was read: what it says, without its text and without the places of what stands in it.
 * Whoever needs those reads the file again (`LibraryStore.fileAt`).
 */
import type { Problem } from '../problem';
import type { Item, Note, Relation, Span } from '../source';
import { lineStarts } from '../lineStarts';
import type { Packing } from './packing';
import { commentSpan } from './relating';
import { sharedItem, sharedNote } from './sharing';
import { reviewProblems } from './reviewing';
import type { Frozen, SourceFile } from './sourceFile';

/** What the library remembers of a source file. Its strings are its own: none keeps the text of the file alive. */
export type HeldFile = {
  readonly path: string;
  readonly version: string;
  readonly item: Item;
  readonly notes: readonly Note[];
  /** The line of each note’s heading, counted from 0. */
  readonly lines: readonly number[];
  /** How many texts it keeps under “As pasted”. */
  readonly pasted: number;
  readonly frozen?: Frozen;
  /** It says no type: it carries notes on what something else records. */
  readonly typeless?: true;
  /** Where its key stands. */
  readonly id?: Span;
  /** What is wrong with it as a file, and what is to be looked at in its record. */
  readonly problems: readonly Problem[];
  readonly reviews: readonly Problem[];
  /** Where its notes point, and where they say so. */
  readonly links: readonly PlacedLink[];
  /** Where each of its lines begins; only where there is something to show in its place. */
  readonly starts?: LineStarts;
};

/** A relation of a note, with the place that says so. `target` is `key#id`. */
export type PlacedLink = { readonly relation: Relation; readonly target: string; readonly span: Span };

/** Where each line of a text begins, in UTF-16 code units. */
export type LineStarts = ArrayLike<number>;

const none: readonly never[] = [];
const listOf = <T>(all: readonly T[]): readonly T[] => (all.length === 0 ? none : all);

/** What is held of a file that was read; with `packing`, its long texts are packed. */
export function held(path: string, version: string, file: SourceFile, packing?: Packing): HeldFile {
  const { frozen, entries, pasted } = file;
  const id = entries.find(({ key }) => key === 'id')?.span;
  const own = detached({ item: file.item, notes: file.notes.map(({ note }) => note), problems: file.problems, reviews: reviewProblems(file), links: linksIn(file) });
  const item = sharedItem(own.item);
  const notes = own.notes.map(sharedNote);
  const starts = lineStarts(file.text);
  const placing = own.problems.length + own.reviews.length + own.links.length > 0;
  return {
    path, version, item: packing?.item(item) ?? item, notes: listOf(packing === undefined ? notes : notes.map((note) => packing.note(note))), lines: listOf(linesAt(file.notes.map(({ span }) => span.start), starts)), pasted: pasted.length,
    ...(frozen && { frozen }), ...(!entries.some(({ key }) => key === 'type') && { typeless: true }), ...(id && { id: { start: id.start, end: id.end } }),
    problems: listOf(own.problems), reviews: listOf(own.reviews), links: listOf(own.links), ...(placing && { starts: Uint32Array.from(starts) }),
  };
}

/**
 * The same value, holding on to nothing that it was read from: a piece of a text keeps the whole text alive in the engines we know.
 * What goes through JSON comes back in strings of its own, each no wider than it must be.
 */
export function detached<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function linksIn(file: SourceFile): readonly PlacedLink[] {
  return file.notes.flatMap((placed) =>
    (placed.note.links ?? []).map(({ relation, target }) => ({ relation, target, span: commentSpan(file, placed) ?? placed.heading })));
}

/** The lines in which ascending places stand, counted from 0. */
function linesAt(places: readonly number[], starts: readonly number[]): number[] {
  let line = 0;
  return places.map((place) => {
    while (line + 1 < starts.length && starts[line + 1]! <= place) line += 1;
    return line;
  });
}
