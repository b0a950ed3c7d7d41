/** How sure the fields of a reference are, and what becomes of those that are not. */
import type { Item, Json } from '../../source';
import { reviewUnsure, trust, withReviews } from '../certainty';
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
/** Below this a value is offered, and not filled in; a title is, so that the source has a name. */
const filledIn = 0.5;

/** The item with a remark for each field that is not sure; what is less than half sure is offered there, and not filled in. */
export function offerUnsure(item: Item, certainty: { readonly [field: string]: Certainty }): Item {
  const doubtful = Object.keys(certainty).filter((field) => (certainty[field]?.sure ?? 1) < filledIn && field !== 'title' && field in item);
  if (doubtful.length === 0) return reviewUnsure(item, certainty);
  const kept = Object.fromEntries(Object.entries(item).filter(([field]) => !doubtful.includes(field))) as unknown as Item;
  const offers = Object.fromEntries(doubtful.map((field) => [field, { why: certainty[field]?.why ?? '', offer: item[field as keyof Item] as Json }]));
  return reviewUnsure(withReviews(kept, offers), certainty);
}
