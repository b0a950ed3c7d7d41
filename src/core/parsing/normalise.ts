/**
 * A view of the paste in which line ends, spaces, figures and ligatures are of one kind, invisible marks and the marks of quoting are
 * gone, and in which every place knows where it stands in the raw text. The raw text is never changed.
 */
import type { Span } from '../source';
import { damageOf, type Damage } from './damage';
import { foundAnywhere, inOneGo, sliceOfText, type Sliced } from '../slices';

/** The normalised `text`, and the way back. `rawSpan` of neighbouring spans are neighbours too: nothing falls between. */
export type Normal = {
  readonly text: string;
  readonly raw: string;
  readonly rawSpan: (span: Span) => Span;
};

const lineEnds = '\\r\\n?|[\\u000b\\u000c\\u0085\\u2028\\u2029]';
const spaces = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]';
const invisible = '[\\u0000-\\u0008\\u000e-\\u001f\\u007f\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]';
// Zero-width joiners carry meaning in Arabic, Indic scripts and emoji, but are litter after a Latin or Cyrillic letter.
const joiners = '(?<=[\\p{sc=Latin}\\p{sc=Cyrillic}])[\\u200c\\u200d]';
// Marks of e-mail and Markdown before a quoted line.
const quoting = '(?<![^\\n\\r])(?:> ?){1,9}';
// Figures and Latin letters as wide as Chinese characters, and the signs between them: `２０１７`, `［Ｊ］`, `１０．９９／ｚｗ`.
const wide = '[\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a]|(?<=[\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a])[\\uff0d-\\uff0f](?=[\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a])';
const oddSource = `${quoting}|${lineEnds}|${spaces}|${invisible}|${joiners}|${wide}|[\\ufb00-\\ufb06]`;
const odd = new RegExp(oddSource, 'gu');

const ligatures: { readonly [character: string]: string } = {
  '\ufb00': 'ff', '\ufb01': 'fi', '\ufb02': 'fl', '\ufb03': 'ffi', '\ufb04': 'ffl', '\ufb05': 'st', '\ufb06': 'st',
};

const isLineEnd = new RegExp(`^(?:${lineEnds})$`, 'u');
const isSpace = new RegExp(`^${spaces}$`, 'u');
const isWide = /^[\uff0d-\uff5a]$/u;

function plain(found: string): string {
  if (isLineEnd.test(found)) return '\n';
  if (isSpace.test(found)) return ' ';
  if (isWide.test(found)) return String.fromCharCode(found.charCodeAt(0) - 0xfee0);
  return ligatures[found] ?? '';
}

/** Finds what is to be replaced, in a text that shows some damage; each kind is a group of its own. */
const patternFor = (damage: readonly Damage[]): RegExp =>
  (damage.length === 0 ? odd : new RegExp(`${damage.map(({ traces }) => `(${traces})`).join('|')}|${oddSource}`, 'gu'));

function mended(match: RegExpExecArray, damage: readonly Damage[]): string {
  const kind = damage.findIndex((_, index) => match[index + 1] !== undefined);
  return damage[kind]?.mended(match[0]) ?? plain(match[0]);
}

const anyOdd = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufb00-\ufb06\ufeff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

/** May a text hold anything that is to be replaced? */
function* showsOdd(raw: string): Sliced<boolean> {
  return raw.startsWith('>') || (raw.includes('>') && raw.includes('\n>')) || (yield* foundAnywhere(anyOdd, raw, 1));
}

/** Make the normalised view of a text. Linear in its length. */
export const normalise = (raw: string): Normal => inOneGo(normalising(raw));

/** The same in slices. */
export function* normalising(raw: string): Sliced<Normal> {
  const damage = yield* damageOf(raw);
  if (damage.length === 0 && !(yield* showsOdd(raw))) return asItIs(raw);
  const parts: string[] = [];
  const marks = new Marks();
  let from = 0;
  let length = 0;
  let paused = 0;
  for (const match of raw.matchAll(patternFor(damage))) {
    if (match.index - paused > sliceOfText) {
      paused = match.index;
      yield;
    }
    const replacement = mended(match, damage);
    parts.push(raw.slice(from, match.index), replacement);
    length += match.index - from + replacement.length;
    from = match.index + match[0].length;
    if (replacement.length !== match[0].length) marks.add(length, from);
  }
  if (parts.length === 0) return asItIs(raw);
  parts.push(raw.slice(from));
  const text = parts.join('');
  if (text.trim() === '' && (damage.length > 0 || raw.includes('>'))) return asItIs(raw);
  const rawAt = (position: number): number => (position >= text.length ? raw.length : marks.rawAt(position));
  return { text, raw, rawSpan: ({ start, end }) => ({ start: start === 0 ? 0 : rawAt(start), end: rawAt(end) }) };
}

const asItIs = (raw: string): Normal => ({ text: raw, raw, rawSpan: (span) => span });

/** Where the distance between a normal position and its raw position changes. */
class Marks {
  private readonly normal: number[] = [0];
  private readonly raw: number[] = [0];

  add(normal: number, raw: number): void {
    this.normal.push(normal);
    this.raw.push(raw);
  }

  /** The raw position of a normal one; inside an expanded ligature, the place behind it at most. */
  rawAt(position: number): number {
    let low = 0;
    let high = this.normal.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.normal[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    const reached = (this.raw[low] ?? 0) + position - (this.normal[low] ?? 0);
    return Math.min(reached, this.raw[low + 1] ?? Infinity);
  }
}
