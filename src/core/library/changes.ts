/** What a change of the library came to, as data: what was written, how to take it back, what could not be done. */
import { changedOutside, notWritable } from '../problem';
import type { Problem } from '../problem';
import type { Note, TextEdit } from '../source';
import type { AddStep } from './adding';
import type { WriteResult } from './files';
import type { Source } from './library';
import type { Sameness } from '../sameness';
import type { SourceFile } from './sourceFile';

/** Decides the edits of a file that was just read; undefined when nothing is to be done. */
export type Decide = (file: SourceFile) => readonly TextEdit[] | undefined;

/** Picks a note among those of a file or of the library. */
export type FindNote = (placed: { readonly note: Note }) => boolean;

/**
 * Something that asks whether to go on, and is told how far the work is (0 to 1). `apart`: each record becomes a source of
 * its own, even of a work that is there.
 */
export type Work = { readonly signal?: AbortSignal; readonly progress?: (done: number) => void; readonly apart?: boolean };

/** What comes in from another program: a new source's whole text, or notes (as they are, with their ids and authors) and tags for one that is there. */
export type TakeStep =
  | { readonly kind: 'create'; readonly key: string; readonly text: string }
  | { readonly kind: 'notes'; readonly source: Source; readonly notes: readonly Note[]; readonly tags: readonly string[] };

/** How to take one write back. */
export type UndoStep =
  | { readonly kind: 'created'; readonly path: string; readonly version: string }
  | { readonly kind: 'changed'; readonly path: string; readonly version: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'removed'; readonly path: string; readonly text: string };

/** What a change came to: how to undo what was written, and what could not be. */
export type Change = { readonly undo: readonly UndoStep[]; readonly problems: readonly Problem[] };

/** What came of a paste: the keys of new, completed and already known sources. */
export type Added = Change & {
  readonly added: readonly string[];
  readonly merged: readonly string[];
  readonly known: readonly string[];
  /** What became of each record, in their order; fewer than there were records when the work was stopped. */
  readonly outcomes: readonly Outcome[];
};

/** What became of one record: the key of its source, why it was taken for a work that was there, and how to take it back. */
export type Outcome = { readonly kind: AddStep['kind']; readonly key: string; readonly sameness?: Sameness; readonly change: Change };

/** Nothing was to be done. */
export const nothing: Change = { undo: [], problems: [] };

/** A write that was refused, as a sentence. */
export function failure(path: string, result: Extract<WriteResult, { ok: false }>): Problem {
  return result.why === 'changed' ? changedOutside(path) : notWritable(path, result.reason);
}

/** All outcomes of a paste as one. A key that was added and completed counts as added. */
export function summaryOf(outcomes: readonly Outcome[]): Added {
  const keysOf = (kind: AddStep['kind']): Set<string> => new Set(outcomes.filter((one) => one.kind === kind && one.change.problems.length === 0).map(({ key }) => key));
  const [added, merged, known] = [keysOf('create'), keysOf('merge'), keysOf('known')];
  return {
    undo: outcomes.flatMap(({ change }) => change.undo),
    problems: outcomes.flatMap(({ change }) => change.problems),
    added: [...added],
    merged: [...merged].filter((key) => !added.has(key)),
    known: [...known].filter((key) => !added.has(key) && !merged.has(key)),
    outcomes,
  };
}
