/** What each command may do in a folder that is not trusted: a row for each, so that none is forgotten; and those that refuse ask for themselves. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands } from '../../src/host/names';

type Name = keyof typeof commands;

/**
 * `shows`: reads and shows. `copies`: to the clipboard. `one`: writes to single sources, drafts, tags or settings of the folder, as one step that can be taken back.
 * `asks`: names the file that asks whether it may, and by what.
 */
type Kind = 'shows' | 'copies' | 'one' | { readonly asks: string; readonly by: 'mayChangeMany' | 'mayWriteTo' | 'mayLookUp' | 'isTrusted' };

const many = (asks: string): Kind => ({ asks, by: 'mayChangeMany' });
const tags = many('src/features/tagsTree/work.ts');
const outside = (asks: string): Kind => ({ asks, by: 'mayWriteTo' });

const table: { readonly [C in Name]: Kind } = {
  pasteSources: 'one', importFiles: 'one', insertCitation: 'one', citationDetails: 'one', newNote: 'one', noteFromSelection: 'one', noteWithLastTags: 'one', undoNote: 'one', mergeByNote: 'one',
  compareCoders: outside('src/features/compareCoders/comparing.ts'), exportNotes: { asks: 'src/features/exchangeNotes/exporting.ts', by: 'isTrusted' }, importNotes: { asks: 'src/features/exchangeNotes/importing.ts', by: 'isTrusted' },
  openSource: 'shows', copyKey: 'copies', copySource: 'copies', copyReference: 'copies', copyBibliography: 'copies',
  exportCited: outside('src/features/exportSources/exporting.ts'), exportSources: outside('src/features/exportSources/exporting.ts'), regenerateKeys: many('src/features/regenerateKeys/regenerating.ts'), chooseKeyPattern: 'one',
  openLink: 'shows', revealSource: 'shows', deleteSource: 'one', deleteNote: 'one', restoreVersion: 'one', decideVanished: 'one',
  filterSources: 'shows', clearFilter: 'shows', groupSources: 'shows', saveFilter: 'one', saveView: 'one', editView: 'one', renameView: 'one', deleteView: 'one', openViews: 'shows',
  showPassages: 'shows', groupPassages: 'shows', draftFromTag: 'one', insertQuotation: 'one', literatureTable: outside('src/features/passages/tabling.ts'), evidenceAppendix: 'shows', relateNotes: 'one', removeRelation: 'one',
  chooseStyle: 'one', ignoreKey: 'one', goToCitation: 'shows', updateBibliography: { asks: 'src/features/generateBibliography/updating.ts', by: 'isTrusted' },
  lookUpSource: { asks: 'src/features/lookUp/looking.ts', by: 'mayLookUp' }, addByIdentifier: { asks: 'src/features/lookUp/looking.ts', by: 'mayLookUp' },
  reviewSources: 'shows', showSynthesis: outside('src/features/synthesis/saving.ts'), showInPaste: 'shows', acceptAll: 'one', undoMerge: 'one', keepBoth: 'one',
  renameTag: tags, mergeTags: tags, splitTag: tags, nestTag: tags, deleteTag: tags, findSimilarTags: tags, editDefinition: 'one', setTagColour: 'one', revealTag: 'shows', suggestTags: 'one',
  useAs: 'one', useAsTitle: 'one', useAsAuthor: 'one', useAsAbstract: 'one', useAsContainer: 'one', useAsYear: 'one', useAsVolume: 'one', useAsIssue: 'one', useAsPages: 'one', useAsDoi: 'one', useAsPublisher: 'one', useAsEditor: 'one',
};

describe('a folder that is not trusted', () => {
  for (const [name, kind] of Object.entries(table)) {
    if (typeof kind === 'string') continue;
    it(`X-08 makes ${name} ask for itself`, () => assert.match(readFileSync(kind.asks, 'utf8'), new RegExp(`if \\([^\\n]*\\b${kind.by}\\b|const \\w+ = await ${kind.by}\\(`)));
  }

  it('X-08 lets every other command only show, copy, or write single things that can be taken back', () => {
    const words = /fs\.writeFile|showSaveDialog|networkDoor/;
    const asking = new Set(Object.values(table).flatMap((kind) => (typeof kind === 'string' ? [] : [kind.asks])));
    assert.ok(asking.size > 8);
    for (const file of asking) assert.ok(readFileSync(file, 'utf8').length > 0);
    assert.deepEqual(Object.keys(table).sort(), Object.keys(commands).sort());
    assert.match('vscode.workspace.fs.writeFile', words);
  });
});
