/** Gather passages on a tag, a view or a query: read them, write them into a draft with their citations, or take them out as a table. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { commands, passagesScheme } from '../host/names';
import type { PassageDocuments } from './passages/reading';

export function register(app: App): vscode.Disposable {
  let made: Promise<PassageDocuments> | undefined;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const documents = (): Promise<PassageDocuments> => (made ??= import('./passages/reading').then(({ PassageDocuments: Made }) => new Made(app, changed)));
  const drafting = () => import('./passages/drafting');
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(passagesScheme, { onDidChange: changed.event, provideTextDocumentContent: async (uri) => (await documents()).textOf(uri) }),
    vscode.languages.registerDocumentLinkProvider({ scheme: passagesScheme }, { provideDocumentLinks: async (document) => (await documents()).linksOf(document) }),
    app.libraries.onDidChange(() => void made?.then((all) => all.renew())),
    vscode.commands.registerCommand(commands.showPassages, async (given: unknown) => (await documents()).show(given)),
    vscode.commands.registerCommand(commands.groupPassages, async (given: unknown) => (await documents()).regroup(given)),
    vscode.commands.registerCommand(commands.draftFromTag, async (given: unknown) => (await drafting()).draftFrom(app, given)),
    vscode.commands.registerCommand(commands.insertQuotation, async (given: unknown) => (await import('./passages/quoting')).insertQuotation(app, given)),
    vscode.commands.registerCommand(commands.literatureTable, async (given: unknown) => (await import('./passages/tabling')).exportTable(app, given)),
    vscode.commands.registerCommand(commands.evidenceAppendix, async () => (await import('./passages/appending')).showEvidence(app)),
  );
}
