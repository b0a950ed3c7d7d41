/** The rows of the tree of views, and what one does with a view. */
import * as vscode from 'vscode';
import type { Change, Source, SourceNote } from '../../core/library';
import { viewNameTaken } from '../../core/problem';
import type { Problem, Severity } from '../../core/problem';
import type { SavedView } from '../../core/queries';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { counted, countedIn, gathered, loadQueries, queryOf } from '../../host/asking';
import type { Gathered } from '../../host/asking';
import { askLine, pickOne } from '../../host/boxes';
import type { Home } from '../../host/libraries';
import { commands, views as viewIds } from '../../host/names';
import { noteItem, oneLine, opening, sourceLabel } from '../../host/nodes';
import type { NoteNode } from '../../host/nodes';
import { tell } from '../../host/notices';
import { rangeOf } from '../../host/positions';
import { askQuery } from '../../host/queryBox';
import { changeViews, viewsOf } from '../../host/savedViews';
import type { ViewsOfHome } from '../../host/savedViews';

type ViewNode = { readonly kind: 'view'; readonly home: Home; readonly path: string; readonly view: SavedView; readonly found: Gathered | undefined };
type PaperNode = { readonly kind: 'paper'; readonly home: Home; readonly view: SavedView; readonly source: Source; readonly notes: readonly SourceNote[] };
type ProblemNode = { readonly kind: 'problem'; readonly home: Home; readonly path: string; readonly text: string; readonly problem: Problem };
export type Node = ViewNode | PaperNode | ProblemNode | (NoteNode & { readonly view: string });

export class ViewRows implements vscode.Disposable {
  readonly #problems = vscode.languages.createDiagnosticCollection('commonplace.views');

  constructor(private readonly app: App, private readonly tell: () => void) {}

  dispose(): void {
    this.#problems.dispose();
  }

  // --- rows ------------------------------------------------------------------------------------------------------

  async childrenOf(node: Node | undefined): Promise<Node[]> {
    if (node === undefined) return (await Promise.all((await this.#read()).map((all) => this.#rowsOf(all)))).flat();
    if (node.kind === 'view') return papersOf(node);
    if (node.kind === 'paper') return node.notes.map(({ source, note }) => ({ kind: 'note', home: node.home, source, note, view: node.view.name }));
    return [];
  }

  async #read(): Promise<readonly ViewsOfHome[]> {
    await this.app.libraries.ready();
    return Promise.all(this.app.libraries.all.map(viewsOf));
  }

  async #rowsOf({ home, path, text, views, problems }: ViewsOfHome): Promise<Node[]> {
    const rows = await Promise.all(views.map(async (view): Promise<Node> => {
      const [found] = await gathered(this.app, view.query, [home]);
      return { kind: 'view', home, path, view, found };
    }));
    return [...problems.map((problem): Node => ({ kind: 'problem', home, path, text, problem })), ...rows];
  }

  /** Looks at the files again: what is broken in them is shown there and in the tree. */
  async check(): Promise<void> {
    this.#problems.clear();
    for (const { home, path, text, views, problems } of await this.#read()) {
      const all = [...problems, ...views.flatMap((view) => view.problems)];
      this.#problems.set(this.app.libraries.uriOf(home, path), all.map((problem) => diagnosticOf(text, problem)));
    }
    this.tell();
  }

  itemOf(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'view': return viewItem(node);
      case 'paper': return paperItem(node);
      case 'problem': return this.#problemItem(node);
      case 'note': return noteItem(node);
    }
  }

