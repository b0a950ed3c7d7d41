/**
 * Patterns of people’s own profiles, tried without ever going back: all ways through the pattern are followed at once (Thompson’s
 * construction), so the time is at most the length of the line times that of the pattern, whatever was written.
 */
import { patternTree, type PatternNode } from './patternTree';

/** What a pattern found: the whole and its named groups. */
export type PatternMatch = { readonly 0: string; readonly index: number; readonly groups?: { readonly [name: string]: string | undefined } };
/** What can be asked of a pattern, be it ours or a person’s. */
export type LinePattern = { test(line: string): boolean; exec(line: string): PatternMatch | null };

type Step =
  | { readonly do: 'one'; readonly fits: RegExp }
  | { readonly do: 'start' } | { readonly do: 'end' } | { readonly do: 'done' }
  | { readonly do: 'keep'; readonly slot: number }
  | { readonly do: 'fork'; readonly first: number; readonly second: number };

const mostSteps = 4000;
const longestLine = 2000;

/** A pattern ready to be tried on lines, or what is wrong with it, in words that fit behind “it ”. */
export function linearPattern(source: string): LinePattern | string {
  const tree = patternTree(source);
  if (typeof tree === 'string') return tree;
  const names: string[] = [];
  const steps: Step[] = [];
  if (!write(tree, steps, names)) return 'repeats too much; use smaller numbers';
  steps.push({ do: 'done' });
  const run = (line: string): PatternMatch | null => matched(steps, names, line.slice(0, longestLine));
  return { test: (line) => run(line) !== null, exec: run };
}

/** Write the steps of a part behind those that are there; false when they become too many. */
function write(node: PatternNode, steps: Step[], names: string[]): boolean {
  if (steps.length > mostSteps) return false;
  switch (node.kind) {
    case 'one': return steps.push({ do: 'one', fits: node.fits }) > 0;
    case 'start': case 'end': return steps.push({ do: node.kind }) > 0;
    case 'row': return node.parts.every((part) => write(part, steps, names));
    case 'choice': return writeChoice(node.ways, steps, names);
    case 'group': return writeGroup(node, steps, names);
    case 'repeat': return writeRepeat(node, steps, names);
  }
}

/** A step whose ends are set once it is known what stands behind it. */
function hole(steps: Step[]): (first: number, second: number) => void {
  const at = steps.push({ do: 'done' }) - 1;
  return (first, second) => { steps[at] = { do: 'fork', first, second }; };
}

function writeChoice(ways: readonly PatternNode[], steps: Step[], names: string[]): boolean {
  const ends: ((first: number, second: number) => void)[] = [];
  for (const [index, way] of ways.entries()) {
    const last = index === ways.length - 1;
    const fork = last ? undefined : hole(steps);
    const from = steps.length;
    if (!write(way, steps, names)) return false;
    if (!last) ends.push(hole(steps));
    fork?.(from, steps.length);
  }
  for (const end of ends) end(steps.length, steps.length);
  return true;
}

function writeGroup({ name, inner }: Extract<PatternNode, { readonly kind: 'group' }>, steps: Step[], names: string[]): boolean {
  if (name === undefined) return write(inner, steps, names);
  const at = names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
  steps.push({ do: 'keep', slot: 2 * at + 2 });
  const written = write(inner, steps, names);
  steps.push({ do: 'keep', slot: 2 * at + 3 });
  return written;
}

function writeRepeat({ inner, least, most, lazy }: Extract<PatternNode, { readonly kind: 'repeat' }>, steps: Step[], names: string[]): boolean {
  const way = (in_: number, out: number): readonly [number, number] => (lazy ? [out, in_] : [in_, out]);
  for (let count = 0; count < least; count++) if (!write(inner, steps, names)) return false;
  if (most === Infinity) {
    const top = steps.length;
    const fork = hole(steps);
    if (!write(inner, steps, names)) return false;
    hole(steps)(top, top);
    fork(...way(top + 1, steps.length));
    return true;
  }
  const forks: (readonly [(first: number, second: number) => void, number])[] = [];
  for (let count = least; count < most; count++) {
    forks.push([hole(steps), steps.length]);
    if (!write(inner, steps, names)) return false;
  }
  for (const [fork, from] of forks) fork(...way(from, steps.length));
  return true;
}

type Thread = { readonly at: number; readonly kept: readonly (number | undefined)[] };

/** The leftmost match, and of those that begin there the one a regular expression would take. */
function matched(steps: readonly Step[], names: readonly string[], line: string): PatternMatch | null {
  let threads: Thread[] = [];
  let best: Thread['kept'] | undefined;
  for (let place = 0; place <= line.length;) {
    const character = String.fromCodePoint(line.codePointAt(place) ?? 0);
    const width = place < line.length ? character.length : 1;
    const seen = new Set<number>();
    const now: Thread[] = [];
    for (const thread of threads) follow(steps, thread, place, line.length, seen, now);
    if (best === undefined) follow(steps, { at: 0, kept: [place] }, place, line.length, seen, now);
    threads = [];
    for (const { at, kept } of now) {
      const step = steps[at];
      if (step?.do === 'done') {
        best = [kept[0], place, ...kept.slice(2)];
        break;
      }
      if (step?.do === 'one' && place < line.length && step.fits.test(character)) threads.push({ at: at + 1, kept });
    }
    if (threads.length === 0 && best !== undefined) break;
    place += width;
  }
  return best === undefined ? null : matchOf(best, names, line);
}

/** All places that can be reached from a thread without reading a character, the likeliest first. */
function follow(steps: readonly Step[], from: Thread, place: number, length: number, seen: Set<number>, reached: Thread[]): void {
  const stack = [from];
  for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
    const { at, kept } = thread;
    const step = steps[at];
    if (step === undefined || seen.has(at)) continue;
    seen.add(at);
    if (step.do === 'fork') stack.push({ at: step.second, kept }, { at: step.first, kept });
    else if (step.do === 'keep') stack.push({ at: at + 1, kept: withKept(kept, step.slot, place) });
    else if (step.do === 'start' || step.do === 'end') {
      if (place === (step.do === 'start' ? 0 : length)) stack.push({ at: at + 1, kept });
    } else reached.push(thread);
  }
}

function withKept(kept: Thread['kept'], slot: number, place: number): Thread['kept'] {
  const copy = [...kept];
  copy[slot] = place;
  return copy;
}

function matchOf(kept: Thread['kept'], names: readonly string[], line: string): PatternMatch {
  const between = (from: number | undefined, to: number | undefined): string | undefined => (from === undefined || to === undefined ? undefined : line.slice(from, to));
  const groups = Object.fromEntries(names.map((name, index) => [name, between(kept[2 * index + 2], kept[2 * index + 3])]));
  return { 0: between(kept[0], kept[1]) ?? '', index: kept[0] ?? 0, ...(names.length === 0 ? {} : { groups }) };
}
