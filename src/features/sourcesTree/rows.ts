/** The rows of the tree of sources: grouped, filtered, each with its abstract, its notes and the places that cite it. */
import * as vscode from 'vscode';
import { joined, markdown, markdownText } from '../../core/exits';
import { groupings, outlining } from '../../core/library';
import type { Group, Grouping, Library, Source } from '../../core/library';
import { inSlices } from '../../core/slices';
import { creatorsOf, fullName, reviewsOf } from '../../core/source';
import type { ParsedQuery } from '../../core/queries';
import { report, type App } from '../../host/app';
import { gathered, loadQueries } from '../../host/asking';
import { pickOne } from '../../host/boxes';
import type { Place } from '../../host/drafts';
import { editorMarkdown } from '../../host/editorMarkdown';
import { foreignText } from '../../host/foreignText';
import type { Home } from '../../host/libraries';
import { carriedFrom, carriedMime, carryNotes, notesIn } from '../../host/carried';
import { pageIn } from '../../host/copiedPage';
import { commands, contextKeys, views } from '../../host/names';
import { nodesFrom, oneLine, opening, sourceItem } from '../../host/nodes';
import { rangesOf } from '../../host/positions';
import type { NoteNode, SourceNode } from '../../host/nodes';
import { relatedItem, relationItem, relationsOf } from '../../host/relations';
import type { RelationNode } from '../../host/relations';
import type { RowChanges } from '../../host/rowChanges';
import { askQuery } from '../../host/queryBox';

export { decorationOf } from '../../host/nodes';

export type Node =
  | { readonly kind: 'folder'; readonly home: Home }
  | { readonly kind: 'group'; readonly home: Home; readonly group: Group }
  | SourceNode
  /** A source in outline, while the library is being read: only to be seen, opened and unfolded. */
  | (Omit<SourceNode, 'kind'> & { readonly kind: 'head' })
  | NoteNode
  | (Omit<SourceNode, 'kind'> & { readonly kind: 'abstract' })
  | RelationNode
  | { readonly kind: 'cited'; readonly places: readonly Place[] }
  | { readonly kind: 'place'; readonly place: Place };

const groupingKey = 'commonplace.grouping';

export class SourceRows {
  readonly #app: App;
  readonly #view: vscode.TreeView<Node>;
  readonly #tell: () => void;
  /** The filter as it was typed, and as it was understood. */
  #filter = '';
  #query: ParsedQuery | undefined;
  /** The sources that were unfolded since the tree was last made: only below them it says where they are cited. */
  readonly #unfolded = new Set<Node>();
  /** The libraries whose rows the tree last asked for. */
  #laidOut: readonly Library[] | undefined;
  /** Settles when the last row that was asked for is made. */
  #lastMade: Promise<unknown> = Promise.resolve();

  /** `tell` makes the tree ask for its rows again. */
  constructor(app: App, view: vscode.TreeView<Node>, tell: () => void) {
    this.#app = app;
    this.#view = view;
    this.#tell = tell;
  }

  // --- filter and grouping ---------------------------------------------------------------------------------------

  /** A box whose every letter filters the tree at once; Escape brings back what was there. */
  async askFilter(): Promise<void> {
    const before = this.#filter;
    const save = { icon: 'save', tooltip: 'Save as View…', press: (text: string) => void vscode.commands.executeCommand(commands.saveView, text) };
    const taken = await askQuery(this.#app, { title: 'Filter Sources', value: before, changed: (text) => void this.filter(text), button: save });
    if (taken === undefined) await this.filter(before);
  }

  async filter(text: string): Promise<void> {
    const { parseQuery } = await loadQueries();
    this.#filter = text.trim();
    this.#query = parseQuery(this.#filter);
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, this.#filter !== '');
    this.#refresh();
  }

  /** Saves the filter as a view; without a filter, a query that is asked for. */
  async saveFilter(): Promise<void> {
    await vscode.commands.executeCommand(commands.saveView, this.#filter === '' ? undefined : this.#filter);
  }

  get #grouping(): Grouping {
    const kept = this.#app.extension.workspaceState.get<string>(groupingKey);
    return groupings.find((grouping) => grouping === kept) ?? 'none';
  }

  async askGrouping(): Promise<void> {
    const now = this.#grouping;
    const rows = groupings.map((grouping) => ({ label: groupingLabels[grouping], grouping, description: grouping === now ? 'now' : '' }));
    const chosen = await pickOne(rows, { title: 'Group Sources By', placeHolder: groupingLabels[now] });
    if (chosen === undefined) return;
    await this.#app.extension.workspaceState.update(groupingKey, chosen.grouping);
    this.#refresh();
  }

  #refresh(): void {
    const { message } = this.#query?.problems[0] ?? {};
    this.#view.description = this.#filter === '' ? '' : `“${this.#filter}”`;
    // An empty text takes the message away.
    this.#view.message = message ?? '';
    this.#tell();
  }

