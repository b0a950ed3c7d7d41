/** Which parts of a LaTeX text are typeset, so that a command there may cite. */
import type { Span } from '../source';
import { blankOut } from './rules';

/** What may begin a stretch that LaTeX does not read as text. An escaped `\%` is a command of its own. */
const token = /\\(?<command>[A-Za-z@]+\*?|[^])|(?<comment>%)|^(?<chunk><<[^\n]*>>=[ \t]*$)/gm;

const verbatim = new Set([
  'verbatim', 'verbatim*', 'Verbatim', 'Verbatim*', 'BVerbatim', 'LVerbatim', 'SaveVerbatim', 'lstlisting', 'minted',
  'comment', 'filecontents', 'filecontents*', 'VerbatimOut', 'tcblisting', 'listing*',
]);
const inlineVerbatim = new Set(['verb', 'verb*', 'lstinline', 'mintinline', 'Verb', 'Verb*']);
const addresses = new Set(['url', 'href', 'nolinkurl', 'path', 'hyperbaseurl', 'includegraphics']);

class Scan {
  private readonly dead: Span[] = [];

  constructor(private readonly text: string) {}

  run(): readonly Span[] {
    token.lastIndex = 0;
    for (let found = token.exec(this.text); found; found = token.exec(this.text)) {
      const end = this.endOf(found, token.lastIndex);
      if (end === undefined) continue;
      this.dead.push({ start: found.index, end });
      token.lastIndex = end;
    }
    return this.dead;
  }

  /** Where the dead stretch that begins here ends; undefined if this is typeset. */
  private endOf({ groups = {} }: RegExpExecArray, after: number): number | undefined {
    const { command, comment, chunk } = groups;
    if (comment !== undefined) return this.commentEnd(after);
    if (chunk !== undefined) return this.past(/^@(?![A-Za-z{])[^\n]*$/gm, after);
    if (command === 'begin') return this.environmentEnd(after);
    if (command === 'iffalse') return this.falseEnd(after);
    if (command === 'end' && this.text.startsWith('{document}', after)) return this.text.length;
    if (command !== undefined && inlineVerbatim.has(command)) return this.inlineEnd(command, after);
    if (command !== undefined && addresses.has(command)) return this.addressEnd(after);
    return undefined;
  }

  /** TeX leaves out a comment with its line end and the blanks that begin the next line. */
  private commentEnd(from: number): number {
    const line = this.text.indexOf('\n', from);
    return line < 0 ? this.text.length : line + 1;
  }

  private environmentEnd(from: number): number | undefined {
    const name = /^\{([^{}\n]{1,40})\}/.exec(this.text.slice(from, from + 42))?.[1];
    if (name === undefined || !verbatim.has(name)) return undefined;
    const closing = `\\end{${name}}`;
    const at = this.text.indexOf(closing, from);
    return at < 0 ? this.text.length : at + closing.length;
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

  private past(closing: RegExp, from: number): number {
    closing.lastIndex = from;
    return closing.test(this.text) ? closing.lastIndex : this.text.length;
  }
}

/** The text, as long as before, with blanks (also for line ends) for comments, verbatim text and what is switched off. */
export const latexProse = (text: string): string => blankOut(text, new Scan(text).run(), false);
