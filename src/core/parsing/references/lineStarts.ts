/** Which lines of a block begin an entry, by weights that were learned from lists broken in many ways. */
import { after, begun, blockOf, lineFeatures, type Since } from './lineFeatures';
import type { Sliced } from '../../slices';
import packed from './lineStarts.json';
import { opensWithDashes } from './sameAuthor';

/** Weights by feature; of a feature 24 bits are kept. */
function unpacked(): ReadonlyMap<number, number> {
  const bytes = atob(packed.weights);
  const found = new Map<number, number>();
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const key = (bytes.charCodeAt(at) << 16) | (bytes.charCodeAt(at + 1) << 8) | bytes.charCodeAt(at + 2);
    found.set(key, ((bytes.charCodeAt(at + 3) << 24) >> 24) * packed.step);
  }
  return found;
}

let known: ReadonlyMap<number, number> | undefined;

/** So many lines are looked at in a slice. */
const linesAtOnce = 200;

/** `Republic of Kenya. (2010).`, `de Tocqueville, A. (2000).`: a body of several words or a name with initials, and a year in brackets with a sign behind it. */
const opensWithYear = /^(?:\p{Lu}[\p{L}’'&-]{0,30}(?: [\p{L}’'&,-]{1,30}){1,10}\.?|(?:\p{Ll}{1,5}[ ’']){0,3}\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?, (?:\p{Lu}\.[ -]?){1,4}) ?\((?:1[5-9]|20)\d\d[a-z]?(?:, [^()]{3,20})?\)[.:,]/u;
/** So a reference ends, and no list of names that goes on. */
const ends = /(?:[^\p{Lu}]|\p{L}{2})[.)]$|\d$|(?:https?:|10\.\d{4,9})\S{3,300}$/u;

/** The numbers, from 0, of the lines with which an entry begins; the first always does. */
export function* lineStarts(lines: readonly string[]): Sliced<readonly number[]> {
  const weights = (known ??= unpacked());
  const block = blockOf(lines);
  const starts = [0];
  let since: Since = begun(lines[0] ?? '');
  for (let at = 1; at < lines.length; at++) {
    if (at % linesAtOnce === 0) yield;
    const score = lineFeatures(block, at, since).reduce((sum, feature) => sum + (weights.get(feature & 0xffffff) ?? 0), 0);
    const line = lines[at] ?? '';
    const begins = score > 0 || opensWithDashes(line) || (since.dated && ends.test(lines[at - 1] ?? '') && opensWithYear.test(line));
    if (begins) starts.push(at);
    since = begins ? begun(line) : after(since, line);
  }
  return starts;
}
