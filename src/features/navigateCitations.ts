/** From a citation to its source and to all other places that cite it; the same key marked in the document. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { keySelector } from '../host/names';

export function register(app: App): vscode.Disposable {
  const navigating = () => import('./navigateCitations/navigating');
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(keySelector, { provideDefinition: async (document, position) => (await navigating()).definition(app, document, position) }),
    vscode.languages.registerReferenceProvider(keySelector, {
      provideReferences: async (document, position, { includeDeclaration }) => (await navigating()).references(app, document, position, includeDeclaration),
    }),
    vscode.languages.registerDocumentHighlightProvider(keySelector, { provideDocumentHighlights: async (document, position) => (await navigating()).highlights(app, document, position) }),
  );
}
