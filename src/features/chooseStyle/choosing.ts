/** The picker of styles: the bundled ones and the style files of the workspace, each shown on a source of one's own. */
import * as vscode from 'vscode';
import type { StyleChoice } from '../../core/enginePort';
import { labelText } from '../../core/exits';
import type { Item } from '../../core/source';
import type { App } from '../../host/app';
import { createBox, drawn, type Drawn } from '../../host/boxes';
import { isDraft, loadCiting } from '../../host/drafts';
import { settings } from '../../host/names';
import { readStyle, styleFor } from '../../host/styles';

type Row = vscode.QuickPickItem & { readonly name?: string; readonly style?: StyleChoice };

const styleFiles = '**/*.csl';
const mostFiles = 200;

/** Lets the person choose a style, and sets it where the draft or the workspace says its style. */
export async function chooseStyle(app: App): Promise<void> {
  await app.libraries.ready();
  const document = vscode.window.activeTextEditor?.document;
  const [rows, { name }] = await Promise.all([rowsOf(app), styleFor(document)]);
  const { styleId } = await loadCiting();
  const wanted = await pick(app, rows, (row) => row.name !== undefined && (row.name === name || row.name === styleId(name)));
  if (wanted?.name !== undefined) await setStyle(wanted.name, document);
}

async function rowsOf(app: App): Promise<readonly Row[]> {
  const [listed, files] = await Promise.all([app.engine.listStyles(), vscode.workspace.findFiles(styleFiles, '**/node_modules/**', mostFiles)]);
  const own = await Promise.all(files.map((uri) => fileRow(app, uri)));
  const bundled = (listed.ok ? listed.value : []).map(({ id, title, notes }): Row => ({ label: title, description: notes ? 'notes' : '', name: id, style: { id } }));
  const heading = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [...(own.length > 0 ? [heading('In this workspace'), ...own] : []), heading('Bundled'), ...bundled];
}

async function fileRow(app: App, uri: vscode.Uri): Promise<Row> {
  const path = vscode.workspace.asRelativePath(uri, false);
  const file = await readStyle(uri) ?? { reason: 'it is too large, or can’t be read' };
  const unusable = (reason: string): Row => ({ label: path, description: `can’t be used: ${reason}` });
  if ('reason' in file) return unusable(file.reason);
  const facts = await app.engine.describeStyle(file);
  return facts.ok ? { label: facts.value.title || path, description: path, name: path, style: file } : unusable(facts.reason);
}

/** The picker; the row that is active shows a source of one's own in its style. */
function pick(app: App, styles: readonly Row[], isNow: (row: Row) => boolean): Promise<Row | undefined> {
  const picker = createBox<Row>();
  const rows = drawn(styles);
  const example = exampleOf(app);
  picker.title = 'Citation Style';
  picker.placeholder = 'Journal, publisher or style. The active row shows one of your sources in it';
  picker.matchOnDescription = true;
  picker.items = rows;
  const now = rows.find(isNow);
  if (now !== undefined) picker.activeItems = [now];
  return new Promise((resolve) => {
    let chosen: Row | undefined;
    picker.onDidChangeActive(([row]) => void showExample(app, picker, row, example));
    picker.onDidAccept(() => {
      [chosen] = picker.activeItems;
      picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve(chosen);
    });
    picker.show();
  });
}

/** A source of the library that has an author, a title and a year, else any; none in an empty library. */
function exampleOf(app: App): Item | undefined {
  const items = app.libraries.all.flatMap(({ store }) => [...store.current.sources.values()].slice(0, 200).map(({ item }) => item));
  return items.find(({ author, title, issued, type }) => author !== undefined && title !== undefined && issued !== undefined && type === 'article-journal') ?? items[0];
}

async function showExample(app: App, picker: vscode.QuickPick<Drawn<Row>>, row: Drawn<Row> | undefined, example: Item | undefined): Promise<void> {
  if (row?.style === undefined || example === undefined || row.detail !== undefined) return;
  const made = await app.engine.formatReferences([example], row.style, '');
  if (!made.ok || picker.activeItems[0] !== row) return;
  row.detail = labelText(made.value[0]?.text.trim() ?? '');
  picker.items = [...picker.items];
  picker.activeItems = [row];
}

/** Into the front matter of a draft that names a style there, else into the settings of the workspace. */
async function setStyle(name: string, document: vscode.TextDocument | undefined): Promise<void> {
  const { draftStyle } = await loadCiting();
  const inDraft = document !== undefined && isDraft(document) ? draftStyle(document.getText()) : {};
  if (document !== undefined && inDraft.csl !== undefined && inDraft.span !== undefined) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(inDraft.span.start), document.positionAt(inDraft.span.end)), name);
    await vscode.workspace.applyEdit(edit);
    return;
  }
  const target = vscode.workspace.workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration().update(settings.citationStyle.name, name, target);
}
