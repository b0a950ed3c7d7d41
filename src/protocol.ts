/** What the host and web views say to each other: types only. Sources are named by numbers that mean nothing outside of one view. */
import type { Run } from './core/formattedRuns';

export type { Run, RunLook } from './core/formattedRuns';


/** A field to look at: its name for a person, why, and what its reader offers for it. */
export type RowDoubt = { readonly field: string; readonly name: string; readonly why: string; readonly offer?: string };

/** The cells of a row that can be edited in place, by field of CSL. */
export type EditableCell = 'author' | 'issued' | 'title' | 'container-title' | 'type';

/** One source in the table of review. `sure` from 0 to 1; `fresh`: it came in with the paste for which the table was opened. */
export type ReviewRow = {
  readonly id: number;
  readonly key: string;
  readonly cells: { readonly [C in EditableCell]: string };
  readonly sure: number;
  readonly doubts: readonly RowDoubt[];
  readonly warnings: readonly string[];
  readonly hasPaste: boolean;
  readonly fresh: boolean;
};

/** What the host says to the table: rows that are new or changed, those that are gone; why an edit was refused; what was done. */
export type ToReviewTable =
  | { readonly kind: 'rows'; readonly rows: readonly ReviewRow[]; readonly gone: readonly number[]; readonly types: readonly (readonly [string, string])[]; readonly hasFresh: boolean }
  | { readonly kind: 'refused'; readonly id: number; readonly cell: EditableCell; readonly why: string }
  | { readonly kind: 'done'; readonly message: string; readonly canUndo: boolean };

/** What the table asks of the host. */
export type FromReviewTable =
  | { readonly kind: 'ready' }
  | { readonly kind: 'edit'; readonly id: number; readonly cell: EditableCell; readonly text: string }
  | { readonly kind: 'take'; readonly id: number; readonly field: string }
  | { readonly kind: 'open' | 'showInPaste'; readonly id: number }
  | { readonly kind: 'accept' | 'delete'; readonly ids: readonly number[] }
  | { readonly kind: 'undo' };

/** An entry of a reference list as it is shown. */
export type ListedReference = { readonly number: string; readonly runs: readonly Run[] };

/** A formatted reference list: what it is of, in which style, what is shown and what is copied; `unknown` are keys that no source has. `said` tells why there is none, and what was done. */
export type ToReferenceList = {
  readonly kind: 'list'; readonly heading: string; readonly style: string; readonly entries: readonly ListedReference[]; readonly unknown: readonly string[];
  readonly text: string; readonly html: string; readonly said: string;
};

/** What the page of a reference list asks of the host. */
export type FromReferenceList = { readonly kind: 'ready' | 'chooseStyle' };
