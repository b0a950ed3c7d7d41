export { exportFormatOf, exportFormats, type ExportFormat } from './formats';
export { checkingMark, markingText, mayBeOurs, type MarkState } from './generated';
export { writeBibliography, writingBibliography, writers, type Written } from './writers';
