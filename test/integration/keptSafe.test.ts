/** What is kept safe while one works: earlier versions, sources that vanish, files that are damaged. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { newSourceFile } from '../../src/core/library';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, ...path.split('/'));
const write = (path: string, text: string | Uint8Array): Thenable<void> => vscode.workspace.fs.writeFile(at(path), typeof text === 'string' ? new TextEncoder().encode(text) : text);
const read = async (path: string): Promise<string | undefined> => vscode.workspace.fs.readFile(at(path)).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const source = (n: number): string => newSourceFile({ item: { id: `safe${n}`, type: 'book', title: `On Keeping Things, volume ${n}` } });
const problemAt = (path: string, code: string): boolean => vscode.languages.getDiagnostics(at(path)).some((one) => one.code === code);
const cutShort = (path: string): boolean => vscode.languages.getDiagnostics(at(path)).some(({ code }) => code === 'file-damaged' || code === 'file-cut-short');

async function until<T>(what: string, look: () => T | PromiseLike<T>): Promise<T> {
  for (const end = Date.now() + 30_000; ; await pause(100)) {
    const found = await look();
    if (found) return found;
    assert.ok(Date.now() < end, `not within half a minute: ${what}`);
  }
}

/** Takes the first row of the list that a command opens, as soon as it is there. */
async function withFirstChoice(work: () => Thenable<unknown>, isDone: () => PromiseLike<boolean>): Promise<void> {
  void work();
  await until('the choice to be carried out', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(300);
    return isDone();
  });
}

describe('what is kept safe', function () {
  this.timeout(120_000);
  const damaged = 'sources/safe0.md';
  const all = Array.from({ length: 12 }, (_, n) => `sources/safe${n}.md`);

  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [n, path] of all.entries()) await write(path, source(n));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteInEditor(...all.map(at));
  });

  it('S-11 an emptied source file is shown as damaged, and its earlier version comes back with one choice', async () => {
    const document = await vscode.workspace.openTextDocument(at(damaged));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().indexOf('<!-- end -->')), '# Notes\n\n## #keeping\n\nBy hand.\n\n'));
    assert.ok(await document.save());
    const saved = await read(damaged);
    assert.match(saved ?? '', /By hand/u);
    await pause(1000);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(damaged, '');
    await until('the file to be told as damaged', () => problemAt(damaged, 'file-damaged'));
    await withFirstChoice(() => vscode.commands.executeCommand(commands.restoreVersion, at(damaged)), async () => await read(damaged) === saved);
    await until('the file to be whole again', () => !cutShort(damaged));
  });

  it('C-07 sources that vanish together are still known, and nothing is written until they are back or the person decides', async () => {
    await until('the sources to be written to', async () => {
      await vscode.commands.executeCommand(commands.updateBibliography);
      return (await read('references.bib'))?.includes('volume 11') === true;
    });
    for (const path of all.slice(1)) await vscode.workspace.fs.delete(at(path));
    await until('the question', () => problemAt('sources', 'library-vanished'));
    await write('sources/safe0.md', source(0).replace('volume 0', 'volume zero'));
    await pause(1500);
    await vscode.commands.executeCommand(commands.updateBibliography);
    assert.doesNotMatch(await read('references.bib') ?? '', /volume zero/u);
    for (const [n, path] of all.entries()) if (n > 0) await write(path, source(n));
    await until('writing to go on', () => !problemAt('sources', 'library-vanished'));
    await until('the bibliography to follow', async () => (await read('references.bib'))?.includes('volume zero') === true);
  });
});
