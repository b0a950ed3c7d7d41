/** The work of pasting: what was copied, chosen or dropped is read, put into the library, and told of. */
import * as vscode from 'vscode';
import { loadSiteProfiles } from '../../core/library';
import type { Added } from '../../core/library';
import { largestPaste, type Reading } from '../../core/parsing/reading';
import { fileUnread, nothingToPaste, openAFolder, pasteTooLarge } from '../../core/problem';
import type { Problem } from '../../core/problem';
import { announceAdded } from '../../host/announceAdded';
import type { Offer } from '../../host/announceAdded';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { foreignText, type Unread as TextOfFile } from '../../host/foreignText';
import type { Home } from '../../host/libraries';
import { isPageOrText, readPage, type PageOrText } from '../../host/copiedPage';
import { commands, pasteScheme, views } from '../../host/names';
import { tell } from '../../host/notices';
import type { Pasted, PastedText } from '../../host/pasted';
import { tooManyToAdd } from '../../host/trust';

/** What a command handed over, text or a page with its HTML, else the selection, else the clipboard. Gives back the keys for whoever called. */
export async function pasteSources(app: App, given: unknown): Promise<Added | undefined> {
  const page: PageOrText = isPageOrText(given) ? given : { text: typeof given === 'string' ? given : selectedText() ?? await vscode.env.clipboard.readText() };
  if (`${page.text}${page.html ?? ''}`.trim() === '') {
    report(app, [nothingToPaste()]);
    return undefined;
  }
  return addTexts(app, [page], []);
}

/** What is selected in a text that is shown as pasted was read already. */
function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined || editor.selection.isEmpty || editor.document.uri.scheme === pasteScheme ? undefined : editor.document.getText(editor.selection);
}

const filters = { 'References and text': ['bib', 'ris', 'json', 'txt', 'md', 'enw', 'nbib', 'xml', 'html', 'csv'], 'All files': ['*'] };

/** Reads files: those that a command hands over, else those that the person chooses. */
export async function importFiles(app: App, given: unknown): Promise<Added | undefined> {
  const uris = Array.isArray(given) ? given.filter((one): one is vscode.Uri => one instanceof vscode.Uri)
    : await vscode.window.showOpenDialog({ canSelectMany: true, openLabel: 'Import', filters }) ?? [];
  const read = await Promise.all(uris.map(readText));
  const problems = read.flatMap((one) => ('code' in one ? [one] : one.doubt ?? []));
  const texts = read.filter((one) => 'text' in one);
  return uris.length === 0 ? undefined : addTexts(app, texts, problems);
}

/** A file as text, or why it is none. */
async function readText(uri: vscode.Uri): Promise<TextOfFile | Problem> {
  const name = uri.path.split('/').at(-1) ?? '';
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > 2 * largestPaste) return pasteTooLarge('20 MB');
    return await foreignText(name, await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    return fileUnread(name, error instanceof Error ? error.message : String(error));
  }
}

/** A text before it is read; `html` of the page that it was chosen on. */
type Unread = TextOfFile & PageOrText;

async function addTexts(app: App, texts: readonly Unread[], problems: readonly Problem[]): Promise<Added | undefined> {
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  if (home === undefined) {
    report(app, [openAFolder()]);
    return undefined;
  }
  const large = texts.reduce((sum, { text }) => sum + text.length, 0) > 200_000;
  const location = large ? vscode.ProgressLocation.Notification : { viewId: views.sources };
  const result = await vscode.window.withProgress({ location, title: 'Adding sources', cancellable: large },
    (progress, token) => readAndAdd(app, home, texts, progress, token));
  const pasted = { home, texts: result.texts, outcomes: result.added.outcomes };
  announceAdded(app, home, result.added, [...problems, ...result.problems], [...await lookUpOffers(app, home, texts, result.added), ...reviewOffers(app, pasted)]);
  return result.added;
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;
type Result = { readonly texts: readonly PastedText[]; readonly added: Added; readonly problems: readonly Problem[] };

async function readAndAdd(app: App, home: Home, unread: readonly Unread[], progress: Progress, token: vscode.CancellationToken): Promise<Result> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  await app.libraries.ready();
  progress.report({ message: 'reading' });
  const told = (records: number, of: number): void => progress.report({ message: `reading, ${records} of ${of}` });
  const texts: PastedText[] = [];
  const own = await loadSiteProfiles(home.store.services.files, home.store.services.settings().folder);
  const problems: Problem[] = [...own.problems];
  const read = (text: string): Promise<Reading> => app.engine.readPaste(text, { signal: stop.signal, progress: told, profiles: own.profiles });
  for (const { html, ...one } of unread) {
    const { text, reading } = await readPage(app.engine, { text: one.text, ...(html !== undefined && { html }) }, read);
    texts.push({ ...one, text, records: reading.records });
    problems.push(...reading.problems);
    if (stop.signal.aborted) break;
  }
  const records = texts.flatMap((text) => text.records);
  const refused = tooManyToAdd(records.length);
  if (refused !== undefined) return { texts: [], added: await home.store.add([]), problems: [refused] };
  const added = await home.store.add(records, { signal: stop.signal, progress: counting(progress, records.length) });
  return { texts, added, problems: [...problems, ...added.problems] };
}

