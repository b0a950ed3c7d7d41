/** Changes of several files as one step of the editor, which one Ctrl+Z takes back in any of them: all of it, or nothing. */
import * as vscode from 'vscode';
import { applyEdits, inverseEdits } from '../core/edits';
import type { TextEdit } from '../core/source';
import { openDocument, unsavedDocument } from './openDocument';
import { rangesOf } from './positions';

/** The change of one file; `text` is what the edits were decided on. `isNew` makes the file, which must not be there. */
export type FileChange = { readonly uri: vscode.Uri; readonly text: string; readonly edits: readonly TextEdit[]; readonly isNew?: boolean };

/**
 * What came of it. `undo` takes everything back and gives the files that changed since, in which case nothing is taken back.
 * `movedOn` are files that no longer held the text: then nothing was saved.
 */
export type Changed =
  | { readonly ok: true; readonly undo: () => Promise<readonly vscode.Uri[]> }
  | { readonly ok: false; readonly movedOn: readonly vscode.Uri[] };

/**
 * Carry the changes out. Files that a person is typing in stay unsaved; the others are saved, open or not. With a `preview`
 * (what is done, in words) the editor shows every change first, and the person may leave some out.
 */
export async function changeFiles(changes: readonly FileChange[], preview?: string): Promise<Changed> {
  const typedIn = new Set(changes.filter(({ uri }) => unsavedDocument(uri) !== undefined).map(({ uri }) => uri.toString()));
  const late = changes.filter(({ uri, text, isNew }) => isNew !== true && hasMovedOn(uri, text));
  if (late.length > 0) return { ok: false, movedOn: late.map(({ uri }) => uri) };
  if (!(await vscode.workspace.applyEdit(asOneStep(changes, preview)))) return { ok: false, movedOn: [] };
  const after = await Promise.all(changes.map(async (change) => ({ change, text: await textOf(change.uri) })));
  const done = after.filter(({ change, text }) => same(text, applyEdits(change.text, change.edits)));
  const wrong = after.filter((one) => !done.includes(one) && one.text !== undefined && !same(one.text, one.change.text));
  if (wrong.length > 0 || done.length === 0) return { ok: false, movedOn: wrong.map(({ change }) => change.uri) };
  await save(done.map(({ change }) => change.uri).filter((uri) => !typedIn.has(uri.toString())));
  return { ok: true, undo: () => takeBack(done.map(({ change }) => change)) };
}

/** Has the open document of a file another text than the one that was read? */
function hasMovedOn(uri: vscode.Uri, text: string): boolean {
  const document = openDocument(uri);
  return document !== undefined && !same(document.getText(), text);
}

/** A document has one kind of line end, whatever its file has. */
const same = (one: string | undefined, other: string): boolean => one?.replace(/\r\n/g, '\n') === other.replace(/\r\n/g, '\n');

/** The text of a file: that of its editor, else what is on disk as an editor would show it. Undefined when it is not there. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open !== undefined) return open.getText();
  return vscode.workspace.fs.readFile(uri).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
}

function asOneStep(changes: readonly FileChange[], preview: string | undefined): vscode.WorkspaceEdit {
  const step = new vscode.WorkspaceEdit();
  const metadata = preview === undefined ? undefined : { needsConfirmation: false, label: preview };
  for (const { uri, text, edits, isNew } of changes) {
    if (isNew === true) step.createFile(uri, { contents: new TextEncoder().encode(applyEdits(text, edits)) }, metadata);
    else rangesOf(text, edits).forEach((range, index) => step.replace(uri, range, edits[index]?.text ?? '', metadata));
  }
  if (preview !== undefined) askToLook(step, changes, preview);
  return step;
}

/**
 * The editor shows a step first when one of its edits needs to be confirmed, and leaves such edits out until they are ticked.
 * So it is given one that changes nothing; all others are ticked.
 */
function askToLook(step: vscode.WorkspaceEdit, changes: readonly FileChange[], label: string): void {
  const last = changes.findLast(({ isNew }) => isNew !== true);
  const start = new vscode.Position(0, 0);
  if (last !== undefined) step.replace(last.uri, new vscode.Range(start, start), '', { needsConfirmation: true, label, description: 'nothing changes here' });
}

/** The opposite step, unless somebody has changed one of the files since. */
async function takeBack(changes: readonly FileChange[]): Promise<readonly vscode.Uri[]> {
  const back = changes.map((change) => ({ ...change, text: applyEdits(change.text, change.edits), edits: inverseEdits(change.text, change.edits) }));
  const before = await Promise.all(back.map(async (change) => ({ change, text: await textOf(change.uri) })));
  const late = before.filter(({ change, text }) => !same(text, change.text));
  if (late.length > 0) return late.map(({ change }) => change.uri);
  const typedIn = new Set(back.filter(({ uri }) => unsavedDocument(uri) !== undefined));
  const step = asOneStep(back.filter(({ isNew }) => isNew !== true), undefined);
  for (const { uri, isNew } of back) if (isNew === true) step.deleteFile(uri);
  if (!(await vscode.workspace.applyEdit(step))) return back.map(({ uri }) => uri);
  await save(back.filter((change) => !typedIn.has(change)).map(({ uri }) => uri));
  return [];
}

/** Save what the step left unsaved: its documents are open, whether or not an editor shows them. */
async function save(uris: readonly vscode.Uri[]): Promise<void> {
  await Promise.all(uris.map(async (uri) => { await unsavedDocument(uri)?.save(); }));
}
