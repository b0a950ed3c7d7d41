/** Which parts of a Markdown text are prose, so that an `@` there may cite; and where a block of it ends. */
import type { Span } from '../source';
import { blankOut, type House } from './rules';

/**
 * Everything at which prose may stop, or must be looked at again. What must not stand before a sign is looked for once the sign
 * is there: so most characters are passed over at once.
 */
const token = new RegExp([
  /(?<gap>\n[ \t\r]*\n)/,
  /(?<escape>\\[^\n])/,
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?<fence>`{3,}(?=[^`\n]*$)|~{3,})/,
  /(?<ticks>`+)/,
  /(?<comment><!--)/,
  /<(?<element>style|script|pre)\b/,
  /(?<tag><(?=[^<>\n]{0,500}[@"'])[A-Za-z][^<>\n]{0,500}>)/,
  /(?<math>\$(?<![\\$\p{L}\p{N}_]\$)\$?)(?=[^\s$])/u,
  /(?<shortcode>\{\{<)/,
  /(?<url>h(?<![@{]h)ttps?:\/\/[^\s<>"()[\]`]*)/,
  /\]\((?<target>[^\s()]*)/,
].map((part) => part.source).join('|'), 'gmu');

const frontMatter = /\uFEFF?---[ \t]*\r?\n/y;
const frontMatterEnd = /^(?:---|\.\.\.)[ \t]*$/gm;
const indented = /(?: {4}| {0,3}\t)[^\n]*\S/y;
const insideItem = /(?: {2}|\t)/y;
const item = /^[ \t>]{0,200}(?:[-*+]|\d{1,9}[.)]|\(?[A-Za-z]{1,4}[.)]|[:~]|\[\^[^\]\n]{1,80}\]:|\(@[^()\n]{0,40}\))[ \t]/m;

/** Directives of MyST whose body is prose; that of the others is code. */
const proseDirectives =
  /^\{(?:admonition|attention|blockquote|card|caution|danger|dropdown|epigraph|error|example|exercise|figure|grid|hint|important|list-table|margin|note|pull-quote|seealso|sidebar|solution|tab-item|tab-set|table|tip|topic|warning|prf:[a-z]+)\}/;

/** No one writes a code span with more ticks than this; it keeps the search for the closing ones linear. */
const mostTicks = 16;

/** A role of MyST: its name, and the stretch between its ticks. */
export type Role = { readonly start: number; readonly name: string; readonly body: Span; readonly end: number };
/** A remark of ours in an HTML comment. */
export type MarkdownBlock = {
  readonly length: number; readonly reach: number; readonly prose: string; readonly roles: readonly Role[];
  readonly comments: readonly Span[]; readonly directives: readonly Span[]; readonly frontMatter?: Span;
};

const roleBefore = /\{([A-Za-z][A-Za-z0-9:_-]{0,30})\}$/;

class Scan {
  readonly dead: Span[] = [];
  readonly roles: Role[] = [];
  readonly comments: Span[] = [];
  readonly directives: Span[] = [];
  private reach = 0;
  /** No gap before this ends the block. */
  private held = 0;
  private paragraphEnd = -1;
  private readonly unclosed = new Map<number, number>();
  private container = false;
  private readonly closings = new Set<number>();

  constructor(private readonly text: string, private readonly start: number, private readonly house: House) {}

  run(): MarkdownBlock {
    const end = this.front() ?? this.code() ?? this.scan();
    const { start } = this;
    const shift = (span: Span): Span => ({ start: span.start - start, end: span.end - start });
    const text = this.text.slice(start, end);
    const inside = this.dead.filter((span) => span.start < end).map((span) => shift({ start: span.start, end: Math.min(span.end, end) }));
    const first = start === 0 && frontMatterOf(this.text) !== undefined;
    return {
      length: end - start, reach: end >= this.text.length ? Infinity : Math.max(end, this.reach) - start, prose: blankOut(text, inside, true),
      roles: this.roles.map((role) => ({ ...role, ...shift(role), body: shift(role.body) })),
      comments: this.comments.map(shift), directives: this.directives.map(shift), ...(first && { frontMatter: { start: 0, end } }),
    };
  }

  private front(): number | undefined {
    const end = this.start === 0 ? frontMatterOf(this.text) : undefined;
    if (end !== undefined) this.dead.push({ start: 0, end });
    // A first line `---` that is not closed yet may be closed by any later line.
    else if (this.start === 0 && this.text.startsWith('---')) this.reach = Infinity;
    return end;
  }

  /** Indented code: a list item would have kept its paragraphs to itself. */
  private code(): number | undefined {
    indented.lastIndex = this.start;
    if (!indented.test(this.text)) return undefined;
    const gap = /\n[ \t\r]*\n/g;
    gap.lastIndex = this.start;
    const end = gap.exec(this.text) ? gap.lastIndex : this.text.length;
    this.dead.push({ start: this.start, end });
    return end;
  }

  private scan(): number {
    token.lastIndex = this.start;
    for (let found = token.exec(this.text); found; found = token.exec(this.text)) {
      if (found.groups?.['gap'] !== undefined) {
        if (this.endsAt(token.lastIndex)) return token.lastIndex;
        token.lastIndex -= 1;
        continue;
      }
      const end = this.endOf(found);
      if (end === undefined) continue;
      this.dead.push({ start: this.startOf(found), end });
      token.lastIndex = end;
    }
    return this.text.length;
  }

