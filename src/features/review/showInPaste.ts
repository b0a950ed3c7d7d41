/** Show in Paste: the text that a source was read from, or a whole paste with every record. */
import * as vscode from 'vscode';
import { nothingPasted } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { isPasted } from '../../host/pasted';
import type { Pastes } from './pastes';
import { ownTargetOf } from './target';

/** `given`: a paste, a row of a tree, a key, or nothing for the source file in the editor. `field` is brought into view. */
export async function showInPaste(app: App, pastes: Pastes, given: unknown, field: unknown): Promise<void> {
  if (isPasted(given)) return show(pastes, pastes.keep(given), undefined);
  const found = ownTargetOf(app, given);
  if (found === undefined) return;
  const kept = found.home.store.heldOf(found.source)?.pasted ?? 0;
  if (kept === 0) return report(app, [nothingPasted(found.source.item.id)]);
  await show(pastes, pastes.addressOf(found), typeof field === 'string' ? field : undefined);
}

/** Beside the source file, where that is in the editor. */
async function show(pastes: Pastes, uri: vscode.Uri, field: string | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const isBeside = vscode.window.activeTextEditor?.document.languageId === 'markdown';
  const selection = field === undefined ? undefined : await rangeOfField(pastes, document, field);
  const editor = await vscode.window.showTextDocument(document, { preview: true, viewColumn: isBeside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, ...(selection && { selection }) });
  if (selection !== undefined) editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function rangeOfField(pastes: Pastes, document: vscode.TextDocument, field: string): Promise<vscode.Range | undefined> {
  const shown = await pastes.shown(document.uri);
  for (const sheet of shown?.sheets ?? []) {
    const place = (await pastes.placesOf(sheet, shown?.text ?? '')).find((one) => one.field === field);
    if (place !== undefined) return new vscode.Range(document.positionAt(place.span.start), document.positionAt(place.span.end));
  }
  return undefined;
}
