/** Tables as Markdown (the pipe tables of GitHub and Pandoc). Texts mean nothing to Markdown; line ends become `<br>`. */
import { plainInline } from '../markdownProse';
import { cellText, cellsOf } from './table';
import type { Cell, Table } from './table';

const plain = (text: string): string => plainInline(text).replaceAll('#', '\\#');

const written = (cell: Cell): string => {
  const text = typeof cell === 'object' ? cell.markdown.replaceAll('|', '\\|') : plain(cellText(cell));
  return text.trim().split('\n').map((part) => part.trim()).join('<br>').replace(/(?:<br>){3,}/g, '<br><br>');
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The lines of a table, with a line end behind the last. Numbers stand to the right. */
export function markdownTable(table: Table): string {
  const numeric = table.columns.map((_, at) => table.rows.length > 0 && table.rows.every((row) => typeof row[at] === 'number' || row[at] === undefined));
  const rule = numeric.map((isNumber) => (isNumber ? '---:' : '---'));
  return `${[line(table.columns.map(written)), line(rule), ...table.rows.map((row) => line(cellsOf(row, table).map(written)))].join('\n')}\n`;
}
