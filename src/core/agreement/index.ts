/** Door of agreement: how far several coders agree, and where they do not. */
export * from './coding';
export * from './comparing';
export { isSamePassage } from './passages';
export * from './report';
export * from './statistics';
