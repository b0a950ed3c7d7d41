/** Paste sources: read the clipboard, a selection, files or dropped text, and put what is found into the library. */
import * as vscode from 'vscode';
import type { Added } from '../core/library';
import { largestPaste } from '../core/parsing/reading';
import { fileUnread, nothingToPaste, openAFolder, pasteTooLarge } from '../core/problem';
import type { Problem } from '../core/problem';
import { announceAdded } from '../host/announceAdded';
import type { Offer } from '../host/announceAdded';
import { report } from '../host/app';
import type { App } from '../host/app';
import type { Home } from '../host/libraries';
import { commands, views } from '../host/names';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.pasteSources, (text?: unknown) => pasteSources(app, text)),
    vscode.commands.registerCommand(commands.importFiles, (uris?: unknown) => importFiles(app, uris)),
  );
}

/** What a command handed over, else the selection, else the clipboard. Gives back the keys for whoever called. */
async function pasteSources(app: App, given: unknown): Promise<Added | undefined> {
  const text = typeof given === 'string' ? given : selectedText() ?? await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    report(app, [nothingToPaste()]);
    return undefined;
  }
  return addTexts(app, [text], []);
}

function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined || editor.selection.isEmpty ? undefined : editor.document.getText(editor.selection);
}

const filters = { 'References and text': ['bib', 'ris', 'json', 'txt', 'md', 'enw', 'nbib', 'xml', 'html', 'csv'], 'All files': ['*'] };

async function importFiles(app: App, given: unknown): Promise<Added | undefined> {
  const uris = Array.isArray(given) ? given.filter((one): one is vscode.Uri => one instanceof vscode.Uri)
    : await vscode.window.showOpenDialog({ canSelectMany: true, openLabel: 'Import', filters }) ?? [];
  const read = await Promise.all(uris.map(readText));
  const problems = read.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const texts = read.filter((one) => typeof one === 'string');
  return uris.length === 0 ? undefined : addTexts(app, texts, problems);
}

/** Text in UTF-8, UTF-16 with a byte order mark, else Windows-1252; what holds zero bytes is no text. */
async function readText(uri: vscode.Uri): Promise<string | Problem> {
  const name = uri.path.split('/').at(-1) ?? '';
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > 2 * largestPaste) return pasteTooLarge('20 MB');
    const bytes = await vscode.workspace.fs.readFile(uri);
    return decode(bytes) ?? fileUnread(name, 'it is not a text file');
  } catch (error) {
    return fileUnread(name, error instanceof Error ? error.message : String(error));
  }
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function addTexts(app: App, texts: readonly string[], problems: readonly Problem[]): Promise<Added | undefined> {
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  if (home === undefined) {
    report(app, [openAFolder()]);
    return undefined;
  }
  const large = texts.reduce((sum, text) => sum + text.length, 0) > 200_000;
  const location = large ? vscode.ProgressLocation.Notification : { viewId: views.sources };
  const result = await vscode.window.withProgress({ location, title: 'Adding sources', cancellable: large },
    (progress, token) => readAndAdd(app, home, texts, progress, token));
  announceAdded(app, home, result.added, [...problems, ...result.problems], await offersFor(app, home, texts, result.added));
  return result.added;
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

async function readAndAdd(
  app: App, home: Home, texts: readonly string[], progress: Progress, token: vscode.CancellationToken,
): Promise<{ added: Added; problems: readonly Problem[] }> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  await app.libraries.ready();
  progress.report({ message: 'reading' });
  const readings = [];
  const told = (records: number, of: number): void => progress.report({ message: `reading, ${records} of ${of}` });
  for (const text of texts) readings.push(await app.engine.readPaste(text, { signal: stop.signal, progress: told }));
  const records = readings.flatMap((reading) => reading.records);
  let shown = 0;
  const added = await home.store.add(records, {
    signal: stop.signal,
    progress: (done) => {
      if (done - shown < 0.01 && done < 1) return;
      progress.report({ message: `${Math.round(done * records.length)} of ${records.length}`, increment: (done - shown) * 100 });
      shown = done;
    },
  });
  return { added, problems: [...readings.flatMap((reading) => reading.problems), ...added.problems] };
}

/** Bare identifiers say nothing of their works: they can be looked up, if the person wants to. */
async function offersFor(app: App, home: Home, texts: readonly string[], added: Added): Promise<readonly Offer[]> {
  const text = texts.join('\n');
  if (added.added.length === 0 || text.length > longestList) return [];
  const { bareIdentifiers } = await import('../host/lookup');
  const count = bareIdentifiers(text).length;
  if (count === 0) return [];
  return [{ title: count === 1 ? 'Look It Up' : `Look Up All ${count}`, run: () => lookUpInstead(app, home, text, added) }];
}

/** Longer texts are no lists of identifiers, in UTF-16 code units. */
const longestList = 20_000;

/** What was found takes the place of the bare identifiers; unless something was not found, then those stay. */
async function lookUpInstead(app: App, home: Home, text: string, bare: Added): Promise<void> {
  const found = await vscode.commands.executeCommand<Added | undefined>(commands.addByIdentifier, text);
  if (found === undefined || found.problems.length > 0) return;
  const completed = new Set(found.merged);
  const left = bare.undo.filter((step) => ![...completed].some((key) => home.store.current.sources.get(key)?.path === step.path));
  report(app, await home.store.undo(left));
}
