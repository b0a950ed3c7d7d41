/**
 * Review without a wizard: what is unsure or wrong shows in Problems with quick fixes, in the pasted text, and in one table.
 * Here all is only registered; the desk, at which the work is done, is a bundle of its own that loads when first needed.
 */
import * as vscode from 'vscode';
import type { App } from '../../host/app';
import { commands, contextKeys, pasteScheme, useAsCommands } from '../../host/names';
import type { Desk } from './desk';

export function register(app: App): vscode.Disposable {
  let opened: Promise<Desk> | undefined;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const desk = (): Promise<Desk> => (opened ??= import('./desk').then(({ openDesk }) => openDesk(app, (uri) => changed.fire(uri))));
  const ready = (): Promise<Desk> => app.libraries.ready().then(desk);
  const command = (name: string, act: (desk: Desk, given: unknown, more: unknown) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, async (given: unknown, more: unknown) => act(await ready(), given, more));
  const shown = { scheme: pasteScheme };
  return vscode.Disposable.from(
    changed,
    { dispose: () => void opened?.then((one) => one.dispose()) },
    command(commands.showInPaste, (one, given, field) => one.showInPaste(given, field)),
    command(commands.reviewSources, (one, given) => one.reviewSources(given)),
    command(commands.acceptAll, (one, given, all) => one.acceptAll(Array.isArray(all) ? all : given)),
    command(commands.undoMerge, (one, given) => one.undoMerge(given)),
    command(commands.keepBoth, (one, given) => one.keepBoth(given)),
    command(commands.useAs, (one, field) => one.useAs(field)),
    ...Object.entries(useAsCommands).map(([name, field]) => command(name, (one) => one.useAs(field))),
    app.libraries.onDidChange(() => void tellProblems(app, desk, opened !== undefined)),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' },
      { provideCodeActions: async (document, range) => (app.libraries.atFile(document.uri) === undefined ? [] : (await desk()).fixes(document, range)) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] }),
    vscode.workspace.registerTextDocumentContentProvider(pasteScheme, { onDidChange: changed.event, provideTextDocumentContent: async (uri) => (await ready()).textOf(uri) }),
    vscode.languages.registerHoverProvider(shown, { provideHover: async (document, position) => (await desk()).hover(document, position) }),
    vscode.languages.registerInlayHintsProvider(shown, { onDidChangeInlayHints: app.libraries.onDidChange, provideInlayHints: async (document, range) => (await desk()).names(document, range) }),
    vscode.languages.registerDocumentSymbolProvider(shown, { provideDocumentSymbols: async (document) => (await desk()).symbols(document) }),
    vscode.languages.registerCodeLensProvider(shown, { onDidChangeCodeLenses: app.libraries.onDidChange, provideCodeLenses: async (document) => (await desk()).lenses(document) }),
    followEditor(app),
  );
}

async function tellProblems(app: App, desk: () => Promise<Desk>, isOpen: boolean): Promise<void> {
  const hasProblems = app.libraries.all.some(({ store }) => [...store.problems.values()].some((problems) => problems.length > 0));
  if (isOpen || hasProblems) (await desk()).tell();
}

/** Whether the editor shows a source file, for the commands that are offered there. */
function followEditor(app: App): vscode.Disposable {
  const follow = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    void vscode.commands.executeCommand('setContext', contextKeys.inSource, uri !== undefined && app.libraries.atFile(uri) !== undefined);
  };
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(follow), app.libraries.onDidChange(follow));
}
