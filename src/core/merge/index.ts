/** Door of merging: git’s conflicts in source files, resolved by note and by field. */
export { sidesOf, type Sides } from './conflict';
export { mergeFiles, mergeSourceFiles, type FileVersions, type MergedFile } from './mergeFiles';
export { choose, chooseMembers, joinOrder, type Versions } from './threeWay';
