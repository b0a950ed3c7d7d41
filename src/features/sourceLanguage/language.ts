/** All that a source file understands, behind one door. */
import * as vscode from 'vscode';
import { passageNow } from '../../core/notes';
import type { Severity } from '../../core/problem';
import type { App } from '../../host/app';
import type { Found } from '../../host/libraries';
import { findingsIn } from './checking';
import type { Finding } from './checking';
import { complete } from './completing';
import { hover } from './explaining';
import { fixesAt } from './fixing';
import { definition, references, rename, renamedHere } from './navigating';
import { fileIn, rangeIn } from './reading';
import { colours, folds, lenses } from './structure';

const severities: { readonly [S in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, information: vscode.DiagnosticSeverity.Information,
};

/** What the editor may ask of a source file. Documents that are none are not handed in. */
export type Language = ReturnType<typeof openLanguage>;

export function openLanguage(app: App) {
  const diagnostics = vscode.languages.createDiagnosticCollection('commonplace-notes');
  const found = (document: vscode.TextDocument): Found => app.libraries.atFile(document.uri) as Found;
  const findings = (document: vscode.TextDocument): readonly Finding[] => findingsIn(fileIn(document), found(document).home.store.current);
  return {
    check: (documents: readonly vscode.TextDocument[]): void => {
      const open = new Set(documents.map(({ uri }) => uri.toString()));
      diagnostics.forEach((uri) => { if (!open.has(uri.toString())) diagnostics.delete(uri); });
      for (const document of documents) diagnostics.set(document.uri, findings(document).map((finding) => diagnosticOf(document, finding)));
    },
    complete: (document: vscode.TextDocument, position: vscode.Position) => complete(document, position, found(document)),
    hover: (document: vscode.TextDocument, position: vscode.Position) => hover(document, position, found(document)),
    definition: (document: vscode.TextDocument, position: vscode.Position) => definition(app, document, position, found(document)),
    references: (document: vscode.TextDocument, position: vscode.Position, stop: vscode.CancellationToken) => references(document, position, found(document), stop),
    renamedHere: (document: vscode.TextDocument, position: vscode.Position) => renamedHere(document, position, found(document)),
    rename: (document: vscode.TextDocument, position: vscode.Position, name: string) => rename(app, document, position, name, found(document)),
    folds, colours,
    lenses: (document: vscode.TextDocument) => lenses(app, document, found(document)),
    fixes: (document: vscode.TextDocument, range: vscode.Range) => fixesAt(document, fileIn(document), findings(document), range),
    dispose: () => diagnostics.dispose(),
  };
}

function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const { problem } = finding;
  const diagnostic = new vscode.Diagnostic(rangeIn(document, problem.span), problem.message, severities[problem.severity]);
  diagnostic.source = 'Commonplace';
  diagnostic.code = problem.code;
  if (finding.kind === 'passage' && finding.span !== undefined) {
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, rangeIn(document, finding.span)), passageNow())];
  }
  return diagnostic;
}
