/** Cite: pick sources by any word of author, title, year, tag or key, say where in them, and put the citation where the cursor is. */
import * as vscode from 'vscode';
import { draftStyle, insertCitation, localLocator, syntaxOf } from '../../core/citations';
import type { CiteManner, CiteRequest, Syntax } from '../../core/citations';
import { noDraft, noSources } from '../../core/problem';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { favouritesFor, remember } from '../../host/favourites';
import { commands } from '../../host/names';
import { nodesFrom } from '../../host/nodes';
import type { NoteNode, SourceNode } from '../../host/nodes';
import { workspaceEdit } from '../../host/positions';
import { requestOf, withDetails, type Choice } from './choice';
import { askDetails } from './detailsPicker';
import { chooseManner, keepManner, mannerFor, mannerInWords } from './manner';
import { showPicker, wantDetails } from './picker';

export function register(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.insertCitation, (given: unknown, chosen: unknown) => cite(app, given, chosen)),
    vscode.commands.registerCommand(commands.citationDetails, wantDetails),
  );
}

async function cite(app: App, given: unknown, chosen: unknown): Promise<void> {
  const editor = draftEditor();
  const syntax = editor && syntaxOf(editor.document.languageId);
  if (editor === undefined || syntax === undefined) return report(app, [noDraft()]);
  await app.libraries.ready();
  const nodes = nodesFrom(app.libraries, Array.isArray(chosen) ? chosen : given);
  const wanted = nodes.length > 0
    ? { requests: nodes.map((node) => requestFor(node, editor.document)), manner: mannerFor(app, editor.document) }
    : await pick(app, editor, syntax);
  if (wanted !== undefined && wanted.requests.length > 0) await insert(app, editor, syntax, wanted.requests, wanted.manner);
}

/** The editor one drafts in: the active one, or from a tree the draft that is visible. */
function draftEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const cites = (editor: vscode.TextEditor): boolean => syntaxOf(editor.document.languageId) !== undefined;
  return activeTextEditor !== undefined && cites(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(cites);
}

const languageOf = (document: vscode.TextDocument): string | undefined => draftStyle(document.getText()).lang;

/** A note brings its page. */
function requestFor(node: SourceNode | NoteNode, document: vscode.TextDocument): CiteRequest {
  const locator = 'note' in node ? node.note.locator : undefined;
  return { key: node.source.item.id, ...(locator !== undefined && { locator: localLocator(locator, languageOf(document)) }) };
}

type Wanted = { readonly requests: readonly CiteRequest[]; readonly manner: CiteManner };

/** Goes between the picker and what it opens until something is cited or the person leaves. */
async function pick(app: App, { document }: vscode.TextEditor, syntax: Syntax): Promise<Wanted | undefined> {
  if (app.libraries.all.every((home) => home.store.current.sources.size === 0)) {
    report(app, [noSources()]);
    return undefined;
  }
  const choice: Choice = { typed: '', ticked: [], details: new Map(), manner: mannerFor(app, document) };
  const favoured = favouritesFor(app, document);
  for (;;) {
    const step = await showPicker(app, document, choice, favoured, mannerInWords(syntax, document.getText(), choice.manner));
    if (step === undefined) return undefined;
    if (step.kind === 'cite') return { requests: step.found.map((found) => requestOf(choice, found)), manner: choice.manner };
    if (step.kind === 'manner') {
      choice.manner = await chooseManner(syntax, document.getText(), choice.manner) ?? choice.manner;
      await keepManner(app, document, choice.manner);
      continue;
    }
    const { source } = step.found;
    withDetails(choice, source.item.id, await askDetails(source, choice.details.get(source.item.id) ?? {}, languageOf(document)));
    if (!choice.ticked.some((one) => one.source === source)) choice.ticked = [...choice.ticked, step.found];
    choice.typed = '';
  }
}

async function insert(app: App, editor: vscode.TextEditor, syntax: Syntax, requests: readonly CiteRequest[], manner: CiteManner): Promise<void> {
  const { document } = editor;
  const { edits, cursor } = insertCitation(syntax, document.getText(), document.offsetAt(editor.selection.active), requests, manner);
  if (edits.length > 0 && !(await vscode.workspace.applyEdit(workspaceEdit(document, edits)))) return;
  await remember(app, requests.map(({ key }) => key));
  const at = document.positionAt(cursor);
  const shown = await vscode.window.showTextDocument(document, editor.viewColumn);
  shown.selection = new vscode.Selection(at, at);
}
