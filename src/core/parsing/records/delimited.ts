/**
 * Rows of delimited text: RFC 4180 with what people paste. Quoted cells may hold line ends; a quotation mark that is never
 * closed costs its own row and no other. Linear: a quoted cell is followed for 30,000 characters, and not for ever.
 */
import { inOneGo, sliceOfText, type Sliced } from '../../slices';
import type { Span } from '../../source';

/** One row with its place; cells as text, unquoted and trimmed. */
export type Row = Span & { readonly cells: readonly string[] };

const longestCell = 30_000;

/** The rows of a stretch of text, blank ones left out. */
export const rowsOf = (text: string, span: Span, separator: string): readonly Row[] => inOneGo(gatheringRows(text, span, separator));

/** The same in slices. */
export function* gatheringRows(text: string, span: Span, separator: string): Sliced<readonly Row[]> {
  const rows: Row[] = [];
  let pauseAt = span.start + sliceOfText;
  let effort = 4 * (span.end - span.start) + longestCell;
  for (let at = span.start; at < span.end;) {
    const quoted = effort > 0 ? readRow(text, at, span.end, separator) : undefined;
    const row = quoted !== undefined && !('failedAt' in quoted) ? quoted : plainRow(text, at, span.end, separator);
    if (quoted !== undefined && 'failedAt' in quoted) effort -= quoted.failedAt - at;
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
    at = row.end + 1;
    if (at < pauseAt) continue;
    pauseAt = at + sliceOfText;
    yield;
  }
  return rows;
}

/** A row in which quotation marks are nothing special, up to the end of its line. */
function plainRow(text: string, start: number, limit: number, separator: string): Row {
  const feed = text.indexOf('\n', start);
  const end = feed < 0 || feed > limit ? limit : feed;
  return { start, end, cells: text.slice(start, end).split(separator).map((cell) => cell.trim().replace(/^"|"$/gu, '').replace(/""/gu, '"')) };
}

function readRow(text: string, start: number, limit: number, separator: string): Row | { readonly failedAt: number } {
  const cells: string[] = [];
  for (let at = start; ;) {
    const cell = readCell(text, at, limit, separator);
    if (cell.text === undefined) return { failedAt: cell.end };
    cells.push(cell.text);
    if (cell.end >= limit || text[cell.end] === '\n') return { start, end: Math.min(cell.end, limit), cells };
    at = cell.end + 1;
  }
}

/** A cell, and where the separator or line end behind it stands; no text when its quotation mark is not closed. */
type Cell = { readonly text: string | undefined; readonly end: number };

function readCell(text: string, start: number, limit: number, separator: string): Cell {
  let from = start;
  while (from < limit && (text[from] === ' ' || (text[from] === '\t' && separator !== '\t'))) from++;
  if (text[from] === '"' && from < limit) return quotedCell(text, from, limit, separator);
  let end = start;
  while (end < limit && text[end] !== separator && text[end] !== '\n') end++;
  return { text: text.slice(start, end).trim(), end };
}

function quotedCell(text: string, start: number, limit: number, separator: string): Cell {
  const stop = Math.min(limit, start + longestCell);
  let broken = false;
  for (let at = start + 1; at < stop; at++) {
    if (text[at] === '\n') broken = true;
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"' && at + 1 < limit) {
      at++;
      continue;
    }
    const end = behindBlanks(text, at + 1, limit);
    if (end >= limit || text[end] === separator || text[end] === '\n') return { text: text.slice(start + 1, at).replace(/""/gu, '"').replace(/(?<![ \t])[ \t]{0,40}\n[ \t]{0,40}/gu, '\n').trim(), end };
    if (broken) return { text: undefined, end: at };
  }
  return { text: undefined, end: stop };
}

function behindBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && at < start + 40 && text[at] === ' ') at++;
  return at;
}
