import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MergedFile } from '../../src/core/merge';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, ...path.split('/'));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function until<T>(what: string, find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 15_000; Date.now() < end; await pause(100)) {
    const found = await find();
    if (found !== undefined) return found;
  }
  return assert.fail(`${what} did not come`);
}

const conflict = `---
id: mergen2020
type: book
<<<<<<< HEAD
title: "Neutral by Habit"
||||||| 1a2b3c
title: "Neutral"
=======
title: "Neutral by Law"
>>>>>>> other
---

# Notes by anna

## #hedging

<!-- note n1 -->

<<<<<<< HEAD
Ours — 🧭.
||||||| 1a2b3c
Old.
=======
Theirs.

## #balancing

<!-- note n2 -->

New.
>>>>>>> other

<!-- end -->
`;

describe('a git conflict in a source file', function () {
  this.timeout(60_000);
  const uri = (): vscode.Uri => at('sources/mergen2020.md');

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(conflict));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteInEditor(uri());
  });

  it('is merged by note from the lens, the quick fix or the command, in one step that can be undone and is not saved by us', async () => {
    const document = await vscode.workspace.openTextDocument(uri());
    await vscode.window.showTextDocument(document);
    const problem = await until('the problem', () => vscode.languages.getDiagnostics(uri()).find(({ code }) => code === 'merge-conflict'));
    const lens = await until('the lens', async () => (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri(), 50)).find(({ command }) => command?.command === commands.mergeByNote));
    assert.equal(lens.range.start.line, 3);
    const fix = await until('the quick fix', async () => (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri(), problem.range)).find(({ title }) => title === 'Merge By Note'));
    const merged = await vscode.commands.executeCommand<MergedFile>(commands.mergeByNote, ...(fix.command?.arguments as unknown[] | undefined ?? []));
    assert.deepEqual([merged.notes, merged.fields], [1, ['title']]);
    const text = document.getText();
    assert.match(text, /title: "Neutral by Habit"\ncustom: \{"review":\{"title":\{"why":"[^"]+","offer":"Neutral by Law"\}\}\}\n---/u);
    assert.match(text, /Ours — 🧭\.\n\n## #hedging\n\n<!-- note n\w{8} twin=n1 -->\n\nTheirs\.\n\n## #balancing\n\n<!-- note n2 -->\n\nNew\.\n\n<!-- end -->\n$/u);
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), conflict);
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), text);
  });

  it('shows a note that stands in two versions, and keeps the one that is chosen', async () => {
    const document = await vscode.workspace.openTextDocument(uri());
    await document.save();
    const problem = await until('the mark', () => vscode.languages.getDiagnostics(uri()).find(({ code }) => code === 'note-twin'));
    const fixes = await until('the fixes', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri(), problem.range);
      return all.some(({ title }) => title === 'Keep This Version') ? all : undefined;
    });
    for (const title of ['Keep the Other Version', 'Keep Both as Notes of Their Own']) assert.ok(fixes.some((fix) => fix.title === title), title);
    const edit = fixes.find(({ title }) => title === 'Keep This Version')?.edit;
    assert.ok(edit !== undefined);
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /# Notes by anna\n\n## #hedging\n\n<!-- note n1 -->\n\nTheirs\.\n\n## #balancing/u);
    await document.save();
    await until('the end of the mark', () => (vscode.languages.getDiagnostics(uri()).some(({ code }) => code === 'note-twin') ? undefined : true));
  });

  it('is merged in the codebook too, by tag and by field, in one step', async () => {
    const book = at('sources/codebook.yaml');
    const text = '# Ours together.\ntags:\n  hedging:\n<<<<<<< HEAD\n    aliases: [hedge]\n    definition: One thing\n=======\n    aliases: [insurance]\n    definition: Another\n>>>>>>> other\n    colour: "#1565C0"\n';
    await vscode.workspace.fs.writeFile(book, new TextEncoder().encode(text));
    try {
      const document = await vscode.workspace.openTextDocument(book);
      await vscode.window.showTextDocument(document);
      const lens = await until('the lens', async () => (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', book, 50)).find(({ command }) => command?.command === commands.mergeByNote));
      assert.equal(lens.range.start.line, 3);
      const merged = await vscode.commands.executeCommand<MergedFile>(commands.mergeByNote, book);
      assert.deepEqual(merged.fields, ['hedging definition']);
      assert.equal(document.getText(), '# Ours together.\ntags:\n  hedging:\n    aliases: [hedge, insurance]\n    definition: One thing\n    # theirs: definition: Another\n    colour: "#1565C0"\n');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      await vscode.workspace.fs.delete(book);
    }
  });

  it('says so where there is no conflict', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri()));
    assert.equal(await vscode.commands.executeCommand(commands.mergeByNote), undefined);
  });
});
