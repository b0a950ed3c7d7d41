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
  noteFromSelection: 'commonplace.noteFromSelection',
  noteWithLastTags: 'commonplace.noteWithLastTags',
  undoNote: 'commonplace.undoNote',
  mergeByNote: 'commonplace.mergeByNote',
  compareCoders: 'commonplace.compareCoders',
  exportNotes: 'commonplace.exportNotes',
  importNotes: 'commonplace.importNotes',
  openSource: 'commonplace.openSource',
  copyKey: 'commonplace.copyKey',
  copySource: 'commonplace.copySource',
  copyReference: 'commonplace.copyReference',
  copyBibliography: 'commonplace.copyBibliography',
  exportCited: 'commonplace.exportCited',
  exportSources: 'commonplace.exportSources',
  regenerateKeys: 'commonplace.regenerateKeys',
  chooseKeyPattern: 'commonplace.chooseKeyPattern',
  openLink: 'commonplace.openLink',
  revealSource: 'commonplace.revealSource',
  deleteSource: 'commonplace.deleteSource',
  deleteNote: 'commonplace.deleteNote',
  restoreVersion: 'commonplace.restoreVersion',
  decideVanished: 'commonplace.decideVanished',
  filterSources: 'commonplace.filterSources',
  clearFilter: 'commonplace.clearFilter',
  groupSources: 'commonplace.groupSources',
  saveFilter: 'commonplace.saveFilter',
  saveView: 'commonplace.saveView',
  editView: 'commonplace.editView',
  renameView: 'commonplace.renameView',
  deleteView: 'commonplace.deleteView',
  openViews: 'commonplace.openViews',
  showPassages: 'commonplace.showPassages',
  groupPassages: 'commonplace.groupPassages',
  draftFromTag: 'commonplace.draftFromTag',
  insertQuotation: 'commonplace.insertQuotation',
  literatureTable: 'commonplace.literatureTable',
  evidenceAppendix: 'commonplace.evidenceAppendix',
  relateNotes: 'commonplace.relateNotes',
  removeRelation: 'commonplace.removeRelation',
  chooseStyle: 'commonplace.chooseStyle',
  ignoreKey: 'commonplace.ignoreKey',
  goToCitation: 'commonplace.goToCitation',
  updateBibliography: 'commonplace.updateBibliography',
  lookUpSource: 'commonplace.lookUpSource',
  addByIdentifier: 'commonplace.addByIdentifier',
  reviewSources: 'commonplace.reviewSources',
  showSynthesis: 'commonplace.showSynthesis',
  showInPaste: 'commonplace.showInPaste',
  acceptAll: 'commonplace.acceptAll',
  undoMerge: 'commonplace.undoMerge',
  keepBoth: 'commonplace.keepBoth',
  renameTag: 'commonplace.renameTag',
  mergeTags: 'commonplace.mergeTags',
  splitTag: 'commonplace.splitTag',
  nestTag: 'commonplace.nestTag',
  deleteTag: 'commonplace.deleteTag',
  findSimilarTags: 'commonplace.findSimilarTags',
  lostPassages: 'commonplace.lostPassages',
  editDefinition: 'commonplace.editDefinition',
  describeTag: 'commonplace.describeTag',
  setTagColour: 'commonplace.setTagColour',
  revealTag: 'commonplace.revealTag',
  suggestTags: 'commonplace.suggestTags',
  useAs: 'commonplace.useAs',
  useAsTitle: 'commonplace.useAsTitle',
  useAsAuthor: 'commonplace.useAsAuthor',
  useAsAbstract: 'commonplace.useAsAbstract',
  useAsContainer: 'commonplace.useAsContainer',
  useAsYear: 'commonplace.useAsYear',
  useAsVolume: 'commonplace.useAsVolume',
  useAsIssue: 'commonplace.useAsIssue',
  useAsPages: 'commonplace.useAsPages',
  useAsDoi: 'commonplace.useAsDoi',
  useAsPublisher: 'commonplace.useAsPublisher',
  useAsEditor: 'commonplace.useAsEditor',
} as const;

