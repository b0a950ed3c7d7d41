/**
 * The patterns of profiles that people write: the part of regular expressions that can be tried in linear time, as a tree.
 * Letters, classes, `\d` `\p{L}` `.`, groups (also named), `|`, `? * + {2,5}` (also lazy), `^` and `$`.
 */

/** A pattern in parts. A `one` fits a single character. */
export type PatternNode =
  | { readonly kind: 'one'; readonly fits: RegExp }
  | { readonly kind: 'start' } | { readonly kind: 'end' }
  | { readonly kind: 'row'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly ways: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly name?: string; readonly inner: PatternNode }
  | { readonly kind: 'repeat'; readonly inner: PatternNode; readonly least: number; readonly most: number; readonly lazy: boolean };

/** A pattern’s tree, or what is wrong with it, in words that fit behind “it ”. */
export function patternTree(source: string): PatternNode | string {
  if (source.length > 600) return 'is longer than 600 characters';
  const reader = new Reader(source);
  const tree = reader.choice(0);
  return reader.trouble ?? (reader.atEnd() ? tree : 'closes a group that it does not open');
}

const atom = /\\(?:[pP]\{[A-Za-z_=]{1,40}\}|u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|[dDsSwWtnrfv]|[^\p{L}\d])|\[(?:\\[pP]\{[A-Za-z_=]{1,40}\}|\\[^pP]|[^\\\]]){1,400}\]|[^\\[\](){}*+?|^$]/uy;
const times = /(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})\??/y;

class Reader {
  private at = 0;
  trouble: string | undefined;

  constructor(private readonly source: string) {}

  atEnd(): boolean {
    return this.at >= this.source.length;
  }

  choice(depth: number): PatternNode {
    const ways = [this.row(depth)];
    while (this.source[this.at] === '|' && this.trouble === undefined) {
      this.at++;
      ways.push(this.row(depth));
    }
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : { kind: 'choice', ways };
  }

  private row(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (!this.atEnd() && !'|)'.includes(this.source[this.at] ?? '') && this.trouble === undefined) parts.push(this.repeated(this.part(depth)));
    return { kind: 'row', parts };
  }

  private part(depth: number): PatternNode {
    const mark = this.source[this.at];
    if (mark === '^' || mark === '$') {
      this.at++;
      return { kind: mark === '^' ? 'start' : 'end' };
    }
    if (mark === '(') return this.group(depth);
    const found = this.taken(atom);
    if (found === undefined) return this.wrong(/^\\[\dk]/u.test(this.source.slice(this.at)) ? 'refers back to a group, which profiles of your own can’t' : `has “${mark ?? ''}” where a character was expected (write \\${mark ?? ''} for the character itself)`);
    return this.one(found);
  }

  private one(found: string): PatternNode {
    try {
      return { kind: 'one', fits: new RegExp(`^(?:${found})$`, 'us') };
    } catch {
      return this.wrong(`has “${found}”, which is no class of characters`);
    }
  }

  private group(depth: number): PatternNode {
    if (depth > 12) return this.wrong('has groups more than twelve deep');
    this.at++;
    const opening = this.taken(/\?(?::|<[A-Za-z]{1,30}>)/y);
    if (opening === undefined && this.source[this.at] === '?') return this.wrong('looks ahead or behind, which profiles of your own can’t');
    const inner = this.choice(depth + 1);
    if (this.source[this.at] !== ')' && this.trouble === undefined) return this.wrong('has a group that is never closed');
    this.at++;
    const name = opening?.startsWith('?<') === true ? opening.slice(2, -1) : undefined;
    return { kind: 'group', inner, ...(name === undefined ? {} : { name }) };
  }

  private repeated(inner: PatternNode): PatternNode {
    const found = this.trouble === undefined ? this.taken(times) : undefined;
    if (found === undefined) return inner;
    const lazy = found.length > 1 && found.endsWith('?');
    const [least, most] = bounds(lazy ? found.slice(0, -1) : found);
    if (most < least) return this.wrong(`has “${found}”, which ends before it begins`);
    return { kind: 'repeat', inner, least, most, lazy };
  }

  private taken(form: RegExp): string | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.source)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private wrong(trouble: string): PatternNode {
    this.trouble ??= trouble;
    this.at = this.source.length;
    return { kind: 'row', parts: [] };
  }
}

function bounds(mark: string): readonly [number, number] {
  if (mark === '?') return [0, 1];
  if (mark === '*' || mark === '+') return [mark === '+' ? 1 : 0, Infinity];
  const [, least = '0', comma, most = ''] = /^\{(\d{1,3})(,?)(\d{0,3})\}$/u.exec(mark) ?? [];
  return [Number(least), comma !== ',' ? Number(least) : most === '' ? Infinity : Number(most)];
}
