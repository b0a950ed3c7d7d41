/** Choosing between two versions of a thing, by what both came from. */

/**
 * The three versions of one thing. `undefined`: it is not there. Without `known`, nobody knows what both came from, so that a thing which
 * only one side has was not deleted by the other.
 */
export type Versions<T> = { readonly known: boolean; readonly base: T | undefined; readonly ours: T | undefined; readonly theirs: T | undefined };

/** What was chosen; `clash` when both sides changed it, each in another way: then ours is given, and theirs must be kept elsewhere. */
export type Choice<T> = { readonly value: T | undefined; readonly clash: boolean };

/** The version to take. What one side deleted and the other changed stays, as changed. */
export function choose<T>({ known, base, ours, theirs }: Versions<T>, same: (a: T, b: T) => boolean = Object.is): Choice<T> {
  const alike = (a: T | undefined, b: T | undefined): boolean => a === b || (a !== undefined && b !== undefined && same(a, b));
  if (alike(ours, theirs)) return { value: ours, clash: false };
  if (known && alike(base, ours)) return { value: theirs, clash: false };
  if (known && alike(base, theirs)) return { value: ours, clash: false };
  if (ours === undefined || theirs === undefined) return { value: ours ?? theirs, clash: false };
  return { value: ours, clash: true };
}

/** The version of a text to take. Where both sides changed it, a side that only put or took blanks at the ends of lines counts as unchanged. */
export function chooseText(versions: Versions<string>): Choice<string> {
  const exactly = choose(versions);
  return exactly.clash ? choose(versions, (a, b) => withoutBlankEnds(a) === withoutBlankEnds(b)) : exactly;
}

const withoutBlankEnds = (text: string): string => text.split('\n').map((line) => line.trimEnd()).join('\n');

/** Members of a set: those that either side has, less those that one side took away. Ours first, in their order. */
export function chooseMembers<T>({ known, base, ours, theirs }: Versions<readonly T[]>): readonly T[] {
  const [before, left, right] = [new Set(known ? base : []), new Set(ours), new Set(theirs)];
  return [...new Set([...left, ...right])].filter((one) => (left.has(one) && right.has(one)) || !before.has(one));
}

/**
 * A text that both sides changed, by lines: joined where they changed different lines, else undefined. Changes that touch are one place.
 */
export function joinLines(base: string, ours: string, theirs: string): string | undefined {
  const [before, left, right] = [base, ours, theirs].map((text) => text.split('\n')) as [string[], string[], string[]];
  const [a, b] = [changeOf(before, left), changeOf(before, right)];
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (first.end >= second.start) return undefined;
  return [...before.slice(0, first.start), ...first.lines, ...before.slice(first.end, second.start), ...second.lines, ...before.slice(second.end)].join('\n');
}

/** The stretch of lines that differs, between what both texts begin and end with. */
function changeOf(before: readonly string[], now: readonly string[]): { start: number; end: number; lines: readonly string[] } {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < before.length - start && tail < now.length - start && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, lines: now.slice(start, now.length - tail) };
}

/** The names of both sides in one order: ours, and each of theirs behind the one that it follows there, after what only ours put behind that one. */
export function joinOrder(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const [mine, their] = [new Set(ours), new Set(theirs)];
  const following = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const name of theirs) {
    if (mine.has(name)) anchor = name;
    else following.set(anchor, following.get(anchor) ?? []).get(anchor)?.push(name);
  }
  const order: string[] = [];
  let waiting = following.get(undefined) ?? [];
  for (const name of ours) {
    if (their.has(name)) {
      order.push(...waiting, name);
      waiting = following.get(name) ?? [];
    } else order.push(name);
  }
  return [...order, ...waiting];
}