  /** Not within a directive; and an item of a list keeps the indented paragraphs that follow. */
  private endsAt(gapEnd: number): boolean {
    if (gapEnd < this.held) return false;
    insideItem.lastIndex = gapEnd;
    if (!insideItem.test(this.text)) return true;
    this.container ||= item.test(this.text.slice(this.start, gapEnd));
    return !this.container;
  }

  private startOf(found: RegExpExecArray): number {
    const target = found.groups?.['target'];
    return target === undefined ? found.index : found.index + found[0].length - target.length;
  }

  /** Where the dead stretch that begins here ends; undefined if this is prose after all. */
  private endOf(found: RegExpExecArray): number | undefined {
    const { fence, ticks, comment, element, shortcode, url, target, tag, math } = found.groups ?? {};
    const after = found.index + found[0].length;
    if (fence !== undefined) return this.fenceEnd(fence, found.index, after);
    if (ticks !== undefined) return this.ticksEnd(ticks.length, after);
    if (math !== undefined) return this.mathEnd(math, after);
    if (comment !== undefined) return this.commentEnd(found.index, after);
    if (element !== undefined) return this.past(`</${element}>`, after) ?? after;
    if (shortcode !== undefined) return this.past('>}}', after);
    return url !== undefined || target !== undefined || tag !== undefined ? after : undefined;
  }

  private fenceEnd(fence: string, start: number, from: number): number {
    if (this.closings.has(start)) return from;
    const closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*\\r?$`, 'gm');
    closing.lastIndex = from;
    const found = closing.exec(this.text);
    const end = found ? closing.lastIndex : this.text.length;
    const line = this.text.indexOf('\n', from);
    const info = this.text.slice(from, Math.min(from + 200, line < 0 ? this.text.length : line)).trim();
    if (info.startsWith('{')) this.directives.push({ start: from, end });
    if (found === null || !proseDirectives.test(info)) return end;
    this.closings.add(found.index);
    this.held = Math.max(this.held, end);
    return line;
  }

  private ticksEnd(count: number, from: number): number | undefined {
    const limit = this.endOfParagraph(from);
    if (count > mostTicks || this.unclosed.get(count) === limit) return undefined;
    const runs = /`+/g;
    runs.lastIndex = from;
    for (let run = runs.exec(this.text); run && run.index < limit; run = runs.exec(this.text)) {
      if (run[0].length !== count) continue;
      this.addRole(from - count, { start: from, end: run.index });
      return runs.lastIndex;
    }
    this.unclosed.set(count, limit);
    return undefined;
  }

  /** A formula: what opens it is followed, and what closes it preceded, by no blank; a price is none. */
  private mathEnd(sign: string, from: number): number | undefined {
    const near = this.text.slice(from, Math.min(this.endOfParagraph(from), from + 1000));
    this.reach = Math.max(this.reach, from + 1001);
    const end = sign === '$' ? /[^\s\\]\$(?!\d)/.exec(near) : /\$\$/.exec(near);
    return end === null ? undefined : from + end.index + 2;
  }

  private addRole(ticks: number, body: Span): void {
    const name = roleBefore.exec(this.text.slice(Math.max(this.start, ticks - 34), ticks))?.[1];
    if (name !== undefined) this.roles.push({ start: ticks - name.length - 2, name, body, end: body.end + body.start - ticks });
  }

  private endOfParagraph(from: number): number {
    if (from <= this.paragraphEnd) return this.paragraphEnd;
    const gap = /\n[ \t\r]*\n/g;
    gap.lastIndex = from;
    this.paragraphEnd = gap.exec(this.text)?.index ?? this.text.length;
    this.reach = Math.max(this.reach, this.paragraphEnd + 2);
    return this.paragraphEnd;
  }

  private commentEnd(start: number, from: number): number | undefined {
    const end = this.past('-->', from);
    if (end !== undefined) this.comments.push({ start, end });
    return end;
  }

  private past(closing: string, from: number): number | undefined {
    const at = from >= (this.house.missing.get(closing) ?? Infinity) ? -1 : this.text.indexOf(closing, from);
    if (at >= 0) return at + closing.length;
    this.house.missing.set(closing, Math.min(from, this.house.missing.get(closing) ?? Infinity));
    this.reach = Infinity;
    return undefined;
  }
}

/** Where the front matter of a text ends, with its line. */
function frontMatterOf(text: string): number | undefined {
  frontMatter.lastIndex = 0;
  const opening = frontMatter.exec(text);
  if (!opening) return undefined;
  frontMatterEnd.lastIndex = opening[0].length;
  if (!frontMatterEnd.test(text)) return undefined;
  const line = text.indexOf('\n', frontMatterEnd.lastIndex - 1);
  return line < 0 ? text.length : line + 1;
}

/**
 * The block that begins at `start`: one paragraph, a list item with its paragraphs, a whole fence. `prose` has blanks for
 * what is no prose: front matter, code, HTML, scripts, addresses. Lines stay. Positions count from the block's start.
 */
export const markdownBlock = (text: string, start: number, house: House): MarkdownBlock => new Scan(text, start, house).run();
