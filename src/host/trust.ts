/** What is not done in a folder that the person does not trust. Commands ask here themselves, so that whoever calls them gets the same answer. */
import * as vscode from 'vscode';
import { addingUntrusted, changingUntrusted, exportUntrusted, manyUntrusted } from '../core/problem';
import type { Problem } from '../core/problem';
import { report } from './app';
import type { App } from './app';

/** May many files change in one step? Tells why not. */
export function mayChangeMany(app: App): boolean {
  if (!vscode.workspace.isTrusted) report(app, [manyUntrusted()]);
  return vscode.workspace.isTrusted;
}

/** So many sources one step may add, change or delete in a folder that is not trusted: a page of a programme or a journal, which one can look through. */
export const mostUntrusted = 50;

/** Why so many sources may not be added in one step; undefined if they may. */
export const tooManyToAdd = (count: number): Problem | undefined =>
  (vscode.workspace.isTrusted || count <= mostUntrusted ? undefined : addingUntrusted(count, mostUntrusted));

/** Why so many sources may not be changed or deleted in one step; undefined if they may. */
export const tooManyToChange = (count: number): Problem | undefined =>
  (vscode.workspace.isTrusted || count <= mostUntrusted ? undefined : changingUntrusted(count, mostUntrusted));

/** May this file be written, which may lie anywhere? Tells why not. */
export function mayWriteTo(app: App, uri: vscode.Uri): boolean {
  const may = vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  if (!may) report(app, [exportUntrusted()]);
  return may;
}
