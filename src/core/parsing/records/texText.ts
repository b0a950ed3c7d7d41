/** Values written in TeX as the text they stand for. Linear in their length; what is nested too deep is read as it stands. */
import { accents, addresses, bareAccents, fractions, relations, signs, silent, skipped, switches, wrappings } from './texCommands';

/** A value read: `whole` when every command in it was known. */
export type TexReading = { readonly text: string; readonly whole: boolean };

const deepest = 60;
const longestMathematics = 200;
const special = /[\\{}$~`'-]/g;
const commandName = /\\([A-Za-z]+|[^])/y;
const blanks = /\s*/y;
const starred = /\*?[ \t]*(?:\n[ \t]*)?/y;
const named = /(\\(?:log|ln|exp|sin|cos|tan|min|max|lim|sup|inf|Pr|det|dim))[ \t]{0,9}(?=[A-Za-z\\])/gu;
/** `^{\textrm{th}}`: a command about the look of what is raised or lowered. */
const dressed = /([\^_])\{\\(?:text(?:rm|it|bf|sf|tt|up|normal)?|math(?:rm|it|bf|sf|tt|normal)|mbox|rm|operatorname)\s?\{([^{}^_$]{0,60})\}\}/gu;
const script = /([\^_])(?:\{([^{}^_$]{0,60})\}|(\\[A-Za-z]{1,20}|[^\s{}\\^_$]))/gu;

/** Read a value. Italics and the like come as the markup that CSL knows; blanks are one space each. */
export function readTex(value: string): TexReading {
  if (!/[\\{}$~`'-]/.test(value)) return { text: tidy(value), whole: true };
  const reader = new TexReader(value);
  return { text: tidy(reader.toEnd()), whole: reader.whole };
}