/** Tells of every hundredth of the work. */
function counting(progress: Progress, count: number): (done: number) => void {
  let shown = 0;
  return (done) => {
    if (done - shown < 0.01 && done < 1) return;
    progress.report({ message: `${Math.round(done * count)} of ${count}`, increment: (done - shown) * 100 });
    shown = done;
  };
}

/** Bare identifiers say nothing of their works: they can be looked up, if the person wants to. */
async function lookUpOffers(app: App, home: Home, texts: readonly Unread[], added: Added): Promise<readonly Offer[]> {
  const text = texts.map((one) => one.text).join('\n');
  if (added.added.length === 0 || text.length > longestList) return [];
  const { bareIdentifiers } = await import('../../host/lookup');
  const count = bareIdentifiers(text).length;
  if (count === 0) return [];
  return [{ title: count === 1 ? 'Look It Up' : `Look Up All ${count}`, run: () => lookUpInstead(app, home, text, added) }];
}

/** Longer texts are no lists of identifiers, in UTF-16 code units. */
const longestList = 20_000;

/** From so many records on, a table is offered first. */
const manyRecords = 5;

/** What else can be done with a paste: go through its sources, see it with what was read from it, part works that were taken for one. */
function reviewOffers(app: App, pasted: Pasted): readonly Offer[] {
  const { outcomes } = pasted;
  if (!outcomes.some(({ change }) => change.problems.length === 0)) return [];
  return [
    ...(outcomes.length >= manyRecords ? [{ title: 'Review', run: () => vscode.commands.executeCommand(commands.reviewSources, pasted) }] : []),
    { title: 'Show in Paste', run: () => vscode.commands.executeCommand(commands.showInPaste, pasted) },
    ...(outcomes.some(({ sameness }) => sameness !== undefined) ? [{ title: 'Keep Both', run: () => keepBoth(app, pasted) }] : []),
  ];
}

/** The records that were taken for works that are there become sources of their own; what they had changed is taken back. */
async function keepBoth(app: App, { home, texts, outcomes }: Pasted): Promise<void> {
  const records = texts.flatMap((text) => text.records).filter((_, index) => outcomes[index]?.sameness !== undefined);
  const before = await home.store.undo(outcomes.filter(({ kind }) => kind === 'merge').flatMap(({ change }) => change.undo));
  const added = await home.store.add(before.length > 0 ? [] : records, { apart: true });
  report(app, [...before, ...added.problems]);
  if (added.undo.length === 0) return;
  const words = added.added.length === 1 ? `${added.added[0]} is now a source of its own.` : `${added.added.length} are now sources of their own.`;
  if (await tell(words, 'Undo') === 'Undo') report(app, await home.store.undo(added.undo));
}

/** What was found takes the place of the bare identifiers; unless something was not found, then those stay. */
async function lookUpInstead(app: App, home: Home, text: string, bare: Added): Promise<void> {
  const found = await vscode.commands.executeCommand<Added | undefined>(commands.addByIdentifier, text);
  if (found === undefined || found.problems.length > 0) return;
  const completed = new Set(found.merged);
  const left = bare.undo.filter((step) => ![...completed].some((key) => home.store.current.sources.get(key)?.path === step.path));
  report(app, await home.store.undo(left));
}
