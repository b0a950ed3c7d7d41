/**
 * Every name that the code shares with `package.json`: commands, views, context keys and settings.
 * `test/unit/manifest.test.ts` holds the two against each other. Imports nothing, so that plain Node can read it.
 */

export const commands = {
  pasteSources: 'commonplace.pasteSources',
  importFiles: 'commonplace.importFiles',
  insertCitation: 'commonplace.insertCitation',
  citationDetails: 'commonplace.citationDetails',
  newNote: 'commonplace.newNote',
  openSource: 'commonplace.openSource',
  copyKey: 'commonplace.copyKey',
  openLink: 'commonplace.openLink',
  revealSource: 'commonplace.revealSource',
  deleteSource: 'commonplace.deleteSource',
  deleteNote: 'commonplace.deleteNote',
  filterSources: 'commonplace.filterSources',
  clearFilter: 'commonplace.clearFilter',
  groupSources: 'commonplace.groupSources',
  chooseStyle: 'commonplace.chooseStyle',
  updateBibliography: 'commonplace.updateBibliography',
  lookUpSource: 'commonplace.lookUpSource',
  addByIdentifier: 'commonplace.addByIdentifier',
} as const;

export const views = { sources: 'commonplace.sources', tags: 'commonplace.tags' } as const;

export const contextKeys = { loaded: 'commonplace.loaded', filtered: 'commonplace.filtered', picking: 'commonplace.picking' } as const;

/** The settings, each with its default. */
export const settings = {
  sourcesFolder: { name: 'commonplace.sourcesFolder', default: 'sources' },
  author: { name: 'commonplace.author', default: '' },
  keyPattern: { name: 'commonplace.keyPattern', default: '[auth][year]' },
  citationStyle: { name: 'commonplace.citationStyle', default: 'american-political-science-association' },
  locale: { name: 'commonplace.locale', default: '' },
  bibliographyPath: { name: 'commonplace.bibliography.path', default: 'references.bib' },
  lookup: { name: 'commonplace.lookup', default: 'ask' },
} as const;

/** The settings that are on or off, each with its default. */
export const switches = {
  previewCitations: { name: 'commonplace.previewCitations', default: true },
} as const;

/** The languages one drafts in; those with a citation syntax. */
export const draftLanguages = ['markdown', 'quarto', 'rmd', 'latex', 'tex', 'rsweave', 'latex-expl3'] as const;
