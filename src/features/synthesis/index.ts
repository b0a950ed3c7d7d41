/** The synthesis: sources × tags in a table whose cells open their passages, and pictures of the same notes. Its work is a bundle that loads when it is first shown. */
import * as vscode from 'vscode';
import type { App } from '../../host/app';
import { commands, panels } from '../../host/names';
import type { Synthesis } from './panel';

export function register(app: App): vscode.Disposable {
  let opened: Promise<Synthesis> | undefined;
  const synthesis = (): Promise<Synthesis> => (opened ??= import('./panel').then((room) => new room.Synthesis(app)));
  return vscode.Disposable.from(
    { dispose: () => void opened?.then((one) => one.dispose()) },
    vscode.commands.registerCommand(commands.showSynthesis, async (given: unknown) => (await synthesis()).open(given)),
    vscode.window.registerWebviewPanelSerializer(panels.synthesis, { deserializeWebviewPanel: async (panel) => (await synthesis()).restore(panel) }),
  );
}
