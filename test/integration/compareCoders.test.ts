import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Comparison } from '../../src/core/agreement';
import { commands, switches } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, ...path.split('/'));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const files = ['sources/compared2021.md', 'sources/compared2021.dina.md', 'sources/compared2021.emil.md'];

describe('several coders', function () {
  this.timeout(60_000);
  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await write(files[0]!, '---\nid: compared2021\ntype: book\ntitle: "Two Readings"\n---\n\n# Abstract\n\nSmall states hedge and balance.\n\n<!-- end -->\n');
    for (const [file, coder, tag] of [[files[1]!, 'dina', 'hedging'], [files[2]!, 'emil', 'balancing']] as const) {
      await write(file, `---\nid: compared2021\ncoder: ${coder}\n---\n\n# Notes by ${coder}\n\n## #${tag} #shared\n\n> Small states\n\n<!-- end -->\n`);
    }
    await pause(1500);
  });
  after(async () => {
    await vscode.workspace.getConfiguration().update(switches.blindCoding.name, undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteInEditor(...files.map(at));
  });

  it('are compared in a document with figures for each tag and links that lead to their notes', async () => {
    const comparison = await vscode.commands.executeCommand<Comparison>(commands.compareCoders, { coders: ['dina', 'emil'], units: 'source', silence: 'missing' });
    assert.deepEqual(comparison.tags.map(({ tag, disagreements }) => [tag, disagreements]), [['balancing', 1], ['hedging', 1], ['shared', 0]]);
    const document = vscode.window.activeTextEditor?.document ?? assert.fail('no document');
    assert.deepEqual([document.languageId, document.isUntitled], ['markdown', true]);
    assert.match(document.getText(), /\| #shared +\| +1 \| +100 % \|/u);
    assert.match(document.getText(), /- dina: \[Small states\]\(<\/sources\/compared2021\.dina\.md#L8>\)/u);
    let links: vscode.DocumentLink[] = [];
    for (let n = 0; n < 100 && links.length < 2; n += 1, await pause(100)) links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
    assert.ok(links.some(({ target }) => decodeURIComponent(target?.toString() ?? '').includes('compared2021.dina.md')), JSON.stringify(links));
  });

  it('do not see each other’s notes while they code blind', async () => {
    await vscode.workspace.getConfiguration().update('commonplace.author', 'dina', vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.getConfiguration().update(switches.blindCoding.name, true, vscode.ConfigurationTarget.Workspace);
    await pause(1500);
    const comparison = await vscode.commands.executeCommand<Comparison>(commands.compareCoders, { coders: ['dina', 'emil'], units: 'passage', silence: 'missing' });
    assert.deepEqual(comparison.tags.map(({ tag, all }) => [tag, all.units]), [['balancing', 1], ['hedging', 1], ['shared', 1]]);
    await vscode.workspace.getConfiguration().update('commonplace.author', undefined, vscode.ConfigurationTarget.Workspace);
  });
});
