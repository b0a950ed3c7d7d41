/** What holds for every record of every reader: no value is filled in that is less than half sure, and none is lost. */
import assert from 'node:assert/strict';
import { alternativesTo } from '../../../src/core/library';
import type { ReadRecord } from '../../../src/core/parsing';
import { filledIn } from '../../../src/core/parsing/certainty';
import { reviewsOf } from '../../../src/core/source';

/** What an item always has. */
const always: ReadonlySet<string> = new Set(['id', 'type', 'title', 'custom']);

/** Gives how many fields are offered and not filled in. */
export function assertGuarded({ item, certainty }: ReadRecord): number {
  const reviews = reviewsOf(item);
  const doubtful = Object.entries(certainty).filter(([, { sure }]) => sure < filledIn);
  for (const [field, { sure, why }] of doubtful) {
    const words = `${field} of “${item.title ?? ''}”, ${sure} sure`;
    if (always.has(field)) assert.ok(!(field in item) || reviews.has(field), `${words}: nothing is said of it`);
    else {
      assert.ok(!(field in item), `${words}: filled in`);
      assert.ok(alternativesTo(item, field).length > 0 && (reviews.get(field)?.why ?? '').includes(why), `${words}: not offered`);
    }
  }
  return doubtful.filter(([field]) => !always.has(field)).length;
}
