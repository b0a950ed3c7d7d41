/** The rows of the draft one writes in, and its count in the status bar. */
import * as vscode from 'vscode';
import type { CitedSource, DraftReading, Finding } from '../../core/citations';
import type { App } from '../../host/app';
import { isDraft, loadCiting } from '../../host/drafts';
import type { Found } from '../../host/libraries';
import { views } from '../../host/names';
import { noteItem, oneLine, sourceLabel } from '../../host/nodes';
import type { NoteNode } from '../../host/nodes';
import { inStatusBar } from '../../host/notices';
import { rangesOf } from '../../host/positions';

type CitedNode = { readonly kind: 'cited'; readonly document: vscode.TextDocument; readonly cited: CitedSource; readonly found: Found | undefined };
type PlaceNode = { readonly kind: 'place'; readonly document: vscode.TextDocument; readonly range: vscode.Range; readonly locator: string | undefined };
type GroupNode = { readonly kind: 'group'; readonly label: string; readonly icon: string; readonly nodes: readonly Node[] };
export type Node = CitedNode | PlaceNode | GroupNode | NoteNode;

/** How long after a change the view is made anew, in milliseconds; where that takes long, the pause is so many times as long, for nobody reads the view while typing. */
const pause = { shortest: 400, times: 4 } as const;

export class ThisDraft implements vscode.Disposable {
  readonly #app: App;
  readonly #tree: vscode.TreeView<Node>;
  readonly #tell: () => void;
  readonly #status = vscode.window.createStatusBarItem('commonplace.citations', vscode.StatusBarAlignment.Right, 90);
  #document: vscode.TextDocument | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the rows took when they were last made, in milliseconds. */
  #took = 0;

  /** `tell` makes the tree ask for its rows again. */
  constructor(app: App, tree: vscode.TreeView<Node>, tell: () => void) {
    this.#app = app;
    this.#tree = tree;
    this.#tell = tell;
    this.#status.name = 'Citations of This Draft';
    this.#status.command = `${views.thisDraft}.focus`;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#status.dispose();
  }

  /** The draft that was last looked at stays, while one looks at a source or a setting. */
  follow(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isDraft(editor.document) && this.#app.libraries.atFile(editor.document.uri) === undefined) {
      if (editor.document !== this.#document) this.#took = 0;
      this.#document = editor.document;
    }
    this.#letGo();
    this.soon();
  }

  /** A draft that was closed is one no longer, nor is one that turns out to be a source file: the editor may open such a file before the library is read. */
  #letGo(): void {
    if (this.#document === undefined || (!this.#document.isClosed && this.#app.libraries.atFile(this.#document.uri) === undefined)) return;
    this.#document = undefined;
    this.#tree.description = '';
    this.#tree.message = '';
  }

  /** A document was edited or closed. */
  touched(document: vscode.TextDocument): void {
    if (document === this.#document) this.soon();
  }

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#letGo();
      this.#tell();
      void this.#count();
    }, Math.max(pause.shortest, pause.times * this.#took));
  }

