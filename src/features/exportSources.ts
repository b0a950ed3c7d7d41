/** Export the sources that a draft cites, or those of the tree, as BibLaTeX, BibTeX, RIS, CSL JSON or CSL YAML. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.exportCited, async () => (await import('./exportSources/exporting')).exportCited(app)),
    vscode.commands.registerCommand(commands.exportSources, async (given?: unknown, chosen?: unknown) =>
      (await import('./exportSources/exporting')).exportSources(app, Array.isArray(chosen) ? chosen : given)),
  );
}
