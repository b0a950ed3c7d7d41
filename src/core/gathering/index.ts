/** Door of what is gathered: passages in groups, as a document, as a table of the literature. */
export { evidenceAppendix } from './appendix';
export { passagesDocument, type PassagesDocument } from './document';
export { groupPassages, passageGroupings, sourceHeading, type PassageGroup, type PassageGrouping } from './grouping';
export { literatureRows, literatureTable, type LiteratureRows } from './literature';
