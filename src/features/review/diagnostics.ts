/** Problems of source files, with where in the pasted text a doubtful value came from. */
import * as vscode from 'vscode';
import { readSourceFile } from '../../core/library';
import type { Problem, Severity } from '../../core/problem';
import { fieldReadHere } from '../../core/problem';
import { reviewsOf } from '../../core/source';
import type { App } from '../../host/app';
import type { Home } from '../../host/libraries';
import { rangesIn } from '../../host/positions';

const severities: { readonly [S in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

export class Diagnostics implements vscode.Disposable {
  readonly #app: App;
  readonly #collection = vscode.languages.createDiagnosticCollection('commonplace');
  readonly #told = new Map<string, readonly Problem[]>();
  readonly #listening: vscode.Disposable;

  constructor(app: App) {
    this.#app = app;
    this.#listening = vscode.window.onDidChangeVisibleTextEditors(() => this.#placeVisible());
    this.tell();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#collection.dispose();
  }

  /** Tell of what has changed since; a file whose problems are the same costs nothing. */
  tell(): void {
    const now = new Set<string>();
    for (const home of this.#app.libraries.all) {
      for (const [path, problems] of home.store.problems) {
        if (problems.length === 0) continue;
        const uri = this.#app.libraries.uriOf(home, path);
        now.add(uri.toString());
        if (this.#told.get(uri.toString()) === problems) continue;
        this.#told.set(uri.toString(), problems);
        this.#collection.set(uri, diagnosticsOf(home, path, problems));
      }
    }
    for (const name of [...this.#told.keys()].filter((one) => !now.has(one))) {
      this.#told.delete(name);
      this.#collection.delete(vscode.Uri.parse(name));
    }
    this.#placeVisible();
  }

  #placeVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) void this.#place(document);
  }

  /** Say of each doubtful field where under “As pasted” its value stands. Only for files on the screen. */
  async #place(document: vscode.TextDocument): Promise<void> {
    const told = this.#collection.get(document.uri) ?? [];
    if (!told.some(({ code, relatedInformation }) => code === 'field-unsure' && relatedInformation === undefined)) return;
    const file = readSourceFile(document.getText());
    const fence = file.sections.flatMap((section) => section.fenced)[0];
    if (fence === undefined) return;
    const { placesOf } = await import('../../core/parsing');
    const places = placesOf(file.item, document.getText(), { format: 'text', within: fence.content });
    const fields = [...reviewsOf(file.item).keys()];
    this.#collection.set(document.uri, told.map((diagnostic) => {
      const field = fields.find((one) => diagnostic.message.startsWith(`${one}: `));
      const place = places.find((one) => one.field === field);
      diagnostic.relatedInformation = place === undefined ? [] : [new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, new vscode.Range(document.positionAt(place.span.start), document.positionAt(place.span.end))), fieldReadHere().message)];
      return diagnostic;
    }));
  }
}

function diagnosticsOf(home: Home, path: string, problems: readonly Problem[]): vscode.Diagnostic[] {
  const ranges = rangesIn(home.store.linesOf(path) ?? [0], problems.map((problem) => problem.span ?? { start: 0, end: 0 }));
  return problems.map((problem, index) => {
    const diagnostic = new vscode.Diagnostic(ranges[index] as vscode.Range, problem.message, severities[problem.severity]);
    diagnostic.source = 'Commonplace';
    diagnostic.code = problem.code;
    return diagnostic;
  });
}
