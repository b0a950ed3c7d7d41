/** Hover over a citation key: the formatted reference, the abstract, the notes. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { draftSelector } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.languages.registerHoverProvider(draftSelector, {
    provideHover: async (document, position) => (await import('../host/reference')).referenceAt(app, document, position),
  });
}
