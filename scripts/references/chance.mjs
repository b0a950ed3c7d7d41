// Chance that can be repeated: the same seed gives the same references.

/** Numbers from 0 up to 1, the same for the same seed. */
export function chanceOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  /** One of the keys of a table of weights. */
  const weighed = (table) => {
    const rows = Object.entries(table);
    let at = next() * rows.reduce((sum, [, weight]) => sum + weight, 0);
    return (rows.find(([, weight]) => (at -= weight) < 0) ?? rows.at(-1))[0];
  };
  return { next, below, pick, weighed, maybe: (share) => next() < share, from: (least, most) => least + below(most - least + 1) };
}
