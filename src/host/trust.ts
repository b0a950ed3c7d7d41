/** What is not done in a folder that the person does not trust. Commands ask here themselves, so that whoever calls them gets the same answer. */
import * as vscode from 'vscode';
import { exportUntrusted, manyUntrusted } from '../core/problem';
import { report } from './app';
import type { App } from './app';

/** May many files change in one step? Tells why not. */
export function mayChangeMany(app: App): boolean {
  if (!vscode.workspace.isTrusted) report(app, [manyUntrusted()]);
  return vscode.workspace.isTrusted;
}

/** May this file be written, which may lie anywhere? Tells why not. */
export function mayWriteTo(app: App, uri: vscode.Uri): boolean {
  const may = vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  if (!may) report(app, [exportUntrusted()]);
  return may;
}
