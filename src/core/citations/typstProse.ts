/** Which parts of a Typst text are markup, so that an `@` there may cite; and where a block of it ends. */
import type { Span } from '../source';
import { blankOut, type House } from './rules';

// What must not stand before a sign is looked for once the sign is there: so most characters are passed over at once.
const token = new RegExp([
  /(?<gap>\n[ \t\r]*\n)/,
  /(?<escape>\\[^\n])/,
  /(?<comment>\/(?<![:/]\/)\/)/,
  /(?<note>\/\*)/,
  /(?<ticks>`+)/,
  /(?<math>\$)/,
  /(?<url>h(?<![\p{L}\p{N}_@]h)ttps?:\/\/[^\s<>"()[\]`]*)/u,
  /(?<string>"(?<=[(,:=+][ \t]{0,3}"))/,
].map((part) => part.source).join('|'), 'gu');

export type TypstBlock = { readonly length: number; readonly reach: number; readonly prose: string; readonly code: string; readonly comments: readonly Span[] };

class Scan {
  private readonly dead: Span[] = [];
  private readonly strings: Span[] = [];
  private readonly comments: Span[] = [];
  private reach = 0;

  constructor(private readonly text: string, private readonly start: number, private readonly house: House) {}

  run(): TypstBlock {
    const end = this.scan();
    const shift = (span: Span): Span => ({ start: span.start - this.start, end: Math.min(span.end, end) - this.start });
    const text = this.text.slice(this.start, end);
    const code = blankOut(text, this.dead.map(shift), true);
    return {
      length: end - this.start, reach: end >= this.text.length ? Infinity : Math.max(this.reach, end) - this.start,
      code, prose: blankOut(code, this.strings.map(shift), true), comments: this.comments.map(shift),
    };
  }

  private scan(): number {
    token.lastIndex = this.start;
    for (let found = token.exec(this.text); found; found = token.exec(this.text)) {
      if (found[0].charCodeAt(0) === 0x0a) return token.lastIndex;
      const end = this.endOf(found, token.lastIndex);
      if (end === undefined) continue;
      (found.groups?.['string'] === undefined ? this.dead : this.strings).push({ start: found.index, end });
      token.lastIndex = end;
    }
    return this.text.length;
  }

  private endOf({ groups = {}, index }: RegExpExecArray, after: number): number | undefined {
    const { comment, note, ticks, math, url, string } = groups;
    if (comment !== undefined) return this.commentEnd(index, after);
    if (note !== undefined) return this.noteEnd(after);
    if (ticks !== undefined) return ticks.length === 2 ? after : this.rawEnd(ticks, after);
    if (math !== undefined) return this.within('$', after);
    if (string !== undefined) return this.stringEnd(after);
    return url !== undefined ? after : undefined;
  }

  private commentEnd(start: number, from: number): number {
    const line = this.text.indexOf('\n', from);
    const end = line < 0 ? this.text.length : line;
    this.comments.push({ start, end });
    return end;
  }

  /** Notes nest; one that is never closed goes on to the end. */
  private noteEnd(from: number): number {
    const sign = /\/\*|\*\//g;
    sign.lastIndex = from;
    let depth = 1;
    for (let found = sign.exec(this.text); found; found = sign.exec(this.text)) {
      depth += found[0] === '/*' ? 1 : -1;
      if (depth === 0) return sign.lastIndex;
    }
    return this.text.length;
  }

  /** Raw text closes with as many ticks as it was opened. */
  private rawEnd(ticks: string, from: number): number {
    const at = from >= (this.house.missing.get(ticks) ?? Infinity) ? -1 : this.text.indexOf(ticks, from);
    if (at >= 0) return at + ticks.length;
    this.house.missing.set(ticks, Math.min(from, this.house.missing.get(ticks) ?? Infinity));
    return this.text.length;
  }

  /** A formula that is not closed in its paragraph is none. */
  private within(sign: string, from: number): number | undefined {
    const near = this.text.slice(from, from + 3000);
    this.reach = Math.max(this.reach, from + 3000);
    const gap = /\n[ \t\r]*\n/.exec(near)?.index ?? near.length;
    const at = near.slice(0, gap).search(sign === '$' ? /(?<!\\)\$/ : /"/);
    return at < 0 ? undefined : from + at + 1;
  }

  private stringEnd(from: number): number | undefined {
    const line = this.text.slice(from, from + 1000).split('\n', 1)[0] ?? '';
    const end = /(?<!\\)"/.exec(line)?.index;
    return end === undefined ? undefined : from + end + 1;
  }
}

/**
 * The block that begins at `start`: a paragraph with the raw text and notes it holds. `code` has blanks for raw text, notes,
 * formulas and addresses; `prose` for strings of code as well. Positions count from the block's start.
 */
export const typstBlock = (text: string, start: number, house: House): TypstBlock => new Scan(text, start, house).run();
