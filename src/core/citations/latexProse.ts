/** Which parts of a LaTeX text are typeset, so that a command there may cite; and where a block of it ends. */
import type { Span } from '../source';
import { blankOut, type House } from './rules';

/** What may begin a stretch that LaTeX does not read as text, or end a block. An escaped `\%` is a command of its own. */
const token =
  /\\(?:(?<command>begin|end|iffalse|verb|lstinline|mintinline|Verb|url|href|nolinkurl|path|hyperbaseurl|includegraphics)(?<star>\*?)(?![A-Za-z@])|[^A-Za-z])|(?<comment>%)|(?<gap>\n[ \t\r]*\n)|^(?<chunk><<[^\n\r\u2028\u2029]{0,2000}>>=[ \t]{0,80}$)/gm;

const verbatim = new Set([
  'verbatim', 'verbatim*', 'Verbatim', 'Verbatim*', 'BVerbatim', 'LVerbatim', 'SaveVerbatim', 'lstlisting', 'minted',
  'comment', 'filecontents', 'filecontents*', 'VerbatimOut', 'tcblisting', 'listing*',
]);
const emptyLine = /[ \t\r]*\n/y;
const addresses = new Set(['url', 'href', 'nolinkurl', 'path', 'hyperbaseurl', 'includegraphics']);

export type LatexBlock = { readonly length: number; readonly reach: number; readonly prose: string; readonly comments: readonly Span[] };

class Scan {
  private readonly dead: Span[] = [];
  private readonly comments: Span[] = [];
  private reach = 0;

  constructor(private readonly text: string, private readonly start: number, private readonly house: House) {}

  run(): LatexBlock {
    const end = this.scan();
    const shift = (span: Span): Span => ({ start: span.start - this.start, end: span.end - this.start });
    return {
      length: end - this.start, reach: end >= this.text.length ? Infinity : Math.max(this.reach, end) - this.start,
      prose: blankOut(this.text.slice(this.start, end), this.dead.map(shift), false), comments: this.comments.map(shift),
    };
  }

  private scan(): number {
    token.lastIndex = this.start;
    for (let found = token.exec(this.text); found; found = token.exec(this.text)) {
      if (found[0].charCodeAt(0) === 0x0a) return token.lastIndex;
      const end = this.endOf(found, token.lastIndex);
      if (end === undefined) continue;
      this.dead.push({ start: found.index, end });
      token.lastIndex = end;
    }
    return this.text.length;
  }

  /** Where the dead stretch that begins here ends; undefined if this is typeset. */
  private endOf({ groups = {}, index }: RegExpExecArray, after: number): number | undefined {
    const { command, star, comment, chunk } = groups;
    if (comment !== undefined) return this.commentEnd(index, after);
    if (chunk !== undefined) return this.past('\n@', after);
    if (command === undefined) return undefined;
    if (command === 'begin') return this.environmentEnd(after);
    if (command === 'iffalse') return this.falseEnd(after);
    if (command === 'end') return this.text.startsWith('{document}', after) ? this.text.length : undefined;
    if (addresses.has(command)) return this.addressEnd(after - (star?.length ?? 0));
    return this.inlineEnd(command, after);
  }

  /** TeX leaves out a comment with its line end; an empty line behind it ends the paragraph all the same. */
  private commentEnd(start: number, from: number): number {
    const line = this.text.indexOf('\n', from);
    const end = line < 0 ? this.text.length : line;
    this.comments.push({ start, end });
    if (line < 0) return end;
    this.reach = Math.max(this.reach, line + 2);
    emptyLine.lastIndex = line + 1;
    return emptyLine.test(this.text) ? line : line + 1;
  }

  private environmentEnd(from: number): number | undefined {
    const name = /^\{([^{}\n]{1,40})\}/.exec(this.text.slice(from, from + 42))?.[1];
    return name === undefined || !verbatim.has(name) ? undefined : this.past(`\\end{${name}}`, from);
  }

  /** Past the `\fi` (or `\else`) of an `\iffalse`, over the conditionals inside. */
  private falseEnd(from: number): number {
    const part = /\\(?:(if)(?!f\b|thenelse\b|then\b)[A-Za-z@]*|(else)(?![A-Za-z@])|fi(?![A-Za-z@]))/g;
    part.lastIndex = from;
    let depth = 1;
    for (let found = part.exec(this.text); found; found = part.exec(this.text)) {
      if (found[1] !== undefined) depth += 1;
      else if (found[2] === undefined) depth -= 1;
      if (depth === 0 || (depth === 1 && found[2] !== undefined)) return part.lastIndex;
    }
    return this.text.length;
  }

  /** `\verb|…|`, `\lstinline[…]{…}`, `\mintinline{tex}|…|`: never longer than a line. */
  private inlineEnd(command: string, from: number): number | undefined {
    const line = this.text.slice(from, from + 1000).split('\n', 1)[0] ?? '';
    const options = command === 'mintinline' ? /^(?:\[[^\]]*\])?\{[^}]*\}/ : /^(?:\[[^\]]*\])?/;
    const start = options.exec(line)?.[0].length ?? 0;
    const sign = line[start];
    if (sign === undefined || /[A-Za-z\s*]/.test(sign)) return undefined;
    const end = line.indexOf(sign === '{' ? '}' : sign, start + 1);
    return end < 0 ? undefined : from + end + 1;
  }

  /** In an address `%` begins no comment. */
  private addressEnd(from: number): number | undefined {
    const address = /^\s?\{[^{}\n]{0,2000}\}/.exec(this.text.slice(from, from + 2004));
    return address ? from + address[0].length : undefined;
  }

  private past(closing: string, from: number): number {
    const at = from >= (this.house.missing.get(closing) ?? Infinity) ? -1 : this.text.indexOf(closing, from);
    if (at < 0) this.house.missing.set(closing, Math.min(from, this.house.missing.get(closing) ?? Infinity));
    return at < 0 ? this.text.length : at + closing.length;
  }
}

/**
 * The block that begins at `start`: a paragraph with the verbatim stretches it holds. `prose` has blanks (also for line ends)
 * for comments, verbatim text and what is switched off. Positions count from the block's start.
 */
export const latexBlock = (text: string, start: number, house: House): LatexBlock => new Scan(text, start, house).run();
