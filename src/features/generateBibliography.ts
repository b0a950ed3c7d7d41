/** Keep the generated bibliography up to date, and offer to take in what was changed in it by hand. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands, settings } from '../host/names';
import type { Updating } from './generateBibliography/updating';

/** How long after a change the bibliography is written, in milliseconds: several changes make one writing. */
const pause = 400;

export function register(app: App): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let updating: Promise<Updating> | undefined;
  const now = async (asked: boolean): Promise<void> => {
    updating ??= import('./generateBibliography/updating').then(({ Updating: Loaded }) => new Loaded(app));
    await (await updating).now(asked);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void now(false), pause);
  };
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(timer) },
    app.libraries.onDidChange(soon),
    vscode.workspace.onDidGrantWorkspaceTrust(soon),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(settings.bibliographyPath.name) || event.affectsConfiguration(settings.bibliographyDialect.name)) soon(); }),
    vscode.commands.registerCommand(commands.updateBibliography, () => now(true)),
  );
}
