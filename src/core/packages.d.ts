/** A package that comes without types; only `engine.ts` imports it. */
declare module 'citeproc';
