/** Tables as CSV (RFC 4180): commas, CRLF, with the mark by which Excel knows UTF-8. */
import { tableCellsGuarded } from '../problem';
import type { Problem } from '../problem';
import { cellText, cellsOf } from './table';
import type { Cell, Table } from './table';

/** What a spreadsheet program would take for a formula, or pass over before one (blanks, marks that nobody sees): also in the full width of East Asian texts. */
const likeFormula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * A text that a spreadsheet program could take for a formula gets an apostrophe before it, and that is told. Numbers stay numbers.
 */
export function csvTable(table: Table): { readonly text: string; readonly problems: readonly Problem[] } {
  let guarded = 0;
  const field = (cell: Cell): string => {
    const text = cellText(cell);
    const isGuarded = typeof cell !== 'number' && likeFormula.test(text);
    if (isGuarded) guarded += 1;
    return quoted(isGuarded ? `'${text}` : text);
  };
  const lines = [table.columns, ...table.rows.map((row) => cellsOf(row, table))].map((row) => row.map(field).join(','));
  return { text: `\uFEFF${lines.join('\r\n')}\r\n`, problems: guarded === 0 ? [] : [tableCellsGuarded(guarded)] };
}

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
