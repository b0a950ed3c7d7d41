/** Door of the notes: tags, locators, headings, anchors, the codebook. */
export * from './anchor';
export * from './anchoring/passage';
export * from './codebook';
export * from './codebookFile';
export * from './comment';
export * from './heading';
export * from './headingParts';
export * from './locator';
export { labelWords } from './locatorWords';
export * from './pageMarks';
export * from './passageRows';
export * from './problems';
export * from './tag';
export * from './tagChoice';
export * from './tagInput';
