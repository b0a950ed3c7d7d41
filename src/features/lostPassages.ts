/** Go through all passages of the library that have moved or are lost, in sources and in their texts. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.commands.registerCommand(commands.lostPassages, async () => (await import('./lostPassages/finding')).showLostPassages(app));
}
