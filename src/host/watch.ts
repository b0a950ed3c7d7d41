/** Hearing of changes in a workspace folder, by whatever program and in unsaved editors. */
import * as vscode from 'vscode';
import type { Disposable } from '../core/library/files';
import { Batch } from './batch';
import { endsInOneOf, isHidden } from './disk';

const bibliographies = ['.bib', '.ris', '.json', '.yaml', '.yml'];
const bibliographyPattern = `**/*.{bib,ris,json,yaml,yml}`;

/** Tells in batches of bibliographies anywhere in the folder and of Markdown in the store folder; `undefined`: of anything. */
export function watchFolder(
  folder: vscode.Uri, storeFolder: string, listener: (paths: readonly string[] | undefined) => void,
): Disposable {
  const batch = new Batch(listener);
  const concerns = new Concern(folder, storeFolder, batch);
  const store = vscode.Uri.joinPath(folder, storeFolder);
  const listening = vscode.Disposable.from(
    batch,
    ...watchFiles(new vscode.RelativePattern(folder, bibliographyPattern), uri => concerns.file(uri)),
    ...watchFiles(new vscode.RelativePattern(store, '**/*.md'), uri => concerns.file(uri)),
    ...watchFolders(folder, uri => concerns.folder(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && concerns.file(document.uri)),
    vscode.workspace.onDidSaveTextDocument(document => concerns.file(document.uri)),
    vscode.workspace.onDidCloseTextDocument(document => concerns.file(document.uri)),
    // The person may come back from a program whose changes the editor's watcher missed.
    vscode.window.onDidChangeWindowState(({ focused }) => focused && batch.add()),
  );
  return { dispose: () => void listening.dispose() };
}

function watchFiles(pattern: vscode.RelativePattern, tell: (uri: vscode.Uri) => void): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return [watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell)];
}

/**
 * A folder that is deleted or moved away is told of without the files in it, and so, on Linux, is a new one whose files
 * were written before the editor began to watch it (`git checkout`).
 */
function watchFolders(folder: vscode.Uri, tell: (uri: vscode.Uri) => void): vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'), false, true, false);
  return [watcher, watcher.onDidCreate(tell), watcher.onDidDelete(tell)];
}

/** Nobody can say afterwards whether a path that is gone was a folder; a name without an ending most likely was. */
const fileEnding = /\.\p{L}[\p{L}\d]*$/u;

/** What of all that happens concerns the library. */
class Concern {
  constructor(private readonly root: vscode.Uri, private readonly store: string, private readonly batch: Batch) {}

  file(uri: vscode.Uri): void {
    const path = this.relative(uri);
    if (path === undefined) return;
    const inStore = this.store === '' || path.startsWith(`${this.store}/`);
    if (endsInOneOf(path, bibliographies) || inStore && endsInOneOf(path, ['.md'])) this.batch.add(path);
  }

  folder(uri: vscode.Uri): void {
    const path = this.relative(uri);
    if (path !== undefined && path !== '' && !fileEnding.test(path)) this.batch.add();
  }

  /** The path inside the folder; undefined outside it, and for what belongs to other tools. */
  private relative(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== this.root.scheme || uri.authority !== this.root.authority) return undefined;
    const start = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`;
    const path = plainDrive(uri.path);
    if (!path.startsWith(plainDrive(start))) return undefined;
    const relative = path.slice(start.length);
    return relative.split('/').some(isHidden) ? undefined : relative;
  }
}

/** Windows writes the drive letter now large and now small. */
const plainDrive = (path: string): string => path.replace(/^\/[A-Z]:/, drive => drive.toLowerCase());
