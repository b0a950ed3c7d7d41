/** What changes a library: how records come in, and the edits of files. Loaded when something is changed first. */
export { removeNote, setFields, setHeading } from './sourceEdits';
export { FileWriter } from './writer';
