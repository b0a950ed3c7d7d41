/** The sums of weights that were made once, side by side in one piece of memory: hundreds of thousands are asked for in a long list. */
import { labels } from './labels';

/**
 * For each label the sum of some weights, in steps: whole numbers, so that it is the same in whatever order they are added. Two labels share a
 * number, the second in its upper sixteen bits, so that there is half as much to add; no sum is near their limit.
 */
export const pairs = (labels.length + 1) >> 1;

/** How many slots a table has, a power of two, and how many of them are used before it begins anew. Some megabytes in all. */
const slots = 1 << 14;
const most = 10_000;

/** Sums by a key, which is a whole number from 0 up to 2³¹. They begin at a place in `sums` and are {@link pairs} numbers long. */
export class KeptSums {
  readonly sums = new Int32Array(slots * pairs);
  private readonly keys = new Int32Array(slots).fill(-1);
  private used = 0;

  /** Where the sums of this key are; below 0 where they are yet to be made: then the complement of where they belong, and what is there is 0. */
  placeOf(key: number): number {
    let slot = Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> 18;
    for (; this.keys[slot] !== -1; slot = (slot + 1) & (slots - 1)) if (this.keys[slot] === key) return slot * pairs;
    if (this.used >= most) return this.anew(key);
    this.used += 1;
    this.keys[slot] = key;
    return ~(slot * pairs);
  }

  private anew(key: number): number {
    this.keys.fill(-1);
    this.sums.fill(0);
    this.used = 0;
    return this.placeOf(key);
  }
}
