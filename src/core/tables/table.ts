/** A table as a value: what is in it, and nothing about how it is written. */
import type { DraftText } from '../exits';

/** A text, a number, nothing, or a text that Markdown writes in its own way (a citation, a link): `markdown` is then written as it stands. */
export type Cell = string | number | undefined | { readonly text: string; readonly markdown: DraftText };

/** Columns by their headings, and rows with a cell for each. A row that is shorter ends in empty cells. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** A cell as plain text; line ends are `\n`. */
export function cellText(cell: Cell): string {
  const text = typeof cell === 'object' ? cell.text : String(cell ?? '');
  return text.replace(/\r\n?/g, '\n');
}

/** The cells of a row, as many as there are columns. */
export const cellsOf = (row: readonly Cell[], { columns }: Table): readonly Cell[] => columns.map((_, at) => row[at]);
