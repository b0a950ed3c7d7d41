/** The desk at which sources are reviewed: everything of this feature that is loaded only when it is needed. */
import * as vscode from 'vscode';
import type { App } from '../../host/app';
import { acceptAll } from './accepting';
import { Diagnostics } from './diagnostics';
import { fixes } from './fixes';
import { Marks } from './marks';
import { keepBoth, undoMerge } from './merges';
import { Pastes } from './pastes';
import { Sayings } from './sayings';
import { ReviewTable } from './table';
import { showInPaste } from './showInPaste';
import { useAs } from './useAs';

export type Desk = ReturnType<typeof openDesk>;

/** `textChanged` is told of pasted texts that are others by now. */
export function openDesk(app: App, textChanged: (uri: vscode.Uri) => void) {
  const diagnostics = new Diagnostics(app);
  const pastes = new Pastes(app);
  const marks = new Marks(app, pastes);
  const sayings = new Sayings(pastes);
  const table = new ReviewTable(app);
  const all = vscode.Disposable.from(diagnostics, pastes, marks, table, pastes.onDidChange(textChanged));
  return {
    dispose: () => void all.dispose(),
    tell: () => diagnostics.tell(),
    fixes: (document: vscode.TextDocument, range: vscode.Range) => fixes(app, document, range),
    textOf: (uri: vscode.Uri) => pastes.textOf(uri),
    hover: (document: vscode.TextDocument, position: vscode.Position) => sayings.hover(document, position),
    names: (document: vscode.TextDocument, range: vscode.Range) => sayings.names(document, range),
    symbols: (document: vscode.TextDocument) => sayings.symbols(document),
    lenses: (document: vscode.TextDocument) => sayings.lenses(document),
    showInPaste: (given: unknown, field: unknown) => showInPaste(app, pastes, given, field),
    reviewSources: (given: unknown) => table.open(given),
    acceptAll: (given: unknown) => acceptAll(app, given),
    undoMerge: (given: unknown) => undoMerge(app, given),
    keepBoth: (given: unknown) => keepBoth(app, given),
    useAs: (field: unknown) => useAs(app, pastes, field),
  };
}
