/** A plan of tags carried out: every file read as it is now, every edit decided, all of it as one step of the editor. */
import * as vscode from 'vscode';
import { applyEdits } from '../../core/edits';
import { damageOf, libraryVanished, parseFile } from '../../core/library';
import { codebookFrom, emptyCodebook } from '../../core/notes';
import type { Codebook } from '../../core/notes';
import { codebookUnread } from '../../core/problem';
import type { Problem } from '../../core/problem';
import { codebookAfter, codebookUnsure, editCodebook, editRefused, filesMovedOn, sameCodebook, tagFileFrozen, tagFilesCutShort, tagFileUnread, undoMovedOn } from '../../core/tagging';
import type { CodebookEdit, TagPlan } from '../../core/tagging';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { changeFiles } from '../../host/changeFiles';
import type { FileChange } from '../../host/changeFiles';
import type { OnDisk } from '../../host/changeOnDisk';
import { relativePath } from '../../host/libraries';
import type { Home } from '../../host/libraries';

/** What was done, and how to take it back. */
export type Done = Pick<TagPlan, 'notes' | 'papers'> & { readonly undo: () => Promise<boolean> };

/** So many files are read at a time. */
const atOnce = 16;
/** From so many files on, the person sees how far the reading is, and can stop it. */
const many = 40;

/** Carry a plan out, whole or not at all; what stands in the way is told. `preview` shows every change first, under these words. */
export async function carryOut(app: App, home: Home, plan: TagPlan, preview?: string): Promise<Done | undefined> {
  const { vanished } = home.store;
  if (vanished !== undefined) return void report(app, [libraryVanished(vanished, home.store.services.settings().folder)]);
  const decided = await decide(app, home, plan);
  if (decided === undefined) return undefined;
  if ('problem' in decided) return void report(app, [decided.problem]);
  const { changes, cutShort } = decided;
  if (changes.length === 0) return void report(app, [editRefused()]);
  if (cutShort.length > 0 && !(await home.store.services.confirm(tagFilesCutShort(cutShort)))) return undefined;
  await keepVersions(home, changes);
  const changed = await changeFiles(changes, preview);
  if (!changed.ok) return void report(app, [changed.movedOn.length === 0 ? editRefused() : filesMovedOn(namesOf(changed.movedOn))]);
  const undo = async (): Promise<boolean> => {
    const late = await changed.undo();
    if (late.length > 0) report(app, [undoMovedOn(namesOf(late))]);
    return late.length === 0;
  };
  return { notes: plan.notes, papers: plan.papers, undo };
}

/** What is to be changed stays as an earlier version; the editor saves these files, not we. */
async function keepVersions(home: Home, changes: readonly FileChange[]): Promise<void> {
  const history = await home.history();
  for (const { uri, text, isNew } of changes) if (isNew !== true) void history.keep(relativePath(home, uri), new TextEncoder().encode(text));
}

const namesOf = (uris: readonly vscode.Uri[]): readonly string[] => uris.map((uri) => vscode.workspace.asRelativePath(uri));

type Decided = { readonly changes: readonly FileChange[]; readonly cutShort: readonly string[] };
type Refused = { readonly problem: Problem };

async function decide(app: App, home: Home, plan: TagPlan): Promise<Decided | Refused | undefined> {
  const sources = plan.paths.length < many ? await decideSources(app, home, plan) : await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Reading the notes', cancellable: true },
    (progress, stop) => decideSources(app, home, plan, (share) => progress.report({ increment: share * 100 }), () => stop.isCancellationRequested),
  );
  if (sources === undefined || 'problem' in sources || plan.codebook.length === 0) return sources;
  const codebook = await codebookChange(app, home, plan.codebook);
  return 'problem' in codebook ? codebook : { ...sources, changes: [...sources.changes, ...codebook.changes] };
}

