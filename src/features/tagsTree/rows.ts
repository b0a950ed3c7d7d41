/** The rows of the tree of tags: tags, below them their subtags, their papers, and there the notes. */
import * as vscode from 'vscode';
import { joined, markdown, markdownText } from '../../core/exits';
import type { Source, SourceNote } from '../../core/library';
import { nodeOf, tagTree, widerOf } from '../../core/tagging';
import type { TagNode } from '../../core/tagging';
import type { App } from '../../host/app';
import { editorMarkdown } from '../../host/editorMarkdown';
import { carriedFrom, carriedMime, carryNotes } from '../../host/carried';
import type { Home } from '../../host/libraries';
import { tagsMime } from '../../host/names';
import { oneLine, opening, sourceLabel } from '../../host/nodes';
import type { NoteNode, SourceNode } from '../../host/nodes';
import { relatedItem, relationItem, relationsOf } from '../../host/relations';
import type { RelationNode } from '../../host/relations';
import { tagIcon } from './icons';

export type TagRow = { readonly kind: 'tag'; readonly home: Home; readonly tag: string; readonly node: TagNode };
type PaperRow = { readonly kind: 'paper'; readonly home: Home; readonly tag: string; readonly source: Source; readonly notes: readonly SourceNote[] };
export type Node = TagRow | PaperRow | (NoteNode & { readonly tag: string }) | RelationNode;

const trees = new WeakMap<object, readonly TagNode[]>();

/** The tags of a library; made once for each value of it. */
export function treeOf(home: Home): readonly TagNode[] {
  const library = home.store.current;
  const made = trees.get(library) ?? tagTree(library);
  trees.set(library, made);
  return made;
}

const rowsFor = (home: Home, nodes: readonly TagNode[]): TagRow[] => nodes.map((node) => ({ kind: 'tag', home, tag: node.tag, node }));

/** The rows under a row; at the top the widest tags. */
export async function childrenOf(app: App, row: Node | undefined): Promise<Node[]> {
  if (row === undefined) {
    await app.libraries.ready();
    return app.libraries.all.flatMap((home) => rowsFor(home, treeOf(home)));
  }
  switch (row.kind) {
    case 'tag': return [...rowsFor(row.home, row.node.children), ...papersOf(row)];
    case 'paper': return row.notes.map(({ source, note }) => ({ kind: 'note', home: row.home, source, note, tag: row.tag }));
    case 'note': return [...relationsOf(row)];
    case 'relation': return [];
  }
}

/** The row above a row, to reveal one; papers and notes are not revealed. */
export function parentOf(row: Node): TagRow | undefined {
  const wider = row.kind === 'tag' ? nodeOf(treeOf(row.home), widerOf(row.tag)) : undefined;
  return wider && rowsFor(row.home, [wider])[0];
}

function papersOf({ home, tag, node }: TagRow): PaperRow[] {
  const papers = new Map<string, PaperRow>(node.sources.map((source) => [source.handle, { kind: 'paper', home, tag, source, notes: [] }]));
  for (const one of node.notes) {
    const paper = papers.get(one.source.handle);
    papers.set(one.source.handle, { kind: 'paper', home, tag, source: one.source, notes: [...paper?.notes ?? [], one] });
  }
  return [...papers.values()];
}

// --- how they look ---------------------------------------------------------------------------------------------------

export function itemOf(row: Node): vscode.TreeItem {
  switch (row.kind) {
    case 'tag': return tagItem(row);
    case 'paper': return paperItem(row);
    case 'note': return relatedItem(row, row.tag);
    case 'relation': return relationItem(row);
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function tagItem({ home, tag, node }: TagRow): vscode.TreeItem {
  const state = node.papersWithin === 0 && node.children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
  const row = new vscode.TreeItem(node.name, state);
  row.id = `${home.folder.uri.toString()} ${tag}`;
  row.iconPath = tagIcon(node.colour);
  row.description = inBrief(node);
  row.tooltip = tooltipOf(node);
  row.contextValue = 'tag';
  row.accessibilityInformation = { label: `#${tag}, ${inWords(node)}` };
  return row;
}

/** `3 · 12 with subtags`; a tag that only stands on papers counts those. */
function inBrief({ notes, sources, notesWithin, papersWithin, children }: TagNode): string {
  if (papersWithin === 0) return 'not used yet';
  const own = notes.length > 0 ? String(notes.length) : sources.length > 0 ? counted(sources.length, 'paper') : '';
  const within = children.length > 0 && notesWithin > notes.length ? `${notesWithin} with subtags` : '';
  return [own, within].filter((part) => part !== '').join(' · ');
}

function inWords({ notes, sources, notesWithin, papersWithin, children }: TagNode): string {
  const papers = new Set([...notes.map(({ source }) => source.handle), ...sources.map(({ handle }) => handle)]).size;
  const own = `${counted(notes.length, 'note')} in ${counted(papers, 'paper')}`;
  return children.length === 0 ? own : `${own}; with subtags ${counted(notesWithin, 'note')} in ${counted(papersWithin, 'paper')}`;
}

/** What the codebook says of the tag. Foreign text goes in as text, never as Markdown. */
function tooltipOf(node: TagNode): vscode.MarkdownString {
  const { label = {}, aliases = [], definition = '', include = '', exclude = '' } = node.entry ?? {};
  const said = [
    definition, include === '' ? '' : `Include: ${include}`, exclude === '' ? '' : `Exclude: ${exclude}`,
    Object.entries(label).map(([language, word]) => `${language}: ${word}`).join(', '), aliases.length === 0 ? '' : `Also written ${aliases.join(', ')}`, inWords(node),
  ];
  return editorMarkdown(joined([markdown`**${markdownText(`#${node.tag}`)}**`, ...said.filter((one) => one !== '').map(markdownText)], markdown`\n\n`));
}

function paperItem({ home, tag, source, notes }: PaperRow): vscode.TreeItem {
  const row = new vscode.TreeItem(sourceLabel(source.item), notes.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded);
  row.id = `${home.folder.uri.toString()} ${tag} ${source.handle}`;
  row.description = [notes.length > 1 ? String(notes.length) : '', oneLine(source.item.title ?? '')].filter((part) => part !== '').join(' · ');
  row.iconPath = new vscode.ThemeIcon('file-text');
  row.contextValue = 'paper';
  if (notes.length === 0) row.command = opening({ kind: 'source', home, source });
  return row;
}

/** Tags are carried within the tree; papers and notes to a draft, which takes the citation or the quotation. */
export function drag(rows: readonly Node[], data: vscode.DataTransfer): void {
  const tags = rows.filter((row): row is TagRow => row.kind === 'tag');
  const citable = rows.flatMap((row): readonly (SourceNode | NoteNode)[] => (row.kind === 'tag' || row.kind === 'relation' ? [] : row.kind === 'note' ? [row] : [{ kind: 'source', home: row.home, source: row.source }]));
  if (tags.length > 0) data.set(tagsMime, new vscode.DataTransferItem(JSON.stringify(tags.map(({ home, tag }) => ({ folder: home.folder.uri.toString(), tag })))));
  carryNotes(citable, data);
  if (citable.length === 0) return data.set('text/plain', new vscode.DataTransferItem(tags.map(({ tag }) => `#${tag}`).join(' ')));
  data.set(carriedMime, new vscode.DataTransferItem(JSON.stringify(carriedFrom(citable))));
  data.set('text/plain', new vscode.DataTransferItem(citable.map(({ source }) => `@${source.item.id}`).join('; ')));
}
