/** A file as it stands in an editor. */
import * as vscode from 'vscode';
import type { WriteResult } from '../core/library/files';
import type { TextEdit } from '../core/source';
import { changed } from './disk';
import { workspaceEdit } from './positions';

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

/** The open document of a file that stands in a tab: there somebody may press Ctrl+Z. */
export function shownDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = openDocument(uri);
  return document !== undefined && vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => shows(input, uri.toString()))) ? document : undefined;
}

function shows(input: unknown, name: string): boolean {
  if (input instanceof vscode.TabInputText) return input.uri.toString() === name;
  return input instanceof vscode.TabInputTextDiff && [input.original, input.modified].some((side) => side.toString() === name);
}

/** Names the state of an unsaved document. */
export const versionOf = (document: vscode.TextDocument): string => `editor:${document.version}`;

/** Edits an unsaved document that must still be in `version`, as one step of undo. VS Code refuses if it moved on meanwhile. */
export async function editUnsaved(document: vscode.TextDocument, version: string, edits: readonly TextEdit[]): Promise<WriteResult> {
  if (versionOf(document) !== version) return changed();
  if (edits.length > 0 && !await edit(document, edits)) return changed();
  return { ok: true, version: versionOf(document), unsaved: true };
}

/**
 * Can the editor save a text whole? Not where it shows another than `text`, which is the file's: it has another encoding, or
 * line ends of two kinds, of which the editor would make one.
 */
export function showsWhole(document: vscode.TextDocument, text: string): boolean {
  return !document.isDirty && document.getText() === text.replace(/^\uFEFF/, '') && ['utf8', 'utf8bom', undefined].includes(encodingOf(document));
}

/** Editors before 1.100 do not tell the encoding. */
const encodingOf = (document: vscode.TextDocument & { readonly encoding?: string }): string | undefined => document.encoding;

/**
 * Edits a document without unsaved changes, as one step that Ctrl+Z takes back at once, and has the editor save it; it compares
 * with the disk once more. Gives the text as it is then, or undefined where the editor refused because the document moved on.
 */
export async function editAndSave(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<{ readonly text: string; readonly saved: boolean } | undefined> {
  if (!await edit(document, edits)) return undefined;
  const saved = await document.save();
  return { text: document.getText(), saved };
}

async function edit(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  return vscode.workspace.applyEdit(workspaceEdit(document, edits));
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
