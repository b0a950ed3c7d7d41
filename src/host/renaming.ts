/** What changes where citation keys get other names, wherever they stand: decided on the texts as they are. */
import * as vscode from 'vscode';
import type { DraftReading } from '../core/citations';
import { filesOtherwiseEncoded, fileNameFor, keysOf, movedKeys, noteFilesOf, readManyQuietly, readSourceFile, relationSpans, renamed, renamedKeys, renamedSecondKeys, setFields } from '../core/library';
import type { Source } from '../core/library';
import type { FileText } from '../core/library/files';
import type { TextEdit } from '../core/source';
import { utf8Text } from '../core/utf8';
import { report } from './app';
import type { App } from './app';
import type { FileChange } from './changeFiles';
import { loadCiting, type Draft } from './drafts';
import { bibliographiesOf } from './keysInFiles';
import { uriAt } from './knownSources';
import { relativePath, type Home } from './libraries';
import { openDocument } from './openDocument';
import { rangesOf } from './positions';

/** Keys of one library and their new names. */
export type Renames = { readonly home: Home; readonly names: ReadonlyMap<string, string> };

/** `here`: a bibliography that the person works in, which needs no confirmation. `mends`: what an earlier renaming that was cut short left is renamed too. `onFile` hears of each file that was looked at. */
export type HowToRename = { readonly here?: vscode.Uri; readonly mends?: true; readonly cancelled?: vscode.CancellationToken; readonly onFile?: () => void };

/** One file that changes. `linked`: the path of a bibliography that somebody else may keep, which is only changed when the person agrees. */
export type RenamedFile = FileChange & { readonly part: 'Drafts' | 'Sources' | 'Bibliographies'; readonly linked?: string };

/** How often the edit is decided anew when a text has changed meanwhile. */
const mostAttempts = 3;
/** So many files are read together. */
const atOnce = 64;

/**
 * Everything that changes: drafts in every syntax first, then the sources’ own files, with notes that relate to them, and linked
 * bibliographies. A change that was cut short goes on where it stopped when it is made again: what cites changes before what is cited.
 * Undefined when the texts changed again and again while they were read, or the person cancelled.
 */
export async function planRenames(app: App, renames: readonly Renames[], how: HowToRename = {}): Promise<readonly RenamedFile[] | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const plan = new Plan(app, how);
    for (const one of renames) if (one.home.store.vanished === undefined) await plan.add(one);
    if (how.cancelled?.isCancellationRequested === true) return undefined;
    if (plan.isOvertaken) continue;
    if (plan.otherwiseEncoded.length > 0) report(app, [filesOtherwiseEncoded(plan.otherwiseEncoded)]);
    return plan.files;
  }
  return undefined;
}

/** The change as one step of the editor; of linked bibliographies, and with `confirmAll` of all files, every change is shown before it is made. */
export function asEdit(files: readonly RenamedFile[], confirmAll = false): vscode.WorkspaceEdit {
  const step = new vscode.WorkspaceEdit();
  for (const { uri, to, text, edits, part, linked } of files) {
    const shown = linked !== undefined ? { label: `Linked bibliography: ${linked}`, needsConfirmation: true, description: 'A program that keeps this file may write the old key again.' }
      : confirmAll ? { label: part, needsConfirmation: true } : undefined;
    if (to !== undefined) step.renameFile(uri, to, {}, shown);
    // The editor moves files before it changes texts: those of a moved file are changed where it is then.
    rangesOf(text, edits).forEach((range, index) => step.replace(to ?? uri, range, edits[index]?.text ?? '', shown));
  }
  return step;
}

type OwnFile = { readonly uri: vscode.Uri; readonly path: string; readonly source: Source };
/** A text as an editor shows it, and how it is reached on the disk, where it is. `damaged`: not all bytes of the file are UTF-8. */
type Read = Pick<FileChange, 'text' | 'onDisk'> & { readonly damaged?: true };

