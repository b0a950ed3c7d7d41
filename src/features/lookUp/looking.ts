/** The work of looking up, loaded with the first command: ask, compare, let choose, set or add. */
import * as vscode from 'vscode';
import { noticeText } from '../../core/exits';
import type { Added, Change } from '../../core/library';
import { lookupLinked, lookupNothing, noIdentifier, noSources, openAFolder, tooManyIdentifiers } from '../../core/problem';
import type { Problem } from '../../core/problem';
import { announceAdded } from '../../host/announceAdded';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { askLine, pickMany } from '../../host/boxes';
import type { Found } from '../../host/libraries';
import type { Difference, Door, Identifier, LookedUp } from '../../host/lookup';
import { nodesFrom, sourceLabel } from '../../host/nodes';
import { tell } from '../../host/notices';
import { pickSources } from '../../host/sourcePicker';

// --- a source that is there ----------------------------------------------------------------------------------------

/** Look up the sources a command was called on, show what differs, and set what the person ticks. */
export async function lookUpSources(app: App, given: unknown): Promise<Change | undefined> {
  await app.libraries.ready();
  const chosen = await chosenSources(app, given);
  const own = chosen.filter(({ source }) => source.path !== undefined);
  const { identifierOf } = await import('../../host/lookup');
  const asked = own.flatMap((found) => {
    const identifier = identifierOf(found.source.item);
    return identifier === undefined ? [] : [{ found, identifier }];
  });
  if (asked.length === 0) {
    report(app, chosen.slice(0, 1).map(({ source }) => (source.path === undefined ? lookupLinked(source.bibliography ?? '') : lookupNothing(sourceLabel(source.item)))));
    return undefined;
  }
  const answers = await askAll(app, asked.map(({ identifier }) => identifier));
  return answers === undefined ? undefined : compare(app, asked.map(({ found }) => found), answers);
}

/** The sources the command was called on, else that of the open file, else one that is picked. */
async function chosenSources(app: App, given: unknown): Promise<readonly Found[]> {
  const nodes = nodesFrom(app.libraries, given);
  if (nodes.length > 0) return nodes;
  const editor = vscode.window.activeTextEditor;
  const open = editor === undefined ? undefined : app.libraries.atFile(editor.document.uri);
  if (open !== undefined) return [open];
  if (!app.libraries.all.some(({ store }) => store.current.sources.size > 0)) report(app, [noSources()]);
  return pickSources(app, { title: 'Look up which source?', many: false });
}

/** One answer an identifier, in order; undefined when it may not be asked or was stopped. Reports what went wrong. */
async function askAll(app: App, identifiers: readonly Identifier[]): Promise<readonly LookedUp[] | undefined> {
  const { lookUp, mayLookUp } = await import('../../host/lookup');
  const may = await mayLookUp();
  if (may !== 'yes') {
    if (may !== 'stopped') report(app, [may]);
    return undefined;
  }
  const door = await doorOf(app);
  const title = identifiers.length === 1 ? `Looking up ${identifiers[0]?.value ?? ''}` : `Looking up ${identifiers.length} identifiers`;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: noticeText(title), cancellable: true }, async (progress, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const answers = await Promise.all(identifiers.map(async (identifier) => {
      const answer = await lookUp(identifier, door, app.engine, stop.signal);
      progress.report({ increment: 100 / identifiers.length });
      return answer;
    }));
    return stop.signal.aborted ? undefined : answers;
  });
}

/** The one door of this window, so that its queue and its pace hold for all who ask. */
let door: Door | undefined;

async function doorOf(app: App): Promise<Door> {
  const { NetworkDoor } = await import('../../host/lookup');
  return door ??= new NetworkDoor(app.agent);
}

type Row = vscode.QuickPickItem & { readonly found?: Found; readonly difference?: Difference };

/** Show what differs, let the person choose, set it: one step of undo for each source. */
async function compare(app: App, asked: readonly Found[], answers: readonly LookedUp[]): Promise<Change | undefined> {
  const rows = (await Promise.all(asked.map((found, index) => rowsOf(found, answers[index])))).flat();
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]));
  if (problems.length > 0) report(app, problems);
  if (rows.length === 0) {
    if (problems.length === 0) void tell('The services say the same as your record. Nothing was changed.');
    return undefined;
  }
  const chosen = await choose(rows, answers.flatMap((answer) => (answer.ok ? [answer.service] : [])));
  return chosen === undefined || chosen.length === 0 ? undefined : take(app, asked, chosen);
}

