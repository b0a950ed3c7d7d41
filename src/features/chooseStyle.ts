/** Choose how references look: among the bundled styles and the style files of the workspace. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.commands.registerCommand(commands.chooseStyle, async () => (await import('./chooseStyle/choosing')).chooseStyle(app));
}
