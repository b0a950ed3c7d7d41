/** What each command may do in a folder that is not trusted: a row for each, so that none is forgotten; and those that refuse ask for themselves. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../src/host/names';

type Name = keyof typeof commands;

/**
 * `shows`: reads and shows. `copies`: to the clipboard. `one`: writes to single sources, drafts, tags or settings of the folder, as one step that can be taken back.
 * Pasting and importing add sources, each a new file that can be read at once: as many as a person looks through are theirs to add; more are refused before any is
 * written, since a folder of somebody else’s decides where sources go, what is ignored, and what other programs do with thousands of new files.
 * `asks`: names the file that asks whether it may, and by what.
 */
type Kind = 'shows' | 'copies' | 'one' | { readonly asks: string; readonly by: 'mayChangeMany' | 'mayWriteTo' | 'mayLookUp' | 'isTrusted' | 'tooManyToAdd' | 'tooManyToChange' };

const many = (asks: string): Kind => ({ asks, by: 'mayChangeMany' });
const tags = many('src/features/tagsTree/work.ts');
const adding: Kind = { asks: 'src/features/pasteSources/pasting.ts', by: 'tooManyToAdd' };
const changing = (asks: string): Kind => ({ asks, by: 'tooManyToChange' });
const outside = (asks: string): Kind => ({ asks, by: 'mayWriteTo' });

const table: { readonly [C in Name]: Kind } = {
  pasteSources: adding, importFiles: adding, insertCitation: 'one', citationDetails: 'one', newNote: 'one', noteFromSelection: 'one', noteWithLastTags: 'one', undoNote: 'one', mergeByNote: 'one',
  compareCoders: outside('src/features/compareCoders/comparing.ts'), exportNotes: { asks: 'src/features/exchangeNotes/exporting.ts', by: 'isTrusted' }, importNotes: { asks: 'src/features/exchangeNotes/importing.ts', by: 'isTrusted' },
  openSource: 'shows', copyKey: 'copies', copySource: 'copies', copyReference: 'copies', copyBibliography: 'copies',
  exportCited: outside('src/features/exportSources/exporting.ts'), exportSources: outside('src/features/exportSources/exporting.ts'), regenerateKeys: many('src/features/regenerateKeys/regenerating.ts'), chooseKeyPattern: 'one',
  openLink: 'shows', revealSource: 'shows', deleteSource: changing('src/features/sourceActions/acting.ts'), deleteNote: 'one', restoreVersion: 'one', decideVanished: 'one',
  filterSources: 'shows', clearFilter: 'shows', groupSources: 'shows', saveFilter: 'one', saveView: 'one', editView: 'one', renameView: 'one', deleteView: 'one', openViews: 'shows',
  showPassages: 'shows', groupPassages: 'shows', draftFromTag: 'one', insertQuotation: 'one', literatureTable: outside('src/features/passages/tabling.ts'), evidenceAppendix: 'shows', relateNotes: 'one', removeRelation: 'one',
  chooseStyle: 'one', ignoreKey: 'one', goToCitation: 'shows', lostPassages: 'shows', updateBibliography: { asks: 'src/features/generateBibliography/updating.ts', by: 'isTrusted' },
  lookUpSource: { asks: 'src/features/lookUp/looking.ts', by: 'mayLookUp' }, addByIdentifier: { asks: 'src/features/lookUp/looking.ts', by: 'mayLookUp' },
  reviewSources: changing('src/features/review/table.ts'), showSynthesis: outside('src/features/synthesis/saving.ts'), showInPaste: 'shows', acceptAll: changing('src/features/review/accepting.ts'), undoMerge: 'one', keepBoth: 'one',
  renameTag: tags, mergeTags: tags, splitTag: tags, nestTag: tags, deleteTag: tags, findSimilarTags: tags, editDefinition: 'one', describeTag: 'one', setTagColour: 'one', revealTag: 'shows', suggestTags: 'one',
  useAs: 'one', useAsTitle: 'one', useAsAuthor: 'one', useAsAbstract: 'one', useAsContainer: 'one', useAsYear: 'one', useAsVolume: 'one', useAsIssue: 'one', useAsPages: 'one', useAsDoi: 'one', useAsPublisher: 'one', useAsEditor: 'one',
};

describe('a folder that is not trusted', () => {
  for (const [name, kind] of Object.entries(table)) {
    if (typeof kind === 'string') continue;
    it(`X-08 makes ${name} ask for itself`, () => assert.match(readFileSync(kind.asks, 'utf8'), new RegExp(`if \\([^\\n]*\\b${kind.by}\\b|const \\w+ = (?:await )?${kind.by}\\(`)));
  }

  it('X-08 has no feature that writes where the person says, or many files at once, beside those that ask', () => {
    const files = readdirSync('src/features', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => `src/features/${name.split(path.sep).join('/')}`);
    const writing = files.filter((file) => /showSaveDialog|\bwriteOut\(|planRenames\(|\bchangeFiles\(/.test(readFileSync(file, 'utf8')));
    const asking = new Set(Object.values(table).flatMap((kind) => (typeof kind === 'string' ? [] : [kind.asks])));
    // The tree of tags asks before it carries out, and so does what makes keys anew; renaming one key asks where it says what is unfit.
    const asked = new Set([...asking, 'src/features/regenerateKeys/renamingKeys.ts', 'src/features/tagsTree/carrying.ts', 'src/features/renameKey/renaming.ts']);
    assert.ok(writing.length > 6);
    assert.deepEqual(writing.filter((file) => !asked.has(file)), []);
    const adding = files.filter((file) => /store\.add\(/.test(readFileSync(file, 'utf8')));
    // Looking up asks before anything is sent, at most so many at once; a review adds one record again.
    const few = new Set(['src/features/lookUp/looking.ts', 'src/features/review/merges.ts']);
    assert.deepEqual(adding.filter((file) => !few.has(file) && !/\btooManyToAdd\(/.test(readFileSync(file, 'utf8'))), []);
    // What changes or deletes sources one after the other, in a loop, asks how many they are; a merge is taken back for the sources of one work.
    const each = files.filter((file) => readFileSync(file, 'utf8').split(/\bfor \(const /).slice(1).some((loop) => /await (?:act|accept|[\w.]*store\.(?:edit|remove))\(/.test(loop.split('\n').slice(0, 3).join(' '))));
    assert.ok(each.length > 2, each.join());
    assert.deepEqual(each.filter((file) => !asked.has(file) && !/\btooManyToChange\(/.test(readFileSync(file, 'utf8'))), []);
    assert.match(readFileSync('src/features/renameKey/renaming.ts', 'utf8'), /isTrusted\) return manyUntrusted\(\)/);
  });

  it('X-08 has a row for each command', () => assert.deepEqual(Object.keys(table).sort(), Object.keys(commands).sort()));
});
