/** The edit that gives citation keys other names, wherever they stand: decided on the texts as they are. */
import * as vscode from 'vscode';
import type { DraftReading } from '../core/citations';
import { draftsOtherwiseEncoded, fileNameFor, noteFilesOf, readSourceFile, relationSpans, renamed, renamedKeys, setFields } from '../core/library';
import type { Source } from '../core/library';
import type { TextEdit } from '../core/source';
import { report } from './app';
import type { App } from './app';
import { loadCiting, type Draft } from './drafts';
import { bibliographiesOf } from './keysInFiles';
import { uriAt } from './knownSources';
import type { Home } from './libraries';
import { openDocument } from './openDocument';
import { rangesOf } from './positions';

/** Keys of one library and their new names. */
export type Renames = { readonly home: Home; readonly names: ReadonlyMap<string, string> };

/** `here`: a bibliography that the person works in, which needs no confirmation. `confirmAll`: every change is shown before it is made. `onFile` hears of each file that was looked at. */
export type HowToRename = { readonly here?: vscode.Uri; readonly confirmAll?: boolean; readonly cancelled?: vscode.CancellationToken; readonly onFile?: () => void };

/** How often the edit is decided anew when a text has changed meanwhile. */
const mostAttempts = 3;

/**
 * Everything that changes: drafts in every syntax, the sources’ own files, notes that relate to them and, once confirmed, linked
 * bibliographies. Undefined when the texts changed again and again while they were read, or the person cancelled.
 */
export async function planRenames(app: App, renames: readonly Renames[], how: HowToRename = {}): Promise<vscode.WorkspaceEdit | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const plan = new Plan(app, how);
    for (const one of renames) if (one.home.store.vanished === undefined) await plan.add(one);
    if (how.cancelled?.isCancellationRequested === true) return undefined;
    if (plan.isOvertaken) continue;
    if (plan.otherwiseEncoded.length > 0) report(app, [draftsOtherwiseEncoded(plan.otherwiseEncoded)]);
    return plan.edit;
  }
  return undefined;
}

type OwnFile = { readonly uri: vscode.Uri; readonly path: string; readonly source: Source };

class Plan {
  readonly edit = new vscode.WorkspaceEdit();
  /** Drafts that are left alone since their bytes are no UTF-8. */
  readonly otherwiseEncoded: string[] = [];
  readonly #decidedOn = new Map<vscode.TextDocument, number>();
  /** Addresses that a file of this plan is given. */
  readonly #claimed = new Set<string>();

  constructor(private readonly app: App, private readonly how: HowToRename) {}

  /** Has an open document changed since the edit of its text was decided? */
  get isOvertaken(): boolean {
    return [...this.#decidedOn].some(([document, version]) => document.isClosed || document.version !== version);
  }

  async add({ home, names }: Renames): Promise<void> {
    const drafts = (await this.app.drafts.all()).filter(({ uri }) => this.app.libraries.of(uri) === home);
    const mentioned = new Set(drafts.filter((draft) => mentions(draft, names)).map(({ uri }) => uri.toString()));
    const own = ownFiles(home);
    await this.#inDrafts(drafts.filter(({ uri }) => mentioned.has(uri.toString())), own, names);
    await this.#inSources(home, own, mentioned, names);
    await this.#inBibliographies(home, names);
  }

  /** Asked before each file. */
  #isCancelled(): boolean {
    this.how.onFile?.();
    return this.how.cancelled?.isCancellationRequested === true;
  }

