/** The libraries of the window: one for each workspace folder. */
import * as vscode from 'vscode';
import type { Engine } from '../core/enginePort';
import { LibraryStore, secondKeysOf } from '../core/library';
import type { Library, LibrarySettings, Source } from '../core/library';
import type { Problem } from '../core/problem';
import { cacheOf } from './cache';
import { settings, switches } from './names';
import { keepingOf } from './keeping';
import type { Keeping, Storage } from './keeping';
import { answerTo } from './notices';
import type { Platform } from './platform';
import { stringSetting } from './stringSetting';
import { WorkspaceFiles } from './workspaceFiles';

/** A workspace folder with its library, and the earlier versions of its files. */
export type Home = { readonly folder: vscode.WorkspaceFolder; readonly store: LibraryStore; readonly history: Keeping };

/** A source and the library it stands in. */
export type Found = { readonly home: Home; readonly source: Source };

export class Libraries implements vscode.Disposable {
  readonly #platform: Platform;
  readonly #engine: Engine;
  readonly #storage: Storage;
  readonly #homes = new Map<string, { home: Home; listening: vscode.Disposable; author: string | undefined }>();
  readonly #settings = new Map<string, LibrarySettings>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listening: vscode.Disposable;

  /** Fires when any library has another value, or libraries come and go. */
  readonly onDidChange = this.#changed.event;

  constructor(platform: Platform, engine: Engine, storage: Storage) {
    this.#platform = platform;
    this.#engine = engine;
    this.#storage = storage;
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#follow()),
      vscode.workspace.onDidChangeConfiguration((event) => this.#reconfigure(event)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.#forget(files)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#forget(files.map(({ oldUri }) => oldUri))),
    );
    this.#follow();
  }

  dispose(): void {
    this.#listening.dispose();
    for (const { home, listening } of this.#homes.values()) {
      listening.dispose();
      home.store.dispose();
    }
    this.#changed.dispose();
  }

  /** Every library, in the order of the workspace folders. */
  get all(): readonly Home[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => this.#homes.get(folder.uri.toString())?.home ?? []);
  }

  /** Wait until every library has been read. */
  ready(): Promise<void> {
    return this.#each((store) => store.load());
  }

  /** Wait until there are first rows to show of every library. */
  glimpsed(): Promise<void> {
    return this.#each((store) => store.glimpsed());
  }

  /** Wait until there is everything to show of every library: its outline, or the whole. */
  shown(): Promise<void> {
    return this.#each((store) => store.shown());
  }

