/** Relate notes: one supports, attacks or qualifies another; kept in the comment of the note that does. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands } from '../host/names';

export function register(app: App): vscode.Disposable {
  const relating = () => import('./relateNotes/relating');
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.relateNotes, async (from: unknown, to: unknown) => (await relating()).relate(app, from, to)),
    vscode.commands.registerCommand(commands.removeRelation, async (given: unknown) => (await relating()).unrelate(app, given)),
  );
}