async function decideSources(app: App, home: Home, plan: TagPlan, progress: (share: number) => void = () => undefined, stopped = () => false): Promise<Decided | Refused | undefined> {
  const [changes, cutShort]: [FileChange[], string[]] = [[], []];
  for (let from = 0; from < plan.paths.length; from += atOnce) {
    if (stopped()) return undefined;
    const some = await Promise.all(plan.paths.slice(from, from + atOnce).map((path) => decideSource(app, home, plan, path)));
    for (const one of some) {
      if ('problem' in one) return one;
      changes.push(...one.changes);
      cutShort.push(...one.cutShort);
    }
    progress(some.length / plan.paths.length);
  }
  return { changes, cutShort };
}

/** A damaged file, or one with a conflict, stops everything: a tag changed in some files alone would be two tags. */
async function decideSource(app: App, home: Home, plan: TagPlan, path: string): Promise<Decided | Refused> {
  const read = await textAt(home, path);
  if (read instanceof Error) return { problem: tagFileUnread(path, read.message) };
  if (read === undefined) return { changes: [], cutShort: [] };
  const file = await parseFile(app.engine, { text: read.text, version: '', ...(read.damaged === true && { damaged: true }) });
  if (file.frozen !== undefined && file.frozen !== 'cut-short') return { problem: tagFileFrozen(path, file.problems[0]?.message ?? '') };
  const edits = plan.edits(path, file);
  if (edits.length === 0) return { changes: [], cutShort: [] };
  return { changes: [{ uri: app.libraries.uriOf(home, path), text: read.text, edits, onDisk: onDisk(home, path, read) }], cutShort: file.frozen === undefined ? [] : [path] };
}

type Read = { readonly text: string; readonly whole: string; readonly version: string; readonly damaged?: boolean };

const onDisk = (home: Home, path: string, { version, whole }: Read): OnDisk => ({ store: home.store, path, version, text: whole });

/** The text as an editor has it, which shows no byte order mark; `whole` as it stands in the file. */
async function textAt(home: Home, path: string): Promise<Read | Error | undefined> {
  try {
    const read = await home.store.services.files.read(path);
    return read && { ...read, whole: read.text, text: read.text.replace(/^\ufeff/, '') };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

// --- the codebook ----------------------------------------------------------------------------------------------------

/** Where the codebook of a library is. */
export const codebookPath = (home: Home): string => `${home.store.services.settings().folder}/codebook.yaml`;

/** The change of the codebook’s file, after the changed text was read again and says exactly what it should. */
export async function codebookChange(app: App, home: Home, edits: readonly CodebookEdit[]): Promise<Decided | Refused> {
  const path = codebookPath(home);
  const read = await textAt(home, path);
  if (read instanceof Error) return { problem: tagFileUnread(path, read.message) };
  const text = read?.text ?? '';
  const damage = read && damageOf(read);
  if (damage !== undefined) return { problem: codebookUnread(damage) };
  const before = await said(app, text);
  if ('problem' in before) return before;
  const made = editCodebook(text, edits);
  if ('problem' in made) return made;
  if (!(await says(app, applyEdits(text, made.edits), codebookAfter(before.codebook, edits)))) return { problem: codebookUnsure() };
  return { changes: made.edits.length === 0 ? [] : [{ uri: app.libraries.uriOf(home, path), text, edits: made.edits, ...(read === undefined ? { isNew: true } : { onDisk: onDisk(home, path, read) }) }], cutShort: [] };
}

async function said(app: App, text: string): Promise<{ readonly codebook: Codebook } | Refused> {
  if (text.trim() === '') return { codebook: emptyCodebook };
  const [outcome] = await app.engine.readYaml([text]);
  if (outcome?.ok !== true) return { problem: codebookUnread(outcome?.reason ?? 'it was not read') };
  return codebookFrom(outcome.value);
}

async function says(app: App, text: string, wanted: Codebook): Promise<boolean> {
  const after = await said(app, text);
  return 'codebook' in after && sameCodebook(after.codebook, wanted);
}
