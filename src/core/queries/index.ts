/** Door of the queries: read, written, completed, and asked of notes and sources. */
export { completeQuery, type QueryCompletion, type QueryCompletions, type KnownDrafts } from './completing';
export type { QueryContext } from './fitting';
export { asksForCitations, matcherFor, matchNotes, matchSources, type Matcher } from './matching';
export { parseQuery, type ParsedQuery } from './parsing';
export { printQuery } from './printing';
export { everything, joinedQuery, negated, queryFields, type Query, type QueryField } from './query';
export { readViews, removeView, renameView, saveView, viewsFile, viewsHeader, type SavedView, type SavedViews } from './views';
