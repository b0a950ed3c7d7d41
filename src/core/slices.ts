/** Long work in slices, between which the thread is given back: core has no clock, so a slice is measured by its work. */

/** Gives the thread back for a moment. */
export type Breathe = () => Promise<void>;

/** Work that pauses after every few milliseconds' worth. */
export type Sliced<T> = Generator<void, T, void>;

/** How much text is gone through in a slice, in UTF-16 code units. */
export const sliceOfText = 150_000;

/** Do the work in one go. */
export function inOneGo<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Do the work slice by slice, with a breath between two. */
export async function inSlices<T>(work: Sliced<T>, breathe: Breathe | undefined): Promise<T> {
  if (breathe === undefined) return inOneGo(work);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}

/** The same until `signal` is aborted: undefined when the work was stopped before its end. */
export async function inSlicesUntil<T>(signal: AbortSignal | undefined, work: Sliced<T>, breathe: Breathe | undefined): Promise<T | undefined> {
  if (signal === undefined) return inSlices(work, breathe);
  while (!signal.aborted) {
    const step = work.next();
    if (step.done === true) return step.value;
    await breathe?.();
  }
  return undefined;
}

/** Does a pattern match anywhere in a text? Looked for window by window, with a pause after each; `longest`: what a match and what it looks at may measure. */
export function* foundAnywhere(pattern: RegExp, text: string, longest: number): Sliced<boolean> {
  for (let from = 0; from < text.length; from += window) {
    if (pattern.test(text.slice(from, from + window + longest))) return true;
    if (from + window < text.length) yield;
  }
  return false;
}

/** How much text is searched with one pattern in a slice: a few milliseconds' worth. */
const window = 1_000_000;

/** Make several things of each value, with a pause after every `slice` values. */
export function* allOf<T, R>(values: readonly T[], slice: number, make: (value: T, index: number) => readonly R[]): Sliced<readonly R[]> {
  return (yield* eachOf(values, slice, make)).flat();
}

/** Make something of each value, with a pause after every `slice` of them. */
export function* eachOf<T, R>(values: readonly T[], slice: number, make: (value: T, index: number) => R): Sliced<readonly R[]> {
  const made: R[] = [];
  for (const [index, value] of values.entries()) {
    made.push(make(value, index));
    if (index % slice === slice - 1) yield;
  }
  return made;
}

/** How many values are put in order at once, and after how many comparisons of two there is a pause. */
const [sortedAtOnce, comparedAtOnce] = [256, 2000];

/** The values in order, in slices. Those that compare as the same keep their order, as with `sort` of a list. */
export function* sorting<T>(values: readonly T[], compare: (a: T, b: T) => number): Sliced<readonly T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < values.length; from += sortedAtOnce) {
    runs.push(values.slice(from, from + sortedAtOnce).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merging(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Two lists in order made one; of what compares as the same, the first list's stands first. */
function* merging<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Sliced<T[]> {
  const all: T[] = [];
  for (let [a, b] = [0, 0]; all.length < one.length + other.length;) {
    if (b >= other.length || (a < one.length && compare(one[a]!, other[b]!) <= 0)) all.push(one[a++]!);
    else all.push(other[b++]!);
    if (all.length % comparedAtOnce === 0) yield;
  }
  return all;
}
