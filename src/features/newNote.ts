/** Take a note: on a passage selected in a source file or in a text of it, or on a source. Tags are completed as one types them. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  const taking = () => import('./newNote/taking');
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.newNote, async (given: unknown) => (await taking()).newNote(app, given)),
    vscode.commands.registerCommand(commands.noteFromSelection, async () => (await taking()).noteFromSelection(app)),
    vscode.commands.registerCommand(commands.noteWithLastTags, async () => (await taking()).noteWithLastTags(app)),
    vscode.commands.registerCommand(commands.undoNote, async () => (await taking()).undoNote(app)),
    vscode.workspace.onDidRenameFiles(async ({ files }) => (await taking()).followTexts(app, files)),
  );
}
