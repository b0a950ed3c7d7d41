/** Many changes shown before they are made: in one document, since the editor’s own list of changes takes minutes for hundreds of files. */
import * as vscode from 'vscode';
import { changeList, keysToRename } from '../../core/library';
import { createBox, drawn } from '../../host/boxes';
import { changesScheme } from '../../host/names';
import type { RenamedFile } from '../../host/renaming';

const place = vscode.Uri.from({ scheme: changesScheme, path: '/Keys to Rename.diff' });

/** Shows every line that would change, and asks. The document can only be read, and goes when it was answered. */
export async function areAgreed(files: readonly RenamedFile[], keys: number): Promise<boolean> {
  const named = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);
  const list = changeList(files.map(({ uri, to, text, edits }) => ({ path: named(uri), ...(to !== undefined && { to: named(to) }), text, edits })));
  const given = vscode.workspace.registerTextDocumentContentProvider(changesScheme, { provideTextDocumentContent: () => list });
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(place), { preview: true });
    return await answered(keysToRename(keys, files.length).message);
  } finally {
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === changesScheme));
    given.dispose();
  }
}

type Answer = vscode.QuickPickItem & { readonly yes: boolean };

/** Stays open while one reads through the list. */
function answered(question: string): Promise<boolean> {
  const box = createBox<Answer>();
  box.title = question;
  box.ignoreFocusOut = true;
  box.items = drawn([{ label: 'Rename', yes: true }, { label: 'Leave As They Are', yes: false }]);
  return new Promise((resolve) => {
    let yes = false;
    box.onDidAccept(() => { yes = box.selectedItems[0]?.yes === true; box.hide(); });
    box.onDidHide(() => { box.dispose(); resolve(yes); });
    box.show();
  });
}
