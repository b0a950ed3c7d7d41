/** What one does with a source in the tree: open it, copy its key, follow its link, reveal it, delete it. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';
import type { Action } from './sourceActions/acting';

const actions: readonly (readonly [string, Action])[] = [
  [commands.openSource, 'open'], [commands.copyKey, 'copyKey'], [commands.openLink, 'openLink'], [commands.revealSource, 'reveal'],
  [commands.deleteSource, 'deleteSources'], [commands.deleteNote, 'deleteNote'],
];

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(...actions.map(([command, action]) =>
    vscode.commands.registerCommand(command, async (given: unknown, chosen: unknown) => (await import('./sourceActions/acting')).act(app, action, given, chosen))));
}
