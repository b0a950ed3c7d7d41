/** The front door in VS Code for the Web, where there are neither node's `fs` nor its threads. */
import * as vscode from 'vscode';
import { createEngine, defaultLimits } from './core/engineClient';
import { shownText } from './core/utf8';
import { after, resting } from './host/after';
import { WorkspaceDisk } from './host/workspaceDisk';
import { start, type Api } from './start';
import { webSpawn } from './worker/web';

export function activate(extension: vscode.ExtensionContext): Api {
  const script = async (): Promise<string> => {
    const file = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'web', 'worker.js');
    return shownText(await vscode.workspace.fs.readFile(file));
  };
  return start(extension, {
    diskOf: (folder) => new WorkspaceDisk(folder),
    storageOf: (folder) => new WorkspaceDisk(folder),
    engine: () => createEngine(webSpawn(script), after, defaultLimits, resting()),
    agentOf: () => undefined,
    authorOf: () => Promise.resolve(undefined),
  });
}
