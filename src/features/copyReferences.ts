/** Copy formatted references, of chosen sources or of a whole draft: as plain text at once, and with italics from a page that shows them. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.copyReference, async (given?: unknown, chosen?: unknown) =>
      (await import('./copyReferences/copying')).copyReferences(app, Array.isArray(chosen) ? chosen : given)),
    vscode.commands.registerCommand(commands.copyBibliography, async () => (await import('./copyReferences/copying')).copyBibliography(app)),
  );
}
