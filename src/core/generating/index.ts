/** Door of the generated bibliography: written from the sources, and what was changed in it by hand taken back. */
export { generate, isGenerated, takeChanges, targetOf, type Generated } from './generating';
