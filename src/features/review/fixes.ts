/** Quick fixes for what is unsure in a source file. The document is read as it stands in the editor. */
import * as vscode from 'vscode';
import { alternativesTo, chooseReading, mergeReview, nameFixes, readSourceFile, reviewsIn, setFields, settle, takeOffers, translationsOf, valueInWords } from '../../core/library';
import type { PlacedReview, SourceFile } from '../../core/library';
import { reviewsOf } from '../../core/source';
import type { Item, Json, Span, TextEdit } from '../../core/source';
import type { App } from '../../host/app';
import { commands } from '../../host/names';
import { workspaceEdit } from '../../host/positions';

/** The fixes for the fields to look at that the range touches. */
export function fixes(app: App, document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const found = app.libraries.atFile(document.uri);
  if (found === undefined) return [];
  const file = readSourceFile(document.getText());
  return [...reviewFixes(document, range, file), ...readingFixes(document, range, file), ...authorFixes(document, range, file)];
}

/** The field on these lines; the abstract has a section of its own. */
function fieldAt(document: vscode.TextDocument, range: vscode.Range, file: SourceFile): string | undefined {
  const abstract = file.sections.find(({ role, span }) => role === 'abstract' && linesTouch(spanRange(document, { start: span.start, end: span.end - 1 }), range));
  return entryAt(document, range, file)?.key ?? (abstract === undefined ? undefined : 'abstract');
}

const entryAt = (document: vscode.TextDocument, range: vscode.Range, file: SourceFile) =>
  file.entries.find(({ span }) => linesTouch(new vscode.Range(document.positionAt(span.start), document.positionAt(span.end - 1)), range));

/** What one may want of the names on this line. The lamp shows for them only where something is to be looked at. */
function authorFixes(document: vscode.TextDocument, range: vscode.Range, file: SourceFile): vscode.CodeAction[] {
  const entry = entryAt(document, range, file);
  if (entry === undefined) return [];
  const doubted = reviewsOf(file.item).has(entry.key);
  return nameFixes(file.item, entry.key).map(({ title, fields, isPart }) => {
    const action = fix(document, title, setFields(file, { ...fields, ...(doubted && isPart !== true && settle({ ...file.item, ...fields } as Item, [entry.key])) }));
    action.kind = doubted ? vscode.CodeActionKind.QuickFix : vscode.CodeActionKind.RefactorRewrite;
    return action;
  });
}

/** Another record of the work says something else of the field on this line, or its own record in another language: it may be taken, and what stands here kept beside. */
function readingFixes(document: vscode.TextDocument, range: vscode.Range, file: SourceFile): vscode.CodeAction[] {
  const field = fieldAt(document, range, file);
  if (field === undefined || reviewsOf(file.item).has(field)) return [];
  const translations = translationsOf(file.item, field);
  return alternativesTo(file.item, field).map((value) => {
    const { language } = translations.find(({ text }) => text === value) ?? {};
    const action = fix(document, `Take the other ${field}${language === undefined ? '' : ` (${language})`}: ${inBrief(value)}`, setFields(file, chooseReading(file.item, field, value)));
    action.kind = vscode.CodeActionKind.RefactorRewrite;
    return action;
  });
}

function reviewFixes(document: vscode.TextDocument, range: vscode.Range, file: SourceFile): vscode.CodeAction[] {
  const reviews = reviewsIn(file);
  const here = reviews.filter(({ span }) => spanRange(document, span).intersection(range) !== undefined);
  const sameLine = reviews.filter(({ span }) => linesTouch(spanRange(document, span), range));
  if (sameLine.length === 0) return [];
  const chosen = here.length > 0 ? here : sameLine;
  return [
    ...offerAll(document, file, reviews), ...chosen.flatMap((one) => fixesFor(document, file, one)),
    ...(file.pasted.length === 0 ? [] : [command('Show in Paste', commands.showInPaste, document.uri, chosen[0]?.field)]),
    command(`Accept All in This Source (${reviews.length})`, commands.acceptAll, document.uri),
  ];
}

const spanRange = (document: vscode.TextDocument, span: Span): vscode.Range =>
  new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));

const linesTouch = (a: vscode.Range, b: vscode.Range): boolean => a.start.line <= b.end.line && b.start.line <= a.end.line;

/** One fix for all that is offered, such as volume, issue and pages out of a DOI. */
function offerAll(document: vscode.TextDocument, file: SourceFile, reviews: readonly PlacedReview[]): vscode.CodeAction[] {
  const offered = reviews.filter(({ review }) => review.offer !== undefined);
  if (offered.length < 2) return [];
  const words = offered.map(({ field, review }) => `${field} ${inBrief(review.offer)}`).join(', ');
  const action = fix(document, `Set ${words}`, setFields(file, takeOffers(file.item, offered.map(({ field }) => field))));
  action.isPreferred = true;
  return [action];
}

function fixesFor(document: vscode.TextDocument, file: SourceFile, { field }: PlacedReview): vscode.CodeAction[] {
  if (field === mergeReview) return mergeFixes(document, file);
  const isThere = file.item[field] !== undefined;
  return [
    ...alternativesTo(file.item, field).map((value) => fix(document, `Set ${field} to ${inBrief(value)}`, setFields(file, chooseReading(file.item, field, value)))),
    ...(isThere ? [fix(document, `Keep ${field} as it is`, setFields(file, settle(file.item, [field])))] : []),
    fix(document, `Leave ${field} empty`, setFields(file, { ...(isThere && { [field]: undefined }), ...settle(file.item, [field]) })),
  ];
}

/** Two records were taken for one work, and that is not sure. */
function mergeFixes(document: vscode.TextDocument, file: SourceFile): vscode.CodeAction[] {
  return [
    fix(document, 'They are one work', setFields(file, settle(file.item, [mergeReview]))),
    command('Keep Both: make the second a source of its own', commands.keepBoth, document.uri),
    command('Undo Merge', commands.undoMerge, document.uri),
  ];
}

function inBrief(value: Json | undefined): string {
  const words = valueInWords(value).replace(/\s+/g, ' ');
  return words.length > 80 ? `${words.slice(0, 78)}…` : words;
}

function fix(document: vscode.TextDocument, title: string, edits: readonly TextEdit[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document, edits);
  return action;
}

function command(title: string, name: string, ...given: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: name, arguments: [...given] };
  return action;
}
