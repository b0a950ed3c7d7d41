/** The relations of a note as rows under it, seen from both ends. */
import * as vscode from 'vscode';
import { markdown, markdownText, type MarkdownText } from '../core/exits';
import { relationsIn } from '../core/library';
import type { SourceNote } from '../core/library';
import type { Relation } from '../core/source';
import type { Home } from './libraries';
import { commandLink } from './editorMarkdown';
import { commands } from './names';
import { noteItem, oneLine, sourceLabel } from './nodes';
import type { NoteNode } from './nodes';

/** One relation: `from` has it, `other` is what is shown: the note at the other end, unless that is lost. */
export type RelationNode = {
  readonly kind: 'relation'; readonly home: Home; readonly relation: Relation; readonly isOwn: boolean;
  readonly from: SourceNote; readonly other: SourceNote | undefined; readonly target: string;
};

/** The relations that a note has, then those of others that point at it. */
export function relationsOf({ home, source, note }: Pick<NoteNode, 'home' | 'source' | 'note'>): readonly RelationNode[] {
  const { notes, incoming } = relationsIn(home.store.current);
  const own = (note.links ?? []).map(({ relation, target }): RelationNode => ({ kind: 'relation', home, relation, isOwn: true, from: { source, note }, other: notes.get(target), target }));
  const id = note.id === undefined ? undefined : `${source.item.id}#${note.id}`;
  const others = id === undefined ? [] : incoming.get(id) ?? [];
  return [...own, ...others.map((from): RelationNode => ({ kind: 'relation', home, relation: from.relation, isOwn: false, from, other: from, target: id ?? '' }))];
}

/** How a relation is said from the note that has it, and from the one it points at. */
const said: { readonly [R in Relation]: readonly [string, string] } = {
  supports: ['supports', 'supported by'], attacks: ['attacks', 'attacked by'], qualifies: ['qualifies', 'qualified by'],
};
/** How much of the other note is said. */
const longest = 160;

/** The relations of a note in a hover: one line for each, which leads to the note at the other end. */
export function relationLines(node: Pick<NoteNode, 'home' | 'source' | 'note'>): readonly MarkdownText[] {
  return relationsOf(node).map(({ relation, isOwn, other, target }) => {
    const words = markdownText(said[relation][isOwn ? 0 : 1]);
    if (other === undefined) return markdown`*${words}* a note that is gone (${markdownText(target)})`;
    const text = oneLine(other.note.quote ?? other.note.text) || other.note.tags.map((tag) => `#${tag}`).join(' ');
    return markdown`*${words}* ${linked(other)}: ${markdownText(text.length <= longest ? text : `${text.slice(0, longest - 1)}…`)}`;
  });
}

/** A note without an id can’t be named in a link. */
const linked = ({ source: { item }, note: { id } }: SourceNote): MarkdownText =>
  commandLink(markdownText(sourceLabel(item)), commands.openSource, id === undefined ? item.id : `${item.id}#${id}`);

/** A note as a row that unfolds into its relations, if it has any. */
export function relatedItem(node: NoteNode, underTag?: string): vscode.TreeItem {
  const lines = relationLines(node);
  const row = noteItem(node, underTag, lines);
  if (lines.length > 0) row.collapsibleState = vscode.TreeItemCollapsibleState.Collapsed;
  return row;
}

const icons: { readonly [R in Relation]: string } = { supports: 'add', attacks: 'close', qualifies: 'edit' };

export function relationItem({ home, relation, isOwn, other, target }: RelationNode): vscode.TreeItem {
  const words = said[relation][isOwn ? 0 : 1];
  const row = new vscode.TreeItem(other === undefined ? `${words} a note that is gone` : `${words} ${sourceLabel(other.source.item)}`);
  row.description = other === undefined ? target : oneLine(other.note.quote ?? other.note.text) || other.note.tags.map((tag) => `#${tag}`).join(' ');
  row.iconPath = other === undefined ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')) : new vscode.ThemeIcon(icons[relation]);
  row.contextValue = 'relation';
  if (other !== undefined) row.command = { command: commands.openSource, title: 'Open Note', arguments: [{ kind: 'note', home, source: other.source, note: other.note }] };
  return row;
}
