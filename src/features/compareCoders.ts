/** Compare what several coders did: figures for each tag, and what is to be settled. Tell when somebody codes blind. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands, switches } from '../host/names';
import { inStatusBar } from '../host/notices';

export function register(app: App): vscode.Disposable {
  const status = vscode.window.createStatusBarItem('commonplace.blindCoding', vscode.StatusBarAlignment.Right, 90);
  status.name = 'Commonplace: Blind Coding';
  status.command = { title: 'Open Settings', command: 'workbench.action.openSettings', arguments: [switches.blindCoding.name] };
  const tell = (): void => {
    const coder = app.libraries.all.map(({ store }) => store.coding).find((name) => name !== undefined);
    if (coder === undefined) return status.hide();
    status.text = inStatusBar('eye-closed', `Coding blind as ${coder}`);
    status.tooltip = 'You see only notes of your own; each coder writes into files of their own. Compare Coders shows the notes of all.';
    status.show();
  };
  tell();
  return vscode.Disposable.from(
    status,
    app.libraries.onDidChange(tell),
    vscode.commands.registerCommand(commands.compareCoders, async (given?: unknown) => (await import('./compareCoders/comparing')).compare(app, given)),
  );
}
