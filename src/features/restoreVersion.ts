/** Give a source file back as it was: from the earlier versions that are kept outside the workspace. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { relativePath } from '../host/libraries';
import { commands } from '../host/names';

const codes = new Set<unknown>(['file-damaged', 'file-cut-short']);
const markdown = { language: 'markdown' };

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.restoreVersion, async (given?: unknown) => (await import('./restoreVersion/restoring')).restore(app, given)),
    vscode.workspace.onDidSaveTextDocument((document) => void keep(app, document)),
    vscode.languages.registerCodeActionsProvider(markdown, {
      provideCodeActions: async (document, _, { diagnostics }) => {
        const own = diagnostics.filter(({ source, code }) => source === 'Commonplace' && codes.has(code));
        return own.length === 0 ? [] : (await import('./restoreVersion/restoring')).fixes(document, own);
      },
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

/** What the person saves by hand is kept as well, whether or not the library has read it yet. */
async function keep(app: App, { uri }: vscode.TextDocument): Promise<void> {
  const home = vscode.workspace.getWorkspaceFolder(uri) && app.libraries.of(uri);
  const path = home && relativePath(home, uri);
  if (home !== undefined && path?.startsWith(`${home.store.services.settings().folder}/`) === true) (await home.history()).saved(path);
}
