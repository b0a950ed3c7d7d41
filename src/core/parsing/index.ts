/** The door of reading: a paste or a bibliography in, records and problems out. Nothing here throws. */
export {
  formats, largestPaste, type BibliographyFormat, type BibliographyReading, type BibliographyRecord, type Certainty, type Format, type RawText, type Reading, type ReadRecord, type SiteProfile,
} from './reading';
export { parsePaste, type PasteContext } from './paste';
export { largestMarkup, readCopiedPage, type CopiedPage, type ReadText } from './copiedPage';
export { readOwnProfiles, type OwnProfiles } from './pages/profile/ownProfiles';
export { indexBibliography, readBibliography } from './bibliography';
export { cslItem } from './records/csl';
export { isIsbn } from './references/identifierList';
export { scanBibtex, type BibEntry, type BibField } from './records/bibtexScan';
export { cleanDoi, doisIn } from './identifiers';
export { readName, readNames, type NameList } from './names';
export { isoDate, readDate } from './dates';
export { silent } from '../reviews';
export { gatheringRows } from './records/delimited';
export { growingForest, xmlForest, type XmlForest } from './xmlTree';
export { valueAs } from './asField';
export { placesOf, type FieldPlace, type PlacedIn } from './places';
