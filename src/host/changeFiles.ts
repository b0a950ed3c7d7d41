/** Changes of several files as one step of the editor, which one Ctrl+Z takes back in any of them: all of it, or nothing. */
import * as vscode from 'vscode';
import { applyEdits, inverseEdits } from '../core/edits';
import type { TextEdit } from '../core/source';
import { shownText } from '../core/utf8';
import { changeOnDisk } from './changeOnDisk';
import type { DiskChange, OnDisk, Watched } from './changeOnDisk';
import { openDocument, unsavedDocument } from './openDocument';
import { rangesOf } from './positions';

/**
 * The change of one file; `text` is what the edits were decided on. `to`: where the file is then, in the same folder. `isNew` makes the file, which
 * must not be there. `onDisk`: how to reach it without an editor, where that may be.
 */
export type FileChange = { readonly uri: vscode.Uri; readonly text: string; readonly edits: readonly TextEdit[]; readonly to?: vscode.Uri; readonly isNew?: boolean; readonly onDisk?: OnDisk };

type Late = readonly vscode.Uri[];
/**
 * What came of it. `undo` takes everything back and gives the files that changed since, in which case nothing is taken back.
 * `movedOn` are files that no longer held the text: then nothing was saved. `left` are those that had been changed by then and could not be put back.
 */
export type Changed = { readonly ok: true; readonly undo: () => Promise<Late> } | { readonly ok: false; readonly movedOn: Late; readonly left?: Late };

/** From so many files on, those that no editor shows are changed on the disk; an editor takes longer to move one than to change many. */
const many = 40;
const manyMoved = 10;
/** Do changes go to the disk, but for the files that an editor shows? */
export const areMany = (changes: readonly FileChange[]): boolean => changes.length >= many || changes.filter(({ to }) => to !== undefined).length >= manyMoved;

/**
 * Carry the changes out. Files that a person is typing in stay unsaved; the others are saved, open or not. With a `preview`
 * (what is done, in words) the editor shows every change first, and the person may leave some out. What goes to the disk is `watched`.
 */
export async function changeFiles(changes: readonly FileChange[], preview?: string, watched?: Watched): Promise<Changed> {
  const apart = preview !== undefined || !areMany(changes) ? [] : changes.flatMap((change) => apartFrom(change));
  if (apart.length === 0) return undoable(await changeInEditor(changes, preview));
  const aside = new Set(apart.map(({ named }) => named));
  const disk = await changeOnDisk(apart, watched);
  if (!disk.ok) return disk;
  const rest = changes.filter(({ uri }) => !aside.has(uri));
  const editor = rest.length === 0 ? nothingInEditor : await changeInEditor(rest);
  if (!editor.ok) return { ...editor, left: await disk.takeBack() };
  followUndo(rest, disk.takeBack, () => changeOnDisk(apart));
  return undoable({
    ok: true, late: async () => [...await editor.late(), ...await disk.late()],
    takeBack: async () => {
      following?.dispose();
      return [...await editor.takeBack(), ...await disk.takeBack()];
    },
  });
}

type Step = { readonly ok: true; readonly late: () => Promise<Late>; readonly takeBack: () => Promise<Late> };
type Stepped = Step | { readonly ok: false; readonly movedOn: Late };
const nothingInEditor: Step = { ok: true, late: () => Promise.resolve([]), takeBack: () => Promise.resolve([]) };

function undoable(step: Stepped): Changed {
  if (!step.ok) return step;
  return { ok: true, undo: async () => {
    const late = await step.late();
    return late.length > 0 ? late : step.takeBack();
  } };
}

/** A change for the disk, if no editor shows the file. An editor shows no byte order mark: places in the file may be one further. */
function apartFrom({ uri, text, edits, to, onDisk }: FileChange): readonly (DiskChange<vscode.Uri>)[] {
  if (onDisk === undefined || openDocument(uri) !== undefined) return [];
  const shift = onDisk.text.length - text.length;
  const moved = to && `${onDisk.path.slice(0, onDisk.path.lastIndexOf('/') + 1)}${to.path.slice(to.path.lastIndexOf('/') + 1)}`;
  return [{ on: onDisk, edits: edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift })), named: uri, ...(moved !== undefined && { to: moved }) }];
}

let following: vscode.Disposable | undefined;

