/** Writing an export where the person says. What stood there is replaced whole or stays as it was, as far as the disk can. */
import * as vscode from 'vscode';
import { exportFailed, notWritable } from '../core/problem';
import type { Problem } from '../core/problem';

/** Puts bytes under an absolute path of a disk that node reaches; rejects with the reason. */
export type PutOver = (path: string, bytes: Uint8Array) => Promise<void>;

/**
 * Writes a file over whatever is there: the dialog has asked. Gives what went wrong. With `putOver`, a file that was there is whole whatever happens; other
 * file systems are written to through the editor, as well as they can.
 */
export async function writeOut(to: vscode.Uri, bytes: Uint8Array, putOver?: PutOver): Promise<Problem | undefined> {
  const onDisk = to.scheme === 'file' && putOver !== undefined;
  const name = vscode.workspace.asRelativePath(to);
  try {
    await (onDisk ? putOver(to.fsPath, bytes) : vscode.workspace.fs.writeFile(to, bytes));
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return onDisk ? notWritable(name, reason) : exportFailed(name, reason);
  }
}
