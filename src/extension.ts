/** The front door on the desktop and on remote hosts, where node's `fs` and threads are at hand. */
import * as vscode from 'vscode';
import { createEngine, defaultLimits } from './core/engineClient';
import { diskOf, putOver, storageOf } from './host/node/diskOf';
import { gitAuthor } from './host/node/gitAuthor';
import { after, resting } from './host/after';
import { start, type Api } from './start';
import { nodeSpawn } from './worker/node';

export function activate(extension: vscode.ExtensionContext): Api {
  return start(extension, {
    diskOf,
    storageOf,
    putOver,
    packer: async () => (await import('./host/node/packer')).packer,
    engine: (home) => createEngine(nodeSpawn(vscode.Uri.joinPath(home, 'dist', 'engine', 'worker.mjs').fsPath), after, defaultLimits, resting()),
    agentOf: (version) => `Commonplace/${version} (extension for Visual Studio Code)`,
    authorOf: (folder) => (folder.scheme === 'file' ? gitAuthor(folder.fsPath) : Promise.resolve(undefined)),
  });
}
