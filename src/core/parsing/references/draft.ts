/** A reference while it is being taken apart: what was understood is taken out of the text and leaves a mark in its place. */

/** The marks that stay where something was taken out: the year, a volume, issue or page, and anything else. */
export const mark = { year: '\ue000', locator: '\ue001', other: '\ue002' } as const;
export type Mark = (typeof mark)[keyof typeof mark];

/** All marks, for use inside a character class. */
export const anyMark = '\ue000-\ue002';

/** What is left of a reference, with the values taken out so far by name of their CSL variable. */
export class Draft {
  readonly values = new Map<string, string>();

  constructor(public text: string) {}

  /** Take the first match of a pattern from `from` on; its groups by name fill values that are still empty. */
  take(pattern: RegExp, left: Mark, from = 0): RegExpExecArray | undefined {
    const match = pattern.exec(this.text.slice(from));
    if (match === null) return undefined;
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      if (value !== undefined) this.set(name, value.trim());
    }
    this.cut(from + match.index, from + match.index + match[0].length, left);
    return match;
  }

  /** Put a mark where a stretch of the text was. */
  cut(start: number, end: number, left: Mark): void {
    this.text = `${this.text.slice(0, start)}${left}${this.text.slice(end)}`;
  }

  /** A value is kept if there is none of this name yet. */
  set(name: string, value: string): void {
    if (value !== '' && !this.values.has(name)) this.values.set(name, value);
  }
}

/** By each opening quotation mark, the marks that may close it. */
export const quotes: { readonly [open: string]: string } = { '“': '”', '"': '"', '„': '“”', '«': '»', '‘': '’', '‚': '‘’', '\'': '\'', '《': '》', '»': '«' };
