/** Cite: pick sources by any word of author, title, year, tag or key, say where in them, and put the citation where the cursor is. */
import * as vscode from 'vscode';
import type { App } from '../../host/app';
import { commands } from '../../host/names';

export function register(app: App): vscode.Disposable {
  const inserting = () => import('./inserting');
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.insertCitation, async (given: unknown, chosen: unknown) => (await inserting()).cite(app, given, chosen)),
    vscode.commands.registerCommand(commands.citationDetails, async () => (await inserting()).wantDetails()),
  );
}
