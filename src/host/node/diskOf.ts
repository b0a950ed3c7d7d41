/** Which disk carries a folder, where node's `fs` is at hand. */
import * as vscode from 'vscode';
import type { Disk } from '../disk';
import { LaterDisk } from '../laterDisk';
import { toTrash } from '../trash';
import { NodeDisk } from './nodeDisk';

/** A folder with the scheme `file` is saved to durably; another only as well as its provider can. */
export const diskOf = (folder: vscode.Uri): Disk =>
  (folder.scheme === 'file' ? new NodeDisk(folder.fsPath, path => toTrash(vscode.Uri.file(path))) : virtual(folder));

/** A folder of our own, in which what is removed is deleted. */
export const storageOf = (folder: vscode.Uri): Disk => (folder.scheme === 'file' ? new NodeDisk(folder.fsPath) : virtual(folder));

/** Puts bytes under a path that the person named; loaded when something is exported first. */
export const putOver = async (path: string, bytes: Uint8Array): Promise<void> => (await import('./puttingOver')).putOver(path, bytes);

const virtual = (folder: vscode.Uri): Disk => new LaterDisk(async () => {
  const { WorkspaceDisk } = await import('../workspaceDisk');
  return new WorkspaceDisk(folder);
});
