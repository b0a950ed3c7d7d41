/** What changes a library: how records come in, and the edits of files. Loaded when something is changed first. */
export { inverseEdits } from '../edits';
export { planAdding } from './adding';
export { fieldsOf } from './item';
export { coderFileName, fileNameFor } from './keys';
export { parseFile } from './loading';
export { withPlace } from './merging';
export { newSourceFile } from './newFile';
export { addNote, addNotes, addPasted, removeNote, setFields, setHeading } from './sourceEdits';
