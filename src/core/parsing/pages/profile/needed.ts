/**
 * What must stand in a text so that a pattern of ours can fit it. Looking for a word is a hundred times faster than trying a pattern, and a text
 * is asked about hundreds of patterns.
 */

import type { Glance } from './glance';

/** Texts of which at least one stands in whatever the pattern fits. */
export type Needed = readonly string[];

/** What a pattern needs most tellingly (the longest); undefined when it can do without any letter of its own. The pattern is one of the flag `u`, in which case counts. */
export function neededBy(pattern: string): Needed | undefined {
  const reader = new Needs(pattern);
  const needed = reader.choice();
  return reader.atEnd() ? needed : undefined;
}

/** Can the pattern that needs this fit the text? */
export const mayFit = (needed: Needed | undefined, text: Glance): boolean => needed === undefined || needed.some((one) => text.has(one));

const shortest = (needed: Needed): number => needed.reduce((least, one) => Math.min(least, one.length), Infinity);
const mostWays = 40;

/** The better one to look for: what is longer, then what has fewer ways. */
const better = (one: Needed | undefined, other: Needed | undefined): Needed | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  const more = shortest(other) - shortest(one);
  return more > 0 || (more === 0 && other.length < one.length) ? other : one;
};

const set = /\[(?:\\[^]|[^\\\]])*\]/uy;
const escape = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|[^])/uy;
const times = /(?:[*+?]|\{(?<least>\d+)(?<more>,\d*)?\})\??/uy;
const opening = /\((?:\?(?:(?<look><?[=!])|:|<[^>]*>))?/uy;

/** A part of a pattern: the one text it stands for, or what it needs. */
type Part = { readonly text?: string; readonly needs?: Needed };

/** Reads a pattern from left to right. */
class Needs {
  private at = 0;

  constructor(private readonly pattern: string) {}

  atEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  /** Ways parted by `|`: one of what each of them needs. */
  choice(): Needed | undefined {
    const ways = [this.row()];
    while (this.pattern[this.at] === '|') {
      this.at += 1;
      ways.push(this.row());
    }
    const needed = ways.flatMap((way) => way ?? []);
    return ways.includes(undefined) || needed.length > mostWays ? undefined : needed;
  }

  /** Parts behind each other: the most telling of what they need, characters in a row being one text. */
  private row(): Needed | undefined {
    let best: Needed | undefined;
    let run = '';
    const close = (): void => {
      if (run !== '') best = better(best, [run]);
      run = '';
    };
    while (!this.atEnd() && !'|)'.includes(this.pattern[this.at] ?? '')) {
      const { text, needs } = this.part();
      const { least, exact } = this.repeated();
      if (text !== undefined && least > 0) run += text.repeat(least);
      if (text === undefined || !exact) close();
      if (needs !== undefined && least > 0) best = better(best, needs);
    }
    close();
    return best;
  }

  private part(): Part {
    if (this.pattern[this.at] === '(') return this.group();
    if (this.taken(set) !== undefined) return {};
    const escaped = this.taken(escape)?.[0];
    if (escaped !== undefined) return /^\\[^\p{L}\d]$/u.test(escaped) ? { text: escaped.slice(1) } : {};
    const sign = String.fromCodePoint(this.pattern.codePointAt(this.at) ?? 0);
    this.at += sign.length;
    return '.^$'.includes(sign) ? {} : { text: sign };
  }

  /** What a group needs; what is only looked at needs nothing. */
  private group(): Part {
    const look = this.taken(opening)?.groups?.['look'];
    const needs = this.choice();
    this.at += 1;
    return look !== undefined || needs === undefined ? {} : { needs };
  }

  /** How often the part stands there at least, and whether just so often. Ten times are as telling as more. */
  private repeated(): { readonly least: number; readonly exact: boolean } {
    const mark = this.taken(times);
    if (mark === undefined) return { least: 1, exact: true };
    const least = mark.groups?.['least'] === undefined ? (mark[0].startsWith('+') ? 1 : 0) : Number(mark.groups['least']);
    return { least: Math.min(least, 10), exact: mark.groups?.['least'] !== undefined && mark.groups['more'] === undefined && least <= 10 };
  }

  private taken(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.pattern) ?? undefined;
    this.at += found?.[0].length ?? 0;
    return found;
  }
}
