/** Door of tagging: the tree of tags, renaming and merging them, the codebook's text, variants and suggestions. */
export * from './codebookEdit';
export { looksLikeCodebook, mergeCodebooks } from './codebookMerge';
export * from './codebookText';
export * from './colour';
export * from './describing';
export * from './moving';
export * from './phrases';
export * from './problems';
export * from './retagging';
export * from './similar';
export * from './suggesting';
export * from './tagTree';