  // --- rows ------------------------------------------------------------------------------------------------------

  async childrenOf(node?: Node): Promise<Node[]> {
    if (node?.kind === 'source' || node?.kind === 'head') this.#unfolded.add(node);
    if (node !== undefined) return this.#partsOf(node);
    this.#unfolded.clear();
    await (this.#filter === '' ? this.#glimpsed() : this.#app.libraries.ready());
    this.#laidOut = this.#shown();
    void vscode.commands.executeCommand('setContext', contextKeys.loaded, true);
    const homes = this.#app.libraries.all;
    if (homes.length === 1) return this.#contentsOf(homes[0]!);
    const contents = await Promise.all(homes.map((home) => this.#contentsOf(home)));
    return homes.filter((_, at) => (contents[at] ?? []).length > 0).map((home) => ({ kind: 'folder', home }));
  }

  /** A library tells of what the tree doesn't show, too: of files that are read while its outline stands here. */
  libraryChanged(changes: RowChanges<Node>): void {
    const now = this.#shown();
    if (now.length !== this.#laidOut?.length || now.some((library, at) => library !== this.#laidOut?.[at])) changes.all();
  }

  #shown(): readonly Library[] {
    return this.#app.libraries.all.map(libraryIn);
  }

  /** A filter may ask what is cited; the rows of sources say nothing of it otherwise. */
  draftsChanged(changes: RowChanges<Node>): void {
    if (this.#filter !== '') changes.all();
    else changes.some([...this.#unfolded]);
  }

  /** Of a large library there are a few rows at first; the bar above them runs until there are all. */
  async #glimpsed(): Promise<void> {
    const { libraries } = this.#app;
    await libraries.glimpsed();
    const partly = libraries.all.some(({ store }) => store.glimpse !== store.outline);
    if (partly) void vscode.window.withProgress({ location: { viewId: views.sources } }, () => libraries.shown());
  }

  async #partsOf(node: Node): Promise<Node[]> {
    switch (node.kind) {
      case 'folder': return this.#contentsOf(node.home);
      case 'group': return this.#nodesOf(node.home, node.group.sources);
      case 'head': return this.#partsOfHead(node);
      case 'source': return this.#partsOfSource(node);
      case 'cited': return node.places.map((place) => ({ kind: 'place', place }));
      case 'note': return [...relationsOf(node)];
      case 'abstract': case 'place': case 'relation': return [];
    }
  }

  async #contentsOf(home: Home): Promise<Node[]> {
    const library = libraryIn(home);
    const kept = this.#filter === '' || this.#query === undefined ? undefined : new Set((await gathered(this.#app, this.#query.query, [home]))[0]?.sources);
    const work = outlining(library, this.#grouping, (source) => kept === undefined || kept.has(source));
    const { engine } = this.#app;
    const groups = await inSlices(work, engine.breathe?.bind(engine));
    if (this.#grouping !== 'none') return groups.map((group) => ({ kind: 'group', home, group }));
    return groups.flatMap((group) => this.#nodesOf(home, group.sources));
  }

  /** What stands in the library as it was read is a source; anything else is only its outline. */
  #nodesOf(home: Home, sources: readonly Source[]): Node[] {
    const whole = home.store.current.sources;
    return sources.map((source) => ({ kind: whole.get(source.handle) === source ? 'source' as const : 'head' as const, home, source }));
  }

  async #partsOfHead({ home, source: { handle } }: Omit<SourceNode, 'kind'>): Promise<Node[]> {
    await this.#app.libraries.ready();
    const source = home.store.current.sources.get(handle);
    return source === undefined ? [] : this.#partsOfSource({ kind: 'source', home, source });
  }

  async #partsOfSource({ home, source }: SourceNode): Promise<Node[]> {
    const places = await this.#app.drafts.placesOf(source.item.id);
    return [
      ...(source.item.abstract === undefined ? [] : [{ kind: 'abstract' as const, home, source }]),
      ...source.notes.map((note) => ({ kind: 'note' as const, home, source, note })),
      { kind: 'cited', places },
    ];
  }

  /** The editor asks for all rows of a level at once, ten thousand of them: they are made one after the other, with pauses. */
  itemInTurn(node: Node): Promise<vscode.TreeItem> {
    const made = this.#lastMade.then(() => this.#app.engine.breathe?.()).then(() => this.itemOf(node));
    this.#lastMade = made.then(() => undefined, () => undefined);
    return made;
  }

  itemOf(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'folder': return new vscode.TreeItem(node.home.folder.name, vscode.TreeItemCollapsibleState.Expanded);
      case 'group': return groupItem(node.home, node.group);
      case 'source': return sourceItem(node);
      case 'head': return headItem(node);
      case 'note': return relatedItem(node);
      case 'relation': return relationItem(node);
      case 'abstract': return abstractItem(node);
      case 'cited': return citedItem(node.places);
      case 'place': return placeItem(node.place);
    }
  }

  /** The long tooltip of a source, made only when somebody rests on it, and what a click does, when somebody clicks: the editor holds both for each row that has them. */
  async resolved(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (node.kind === 'source') item.tooltip = sourceTooltip(node);
    if (node.kind === 'source') item.command = await (isLinked(node) ? this.#openingEntry(node) : opening(node));
    // What is done with a source in outline is told by its name, so that it is done with the source itself.
    if (node.kind === 'head') item.command = { command: commands.openSource, title: 'Open Source', arguments: [node.source.handle] };
    return item;
  }

  /** An entry of a bibliography is opened as {@link opening} does, where it stands. */
  async #openingEntry({ home, source }: SourceNode): Promise<vscode.Command> {
    const uri = this.#app.libraries.uriOf(home, source.bibliography ?? '');
    const start = home.store.entryOf(source)?.start ?? 0;
    const text = await this.#app.drafts.textOf(uri) ?? '';
    const [selection] = rangesOf(text, [{ start: Math.min(start, text.length), end: Math.min(start, text.length) }]);
    return { command: 'vscode.open', title: 'Open Source', arguments: [uri, { preview: true, selection }] };
  }

  // --- drag and copy ---------------------------------------------------------------------------------------------

  /** Copies what a command was called on, else what is chosen in the tree. */
  async copy(given: unknown): Promise<void> {
    const nodes = nodesFrom(this.#app.libraries, given);
    const { copySources } = await import('../../host/copied');
    await copySources(this.#app, nodes.length > 0 ? nodes : this.#view.selection.filter(isCitable));
  }

  /** A draft takes the citation or the quotation; anything else gets the keys. */
  drag(nodes: readonly Node[], data: vscode.DataTransfer): void {
    const citable = nodes.filter(isCitable);
    if (citable.length === 0) return;
    data.set(carriedMime, new vscode.DataTransferItem(JSON.stringify(carriedFrom(citable))));
    data.set(treeMime, new vscode.DataTransferItem(citable));
    carryNotes(citable, data);
    data.set('text/plain', new vscode.DataTransferItem(citable.map(({ source }) => `@${source.item.id}`).join('; ')));
  }

  // --- drop ------------------------------------------------------------------------------------------------------

  /** A note dropped on a note is related to it; dropped files are imported, dropped text is pasted, of a page with what only its HTML says. */
  async drop(data: vscode.DataTransfer, target?: Node): Promise<void> {
    const notes = notesIn(data);
    if (notes.length > 0 && target?.kind === 'note') return vscode.commands.executeCommand(commands.relateNotes, notes, target);
    if (notes.length > 0 || data.get(treeMime) !== undefined) return;
    const list = await data.get('text/uri-list')?.asString();
    const uris = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')).map((line) => vscode.Uri.parse(line));
    const files = uris.filter((uri) => uri.scheme !== 'http' && uri.scheme !== 'https');
    if (files.length > 0) return vscode.commands.executeCommand(commands.importFiles, files);
    const contents = await this.#fileTexts(data);
    const page = contents === undefined ? await pageIn(data) : { text: contents };
    const given = page.text === '' && page.html === undefined ? { text: list ?? '' } : page;
    if (`${given.text}${given.html ?? ''}`.trim() !== '') await vscode.commands.executeCommand(commands.pasteSources, given);
  }

  /** Files dragged from outside into a browser come as contents, without an address. Of one that is no text the reason is told. */
  async #fileTexts(data: vscode.DataTransfer): Promise<string | undefined> {
    const files = [...data].flatMap(([, item]) => item.asFile() ?? []);
    if (files.length === 0) return undefined;
    const read = await Promise.all(files.map(async (file) => foreignText(file.name, await file.data())));
    report(this.#app, read.flatMap((one) => ('code' in one ? [one] : one.doubt ?? [])));
    return read.flatMap((one) => ('text' in one ? [one.text] : [])).join('\n\n');
  }
}

const treeMime = `application/vnd.code.tree.${views.sources}`;

const isLinked = ({ source: { path, bibliography } }: SourceNode): boolean => path === undefined && bibliography !== undefined;

/** A source in outline looks the same. */
function headItem(node: Omit<SourceNode, 'kind'>): vscode.TreeItem {
  const row = sourceItem(node);
  row.contextValue = 'head';
  return row;
}

const libraryIn = ({ store }: Home): Library => store.glimpse ?? store.current;

const isCitable = (node: Node): node is SourceNode | NoteNode => node.kind === 'source' || node.kind === 'note';

const groupingLabels: { readonly [G in Grouping]: string } = {
  none: 'No Groups', year: 'Year', author: 'Author', type: 'Type', tag: 'Tag',
};

function groupItem(home: Home, group: Group): vscode.TreeItem {
  const row = new vscode.TreeItem(group.label, vscode.TreeItemCollapsibleState.Collapsed);
  row.id = `${home.folder.uri.toString()} group ${group.id}`;
  row.description = String(group.sources.length);
  row.contextValue = 'group';
  return row;
}

function abstractItem({ home, source }: Omit<SourceNode, 'kind'>): vscode.TreeItem {
  const row = new vscode.TreeItem('Abstract');
  row.description = oneLine(source.item.abstract ?? '').slice(0, 200);
  row.iconPath = new vscode.ThemeIcon('list-selection');
  row.tooltip = editorMarkdown(joined((source.item.abstract ?? '').split(/\n\s*\n/).map(markdownText), markdown`\n\n`));
  row.command = opening({ kind: 'source', home, source });
  return row;
}

function citedItem(places: readonly Place[]): vscode.TreeItem {
  const row = new vscode.TreeItem(
    places.length === 0 ? 'Not cited yet' : `Cited in ${places.length} ${places.length === 1 ? 'place' : 'places'}`,
    places.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
  );
  row.iconPath = new vscode.ThemeIcon('references');
  return row;
}

function placeItem({ uri, line, text }: Place): vscode.TreeItem {
  const row = new vscode.TreeItem(`${vscode.workspace.asRelativePath(uri)}:${line + 1}`);
  row.description = text;
  row.iconPath = vscode.ThemeIcon.File;
  row.resourceUri = uri;
  const selection = new vscode.Range(line, 0, line, 0);
  row.command = { command: 'vscode.open', title: 'Open', arguments: [uri, { selection }] };
  return row;
}

/** Foreign text goes in as text, never as Markdown. */
function sourceTooltip({ source }: SourceNode): vscode.MarkdownString {
  const { item } = source;
  const lines = [
    creatorsOf(item).map(fullName).join(', '), item['container-title'] ?? '', item.DOI === undefined ? '' : `DOI ${item.DOI}`,
    `Key: ${item.id}`, source.bibliography === undefined ? '' : `From ${source.bibliography}`,
    ...[...reviewsOf(item)].map(([field, review]) => `Look at ${field}: ${review.why}`),
  ];
  return editorMarkdown(joined([markdown`**${markdownText(item.title ?? item.id)}**`, ...lines.filter((line) => line !== '').map(markdownText)], markdown`\n\n`));
}
