export { keptOf, type WrittenField } from './asWritten';
export { entryFields, givenTex } from './biblatex';
export { biblatexAliases, biblatexGrouping } from './biblatexGroups';
export { exportFormatOf, exportFormats, type ExportFormat } from './formats';
export { checkingMark, markingText, mayBeOurs, type MarkState } from './generated';
export { risFields } from './ris';
export { risAliases, risGrouping } from './risGroups';
export { writeBibliography, writingBibliography, writers, type Written } from './writers';
