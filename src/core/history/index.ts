/** Door of earlier versions: what is kept, for how long, and how versions differ. */
export * from './copies';
export * from './differences';
export * from './problems';
