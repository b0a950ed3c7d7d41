/** A text with git’s conflict markers as the two texts that git could not join, and what both came from where the markers say so. */
import { linesOf } from '../library';
import type { Line } from '../library';

/** The sides of a conflict as whole texts, `\n` as line end. `base` is absent when the markers do not give it. */
export type Sides = { readonly base?: string; readonly ours: string; readonly theirs: string; readonly conflicts: number };

type Side = 'ours' | 'base' | 'theirs';
const markers: readonly (readonly [RegExp, Side | 'end'])[] = [[/^<{7}(?: |$)/, 'ours'], [/^\|{7}(?: |$)/, 'base'], [/^={7}$/, 'theirs'], [/^>{7}(?: |$)/, 'end']];
/** What may follow what. */
const after: { readonly [S in Side]: readonly (Side | 'end')[] } = { ours: ['base', 'theirs'], base: ['theirs'], theirs: ['end'] };

/** The sides of every conflict in a text; undefined when there is none, or when its markers do not fit together. Markers in a fence are text. */
export function sidesOf(text: string): Sides | undefined {
  const reader = new SideReader();
  for (const line of linesOf(text)) reader.take(line);
  return reader.sides();
}

class SideReader {
  private readonly texts: { readonly [S in Side]: string[] } = { ours: [], base: [], theirs: [] };
  private at: Side | undefined;
  private fence: string | undefined;
  private conflicts = 0;
  private withBase = 0;
  private broken = false;

  take({ text }: Line): void {
    const marker = this.fence === undefined || this.at !== undefined ? markers.find(([pattern]) => pattern.test(text))?.[1] : undefined;
    if (marker === 'ours' && this.at === undefined) this.begin();
    else if (marker !== undefined && this.at !== undefined && after[this.at].includes(marker)) this.go(marker);
    else if (marker !== undefined && marker !== 'base' && this.at !== undefined) this.broken = true;
    else this.add(text);
  }

  sides(): Sides | undefined {
    if (this.broken || this.conflicts === 0 || this.at !== undefined) return undefined;
    const whole = (side: Side): string => this.texts[side].map((line) => `${line}\n`).join('');
    // What came from a merge of merges has markers of its own in its base.
    const base = this.withBase === this.conflicts && !this.texts.base.some((line) => /^[<>|=]{8,}/.test(line)) ? { base: whole('base') } : {};
    return { ...base, ours: whole('ours'), theirs: whole('theirs'), conflicts: this.conflicts };
  }

  private begin(): void {
    this.at = 'ours';
    this.conflicts += 1;
  }

  private go(marker: Side | 'end'): void {
    if (marker === 'base') this.withBase += 1;
    this.at = marker === 'end' ? undefined : marker;
  }

  private add(line: string): void {
    if (this.at !== undefined) return void this.texts[this.at].push(line);
    for (const side of Object.values(this.texts)) side.push(line);
    this.follow(line);
  }

  /** Fences of what both sides have (CommonMark 4.5). */
  private follow(line: string): void {
    const run = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    if (run === undefined) return;
    if (this.fence === undefined) this.fence = run;
    else if (run.startsWith(this.fence) && line.slice(run.length).trim() === '') this.fence = undefined;
  }
}
