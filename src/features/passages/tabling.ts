/** The literature table of a tag, a view or a query, as a file. */
import * as vscode from 'vscode';
import type { LiteratureRows } from '../../core/gathering';
import { nothingGathered } from '../../core/problem';
import type { TableFormat } from '../../core/tables';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { gathered } from '../../host/asking';
import type { Gathered } from '../../host/asking';
import { asked, loadGathering } from './asked';
import { pickOne } from '../../host/boxes';
import { tell } from '../../host/notices';
import { mayWriteTo } from '../../host/trust';

type Form = vscode.QuickPickItem & { readonly rows: LiteratureRows };

export async function exportTable(app: App, given: unknown): Promise<void> {
  const what = await asked(app, given, 'Literature Table Of');
  if (what === undefined) return;
  const found = await gathered(app, what.query);
  if (found.every(({ notes, sources }) => notes.length + sources.length === 0)) return report(app, [nothingGathered(what.text)]);
  const rows = await askRows();
  const uri = rows && await askFile(app, what.text);
  if (rows !== undefined && uri !== undefined) await write(app, what.text, found, rows, uri);
}

async function askRows(): Promise<LiteratureRows | undefined> {
  const forms: readonly Form[] = [
    { label: 'One Row for Each Source', detail: 'Concept, citation, main idea, notes, cross-references, quotations', rows: 'source' },
    { label: 'One Row for Each Passage', detail: 'Each cited with its page', rows: 'passage' },
  ];
  return (await pickOne(forms, { title: 'Literature Table' }))?.rows;
}

/** Where to, and by the ending in which form. */
async function askFile(app: App, text: string): Promise<vscode.Uri | undefined> {
  const home = app.libraries.of(vscode.window.activeTextEditor?.document.uri);
  const name = `literature ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ').trim()}`.trim().slice(0, 60);
  return vscode.window.showSaveDialog({
    title: 'Literature Table', ...(home && { defaultUri: vscode.Uri.joinPath(home.folder.uri, `${name}.xlsx`) }),
    filters: { 'Excel': ['xlsx'], 'CSV': ['csv'], 'Markdown': ['md'] },
  });
}

/** Writes the table; also called by its tests, which can’t answer a dialog of the system. */
export async function write(app: App, text: string, found: readonly Gathered[], rows: LiteratureRows, uri: vscode.Uri): Promise<void> {
  if (!mayWriteTo(app, uri)) return;
  const { literatureTable } = await loadGathering();
  const { tableFormats, tableWriters } = await import('../../core/tables');
  const tables = found.map(({ home, notes, sources }) => literatureTable(text.trim() === '' ? 'Literature' : text, notes, sources, home.store.current, rows));
  const [first] = tables;
  if (first === undefined) return;
  const ending = uri.path.slice(uri.path.lastIndexOf('.') + 1).toLowerCase();
  const format: TableFormat = tableFormats.find((one) => one === ending) ?? 'csv';
  const { bytes, problems } = tableWriters[format].write({ ...first, rows: tables.flatMap((table) => table.rows) });
  const failed = await app.writeOut(uri, bytes);
  if (failed !== undefined) return report(app, [failed]);
  report(app, problems);
  if (format === 'md') await vscode.window.showTextDocument(uri);
  else void tell(`Literature table saved as ${uri.path.split('/').at(-1) ?? ''}.`, 'Show in Folder').then((chosen) => chosen === undefined ? undefined : vscode.commands.executeCommand('revealFileInOS', uri));
}
