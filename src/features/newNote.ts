/** Take a note: on a passage selected in a source file, or on a source. Tags are completed as one types them. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.commands.registerCommand(commands.newNote, async (given: unknown) => (await import('./newNote/taking')).newNote(app, given));
}