/** Ctrl+Z in one of the open files takes the step back in all of them, and redoing makes it again; what was changed on the disk goes with it. */
function followUndo(open: readonly FileChange[], takeBack: () => Promise<unknown>, again: () => Promise<unknown>): void {
  following?.dispose();
  const [before, after] = [false, true].map((done) => new Map(open.flatMap((change) => {
    const text = done ? applyEdits(change.text, change.edits) : change.text;
    return [change.uri, change.to ?? change.uri].map((uri) => [uri.toString(), text] as const);
  })));
  let [isDone, doing] = [true, Promise.resolve<unknown>(undefined)];
  following = vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
    if (reason === undefined || (reason === vscode.TextDocumentChangeReason.Undo) !== isDone) return;
    const text = (isDone ? before : after)?.get(document.uri.toString());
    if (text === undefined || !same(document.getText(), text)) return;
    isDone = !isDone;
    doing = doing.then(isDone ? again : takeBack);
  });
}

async function changeInEditor(changes: readonly FileChange[], preview?: string): Promise<Stepped> {
  const typedIn = new Set(changes.filter(({ uri }) => unsavedDocument(uri) !== undefined).map(({ uri }) => uri.toString()));
  const late = changes.filter(({ uri, text, isNew }) => isNew !== true && hasMovedOn(uri, text));
  if (late.length > 0) return { ok: false, movedOn: late.map(({ uri }) => uri) };
  if (!(await vscode.workspace.applyEdit(asOneStep(changes, preview)))) return { ok: false, movedOn: [] };
  const after = await Promise.all(changes.map(async (change) => ({ change, text: await textOf(change.to ?? change.uri) })));
  const done = after.filter(({ change, text }) => same(text, applyEdits(change.text, change.edits)));
  const wrong = after.filter((one) => !done.includes(one) && one.text !== undefined && !same(one.text, one.change.text));
  if (wrong.length > 0 || done.length === 0) return { ok: false, movedOn: wrong.map(({ change }) => change.uri) };
  await save(done.filter(({ change }) => !typedIn.has(change.uri.toString())).map(({ change }) => change.to ?? change.uri));
  const changed = done.map(({ change }) => change);
  return { ok: true, late: () => lateIn(changed), takeBack: () => takeBack(changed) };
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
  return vscode.workspace.fs.readFile(uri).then((bytes) => shownText(bytes), () => undefined);
}

function asOneStep(changes: readonly FileChange[], preview: string | undefined): vscode.WorkspaceEdit {
  const step = new vscode.WorkspaceEdit();
  const metadata = preview === undefined ? undefined : { needsConfirmation: false, label: preview };
  for (const { uri, to, text, edits, isNew } of changes) {
    if (to !== undefined) step.renameFile(uri, to, {}, metadata);
    if (isNew === true) step.createFile(uri, { contents: new TextEncoder().encode(applyEdits(text, edits)) }, metadata);
    else rangesOf(text, edits).forEach((range, index) => step.replace(to ?? uri, range, edits[index]?.text ?? '', metadata));
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

function opposite({ uri, to, ...change }: FileChange): FileChange {
  return { ...change, uri: to ?? uri, ...(to !== undefined && { to: uri }), text: applyEdits(change.text, change.edits), edits: inverseEdits(change.text, change.edits) };
}

async function lateIn(changes: readonly FileChange[]): Promise<Late> {
  const now = await Promise.all(changes.map(opposite).map(async (change) => ({ change, text: await textOf(change.uri) })));
  return now.filter(({ change, text }) => !same(text, change.text)).map(({ change }) => change.uri);
}

/** The opposite step. */
async function takeBack(changes: readonly FileChange[]): Promise<Late> {
  const back = changes.map(opposite);
  const typedIn = new Set(back.filter(({ uri }) => unsavedDocument(uri) !== undefined));
  const step = asOneStep(back.filter(({ isNew }) => isNew !== true), undefined);
  for (const { uri, isNew } of back) if (isNew === true) step.deleteFile(uri);
  if (!(await vscode.workspace.applyEdit(step))) return back.map(({ uri }) => uri);
  await save(back.filter((change) => !typedIn.has(change)).map(({ uri, to }) => to ?? uri));
  return [];
}

/** Save what the step left unsaved: its documents are open, whether or not an editor shows them. */
async function save(uris: readonly vscode.Uri[]): Promise<void> {
  await Promise.all(uris.map(async (uri) => { await unsavedDocument(uri)?.save(); }));
}
