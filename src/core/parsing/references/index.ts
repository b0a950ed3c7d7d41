/** The door of this folder. */
export { readingReferences, readReferences } from './list';
export { worksAtAGlance } from './likely';
export { forgetReferences } from './reference';
