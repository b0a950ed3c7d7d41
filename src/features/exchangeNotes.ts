/** Notes and codebooks out for other programs, and in from them. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.exportNotes, async (given?: unknown) => (await import('./exchangeNotes/exporting')).exportNotes(app, given)),
    vscode.commands.registerCommand(commands.importNotes, async (given?: unknown) => (await import('./exchangeNotes/importing')).importNotes(app, given)),
  );
}
