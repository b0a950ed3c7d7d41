/** Citing commands in LaTeX with their arguments, as they stand in one block. Linear in the text. */
import type { Span } from '../source';
import { shapeOf, type Shape } from './latexCommands';
import { trimmed } from './rules';

/** `[pre][post]{a,b}` or, for volumes, `[pre]{volume}[pages]{a}`: all spans are of what stands between the brackets. */
export type Unit = { readonly start: number; readonly options: readonly Span[]; readonly volume?: Span; readonly list: Span };

/** One citing command. `nameEnd`: where its name ends, before a star. */
export type Command = {
  readonly name: string; readonly shape: Shape; readonly star: boolean; readonly nameEnd: number;
  readonly span: Span; readonly units: readonly Unit[];
};

/** What stands between brackets of one kind. */
export type Argument = { readonly sign: '[' | '{'; readonly span: Span };

/** A command that does not cite but matters, such as `\input`, with the arguments that follow it, six at most. */
export type OtherCommand = { readonly name: string; readonly start: number; readonly nameEnd: number; readonly args: readonly Argument[] };

/** The closing partners of `{` and `[`, asked for in the order of the text. A `]` in braces closes nothing outside. */
class Partners {
  private readonly closing = new Map<number, number>();
  private scanned = 0;

  constructor(private readonly prose: string) {}

  /** Where the bracket closes that opens here; undefined if it does not. No stretch is scanned twice. */
  of(opening: number): number | undefined {
    if (opening >= this.scanned) this.scan(opening);
    return this.closing.get(opening);
  }

  /** From an opening bracket to its partner or, without one, to the end. */
  private scan(from: number): void {
    const { prose } = this;
    const open = [from];
    let at = from + 1;
    for (; at < prose.length && open.length > 0; at += 1) {
      const sign = prose.charCodeAt(at);
      if (sign === 0x5c) at += 1;
      else if (sign === 0x7b || sign === 0x5b) open.push(at);
      else if (sign === 0x7d || sign === 0x5d) this.close(open, at);
    }
    this.scanned = at;
  }

  private close(open: number[], at: number): void {
    const brace = this.prose[at] === '}';
    while (brace && open.length > 0 && this.prose[open.at(-1) as number] === '[') open.pop();
    const opening = open.at(-1);
    if (opening === undefined || (this.prose[opening] === '{') !== brace) return;
    this.closing.set(opening, at);
    open.pop();
  }
}

const anyCommand = /\\([A-Za-z]+)(\*?)/g;
const parentheses = /(?:\s?\([^()\n]{0,500}\)){1,2}/y;
const angle = /<[^<>\n{}]{0,200}>/y;

export class LatexReader {
  private at = 0;
  private readonly partners: Partners;
  readonly commands: Command[] = [];
  readonly others: OtherCommand[] = [];

  /** `own`: commands of the draft itself, by name. `watched`: names that matter besides. */
  constructor(readonly prose: string, private readonly own: ReadonlyMap<string, string>, watched: ReadonlySet<string>) {
    this.partners = new Partners(prose);
    anyCommand.lastIndex = 0;
    for (let found = anyCommand.exec(prose); found; found = anyCommand.exec(prose)) {
      const name = found[1] as string;
      const shape = shapeOf(name) ?? this.own.get(name) as Shape | undefined;
      if (shape === undefined && !watched.has(name)) continue;
      if (this.escaped(found.index)) continue;
      if (shape !== undefined) this.command(found, shape);
      if (watched.has(name)) this.others.push({ name, start: found.index, nameEnd: anyCommand.lastIndex, args: this.argumentsFrom(anyCommand.lastIndex) });
    }
  }

  /** `\\cite` is a line break and a word. */
  private escaped(at: number): boolean {
    let backslashes = 0;
    while (this.prose[at - 1 - backslashes] === '\\') backslashes += 1;
    return backslashes % 2 === 1;
  }

  private command(found: RegExpExecArray, shape: Shape): void {
    const name = found[1] as string;
    this.at = found.index + found[0].length;
    const units = this.units(shape);
    const last = units.at(-1);
    if (last === undefined) return;
    const span = { start: found.index, end: last.list.end + 1 };
    this.commands.push({ name, shape, units, span, star: found[2] === '*', nameEnd: found.index + 1 + name.length });
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
    angle.lastIndex = this.at;
    if (this.prose[this.at] === '<' && angle.test(this.prose)) {
      options.push({ start: this.at + 1, end: angle.lastIndex - 1 });
      this.at = angle.lastIndex;
    }
    for (let option = this.group('['); option; option = this.group('[')) options.push(option);
    return options.length > 2 ? options.slice(-2) : options;
  }

  private parentheses(): void {
    parentheses.lastIndex = this.at;
    if (parentheses.test(this.prose)) this.at = parentheses.lastIndex;
  }

  /** Blanks, with one line end among them, part a command from its arguments. */
  private afterBlanks(): number {
    let lines = 0;
    for (let at = this.at; ; at += 1) {
      const sign = this.prose.charCodeAt(at);
      if (sign === 0x0a && lines === 0) lines += 1;
      else if (sign !== 0x20 && sign !== 0x09 && sign !== 0x0d) return at;
    }
  }

  /** What stands in the brackets that open here, after blanks but no empty line. */
  private group(sign: '[' | '{'): Span | undefined {
    const start = this.afterBlanks();
    if (this.prose[start] !== sign) return undefined;
    const end = this.partners.of(start);
    if (end === undefined) return undefined;
    this.at = end + 1;
    return { start: start + 1, end };
  }

  /** The arguments that stand from here on, each kind as it comes. */
  private argumentsFrom(at: number): readonly Argument[] {
    this.at = at;
    const found: Argument[] = [];
    while (found.length < 6) {
      const option = this.group('[');
      const span = option ?? this.group('{');
      if (span === undefined) break;
      found.push({ sign: option ? '[' : '{', span });
    }
    return found;
  }
}

export type KeyHere = { readonly key: string; readonly span: Span; readonly part: Span };

const keyWords = /^[^\s\\{}#%*[\]]+$/;

/** The keys in a unit's braces, each with its span; what no key can be (`*`, `#1`, a command) is left out. */
export function keysIn(prose: string, { list }: Unit): readonly KeyHere[] {
  const keys: KeyHere[] = [];
  const words = prose.slice(list.start, list.end);
  for (let start = list.start; start <= list.end;) {
    const comma = words.indexOf(',', start - list.start);
    const end = comma < 0 ? list.end : list.start + comma;
    const part = { start, end };
    const span = trimmed(prose, part);
    const key = span === undefined ? '' : prose.slice(span.start, span.end);
    if (span !== undefined && keyWords.test(key)) keys.push({ key, part, span: span.start === start && span.end === end ? part : span });
    start = end + 1;
  }
  return keys;
}