/** The text of a value alone, without markup. */
export function texAsText(value: string): string {
  const { text } = readTex(value);
  return text.includes('<') ? text.replace(/<\/?(?:i|b|sup|sub|span)(?: style="[^"]{0,40}")?>/gu, '') : text;
}

const tidy = (text: string): string => (/^(?:[!-~]+(?: [!-~]+)*)?$/.test(text) ? text : tidied(text));
const tidied = (text: string): string => text.replace(/\s+/gu, ' ').normalize('NFC').trim();

class TexReader {
  whole = true;
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  toEnd(): string {
    let text = '';
    while (this.at < this.source.length) {
      text += this.group();
      this.at++;
    }
    return text;
  }

  /** Everything up to the closing brace of this group, or the end. */
  private group(): string {
    let [text, end] = ['', ''];
    for (;;) {
      text += this.run();
      const mark = this.source[this.at];
      if (mark === undefined || mark === '}') return text + end;
      const opened = mark === '\\' ? this.switched() : undefined;
      if (opened !== undefined) {
        text += opened[0];
        end = opened[1] + end;
      } else text += this.piece(mark);
    }
  }

  /** Letters up to the next mark that means something. */
  private run(): string {
    special.lastIndex = this.at;
    const start = this.at;
    this.at = special.exec(this.source)?.index ?? this.source.length;
    return this.source.slice(start, this.at);
  }

  private piece(mark: string): string {
    if (mark === '\\') return this.command();
    if (mark === '{') return this.braced();
    if (mark === '$') return this.mathematics();
    if (mark === '~') return this.take(1, ' ');
    return this.ligature(mark);
  }

  private take(length: number, text: string): string {
    this.at += length;
    return text;
  }

  private ligature(mark: string): string {
    const three = this.source.slice(this.at, this.at + 3);
    if (three === '---') return this.take(3, '—');
    if (three.startsWith('--')) return this.take(2, '–');
    if (three.startsWith('``')) return this.take(2, '“');
    if (three.startsWith('\'\'')) return this.take(2, '”');
    return this.take(1, mark === '`' ? '‘' : mark);
  }

  private braced(): string {
    this.at++;
    if (this.depth >= deepest) return '';
    this.depth++;
    const text = this.group();
    this.depth--;
    this.at++;
    return text;
  }

  /** A switch like `\it` and the blank behind it, if one stands here. */
  private switched(): readonly [string, string] | undefined {
    const name = this.nameHere();
    const pair = switches.get(name);
    if (pair === undefined) return undefined;
    this.at += name.length + 1;
    this.skip(blanks);
    return pair;
  }

  private nameHere(): string {
    commandName.lastIndex = this.at;
    return commandName.exec(this.source)?.[1] ?? '';
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    this.at += pattern.exec(this.source)?.[0].length ?? 0;
  }

  private command(): string {
    const name = this.nameHere();
    this.at += name.length + 1;
    const isWord = /^[A-Za-z]/.test(name);
    if (accents.has(name)) return this.accented(name);
    const spaced = relations.has(name) && /\s/.test(this.source[this.at - name.length - 2] ?? '') && /\s/.test(this.source[this.at] ?? '');
    if (isWord) this.skip(starred);
    const sign = signs.get(name);
    if (spaced && sign !== undefined) return `${sign} `;
    if (sign !== undefined) return isWord || name !== '\\' ? sign : this.lineBreak(sign);
    return this.wrapped(name);
  }

  private lineBreak(sign: string): string {
    if (this.source[this.at] === '*') this.at++;
    return sign;
  }

  private wrapped(name: string): string {
    if (silent.has(name)) return this.silenced();
    if (addresses.has(name)) return this.address();
    if (fractions.has(name)) return this.fraction(fractions.get(name) ?? '/');
    if (name === 'switchargs') return ((behind) => this.argument() + behind)(this.argument());
    for (let count = skipped.get(name) ?? 0; count > 0; count--) this.argument();
    const pair = wrappings.get(name);
    if (pair === undefined) {
      this.whole = false;
      return this.source[this.at] === '{' ? this.argument() : '';
    }
    const inside = this.argument();
    return inside.trim() === '' ? inside : pair[0] + inside + pair[1];
  }

  /** `\frac{a}{b}` as `a/b`; what is more than a letter or number stands in brackets. */
  private fraction(mark: string): string {
    const [over, under] = [this.argument(), this.argument()].map((part) => (/^[\p{L}\p{N}√][\p{L}\p{N}.]*$/u.test(part.trim()) ? part.trim() : `(${part.trim()})`));
    return `${over}${mark}${under}`;
  }

  private silenced(): string {
    this.argument();
    return '';
  }

  /** An address stands in its braces as it is: a tilde in it is a tilde, and two hyphens are two. */
  private address(): string {
    const end = this.source[this.at] === '{' ? this.source.indexOf('}', this.at) : -1;
    const text = this.source.slice(this.at + 1, end);
    if (end < 0 || text.includes('{')) return this.argument();
    this.at = end + 1;
    return text.replace(/\\([%#&_~])/gu, '$1');
  }

  /** What a command takes: a group, another command, or one character. */
  private argument(): string {
    this.skip(blanks);
    const mark = this.source[this.at];
    if (mark === undefined || mark === '}') return '';
    if (mark === '{') return this.braced();
    if (mark === '\\' && this.depth < deepest) return this.deeper();
    return this.take(String.fromCodePoint(this.source.codePointAt(this.at) ?? 0).length, String.fromCodePoint(this.source.codePointAt(this.at) ?? 0));
  }

  private deeper(): string {
    this.depth++;
    const text = this.command();
    this.depth--;
    return text;
  }

  private accented(name: string): string {
    if (/^[A-Za-z]$/.test(name) && /[A-Za-z]/.test(this.source[this.at] ?? '')) return '';
    const text = this.argument();
    if (name === 'overline') return text.replace(/[\p{L}\p{N}]/gu, (letter) => `${letter}\u0305`);
    if (text.trim() === '') return (bareAccents.get(name) ?? '') + text;
    const [, base = '', rest = ''] = /^(.\p{M}{0,9})([^]*)$/su.exec(text.normalize('NFD').replace(/^ı/u, 'i').replace(/^ȷ/u, 'j')) ?? [];
    return (base + (accents.get(name) ?? '') + rest).normalize('NFC');
  }

  /** Formulas as the signs they show, `$^{th}$` as a raised text; a lone dollar sign is money. */
  private mathematics(): string {
    const end = this.source.indexOf('$', this.at + 1);
    const inside = end < 0 ? '' : this.source.slice(this.at + 1, end);
    if (end < 0 || inside.length > longestMathematics || !/[\\^_=<>]|^\s*[A-Za-z]\s*$/u.test(inside)) return this.take(1, '$');
    this.at = end + 1;
    const raised = inside.replace(named, '$1~').replace(dressed, '$1{$2}').replace(script, (_, kind: string, group: string | undefined, single: string | undefined) =>
      `<${kind === '^' ? 'sup' : 'sub'}>${group ?? single ?? ''}</${kind === '^' ? 'sup' : 'sub'}>`);
    const reading = readTex(raised);
    this.whole = this.whole && reading.whole;
    return reading.text;
  }
}
