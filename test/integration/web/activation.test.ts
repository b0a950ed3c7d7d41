import assert from 'node:assert/strict';
import * as vscode from 'vscode';

type Contribution = { readonly command: string };

const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.getExtension('commonplace.commonplace');
  assert.ok(found, 'the extension is not installed');
  return found;
};

describe('the extension', () => {
  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('carries out every command that its manifest names', async () => {
    await extension().activate();
    const manifest = extension().packageJSON as { contributes?: { commands?: Contribution[] } };
    const named = (manifest.contributes?.commands ?? []).map(({ command }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(named.filter((command) => !registered.has(command)), []);
  });
});
