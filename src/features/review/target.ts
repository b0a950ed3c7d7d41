/** Which source a command is meant for: the row it was called on, a key, else the source file in the editor. */
import * as vscode from 'vscode';
import { nothingPasted, noSourceHere, sourceNotOurs } from '../../core/problem';
import type { Change } from '../../core/library';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import type { Found } from '../../host/libraries';
import { nodesFrom } from '../../host/nodes';
import { tell } from '../../host/notices';

/** The source, or undefined after the person was told why there is none. */
export function targetOf(app: App, given: unknown): Found | undefined {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  const found = nodesFrom(app.libraries, given)[0] ?? (uri === undefined ? undefined : app.libraries.atFile(uri));
  if (found === undefined) report(app, [noSourceHere()]);
  return found;
}

/** The same, but only a source with a file of its own. */
export function ownTargetOf(app: App, given: unknown): Found | undefined {
  const found = targetOf(app, given);
  if (found === undefined || found.source.path !== undefined) return found;
  const { item, bibliography } = found.source;
  report(app, [bibliography === undefined ? nothingPasted(item.id) : sourceNotOurs(item.id, bibliography)]);
  return undefined;
}

/** Say what was done, with Undo; or why it could not be. */
export async function announce(app: App, { home }: Pick<Found, 'home'>, change: Change, message: string): Promise<void> {
  report(app, change.problems);
  if (change.undo.length === 0) return;
  if (await tell(message, 'Undo') === 'Undo') report(app, await home.store.undo(change.undo));
}
