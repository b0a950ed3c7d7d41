/** A reference while it is being taken apart: what was understood is taken out of the text and leaves a mark in its place; and what came of it. */
import type { Item } from '../../source';
import type { Certainty } from '../reading';

/** What a reference says; `points` how much of it looks like one (five and above is a reference). */
export type Reference = { readonly item: Item; readonly certainty: { readonly [field: string]: Certainty }; readonly points: number };

/** The mark that stays where something was taken out. */
const mark = '\ue002';

/** What is left of a reference, with the values taken out so far by name of their CSL variable. */
export class Draft {
  readonly values = new Map<string, string>();

  constructor(public text: string) {}

  /** Take the first match of a pattern; its groups by name fill values that are still empty. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      if (value !== undefined) this.set(name, value.trim());
    }
    this.cut(match.index, match.index + match[0].length);
    return match;
  }

  /** Put a mark where a stretch of the text was. */
  cut(start: number, end: number): void {
    this.text = `${this.text.slice(0, start)}${mark}${this.text.slice(end)}`;
  }

  /** A value is kept if there is none of this name yet. */
  set(name: string, value: string): void {
    if (value !== '' && !this.values.has(name)) this.values.set(name, value);
  }
}
