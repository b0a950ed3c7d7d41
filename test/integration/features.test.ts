import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Added } from '../../src/core/library';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const paste = (text: string): Thenable<Added> => vscode.commands.executeCommand(commands.pasteSources, text);

async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) if (await Promise.resolve(holds()).catch(() => false)) return;
  assert.fail(`${what}: not within ${patience} ms`);
}

const bibtex = '@article{okafor2019,\n  author = {Okafor, Ngozi and Çapan, Zeynep},\n  title = {The Silence of Middle Powers},\n  journal = {Journal of Invented Politics},\n  year = {2019},\n  volume = {7},\n  abstract = {Middle powers often keep silent. They abstain where they could assent, and hedge where they could choose.}\n}\n';
const aggregator = '{"title":"The Eloquence of Absence","authors":"Marta Kovalenko, Idris B. Tahir","doi":"10.22363/2313-1438-2021-23-4-511-530","abstract":"Voting blocs are often read as signs of loyalty.","journal":{"name":"RUDN Journal of Political Science","volume":"23 4","pages":""},"publicationDate":"2021-01-01","publicationTypes":"Journal Article","citationCount":"3","platform":"Semanticscholar","PeriodicalName":"RUDN Journal of Political Science"}';

async function draft(path: string, text: string): Promise<vscode.TextEditor> {
  await write(path, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)));
}

async function completions(editor: vscode.TextEditor, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, position);
  return list.items.filter((item) => item.kind === vscode.CompletionItemKind.Reference);
}

const labelOf = (item: vscode.CompletionItem): string => (typeof item.label === 'string' ? item.label : item.label.label);

