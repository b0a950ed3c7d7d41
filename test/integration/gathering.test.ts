import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) if (await Promise.resolve(holds()).catch(() => false)) return;
  assert.fail(`${what}: not within ${patience} ms`);
}

/** Runs a command that asks, and takes what each of its boxes offers first. A box that is slow to come is tried again. */
async function takingTheFirst(command: string, ...given: readonly unknown[]): Promise<void> {
  let isDone = false;
  const running = Promise.resolve(vscode.commands.executeCommand(command, ...given)).finally(() => { isDone = true; });
  while (!isDone) {
    await pause(700);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  await running;
}

/** A draft with the cursor at its end, alone in the editor. */
async function chapter(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await write('gathered.md', '# Chapter\n\nBefore.\n');
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('gathered.md')));
  const end = editor.document.positionAt(editor.document.getText().length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

const reef = `---
id: marlow2020
type: article-journal
title: "Reefs of Alignment"
author: [{"family":"Marlow","given":"Ines"}]
issued: {"date-parts":[[2020]]}
---

# Notes by anna

## #reefing #reefing/costs · p. 12 · against

<!-- note nreefaaa1 created=2026-09-14T10:22:05Z -->

> Alignment has a price that nobody *names*

Too simple for small states.

## #reefing · claim · for

Reefing pays in the long run.

<!-- end -->
`;

describe('gathering', function () {
  this.timeout(60_000);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.workspace.fs.createDirectory(at('sources'));
    await write('sources/marlow2020.md', reef);
    await pause(1500);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteInEditor(at('sources/marlow2020.md'), at('sources/views.yaml'));
  });

  it('shows the passages on a tag as a document that leads to each note', async () => {
    await until('the passages', async () => {
      await vscode.commands.executeCommand(commands.showPassages, '#reefing');
      return vscode.window.activeTextEditor?.document.getText().includes('2 passages in 1 source') === true;
    });
    const document = vscode.window.activeTextEditor!.document;
    assert.equal(document.uri.scheme, 'commonplace-passages');
    assert.match(document.getText(), /> Alignment has a price that nobody \\\*names\\\*/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const [first] = links.filter(({ target }) => target?.path.endsWith('marlow2020.md') === true);
    assert.equal(first?.target?.fragment, 'L11');
  });

  it('drafts from a tag at the cursor, once, in one step of undo', async () => {
    const editor = await chapter();
    await takingTheFirst(commands.draftFromTag, '#reefing');
    assert.equal(editor.document.getText(), [
      '# Chapter', 'Before.', '## Marlow (2020)', '> Alignment has a price that nobody \\*names\\* [@marlow2020, p. 12]',
      '*Against.* Too simple for small states.', '*For.* Reefing pays in the long run [@marlow2020].\n',
    ].join('\n\n'));
    await takingTheFirst(commands.draftFromTag, '#reefing');
    assert.equal(editor.document.getText().match(/@marlow2020/g)?.length, 2);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '# Chapter\n\nBefore.\n');
  });

  it('inserts a quotation with its marks and its page', async () => {
    const editor = await chapter();
    await takingTheFirst(commands.insertQuotation);
    await until('the quotation', () => /“[^”]+” \[@\S+/.test(editor.document.getText()));
    await vscode.commands.executeCommand('undo');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), 'As is said in a sentence.'));
    const before = editor.document.getText().indexOf('in a sentence');
    editor.selection = new vscode.Selection(editor.document.positionAt(before), editor.document.positionAt(before));
    await takingTheFirst(commands.insertQuotation);
    await until('the quotation in the middle', () => /As is said “[^”]+” \[@[^\]]+\] in a sentence\./.test(editor.document.getText()));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('saves a view as a line of plain text, and tells where a hand-edited one is broken', async () => {
    await takingTheFirst(commands.saveView, '#reefing stance:against');
    await until('the file of views', async () => (await read('sources/views.yaml')).includes('reefing against: "#reefing stance:against"\n'));
    await write('sources/views.yaml', `${await read('sources/views.yaml')}Mine: stance:agains #reefing\n`);
    const codes = (): readonly unknown[] => vscode.languages.getDiagnostics(at('sources/views.yaml')).map(({ code }) => code);
    await until('the problem', () => codes().includes('query-value'));
    const [problem] = vscode.languages.getDiagnostics(at('sources/views.yaml'));
    const lines = (await read('sources/views.yaml')).split('\n');
    assert.equal(lines[problem!.range.start.line]?.slice(problem!.range.start.character, problem!.range.end.character), 'agains');
    await vscode.commands.executeCommand(commands.deleteView, 'Mine');
    await until('the view to go', async () => !(await read('sources/views.yaml')).includes('Mine') && codes().length === 0);
  });
});
