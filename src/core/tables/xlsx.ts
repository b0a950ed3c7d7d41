/** Tables as a workbook of one sheet (ECMA-376, SpreadsheetML). Texts are texts: none of them can become a formula. */
import { tableCellsCut, tableRowsCut } from '../problem';
import type { Problem } from '../problem';
import { cellText, cellsOf } from './table';
import type { Cell, Table } from './table';
import { zipped } from './zip';

/** The limits of a sheet. */
const longestCell = 32_767;
const mostRows = 1_048_576;
const widest = 60;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const entities: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 has no place for; half a surrogate pair is no character either.
const impossible = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const xml = (text: string): string => text.replace(impossible, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** `A`, `B` … `Z`, `AA` … */
const columnName = (at: number): string => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + at % 26);

const heading = 1;
const wrapped = 2;

function cellXml(cell: Cell, at: number, row: number, style: number): string {
  const place = `r="${columnName(at)}${row}" s="${style}"`;
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c ${place}><v>${cell}</v></c>`;
  const text = cellText(cell).slice(0, longestCell);
  return text === '' ? '' : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
}

const rowXml = (cells: readonly Cell[], row: number, style: number): string =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cell, at, row, style)).join('')}</row>`;

/** How wide a column is, in characters: as its longest line, up to a width that can still be read. */
function widthOf(table: Table, at: number): number {
  let width = 8;
  for (const row of [table.columns, ...table.rows.slice(0, 1000)]) {
    for (const line of cellText(row[at]).split('\n')) width = Math.max(width, Math.min(widest, line.length + 2));
  }
  return width;
}

function sheetXml(table: Table): string {
  const columns = table.columns.map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(table, at)}" customWidth="1"/>`).join('');
  const rows = table.rows.slice(0, mostRows - 1).map((row, at) => rowXml(cellsOf(row, table), at + 2, wrapped)).join('');
  const view = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const filter = table.columns.length === 0 ? '' : `<autoFilter ref="A1:${columnName(table.columns.length - 1)}${Math.min(mostRows, table.rows.length + 1)}"/>`;
  return `${declaration}<worksheet xmlns="${main}">${view}${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${rowXml(table.columns, 1, heading)}${rows}</sheetData>${filter}</worksheet>`;
}

/** Plain, bold (headings), and wrapped at the top of the cell. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
  + '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/>'
  + '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>';

/** A name that a sheet can have: at most 31 characters, none of `[]:*?/\`. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'|'$/g, ' ').trim().slice(0, 31) || 'Table';

const parts = (table: Table): { readonly [name: string]: string } => ({
  '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/>`
    + `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${related}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="${xml(sheetName(table.name))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${related}/worksheet" Target="worksheets/sheet1.xml"/>`
    + `<Relationship Id="r2" Type="${related}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styles,
  'xl/worksheets/sheet1.xml': sheetXml(table),
});

/** The workbook as bytes. What does not fit into a sheet is cut, and told. */
export function xlsxTable(table: Table): { readonly bytes: Uint8Array; readonly problems: readonly Problem[] } {
  const entries = Object.entries(parts(table)).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const cut = table.rows.reduce((sum, row) => sum + row.filter((cell) => cellText(cell).length > longestCell).length, 0);
  const lost = Math.max(0, table.rows.length + 1 - mostRows);
  return { bytes: zipped(entries), problems: [...cut > 0 ? [tableCellsCut(cut, longestCell)] : [], ...lost > 0 ? [tableRowsCut(lost)] : []] };
}
