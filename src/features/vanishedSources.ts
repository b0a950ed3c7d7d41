/** When very many sources are gone at once, nothing is written until the person says whether they were deleted. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { Home } from '../host/libraries';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  /** The libraries whose person has been asked. */
  const asked = new Set<Home>();
  const load = () => import('./vanishedSources/deciding');
  const look = (): void => {
    if (asked.size > 0 || app.libraries.all.some(({ store }) => store.vanished !== undefined)) void load().then(({ askNew }) => askNew(app, asked));
  };
  return vscode.Disposable.from(app.libraries.onDidChange(look), vscode.commands.registerCommand(commands.decideVanished, async () => (await load()).decide(app, asked)));
}