async function hoverText(editor: vscode.TextEditor, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
  return hovers.flatMap((hover) => hover.contents).map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

describe('the features in a workspace', function () {
  this.timeout(60_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.createDirectory(at('sources'));
    await pause(500);
    const added = await paste(`${bibtex}\n${aggregator}`);
    assert.deepEqual(added.added, ['okafor2019', 'kovalenko2021']);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('reads a page by a profile of one’s own, and says what is wrong with another', async () => {
    const profile = {
      id: 'wetlands', type: 'article-journal', fingerprints: [{ re: '^Wetlands & Statecraft, part \\d+ of \\d{4}$', w: 6 }],
      fields: [{ to: '*', take: 'match', pattern: '^(?<container>Wetlands & Statecraft), part (?<issue>\\d+) of (?<year>\\d{4})$' }, { to: 'title', take: 'line', before: '^Penned by: ' }, { to: 'author', take: 'label', label: 'Penned by' }],
    };
    await write('sources/profiles/wetlands.json', JSON.stringify(profile));
    await write('sources/profiles/broken.json', '{ "id": "broken" }');
    const { added } = await paste('Wetlands & Statecraft, part 3 of 2019\nDraining the Marsh: Dikes and Districts\nPenned by: Ottilie Marsh');
    const text = await read(`sources/${added[0]}.md`);
    assert.match(text, /Draining the Marsh: Dikes and Districts/u);
    assert.match(text, /Wetlands & Statecraft/u);
    await vscode.workspace.fs.delete(at('sources/profiles'), { recursive: true });
  });

  it('keeps each pasted source in a file, whole', async () => {
    const text = await read('sources/okafor2019.md');
    assert.match(text, /^---\nid: okafor2019\ntype: article-journal\ntitle: "The Silence of Middle Powers"\n/);
    assert.match(text, /\n# As pasted\n\n~~~text\n@article\{okafor2019,/);
    assert.ok(text.endsWith('\n<!-- end -->\n'));
  });

  it('knows a source that is pasted again', async () => {
    assert.deepEqual((await paste(bibtex)).known, ['okafor2019']);
  });

  it('imports files', async () => {
    await write('to-import.ris', 'TY  - BOOK\nAU  - Sundström, Åke\nTI  - Neutral by Habit\nPY  - 2011\nER  - \n');
    const added = await vscode.commands.executeCommand<Added>(commands.importFiles, [at('to-import.ris')]);
    await vscode.workspace.fs.delete(at('to-import.ris'));
    assert.equal(added.added.length + added.known.length, 1);
  });

  it('reads a page from a browser with the DOIs to which its HTML leads, and keeps its plain text', async () => {
    const text = 'Aalto, Mervi, and Chidi Obi. 2017. “Dykes and Deputies.” Journal of Low Lands 8 (2): 101–24.';
    const html = `<meta charset="utf-8"><p onclick="alert(1)">${text} <a href="https://doi.org/10.99901/jll.8.2.101"><img src="https://tracker.example/x.png"></a></p>`;
    const { added } = await vscode.commands.executeCommand<Added>(commands.pasteSources, { text, html });
    const file = await read(`sources/${added[0]}.md`);
    assert.match(file, /^DOI: "10\.99901\/jll\.8\.2\.101"$/mu);
    assert.match(file, /~~~text\nAalto, Mervi/u);
    assert.doesNotMatch(file, /tracker|alert/u);
  });

  it('generates the bibliography, and leaves one alone that was changed by hand', async () => {
    await until('references.bib', async () => (await read('references.bib')).includes('okafor2019'));
    const before = await read('references.bib');
    assert.match(before.split('\n')[0] ?? '', /^% .*Commonplace/);
    await write('references.bib', before.replace('Silence', 'Loudness'));
    await paste('@book{mine2001,\n author = {Mine, A.},\n title = {A Book of My Own Making},\n year = {2001}\n}');
    await pause(1500);
    assert.match(await read('references.bib'), /Loudness/);
    assert.doesNotMatch(await read('references.bib'), /mine2001/);
    await write('references.bib', before);
    await vscode.commands.executeCommand(commands.updateBibliography);
    await until('the new source in it', async () => (await read('references.bib')).includes('mine2001'));
  });

  it('shows what is unsure as information, with fixes that change only that', async () => {
    const uri = at('sources/kovalenko2021.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until('diagnostics', () => vscode.languages.getDiagnostics(uri).length > 0);
    const found = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'Commonplace');
    assert.ok(found.every((diagnostic) => diagnostic.severity === vscode.DiagnosticSeverity.Information && diagnostic.code === 'field-unsure'));
    const volume = found.find((diagnostic) => /^volume:/.test(diagnostic.message))!;
    assert.equal(document.getText(volume.range), '"volume"');
    let actions: vscode.CodeAction[] = [];
    await until('fixes', async () => {
      actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, volume.range, vscode.CodeActionKind.QuickFix.value);
      return actions.length > 0;
    });
    const titles = actions.map((action) => action.title);
    assert.ok(titles.includes('Set volume to “23”') && titles.includes('Leave volume empty'), titles.join(' | '));
    const before = document.getText();
    await vscode.workspace.applyEdit(actions.find((action) => action.title.startsWith('Set volume “23”, issue “4”'))!.edit!);
    assert.match(document.getText(), /\nvolume: "23"\nissue: "4"\n/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('completes keys in Markdown by any word, and in LaTeX inside cite commands only', async () => {
    const markdown = await draft('draft-a.md', 'As @sil and a@b.org\n');
    assert.deepEqual((await completions(markdown, new vscode.Position(0, 7))).map(labelOf), ['okafor2019']);
    assert.deepEqual(await completions(markdown, new vscode.Position(0, 15)), []);
    const latex = await draft('draft-a.tex', '\\autocite{okafor2019,capan} and {capan}\n');
    const items = await completions(latex, new vscode.Position(0, 26));
    assert.deepEqual(items.map(labelOf), ['okafor2019']);
    assert.deepEqual(items[0]?.range, new vscode.Range(0, 21, 0, 26));
    assert.deepEqual(await completions(latex, new vscode.Position(0, 38)), []);
  });

  it('shows a formatted reference on exactly a key', async () => {
    const markdown = await draft('draft-b.md', 'As [@okafor2019, p. 3] says, not @nobody.\n');
    const text = await hoverText(markdown, new vscode.Position(0, 8));
    assert.match(text.replaceAll(/\\|&nbsp;/g, ' '), /Okafor/);
    assert.match(text, /Middle/);
    assert.match(text, /keep/);
    assert.equal(await hoverText(markdown, new vscode.Position(0, 18)), '');
    assert.equal(await hoverText(markdown, new vscode.Position(0, 36)), '');
  });

  it('cites by key where the cursor is, and extends what is there', async () => {
    const markdown = await draft('draft-d.md', 'They hedge.\n');
    markdown.selection = new vscode.Selection(0, 10, 0, 10);
    await vscode.commands.executeCommand(commands.insertCitation, 'okafor2019');
    assert.equal(markdown.document.getText(), 'They hedge [@okafor2019].\n');
    await vscode.commands.executeCommand(commands.insertCitation, 'kovalenko2021');
    assert.equal(markdown.document.getText(), 'They hedge [@okafor2019; @kovalenko2021].\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(markdown.document.getText(), 'They hedge [@okafor2019].\n');
    const latex = await draft('draft-d.tex', '\\usepackage{natbib}\nThey hedge.\n');
    latex.selection = new vscode.Selection(1, 10, 1, 10);
    await vscode.commands.executeCommand(commands.insertCitation, 'okafor2019');
    assert.equal(latex.document.getText(), '\\usepackage{natbib}\nThey hedge \\citep{okafor2019}.\n');
  });

  it('opens a source, copies its key, reveals it', async () => {
    await vscode.commands.executeCommand(commands.openSource, 'okafor2019');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at('sources/okafor2019.md').path);
    await vscode.commands.executeCommand(commands.copyKey, ['okafor2019', 'kovalenko2021']);
    assert.equal(await vscode.env.clipboard.readText(), 'okafor2019, kovalenko2021');
    await vscode.commands.executeCommand(commands.revealSource, 'okafor2019');
  });

  it('opens no link that is not on the web, and does nothing for a key that nobody has', async () => {
    const added = await paste('[{"id":"badlink","type":"webpage","title":"A page with a bad address","URL":"command:workbench.action.closeWindow"}]');
    assert.deepEqual(added.added, ['badlink']);
    await vscode.commands.executeCommand(commands.openLink, 'badlink');
    await vscode.commands.executeCommand(commands.openSource, 'nobody');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at('sources/okafor2019.md').path);
  });

  it('takes a note on a selected passage, anchored in the abstract', async () => {
    await vscode.commands.executeCommand(commands.openSource, 'okafor2019');
    const editor = vscode.window.activeTextEditor!;
    const start = editor.document.getText().indexOf('They abstain where they could assent');
    editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + 36));
    const taking = vscode.commands.executeCommand(commands.newNote);
    await pause(800);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await taking;
    assert.match(await read('sources/okafor2019.md'), /\n## quote\n\n<!-- note n\w+ created=\S+ at=33 before="iddle powers often keep silent. " after="[^"]+" -->\n\n> They abstain where they could assent\n/);
  });

  it('deletes a source', async () => {
    void vscode.commands.executeCommand(commands.deleteSource, 'badlink');
    await until('the file to go', async () => !(await vscode.workspace.fs.stat(at('sources/badlink.md')).then(() => true, () => false)));
  });

  it('filters and groups the tree and clears the filter', async () => {
    await vscode.commands.executeCommand(commands.filterSources);
    await pause(300);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand(commands.clearFilter);
    const grouping = vscode.commands.executeCommand(commands.groupSources);
    await pause(300);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await grouping;
  });

  it('reads what was typed into a source file by hand', async () => {
    const path = 'sources/okafor2019.md';
    const document = await vscode.workspace.openTextDocument(at(path));
    const editor = await vscode.window.showTextDocument(document);
    const end = document.getText().indexOf('# As pasted');
    await editor.edit((edit) => edit.insert(document.positionAt(end), '# Notes\n\n## #hedging · p. 9 · odd words\n\nBy hand.\n\n'));
    await until('a hint on the heading', () => vscode.languages.getDiagnostics(at(path)).some((diagnostic) => diagnostic.code === 'note-heading'));
    await document.save();
  });

  it('says why a damaged source file is left alone', async () => {
    await write('sources/broken.md', '');
    await until('a diagnostic', () => vscode.languages.getDiagnostics(at('sources/broken.md')).some((diagnostic) => diagnostic.code === 'file-damaged'));
    await deleteInEditor(at('sources/broken.md'));
    await until('its end', () => vscode.languages.getDiagnostics(at('sources/broken.md')).length === 0);
  });

  it('shows the sources of a linked bibliography and follows its changes', async () => {
    await write('linked.bib', '@book{linked1990,\n author = {Linked, B.},\n title = {Elsewhere Kept},\n year = {1990}\n}\n');
    const markdown = await draft('draft-c.md', '@elsewhere\n');
    await until('its source', async () => (await completions(markdown, new vscode.Position(0, 10))).map(labelOf).includes('linked1990'));
    await vscode.workspace.fs.delete(at('linked.bib'));
    await until('its absence', async () => !(await completions(markdown, new vscode.Position(0, 10))).map(labelOf).includes('linked1990'));
  });
});
