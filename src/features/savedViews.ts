/** Keep queries as views: a tree of them with what each finds, kept as plain text beside the codebook. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands, views } from '../host/names';
import type { Node, ViewRows } from './savedViews/rows';

/** How long after a change of the file the tree is made anew, in milliseconds. */
const pause = 300;

export function register(app: App): vscode.Disposable {
  let made: Promise<ViewRows> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = new vscode.EventEmitter<undefined>();
  const rows = (): Promise<ViewRows> => (made ??= import('./savedViews/rows').then(({ ViewRows: Made }) => new Made(app, () => changed.fire(undefined))));
  const soon = (uri: vscode.Uri): void => {
    if (!uri.path.endsWith('/views.yaml')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void rows().then((all) => all.check()), pause);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/views.yaml');
  const command = (name: string, act: (all: ViewRows, given: unknown) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(name, async (given: unknown) => act(await rows(), given));
  return vscode.Disposable.from(
    changed, watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document.uri)),
    vscode.workspace.onDidOpenTextDocument((document) => soon(document.uri)),
    app.libraries.onDidChange(() => changed.fire(undefined)),
    vscode.window.createTreeView<Node>(views.views, {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async (node) => (await rows()).childrenOf(node),
        getTreeItem: async (node) => (await rows()).itemOf(node),
      },
    }),
    command(commands.saveView, (all, given) => all.save(given)),
    command(commands.editView, (all, given) => all.edit(given)),
    command(commands.renameView, (all, given) => all.rename(given)),
    command(commands.deleteView, (all, given) => all.remove(given)),
    command(commands.openViews, (all) => all.open()),
    { dispose: () => { clearTimeout(timer); void made?.then((all) => all.dispose()); } },
  );
}