class Plan {
  readonly files: RenamedFile[] = [];
  /** Drafts and bibliographies that are left alone since their bytes are no UTF-8: the editor would save other bytes than were there. */
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
    const drafts = (await this.app.drafts.all()).filter((draft) => mentions(draft, names) && this.app.libraries.of(draft.uri) === home);
    const mentioned = new Set(drafts.map(({ uri }) => uri.toString()));
    const own = ownFiles(home);
    const ours = new Set(own.map(({ uri }) => uri.toString()));
    await this.#inDrafts(home, drafts.filter(({ uri }) => !ours.has(uri.toString())), names);
    await this.#inSources(home, own, mentioned, this.how.mends === true ? withMoved(home, names) : names);
    await this.#inBibliographies(home, names);
  }

  /** Asked before each file. */
  #isCancelled(): boolean {
    this.how.onFile?.();
    return this.how.cancelled?.isCancellationRequested === true;
  }

  /** The texts of files as they stand in their editors, else on the disk, a few at a time; with what was asked of each. */
  async *#read<T extends { readonly uri: vscode.Uri }>(home: Home, files: readonly T[]): AsyncGenerator<readonly [T, Read]> {
    for (let from = 0; from < files.length; from += atOnce) {
      const some = files.slice(from, from + atOnce);
      const paths = some.map(({ uri }) => relativePath(home, uri));
      const within = paths.filter((path, index) => openDocument((some[index] as T).uri) === undefined && !path.startsWith('/'));
      const texts = within.length === 0 ? [] : await readManyQuietly(home.store.services.files, within);
      const onDisk = new Map(within.map((path, index) => [path, texts[index]]));
      for (const [index, file] of some.entries()) {
        if (this.#isCancelled()) return;
        const path = paths[index] as string;
        const read = within.includes(path) ? readFrom(home, path, onDisk.get(path)) : await this.#textOf(file.uri);
        if (read !== undefined) yield [file, read];
      }
    }
  }

  async #textOf(uri: vscode.Uri): Promise<Read | undefined> {
    const open = openDocument(uri);
    if (open !== undefined) this.#decidedOn.set(open, open.version);
    const text = await this.app.drafts.textOf(uri);
    if (text === undefined) return undefined;
    return text.includes('\uFFFD') && await isOtherwiseEncoded(uri) ? { text, damaged: true } : { text };
  }

  async #inDrafts(home: Home, drafts: readonly Draft[], names: Renames['names']): Promise<void> {
    for await (const [{ uri }, read] of this.#read(home, drafts)) {
      const reading = await this.app.drafts.readingAt(uri, read.text);
      if (reading !== undefined) this.#put({ uri, ...read, edits: await citationEdits(reading, names), part: 'Drafts' });
    }
  }

  /** The sources’ own files, renamed with their keys, and every file whose notes or text name one of the keys. */
  async #inSources(home: Home, own: readonly OwnFile[], mentioned: ReadonlySet<string>, names: Renames['names']): Promise<void> {
    const { readDraft } = await loadCiting();
    const wanted = own.filter(({ uri, source }) => keysOf(source.item).some((key) => names.has(key)) || mentioned.has(uri.toString()) || relatedKeys(source).some((key) => names.has(key)));
    // Those that only name another source first: then a change that is cut short leaves some key to be renamed, and is gone on with.
    const concerned = [...wanted.filter(({ source }) => !names.has(source.item.id)), ...wanted.filter(({ source }) => names.has(source.item.id))];
    for await (const [{ uri, path, source }, read] of this.#read(home, concerned)) {
      const { text } = read;
      if (isFrozen(home, path, text)) continue;
      const name = names.get(source.item.id);
      const edits = [
        ...setFields(readSourceFile(text), { ...(name !== undefined && { id: name }), ...(path === source.path && renamedSecondKeys(source.item, names)) }), ...await citationEdits(readDraft('markdown', text), names), ...relationEdits(text, source, names),
      ];
      const to = name === undefined ? uri : this.#moved(home, { uri, path, source }, name);
      this.#put({ uri, ...read, edits, part: 'Sources', ...(to !== uri && { to }) });
    }
  }

  /** Where a file is under the new key of its source: a source’s own file is named after the key, and those of its coders after that one. */
  #moved(home: Home, { uri, path, source }: OwnFile, name: string): vscode.Uri {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const at = (file: string): vscode.Uri => uriAt(home, `${folder}${file}`);
    const isTaken = (file: string): boolean => this.#claimed.has(at(file).toString()) || (home.store.hasName(`${folder}${file}`) && `${folder}${file}`.toLowerCase() !== path.toLowerCase());
    const file = path === source.path ? fileNameFor(name, isTaken) : coderFile(path.slice(folder.length), source, name, isTaken);
    this.#claimed.add(at(file).toString());
    return `${folder}${file}` === path ? uri : at(file);
  }

  /** Somebody’s reference manager may own these files: the person is asked to confirm. */
  async #inBibliographies(home: Home, names: Renames['names']): Promise<void> {
    for await (const [{ path, uri }, read] of this.#read(home, bibliographiesOf(home, this.how.here))) {
      const isHere = uri.toString() === this.how.here?.toString();
      this.#put({ uri, ...read, edits: renamedKeys(path, read.text, names), part: 'Bibliographies', ...(!isHere && { linked: path }) });
    }
  }

  #put({ damaged, ...file }: RenamedFile & Pick<Read, 'damaged'>): void {
    if (file.edits.length === 0 && file.to === undefined) return;
    if (damaged === true) this.otherwiseEncoded.push(vscode.workspace.asRelativePath(file.uri));
    else this.files.push(file);
  }
}

/** With the keys that an earlier renaming left behind, which are no source’s any more. */
const withMoved = (home: Home, names: Renames['names']): Renames['names'] =>
  new Map([...[...movedKeys(home.store.current)].map(([key, now]) => [key, names.get(now) ?? now] as const), ...names]);

/** An editor shows no byte order mark. */
const readFrom = (home: Home, path: string, read: FileText | Error | undefined): Read | undefined =>
  read === undefined || read instanceof Error ? undefined : { text: read.text.replace(/^\uFEFF/, ''), onDisk: { store: home.store, path, version: read.version, text: read.text }, ...(read.damaged === true && { damaged: true }) };

/** Are not all bytes of a file UTF-8? So counts one that can’t be read. */
const isOtherwiseEncoded = (uri: vscode.Uri): PromiseLike<boolean> => vscode.workspace.fs.readFile(uri).then((bytes) => utf8Text(bytes).damaged === true, () => true);

/** `lee2018.anna.md` beside `lee2018.md` becomes `okafor2019.anna.md`; a file that is named otherwise keeps its name. */
function coderFile(file: string, { path }: Source, name: string, isTaken: (file: string) => boolean): string {
  const stem = path?.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '.') ?? '';
  if (stem.length < 2 || !file.startsWith(stem)) return file;
  const wanted = fileNameFor(name, () => false).replace(/md$/, '') + file.slice(stem.length);
  return isTaken(wanted) ? file : wanted;
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
