/** First pages whose two columns were copied side by side, line by line: each column is read by itself. */
import type { Line } from './lines';
import { labelAt } from './pages/labels/label';

/** So many lines at least must have words in both columns. */
const least = 4;
/** A column of running text is at least so wide on the mean, in UTF-16 code units; one of keywords beside it may be narrow. */
const widest = 40;

/** The lines of a stretch; where two columns stand side by side, those of the left one before those of the right one. Only where the label of an abstract stands in one of them: a table is none. */
export function columnsApart(text: string, lines: readonly Line[]): readonly Line[] {
  const raws = lines.map(({ start, end }) => text.slice(start, end));
  const edge = edgeOf(raws);
  if (edge === undefined) return lines;
  const [from, to] = stretchOf(raws, edge);
  const left = lines.slice(from, to).map((line) => part(text, line, 0, edge));
  const right = lines.slice(from, to).map((line) => part(text, line, edge, Infinity));
  const both = left.filter((line, at) => line.text !== '' && right[at]?.text !== '');
  if (both.length < least || Math.max(mean(left), mean(right)) < widest && Math.min(mean(left), mean(right)) < widest / 2 || ![...left, ...right].some(({ text: words }) => ['abstract', 'keywords'].includes(labelAt(words)?.role ?? ''))) return lines;
  return [...lines.slice(0, from), ...left, ...right, ...lines.slice(to)];
}

function mean(column: readonly Line[]): number {
  const told = column.filter(({ text }) => text !== '');
  return told.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, told.length);
}

function part(text: string, { start, end }: Line, first: number, last: number): Line {
  const [from, to] = [Math.min(start + first, end), Math.min(start + last, end)];
  return { text: text.slice(from, to).trim(), start: from, end: to };
}

/** Where the right column begins: behind a wide gap, at the same place in most lines that have one. */
function edgeOf(raws: readonly string[]): number | undefined {
  const counts = new Map<number, number>();
  for (const raw of raws) {
    const gap = /^ {0,8}\S.{3,90}?\S {3,60}(?=\S)/u.exec(raw);
    if (gap !== null) counts.set(gap[0].length, (counts.get(gap[0].length) ?? 0) + 1);
  }
  const [edge, count] = [...counts].reduce(([top, most], [at, many]) => (many > most ? [at, many] : [top, most]), [0, 0]);
  return count >= least ? edge : undefined;
}

/** The lines around those with two columns, as long as no word crosses the gap. */
function stretchOf(raws: readonly string[], edge: number): readonly [number, number] {
  const hasBoth = (raw: string): boolean => raw.length > edge && raw.slice(edge - 2, edge) === '  ' && raw[edge] !== ' ' && raw.slice(0, edge).trim() !== '';
  const keepsGap = (raw: string): boolean => raw.slice(edge - 2, edge).trim() === '';
  let [from, to] = [raws.findIndex(hasBoth), raws.findLastIndex(hasBoth) + 1];
  const crossed = raws.slice(from, to).findIndex((raw) => !keepsGap(raw));
  if (crossed >= 0) to = from + crossed;
  while (to < raws.length && raws[to]?.trim() !== '' && keepsGap(raws[to] ?? '')) to++;
  while (from > 0 && raws[from - 1]?.trim() !== '' && keepsGap(raws[from - 1] ?? '') && !raws[from - 1]?.startsWith(' '.repeat(9))) from--;
  return [from, to];
}
