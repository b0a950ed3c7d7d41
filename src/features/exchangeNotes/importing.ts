/** The work of importing: what the files hold is shown, what is ticked comes in, and all of it can be taken back. */
import * as vscode from 'vscode';
import { incomingEndings, incomingFile, joinIncoming, notesInMarkdown, planIncoming, readIncomingAway, whyNotRead } from '../../core/exchange';
import type { Incoming, IncomingPlan, IncomingStep } from '../../core/exchange';
import type { Change, TakeStep } from '../../core/library';
import type { ReadingWork } from '../../core/enginePort';
import { codebookFrom } from '../../core/notes';
import { exchangeUntrusted, fileUnread, lettersBroken, nothingToImport, openAFolder } from '../../core/problem';
import type { Problem } from '../../core/problem';
import { codebookAfter, codebookUnsure, editCodebook, sameCodebook } from '../../core/tagging';
import { decoded } from '../../core/decoding';
import { applyEdits } from '../../core/edits';
import type { TextEdit } from '../../core/source';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { pickMany, pickOne } from '../../host/boxes';
import type { Home } from '../../host/libraries';
import { tell } from '../../host/notices';

/** How many Markdown files of a folder are looked at. */
const mostFiles = 20_000;

/** Import notes and codes: from files that are handed over or chosen, or from the folder’s own Markdown. Gives what came in. */
export async function importNotes(app: App, given: unknown): Promise<IncomingPlan | undefined> {
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  if (!vscode.workspace.isTrusted || home === undefined) return void report(app, [home === undefined ? openAFolder() : exchangeUntrusted()]);
  await app.libraries.ready();
  const uris = Array.isArray(given) ? given.filter((one): one is vscode.Uri => one instanceof vscode.Uri) : undefined;
  const incoming = uris === undefined && given !== 'markdown' ? await askWhence(app, home) : given === 'markdown' ? await fromMarkdown(home) : await fromFiles(app, uris ?? []);
  if (incoming === undefined) return undefined;
  const { author, keyPattern } = home.store.services.settings();
  const plan = planIncoming(incoming, home.store.current, { keyPattern, ...(author !== undefined && { author }) });
  if (plan.steps.length + plan.codebook.length === 0) return void report(app, [...incoming.problems, nothingToImport(plan.known)]);
  const chosen = given === undefined ? await preview(plan, incoming.problems) : plan;
  return chosen && takeIn(app, home, chosen, incoming.problems);
}

// --- whence ----------------------------------------------------------------------------------------------------------

async function askWhence(app: App, home: Home): Promise<Incoming | undefined> {
  const rows = [
    { icon: 'file', label: 'Files…', detail: 'REFI-QDA projects and codebooks (ATLAS.ti, MAXQDA, NVivo, QualCoder), codebooks as CSV (Taguette, QualCoder), notes and keywords of Zotero (.bib, .ris, .json)', files: true },
    { icon: 'markdown', label: 'Tags in This Folder’s Markdown', detail: 'Tags of Foam and Obsidian; paragraphs that have a tag and cite a source become notes on it. The files stay as they are', files: false },
  ];
  const row = await pickOne(rows, { title: 'Import Notes and Codes: From Where?' });
  if (row === undefined) return undefined;
  if (!row.files) return fromMarkdown(home);
  const uris = await vscode.window.showOpenDialog({ canSelectMany: true, defaultUri: home.folder.uri, openLabel: 'Import', filters: { 'Notes and codes': [...incomingEndings], 'All files': ['*'] } });
  return uris && fromFiles(app, uris);
}

/** What the files hold, one after the other; undefined when the person cancels. */
function fromFiles(app: App, uris: readonly vscode.Uri[]): Thenable<Incoming | undefined> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Reading notes and codes', cancellable: true }, async (progress, cancel) => {
    const stop = new AbortController();
    cancel.onCancellationRequested(() => stop.abort());
    const all: Incoming[] = [];
    for (const uri of uris) {
      const told = (read: number, of: number): void => progress.report({ message: `${nameOf(uri)}: ${read} of ${of}` });
      all.push(await readFile(app, uri, { signal: stop.signal, progress: told }));
      if (stop.signal.aborted) return undefined;
    }
    return joinIncoming(all);
  });
}

const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? '';

async function readFile(app: App, uri: vscode.Uri, work: ReadingWork): Promise<Incoming> {
  const name = nameOf(uri);
  try {
    return whyNotRead(name, (await vscode.workspace.fs.stat(uri)).size) ?? await readIncomingAway({ name, bytes: await vscode.workspace.fs.readFile(uri) }, app.engine, work);
  } catch (error) {
    return { tags: [], sources: [], problems: [fileUnread(name, error instanceof Error ? error.message : String(error))] };
  }
}

/** Markdown outside of the folder of sources. */
function fromMarkdown(home: Home): Thenable<Incoming> {
  const { folder } = home.store.services.settings();
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Looking for tags', cancellable: true }, async (progress, cancel) => {
    const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(home.folder, '**/*.md'), new vscode.RelativePattern(home.folder, `{${folder}/**,**/node_modules/**}`), mostFiles, cancel);
    const files: { path: string; text: string }[] = [];
    const problems: Problem[] = [];
    for (const [n, uri] of uris.entries()) {
      if (cancel.isCancellationRequested) break;
      if (n % 200 === 0) progress.report({ message: `${n} of ${uris.length}`, increment: 20_000 / uris.length });
      const path = vscode.workspace.asRelativePath(uri);
      const found = decoded(await vscode.workspace.fs.readFile(uri));
      if ('text' in found && found.doubt === undefined) files.push({ path, text: found.text });
      else problems.push('reason' in found ? fileUnread(path, found.reason) : lettersBroken(path));
    }
    if (cancel.isCancellationRequested) return { tags: [], sources: [], problems: [] };
    const incoming = notesInMarkdown(files, (key) => home.store.current.sources.has(key));
    return { ...incoming, problems: [...incoming.problems, ...problems] };
  });
}