  async #each(wait: (store: LibraryStore) => Promise<void>): Promise<void> {
    await Promise.all([...this.#homes.values()].map(async (entry) => {
      if (entry.author === undefined) {
        entry.author = await this.#platform.authorOf(entry.home.folder.uri);
        this.#settings.delete(entry.home.folder.uri.toString());
      }
      await wait(entry.home.store);
    }));
  }

  /** The library of a document's folder; for one outside of all folders, and for none, the first. */
  of(uri: vscode.Uri | undefined): Home | undefined {
    const folder = uri === undefined ? undefined : vscode.workspace.getWorkspaceFolder(uri);
    return (folder && this.#homes.get(folder.uri.toString())?.home) ?? this.all[0];
  }

  /** The source with this key as a document sees it: in its own library, else in any. */
  find(key: string, from?: vscode.Uri): Found | undefined {
    const own = this.of(from);
    for (const home of own === undefined ? this.all : [own, ...this.all.filter((other) => other !== own)]) {
      const source = home.store.current.sources.get(key);
      if (source !== undefined) return { home, source };
    }
    return undefined;
  }

  /** The source that is cited by this key: its own, or a second one (`ids` in biblatex). */
  findCited(key: string, from: vscode.Uri): Found | undefined {
    const found = this.find(key, from);
    if (found !== undefined) return found;
    for (const home of this.all) {
      const source = secondKeysIn(home.store.current).get(key);
      if (source !== undefined) return { home, source };
    }
    return undefined;
  }

  /** The source whose own file this is, or a file of one coder’s notes on it. */
  atFile(uri: vscode.Uri): Found | undefined {
    const home = vscode.workspace.getWorkspaceFolder(uri) && this.of(uri);
    if (home === undefined) return undefined;
    const source = sourcesByPath(home.store.current).get(relativePath(home, uri));
    return source && { home, source };
  }

  /** The texts of files in folders of libraries as they are on disk, read together; what can’t be read so is left out. */
  async textsOf(uris: readonly vscode.Uri[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const home of this.all) {
      const own = uris.filter((uri) => vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === home.folder.uri.toString());
      const read = await home.store.services.files.readMany?.(own.map((uri) => relativePath(home, uri))).catch(() => undefined);
      read?.forEach((file, n) => { if (file !== undefined && !(file instanceof Error)) texts.set(own[n]!.toString(), file.text.replace(/^\ufeff/, '')); });
    }
    return texts;
  }

  /** Where a file of a library is. */
  uriOf(home: Home, path: string): vscode.Uri {
    return vscode.Uri.joinPath(home.folder.uri, ...path.split('/'));
  }

  /** What the person deletes or moves in the editor has not vanished. */
  #forget(uris: readonly vscode.Uri[]): void {
    for (const home of this.all) void home.store.forget(uris.map((uri) => relativePath(home, uri)));
  }

  #follow(): void {
    const folders = new Map((vscode.workspace.workspaceFolders ?? []).map((folder) => [folder.uri.toString(), folder]));
    for (const [uri, { home, listening }] of this.#homes) {
      if (folders.has(uri)) continue;
      listening.dispose();
      home.store.dispose();
      this.#homes.delete(uri);
    }
    this.#settings.clear();
    for (const [uri, folder] of folders) if (!this.#homes.has(uri)) this.#open(uri, folder);
    this.#changed.fire();
  }

  #open(uri: string, folder: vscode.WorkspaceFolder): void {
    const disk = this.#platform.diskOf(folder.uri);
    const history = keepingOf(folder.uri, disk, this.#platform, this.#storage);
    const store = new LibraryStore({
      files: new WorkspaceFiles(folder.uri, disk, sourcesFolder(folder), history),
      engine: this.#engine,
      settings: () => this.#settingsOf(uri, folder),
      now: () => `${new Date().toISOString().slice(0, 19)}Z`,
      random: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
      confirm,
      lastSeen: lastSeen(this.#storage.memory, `commonplace.seen ${uri} ${sourcesFolder(folder)}`),
      cache: cacheOf(this.#storage.folder, folder.uri),
      ...(this.#platform.packer && { packer: this.#platform.packer }),
      isGenerated: async (services) => (await import('../core/generating')).isGenerated(services),
    });
    const listening = store.onDidChange(() => this.#changed.fire());
    this.#homes.set(uri, { home: { folder, store, history }, listening: { dispose: () => listening.dispose() }, author: undefined });
  }

  /** Asked for each file that is read: so they are kept until something in the settings changes. */
  #settingsOf(uri: string, folder: vscode.WorkspaceFolder): LibrarySettings {
    const known = this.#settings.get(uri);
    if (known !== undefined) return known;
    const read = readSettings(folder, this.#homes.get(uri)?.author);
    this.#settings.set(uri, read);
    return read;
  }

  /** Another folder of sources is another library; other settings are read when they are needed. */
  #reconfigure(event: vscode.ConfigurationChangeEvent): void {
    this.#settings.clear();
    for (const [uri, { home, listening }] of [...this.#homes]) {
      if (event.affectsConfiguration(switches.blindCoding.name, home.folder) || event.affectsConfiguration(settings.author.name, home.folder)) void home.store.reload();
      if (!event.affectsConfiguration(settings.sourcesFolder.name, home.folder)) continue;
      listening.dispose();
      home.store.dispose();
      this.#open(uri, home.folder);
      void this.ready();
    }
  }
}

/** Made once for each value of a library, when it is first asked for. */
const secondKeys = new WeakMap<Library, ReadonlyMap<string, Source>>();

function secondKeysIn(library: Library): ReadonlyMap<string, Source> {
  const known = secondKeys.get(library) ?? new Map([...library.sources.values()].flatMap((source) => secondKeysOf(source.item).map((key) => [key, source] as const)));
  secondKeys.set(library, known);
  return known;
}

const byPath = new WeakMap<Library, ReadonlyMap<string, Source>>();

/** Each source by its own file and by those of its coders; made once for each value of a library. */
function sourcesByPath(library: Library): ReadonlyMap<string, Source> {
  const known = byPath.get(library) ?? new Map([...library.sources.values()].reverse().flatMap((source) => [source.path, ...(source.coderFiles ?? []).map(({ path }) => path)].flatMap((path) => (path === undefined ? [] : [[path, source] as const]))));
  byPath.set(library, known);
  return known;
}

/** A file's path in its library's folder; its whole path if it stands outside. */
export function relativePath(home: Home, uri: vscode.Uri): string {
  const root = `${home.folder.uri.path.replace(/\/$/, '')}/`;
  return uri.path.startsWith(root) ? uri.path.slice(root.length) : uri.path;
}

/** One setting as it stands for a folder. */
export function readSetting(name: keyof typeof settings, folder: vscode.WorkspaceFolder): string {
  const setting = settings[name];
  return stringSetting(setting, vscode.workspace.getConfiguration(undefined, folder));
}

const lastSeen = (memory: vscode.Memento, key: string): { get(): number | undefined; set(count: number): void } =>
  ({ get: () => memory.get<number>(key), set: (count) => void memory.update(key, count) });

function sourcesFolder(folder: vscode.WorkspaceFolder): string {
  return inside(readSetting('sourcesFolder', folder)) || settings.sourcesFolder.default;
}

function readSettings(folder: vscode.WorkspaceFolder, gitAuthor: string | undefined): LibrarySettings {
  const author = readSetting('author', folder) || gitAuthor;
  return {
    folder: sourcesFolder(folder),
    bibliography: inside(readSetting('bibliographyPath', folder)),
    dialect: readSetting('bibliographyDialect', folder) === 'bibtex' ? 'bibtex' : 'biblatex',
    keyPattern: readSetting('keyPattern', folder) || settings.keyPattern.default,
    ...(author !== undefined && { author: author.replace(/\s+/g, ' ') }),
    blind: vscode.workspace.getConfiguration(undefined, folder).get<unknown>(switches.blindCoding.name) === true,
  };
}

/** A path that stays in the folder, written with `/`; empty for one that would leave it. */
function inside(path: string): string {
  const segments = path.replaceAll('\\', '/').split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.includes('..') || /^[a-z]:$/i.test(segments[0] ?? '') ? '' : segments.join('/');
}

async function confirm(question: Problem): Promise<boolean> {
  return (await answerTo('warning', question.message, undefined, 'Write')) === 'Write';
}
