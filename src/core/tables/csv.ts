/** Tables as CSV. */
import { csvCell, csvRows, isLikeFormula, type CsvText } from '../exits';
import { tableCellsGuarded } from '../problem';
import type { Problem } from '../problem';
import { cellText, cellsOf } from './table';
import type { Cell, Table } from './table';

/**
 * A text that a spreadsheet program could take for a formula gets an apostrophe before it, and that is told. Numbers stay numbers.
 */
export function csvTable(table: Table): { readonly text: CsvText; readonly problems: readonly Problem[] } {
  let guarded = 0;
  const written = (cell: Cell): CsvText => {
    if (typeof cell === 'number') return csvCell(cell);
    const text = cellText(cell);
    if (isLikeFormula(text)) guarded += 1;
    return csvCell(text);
  };
  const text = csvRows([table.columns, ...table.rows.map((row) => cellsOf(row, table))].map((row) => row.map(written)));
  return { text, problems: guarded === 0 ? [] : [tableCellsGuarded(guarded)] };
}
