/** Many changes shown before they are made: in one document, since the editor’s own list of changes takes minutes for hundreds of files. */
import * as vscode from 'vscode';
import { changeList, keysToRename } from '../../core/library';
import { changesScheme } from '../../host/names';
import { tell } from '../../host/notices';
import type { RenamedFile } from '../../host/renaming';

const place = vscode.Uri.from({ scheme: changesScheme, path: '/Keys to Rename.diff' });

/** Shows every line that would change, and asks. The document can only be read, and goes when it was answered. */
export async function areAgreed(files: readonly RenamedFile[], keys: number): Promise<boolean> {
  const named = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);
  const list = changeList(files.map(({ uri, to, text, edits }) => ({ path: named(uri), ...(to !== undefined && { to: named(to) }), text, edits })));
  const given = vscode.workspace.registerTextDocumentContentProvider(changesScheme, { provideTextDocumentContent: () => list });
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(place), { preview: true });
    return await tell(keysToRename(keys, files.length).message, 'Rename', 'Leave As They Are') === 'Rename';
  } finally {
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === changesScheme));
    given.dispose();
  }
}
