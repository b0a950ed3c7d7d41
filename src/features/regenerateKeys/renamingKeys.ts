/** Keys renamed wherever they stand: decided, and then few files as a step of the editor, many on the disk. */
import * as vscode from 'vscode';
import { keysPutBack } from '../../core/library';
import { keysNotRenamed } from '../../core/problem';
import type { Problem } from '../../core/problem';
import { report, type App } from '../../host/app';
import { areMany, changeFiles } from '../../host/changeFiles';
import { relativePath } from '../../host/libraries';
import { answerTo } from '../../host/notices';
import { asEdit, planRenames } from '../../host/renaming';
import type { RenamedFile, Renames } from '../../host/renaming';
import { areAgreed } from './showing';

/** In how many files, and how to take it back; or what there is to tell instead. */
type Renamed = { readonly files: number; readonly undo: () => Promise<void> } | { readonly told: readonly Problem[] };

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/** More keys than this take a while: what is done is shown, and can be cancelled. */
const many = 20;
/** Of the progress that is shown, the part that goes to the looking. */
const looking = 40;
/** Progress is told in about so many steps. */
const steps = 100;

const countOf = (renames: readonly Renames[]): number => renames.reduce((sum, { names }) => sum + names.size, 0);

/** With `confirmAll`, every change is shown first: a few by the editor, many in a list of ours. */
export function renameKeys(app: App, renames: readonly Renames[], confirmAll: boolean): Thenable<Renamed> {
  const count = countOf(renames);
  const location = count > many ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
  return vscode.window.withProgress({ location, title: `Renaming ${count} ${count === 1 ? 'key' : 'keys'}`, cancellable: count > many }, (progress, cancelled) => rename(app, renames, confirmAll, progress, cancelled));
}

async function rename(app: App, renames: readonly Renames[], confirmAll: boolean, progress: Progress, cancelled: vscode.CancellationToken): Promise<Renamed> {
  const onFile = inSteps(countOf(renames), looking, progress, (files) => `${files} files looked at`);
  const plan = await planRenames(app, renames, { mends: true, cancelled, onFile: () => onFile(1) });
  if (plan === undefined) return { told: cancelled.isCancellationRequested ? [] : [keysNotRenamed()] };
  if (!areMany(plan)) return inEditor(app, renames, plan, confirmAll);
  if (confirmAll && !await areAgreed(plan, countOf(renames))) return { told: [] };
  const files = await withoutRefused(plan);
  return files === undefined ? { told: [] } : onDisk(app, renames, files, progress, cancelled);
}

/** Tells of so many of a number, as a part of the whole progress. */
function inSteps(all: number, part: number, progress: Progress, words: (done: number) => string): (more: number) => void {
  let [done, told] = [0, 0];
  return (more) => {
    done += more;
    if (done < told + all / steps) return;
    progress.report({ message: words(done), increment: Math.max(0, Math.min(done, all) - told) / all * part });
    told = done;
  };
}

// --- a few: one step of the editor -----------------------------------------------------------------------------------

async function inEditor(app: App, renames: readonly Renames[], plan: readonly RenamedFile[], confirmAll: boolean): Promise<Renamed> {
  const done = await vscode.workspace.applyEdit(asEdit(plan, confirmAll), { isRefactoring: true });
  return done ? { files: plan.length, undo: () => renameBack(app, renames) } : { told: [keysNotRenamed()] };
}

/** The old names once more, wherever the new ones stand by now. */
async function renameBack(app: App, renames: readonly Renames[]): Promise<void> {
  for (const { home } of renames) await home.store.reload();
  const back = renames.map(({ home, names }) => ({ home, names: new Map([...names].map(([key, name]) => [name, key])) }));
  const renamed = await renameKeys(app, back, false);
  if ('told' in renamed) report(app, renamed.told);
}

// --- many: on the disk -----------------------------------------------------------------------------------------------

/** Linked bibliographies are only changed when the person agrees; undefined when it was thought better of. */
async function withoutRefused(plan: readonly RenamedFile[]): Promise<readonly RenamedFile[] | undefined> {
  const linked = plan.flatMap(({ linked: path }) => path ?? []);
  if (linked.length === 0) return plan;
  const question = `${linked.join(', ')} ${linked.length === 1 ? 'has' : 'have'} some of these keys too. Rename them there as well?`;
  const answer = await answerTo('warning', question, 'A program that keeps this file may write the old keys again.', 'Rename There Too', 'Leave As It Is');
  return answer === undefined ? undefined : plan.filter(({ linked: path }) => path === undefined || answer === 'Rename There Too');
}

async function onDisk(app: App, renames: readonly Renames[], files: readonly RenamedFile[], progress: Progress, cancelled: vscode.CancellationToken): Promise<Renamed> {
  await keepVersions(app, files);
  const onDone = inSteps(files.length, 100 - looking, progress, (done) => `${done} of ${files.length} files`);
  const changed = await changeFiles(files, undefined, { isWanted: () => !cancelled.isCancellationRequested, onDone });
  app.drafts.changed(placesOf(files));
  if (!changed.ok) return { told: [keysPutBack(namesOf(changed.movedOn), namesOf(changed.left ?? []))] };
  const undo = async (): Promise<void> => {
    const late = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `Taking back ${countOf(renames)} keys` }, () => changed.undo());
    app.drafts.changed(placesOf(files));
    // What was written since stays: the keys are renamed back in it.
    if (late.length > 0) await renameBack(app, renames);
  };
  return { files: files.length, undo };
}

const placesOf = (files: readonly RenamedFile[]): readonly vscode.Uri[] => files.flatMap(({ uri, to }) => (to === undefined ? [uri] : [uri, to]));
const namesOf = (uris: readonly vscode.Uri[]): readonly string[] => uris.map((uri) => vscode.workspace.asRelativePath(uri));

/** What is to be changed stays as an earlier version, under the name that it has afterwards; those of its old name are kept besides when it is written. */
async function keepVersions(app: App, files: readonly RenamedFile[]): Promise<void> {
  for (const { uri, to, text, onDisk: place } of files) {
    const home = place && app.libraries.of(uri);
    if (home !== undefined) void (await home.history()).keep(relativePath(home, to ?? uri), new TextEncoder().encode(text));
  }
}
