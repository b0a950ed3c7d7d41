/** Paste sources: read the clipboard, a selection, files or dropped text, and put what is found into the library. */
import * as vscode from 'vscode';
import type { Added } from '../core/library';
import { fileUnread, nothingToPaste, openAFolder } from '../core/problem';
import type { Problem } from '../core/problem';
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
  announce(app, home, result.added, [...problems, ...result.problems]);
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
  const { parsePaste } = await import('../core/parsing');
  const readings = [];
  for (const text of texts) readings.push(await parsePaste(text, { engine: app.engine, signal: stop.signal }));
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

/** `2 sources added, 1 completed, 1 already there`. */
function summary({ added, merged, known }: Added): string {
  const parts = [
    added.length > 0 ? `${added.length} ${added.length === 1 ? 'source' : 'sources'} added` : '',
    merged.length > 0 ? `${merged.length} completed` : '',
    known.length > 0 ? `${known.length} already there` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No sources added' : parts.join(', ');
}

/** One notification with what came in, what to look at, Show and Undo. Problems go to the log, the gravest into it. */
function announce(app: App, home: Home, added: Added, problems: readonly Problem[]): void {
  for (const problem of problems) app.log.warn(`${problem.code}: ${problem.message}`);
  const failed = problems.find((problem) => problem.severity === 'error') ?? problems[0];
  const message = [`${summary(added)}.`, failed?.message ?? ''].join(' ').trim();
  const actions = [
    ...(added.added.length + added.merged.length + added.known.length > 0 ? ['Show'] : []),
    ...(added.undo.length > 0 ? ['Undo'] : []),
  ];
  const say = failed?.severity === 'error' ? vscode.window.showErrorMessage : vscode.window.showInformationMessage;
  void say(message, ...actions).then(async (chosen) => {
    if (chosen === 'Show') await show(home, added);
    if (chosen === 'Undo') report(app, await home.store.undo(added.undo));
  });
}

async function show(home: Home, { added, merged, known }: Added): Promise<void> {
  const key = added[0] ?? merged[0] ?? known[0];
  const source = key === undefined ? undefined : home.store.current.sources.get(key);
  if (source !== undefined) await vscode.commands.executeCommand(commands.openSource, { home, source });
}
