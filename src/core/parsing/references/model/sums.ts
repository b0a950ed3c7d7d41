/** The sums of weights that were made once, side by side in one piece of memory: hundreds of thousands are asked for in a long list. */
import { labels } from './labels';

/**
 * For each label the sum of some weights, in steps: whole numbers, so that it is the same in whatever order they are added. Two labels share a
 * number, the second in its upper sixteen bits, so that there is half as much to add; no sum is near their limit.
 */
export const pairs = (labels.length + 1) >> 1;

/** A slot of a table has two numbers: the key, and where the sums of it are. */
const slotSize = 2;

/** The sums of one kind: at most `most` (a power of two) of them, each of `size` numbers, from `from` on. When there is no room for more they are forgotten. */
class KindOfSums {
  used = 0;
  constructor(protected readonly sums: Int32Array, protected readonly from: number, readonly most: number, readonly size: number) {}

  /** Have room for so many more. Gives whether what was there is forgotten. */
  makeRoom(more: number): boolean {
    if (this.used + more <= this.most) return false;
    this.sums.fill(0, this.from, this.from + this.used * this.size);
    this.used = 0;
    return true;
  }

  /** Where sums that are yet to be made belong; what is there is 0. */
  next(): number {
    return this.from + this.used++ * this.size;
  }
}

/** Sums by a key, which is a whole number from 0 up to 2³¹. Those that are asked for often were made early and so stand together. */
export class KeyedSums extends KindOfSums {
  private readonly table = new Int32Array(this.most * 2 * slotSize).fill(-1);
  private readonly shift = 32 - Math.log2(this.most * 2);

  override makeRoom(more: number): boolean {
    const forgotten = super.makeRoom(more);
    if (forgotten) this.table.fill(-1);
    return forgotten;
  }

  /** Where the sums of this key are; below 0 where they are yet to be made: then the complement of where they belong. There must be room. */
  placeOf(key: number): number {
    const { table } = this;
    const last = table.length - slotSize;
    let slot = (Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> this.shift) * slotSize;
    for (let found = table[slot] as number; found !== -1; found = table[slot] as number) {
      if (found === key) return table[slot + 1] as number;
      slot = (slot + slotSize) & last;
    }
    const place = this.next();
    table[slot] = key;
    table[slot + 1] = place;
    return ~place;
  }
}

/** The sums of words, which keep their places themselves; those of an earlier `age` are no more. */
export class WordSums extends KindOfSums {
  age = 1;

  override makeRoom(more: number): boolean {
    const forgotten = super.makeRoom(more);
    if (forgotten) this.age++;
    return forgotten;
  }
}
