import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Added } from '../../src/core/library';
import { commands, pasteScheme } from '../../src/host/names';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const paste = (text: string): Thenable<Added> => vscode.commands.executeCommand(commands.pasteSources, text);

async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 15_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) if (await Promise.resolve(holds()).catch(() => false)) return;
  assert.fail(`${what}: not within ${patience} ms`);
}

const page = 'Skip to main content\nJournal of Invented Politics, Volume 7, Issue 2, 2019\nOriginal article\nHedging Between Quiet Giants\nNgozi Achebe, Zeynep Yılmaz\nDOI: 10.5555/jip.2019.0702\nAbstract\nMiddle powers often keep silent, and hedge where they could choose. They abstain where they could assent.\nKeywords: hedging, silence\n\nShare   Cite   Add to favourites\n';
const trilingual = 'Вестник выдуманной политологии. 2021. Т. 9. № 2. С. 41–58\nМОЛЧАНИЕ МАЛЫХ ГОСУДАРСТВ В ГОЛОСОВАНИЯХ\nИ. С. Ветрова\nАннотация. В статье рассматривается, почему малые государства воздерживаются при голосовании. Автор показывает, что молчание дешевле согласия.\nКлючевые слова: голосование, воздержание\n'
  + 'THE SILENCE OF SMALL STATES IN ROLL CALLS\nI. S. Vetrova\nAbstract. The article asks why small states abstain from voting. The author shows that silence is cheaper than assent.\nKeywords: voting, abstention\nDOI: 10.5555/vvp.2021.9.2.41\n';
const families = 'Skip to main content\nJournal of Invented Politics, Volume 8, Issue 1, 2022\nOriginal article\nWhat the Provinces Never Asked\nJuan Martín Peralta, Ana Vicente Molina, María José García López\nDOI: 10.5555/jip.2022.0801\nAbstract\nProvinces often keep silent. They abstain where they could assent, and nobody asks them why that is so.\nKeywords: provinces, silence\n';
const first = '@article{kask2020,\n  author = {Kask, Liis},\n  title = {Neutral by Long Habit},\n  journal = {Baltic Votes},\n  year = {2020},\n  volume = {3}\n}\n';
const second = '@article{kaskagain,\n  author = {Kask, Liis},\n  title = {Neutral by Long Habit: Abstention as Routine},\n  journal = {Baltic Votes},\n  year = {2020},\n  pages = {11--29}\n}\n';

/** Opens what a source was read from, and waits until it is on the screen. */
async function showInPaste(key: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand(commands.showInPaste, key);
  const editor = vscode.window.activeTextEditor!;
  assert.equal(editor.document.uri.scheme, pasteScheme);
  return editor;
}

function select(editor: vscode.TextEditor, text: string): void {
  const start = editor.document.getText().indexOf(text);
  assert.ok(start >= 0, text);
  editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + text.length));
}

const fixesAt = async (path: string, words: string): Promise<vscode.CodeAction[]> => {
  const document = await vscode.workspace.openTextDocument(at(path));
  const position = document.positionAt(document.getText().indexOf(words));
  let actions: vscode.CodeAction[] = [];
  await until('fixes', async () => {
    actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', at(path), new vscode.Range(position, position.translate(0, 1)));
    return actions.length > 0;
  });
  return actions;
};

