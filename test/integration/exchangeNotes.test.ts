import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { IncomingPlan } from '../../src/core/exchange';
import { commands } from '../../src/host/names';
import { deleteInEditor } from './deleting';

const at = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, ...path.split('/'));
const write = (path: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
const read = async (path: string): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const exported = (wish: object): Thenable<number | undefined> => vscode.commands.executeCommand(commands.exportNotes, wish);
const imported = (given: unknown): Thenable<IncomingPlan | undefined> => vscode.commands.executeCommand(commands.importNotes, given);

describe('notes for other programs', function () {
  this.timeout(60_000);
  const made = ['sources/exchanged2022.md', 'foam.md', 'out.qdpx', 'out.md', 'out.csv', 'codes.csv', 'sources/codebook.yaml'];
  before(async () => {
    await vscode.extensions.getExtension('commonplace.commonplace')?.activate();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(made[0]!, '---\nid: exchanged2022\ntype: book\ntitle: "On Being Exchanged"\n---\n\n# Abstract\n\n🧭 Small states hedge.\n\n# Notes by anna\n\n## #exchanging\n\n<!-- note nx1 -->\n\n> Small states\n\n=Why?\n\n## #other-exchange\n\n<!-- end -->\n');
    await pause(1500);
  });
  after(async () => {
    await deleteInEditor(...made.map(at));
  });

  it('are exported by tag or query, in the form that is chosen', async () => {
    assert.equal(await exported({ query: '#exchanging', format: 'md', to: at('out.md') }), 1);
    assert.match(await read('out.md'), /### #exchanging\n\n> Small states\n>\n> \[@exchanged2022\]/u);
    assert.equal(await exported({ tag: 'exchanging', format: 'csv', to: at('out.csv') }), 1);
    assert.match(await read('out.csv'), /'=Why\?/u);
    assert.equal(await exported({ query: '#nobody-has-this', format: 'md', to: at('out.md') }), undefined);
    assert.equal(await exported({ query: 'stance:', format: 'md', to: at('out.md') }), undefined);
  });

  it('go out as a project and come back into a library that lost them, once', async () => {
    assert.equal(await exported({ query: '#exchanging', format: 'qdpx', to: at('out.qdpx') }), 1);
    await write(made[0]!, '---\nid: exchanged2022\ntype: book\ntitle: "On Being Exchanged"\n---\n\n# Abstract\n\n🧭 Small states hedge.\n\n<!-- end -->\n');
    await pause(1500);
    const plan = await imported([at('out.qdpx')]);
    assert.deepEqual(plan?.steps.map((step) => [step.kind, step.notes.length]), [['notes', 1]]);
    assert.match(await read(made[0]!), /# Notes by anna\n\n## #exchanging\n\n<!-- note nx1 at=3 before="🧭 " after=" hedge\." -->\n\n> Small states\n\n=Why\?\n/u);
    assert.equal(await imported([at('out.qdpx')]), undefined);
  });

  it('are taken from a codebook as CSV, and from tags in the folder’s Markdown', async () => {
    await write('codes.csv', 'tag,description\nbridging,Between blocs\n');
    assert.deepEqual((await imported([at('codes.csv')]))?.newTags, ['bridging']);
    assert.match(await read('sources/codebook.yaml'), /bridging:\n {4}definition: Between blocs/u);
    await write('foam.md', 'As [@exchanged2022] says, #bridging is hard.\n');
    const plan = await imported('markdown');
    assert.ok(plan?.steps.some((step) => step.kind === 'notes' && step.source.handle === 'exchanged2022' && step.notes[0]?.tags.includes('bridging')), JSON.stringify(plan));
    assert.match(await read(made[0]!), /As \[@exchanged2022\] says/u);
    assert.equal(await read('foam.md'), 'As [@exchanged2022] says, #bridging is hard.\n');
  });
});
