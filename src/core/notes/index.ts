/** Door of the notes: tags, locators, headings, anchors, the codebook. */
export * from './anchor';
export * from './anchoring/passage';
export * from './codebook';
export * from './codebookFile';
export * from './comment';
export * from './heading';
export * from './locator';
export * from './tag';
export * from './tagInput';
