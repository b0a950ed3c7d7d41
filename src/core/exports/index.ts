export { exportFormatOf, exportFormats, type ExportFormat } from './formats';
export { checkMark, withMark, type MarkState } from './generated';
export { writeBibliography, writingBibliography, writers, type Written } from './writers';