  async #count(): Promise<void> {
    const document = this.#document;
    const reading = document && await this.#app.drafts.reading(document);
    if (document === undefined || reading === undefined || vscode.window.activeTextEditor?.document !== document) return this.#status.hide();
    const unknown = new Set((await this.#findings(document, reading)).filter(({ problem }) => problem.code === 'citation-unknown').map(({ key }) => key)).size;
    const sources = new Set(reading.keys).size;
    if (reading.citations.length === 0) return this.#status.hide();
    const words = `${counted(reading.citations.length, 'citation')} of ${counted(sources, 'source')}`;
    this.#status.text = [inStatusBar('quote', String(reading.citations.length)), ...(unknown > 0 ? [inStatusBar('warning', String(unknown))] : [])].join(' ');
    this.#status.tooltip = unknown > 0 ? `${words}; ${counted(unknown, 'key')} that no source has` : words;
    this.#status.accessibilityInformation = { label: this.#status.tooltip };
    this.#status.show();
  }

  async #findings(document: vscode.TextDocument, reading: DraftReading): Promise<readonly Finding[]> {
    const sources = await (await this.#app.inScope()).of(document, reading);
    if (sources === undefined) return [];
    const { checkCitations } = await loadCiting();
    return checkCitations(reading, sources.known).filter(({ key }) => this.#app.libraries.find(key, document.uri) === undefined);
  }

  async childrenOf(node?: Node): Promise<Node[]> {
    if (node === undefined) return this.#document === undefined ? [] : this.#roots(this.#document);
    if (node.kind === 'group') return [...node.nodes];
    return node.kind === 'cited' ? placesOf(node) : [];
  }

  async #roots(document: vscode.TextDocument): Promise<Node[]> {
    await this.#app.libraries.ready();
    const reading = await this.#app.drafts.reading(document);
    this.#letGo();
    if (reading === undefined || this.#document !== document) return [];
    const begun = performance.now();
    const { citedSources, citesNothingYet, usedNotes } = await loadCiting();
    const unknown = new Set((await this.#findings(document, reading)).filter(({ problem }) => problem.code === 'citation-unknown').map(({ key }) => key));
    // LaTeX alone knows second keys.
    const findKey = (key: string): Found | undefined => (reading.syntax === 'latex' ? this.#app.libraries.findCited(key, document.uri) : this.#app.libraries.find(key, document.uri));
    const all = citedSources(reading).map((cited): CitedNode => ({ kind: 'cited', document, cited, found: findKey(cited.key) }));
    const notes = all.flatMap(({ found, cited }) => (found?.source.notes ?? []).map((note) => ({ key: cited.key, found: found as Found, note })));
    const used = usedNotes(reading, notes);
    const unused = notes.filter(({ note }) => !used.has(note)).map(({ found, note }): NoteNode => ({ kind: 'note', ...found, note }));
    this.#took = performance.now() - begun;
    const path = vscode.workspace.asRelativePath(document.uri, false);
    this.#tree.description = path;
    // A view without rows shows its welcome unless something is said there. An empty text takes it away.
    this.#tree.message = all.length > 0 ? '' : citesNothingYet(path);
    return [
      ...group('Keys that no source has', 'warning', all.filter(({ cited }) => unknown.has(cited.key))),
      ...all.filter(({ cited }) => !unknown.has(cited.key)),
      ...group('Notes not used yet', 'note', unused),
    ];
  }

  itemOf(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'cited': return citedItem(node);
      case 'place': return placeItem(node);
      case 'note': return noteItem(node);
      case 'group': return groupItem(node);
    }
  }
}

const group = (label: string, icon: string, nodes: readonly Node[]): GroupNode[] => (nodes.length === 0 ? [] : [{ kind: 'group', label, icon, nodes }]);
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function placesOf({ document, cited }: CitedNode): Node[] {
  const ranges = rangesOf(document.getText(), cited.places.map((place) => ({ ...place.cited.span, end: Math.min(place.cited.span.end, document.getText().length) })));
  return cited.places.map((place, index) => ({ kind: 'place', document, range: ranges[index] as vscode.Range, locator: place.cited.locator }));
}

function citedItem({ document, cited, found }: CitedNode): vscode.TreeItem {
  const row = new vscode.TreeItem(found === undefined ? cited.key : sourceLabel(found.source.item), vscode.TreeItemCollapsibleState.Collapsed);
  const times = cited.places.length === 1 ? '' : `${cited.places.length}×`;
  row.id = `${document.uri.toString()} ${cited.key}`;
  row.description = [times, cited.locators.slice(0, 6).map(oneLine).join(', '), oneLine(found?.source.item.title ?? '')].filter((part) => part !== '').join(' · ');
  row.iconPath = new vscode.ThemeIcon(found === undefined ? 'question' : 'file-text');
  row.contextValue = found === undefined ? 'unknownKey' : 'citedSource';
  row.accessibilityInformation = { label: [row.label as string, `cited ${counted(cited.places.length, 'time')}`, cited.locators.join(', '), found?.source.item.title ?? 'no source has this key'].filter((part) => part !== '').join(', ') };
  return row;
}

function placeItem({ document, range, locator }: PlaceNode): vscode.TreeItem {
  const line = document.lineAt(Math.min(range.start.line, document.lineCount - 1)).text.trim();
  const row = new vscode.TreeItem(oneLine(line));
  row.description = [`line ${range.start.line + 1}`, locator ?? ''].filter((part) => part !== '').join(' · ');
  row.iconPath = new vscode.ThemeIcon('quote');
  row.command = { command: 'vscode.open', title: 'Go to Citation', arguments: [document.uri, { preview: true, selection: range }] };
  return row;
}

function groupItem({ label, icon, nodes }: GroupNode): vscode.TreeItem {
  const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  row.id = label;
  row.description = String(nodes.length);
  row.iconPath = new vscode.ThemeIcon(icon);
  return row;
}

/** A range, or its four numbers as a link in a hover has them. */
function rangeFrom(given: unknown): vscode.Range | undefined {
  if (given instanceof vscode.Range) return given;
  const numbers: readonly unknown[] = Array.isArray(given) ? given : [];
  const [line, character, endLine, endCharacter] = numbers.filter((one): one is number => Number.isSafeInteger(one) && (one as number) >= 0);
  return line === undefined || character === undefined || endLine === undefined || endCharacter === undefined ? undefined : new vscode.Range(line, character, endLine, endCharacter);
}

/** Shows a place of a draft: its address and its range. */
export async function goTo(uri: unknown, range: unknown): Promise<void> {
  const target = typeof uri === 'string' ? vscode.Uri.parse(uri, true) : uri;
  const selection = rangeFrom(range);
  if (target instanceof vscode.Uri && selection !== undefined) await vscode.window.showTextDocument(target, { selection });
}

