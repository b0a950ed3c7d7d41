/** What the commands that export do: choose a form and a place, write the bibliography there, and say what came of it. */
import * as vscode from 'vscode';
import type { ExportFormat } from '../../core/exports';
import { exported, noDraftInView, noSources, nothingCited } from '../../core/problem';
import type { Problem } from '../../core/problem';
import { inSlices } from '../../core/slices';
import type { Item } from '../../core/source';
import { report, type App } from '../../host/app';
import { pickOne } from '../../host/boxes';
import { citedIn, draftInView } from '../../host/cited';
import { nodesFrom } from '../../host/nodes';
import { tell } from '../../host/notices';
import { mayWriteTo } from '../../host/trust';

/** What is exported: the items, keys that have none, the name of the file without its ending, and the folder it is offered in. */
type Export = { readonly items: readonly Item[]; readonly unknown: readonly string[]; readonly name: string; readonly folder: vscode.Uri | undefined };

/** What the draft in view cites. */
export async function exportCited(app: App): Promise<void> {
  const document = draftInView(app);
  if (document === undefined) return report(app, [noDraftInView()]);
  const cited = await citedIn(app, document);
  if (cited === undefined || cited.draft.items.length === 0) return report(app, [nothingCited()]);
  const folder = document.isUntitled ? app.libraries.of(undefined)?.folder.uri : vscode.Uri.joinPath(document.uri, '..');
  const stem = (document.uri.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '') || 'draft';
  await write(app, { items: cited.draft.items, unknown: cited.unknown, name: `${stem}-cited`, folder });
}

/** The rows or keys that were given; without any, every source of the window. */
export async function exportSources(app: App, given: unknown): Promise<void> {
  await app.libraries.ready();
  const chosen = nodesFrom(app.libraries, given).map(({ source }) => source.item);
  const every = app.libraries.all.flatMap(({ store }) => [...store.current.sources.values()].map(({ item }) => item));
  const items = [...new Map((chosen.length > 0 ? chosen : every).map((item) => [item.id, item])).values()];
  if (items.length === 0) return report(app, [noSources()]);
  await write(app, { items, unknown: [], name: items.length === 1 ? (items[0] as Item).id : chosen.length > 0 ? 'selected-sources' : 'all-sources', folder: app.libraries.all[0]?.folder.uri });
}

type Row = vscode.QuickPickItem & { readonly format: ExportFormat; readonly ending: string };

const forms: { readonly [F in ExportFormat]: Omit<Row, 'format'> } = {
  'biblatex': { label: 'BibLaTeX', description: '.bib', detail: 'For LaTeX with biblatex and biber, for Pandoc, and for reference managers', ending: 'bib' },
  'bibtex': { label: 'BibTeX', description: '.bib', detail: 'For LaTeX with bibtex and its styles, such as natbib', ending: 'bib' },
  'ris': { label: 'RIS', description: '.ris', detail: 'For EndNote, Zotero, Mendeley and other reference managers', ending: 'ris' },
  'csl-json': { label: 'CSL JSON', description: '.json', detail: 'For Pandoc and Zotero', ending: 'json' },
  'csl-yaml': { label: 'CSL YAML', description: '.yaml', detail: 'For Pandoc, to be read by people too', ending: 'yaml' },
};

async function write(app: App, wanted: Export): Promise<void> {
  const row = await askForm(wanted.items.length);
  if (row === undefined) return;
  const target = await askPlace(wanted, row);
  if (target === undefined) return;
  // The dialog has asked before a file that is there is written over.
  if (!mayWriteTo(app, target)) return;
  const problem = await save(app, target, wanted.items, row.format);
  if (problem !== undefined) return report(app, [problem]);
  const name = vscode.workspace.asRelativePath(target);
  const chosen = await tell(exported(wanted.items.length, name, wanted.unknown).message, 'Open');
  if (chosen === 'Open') await vscode.window.showTextDocument(target);
}

async function askForm(count: number): Promise<Row | undefined> {
  const rows = (Object.keys(forms) as ExportFormat[]).map((format) => ({ ...forms[format], format }));
  return pickOne(rows, { title: `Export ${count === 1 ? '1 Source' : `${count} Sources`}`, placeHolder: 'In which form?', matchOnDetail: true });
}

function askPlace({ name, folder }: Export, { label, ending }: Row): Thenable<vscode.Uri | undefined> {
  const file = `${name.replace(/[^\p{L}\p{N}_.-]+/gu, '-')}.${ending}`;
  return vscode.window.showSaveDialog({ title: 'Export Sources', saveLabel: 'Export', filters: { [label]: [ending] }, ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }) });
}

/** Writes the file; gives what went wrong. Thousands of entries are written slice by slice. */
function save(app: App, target: vscode.Uri, items: readonly Item[], format: ExportFormat): Thenable<Problem | undefined> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: `Exporting ${items.length} sources` }, async () => {
    const { writingBibliography } = await import('../../core/exports');
    const { text } = await inSlices(writingBibliography(items, format), app.engine.breathe?.bind(app.engine));
    return app.writeOut(target, new TextEncoder().encode(text));
  });
}
