/** What a paste was and what became of it, as the feature that pastes hands it to the one that shows it. */
import type { Outcome } from '../core/library';
import type { ReadRecord } from '../core/parsing';
import type { Home } from './libraries';

/** One text with the records read from it; `name` of the file it came from. */
export type PastedText = { readonly text: string; readonly records: readonly ReadRecord[]; readonly name?: string };

/** The texts of one paste; `outcomes` in the order of all their records, fewer when the work was stopped. */
export type Pasted = { readonly home: Home; readonly texts: readonly PastedText[]; readonly outcomes: readonly Outcome[] };

/** Is this what a paste hands over? */
export const isPasted = (value: unknown): value is Pasted => typeof value === 'object' && value !== null && 'texts' in value && 'outcomes' in value;
