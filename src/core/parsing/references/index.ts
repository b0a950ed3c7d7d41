/** The door of this folder. */
export { readReferences } from './list';
