/** Check citations as one types: unknown keys, keys that two records have, one work under two keys; with fixes. Unsaved buffers count. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { isDraft } from '../host/drafts';
import { commands, draftSelector, switches } from '../host/names';
import type { Checker } from './checkCitations/checker';

/** How long after a change the citations are checked, in milliseconds. */
const pause = 300;

export function register(app: App): vscode.Disposable {
  let made: Promise<Checker> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const checker = (): Promise<Checker> => (made ??= import('./checkCitations/checker').then(({ Checker: Made }) => new Made(app)));
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (made !== undefined || isWanted()) void checker().then((one) => one.check()); }, pause);
  };
  const anyDraft = (document: vscode.TextDocument): void => { if (isDraft(document)) soon(); };
  soon();
  return vscode.Disposable.from(
    { dispose: () => { clearTimeout(timer); void made?.then((one) => one.dispose()); } },
    vscode.workspace.onDidOpenTextDocument(anyDraft),
    vscode.workspace.onDidChangeTextDocument(({ document }) => anyDraft(document)),
    vscode.workspace.onDidCloseTextDocument((document) => void made?.then((one) => one.forget(document))),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('commonplace')) soon(); }),
    app.libraries.onDidChange(soon),
    app.drafts.onDidChange(soon),
    vscode.commands.registerCommand(commands.ignoreKey, async (key: unknown, uri: unknown) => (await import('./checkCitations/checker')).ignoreKey(key, uri)),
    vscode.languages.registerCodeActionsProvider(draftSelector,
      { provideCodeActions: async (document, _, context) => (await made)?.fixes(document, context) ?? [] }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}

/** Is there anything to check: a draft that is open, or a bibliography of which the unused is to be marked? */
function isWanted(): boolean {
  const { name, default: otherwise } = switches.unusedSources;
  return vscode.workspace.textDocuments.some(isDraft) || vscode.workspace.getConfiguration().get<boolean>(name, otherwise);
}
