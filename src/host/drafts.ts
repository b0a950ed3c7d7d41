/** The drafts of the workspace and what they cite. Open documents count as they stand in the editor. */
import * as vscode from 'vscode';
import { findCitations, syntaxOf } from '../core/citations';
import type { Citation, Syntax } from '../core/citations';

/** One place where a key is cited. */
export type Place = { readonly uri: vscode.Uri; readonly offset: number; readonly line: number; readonly text: string };

const draftFiles = '**/*.{md,qmd,rmd,Rmd,tex,Rnw}';
const excluded = '{**/node_modules/**,**/.*/**}';
const endings: { readonly [ending: string]: Syntax } = {
  md: 'markdown', qmd: 'markdown', rmd: 'markdown', tex: 'latex', rnw: 'latex',
};

/** The largest draft that is searched, in characters; longer files are no drafts. */
const largest = 5_000_000;

export class Drafts implements vscode.Disposable {
  readonly #cited = new Map<string, ReadonlyMap<string, readonly Place[]>>();
  readonly #changed = new vscode.EventEmitter<void>();
  #watching: vscode.Disposable | undefined;
  #scan: Promise<void> | undefined;

  /** Fires when what drafts cite may have changed. Only once somebody has asked. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    this.#watching?.dispose();
    this.#changed.dispose();
  }

  /** Where a key is cited, in the order of the drafts' paths. The first call reads the drafts of the workspace. */
  async placesOf(key: string): Promise<readonly Place[]> {
    this.#scan ??= this.#scanAll();
    await this.#scan;
    return [...this.#cited].sort((a, b) => (a[0] < b[0] ? -1 : 1)).flatMap(([, keys]) => keys.get(key) ?? []);
  }

  async #scanAll(): Promise<void> {
    this.#watching = vscode.Disposable.from(...this.#watch());
    for (const uri of await vscode.workspace.findFiles(draftFiles, excluded)) await this.#read(uri);
  }

  #watch(): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(draftFiles);
    const reread = async (uri: vscode.Uri): Promise<void> => {
      await this.#read(uri);
      this.#changed.fire();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    return [
      watcher, watcher.onDidChange(reread), watcher.onDidCreate(reread), watcher.onDidDelete(reread),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (syntaxOf(document.languageId) === undefined) return;
        clearTimeout(timer);
        timer = setTimeout(() => void reread(document.uri), 300);
      }),
      { dispose: () => clearTimeout(timer) },
    ];
  }

  async #read(uri: vscode.Uri): Promise<void> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const syntax = open === undefined ? endings[uri.path.split('.').at(-1)?.toLowerCase() ?? ''] : syntaxOf(open.languageId);
    const text = open?.getText() ?? await textOf(uri);
    if (syntax === undefined || text === undefined || text.length > largest) this.#cited.delete(uri.toString());
    else this.#cited.set(uri.toString(), placesIn(uri, text, findCitations(syntax, text)));
  }
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function placesIn(uri: vscode.Uri, text: string, citations: readonly Citation[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  let [line, lineStart] = [0, 0];
  for (const { key, span } of citations.flatMap((citation) => citation.keys).sort((a, b) => a.span.start - b.span.start)) {
    for (let feed = text.indexOf('\n', lineStart); feed >= 0 && feed < span.start; feed = text.indexOf('\n', lineStart)) {
      lineStart = feed + 1;
      line += 1;
    }
    const end = text.indexOf('\n', lineStart);
    const place = { uri, offset: span.start, line, text: text.slice(lineStart, end < 0 ? undefined : end).trim() };
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  return places;
}
