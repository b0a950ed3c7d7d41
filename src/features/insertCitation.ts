/** Cite: pick sources by any word of author, title, year, tag or key, and put the citation where the cursor is. */
import * as vscode from 'vscode';
import { insertCitation, syntaxOf } from '../core/citations';
import { locatorText } from '../core/notes';
import { noDraft, noSources } from '../core/problem';
import type { CiteRequest } from '../core/citations';
import { report } from '../host/app';
import type { App } from '../host/app';
import { commands } from '../host/names';
import { nodesFrom } from '../host/nodes';
import type { NoteNode, SourceNode } from '../host/nodes';
import { workspaceEdit } from '../host/positions';
import { pickSources } from '../host/sourcePicker';

export function register(app: App): vscode.Disposable {
  return vscode.commands.registerCommand(commands.insertCitation, (given: unknown, chosen: unknown) => cite(app, given, chosen));
}

async function cite(app: App, given: unknown, chosen: unknown): Promise<void> {
  const editor = draftEditor();
  if (editor === undefined) return report(app, [noDraft()]);
  await app.libraries.ready();
  const nodes = nodesFrom(app.libraries, Array.isArray(chosen) ? chosen : given);
  const requests = nodes.length > 0 ? nodes.map(requestFor) : await pickRequests(app, editor.document.uri);
  if (requests.length > 0) await insert(editor, requests);
}

/** The editor one drafts in: the active one, or from a tree the draft that is visible. */
function draftEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const cites = (editor: vscode.TextEditor): boolean => syntaxOf(editor.document.languageId) !== undefined;
  return activeTextEditor !== undefined && cites(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(cites);
}

/** A note brings its page. */
function requestFor(node: SourceNode | NoteNode): CiteRequest {
  const locator = 'note' in node ? node.note.locator : undefined;
  return { key: node.source.item.id, ...(locator !== undefined && { locator: locatorText(locator) }) };
}

async function pickRequests(app: App, draft: vscode.Uri): Promise<readonly CiteRequest[]> {
  if (app.libraries.all.every((home) => home.store.current.sources.size === 0)) {
    report(app, [noSources()]);
    return [];
  }
  const found = await pickSources(app, { title: 'Insert Citation', many: true, from: draft });
  return found.map(({ source }) => ({ key: source.item.id }));
}

async function insert(editor: vscode.TextEditor, requests: readonly CiteRequest[]): Promise<void> {
  const { document } = editor;
  const syntax = syntaxOf(document.languageId);
  if (syntax === undefined) return;
  const { edits, cursor } = insertCitation(syntax, document.getText(), document.offsetAt(editor.selection.active), requests);
  if (!(await vscode.workspace.applyEdit(workspaceEdit(document, edits)))) return;
  const at = document.positionAt(cursor);
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  shown.selection = new vscode.Selection(at, at);
}
