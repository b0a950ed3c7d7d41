/** This draft: what it cites, in order and how often, what nobody knows, and the notes it has not used; with a count in the status bar. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { isDraft } from '../host/drafts';
import { commands, views } from '../host/names';
import type { Node, ThisDraft } from './thisDraft/view';

export function register(app: App): vscode.Disposable {
  let made: Promise<ThisDraft> | undefined;
  const changed = new vscode.EventEmitter<undefined>();
  const tree = vscode.window.createTreeView<Node>(views.thisDraft, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => (await made)?.childrenOf(node) ?? [],
      getTreeItem: async (node) => ((await made) as ThisDraft).itemOf(node),
    },
  });
  const follow = (editor: vscode.TextEditor | undefined): void => {
    if (editor !== undefined && isDraft(editor.document)) made ??= import('./thisDraft/view').then(({ ThisDraft: Made }) => new Made(app, tree, () => changed.fire(undefined)));
    void made?.then((one) => one.follow(editor));
  };
  const touched = (document: vscode.TextDocument): void => void made?.then((one) => one.touched(document));
  follow(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    { dispose: () => void made?.then((one) => one.dispose()) }, tree, changed,
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidChangeTextDocument(({ document }) => touched(document)),
    vscode.workspace.onDidCloseTextDocument(touched),
    app.libraries.onDidChange(() => void made?.then((one) => one.soon())),
    vscode.commands.registerCommand(commands.goToCitation, async (uri: unknown, range: unknown) => (await import('./thisDraft/view')).goTo(uri, range)),
  );
}