// --- what comes in ---------------------------------------------------------------------------------------------------

type PlanRow = vscode.QuickPickItem & { readonly step?: IncomingStep };

/** Everything that would come in, ticked: each source with its notes, and the codebook. */
async function preview(plan: IncomingPlan, problems: readonly Problem[]): Promise<IncomingPlan | undefined> {
  const rows: PlanRow[] = [
    ...(plan.codebook.length === 0 ? [] : [{ label: 'Codebook', description: plan.newTags.length === 0 ? 'more on tags that are there' : `${plan.newTags.length} new ${plan.newTags.length === 1 ? 'tag' : 'tags'}`, detail: plan.newTags.slice(0, 20).map((tag) => `#${tag}`).join(' '), picked: true }]),
    ...plan.steps.map((step): PlanRow => ({ ...rowOf(step), picked: true, step })),
  ];
  const warned = problems.length === 0 ? '' : ` (${problems.map(({ message }) => message).join(' ')})`;
  const known = plan.known === 0 ? '' : `, ${plan.known} there already`;
  const picked = await pickMany(rows, { title: `Import: What Is to Come In?${known}`, placeHolder: `Untick what is to stay out${warned}`, matchOnDescription: true });
  if (picked === undefined || picked.length === 0) return undefined;
  const withCodebook = picked.some(({ step }) => step === undefined);
  return { ...plan, steps: picked.flatMap(({ step }) => step ?? []), ...(!withCodebook && { codebook: [], newTags: [] }) };
}

function rowOf(step: IncomingStep): vscode.QuickPickItem {
  const item = step.kind === 'create' ? step.item : step.source.item;
  const parts = [step.kind === 'create' ? 'new source' : '', counted(step.notes.length, 'note'), step.kind === 'notes' ? counted(step.tags.length, 'tag') : ''].filter((part) => part !== '');
  return { label: item.title ?? item.id, description: parts.join(', '), detail: item.id };
}

const counted = (count: number, noun: string): string => (count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`);

async function takeIn(app: App, home: Home, plan: IncomingPlan, problems: readonly Problem[]): Promise<IncomingPlan> {
  const { team } = home.store.current.codebook;
  const steps = plan.steps.map((step): TakeStep => (step.kind === 'create' ? { kind: 'create', key: step.item.id, text: incomingFile(step, team) } : step));
  const edits = await codebookChange(app, home, plan);
  const change = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Importing notes and codes', cancellable: true }, (progress, cancel) => {
    const stop = new AbortController();
    cancel.onCancellationRequested(() => stop.abort());
    let told = 0;
    return home.store.takeIn(steps, edits.decide, { signal: stop.signal, progress: (done) => { progress.report({ increment: (done - told) * 100 }); told = done; } });
  });
  announce(app, home, plan, change, [...problems, ...edits.problems, ...change.problems]);
  return plan;
}

/** The change of the codebook’s text, if after it the codebook says what it should and nothing else. */
async function codebookChange(app: App, home: Home, plan: IncomingPlan): Promise<{ readonly decide: (text: string) => readonly TextEdit[]; readonly problems: readonly Problem[] }> {
  const none = { decide: (): readonly TextEdit[] => [] };
  if (plan.codebook.length === 0) return { ...none, problems: [] };
  const { files, settings } = home.store.services;
  const before = (await files.read(`${settings().folder}/codebook.yaml`))?.text ?? '';
  const edited = editCodebook(before, plan.codebook);
  if ('problem' in edited) return { ...none, problems: [edited.problem] };
  const [outcome] = await app.engine.readYaml([applyEdits(before, edited.edits)]);
  const isSure = outcome?.ok === true && sameCodebook(codebookFrom(outcome.value).codebook, codebookAfter(home.store.current.codebook, plan.codebook));
  return isSure ? { decide: (text) => (text === before ? edited.edits : []), problems: [] } : { ...none, problems: [codebookUnsure()] };
}

function announce(app: App, home: Home, plan: IncomingPlan, { undo }: Change, problems: readonly Problem[]): void {
  for (const problem of problems) app.log.warn(`${problem.code}: ${problem.message}`);
  const created = plan.steps.filter(({ kind }) => kind === 'create').length;
  const notes = plan.steps.reduce((sum, step) => sum + step.notes.length, 0);
  const parts = [counted(notes, 'note'), counted(created, 'new source'), counted(plan.newTags.length, 'new tag')].filter((part) => part !== '');
  const message = [`Imported: ${parts.join(', ') || 'more on what was there'}.`, problems[0]?.message ?? ''].filter((part) => part !== '').join(' ');
  void tell(message, ...(undo.length > 0 ? ['Undo'] : [])).then(async (chosen) => {
    if (chosen === 'Undo') report(app, await home.store.undo(undo));
  });
}
