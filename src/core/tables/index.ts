/** Door of the tables: a table as a value, and the forms it can be written in. */
export { csvTable } from './csv';
export { tableFormats, tableWriters, type TableFormat, type WrittenTable } from './formats';
export { markdownTable } from './markdown';
export { cellText, type Cell, type Table } from './table';
export { xlsxTable } from './xlsx';
export { crc32, zipped, type ZipEntry } from './zip';
