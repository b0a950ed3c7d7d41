/** The door of formatting: items and citations in, references in a CSL style out. It stands on the engine's thread. */
export { createFormatter, type Formatter } from './formatter';
export type { Citeproc } from './citeproc';
export type { CompactNode, StyleData } from './compact';
