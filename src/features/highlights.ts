/** Mark the passages that have notes, in source files and in their texts. */
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { settings } from '../host/names';
import type { Painter } from './highlights/painting';

/** How long after a change marks are made anew, in milliseconds. */
const pause = 150;

export function register(app: App): vscode.Disposable {
  let painter: Promise<Painter> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const paint = async (): Promise<void> => {
    const editors = vscode.window.visibleTextEditors.filter(({ document }) => vscode.workspace.getWorkspaceFolder(document.uri) !== undefined);
    if (editors.length === 0 || app.libraries.all.every(({ store }) => store.current.sources.size === 0)) return;
    painter ??= import('./highlights/painting').then(({ Painter }) => new Painter(app));
    await (await painter).paint(editors);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void paint().catch((error: unknown) => app.log.error(String(error))), pause);
  };
  const shown = (document: vscode.TextDocument): boolean => vscode.window.visibleTextEditors.some((editor) => editor.document === document);
  soon();
  return vscode.Disposable.from(
    { dispose: () => { clearTimeout(timer); void painter?.then((one) => one.dispose()); } },
    vscode.window.onDidChangeVisibleTextEditors(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => { if (shown(document)) soon(); }),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(settings.highlights.name)) soon(); }),
    app.libraries.onDidChange(soon),
  );
}
