/** The forms in which notes can be written: a row each. */
import { noCodesToWrite, noRelationsToWrite } from '../problem';
import { csvTable, xlsxTable } from '../tables';
import { notesArgdown } from './notesArgdown';
import { notesDocx } from './notesDocx';
import { notesHtml } from './notesHtml';
import { notesJson } from './notesJson';
import { notesMarkdown } from './notesMarkdown';
import { notesTable, tagMatrix } from './notesTable';
import { utf8 } from './notesToWrite';
import type { NotesToWrite, WrittenNotes } from './notesToWrite';
import { refiCodebook } from './refiCodebook';
import { refiProject } from './refiProject';

/** The forms, by the name under which one asks for them on the command line. */
export const noteFormats = ['md', 'docx', 'html', 'csv', 'xlsx', 'json', 'matrix', 'argdown', 'qdc', 'qdpx'] as const;
export type NoteFormat = (typeof noteFormats)[number];

/** `name` and `detail` are for the person, `ending` is that of the file without its dot. */
type NoteWriter = { readonly name: string; readonly detail: string; readonly ending: string; readonly write: (chosen: NotesToWrite) => WrittenNotes };

const plain = (write: (chosen: NotesToWrite) => string): NoteWriter['write'] => (chosen) => ({ bytes: utf8(write(chosen)), problems: [] });

export const noteWriters: { readonly [F in NoteFormat]: NoteWriter } = {
  md: { name: 'Markdown', detail: 'Passages with citations, source by source', ending: 'md', write: plain(notesMarkdown) },
  docx: { name: 'Word', detail: 'The same, as a document', ending: 'docx', write: (chosen) => ({ bytes: notesDocx(chosen), problems: [] }) },
  html: { name: 'HTML', detail: 'The same, as a page', ending: 'html', write: plain(notesHtml) },
  csv: { name: 'CSV', detail: 'A note a row', ending: 'csv', write: (chosen) => { const { text, problems } = csvTable(notesTable(chosen)); return { bytes: utf8(text), problems }; } },
  xlsx: { name: 'Excel', detail: 'A note a row', ending: 'xlsx', write: (chosen) => xlsxTable(notesTable(chosen)) },
  json: { name: 'JSON', detail: 'Everything, for programs', ending: 'json', write: plain(notesJson) },
  // R would take the mark of UTF-8 for a part of the first heading.
  matrix: { name: 'Matrix for R', detail: 'Sources × tags as 0 and 1, CSV', ending: 'csv', write: (chosen) => { const { text, problems } = csvTable(tagMatrix(chosen)); return { bytes: utf8(text.replace(/^\uFEFF/, '')), problems }; } },
  argdown: { name: 'Argdown', detail: 'Notes and how they support and attack each other, to be drawn as a map', ending: 'argdown', write: (chosen) => {
    const text = notesArgdown(chosen);
    return { bytes: utf8(text), problems: text === '' ? [noRelationsToWrite()] : [] };
  } },
  qdc: { name: 'REFI-QDA codebook', detail: 'For ATLAS.ti, MAXQDA, NVivo, QualCoder and others', ending: 'qdc', write: (chosen) => {
    const text = refiCodebook(chosen);
    return { bytes: utf8(text ?? ''), problems: text === undefined ? [noCodesToWrite()] : [] };
  } },
  qdpx: { name: 'REFI-QDA project', detail: 'Texts, codes, passages and notes for the same programs', ending: 'qdpx', write: (chosen) => ({ bytes: refiProject(chosen), problems: [] }) },
};
