/** Folders that the editor watches for sure. On Linux it never hears of a folder whose own folder was made in the same moment. */
import * as vscode from 'vscode';

/** Makes a folder, and waits until what is written in it is heard of. Its parent must be watched already. */
export async function makeWatched(folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  const probe = vscode.Uri.joinPath(folder, 'probe.txt');
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, 'probe.txt'));
  let heard = false;
  const hear = (): void => { heard = true; };
  const listening = vscode.Disposable.from(watcher, watcher.onDidCreate(hear), watcher.onDidChange(hear), watcher.onDidDelete(hear));
  while (!heard) {
    await vscode.workspace.fs.writeFile(probe, new TextEncoder().encode(String(Date.now())));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  listening.dispose();
  await vscode.workspace.fs.delete(probe);
}
