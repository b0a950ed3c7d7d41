/** Which parts of a Pandoc Markdown text are prose, so that an `@` there may cite. */
import type { Span } from '../source';
import { blankOut } from './rules';

const frontMatter = /^\uFEFF?---[ \t]*\r?\n/;
const frontMatterEnd = /^(?:---|\.\.\.)[ \t]*$/gm;

/** Everything at which prose may stop, or must be looked at again. */
const token = new RegExp([
  /(?<escape>\\[^\n])/,
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?<fence>`{3,}(?=[^`\n]*$)|~{3,})/,
  /(?<ticks>`+)/,
  /(?<comment><!--)/,
  /<(?<element>style|script|pre)\b/,
  /(?<shortcode>\{\{<)/,
  /(?<![@{])(?<url>https?:\/\/[^\s<>"()[\]`]*)/,
  /\]\((?<target>[^\s()]*)/,
].map((part) => part.source).join('|'), 'gm');

/** No one writes a code span with more ticks than this; it keeps the search for the closing ones linear. */
const mostTicks = 16;

class Scan {
  readonly dead: Span[] = [];
  private readonly missing = new Set<string>();
  private readonly unclosed = new Map<number, number>();
  private paragraphEnd = -1;

  constructor(private readonly text: string) {}

  run(): readonly Span[] {
    token.lastIndex = this.frontMatter();
    for (let found = token.exec(this.text); found; found = token.exec(this.text)) {
      const end = this.endOf(found);
      if (end === undefined) continue;
      this.dead.push({ start: this.startOf(found), end });
      token.lastIndex = end;
    }
    return this.dead;
  }

  private frontMatter(): number {
    const opening = frontMatter.exec(this.text);
    if (!opening) return 0;
    frontMatterEnd.lastIndex = opening[0].length;
    if (!frontMatterEnd.test(this.text)) return 0;
    this.dead.push({ start: 0, end: frontMatterEnd.lastIndex });
    return frontMatterEnd.lastIndex;
  }

  private startOf(found: RegExpExecArray): number {
    const target = found.groups?.['target'];
    return target === undefined ? found.index : found.index + found[0].length - target.length;
  }

  /** Where the dead stretch that begins here ends; undefined if this is prose after all. */
  private endOf(found: RegExpExecArray): number | undefined {
    const { fence, ticks, comment, element, shortcode, url, target } = found.groups ?? {};
    const after = found.index + found[0].length;
    if (fence !== undefined) return this.fenceEnd(fence, after);
    if (ticks !== undefined) return this.ticksEnd(ticks.length, after);
    if (comment !== undefined) return this.past('-->', after);
    if (element !== undefined) return this.past(`</${element}>`, after);
    if (shortcode !== undefined) return this.past('>}}', after);
    return url !== undefined || target !== undefined ? after : undefined;
  }

  private fenceEnd(fence: string, from: number): number {
    const closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`, 'gm');
    closing.lastIndex = from;
    return closing.test(this.text) ? closing.lastIndex : this.text.length;
  }

  private ticksEnd(count: number, from: number): number | undefined {
    const limit = this.endOfParagraph(from);
    if (count > mostTicks || this.unclosed.get(count) === limit) return undefined;
    const runs = /`+/g;
    runs.lastIndex = from;
    for (let run = runs.exec(this.text); run && run.index < limit; run = runs.exec(this.text)) {
      if (run[0].length === count) return runs.lastIndex;
    }
    this.unclosed.set(count, limit);
    return undefined;
  }

  private endOfParagraph(from: number): number {
    if (from <= this.paragraphEnd) return this.paragraphEnd;
    const gap = /\n[ \t\r]*\n/g;
    gap.lastIndex = from;
    this.paragraphEnd = gap.exec(this.text)?.index ?? this.text.length;
    return this.paragraphEnd;
  }

  private past(closing: string, from: number): number | undefined {
    if (this.missing.has(closing)) return undefined;
    const at = this.text.indexOf(closing, from);
    if (at >= 0) return at + closing.length;
    this.missing.add(closing);
    return undefined;
  }
}

/**
 * The text, as long as before, with blanks for what is no prose: front matter, code, HTML comments and scripts,
 * addresses. Lines stay.
 */
export const markdownProse = (text: string): string => blankOut(text, new Scan(text).run(), true);
