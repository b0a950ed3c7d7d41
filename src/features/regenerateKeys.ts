/** Citation keys by a pattern: choose it with a look at what it gives, and make the keys that are there anew. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.regenerateKeys, async (given?: unknown, chosen?: unknown) =>
      (await import('./regenerateKeys/regenerating')).regenerateKeys(app, Array.isArray(chosen) ? chosen : given)),
    vscode.commands.registerCommand(commands.chooseKeyPattern, async () => (await import('./regenerateKeys/choosingPattern')).chooseKeyPattern(app)),
  );
}
