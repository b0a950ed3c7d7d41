/** Door of exchange: notes and codebooks written for other programs, and read from them. */
export { guidFrom, guidOf } from './guid';
export { noteFormats, noteWriters, type NoteFormat } from './noteFormats';
export { allNotes, nameOfNote, type NotesToWrite, type WrittenNotes } from './notesToWrite';
export { archiveLimits, openArchive } from './unzip';
export type { Incoming, IncomingNote, IncomingSource, IncomingTag } from './incoming';
export { notesInMarkdown, type MarkdownFile } from './markdownTags';
export { incomingFile, planIncoming, type IncomingPlan, type IncomingStep, type PlanPlace } from './planIncoming';
export { incomingEndings, joinIncoming, readIncoming, type IncomingFile } from './readIncoming';
