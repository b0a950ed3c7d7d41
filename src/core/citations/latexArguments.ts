/** Citing commands in LaTeX with their arguments, as they stand. Linear in the text. */
import type { Span } from '../source';
import { shapeOf, type Shape } from './latexCommands';
import { latexProse } from './latexProse';

/** `[pre][post]{a,b}` or, for volumes, `[pre]{volume}[pages]{a}`: all spans are of what stands between the brackets. */
export type Unit = { readonly start: number; readonly options: readonly Span[]; readonly volume?: Span; readonly list: Span };

/** One citing command. `nameEnd`: where its name ends, before a star. */
export type Command = {
  readonly name: string; readonly shape: Shape; readonly star: boolean; readonly nameEnd: number;
  readonly span: Span; readonly units: readonly Unit[];
};

/** For each opening `{` and `[` the position of its closing partner, else 0. A `]` in braces closes nothing outside. */
function partners(prose: string): Uint32Array {
  const closing = new Uint32Array(prose.length);
  const open: number[] = [];
  for (let at = 0; at < prose.length; at += 1) {
    const sign = prose.charCodeAt(at);
    if (sign === 0x5c) at += 1;
    else if (sign === 0x7b || sign === 0x5b) open.push(at);
    else if (sign === 0x7d || sign === 0x5d) close(prose, closing, open, at);
  }
  return closing;
}

function close(prose: string, closing: Uint32Array, open: number[], at: number): void {
  const brace = prose[at] === '}';
  while (brace && open.length > 0 && prose[open.at(-1) as number] === '[') open.pop();
  const opening = open.at(-1);
  if (opening === undefined || (prose[opening] === '{') !== brace) return;
  closing[opening] = at;
  open.pop();
}

const citing = /\\([A-Za-z]+)(\*?)/g;
const blanks = /[ \t\r]*(?:\n[ \t\r]*)?(?!\s)/y;

class Reader {
  private at = 0;
  private readonly closing: Uint32Array;

  constructor(private readonly prose: string) {
    this.closing = partners(prose);
  }

  commands(): readonly Command[] {
    const all: Command[] = [];
    citing.lastIndex = 0;
    for (let found = citing.exec(this.prose); found; found = citing.exec(this.prose)) {
      const shape = this.escaped(found.index) ? undefined : shapeOf(found[1] as string);
      if (shape !== undefined) all.push(...this.command(found, shape));
    }
    return all;
  }

  /** `\\cite` is a line break and a word. */
  private escaped(at: number): boolean {
    let backslashes = 0;
    while (this.prose[at - 1 - backslashes] === '\\') backslashes += 1;
    return backslashes % 2 === 1;
  }

  private command(found: RegExpExecArray, shape: Shape): readonly Command[] {
    const name = found[1] as string;
    this.at = found.index + found[0].length;
    const units = this.units(shape);
    const last = units.at(-1);
    if (last === undefined) return [];
    const span = { start: found.index, end: last.list.end + 1 };
    return [{ name, shape, units, span, star: found[2] === '*', nameEnd: found.index + 1 + name.length }];
  }

  private units(shape: Shape): readonly Unit[] {
    const many = shape === 'cites' || shape === 'volcites';
    if (many) this.parentheses();
    if (shape === 'foreignquote' && this.group('{') === undefined) return [];
    const units: Unit[] = [];
    do {
      const unit = this.unit(shape === 'volcite' || shape === 'volcites');
      if (unit === undefined) break;
      units.push(unit);
    } while (many);
    return units;
  }

  private unit(volumes: boolean): Unit | undefined {
    const start = this.at;
    const options = this.options();
    const volume = volumes ? this.group('{') : undefined;
    if (volumes) options.push(...this.options());
    const list = this.group('{');
    if (list !== undefined) return { start, options, list, ...(volume && { volume }) };
    this.at = start;
    return undefined;
  }

  /** Up to two optional arguments; apacite's `<…>` counts as the first. */
  private options(): Span[] {
    const options: Span[] = [];
    const angle = /<([^<>\n{}]{0,200})>/y;
    angle.lastIndex = this.at;
    const found = angle.exec(this.prose);
    if (found) {
      options.push({ start: found.index + 1, end: angle.lastIndex - 1 });
      this.at = angle.lastIndex;
    }
    for (let option = this.group('['); option; option = this.group('[')) options.push(option);
    return options.slice(-2);
  }

  private parentheses(): void {
    const both = /(?:\s?\([^()\n]{0,500}\)){1,2}/y;
    both.lastIndex = this.at;
    if (both.test(this.prose)) this.at = both.lastIndex;
  }

  /** What stands in the brackets that open here, after blanks but no empty line. */
  private group(sign: '[' | '{'): Span | undefined {
    blanks.lastIndex = this.at;
    const start = blanks.test(this.prose) ? blanks.lastIndex : this.at;
    const end = this.closing[start] ?? 0;
    if (this.prose[start] !== sign || end === 0) return undefined;
    this.at = end + 1;
    return { start: start + 1, end };
  }
}

/** A LaTeX text read: `prose` is what LaTeX reads of it, blanks elsewhere. */
export type LatexText = { readonly prose: string; readonly commands: readonly Command[] };

/** All citing commands of the text, in its order, with those that have no key yet. Some may stand inside another's argument. */
export function readLatex(text: string): LatexText {
  const prose = latexProse(text);
  return { prose, commands: new Reader(prose).commands() };
}

export type KeyHere = { readonly key: string; readonly span: Span };

/** The keys in a unit's braces, each with its span; what no key can be (`*`, `#1`, a command) is left out. */
export function keysIn(prose: string, { list }: Unit): readonly KeyHere[] {
  const keys: KeyHere[] = [];
  let start = list.start;
  for (const piece of prose.slice(list.start, list.end).split(',')) {
    const key = piece.trim();
    const at = start + piece.length - piece.trimStart().length;
    if (/^[^\s\\{}#%*[\]]+$/.test(key)) keys.push({ key, span: { start: at, end: at + key.length } });
    start += piece.length + 1;
  }
  return keys;
}
