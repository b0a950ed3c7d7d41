/** The relations of a note as rows under it, seen from both ends. */
import * as vscode from 'vscode';
import { relationsIn } from '../core/library';
import type { SourceNote } from '../core/library';
import type { Relation } from '../core/source';
import type { Home } from './libraries';
import { commands } from './names';
import { oneLine, sourceLabel } from './nodes';
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
