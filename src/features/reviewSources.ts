/** Review without a wizard: what is unsure or wrong in a source file shows in Problems, with quick fixes. */
import * as vscode from 'vscode';
import { nameFixes, readSourceFile, reviewsIn, setFields, settle, takeOffers } from '../core/library';
import type { PlacedReview, SourceFile } from '../core/library';
import type { Problem, Severity } from '../core/problem';
import { reviewsOf } from '../core/source';
import type { Item, Json, Span, TextEdit } from '../core/source';
import type { App } from '../host/app';
import type { Home } from '../host/libraries';
import { rangesOf, workspaceEdit } from '../host/positions';

export function register(app: App): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('commonplace');
  return vscode.Disposable.from(
    diagnostics,
    app.libraries.onDidChange(() => show(app, diagnostics)),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, { provideCodeActions: (document, range) => fixes(app, document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite] }),
  );
}

const severities: { readonly [S in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

function show(app: App, diagnostics: vscode.DiagnosticCollection): void {
  const all = app.libraries.all.flatMap((home) => [...home.store.problems]
    .filter(([, problems]) => problems.length > 0)
    .map(([path, problems]) => [app.libraries.uriOf(home, path), diagnosticsOf(home, path, problems)] as const));
  diagnostics.clear();
  for (const [uri, list] of all) diagnostics.set(uri, list);
}

function diagnosticsOf(home: Home, path: string, problems: readonly Problem[]): vscode.Diagnostic[] {
  const ranges = rangesOf(home.store.textOf(path) ?? '', problems.map((problem) => problem.span ?? { start: 0, end: 0 }));
  return problems.map((problem, index) => {
    const diagnostic = new vscode.Diagnostic(ranges[index] as vscode.Range, problem.message, severities[problem.severity]);
    diagnostic.source = 'Commonplace';
    diagnostic.code = problem.code;
    return diagnostic;
  });
}

/** The fixes for the fields to look at that the range touches. The document is read as it stands in the editor. */
function fixes(app: App, document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  if (app.libraries.atFile(document.uri) === undefined) return [];
  const file = readSourceFile(document.getText());
  return [...reviewFixes(document, range, file), ...authorFixes(document, range, file)];
}

/** What one may want of the names on this line. The lamp shows for them only where something is to be looked at. */
function authorFixes(document: vscode.TextDocument, range: vscode.Range, file: SourceFile): vscode.CodeAction[] {
  const entry = file.entries.find(({ span }) => linesTouch(new vscode.Range(document.positionAt(span.start), document.positionAt(span.end - 1)), range));
  if (entry === undefined) return [];
  const doubted = reviewsOf(file.item).has(entry.key);
  return nameFixes(file.item, entry.key).map(({ title, fields }) => {
    const action = fix(document, title, setFields(file, { ...fields, ...(doubted && settle({ ...file.item, ...fields } as Item, [entry.key])) }));
    action.kind = doubted ? vscode.CodeActionKind.QuickFix : vscode.CodeActionKind.RefactorRewrite;
    return action;
  });
}

function reviewFixes(document: vscode.TextDocument, range: vscode.Range, file: SourceFile): vscode.CodeAction[] {
  const reviews = reviewsIn(file);
  const here = reviews.filter(({ span }) => spanRange(document, span).intersection(range) !== undefined);
  const sameLine = reviews.filter(({ span }) => linesTouch(spanRange(document, span), range));
  if (sameLine.length === 0) return [];
  return [...offerAll(document, file, reviews), ...(here.length > 0 ? here : sameLine).flatMap((one) => fixesFor(document, file, one))];
}

const spanRange = (document: vscode.TextDocument, span: Span): vscode.Range =>
  new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));

const linesTouch = (a: vscode.Range, b: vscode.Range): boolean => a.start.line <= b.end.line && b.start.line <= a.end.line;

/** One fix for all that is offered, such as volume, issue and pages out of a DOI. */
function offerAll(document: vscode.TextDocument, file: SourceFile, reviews: readonly PlacedReview[]): vscode.CodeAction[] {
  const offered = reviews.filter(({ review }) => review.offer !== undefined);
  if (offered.length < 2) return [];
  const words = offered.map(({ field, review }) => `${field} ${valueText(review.offer)}`).join(', ');
  const action = fix(document, `Set ${words}`, setFields(file, takeOffers(file.item, offered.map(({ field }) => field))));
  action.isPreferred = true;
  return [action];
}

function fixesFor(document: vscode.TextDocument, file: SourceFile, { field, review }: PlacedReview): vscode.CodeAction[] {
  const keep = file.item[field] === undefined ? `Leave ${field} empty` : `Keep ${field} as it is`;
  return [
    ...(review.offer === undefined ? [] : [fix(document, `Set ${field} to ${valueText(review.offer)}`, setFields(file, takeOffers(file.item, [field])))]),
    fix(document, keep, setFields(file, settle(file.item, [field]))),
  ];
}

const valueText = (value: Json | undefined): string => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value));

function fix(document: vscode.TextDocument, title: string, edits: readonly TextEdit[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document, edits);
  return action;
}
