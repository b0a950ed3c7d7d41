/** Citations in Pandoc Markdown, as they stand: `[see @a, p. 3; -@b]`, `@a`, `@a [p. 3; @b]`. One linear scan. */
import type { Span } from '../source';
import type { Flaw } from './citation';
import { cutsIn, flawOf } from './markdownFlaws';
import { keyAt, type KeyHere } from './markdownKeys';

/** One key with the stretch between separators that speaks of it: its prefix before, its locator after the key. */
export type Part = Span & { readonly key: KeyHere };

/** `body`: what stands between the brackets, if there are any. A bare citation's first key stands before them. */
export type Group = { readonly span: Span; readonly bare: boolean; readonly parts: readonly Part[]; readonly body?: Span; readonly flaw?: Flaw };

/**
 * A bracket that has been opened. `from`: how many free keys there were. `rest`: it directly follows a bare key.
 * `apart`: no group, whatever stands in it; `holdsGroup`: there is one in it already.
 */
type Bracket = { readonly start: number; readonly from: number; readonly rest: boolean; readonly apart: boolean; holdsGroup: boolean };

const token = /[\\[\]@\n]/g;
const emptyLine = /[ \t\r]*\n/y;
const betweenKeyAndBracket = /^[ \t]*(?:\r?\n[ \t]*)?$/;

class Scan {
  private readonly groups: Group[] = [];
  /** Keys of this paragraph that belong to no group yet, in order. */
  private readonly free: KeyHere[] = [];
  private readonly open: Bracket[] = [];

  constructor(private readonly prose: string) {}

  run(): readonly Group[] {
    token.lastIndex = 0;
    while (token.test(this.prose)) this.take(token.lastIndex - 1);
    this.endParagraph();
    return this.groups.sort((one, other) => one.span.start - other.span.start);
  }

  private take(at: number): void {
    const sign = this.prose[at];
    if (sign === '@') this.takeKey(at);
    else if (sign === '[') this.openBracket(at);
    else if (sign === ']') this.closeBracket(at);
    else if (sign === '\\') token.lastIndex += 1;
    else this.endLine(at);
  }

  private endLine(at: number): void {
    emptyLine.lastIndex = at + 1;
    if (!emptyLine.test(this.prose)) return;
    this.endParagraph();
    token.lastIndex = emptyLine.lastIndex;
  }

  private takeKey(at: number): void {
    const key = keyAt(this.prose, at);
    if (key === undefined) return;
    this.free.push(key);
    token.lastIndex = key.whole.end;
  }

  private openBracket(start: number): void {
    const last = this.open.length === 0 ? this.free.at(-1) : undefined;
    const rest = last !== undefined && start - last.whole.end < 200
      && betweenKeyAndBracket.test(this.prose.slice(last.whole.end, start));
    const apart = this.prose[start - 1] === '^' || this.prose[start + 1] === '^';
    this.open.push({ start, apart, rest, from: this.free.length, holdsGroup: false });
  }

  private closeBracket(end: number): void {
    const bracket = this.open.pop();
    if (bracket === undefined) return;
    const link = '({'.includes(this.prose[end + 1] ?? ' ');
    const from = bracket.rest ? bracket.from - 1 : bracket.from;
    const grouped = !link && !bracket.apart && !bracket.holdsGroup && this.free.length > from;
    if (grouped) this.addGroup(bracket, this.free.splice(from), end);
    const outer = this.open.at(-1);
    if (outer !== undefined && (grouped || bracket.holdsGroup)) outer.holdsGroup = true;
  }

  private addGroup({ start, rest }: Bracket, keys: readonly KeyHere[], end: number): void {
    const body = { start: start + 1, end };
    const from = rest ? inSentence(keys[0] as KeyHere).whole.start : start;
    const cuts = cutsIn(this.prose, body);
    const own = rest ? [inSentence(keys[0] as KeyHere), ...keys.slice(1)] : keys;
    const flaw = flawOf(this.prose, body, cuts, keys.map(({ span }) => span.start));
    this.groups.push({ span: { start: from, end: end + 1 }, bare: rest, body, parts: partsOf(body, cuts.at, own), ...(flaw && { flaw }) });
  }

  private endParagraph(): void {
    this.open.length = 0;
    for (const key of this.free.splice(0).map(inSentence)) {
      this.groups.push({ span: key.whole, bare: true, parts: [{ ...key.whole, key }] });
    }
  }
}

/** Outside of brackets a hyphen suppresses nothing: it is one. */
const inSentence = (key: KeyHere): KeyHere =>
  (key.suppressAuthor ? { ...key, suppressAuthor: false, whole: { start: key.whole.start + 1, end: key.whole.end } } : key);

/** Cuts the body at the first separator after each key. What stands before the body's own first key is its prefix. */
function partsOf(body: Span, cuts: readonly number[], keys: readonly KeyHere[]): readonly Part[] {
  const parts: Part[] = [];
  let start = body.start;
  let next = 0;
  keys.forEach((key, index) => {
    const from = Math.max(key.whole.end, body.start);
    for (; (cuts[next] ?? Infinity) < key.whole.start; next += 1) start = (cuts[next] as number) + 1;
    const to = keys[index + 1]?.whole.start ?? body.end;
    const cut = cuts[next] ?? Infinity;
    const whole = key.whole.end <= body.start && index + 1 < keys.length ? from : to;
    const end = cut < to ? cut : whole;
    parts.push({ start, end, key });
    start = cut < to ? end + 1 : end;
    if (cut < to) next += 1;
  });
  return parts;
}

/** All citations of a stretch of prose, in its order, none overlapping another. */
export const markdownGroups = (prose: string): readonly Group[] => (prose.includes('@') ? new Scan(prose).run() : []);
