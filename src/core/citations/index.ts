export { blanksAround } from './amongWords';
export {
  details, factKinds, flaws, forms, syntaxes,
  type Change, type Citation, type CitedKey, type CiteManner, type CiteRequest, type CompletionContext, type Detail, type Fact, type FactKind,
  type DraftEdit, type Flaw, type Form, type Insertion, type Syntax,
} from './citation';
export { resolvePath, scopeOf, type DocumentScope, type DraftFacts, type NamedBibliography, type ReadText } from './bibliographies';
export { checkCitations, isRetracted, unusedKeys, type Finding, type KnownSources, type RecordedAt } from './checking';
export { FileCheck, type CheckedDisk, type CheckedFile, type DraftInFile } from './checkFile';
export { plainLocator } from './details';
export { readDraft, type DraftReading, type ReadingOptions } from './draftReading';
export { evidenceOf, type Evidence } from './evidence';
export { localLocator, typedLocator } from './localLocator';
export { draftPassages, headingLevelAt, quotationInDraft, type DraftedPassages, type PassagesToDraft } from './passages';
export { citesNothingYet, keysUncitable } from './problems';
export { isBlockQuotation, quotationText } from './quotation';
export { citationInMarkdown, isCrossReference } from './markdownKeys';
export { nearKeys } from './nearKeys';
export { knownSources, type Recorded, type Records } from './recorded';
export { citedSources, usedNotes, type CitedSource } from './summary';
export {
  changeKey, citeCommand, citedKeyAt, citingEndings, citingLanguages, completionAt, findCitations, citationAlone, insertCitation, keyAtOffset, keyText, removeKey,
  renameKey, renameKeys, syntaxOf, syntaxOfPath, uncitableKeys, type KeyInPlace,
} from './syntaxes';
export { draftStyle, styleId, type DraftStyle } from './draftStyle';
export { draftToFormat, printedIn, type DraftItems } from './draftToFormat';
export { listMark, markAt, markedForPreview } from './previewText';
