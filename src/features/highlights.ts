/** Mark the passages that have notes, in source files and in their texts, and name them above their paragraphs. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { settings } from '../host/names';
import type { Highlights } from './highlights/painting';

/** How long after a change marks are made anew, in milliseconds. */
const pause = 150;

export function register(app: App): vscode.Disposable {
  let loaded: Promise<Highlights> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const named = new vscode.EventEmitter<void>();
  const highlights = (): Promise<Highlights> => (loaded ??= import('./highlights/painting').then(({ openHighlights }) => openHighlights(app)));
  const mayHave = ({ uri }: vscode.TextDocument): boolean => vscode.workspace.getWorkspaceFolder(uri) !== undefined && app.libraries.all.some(({ store }) => store.current.sources.size > 0);
  const paint = async (): Promise<void> => {
    const editors = vscode.window.visibleTextEditors.filter(({ document }) => mayHave(document));
    if (editors.length > 0) await (await highlights()).paint(editors);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void paint().catch((error: unknown) => app.log.error(String(error))), pause);
  };
  const anew = (): void => {
    soon();
    named.fire();
  };
  const shown = (document: vscode.TextDocument): boolean => vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  soon();
  return vscode.Disposable.from(
    { dispose: () => { clearTimeout(timer); void loaded?.then((one): void => one.dispose()); } }, named,
    vscode.window.onDidChangeVisibleTextEditors(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => { if (shown(document)) soon(); }),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(settings.highlights.name)) anew(); }),
    app.libraries.onDidChange(anew),
    vscode.languages.registerCodeLensProvider('*', {
      onDidChangeCodeLenses: named.event,
      provideCodeLenses: async (document, stop): Promise<vscode.CodeLens[] | undefined> => (mayHave(document) ? (await highlights()).names(document, stop) : undefined),
      resolveCodeLens: async (lens): Promise<vscode.CodeLens> => (await highlights()).resolved(lens),
    }),
  );
}
