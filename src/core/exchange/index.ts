/** Door of exchange: notes and codebooks written for other programs, and read from them. */
export { guidFrom, guidOf } from './guid';
export { noteFormats, noteWriters, type NoteFormat } from './noteFormats';
export { allNotes, nameOfNote, type NotesToWrite, type WrittenNotes } from './notesToWrite';
