/** Patterns of profiles, made once: ours are regular expressions, those that people write are tried in linear time. */
import type { Glance } from './glance';
import { linearPattern, type LinePattern } from './linearPattern';
import { mayFit, neededBy, type Needed } from './needed';

/** What stands before a pattern that a person wrote, so that it is never given to the engine of regular expressions. */
export const ownMark = '\u0001';

const made = new Map<string, LinePattern>();
const plain = new Map<string, RegExp>();
const regexes = new Map<string, Map<string, RegExp>>([['u', plain]]);
const nothing: LinePattern = { test: () => false, exec: () => null };
/** So many of people’s patterns are kept ready. */
const most = 5000;

/** A pattern ready to be tried. One that can’t be tried fits nothing. */
export function patternOf(source: string, flags = 'u'): LinePattern {
  if (!source.startsWith(ownMark)) return regexOf(source, flags);
  const known = made.get(source);
  if (known !== undefined) return known;
  const pattern = linearPattern(source.slice(1));
  if (made.size > most) made.clear();
  made.set(source, typeof pattern === 'string' ? nothing : pattern);
  return typeof pattern === 'string' ? nothing : pattern;
}

const needs = new Map<string, Needed | undefined>();

/** Can a pattern of ours fit somewhere in a whole text? */
export function mayStandIn(source: string, text: Glance): boolean {
  if (!needs.has(source)) needs.set(source, neededBy(source));
  return mayFit(needs.get(source), text);
}

/** Does a pattern of ours, with `^` and `$` for lines, fit somewhere in a whole text? */
export const standsIn = (source: string, text: string): boolean => regexOf(source, 'mu').test(text);

/** The regular expression of a pattern of ours. A pattern that is none fits nothing. */
export function regexOf(source: string, flags = 'u'): RegExp {
  const known = flags === 'u' ? plain.get(source) : regexes.get(flags)?.get(source);
  if (known !== undefined) return known;
  const pattern = compiled(source, flags);
  regexes.set(flags, (regexes.get(flags) ?? new Map<string, RegExp>()).set(source, pattern));
  return pattern;
}

function compiled(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    return /(?!)/u;
  }
}

/** Does the line fit? Long lines are asked only by their start. */
export const fits = (pattern: string, line: string, flags = 'u'): boolean => patternOf(pattern, flags).test(line.slice(0, 600));
