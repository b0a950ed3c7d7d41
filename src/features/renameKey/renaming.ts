/** The edit that renames a citation key: decided on the texts as they stand. */
import * as vscode from 'vscode';
import { fileNameFor, keySpans, noteFilesOf, readSourceFile, relationSpans, renamed, safeKey, setFields } from '../../core/library';
import type { Source } from '../../core/library';
import { keyTaken, keyUnfit, noKeyHere, renameOvertaken } from '../../core/problem';
import type { Problem } from '../../core/problem';
import type { TextEdit } from '../../core/source';
import { report } from '../../host/app';
import type { App } from '../../host/app';
import { loadCiting } from '../../host/drafts';
import { bibliographiesOf, keyHere } from '../../host/keysInFiles';
import type { KeyHere } from '../../host/keysInFiles';
import { uriAt } from '../../host/knownSources';
import type { Home } from '../../host/libraries';
import { openDocument } from '../../host/openDocument';
import { rangesOf } from '../../host/positions';

/** The key that would be renamed at a position. */
export async function renamedHere(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<{ readonly range: vscode.Range; readonly placeholder: string }> {
  const { key, range } = await known(app, document, position);
  return { range, placeholder: key };
}

/** How often the edit is decided anew when a text has changed meanwhile. */
const mostAttempts = 3;

/**
 * Everything that changes when the key at a position gets another name. A refusal is told, and gives an edit that changes
 * nothing: after an error the editor would let another extension rename what stands there, such as a link in Markdown.
 */
export async function renameKey(app: App, document: vscode.TextDocument, position: vscode.Position, name: string): Promise<vscode.WorkspaceEdit> {
  const { key } = await known(app, document, position);
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    await app.libraries.of(document.uri)?.store.reload();
    const refused = unfit(app, document, key, name.trim());
    if (refused !== undefined) return refuse(app, refused);
    const renaming = new Renaming(app, document, key, name.trim());
    const edit = await renaming.run();
    if (!renaming.isOvertaken) return edit;
  }
  return refuse(app, renameOvertaken());
}

function refuse(app: App, problem: Problem): vscode.WorkspaceEdit {
  report(app, [problem]);
  return new vscode.WorkspaceEdit();
}

/** A name that a program would read differently, or that is another source’s, would break citations. */
function unfit(app: App, document: vscode.TextDocument, key: string, name: string): Problem | undefined {
  const fit = safeKey(name);
  if (name === '' || fit !== name.normalize('NFC')) return keyUnfit(name, fit);
  return name !== key && app.libraries.find(name, document.uri) !== undefined ? keyTaken(name) : undefined;
}

async function known(app: App, document: vscode.TextDocument, position: vscode.Position): Promise<KeyHere> {
  await app.libraries.ready();
  const here = await keyHere(app, document, position);
  if (here === undefined) throw new Error(noKeyHere().message);
  return here;
}

class Renaming {
  readonly #edit = new vscode.WorkspaceEdit();
  readonly #home: Home | undefined;
  readonly #decidedOn = new Map<vscode.TextDocument, number>();

  constructor(private readonly app: App, private readonly document: vscode.TextDocument, private readonly key: string, private readonly name: string) {
    this.#home = app.libraries.of(document.uri);
  }

  async run(): Promise<vscode.WorkspaceEdit> {
    await this.#inDrafts();
    await this.#inSources();
    await this.#inBibliographies();
    return this.#edit;
  }

  /** Has an open document changed since the edit of its text was decided? */
  get isOvertaken(): boolean {
    return [...this.#decidedOn].some(([document, version]) => document.isClosed || document.version !== version);
  }

  #note(uri: vscode.Uri): void {
    const open = openDocument(uri);
    if (open !== undefined) this.#decidedOn.set(open, open.version);
  }

  #textOf(uri: vscode.Uri): Promise<string | undefined> {
    this.#note(uri);
    return this.app.drafts.textOf(uri);
  }

  async #inDrafts(): Promise<void> {
    const { renameKey: renameIn } = await loadCiting();
    const own = new Set(this.#ownFiles().map(({ uri }) => uri.toString()));
    for (const draft of await this.app.drafts.all()) {
      const mentions = draft.places.has(this.key) || draft.facts.some(({ kind, name }) => kind === 'entry' && name === this.key);
      if (!mentions || own.has(draft.uri.toString()) || this.app.libraries.of(draft.uri) !== this.#home) continue;
      this.#note(draft.uri);
      const reading = await this.app.drafts.readingAt(draft.uri);
      if (reading !== undefined) this.#put(draft.uri, reading.text, renameIn(reading, this.key, this.name));
    }
  }

  #ownFiles(): readonly { readonly uri: vscode.Uri; readonly path: string; readonly source: Source }[] {
    const home = this.#home;
    if (home === undefined) return [];
    return [...home.store.current.sources.values()].flatMap((source) => noteFilesOf(source).map((path) => ({ uri: uriAt(home, path), path, source })));
  }

  /** The source’s own file, renamed with its key, and every file whose notes or text name the key. */
  async #inSources(): Promise<void> {
    const { readDraft, renameKey: renameIn } = await loadCiting();
    for (const { uri, path, source } of this.#ownFiles()) {
      const isIt = source.item.id === this.key;
      const relates = source.notes.some(({ links = [], text }) => links.some(({ target }) => target.startsWith(`${this.key}#`)) || text.includes(this.key));
      if (!isIt && !relates) continue;
      const text = await this.#textOf(uri);
      if (text === undefined) continue;
      const file = readSourceFile(text);
      const body = renameIn(readDraft('markdown', text), this.key, this.name);
      const edits = [...isIt ? setFields(file, { id: this.name }) : [], ...body, ...renamed(relationSpans(text, this.key), this.name)];
      // The editor moves files before it changes texts: those of a moved file are changed where it is then.
      this.#put(isIt && path === source.path ? this.#moved(uri, source) : uri, text, edits);
    }
  }

  /** The source’s file under a name that fits the new key; gives where it is then. */
  #moved(uri: vscode.Uri, { path = '' }: Source): vscode.Uri {
    const taken = new Set(this.#ownFiles().map((one) => one.path));
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const file = fileNameFor(this.name, (candidate) => taken.has(`${folder}${candidate}`) && `${folder}${candidate}` !== path);
    if (`${folder}${file}` === path || this.#home === undefined) return uri;
    const target = uriAt(this.#home, `${folder}${file}`);
    this.#edit.renameFile(uri, target);
    return target;
  }

  /** Somebody’s reference manager may own these files: the person is asked to confirm. */
  async #inBibliographies(): Promise<void> {
    for (const { path, uri } of bibliographiesOf(this.app, this.document)) {
      const text = await this.#textOf(uri);
      const spans = text === undefined ? [] : keySpans(path, text, this.key);
      if (text === undefined || spans.length === 0) continue;
      const here = uri.toString() === this.document.uri.toString();
      this.#put(uri, text, renamed(spans, this.name), here ? undefined : {
        label: `Linked bibliography: ${path}`, needsConfirmation: true, description: 'A program that keeps this file may write the old key again.',
      });
    }
  }

  #put(uri: vscode.Uri, text: string, edits: readonly TextEdit[], metadata?: vscode.WorkspaceEditEntryMetadata): void {
    const ranges = rangesOf(text, edits);
    edits.forEach((edit, index) => this.#edit.replace(uri, ranges[index] as vscode.Range, edit.text, metadata));
  }
}
