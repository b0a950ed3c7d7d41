/** Sources and notes that are carried from a tree to a draft, by dragging or by copying. */
import * as vscode from 'vscode';
import type { CiteRequest } from '../core/citations';
import type { Note } from '../core/source';
import type { NoteNode, SourceNode } from './nodes';

/** How a drag says what it carries. */
export const carriedMime = 'application/vnd.commonplace.sources';

/** One thing carried: a source by its key, or a note of it with its page and its quote. */
export type Carried = Pick<CiteRequest, 'key'> & { readonly locator?: Note['locator']; readonly quote?: string };

export const carriedFrom = (nodes: readonly (SourceNode | NoteNode)[]): readonly Carried[] => nodes.map((node) => {
  const note = 'note' in node ? node.note : undefined;
  return { key: node.source.item.id, ...(note?.locator && { locator: note.locator }), ...(note?.quote !== undefined && note.quote !== '' && { quote: note.quote }) };
});

/** How a drag says that it carries notes which may be dropped on a note. */
export const notesMime = 'application/vnd.commonplace.notes';

/** Lets the notes among some rows be dropped on a note of either tree. */
export function carryNotes(nodes: readonly (SourceNode | NoteNode)[], data: vscode.DataTransfer): void {
  const notes = nodes.filter((node): node is NoteNode => node.kind === 'note');
  if (notes.length > 0) data.set(notesMime, new vscode.DataTransferItem(notes));
}

/** The notes that are dragged: within the window they come as they are. */
export function notesIn(data: vscode.DataTransfer): readonly NoteNode[] {
  const value: unknown = data.get(notesMime)?.value;
  return Array.isArray(value) ? (value as readonly NoteNode[]).filter((one) => (one as NoteNode | null)?.kind === 'note' && 'note' in one) : [];
}

/** What a drag or the clipboard carries; nothing when it is not ours. */
export async function carriedIn(data: vscode.DataTransfer): Promise<readonly Carried[]> {
  try {
    const value: unknown = JSON.parse(await data.get(carriedMime)?.asString() ?? '[]');
    return Array.isArray(value) ? value.filter((one): one is Carried => typeof (one as Carried | null)?.key === 'string') : [];
  } catch {
    return [];
  }
}