async function rowsOf(found: Found, answer: LookedUp | undefined): Promise<readonly Row[]> {
  if (answer?.ok !== true) return [];
  const { differencesOf, valueInWords } = await import('../../host/lookup');
  const differences = differencesOf(found.source.item, answer.record.item);
  if (differences.length === 0) return [];
  const separator = { label: `${sourceLabel(found.source.item)} (${answer.service})`, kind: vscode.QuickPickItemKind.Separator };
  return [separator, ...differences.map((difference) => ({
    found, difference, picked: difference.advised, label: difference.field, description: shortened(valueInWords(difference.theirs)),
    detail: difference.ours === undefined ? 'Now: nothing' : `Now: ${shortened(valueInWords(difference.ours))}`,
  }))];
}

const shortened = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, 159)}…`);

async function choose(rows: readonly Row[], services: readonly string[]): Promise<readonly Row[] | undefined> {
  return pickMany(rows, {
    matchOnDescription: true, matchOnDetail: true, title: `What ${[...new Set(services)].join(', ')} says otherwise`,
    placeHolder: 'Ticked fields are set in your source; Enter sets them, Escape changes nothing',
  });
}

async function take(app: App, asked: readonly Found[], chosen: readonly Row[]): Promise<Change> {
  const { takeDifferences } = await import('../../host/lookup');
  const changes: { found: Found; change: Change }[] = [];
  for (const found of asked) {
    const differences = chosen.flatMap((row) => (row.found === found && row.difference !== undefined ? [row.difference] : []));
    if (differences.length > 0) changes.push({ found, change: await found.home.store.setFields(found.source, takeDifferences(found.source.item, differences)) });
  }
  const problems = changes.flatMap(({ change }) => change.problems);
  report(app, problems);
  if (changes.some(({ change }) => change.undo.length > 0)) void offerUndo(app, changes, chosen.length);
  return { undo: changes.flatMap(({ change }) => change.undo), problems };
}

async function offerUndo(app: App, changes: readonly { found: Found; change: Change }[], count: number): Promise<void> {
  const said = await tell(`${count} ${count === 1 ? 'field' : 'fields'} set.`, 'Undo');
  if (said !== 'Undo') return;
  for (const { found, change } of changes) report(app, await found.home.store.undo(change.undo));
}

// --- new sources ---------------------------------------------------------------------------------------------------

/** Identifiers that a command handed over, else those of a box that offers what is on the clipboard. Gives back what was added. */
export async function addByIdentifier(app: App, given: unknown): Promise<Added | undefined> {
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  if (home === undefined) {
    report(app, [openAFolder()]);
    return undefined;
  }
  const text = typeof given === 'string' ? given : await askForText();
  if (text === undefined) return undefined;
  const { identifiersIn, mostIdentifiers } = await import('../../host/lookup');
  const { identifiers, others } = identifiersIn(text);
  const problems: Problem[] = others.slice(0, 20).map((other) => noIdentifier(shortened(other)));
  if (identifiers.length > mostIdentifiers) problems.push(tooManyIdentifiers(mostIdentifiers));
  if (identifiers.length === 0) report(app, problems.length === 0 ? [noIdentifier('')] : problems);
  const answers = identifiers.length === 0 ? undefined : await askAll(app, identifiers.slice(0, mostIdentifiers));
  if (answers === undefined) return undefined;
  await app.libraries.ready();
  const added = await home.store.add(answers.flatMap((answer) => (answer.ok ? [answer.record] : [])));
  const all = [...answers.flatMap((answer) => (answer.ok ? [] : [answer.problem])), ...problems, ...added.problems];
  announceAdded(app, home, added, all);
  return { ...added, problems: all };
}

async function askForText(): Promise<string | undefined> {
  const { bareIdentifiers, identifiersIn } = await import('../../host/lookup');
  const copied = (await vscode.env.clipboard.readText()).slice(0, 20_000).trim();
  const value = bareIdentifiers(copied).map((one) => one.value).join(', ');
  return askLine({
    title: 'Add Source by DOI, ISBN or arXiv Number', prompt: 'One or several, or addresses that hold them. Nothing is sent before you press Enter.',
    placeHolder: '10.1017/S0003055420000301, 978-0-19-882837-6, arXiv:2103.00020', value, ignoreFocusOut: true,
    remark: (text) => (text.trim() === '' || identifiersIn(text).identifiers.length > 0 ? undefined : noIdentifier(shortened(text.trim())).message),
  });
}