  #problemItem({ home, path, text, problem }: ProblemNode): vscode.TreeItem {
    const row = new vscode.TreeItem(problem.message);
    row.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    row.tooltip = problem.message;
    const selection = rangeOf(text, problem.span ?? { start: 0, end: 0 });
    row.command = { command: 'vscode.open', title: 'Show in File', arguments: [this.app.libraries.uriOf(home, path), { selection }] };
    return row;
  }

  // --- what one does with a view ---------------------------------------------------------------------------------

  /** Saves what the command was called on, else a query that is asked for. */
  async save(given: unknown): Promise<void> {
    await this.app.libraries.ready();
    const home = this.app.libraries.of(vscode.window.activeTextEditor?.document.uri);
    if (home === undefined) return;
    const text = queryOf(given) ?? await askQuery(this.app, { title: 'Save as View: Query' });
    if (text === undefined || text.trim() === '') return;
    const { views } = await viewsOf(home);
    const name = await askLine({
      title: 'Save as View: Name', prompt: text, value: suggestedName(text),
      remark: (typed) => (typed.trim() === '' ? 'A view needs a name.' : views.some((view) => view.name === typed.trim()) ? { message: `“${typed.trim()}” is there already; it will get this query.`, severity: vscode.InputBoxValidationSeverity.Warning } : undefined),
    });
    if (name === undefined) return;
    const { saveView } = await loadQueries();
    await this.#done(home, await changeViews(home, (file) => saveView(file, name, text)), `View “${name.trim()}” saved.`);
    await vscode.commands.executeCommand(`${viewIds.views}.focus`, { preserveFocus: true });
  }

  async edit(given: unknown): Promise<void> {
    const node = await this.#chosen(given, 'Edit View');
    if (node === undefined) return;
    const text = await askQuery(this.app, { title: `Edit View “${node.view.name}”`, value: node.view.text });
    const { saveView } = await loadQueries();
    if (text !== undefined && text !== '') await this.#done(node.home, await changeViews(node.home, (file) => saveView(file, node.view.name, text)));
  }

  async rename(given: unknown): Promise<void> {
    const node = await this.#chosen(given, 'Rename View');
    if (node === undefined) return;
    const { views } = await viewsOf(node.home);
    const taken = (typed: string): boolean => typed.trim() !== node.view.name && views.some((view) => view.name === typed.trim());
    const name = await askLine({ title: 'Rename View', value: node.view.name, remark: (typed) => (taken(typed) ? viewNameTaken(typed.trim()).message : undefined) });
    const { renameView } = await loadQueries();
    if (name !== undefined && name.trim() !== '') await this.#done(node.home, await changeViews(node.home, (file) => renameView(file, node.view.name, name)));
  }

  async remove(given: unknown): Promise<void> {
    const node = await this.#chosen(given, 'Delete View');
    if (node === undefined) return;
    const { removeView } = await loadQueries();
    await this.#done(node.home, await changeViews(node.home, (file) => removeView(file, node.view.name)), `View “${node.view.name}” deleted.`);
  }

  /** Opens the file that holds the views, to edit it by hand. */
  async open(): Promise<void> {
    await this.app.libraries.ready();
    const home = this.app.libraries.of(vscode.window.activeTextEditor?.document.uri);
    if (home === undefined) return;
    const { views, path } = await viewsOf(home);
    if (views.length === 0) await changeViews(home, () => []);
    await vscode.window.showTextDocument(this.app.libraries.uriOf(home, path));
  }

  /** The view of a row; called without one, a view that is picked. */
  async #chosen(given: unknown, title: string): Promise<Pick<ViewNode, 'home' | 'view'> | undefined> {
    if (typeof given === 'object' && given !== null && 'kind' in given && given.kind === 'view') return given as ViewNode;
    const rows = (await this.#read()).flatMap(({ home, views }) => views.map((view) => ({ label: view.name, description: view.text, home, view })));
    if (typeof given === 'string') return rows.find(({ label }) => label === given);
    return pickOne(rows, { title, placeHolder: rows.length === 0 ? 'No views yet: filter the sources, then save the filter as a view' : 'Which view?' });
  }

  async #done(home: Home, change: Change, said?: string): Promise<void> {
    report(this.app, change.problems);
    await this.check();
    if (change.undo.length === 0 || said === undefined) return;
    void tell(said, 'Undo').then(async (chosen) => {
      if (chosen !== 'Undo') return;
      report(this.app, await home.store.undo(change.undo));
      await this.check();
    });
  }
}

/** The words of a query as a name: `hedging against`. */
const suggestedName = (text: string): string => text.replace(/(?<!\p{L})\p{L}{1,30}[:=<>]{1,3}|[#"()]/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 60);

/** Sources with notes that fit, then those that fit as a whole. */
function papersOf({ home, view, found }: ViewNode): PaperNode[] {
  const papers = new Map<Source, SourceNote[]>();
  for (const one of found?.notes ?? []) papers.set(one.source, [...papers.get(one.source) ?? [], one]);
  for (const source of found?.sources ?? []) if (!papers.has(source)) papers.set(source, []);
  return [...papers].map(([source, notes]) => ({ kind: 'paper', home, view, source, notes }));
}

function viewItem({ home, view, found, path }: ViewNode): vscode.TreeItem {
  const { message } = view.problems[0] ?? {};
  const row = new vscode.TreeItem(view.name, vscode.TreeItemCollapsibleState.Collapsed);
  const count = found === undefined ? '' : countedIn([found]);
  row.id = `${home.folder.uri.toString()} ${path} ${view.name}`;
  row.description = message === undefined ? count : `${message} ${count}`;
  row.tooltip = [view.text, count, ...view.problems.map((problem) => problem.message)].filter((line) => line !== '').join('\n');
  row.iconPath = message === undefined ? new vscode.ThemeIcon('filter') : new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  row.contextValue = 'view';
  row.command = { command: commands.showPassages, title: 'Show Passages', arguments: [view.text] };
  row.accessibilityInformation = { label: [`View ${view.name}`, view.text, count, message ?? ''].filter((part) => part !== '').join(', ') };
  return row;
}

function paperItem({ home, view, source, notes }: PaperNode): vscode.TreeItem {
  const row = new vscode.TreeItem(sourceLabel(source.item) || source.item.id, notes.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed);
  row.id = `${home.folder.uri.toString()} view ${view.name} ${source.handle}`;
  row.description = [notes.length > 0 ? counted(notes.length, 'note') : '', oneLine(source.item.title ?? '')].filter((part) => part !== '').join(' · ');
  row.iconPath = new vscode.ThemeIcon('file-text');
  row.contextValue = 'paper';
  if (notes.length === 0) row.command = opening({ kind: 'source', home, source });
  return row;
}

const severities: { readonly [S in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, information: vscode.DiagnosticSeverity.Information,
};

function diagnosticOf(text: string, problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(text, problem.span ?? { start: 0, end: 0 }), problem.message, severities[problem.severity]);
  diagnostic.code = problem.code;
  diagnostic.source = 'Commonplace';
  return diagnostic;
}

