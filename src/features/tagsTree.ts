/** See the tags as a tree, each with its subtags, papers and notes; rename, merge, nest, split and colour them. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { carriedMime, notesMime } from '../host/carried';
import { commands, tagsMime, views } from '../host/names';
import { RowChanges } from '../host/rowChanges';
import type { Node } from './tagsTree/rows';
import type { TagWork } from './tagsTree/work';

export function register(app: App): vscode.Disposable {
  const rows = () => import('./tagsTree/rows');
  const changes = new RowChanges<Node>();
  const view: vscode.TreeView<Node> = vscode.window.createTreeView<Node>(views.tags, {
    showCollapseAll: true, canSelectMany: true,
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren: async (node) => (await rows()).childrenOf(app, node),
      getTreeItem: async (node) => (await rows()).itemOf(node),
      getParent: async (node) => (await rows()).parentOf(node),
    },
    dragAndDropController: {
      dragMimeTypes: [tagsMime, carriedMime, notesMime, 'text/plain'], dropMimeTypes: [tagsMime, notesMime],
      handleDrag: async (nodes, data) => (await rows()).drag(nodes, data),
      handleDrop: async (target, data) => (await work()).drop(target, data),
    },
  });
  const work = async (): Promise<TagWork> => new (await import('./tagsTree/work')).TagWork(app, view);
  const on = (command: string, act: (work: TagWork, given: unknown, more: unknown, third: unknown) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (given: unknown, more: unknown, third: unknown) => act(await work(), given, more, third));
  return vscode.Disposable.from(
    changes, view, app.libraries.onDidChange(() => changes.all()),
    on(commands.renameTag, (tags, given, to) => tags.rename(given, to)),
    on(commands.mergeTags, (tags, given, more) => tags.merge(given, more)),
    on(commands.splitTag, (tags, given, to, notes) => tags.split(given, to, notes)),
    on(commands.nestTag, (tags, given, under) => tags.nest(given, under)),
    on(commands.deleteTag, (tags, given, more) => tags.remove(given, more)),
    on(commands.findSimilarTags, (tags) => tags.findSimilar()),
    on(commands.editDefinition, (tags, given) => tags.editDefinition(given)),
    on(commands.describeTag, (tags, given, field, text) => tags.describe(given, field, text)),
    on(commands.setTagColour, (tags, given, colour) => tags.setColour(given, colour)),
    on(commands.revealTag, (tags, given) => tags.reveal(given)),
    on(commands.suggestTags, (tags, given) => tags.suggest(given)),
  );
}
