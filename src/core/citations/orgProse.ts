/** Which parts of an Org text are prose, so that a citation may stand there; and where a block of it ends. */
import type { Span } from '../source';
import { blankOut, type House } from './rules';

// What must stand before a sign is looked for once the sign is there: so most characters are passed over at once.
const token = new RegExp([
  /(?<gap>\n[ \t\r]*\n)/,
  /^[ \t]*#\+begin_(?<block>src|example|export|comment|verbatim)\b/,
  /^[ \t]*(?<line>#(?= |\t|$)|:(?= |$))/,
  /(?<code>[=~](?<=(?:^|[\s({'"-])[=~]))(?=\S)/,
  /\bsrc_[A-Za-z-]{1,40}(?:\[[^\]\n]{0,200}\])?(?<source>\{)/,
  /(?<snippet>@@[a-z]+:)/,
].map((part) => part.source).join('|'), 'gim');

const codeEnd: { readonly [sign: string]: RegExp } = {
  '=': /[^\s=]=(?=[\s.,;:!?'")}[\]-]|$)/gm,
  '~': /[^\s~]~(?=[\s.,;:!?'")}[\]-]|$)/gm,
};

export type OrgBlock = { readonly length: number; readonly reach: number; readonly prose: string; readonly facts: string };

class Scan {
  private readonly dead: Span[] = [];
  /** Blocks of code alone; what comments say still counts as facts. */
  private readonly code: Span[] = [];
  private reach = 0;

  constructor(private readonly text: string, private readonly start: number, private readonly house: House) {}

  run(): OrgBlock {
    const end = this.scan();
    const shift = (span: Span): Span => ({ start: span.start - this.start, end: span.end - this.start });
    const text = this.text.slice(this.start, end);
    return {
      length: end - this.start, reach: end >= this.text.length ? Infinity : Math.max(this.reach, end) - this.start,
      prose: blankOut(text, this.dead.map(shift), true), facts: blankOut(text, this.code.map(shift), true),
    };
  }

  private scan(): number {
    token.lastIndex = this.start;
    for (let found = token.exec(this.text); found; found = token.exec(this.text)) {
      if (found[0].charCodeAt(0) === 0x0a) return token.lastIndex;
      const end = this.endOf(found, token.lastIndex);
      if (end === undefined) continue;
      this.dead.push({ start: found.index, end });
      if (found.groups?.['block'] !== undefined) this.code.push({ start: found.index, end });
      token.lastIndex = end;
    }
    return this.text.length;
  }

  private endOf({ groups = {} }: RegExpExecArray, after: number): number | undefined {
    const { block, line, code, source } = groups;
    if (block !== undefined) return this.blockEnd(block.toLowerCase(), after);
    if (line !== undefined) return this.lineEnd(after);
    if (code !== undefined) return this.codeEnd(code, after);
    const closing = source !== undefined ? '}' : '@@';
    const end = this.text.slice(after, Math.min(after + 500, this.lineEnd(after))).indexOf(closing);
    return end < 0 ? undefined : after + end + closing.length;
  }

  private lineEnd(from: number): number {
    const line = this.text.indexOf('\n', from);
    return line < 0 ? this.text.length : line;
  }

  /** A block that is never closed is none. */
  private blockEnd(name: string, from: number): number | undefined {
    if (from >= (this.house.missing.get(name) ?? Infinity)) {
      this.reach = Infinity;
      return undefined;
    }
    const closing = new RegExp(`^[ \\t]*#\\+end_${name}\\b[^\\n]*`, 'gim');
    closing.lastIndex = from;
    if (closing.test(this.text)) return closing.lastIndex;
    this.house.missing.set(name, Math.min(from, this.house.missing.get(name) ?? Infinity));
    this.reach = Infinity;
    return undefined;
  }

  /** `=verbatim=` and `~code~`, on one line. */
  private codeEnd(sign: string, from: number): number | undefined {
    const closing = codeEnd[sign] as RegExp;
    const line = this.text.slice(from, Math.min(from + 1000, this.lineEnd(from)));
    closing.lastIndex = 0;
    return closing.test(line) ? from + closing.lastIndex : undefined;
  }
}

/**
 * The block that begins at `start`: a paragraph with the blocks of code it holds. `prose` has blanks for code and comments;
 * `facts` for code alone. Positions count from the block's start.
 */
export const orgProse = (text: string, start: number, house: House): OrgBlock => new Scan(text, start, house).run();