/** The panels of web views that the editor opens again after a restart. */
export const panels = { synthesis: 'commonplace.synthesis' } as const;

export const views = { sources: 'commonplace.sources', tags: 'commonplace.tags', views: 'commonplace.views', thisDraft: 'commonplace.thisDraft' } as const;

export const contextKeys = { loaded: 'commonplace.loaded', filtered: 'commonplace.filtered', inSource: 'commonplace.inSource', picking: 'commonplace.picking' } as const;

export const menus = { useAs: 'commonplace.useAs.menu' } as const;

export const colours = { records: ['commonplace.pasteRecordA', 'commonplace.pasteRecordB', 'commonplace.pasteRecordC'], unclaimed: 'commonplace.pasteUnclaimed' } as const;

/** The settings, each with its default. */
export const settings = {
  sourcesFolder: { name: 'commonplace.sourcesFolder', default: 'sources' },
  author: { name: 'commonplace.author', default: '' },
  keyPattern: { name: 'commonplace.keyPattern', default: '[auth][year]' },
  citationStyle: { name: 'commonplace.citationStyle', default: 'american-political-science-association' },
  locale: { name: 'commonplace.locale', default: '' },
  bibliographyPath: { name: 'commonplace.bibliography.path', default: 'references.bib' },
  bibliographyDialect: { name: 'commonplace.bibliography.dialect', default: 'biblatex' },
  highlights: { name: 'commonplace.highlights', default: 'names' },
  lookup: { name: 'commonplace.lookup', default: 'ask' },
} as const;

/** The settings that are on or off, each with its default. */
export const switches = {
  previewCitations: { name: 'commonplace.previewCitations', default: true },
  checkCitations: { name: 'commonplace.checkCitations', default: true },
  blindCoding: { name: 'commonplace.blindCoding', default: false },
  unusedSources: { name: 'commonplace.unusedSources', default: false },
} as const;

/** The settings that are lists of names, each with its default. */
export const lists = {
  citeCommands: { name: 'commonplace.citeCommands', default: [] as readonly string[] },
  ignoredKeys: { name: 'commonplace.ignoredKeys', default: [] as readonly string[] },
} as const;

/** The languages one drafts in; those with a citation syntax. */
export const draftLanguages = ['markdown', 'quarto', 'rmd', 'latex', 'tex', 'rsweave', 'latex-expl3', 'typst', 'org', 'myst'] as const;

/** Documents one drafts in. */
export const draftSelector = draftLanguages.map((language) => ({ language }));

/** Documents in which a citation key may stand. */
export const keySelector = [...draftSelector, { language: 'bibtex' }, { pattern: '**/*.bib' }];

/** The ways to drop or paste sources into a draft, as the editor’s settings name them. */
export const draftKinds = { citation: 'commonplace.citation', quotation: 'commonplace.quotation', newSource: 'commonplace.source' } as const;

/** The addresses by which rows of trees get their decorations. */
export const decorationScheme = 'commonplace-source';

/** The addresses of documents that gather passages. */
export const passagesScheme = 'commonplace-passages';

/** How a drag of tags says what it carries. */
export const tagsMime = 'application/vnd.commonplace.tags';

/** The addresses of earlier versions that are shown. */
export const versionScheme = 'commonplace-version';

/** The addresses of pasted texts that are shown. */
export const pasteScheme = 'commonplace-paste';

/** Documents that list what a command would change, to be looked at before it does. */
export const changesScheme = 'commonplace-changes';

/** The commands that use a selected text as a field of a record, by field of CSL. */
export const useAsCommands = {
  [commands.useAsTitle]: 'title', [commands.useAsAuthor]: 'author', [commands.useAsAbstract]: 'abstract', [commands.useAsContainer]: 'container-title', [commands.useAsYear]: 'issued',
  [commands.useAsVolume]: 'volume', [commands.useAsIssue]: 'issue', [commands.useAsPages]: 'page', [commands.useAsDoi]: 'DOI', [commands.useAsPublisher]: 'publisher', [commands.useAsEditor]: 'editor',
} as const;
