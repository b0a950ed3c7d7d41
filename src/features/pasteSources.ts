/** Paste sources: read the clipboard, a selection, files or dropped text, and put what is found into the library. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  const pasting = () => import('./pasteSources/pasting');
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.pasteSources, async (text?: unknown) => (await pasting()).pasteSources(app, text)),
    vscode.commands.registerCommand(commands.importFiles, async (uris?: unknown) => (await pasting()).importFiles(app, uris)),
  );
}
