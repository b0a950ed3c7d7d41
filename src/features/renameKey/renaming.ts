/** Renaming the key at a position: what may be renamed, to what, and the edit. */
import type * as vscode from 'vscode';
import { safeKey } from '../../core/library';
import { keyTaken, keyUnfit, noKeyHere } from '../../core/problem';
import type { App } from '../../host/app';
import { keyHere } from '../../host/keysInFiles';
import type { KeyHere } from '../../host/keysInFiles';

/** The key that would be renamed at a position. */
export async function renamedHere(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<{ readonly range: vscode.Range; readonly placeholder: string }> {
  const { key, range } = await known(app, document, position);
  return { range, placeholder: key };
}

/** Everything that changes when the key at a position gets another name. */
export async function renameKey(app: App, document: vscode.TextDocument, position: vscode.Position, typed: string): Promise<vscode.WorkspaceEdit> {
  const { key } = await known(app, document, position);
  const name = typed.trim();
  mayBe(app, document, key, name);
  const home = app.libraries.of(document.uri);
  const { planRenames } = await import('../../host/renaming');
  return planRenames(app, home === undefined ? [] : [{ home, names: new Map([[key, name]]) }], { here: document.uri });
}

async function known(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<KeyHere> {
  await app.libraries.ready();
  const here = await keyHere(app, document, position);
  if (here === undefined) throw new Error(noKeyHere().message);
  return here;
}

/** A name that a program would read differently, or that is another source’s, would break citations. */
function mayBe(app: App, document: vscode.TextDocument, key: string, name: string): void {
  const fit = safeKey(name);
  if (name === '' || fit !== name.normalize('NFC')) throw new Error(keyUnfit(name, fit).message);
  const other = app.libraries.find(name, document.uri);
  if (other !== undefined && name !== key) throw new Error(keyTaken(name).message);
}
