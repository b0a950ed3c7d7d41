/** Where a removed file goes. */
import * as vscode from 'vscode';

/** Only the desktop's own disk has a trash; VS Code refuses to use one elsewhere (browser, remote, virtual folders). */
const hasTrash = (uri: vscode.Uri): boolean =>
  uri.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;

/** Moves a file to the system's trash, or deletes it where there is none. */
export const toTrash = (uri: vscode.Uri): Thenable<void> =>
  vscode.workspace.fs.delete(uri, { useTrash: hasTrash(uri), recursive: false });
