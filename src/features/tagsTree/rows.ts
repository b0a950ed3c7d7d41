/** The rows of the tree of tags. */
import * as vscode from 'vscode';
import { notesByTag } from '../../core/library';
import type { Source, SourceNote } from '../../core/library';
import type { App } from '../../host/app';
import type { Home } from '../../host/libraries';
import { markdownText } from '../../host/markdownText';
import { noteItem, sourceLabel } from '../../host/nodes';
import type { NoteNode } from '../../host/nodes';

type TagNode = { readonly kind: 'tag'; readonly home: Home; readonly tag: string; readonly notes: readonly SourceNote[] };
type PaperNode = { readonly kind: 'paper'; readonly home: Home; readonly tag: string; readonly source: Source; readonly notes: readonly SourceNote[] };
export type Node = TagNode | PaperNode | (NoteNode & { readonly tag: string });

async function tags(app: App): Promise<Node[]> {
  await app.libraries.ready();
  return app.libraries.all.flatMap((home) =>
    [...notesByTag(home.store.current)].map(([tag, notes]) => ({ kind: 'tag' as const, home, tag, notes })));
}

/** The rows under a row; at the top the tags. */
export async function childrenOf(app: App, node: Node | undefined): Promise<Node[]> {
  if (node === undefined) return tags(app);
  switch (node.kind) {
    case 'tag': return papersOf(node);
    case 'paper': return node.notes.map(({ source, note }) => ({ kind: 'note', home: node.home, source, note, tag: node.tag }));
    case 'note': return [];
  }
}

function papersOf({ home, tag, notes }: TagNode): PaperNode[] {
  const papers = new Map<string, PaperNode>();
  for (const one of notes) {
    const paper = papers.get(one.source.handle);
    papers.set(one.source.handle, { kind: 'paper', home, tag, source: one.source, notes: [...(paper?.notes ?? []), one] });
  }
  return [...papers.values()];
}

export function itemOf(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'tag': return tagItem(node);
    case 'paper': return paperItem(node);
    case 'note': return noteItem(node, node.tag);
  }
}

function tagItem({ home, tag, notes }: TagNode): vscode.TreeItem {
  const row = new vscode.TreeItem(`#${tag}`, vscode.TreeItemCollapsibleState.Collapsed);
  const entry = home.store.current.codebook.tags.get(tag);
  const papers = new Set(notes.map(({ source }) => source.handle)).size;
  row.id = `${home.folder.uri.toString()} ${tag}`;
  row.iconPath = new vscode.ThemeIcon('tag');
  row.contextValue = 'tag';
  row.description = `${counted(notes.length, 'note')} in ${counted(papers, 'paper')}`;
  if (entry?.definition !== undefined) row.tooltip = new vscode.MarkdownString(markdownText(entry.definition));
  return row;
}

function paperItem({ home, tag, source, notes }: PaperNode): vscode.TreeItem {
  const row = new vscode.TreeItem(sourceLabel(source.item), vscode.TreeItemCollapsibleState.Expanded);
  row.id = `${home.folder.uri.toString()} ${tag} ${source.handle}`;
  row.description = [notes.length > 1 ? String(notes.length) : '', source.item.title ?? ''].filter((part) => part !== '').join(' · ');
  row.iconPath = new vscode.ThemeIcon('file-text');
  row.contextValue = 'paper';
  return row;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
