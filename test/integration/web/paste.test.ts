import assert from 'node:assert/strict';
import * as vscode from 'vscode';

type Added = { readonly added: readonly string[] };

/** The heavy readers run in a worker of the browser here, and files are saved through the editor. */
describe('pasting in the browser', () => {
  it('reads BibTeX and a reference, and keeps the source in a file', async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    const added = await vscode.commands.executeCommand<Added>('commonplace.pasteSources',
      '@book{web2001,\n author = {Sundstr{\\"o}m, {\\AA}ke},\n title = {Neutral by Habit},\n year = {2001}\n}');
    assert.deepEqual(added.added, ['web2001']);
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'sources', 'web2001.md');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.equal(text.split('\n').find((line) => line.startsWith('author')), 'author: [{"family":"Sundström","given":"Åke"}]');
    assert.equal(text.endsWith('\n<!-- end -->\n'), true);
  });

  it('formats a reference on hovering', async () => {
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'web-draft.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('As [@web2001] says.\n'));
    await vscode.workspace.openTextDocument(uri);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(0, 8));
    const words = hovers.flatMap((hover) => hover.contents).map((content) => (typeof content === 'string' ? content : content.value)).join();
    assert.equal(words.replaceAll('\\', '').split('\n')[0], 'Sundström, Åke. 2001. Neutral by Habit.');
  });
});
