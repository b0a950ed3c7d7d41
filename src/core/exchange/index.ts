/** Door of exchange: notes and codebooks written for other programs, and read from them. */
export { guidFrom, guidOf } from './guid';
export { noteFormats, noteWriters, type NoteFormat } from './noteFormats';
export { allNotes, nameOfNote, type NotesToWrite, type WrittenNotes } from './notesToWrite';
export { archiveLimits, openArchive } from './unzip';
export type { Incoming, IncomingFile, IncomingNote, IncomingPart, IncomingSource, IncomingTag, PartsRead } from './incoming';
export { notesInMarkdown, type MarkdownFile } from './markdownTags';
export { incomingFile, planIncoming, type IncomingPlan, type IncomingStep, type PlanPlace } from './planIncoming';
export { partsOf, sizeOfPart } from './incomingParts';
export { incomingEndings, joinIncoming, readIncoming, readIncomingAway, whyNotRead } from './readIncoming';
