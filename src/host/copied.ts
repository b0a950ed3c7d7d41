/**
 * Sources copied from a tree: the clipboard holds their references as text, and a draft they are pasted into cites them.
 * Loaded later by all, so that there is one memory of what was copied.
 */
import * as vscode from 'vscode';
import type { App } from './app';
import { carriedFrom, type Carried } from './carried';
import type { NoteNode, SourceNode } from './nodes';

let last: { readonly text: string; readonly carried: readonly Carried[] } | undefined;

/** What was copied last, if this text is it. */
export const copiedSources = (text: string): readonly Carried[] => (last !== undefined && text !== '' && last.text === text ? last.carried : []);

/** Puts a text on the clipboard that cites these where it is pasted into a draft. */
export async function copyText(text: string, carried: readonly Carried[]): Promise<void> {
  last = { text, carried };
  await vscode.env.clipboard.writeText(text);
}

/** Puts the references of the sources on the clipboard, in the style of the active document. */
export async function copySources(app: App, nodes: readonly (SourceNode | NoteNode)[]): Promise<void> {
  const items = [...new Map(nodes.map(({ source }) => [source.item.id, source.item] as const)).values()];
  const { formatReferences } = await import('./formatted');
  const formatted = await formatReferences(app, items, vscode.window.activeTextEditor?.document);
  const quotes = nodes.flatMap((node) => ('note' in node && node.note.quote !== undefined ? [node.note.quote] : []));
  const references = formatted.ok ? formatted.value.map(({ text }) => text.trim()) : items.map(({ id }) => id);
  const text = [...quotes.map((quote) => `“${quote}”`), ...references].join('\n');
  await copyText(text, carriedFrom(nodes));
}
