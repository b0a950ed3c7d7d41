export { exportFormatOf, exportFormats, type ExportFormat } from './formats';
export { checkMark, withMark, type MarkState } from './generated';
export { writeBibliography, writingBibliography, writers } from './writers';
