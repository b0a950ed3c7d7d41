/** How sure the fields of a reference are. */
import { trust } from '../certainty';
import type { Certainty } from '../reading';

/** Fields that stand in a form of their own. */
const formed: ReadonlySet<string> = new Set(['DOI', 'URL', 'ISBN', 'accessed']);
const silentFields: ReadonlySet<string> = new Set(['id', 'type', 'custom', 'genre', 'number']);

/** How sure each field is; `sure` are the shares that the model gives its readings, by CSL variable. */
export function certaintyOf(fields: readonly string[], sure: { readonly [field: string]: number }): { readonly [field: string]: Certainty } {
  const found: { [field: string]: Certainty } = {};
  for (const field of fields) if (!silentFields.has(field)) found[field] = certaintyOfField(field, sure[field]);
  return found;
}

const certaintyOfField = (field: string, share: number | undefined): Certainty =>
  (formed.has(field) || share === undefined
    ? { sure: trust.labelled, why: 'Stands in the reference in a form of its own.' }
    : { sure: Math.min(0.95, people.has(field) ? Math.sqrt(share) : share), why: 'Told by its place in the reference.' });

/** The share of a list of names is that of the least sure of its many words, so that the list is surer than it says. */
const people: ReadonlySet<string> = new Set(['author', 'editor']);
