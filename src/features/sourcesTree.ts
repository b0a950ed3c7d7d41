/** See the sources as a tree: grouped, filtered, each with its abstract, its notes and the places that cite it. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { carriedMime, notesMime } from '../host/carried';
import { commands, decorationScheme, views } from '../host/names';
import { RowChanges } from '../host/rowChanges';
import type { Node, SourceRows } from './sourcesTree/rows';

/** How the tree says to itself what is dragged in it. */
const treeMime = `application/vnd.code.tree.${views.sources}`;

export function register(app: App): vscode.Disposable {
  let made: Promise<SourceRows> | undefined;
  const changes = new RowChanges<Node>();
  const refresh = (): void => changes.all();
  const rows = (): Promise<SourceRows> => (made ??= import('./sourcesTree/rows').then(({ SourceRows: Made }) => new Made(app, view, refresh)));
  const view: vscode.TreeView<Node> = vscode.window.createTreeView<Node>(views.sources, {
    showCollapseAll: true, canSelectMany: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren: async (node) => (await rows()).childrenOf(node),
      getTreeItem: async (node) => (await rows()).itemInTurn(node),
      resolveTreeItem: async (item, node) => (await rows()).resolved(item, node),
    },
    dragAndDropController: {
      dropMimeTypes: [treeMime, notesMime, 'text/uri-list', 'text/plain', 'text/html', 'files'],
      // With `text/uri-list` the editor leaves out the address that only serves a row’s decoration: Markdown would make a link of it.
      dragMimeTypes: [carriedMime, treeMime, notesMime, 'text/plain', 'text/uri-list'],
      handleDrag: async (nodes, data) => (await rows()).drag(nodes, data),
      handleDrop: async (target, data) => (await rows()).drop(data, target),
    },
  });
  return vscode.Disposable.from(
    view, changes, app.libraries.onDidChange(() => void made?.then((all) => all.libraryChanged(changes))), app.drafts.onDidChange(() => void made?.then((all) => all.draftsChanged(changes))),
    vscode.window.registerFileDecorationProvider({
      provideFileDecoration: async (uri) => (uri.scheme === decorationScheme ? (await import('./sourcesTree/rows')).decorationOf(uri) : undefined),
    }),
    vscode.commands.registerCommand(commands.filterSources, async () => void (await rows()).askFilter()),
    vscode.commands.registerCommand(commands.clearFilter, async () => (await rows()).filter('')),
    vscode.commands.registerCommand(commands.saveFilter, async () => (await rows()).saveFilter()),
    vscode.commands.registerCommand(commands.groupSources, async () => (await rows()).askGrouping()),
    vscode.commands.registerCommand(commands.copySource, async (given: unknown, chosen: unknown) => (await rows()).copy(Array.isArray(chosen) ? chosen : given)),
  );
}
