/** The sums of weights that were made once, side by side in one piece of memory: hundreds of thousands are asked for in a long list. */
import { labels } from './labels';

/**
 * For each label the sum of some weights, in steps: whole numbers, so that it is the same in whatever order they are added. Two labels share a
 * number, the second in its upper sixteen bits, so that there is half as much to add; no sum is near their limit.
 */
export const pairs = (labels.length + 1) >> 1;

/** How many sums are kept at most: a long list in many styles has as many words and windows. */
const most = 180_000;
/** All of them, one behind the other; a place is where one begins. Made once, since what is known to stay where it is is found without looking for it. */
export const kept = new Int32Array(most * pairs);
let used = 0;
/** How often what was kept was forgotten: who remembers a place remembers its age too. */
let age = 1;
export const ageOfSums = (): number => age;

/** How many slots there are, a power of two. A slot has two numbers: the key, and where the sums of it are, with their kind in the lowest three bits. */
const slots = 1 << 17;
const slotSize = 2;
const table = new Int32Array(slots * slotSize).fill(-1);
/** At most so many of them are used. */
const mostKeys = 90_000;
let keys = 0;

/** Have room for so many more; if there is none, all are forgotten. */
export function makeRoom(more: number): void {
  if (used + more <= most && keys + more <= mostKeys) return;
  kept.fill(0, 0, used * pairs);
  table.fill(-1);
  used = keys = 0;
  age++;
}

/** Where as many new sums belong; what is there is 0. */
export function newPlace(count: number): number {
  const place = used * pairs;
  used += count;
  return place;
}

/** Where the sums of a key are, a whole number from 0 up to 2³¹, of a kind (up to 7); below 0 where they are yet to be made: then the complement of where they belong. There must be room. */
export function placeOf(kind: number, key: number, count: number): number {
  const mixed = Math.imul(key ^ (key >>> 15) ^ (kind << 27), 0x85ebca6b);
  let slot = ((mixed ^ (mixed >>> 13)) & (slots - 1)) * slotSize;
  for (let found = table[slot] as number; found !== -1; found = table[slot] as number) {
    const place = table[slot + 1] as number;
    if (found === key && (place & 7) === kind) return place >> 3;
    slot = (slot + slotSize) & (slots * slotSize - 1);
  }
  const place = newPlace(count);
  keys++;
  table[slot] = key;
  table[slot + 1] = (place << 3) | kind;
  return ~place;
}
