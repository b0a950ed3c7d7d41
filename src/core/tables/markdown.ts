/** Tables as Markdown (the pipe tables of GitHub and Pandoc). Texts mean nothing to Markdown; line ends become `<br>`. */
import { inDraft, joined, type DraftText } from '../exits';
import { ownMarkdown, plainWords } from '../markdownProse';
import { cellText, cellsOf } from './table';
import type { Cell, Table } from './table';

const written = (cell: Cell): DraftText => {
  const text = typeof cell === 'object' ? cell.markdown.replaceAll('|', '\\|') : plainWords(cellText(cell));
  return ownMarkdown(text.trim().split('\n').map((part) => part.trim()).join('<br>').replace(/(?:<br>){3,}/g, '<br><br>'));
};

const line = (cells: readonly DraftText[]): DraftText => inDraft`| ${joined(cells, inDraft` | `)} |`;

/** The lines of a table, with a line end behind the last. Numbers stand to the right. */
export function markdownTable(table: Table): DraftText {
  const numeric = table.columns.map((_, at) => table.rows.length > 0 && table.rows.every((row) => typeof row[at] === 'number' || row[at] === undefined));
  const rule = numeric.map((isNumber) => (isNumber ? inDraft`---:` : inDraft`---`));
  return inDraft`${joined([line(table.columns.map(written)), line(rule), ...table.rows.map((row) => line(cellsOf(row, table).map(written)))], inDraft`\n`)}\n`;
}