  #note(uri: vscode.Uri): void {
    const open = openDocument(uri);
    if (open !== undefined) this.#decidedOn.set(open, open.version);
  }

  #textOf(uri: vscode.Uri): Promise<string | undefined> {
    this.#note(uri);
    return this.app.drafts.textOf(uri);
  }

  async #inDrafts(drafts: readonly Draft[], own: readonly OwnFile[], names: Renames['names']): Promise<void> {
    const ours = new Set(own.map(({ uri }) => uri.toString()));
    for (const { uri } of drafts) {
      if (this.#isCancelled()) return;
      if (ours.has(uri.toString())) continue;
      this.#note(uri);
      const reading = await this.app.drafts.readingAt(uri);
      // The editor would save other bytes than were there in place of what is not UTF-8.
      if (reading?.text.includes('\uFFFD') === true) this.otherwiseEncoded.push(vscode.workspace.asRelativePath(uri));
      else if (reading !== undefined) this.#put(uri, reading.text, await citationEdits(reading, names), this.#shown('Drafts'));
    }
  }

  /** The sources’ own files, renamed with their keys, and every file whose notes or text name one of the keys. */
  async #inSources(home: Home, own: readonly OwnFile[], mentioned: ReadonlySet<string>, names: Renames['names']): Promise<void> {
    const { readDraft } = await loadCiting();
    const taken = new Set(own.map(({ path }) => path));
    for (const { uri, path, source } of own) {
      if (this.#isCancelled()) return;
      const name = names.get(source.item.id);
      if (name === undefined && !mentioned.has(uri.toString()) && !relatedKeys(source).some((key) => names.has(key))) continue;
      const text = await this.#textOf(uri);
      if (text === undefined || isFrozen(home, path, text)) continue;
      const edits = [
        ...name === undefined ? [] : setFields(readSourceFile(text), { id: name }), ...await citationEdits(readDraft('markdown', text), names), ...relationEdits(text, source, names),
      ];
      // The editor moves files before it changes texts: those of a moved file are changed where it is then.
      this.#put(name !== undefined && path === source.path ? this.#moved(home, { uri, path, source }, name, taken) : uri, text, edits, this.#shown('Sources'));
    }
  }

  /** A source’s file under a name that fits its new key; gives where it is then. */
  #moved(home: Home, { uri, path }: OwnFile, name: string, taken: ReadonlySet<string>): vscode.Uri {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const at = (file: string): vscode.Uri => uriAt(home, `${folder}${file}`);
    const file = fileNameFor(name, (candidate) => this.#claimed.has(at(candidate).toString()) || (taken.has(`${folder}${candidate}`) && `${folder}${candidate}` !== path));
    this.#claimed.add(at(file).toString());
    if (`${folder}${file}` === path) return uri;
    this.edit.renameFile(uri, at(file), {}, this.#shown('Sources'));
    return at(file);
  }

  /** Somebody’s reference manager may own these files: the person is asked to confirm. */
  async #inBibliographies(home: Home, names: Renames['names']): Promise<void> {
    for (const { path, uri } of bibliographiesOf(home, this.how.here)) {
      const text = await this.#textOf(uri);
      const edits = text === undefined ? [] : renamedKeys(path, text, names);
      const isHere = uri.toString() === this.how.here?.toString();
      if (text !== undefined) this.#put(uri, text, edits, isHere ? undefined : {
        label: `Linked bibliography: ${path}`, needsConfirmation: true, description: 'A program that keeps this file may write the old key again.',
      });
    }
  }

  #shown(label: string): vscode.WorkspaceEditEntryMetadata | undefined {
    return this.how.confirmAll === true ? { label, needsConfirmation: true } : undefined;
  }

  #put(uri: vscode.Uri, text: string, edits: readonly TextEdit[], metadata?: vscode.WorkspaceEditEntryMetadata): void {
    const ranges = rangesOf(text, edits);
    edits.forEach((edit, index) => this.edit.replace(uri, ranges[index] as vscode.Range, edit.text, metadata));
  }
}

/** A file that is damaged or in conflict is not written to; of one that may be cut short everything stays. */
const isFrozen = (home: Home, path: string, text: string): boolean =>
  [home.store.heldAt(path)?.frozen, readSourceFile(text).frozen].some((frozen) => frozen !== undefined && frozen !== 'cut-short');

const ownFiles = (home: Home): readonly OwnFile[] =>
  [...home.store.current.sources.values()].flatMap((source) => noteFilesOf(source).map((path) => ({ uri: uriAt(home, path), path, source })));

const mentions = ({ places, facts }: Draft, names: Renames['names']): boolean =>
  (places.size < names.size ? [...places.keys()].some((key) => names.has(key)) : [...names.keys()].some((key) => places.has(key)))
  || facts.some(({ kind, name }) => kind === 'entry' && names.has(name));

/** The keys of the sources on whose notes the notes of this one bear. */
const relatedKeys = ({ notes }: Source): readonly string[] => [...new Set(notes.flatMap(({ links = [] }) => links.map(({ target }) => target.split('#', 1)[0] ?? '')))];

async function citationEdits(reading: DraftReading, names: Renames['names']): Promise<readonly TextEdit[]> {
  const { renameKeys } = await loadCiting();
  return renameKeys(reading, names);
}

const relationEdits = (text: string, source: Source, names: Renames['names']): readonly TextEdit[] =>
  relatedKeys(source).flatMap((key) => (names.has(key) ? renamed(relationSpans(text, key), names.get(key) as string) : []));
