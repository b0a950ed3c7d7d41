export { syntaxes, type Citation, type CitedKey, type CiteRequest, type CompletionContext, type Syntax } from './citation';
export { citeCommand } from './latexPackages';
export { isCrossReference } from './markdownKeys';
export type { Insertion } from './rules';
export { citedKeyAt, citingLanguages, completionAt, findCitations, insertCitation, keyText, syntaxOf } from './syntaxes';
