/** Renaming the key at a position: what may be renamed, to what, and the edit. */
import * as vscode from 'vscode';
import { safeKey } from '../../core/library';
import { keyTaken, keyUnfit, manyUntrusted, noKeyHere, renameOvertaken } from '../../core/problem';
import type { Problem } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { keyHere } from '../../host/keysInFiles';
import type { KeyHere } from '../../host/keysInFiles';

/** The key that would be renamed at a position. */
export async function renamedHere(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<{ readonly range: vscode.Range; readonly placeholder: string }> {
  const { key, range } = await known(app, document, position);
  return { range, placeholder: key };
}

/**
 * Everything that changes when the key at a position gets another name. A refusal is told, and gives an edit that changes
 * nothing: after an error the editor would let another extension rename what stands there, such as a link in Markdown.
 */
export async function renameKey(app: App, document: vscode.TextDocument, position: vscode.Position, typed: string): Promise<vscode.WorkspaceEdit> {
  const { key } = await known(app, document, position);
  const name = typed.trim();
  const home = app.libraries.of(document.uri);
  await home?.store.reload();
  const refused = unfit(app, document, key, name);
  if (refused !== undefined || home === undefined) return refuse(app, refused);
  const { asEdit, planRenames } = await import('../../host/renaming');
  const files = await planRenames(app, [{ home, names: new Map([[key, name]]) }], { here: document.uri });
  return files === undefined ? refuse(app, renameOvertaken()) : asEdit(files);
}

function refuse(app: App, problem: Problem | undefined): vscode.WorkspaceEdit {
  if (problem !== undefined) report(app, [problem]);
  return new vscode.WorkspaceEdit();
}

/** A name that a program would read differently, or that is another source’s, would break citations. */
function unfit(app: App, document: vscode.TextDocument, key: string, name: string): Problem | undefined {
  if (!vscode.workspace.isTrusted) return manyUntrusted();
  const fit = safeKey(name);
  if (name === '' || fit !== name.normalize('NFC')) return keyUnfit(name, fit);
  return name !== key && app.libraries.find(name, document.uri) !== undefined ? keyTaken(name) : undefined;
}

async function known(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<KeyHere> {
  await app.libraries.ready();
  const here = await keyHere(app, document, position);
  if (here === undefined) throw new Error(noKeyHere().message);
  return here;
}
