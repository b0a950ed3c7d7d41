/** Which disk carries a workspace folder, where node's `fs` is at hand. */
import * as vscode from 'vscode';
import type { Disk } from '../disk';
import { toTrash } from '../trash';
import { WorkspaceDisk } from '../workspaceDisk';
import { NodeDisk } from './nodeDisk';

/** A folder with the scheme `file` is saved to durably; another only as well as its provider can. */
export function diskOf(folder: vscode.Uri): Disk {
  return folder.scheme === 'file'
    ? new NodeDisk(folder.fsPath, path => toTrash(vscode.Uri.file(path)))
    : new WorkspaceDisk(folder);
}
