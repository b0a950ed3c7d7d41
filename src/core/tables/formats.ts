/** The forms that a table can be written in: a row each. */
import type { Problem } from '../problem';
import { csvTable } from './csv';
import { markdownTable } from './markdown';
import type { Table } from './table';
import { xlsxTable } from './xlsx';

/** Forms of a table, by the ending of the file. */
export const tableFormats = ['md', 'csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A file to write, and what of the table could not be written as it stands. */
export type WrittenTable = { readonly bytes: Uint8Array; readonly problems: readonly Problem[] };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What each form is called, and how it is written. */
export const tableWriters: { readonly [F in TableFormat]: { readonly name: string; readonly write: (table: Table) => WrittenTable } } = {
  md: { name: 'Markdown', write: (table) => ({ bytes: utf8(markdownTable(table)), problems: [] }) },
  csv: { name: 'CSV', write: (table) => { const { text, problems } = csvTable(table); return { bytes: utf8(text), problems }; } },
  xlsx: { name: 'Excel', write: xlsxTable },
};
