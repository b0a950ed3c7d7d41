/** What reads files onto the shelf and makes a library of them. Loaded with the first library that is read. */
export { assembling } from './assembling';
export { loadBibliography, loadCodebook, heldFrom, holdFile, loadFile, loadFiles, parseFile, readManyQuietly } from './loading';
export { held } from './held';
export { Packing } from './packing';
export { inSlices } from '../slices';
export { indexing, unsearched } from './search';
export { Outliner } from './outlining';
