/** The work of resolving a conflict: as one edit of the open document, which can be undone and which the person saves. */
import * as vscode from 'vscode';
import { replacing } from '../../core/edits';
import { readSourceFile, removeNote } from '../../core/library';
import type { PlacedNote, SourceFile } from '../../core/library';
import { mergeSourceFiles, sidesOf } from '../../core/merge';
import type { MergedFile } from '../../core/merge';
import { conflictUnreadable, noConflictHere } from '../../core/problem';
import type { TextEdit } from '../../core/source';
import { looksLikeCodebook, mergeCodebooks } from '../../core/tagging';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { commands } from '../../host/names';
import { tell } from '../../host/notices';
import { workspaceEdit } from '../../host/positions';

/** Merge the conflict in the file that is given, else in the one before the person. Gives what came of it. */
export async function mergeByNote(app: App, given: unknown): Promise<MergedFile | undefined> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  const document = uri && await vscode.workspace.openTextDocument(uri);
  const merged = document && await mergedFrom(app, document);
  if (merged === undefined || document === undefined) return undefined;
  await vscode.window.showTextDocument(document, { preview: false });
  const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const text = merged.text.replace(/\r?\n/g, lineEnd);
  await vscode.workspace.applyEdit(workspaceEdit(document, [replacing(document.getText(), text)]));
  void tell(outcomeOf(merged));
  return merged;
}

async function mergedFrom(app: App, document: vscode.TextDocument): Promise<MergedFile | undefined> {
  const text = document.getText();
  const sides = sidesOf(text);
  if (sides === undefined) return void report(app, [/^<{7} /m.test(text) ? conflictUnreadable() : noConflictHere()]);
  const base = sides.base ?? await baseFromGit(document.uri);
  const merge = looksLikeCodebook(sides.ours) && looksLikeCodebook(sides.theirs) ? mergeCodebooks : mergeSourceFiles;
  const merged = await merge({ ...sides, ...(base !== undefined && { base }) }, app.engine);
  if (merged === undefined) report(app, [conflictUnreadable()]);
  return merged;
}

function outcomeOf({ text, notes, fields }: MergedFile): string {
  const kept = [notes > 0 ? `${notes} ${notes === 1 ? 'note' : 'notes'}` : '', fields.length > 0 ? fields.join(', ') : ''].filter((part) => part !== '');
  const marked = kept.length === 0 ? 'Both versions are joined' : `Both versions are joined. Kept in both versions and marked ${looksLikeCodebook(text) ? 'by comments, “# theirs:”' : 'in Problems'}: ${kept.join(' and ')}`;
  return `${marked}. Look it over, then save and stage the file.`;
}

// --- what both versions came from ------------------------------------------------------------------------------------

/** As much of VS Code’s own git extension as is asked of it. */
type Git = { getAPI(version: 1): { getRepository(uri: vscode.Uri): { show(ref: string, path: string): Promise<string> } | null } };

/** The version that both sides came from, which git keeps as stage 1 while the conflict lasts; undefined where it can’t be had. */
async function baseFromGit(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const git = vscode.extensions.getExtension<Git>('vscode.git');
    const repository = (await git?.activate())?.getAPI(1).getRepository(uri);
    return await repository?.show(':1', uri.fsPath);
  } catch {
    return undefined;
  }
}

// --- quick fixes -----------------------------------------------------------------------------------------------------

/** On a conflict, merging it; on a note that stands in two versions, which of them to keep. */
export function fixes(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const conflict = diagnostics.find(({ code }) => code === 'merge-conflict');
  if (conflict !== undefined) return [mergeFix(document, conflict)];
  const file = readSourceFile(document.getText());
  return diagnostics.flatMap((diagnostic) => {
    const at = document.offsetAt(diagnostic.range.start);
    const placed = file.notes.find(({ heading, note }) => heading.start === at && note.twin !== undefined);
    return placed === undefined ? [] : twinFixes(document, file, placed, diagnostic);
  });
}

function mergeFix(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction('Merge By Note', vscode.CodeActionKind.QuickFix);
  action.command = { command: commands.mergeByNote, title: action.title, arguments: [document.uri] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

function twinFixes(document: vscode.TextDocument, file: SourceFile, placed: PlacedNote, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const other = file.notes.find(({ note }) => note.id === placed.note.twin);
  const fix = (title: string, edits: readonly TextEdit[]): vscode.CodeAction => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = workspaceEdit(document, edits);
    action.diagnostics = [diagnostic];
    return action;
  };
  return [
    ...(other === undefined ? [] : [fix('Keep This Version', [...removeNote(file, other), ...renamed(file, placed, `note ${other.note.id}`)])]),
    ...(other === undefined ? [] : [fix('Keep the Other Version', removeNote(file, placed))]),
    fix('Keep Both as Notes of Their Own', renamed(file, placed, `note ${placed.note.id}`)),
  ];
}

/** The note’s comment without the mark, under the name that links to it know. */
function renamed({ text }: SourceFile, { span, note }: PlacedNote, name: string): TextEdit[] {
  const at = text.indexOf(`<!-- note ${note.id}`, span.start);
  const end = text.indexOf('-->', at);
  if (at < 0 || at >= span.end || end < 0) return [];
  const words = text.slice(at, end).replace(`note ${note.id}`, name).replace(/\stwin=[^\s"]+/, '');
  return [{ start: at, end, text: words }];
}
