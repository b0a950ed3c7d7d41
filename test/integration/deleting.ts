/** Deleting as a person does in the editor; files that another program deletes in numbers are taken for a drive that is gone. */
import * as vscode from 'vscode';

export async function deleteInEditor(...uris: readonly vscode.Uri[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const uri of uris) edit.deleteFile(uri, { ignoreIfNotExists: true, recursive: true });
  await vscode.workspace.applyEdit(edit);
}
