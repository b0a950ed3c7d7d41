/** See the tags: each with the papers it stands in, and there its notes. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { views } from '../host/names';
import type { Node } from './tagsTree/rows';

export function register(app: App): vscode.Disposable {
  const rows = () => import('./tagsTree/rows');
  const changed = new vscode.EventEmitter<undefined>();
  const treeDataProvider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await rows()).childrenOf(app, node),
    getTreeItem: async (node) => (await rows()).itemOf(node),
  };
  return vscode.Disposable.from(
    changed,
    app.libraries.onDidChange(() => changed.fire(undefined)),
    vscode.window.createTreeView(views.tags, { treeDataProvider, showCollapseAll: true }),
  );
}
