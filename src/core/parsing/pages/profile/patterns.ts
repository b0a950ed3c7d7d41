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

function neededIn(source: string): Needed | undefined {
  if (!needs.has(source)) needs.set(source, neededBy(source));
  return needs.get(source);
}

/** Can a pattern of ours fit somewhere in a whole text? */
export const mayStandIn = (source: string, text: Glance): boolean => mayFit(neededIn(source), text);

/** Does a pattern of ours, with `^` and `$` for lines, fit somewhere in a whole text? One that fits within a line is tried on each line by itself: it need not look for where lines begin. */
export function standsIn(source: string, { text, lines }: Glance): boolean {
  if (lines === undefined || !isWithinLine(source)) return regexOf(source, 'mu').test(text);
  const pattern = regexOf(source);
  const [word = '', ...others] = neededIn(source) ?? [];
  return lines.some(others.length > 0 ? (line) => pattern.test(line) : (line) => line.includes(word) && pattern.test(line));
}

/** A set of characters that are not to be there; no pattern of ours has a longer one. */
const excluding = /\[\^(?:[^\]\\]|\\[^]){1,200}\]/gu;
const escapes = /\\[^]/gu;
/** What may be a line end, and what may be anything. */
const maybeLineEnd = /\[\^|\\[nrsfvtuxcDWP]-?|\n/u;
const within = new Map<string, boolean>();

/** Can a pattern fit nothing but a part of a line? */
function isWithinLine(source: string): boolean {
  const known = within.get(source);
  if (known !== undefined) return known;
  const found = !maybeLineEnd.test(source.replace(excluding, (set) => (set.match(escapes)?.includes('\\n') === true ? '' : set)).replace(/\\t(?!-)/gu, ''));
  within.set(source, found);
  return found;
}

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

/** Does the line fit? Long lines are asked only by their start and their end. */
export const fits = (pattern: string, line: string, flags = 'u'): boolean => patternOf(pattern, flags).test(line.length > 600 ? [line.slice(0, 500), line.slice(-100)].join('') : line);
