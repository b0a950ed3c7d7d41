/** What is known of a line that may begin an entry of a list of references: how it begins, how the line before ends, and what came since the last entry began. */
import { tokensOf } from './model/tokens';
import { forms, hashOf, nothing } from './model/word';

/** What came since the last entry began: how many lines, how many code units, and whether a year. */
export type Since = { readonly lines: number; readonly length: number; readonly dated: boolean };

/** The lines of a block and what all of them have in common: the length of the longest, and how the first begins. */
export type Block = { readonly lines: readonly string[]; readonly longest: number; readonly opening: readonly number[]; readonly common: number };

/** The hash of a feature of a line: that of its name and its value as texts with a blank between, worked out digit by digit. */
function featureOf(name: number, value: number): number {
  let hash = (opened[name] ??= hashOf(`${name} `));
  if (value < 0) hash = Math.imul(hash ^ minus, prime);
  let rest = Math.abs(value);
  let first = figures.length;
  do {
    const tens = rest <= 0xffffffff ? ((rest >>> 0) / 10) >>> 0 : Math.floor(rest / 10);
    figures[--first] = rest - tens * 10;
    rest = tens;
  } while (rest > 0);
  for (; first < figures.length; first++) hash = Math.imul(hash ^ (zero + (figures[first] as number)), prime);
  return hash | 0;
}

/** The digits of a number, the last one at the end: there is room for those of all whole numbers. */
const figures = new Uint8Array(16);

const [zero, minus, prime] = [0x30, 0x2d, 0x01000193];
const opened: number[] = [];

const year = forms.indexOf('year');
/** A year, or what stands in its place. */
const yearLike = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?<!\p{L})(?:[Ff]orthcoming|[Ii]n press|[Nn]\. ?d\.|[Ii]m Erscheinen|[Вв] печати)(?!\p{L})/u;

const formsOf = (text: string, most: number): readonly number[] => tokensOf(text, most).map((token) => token.word.form);

/** A block of lines, looked at once. */
export function blockOf(lines: readonly string[]): Block {
  const openings = lines.map((line) => shapeOf(formsOf(line.slice(0, 60), 4)));
  const counts = new Map<number, number>();
  for (const opening of openings) counts.set(opening, (counts.get(opening) ?? 0) + 1);
  const common = [...counts].reduce((top, row) => (row[1] > top[1] ? row : top), [0, 0])[0];
  return { lines, longest: lines.reduce((longest, line) => Math.max(longest, line.length), 0), opening: formsOf((lines[0] ?? '').slice(0, 60), 4), common };
}

const shapeOf = (kinds: readonly number[]): number => kinds.reduce((shape, kind) => Math.imul(shape, 37) + kind + 1, 7);
const bucket = (value: number): number => (value < 5 ? Math.floor(value * 4) : 20);

/** Four figures that may be a year among others, and what may be an address, whose figures are none. */
const [fourFigures, maybeAddress] = [/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/, /http|www\.|10\./];

/** Is one of the tokens of a text a year? `kinds` are those of its first tokens; few texts need all of theirs. */
const hasYear = (text: string, kinds: readonly number[]): boolean =>
  kinds.includes(year) || (fourFigures.test(text) && (!maybeAddress.test(text) || tokensOf(text).some(({ word }) => word.form === year)));

/** The features of line `at` of a block, as texts that name them. */
export function lineFeatures(block: Block, at: number, since: Since): readonly number[] {
  const line = block.lines[at] ?? '';
  const before = block.lines[at - 1] ?? '';
  const start = line.slice(0, 90);
  const head = tokensOf(start, 5);
  const kinds = head.map((token) => token.word.form);
  const tail = tokensOf(before.slice(-40));
  const tailKinds = tail.map((token) => token.word.form).slice(-3);
  const fits = before.length + 1 + (line.split(' ', 1)[0] ?? '').length <= block.longest ? 1 : 0;
  const full = bucket((before.length / Math.max(1, block.longest)) * 5);
  const size = block.longest < 60 ? 0 : block.longest < 90 ? 1 : block.longest < 125 ? 2 : block.longest < 180 ? 3 : 4;
  const end = shapeOf(tailKinds.slice(-2));
  const [open, opening] = [shapeOf(kinds.slice(0, 3)), shapeOf(kinds.slice(0, 4))];
  const alike = kinds.slice(0, 4).filter((kind, index) => kind === block.opening[index]).length;
  const dated = (since.dated ? 1 : 0) + (hasYear(start, kinds) ? 2 : 0);
  const features: number[] = [];
  const put = (name: number, value: number): void => { features.push(featureOf(name, value)); };
  [end, shapeOf(tailKinds), open, opening, shapeOf(kinds.slice(0, 2)), shapeOf(kinds.slice(0, 5)), alike, fits * 32 + full, size * 2 + fits, dated].forEach((value, index) => put(index, value));
  put(20, alike * 8 + size);
  put(21, Math.imul(end, 31) + open);
  put(22, (size * 32 + full) * 2 + fits);
  put(23, Math.min(since.lines, 6) * 8 + size);
  put(24, (since.dated ? 1 : 0) * 8 + size);
  put(25, Math.imul(shapeOf(tailKinds.slice(-1)), 7) + (since.dated ? 1 : 0));
  put(26, Math.imul(opening, 3) + (since.dated ? 1 : 0));
  put(27, ((opening === block.common ? 1 : 0) * 8 + size) * 2 + fits);
  put(28, (head[0]?.word ?? nothing).word);
  put(29, (tail.at(-1)?.word ?? nothing).word);
  put(30, Math.imul((tail.at(-1)?.word ?? nothing).word, 31) + (head[0]?.word ?? nothing).form);
  put(31, Math.min(9, Math.floor(since.length / 60)) * 8 + size);
  put(32, (Math.min(9, Math.floor(line.length / 20)) * 8 + size) * 2 + (since.dated ? 1 : 0));
  put(33, Math.imul(opening, 31) + shapeOf(tailKinds.slice(-1)));
  put(34, shapeOf(kinds.slice(0, 2)) * 4 + dated);
  put(35, (/\p{L}[-‐]$/u.test(before) ? 1 : 0) * 2 + (/^\p{Ll}/u.test(line) ? 1 : 0));
  put(36, ((fits * 32 + full) * 2 + (since.dated ? 1 : 0)) * 8 + size);
  return features;
}

/** What came since the last entry began, after a line more. */
export const after = (since: Since, line: string): Since => ({ lines: since.lines + 1, length: since.length + line.length, dated: since.dated || yearLike.test(line) });
/** What came when an entry has just begun with this line. */
export const begun = (line: string): Since => after({ lines: 0, length: 0, dated: false }, line);
