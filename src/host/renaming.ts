/** The edit that gives citation keys other names, wherever they stand: decided on the texts as they are. */
import * as vscode from 'vscode';
import { fileNameFor, keySpans, readSourceFile, relationSpans, renamed, setFields } from '../core/library';
import type { Source } from '../core/library';
import type { TextEdit } from '../core/source';
import type { App } from './app';
import { loadCiting, type Draft } from './drafts';
import { bibliographiesOf } from './keysInFiles';
import { uriAt } from './knownSources';
import type { Home } from './libraries';
import { rangesOf } from './positions';

/** Keys of one library and their new names. */
export type Renames = { readonly home: Home; readonly names: ReadonlyMap<string, string> };

/** `here`: a bibliography that the person works in, which needs no confirmation. `confirmAll`: every change is shown before it is made. */
export type HowToRename = { readonly here?: vscode.Uri; readonly confirmAll?: boolean };

/** Everything that changes: drafts in every syntax, the sources’ own files, notes that relate to them and, once confirmed, linked bibliographies. */
export async function planRenames(app: App, renames: readonly Renames[], how: HowToRename = {}): Promise<vscode.WorkspaceEdit> {
  const plan = new Plan(app, how);
  for (const one of renames) await plan.add(one);
  return plan.edit;
}

/** So many keys are looked for in every linked bibliography. */
const few = 20;

type OwnFile = { readonly uri: vscode.Uri; readonly source: Source };

class Plan {
  readonly edit = new vscode.WorkspaceEdit();
  /** Paths that a file of this plan is given. */
  readonly #claimed = new Set<string>();

  constructor(private readonly app: App, private readonly how: HowToRename) {}

  async add({ home, names }: Renames): Promise<void> {
    const drafts = new Map((await this.app.drafts.all()).filter(({ uri }) => this.app.libraries.of(uri) === home).map((draft) => [draft.uri.toString(), draft]));
    const own = ownFiles(home);
    await this.#inDrafts([...drafts.values()], own, names);
    await this.#inSources(home, own, drafts, names);
    await this.#inBibliographies(home, names);
  }

  async #inDrafts(drafts: readonly Draft[], own: readonly OwnFile[], names: Renames['names']): Promise<void> {
    const ours = new Set(own.map(({ uri }) => uri.toString()));
    for (const draft of drafts) {
      const text = ours.has(draft.uri.toString()) || !mentions(draft, names) ? undefined : await this.app.drafts.textOf(draft.uri);
      if (text !== undefined) this.#put(draft.uri, text, await editsIn(draft, text, names), this.#shown('Drafts'));
    }
  }

  /** The sources’ own files, renamed with their keys, and every file whose notes or text name one of the keys. */
  async #inSources(home: Home, own: readonly OwnFile[], drafts: ReadonlyMap<string, Draft>, names: Renames['names']): Promise<void> {
    const taken = new Set(own.map(({ source }) => source.path as string));
    for (const { uri, source } of own) {
      const draft = drafts.get(uri.toString());
      const name = names.get(source.item.id);
      const relates = source.notes.some(({ links = [] }) => links.some(({ target }) => names.has(target.split('#', 1)[0] ?? '')));
      if (name === undefined && !relates && (draft === undefined || !mentions(draft, names))) continue;
      const text = await this.app.drafts.textOf(uri);
      if (text === undefined) continue;
      const edits = [
        ...name === undefined ? [] : setFields(readSourceFile(text), { id: name }), ...await editsIn({ syntax: 'markdown', citations: [], ...draft }, text, names), ...relationEdits(text, source, names),
      ];
      // The editor moves files before it changes texts: those of a moved file are changed where it is then.
      this.#put(name === undefined ? uri : this.#moved(home, uri, source.path ?? '', name, taken), text, edits, this.#shown('Sources'));
    }
  }

  /** A source’s file under a name that fits its new key; gives where it is then. */
  #moved(home: Home, uri: vscode.Uri, path: string, name: string, taken: ReadonlySet<string>): vscode.Uri {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const isTaken = (file: string): boolean => this.#claimed.has(`${home.folder.uri.toString()} ${folder}${file}`) || (taken.has(`${folder}${file}`) && `${folder}${file}` !== path);
    const file = fileNameFor(name, isTaken);
    this.#claimed.add(`${home.folder.uri.toString()} ${folder}${file}`);
    if (`${folder}${file}` === path) return uri;
    const target = uriAt(home, `${folder}${file}`);
    this.edit.renameFile(uri, target, {}, this.#shown('Sources'));
    return target;
  }

  /** Somebody’s reference manager may own these files: the person is asked to confirm. */
  async #inBibliographies(home: Home, names: Renames['names']): Promise<void> {
    for (const { path, uri } of bibliographiesOf(home, this.how.here)) {
      const isHere = uri.toString() === this.how.here?.toString();
      const recorded = new Set(home.store.recorded.bibliographies.get(path)?.map(({ item }) => item.id));
      // Entries may refer to one of another file; for many keys only those are looked for that the file records.
      const found = [...names].filter(([key]) => names.size <= few || recorded.has(key));
      const text = found.length === 0 ? undefined : await this.app.drafts.textOf(uri);
      const edits = text === undefined ? [] : found.flatMap(([key, name]) => renamed(keySpans(path, text, key), name));
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

function ownFiles(home: Home): readonly OwnFile[] {
  return [...home.store.current.sources.values()].flatMap((source) => (source.path === undefined ? [] : [{ uri: uriAt(home, source.path), source }]));
}

const mentions = ({ places, facts }: Draft, names: Renames['names']): boolean =>
  (places.size < names.size ? [...places.keys()].some((key) => names.has(key)) : [...names.keys()].some((key) => places.has(key)))
  || facts.some(({ kind, name }) => kind === 'entry' && names.has(name));

async function editsIn({ syntax, citations }: Pick<Draft, 'syntax' | 'citations'>, text: string, names: Renames['names']): Promise<readonly TextEdit[]> {
  const { readDraft, renameKey } = await loadCiting();
  // The commands that the draft’s citations were found by.
  const citeCommands = [...new Set(citations.map(({ command }) => command.replace(/\*$/, '')))];
  const reading = readDraft(syntax, text, { citeCommands });
  const there = new Set([...reading.citations.flatMap(({ keys }) => keys.map(({ key }) => key)), ...reading.facts.filter(({ kind }) => kind === 'entry').map(({ name }) => name)]);
  return [...there].flatMap((key) => (names.has(key) ? renameKey(reading, key, names.get(key) as string) : []));
}

function relationEdits(text: string, { notes }: Source, names: Renames['names']): readonly TextEdit[] {
  const keys = new Set(notes.flatMap(({ links = [] }) => links.map(({ target }) => target.split('#', 1)[0] ?? '')));
  return [...keys].flatMap((key) => (names.has(key) ? renamed(relationSpans(text, key), names.get(key) as string) : []));
}
