/** Rename a citation key everywhere: drafts in every syntax, its own file, notes that relate to it and, if confirmed, linked bibliographies. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { keySelector } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.languages.registerRenameProvider(keySelector, {
    prepareRename: async (document, position) => (await import('./renameKey/renaming')).renamedHere(app, document, position),
    provideRenameEdits: async (document, position, name) => (await import('./renameKey/renaming')).renameKey(app, document, position, name),
  });
}
