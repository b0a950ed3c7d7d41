/** Resolve a git conflict in a source file by note and by field: a command, a lens above the conflict, and quick fixes. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

const markdown = { language: 'markdown' };
const codebook = { pattern: '**/codebook.yaml' };
const codes = new Set<unknown>(['merge-conflict', 'note-twin']);

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.mergeByNote, async (given?: unknown) => (await import('./mergeByNote/resolving')).mergeByNote(app, given)),
    vscode.languages.registerCodeLensProvider([markdown, codebook], { provideCodeLenses: (document) => lenses(app, document) }),
    vscode.languages.registerCodeActionsProvider(markdown, {
      provideCodeActions: async (document, _, { diagnostics }) => {
        const own = diagnostics.filter(({ source, code }) => source === 'Commonplace' && codes.has(code));
        return own.length === 0 ? [] : (await import('./mergeByNote/resolving')).fixes(document, own);
      },
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

function isOurs({ libraries }: App, uri: vscode.Uri): boolean {
  const home = libraries.of(uri);
  return libraries.atFile(uri) !== undefined || (home !== undefined && libraries.uriOf(home, `${home.store.services.settings().folder}/codebook.yaml`).toString() === uri.toString());
}

function lenses(app: App, document: vscode.TextDocument): vscode.CodeLens[] {
  const text = document.getText();
  const at = text.startsWith('<<<<<<< ') ? 0 : text.indexOf('\n<<<<<<< ') + 1;
  if ((at === 0 && !text.startsWith('<<<<<<< ')) || !isOurs(app, document.uri)) return [];
  const line = document.positionAt(at).line;
  return [new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title: '$(git-merge) Merge By Note', command: commands.mergeByNote, arguments: [document.uri] })];
}
