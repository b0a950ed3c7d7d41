/** The sums of weights that were made once, side by side in one piece of memory: hundreds of thousands are asked for in a long list. */
import { labels } from './labels';

/**
 * For each label the sum of some weights, in steps: whole numbers, so that it is the same in whatever order they are added. Two labels share a
 * number, the second in its upper sixteen bits, so that there is half as much to add; no sum is near their limit.
 */
export const pairs = (labels.length + 1) >> 1;

/** How many slots a table has, a power of two, and how many of them are used before it begins anew. */
const slots = 1 << 14;
const most = 10_000;
/** How many numbers a slot has: the key, and where the sums of it are. */
const slotSize = 2;

/**
 * Sums of several kinds, each by a key, which is a whole number from 0 up to 2³¹. They begin at a place in `sums` and are {@link pairs} numbers long;
 * those that are asked for often were made early and so stand together. Some megabytes in all.
 */
export class KeptSums {
  readonly sums: Int32Array;
  private readonly tables: readonly Int32Array[];
  private readonly used: Int32Array;

  constructor(kinds: number) {
    this.sums = new Int32Array(kinds * most * pairs);
    this.tables = Array.from({ length: kinds }, () => new Int32Array(slots * slotSize).fill(-1));
    this.used = new Int32Array(kinds);
  }

  /** Where the sums of this key are; below 0 where they are yet to be made: then the complement of where they belong, and what is there is 0. */
  placeOf(kind: number, key: number): number {
    const table = this.tables[kind] as Int32Array;
    let slot = Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> 18;
    for (; table[slot * slotSize] !== -1; slot = (slot + 1) & (slots - 1)) if (table[slot * slotSize] === key) return table[slot * slotSize + 1] as number;
    const used = this.used[kind] as number;
    if (used >= most) return this.anew(kind, key);
    const place = (kind * most + used) * pairs;
    this.used[kind] = used + 1;
    table[slot * slotSize] = key;
    table[slot * slotSize + 1] = place;
    return ~place;
  }

  private anew(kind: number, key: number): number {
    this.tables[kind]?.fill(-1);
    this.sums.fill(0, kind * most * pairs, (kind + 1) * most * pairs);
    this.used[kind] = 0;
    return this.placeOf(kind, key);
  }
}
