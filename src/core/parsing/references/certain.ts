/** How sure the fields of a reference are, and what becomes of those that are not. */
import type { Item } from '../../source';
import { reviewUnsure, trust } from '../certainty';
import type { Certainty } from '../reading';

/** Fields that stand in a form of their own. */
const formed: ReadonlySet<string> = new Set(['DOI', 'URL', 'ISBN', 'accessed']);
const silentFields: ReadonlySet<string> = new Set(['id', 'type', 'custom', 'genre', 'number']);

/** How sure each field is; `sure` are the shares that the model gives its readings, by CSL variable. */
export function certaintyOf(fields: readonly string[], sure: { readonly [field: string]: number }): { readonly [field: string]: Certainty } {
  return Object.fromEntries(fields.filter((field) => !silentFields.has(field)).map((field) => [field, certaintyOfField(field, sure[field])]));
}

const certaintyOfField = (field: string, share: number | undefined): Certainty =>
  (formed.has(field) || share === undefined
    ? { sure: trust.labelled, why: 'Stands in the reference in a form of its own.' }
    : { sure: Math.min(0.95, share), why: 'Told by its place in the reference.' });

/** The item with a remark for each field that is not sure; what is less than half sure is offered there, and not filled in. */
export function offerUnsure(item: Item, certainty: { readonly [field: string]: Certainty }): Item {
  return reviewUnsure(item, certainty);
}
