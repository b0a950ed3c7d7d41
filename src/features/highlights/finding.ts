/** The passages of the documents one looks at, found once for each state of a document and of the library: their marks and their names ask for the same. */
import type * as vscode from 'vscode';
import { sourceOfText } from '../../core/library';
import type { Library } from '../../core/library';
import { searchText } from '../../core/notes';
import type { App } from '../../host/app';
import { readSetting, relativePath } from '../../host/libraries';
import type { Home } from '../../host/libraries';
import { marksInFile, marksInText } from './marks';
import type { Mark, TagPlace } from './marks';

/** How passages are shown: marked and named, marked, or not at all. */
export type Ways = 'names' | 'marks' | 'off';
export type Found = { readonly marks: readonly Mark[]; readonly tags: readonly TagPlace[]; readonly home: Home; readonly key: string };
type Kept = { readonly version: number; readonly library: Library | undefined; readonly found: Promise<Found | undefined> };

/** How long marks may be worked out at a stretch, in milliseconds. */
const stretch = 8;

/** The text of a document, each of its line ends as one sign. */
export const plain = (document: vscode.TextDocument): string => document.getText().replaceAll('\r\n', '\n');

export class Finder {
  readonly #app: App;
  readonly #kept = new WeakMap<vscode.TextDocument, Kept>();

  constructor(app: App) {
    this.#app = app;
  }

  wayFor(uri: vscode.Uri): Ways {
    const home = this.#app.libraries.of(uri);
    const way = home === undefined ? 'off' : readSetting('highlights', home.folder);
    return way === 'off' || way === 'marks' ? way : 'names';
  }

  /** The passages in a document as it is now; nothing if it changes meanwhile or is no text of a source. */
  found(document: vscode.TextDocument): Promise<Found | undefined> {
    const library = this.#app.libraries.of(document.uri)?.store.current;
    const kept = this.#kept.get(document);
    if (kept !== undefined && kept.version === document.version && kept.library === library) return kept.found;
    const found = this.#find(document);
    this.#kept.set(document, { version: document.version, library, found });
    return found;
  }

  async #find(document: vscode.TextDocument): Promise<Found | undefined> {
    const own = this.#app.libraries.atFile(document.uri);
    if (own !== undefined) return { ...marksInFile(plain(document), own.source, own.home.store.current), home: own.home, key: own.source.item.id };
    const home = this.#app.libraries.of(document.uri);
    const path = home === undefined ? '' : relativePath(home, document.uri);
    const source = home && sourceOfText(home.store.current, path);
    if (home === undefined || source === undefined) return undefined;
    const { version } = document;
    let begun = performance.now();
    const marks = await marksInText(searchText(plain(document)), path, source, home.store.current, async () => {
      if (performance.now() - begun > stretch) {
        await new Promise((resolve) => setTimeout(resolve));
        begun = performance.now();
      }
      return document.version === version && !document.isClosed;
    });
    return marks && { marks, tags: [], home, key: source.item.id };
  }
}