describe('reviewing in a workspace', function () {
  this.timeout(60_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.createDirectory(at('sources'));
    await pause(500);
    assert.deepEqual((await paste(page)).added, ['achebe2019']);
    assert.deepEqual((await paste(first)).added, ['kask2020']);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows what a source was read from, as it was pasted', async () => {
    const { document } = await showInPaste('achebe2019');
    assert.equal(document.getText().trim(), page.trim());
    assert.equal(document.languageId, 'commonplace-paste');
  });

  it('says of each field where it stands, what it is, how sure it is and why', async () => {
    const { document } = await showInPaste('achebe2019');
    const position = document.positionAt(document.getText().indexOf('Quiet Giants'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    const said = hovers.flatMap(({ contents }) => contents).map((one) => (typeof one === 'string' ? one : one.value)).join('\n').replace(/\\/g, '').replace(/&nbsp;/g, ' ');
    assert.match(said, /Title of achebe2019: “Hedging Between Quiet Giants”/);
    assert.match(said, /To be looked at: .+/);
    assert.match(said, /\d\d % sure/);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const fields = symbols[0]?.children.map(({ name }) => name.split(':')[0]);
    assert.ok(['Title', 'Author', 'Abstract', 'DOI', 'Volume'].every((field) => fields?.includes(field)), String(fields));
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, new vscode.Range(0, 0, document.lineCount, 0));
    assert.ok(hints.some(({ label }) => label === 'Title ?') && hints.some(({ label }) => label === 'DOI'), JSON.stringify(hints.map(({ label }) => label)));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    assert.ok(lenses.some(({ command }) => /^achebe2019: \d fields to look at$/.test(command?.title ?? '')));
  });

  it('uses selected text as a field: one line of the file changes, and nobody has to look at it any more', async () => {
    const before = await read('sources/achebe2019.md');
    const editor = await showInPaste('achebe2019');
    select(editor, 'Zeynep Yılmaz');
    await vscode.commands.executeCommand(commands.useAsAuthor);
    await until('the author', async () => (await read('sources/achebe2019.md')).includes('\nauthor: [{"family":"Yılmaz","given":"Zeynep"}]\n'));
    const now = await read('sources/achebe2019.md');
    const changed = now.split('\n').filter((line) => !before.split('\n').includes(line)).map((line) => line.split(':')[0]);
    assert.deepEqual(changed, ['author', 'custom']);
    assert.doesNotMatch(/^custom: .*/m.exec(now)?.[0] ?? '', /"author"/);
  });

  it('takes several selections for several names, and refuses what is no such field', async () => {
    const editor = await showInPaste('achebe2019');
    const spots = ['Zeynep Yılmaz', 'Ngozi Achebe'].map((name) => {
      const start = editor.document.getText().indexOf(name);
      return new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + name.length));
    });
    editor.selections = spots;
    await vscode.commands.executeCommand(commands.useAs, 'editor');
    await until('the editors', async () => (await read('sources/achebe2019.md')).includes('\neditor: [{"family":"Yılmaz","given":"Zeynep"},{"family":"Achebe","given":"Ngozi"}]\n'));
    const before = await read('sources/achebe2019.md');
    select(editor, 'Share   Cite');
    await vscode.commands.executeCommand(commands.useAsDoi);
    await pause(300);
    assert.equal(await read('sources/achebe2019.md'), before);
  });

  it('says where a doubtful value was read, and offers to show it, to leave it empty, to keep it and to accept all', async () => {
    const document = await vscode.workspace.openTextDocument(at('sources/achebe2019.md'));
    await vscode.window.showTextDocument(document);
    const doubts = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === 'field-unsure');
    await until('related places', () => doubts().some(({ relatedInformation }) => (relatedInformation?.length ?? 0) > 0));
    const title = doubts().find(({ message }) => message.startsWith('title: '))!;
    const place = title.relatedInformation![0]!.location;
    assert.equal(document.getText(place.range), 'Hedging Between Quiet Giants');
    assert.ok(document.offsetAt(place.range.start) > document.getText().indexOf('# As pasted'));
    const titles = (await fixesAt('sources/achebe2019.md', 'title: "')).map((action) => action.title);
    for (const wanted of ['Keep title as it is', 'Leave title empty', 'Show in Paste']) assert.ok(titles.includes(wanted), titles.join(' | '));
    assert.ok(titles.some((one) => one.startsWith('Accept All in This Source')));
  });

  it('accepts all in a source with one command', async () => {
    await vscode.commands.executeCommand(commands.acceptAll, 'achebe2019');
    await until('nothing to look at', async () => !(await read('sources/achebe2019.md')).includes('"review"'));
    await until('no diagnostics', () => vscode.languages.getDiagnostics(at('sources/achebe2019.md')).length === 0);
  });

  it('says why a record was taken for a work that is there, and takes the merge back', async () => {
    const before = await read('sources/kask2020.md');
    const added = await paste(second);
    assert.deepEqual(added.merged, ['kask2020']);
    assert.match(added.outcomes[0]?.sameness?.why ?? '', /first author and year, and titles that are 95 % alike/);
    assert.match(await read('sources/kask2020.md'), /\ntitle: "Neutral by Long Habit: Abstention as Routine"\n/);
    await until('a diagnostic', () => vscode.languages.getDiagnostics(at('sources/kask2020.md')).some(({ code }) => code === 'merge-unsure'));
    const titles = (await fixesAt('sources/kask2020.md', '"merged":{"why"')).map(({ title }) => title);
    assert.ok(titles.includes('They are one work') && titles.includes('Undo Merge') && titles.some((title) => title.startsWith('Keep Both')), titles.join(' | '));
    const others = (await fixesAt('sources/kask2020.md', 'title: "')).map(({ title }) => title);
    assert.ok(others.includes('Take the other title: “Neutral by Long Habit”'), others.join(' | '));
    await vscode.commands.executeCommand(commands.undoMerge, 'kask2020');
    assert.equal(await read('sources/kask2020.md'), before);
  });

  it('keeps both records of a merge as sources of their own', async () => {
    const before = await read('sources/kask2020.md');
    await paste(second);
    await vscode.commands.executeCommand(commands.keepBoth, 'kask2020');
    assert.equal(await read('sources/kask2020.md'), before);
    assert.match(await read('sources/kaskagain.md'), /\ntitle: "Neutral by Long Habit: Abstention as Routine"\n[^]*pages = \{11--29\}/);
  });

  it('takes the title and the abstract in another language, keeps the ones that stood there, and takes it back', async () => {
    const [key = ''] = (await paste(trilingual)).added;
    const path = `sources/${key}.md`;
    const before = await read(path);
    const document = await vscode.workspace.openTextDocument(at(path));
    await vscode.window.showTextDocument(document);
    const choose = async (words: string, name: string): Promise<void> => {
      const fixes = await fixesAt(path, words);
      const wanted = fixes.find(({ title }) => title.startsWith(name));
      assert.ok(wanted?.edit !== undefined, fixes.map(({ title }) => title).join(' | '));
      await vscode.workspace.applyEdit(wanted.edit);
    };
    await choose('title: "', 'Set title to “The silence of small states in roll calls”');
    assert.match(document.getText(), /\ntitle: "The silence of small states in roll calls"\n/);
    assert.match(document.getText(), /"titles":\{"ru":"Молчание малых государств в голосованиях"\}/);
    await choose('В статье', 'Take the other abstract (en): “The article asks');
    assert.match(document.getText(), /# Abstract\n\nThe article asks why small states abstain/);
    await choose('title: "', 'Take the other title (ru): “Молчание');
    assert.match(document.getText(), /\ntitle: "Молчание малых государств в голосованиях"\n/);
    for (let step = 0; step < 3; step++) await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await document.save();
  });

  it('asks whether a Spanish name has one family or two, and takes the other way for this author alone', async () => {
    const [key = ''] = (await paste(families)).added;
    const path = `sources/${key}.md`;
    const document = await vscode.workspace.openTextDocument(at(path));
    await vscode.window.showTextDocument(document);
    const question = (): string | undefined => vscode.languages.getDiagnostics(document.uri).find(({ message }) => message.startsWith('author: '))?.message;
    await until('a question', () => question() !== undefined);
    assert.match(question() ?? '', /One family name or two\? “Juan Martín Peralta”, “Ana Vicente Molina” stand in reading order only\. It could also be Martín Peralta, Juan; Vicente Molina, Ana; García López, María José\./);
    const take = async (name: string): Promise<void> => {
      const fixes = await fixesAt(path, 'author: ');
      const wanted = fixes.find(({ title }) => title === name);
      assert.ok(wanted?.edit !== undefined, fixes.map(({ title }) => title).join(' | '));
      assert.ok(wanted.kind?.contains(vscode.CodeActionKind.QuickFix));
      await vscode.workspace.applyEdit(wanted.edit);
    };
    await take('Take “Martín Peralta, Juan”');
    assert.match(document.getText(), /\nauthor: \[\{"family":"Martín Peralta","given":"Juan"\},\{"family":"Molina","given":"Ana Vicente"\},\{"family":"García López","given":"María José"\}\]\n/);
    assert.match(document.getText(), /"review":\{.*"author":/, 'the other name is still to be looked at');
    await take('Take “Vicente Molina, Ana”');
    assert.match(document.getText(), /\{"family":"Vicente Molina","given":"Ana"\}/);
    assert.doesNotMatch(document.getText(), /"author":\{"why"/);
    await document.save();
    await until('no question', () => question() === undefined);
  });

  it('offers what the DOI says of a work, says so, and writes it only when it is taken', async () => {
    const [key = ''] = (await paste('TY  - JOUR\nTI  - Tides of Consent in Small Harbours\nAU  - Brandt, Isaura\nPY  - 2023\nVL  - 23\nJO  - Harbour Affairs\nDO  - 10.31278/1810-6374-2023-21-2-141-162\nER  - \n')).added;
    const path = `sources/${key}.md`;
    const document = await vscode.workspace.openTextDocument(at(path));
    await vscode.window.showTextDocument(document);
    assert.match(document.getText(), /\nvolume: "?23"?\n/);
    assert.doesNotMatch(document.getText(), /\n(?:issue|page):/);
    const said = (): string => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message).join('\n');
    await until('what the DOI says', () => said().includes('The DOI says volume 21; something else stands here.') && said().includes('The DOI says issue 2; the text does not say it.'));
    const fixes = await fixesAt(path, 'volume: ');
    const wanted = fixes.find(({ title }) => title === 'Set volume to “21”');
    assert.ok(wanted?.edit !== undefined, fixes.map(({ title }) => title).join(' | '));
    await vscode.workspace.applyEdit(wanted.edit);
    assert.match(document.getText(), /\nvolume: "?21"?\n/);
    const all = (await fixesAt(path, '"issue":{"why"')).find(({ title }) => title.startsWith('Set issue “2”, page “141-162”'));
    assert.ok(all?.edit !== undefined);
    await vscode.workspace.applyEdit(all.edit);
    assert.match(document.getText(), /\npage: "?141-162"?\n/);
    await document.save();
    await until('nothing to look at', () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });

  it('opens the table of review once, whoever asks', async () => {
    const tables = (): number => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Review Sources').length;
    await vscode.commands.executeCommand(commands.reviewSources);
    await until('the table', () => tables() === 1);
    await vscode.commands.executeCommand(commands.reviewSources);
    await pause(300);
    assert.equal(tables(), 1);
  });
});
