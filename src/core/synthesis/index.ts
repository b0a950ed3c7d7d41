/** Door of the synthesis: sources × tags, tags together, over the years, and the relations of notes. */
export * from './arrange';
export * from './cell';
export * from './coding';
export * from './forest';
export * from './matrix';
export * from './relations';
export * from './togetherness';
export * from './years';
