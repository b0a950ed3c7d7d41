/** Two readings of one work as one record: nothing of either is lost, and what the one says otherwise is kept with the reason. */
import { mergeFields, mergesOf, withFields } from '../merging';
import { fieldsToReview } from '../reviews';
import type { Sameness } from '../sameness';
import { reviewsOf } from '../source';
import type { Item, Json } from '../source';
import type { Found } from './found';

type Read = Pick<Found, 'item' | 'certainty'>;

/**
 * The record with what another adds to it, as two records of a work are merged in a library: the surer and longer reading
 * of each field counts, the other stands under `custom.merged`. `text` is the other's, so that it can become a record of its own again.
 */
export function joined(kept: Found, other: Read, sameness: Sameness, text?: string): Found {
  const known = fieldsToReview(kept.item, kept.certainty);
  const fields = mergeFields(known, fieldsToReview(other.item, other.certainty), sameness);
  if (Object.keys(fields).length === 0) return kept;
  const item = withFields(known, fields);
  return { ...kept, item: text === undefined ? item : withText(item, text), certainty: certaintyOf(kept, other, item) };
}

/** The same for two readings of one page: that the one fills gaps of the other is no merge of records, only that they differ is. */
export function joinedOnPage(kept: Found, other: Read): Found {
  const { custom: _, ...item } = other.item;
  const both = joined(kept, { item, certainty: other.certainty }, { sure: 1, why: 'The page says it in two places.' });
  const last = mergesOf(both.item).at(-1);
  if (both === kept || last?.other !== undefined || last?.replaced !== undefined) return both;
  const { merged: __, ...custom } = both.item.custom ?? {};
  return { ...both, item: withFields(both.item, { custom: Object.keys(custom).length === 0 ? undefined : custom }) };
}

/** Texts that are longer are not kept a second time. */
const longestText = 2000;

function withText(item: Item, text: string): Item {
  const merges = mergesOf(item);
  const last = merges.at(-1);
  if (last === undefined || text.length > longestText) return item;
  return { ...item, custom: { ...item.custom, merged: [...merges.slice(0, -1), { ...last, text }] as unknown as Json } };
}

/** How sure each field of the merged item is: as sure as the reading that was taken, or the surer where both say the same. */
function certaintyOf(kept: Read, other: Read, item: Item): Found['certainty'] {
  const reviews = reviewsOf(item);
  return Object.fromEntries(Object.keys(item).flatMap((field) => {
    const [one, two] = [kept.certainty[field], other.certainty[field]];
    const isKept = JSON.stringify(item[field]) === JSON.stringify(kept.item[field]);
    const taken = !isKept || (two !== undefined && !reviews.has(field) && two.sure > (one?.sure ?? 0)) ? two : one;
    return taken === undefined ? [] : [[field, taken]];
  }));
}
