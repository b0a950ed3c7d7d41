/** Which sources a document may cite: those of its library, as far as the bibliographies go that it or its project names. */
import * as vscode from 'vscode';
import type { Engine } from '../core/enginePort';
import { bibliographyFormat, loadBibliography } from '../core/library';
import type { DocumentScope, DraftFacts, DraftReading, KnownSources, Recorded, Records } from '../core/citations';
import { loadCiting, type Draft, type Drafts } from './drafts';
import { relativePath } from './libraries';
import type { Home, Libraries } from './libraries';
import { openDocument } from './openDocument';

/** What a document may cite. `missing`: the bibliographies that it names itself and that are not there. */
export type DocumentSources = { readonly known: KnownSources; readonly scope: DocumentScope; readonly missing: readonly string[]; readonly home: Home };

type Outside = { readonly stamp: string; readonly records: readonly Recorded[] };

/** What the answer is made from. */
type Parts = { readonly engine: Engine; readonly libraries: Libraries; readonly drafts: Drafts };

export class SourcesInScope {
  readonly #app: Parts;
  /** Bibliographies that a draft names and the library does not hold, as last read. */
  readonly #outside = new Map<string, Outside>();
  readonly #facts = new WeakMap<Home, { readonly all: readonly Draft[]; readonly of: WeakMap<Draft, DraftFacts | null>; readonly byPath: ReadonlyMap<string, DraftFacts> }>();
  readonly #known = new WeakMap<object, Map<string, KnownSources>>();

  constructor(app: Parts) {
    this.#app = app;
  }

  /** What a document may cite; undefined where there is no library. */
  async of(document: vscode.TextDocument, reading: DraftReading): Promise<DocumentSources | undefined> {
    await this.#app.libraries.ready();
    const home = this.#app.libraries.of(document.uri);
    if (home === undefined) return undefined;
    const path = relativePath(home, document.uri);
    const scope = await this.#scope(home, path, reading);
    const { extra, missing } = await this.#outsideOf(home, scope);
    const records: Records = extra.size === 0 ? home.store.recorded : { ...home.store.recorded, bibliographies: new Map([...home.store.recorded.bibliographies, ...extra]) };
    return { home, scope, known: await this.#knownOf(path, scope, records, extra.size > 0), missing: missing.filter((one) => scope.bibliographies.some((named) => named.path === one && named.namedIn === path)) };
  }

  async #scope(home: Home, path: string, reading: DraftReading): Promise<DocumentScope> {
    const { scopeOf } = await loadCiting();
    const drafts = this.#factsIn(home, await this.#app.drafts.all());
    return scopeOf({ path, syntax: reading.syntax, facts: reading.facts }, drafts, (file) => this.#app.drafts.textOf(uriAt(home, file)));
  }

  /** What the drafts of a library's folder say, by path. To ask the editor for the folder of ten thousand takes it a tenth of a second: of each it is asked once. */
  #factsIn(home: Home, all: readonly Draft[]): ReadonlyMap<string, DraftFacts> {
    const known = this.#facts.get(home);
    if (known?.all === all) return known.byPath;
    const [of, byPath] = [known?.of ?? new WeakMap<Draft, DraftFacts | null>(), new Map<string, DraftFacts>()];
    for (const draft of all) {
      let facts = of.get(draft);
      if (facts === undefined) of.set(draft, facts = factsOf(home, draft));
      if (facts !== null) byPath.set(facts.path, facts);
    }
    this.#facts.set(home, { all, of, byPath });
    return byPath;
  }

  /** Records of bibliographies that are named but not linked, such as one outside the folder or under a name of its own. */
  async #outsideOf(home: Home, { bibliographies }: DocumentScope): Promise<{ readonly extra: ReadonlyMap<string, readonly Recorded[]>; readonly missing: readonly string[] }> {
    const extra = new Map<string, readonly Recorded[]>();
    const missing: string[] = [];
    for (const { path } of bibliographies) {
      if (home.store.recorded.bibliographies.has(path)) continue;
      const uri = uriAt(home, path);
      const stamp = await stampOf(uri);
      if (stamp === undefined) missing.push(path);
      else if (home.store.services.settings().bibliography !== path && bibliographyFormat(path) !== undefined) extra.set(path, await this.#read(uri, path, stamp));
    }
    return { extra, missing };
  }

  async #read(uri: vscode.Uri, path: string, stamp: string): Promise<readonly Recorded[]> {
    const before = this.#outside.get(uri.toString());
    if (before?.stamp === stamp) return before.records;
    const files = { read: async () => ({ text: await this.#app.drafts.textOf(uri) ?? '', version: stamp }) };
    const loaded = await loadBibliography(files, this.#app.engine, path);
    const records = (loaded?.records ?? []).map((record) => ({ ...record, path }));
    this.#outside.set(uri.toString(), { stamp, records });
    return records;
  }

  /** Made anew only when the library or what is named has changed. */
  async #knownOf(path: string, scope: DocumentScope, records: Records, fresh: boolean): Promise<KnownSources> {
    const { knownSources } = await loadCiting();
    if (fresh) return knownSources(path, scope, records);
    const ofRecords = this.#known.get(records) ?? new Map<string, KnownSources>();
    this.#known.set(records, ofRecords);
    const named = JSON.stringify([path.slice(0, path.lastIndexOf('/') + 1), scope.bibliographies.map((one) => one.path)]);
    const known = ofRecords.get(named) ?? knownSources(path, scope, records);
    ofRecords.set(named, known);
    return known;
  }
}

/** Null for a draft of another folder, and for a source file, which belongs to no document. */
function factsOf(home: Home, { uri, syntax, facts }: Draft): DraftFacts | null {
  const path = relativePath(home, uri);
  if (home.store.heldAt(path) !== undefined) return null;
  return vscode.workspace.getWorkspaceFolder(uri)?.index === home.folder.index ? { path, syntax, facts } : null;
}

/** Where a path is that a draft of this library names; absolute ones as they are. */
export function uriAt(home: Home, path: string): vscode.Uri {
  if (/^(?:\/|[A-Za-z]:\/)/.test(path)) return home.folder.uri.with({ path: path.startsWith('/') ? path : `/${path}` });
  return vscode.Uri.joinPath(home.folder.uri, ...path.split('/'));
}

async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open !== undefined) return `editor:${open.version}`;
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return `${mtime} ${size}`;
  } catch {
    return undefined;
  }
}
