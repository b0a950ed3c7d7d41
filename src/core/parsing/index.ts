/** The door of reading: a paste or a bibliography in, records and problems out. Nothing here throws. */
export { formats, type Certainty, type Format, type Reading, type ReadRecord } from './reading';
export { largestPaste, parsePaste, type PasteContext } from './paste';
export { readBibliography, type BibliographyFormat, type BibliographyReading, type BibliographyRecord } from './bibliography';
export { cslItem } from './records/csl';
export { scanBibtex, type BibEntry, type BibField } from './records/bibtexScan';
export { cleanDoi, doisIn } from './identifiers';
export { readName, readNames, type NameList } from './names';
export { isoDate, readDate } from './dates';
export { silent } from './certainty';
export { xmlForest } from './xmlTree';
