/** A file as it stands in an editor. */
import * as vscode from 'vscode';
import type { WriteResult } from '../core/library/files';
import type { TextEdit } from '../core/source';
import { changed } from './disk';

/** The open document of a file, if there is one. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const name = uri.toString();
  return vscode.workspace.textDocuments.find(document => !document.isClosed && document.uri.toString() === name);
}

/** The open document of a file if a person has typed in it since it was saved. */
export function unsavedDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = openDocument(uri);
  return document?.isDirty ? document : undefined;
}

/** Names the state of an unsaved document. */
export const versionOf = (document: vscode.TextDocument): string => `editor:${document.version}`;

/** Edits an unsaved document that must still be in `version`, as one step of undo. VS Code refuses if it moved on meanwhile. */
export async function editUnsaved(document: vscode.TextDocument, version: string, edits: readonly TextEdit[]): Promise<WriteResult> {
  if (versionOf(document) !== version) return changed();
  if (edits.length > 0) {
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits.map(({ start, end, text }) =>
      vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text)));
    if (!await vscode.workspace.applyEdit(edit)) return changed();
  }
  return { ok: true, version: versionOf(document), unsaved: true };
}

const patience = 1000;

/**
 * Waits until the open document of a file that was just written shows its new text (VS Code reloads an unchanged
 * document by itself and keeps its undo), or a second has passed, or somebody types in it.
 */
export async function untilShown(uri: vscode.Uri, text: string): Promise<void> {
  const document = openDocument(uri);
  if (document === undefined) return;
  const wanted = asShown(text);
  const settled = () => document.isClosed || document.isDirty || asShown(document.getText()) === wanted;
  if (!settled()) await whenChanged(document, settled);
}

function whenChanged(document: vscode.TextDocument, settled: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const listening = vscode.workspace.onDidChangeTextDocument(event => {
      if (event.document === document && settled()) end();
    });
  });
}

/** An editor shows no byte order mark and has one kind of line end. */
const asShown = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
