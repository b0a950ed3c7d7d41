/** The rows that complete a citation key: any word of a source finds it. */
import * as vscode from 'vscode';
import type { Syntax } from '../../core/citations';
import { fold } from '../../core/fold';
import { secondKeysOf } from '../../core/library';
import type { Source } from '../../core/library';
import type { Item } from '../../core/source';
import type { App } from '../../host/app';
import { loadCiting } from '../../host/drafts';
import { favouritesFor } from '../../host/favourites';
import type { Found } from '../../host/libraries';
import { oneLine, sourceLabel } from '../../host/nodes';

/** A row is a source; that of all sources has none. */
export type Row = vscode.CompletionItem & { found?: Found };

/** How many rows are sent to the editor at most. */
const most = 200;

export class CitationCompletion {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** What the first letter is searched in is made when all is read, while the draft is looked at. */
  async prepare(document: vscode.TextDocument): Promise<void> {
    await loadCiting();
    await this.#app.libraries.ready();
    await this.#app.libraries.of(document.uri)?.store.index();
  }

  async complete(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.CompletionList<Row> | undefined> {
    const { completionAt, keyText, uncitableKeys } = await loadCiting();
    const reading = await this.#app.drafts.reading(document);
    const at = reading && completionAt(reading.syntax, reading, document.offsetAt(position));
    if (reading === undefined || at === undefined) return undefined;
    await this.#app.libraries.shown();
    const home = this.#app.libraries.of(document.uri);
    if (home === undefined || token.isCancellationRequested) return undefined;
    const range = new vscode.Range(document.positionAt(at.replace.start), document.positionAt(at.replace.end));
    const found = await home.store.search(at.typed, most + 1, favouritesFor(this.#app, reading));
    if (token.isCancellationRequested) return undefined;
    const uncitable = new Set(uncitableKeys(reading.syntax, found.map(({ item }) => item.id)));
    const sources = found.filter(({ item }) => !uncitable.has(item.id));
    if (isWritten(at.typed, sources, (key) => home.store.current.sources.has(key))) return undefined;
    const items = sources.slice(0, most).map((source, rank) => itemFor({ home, source }, offeredKey(reading.syntax, source.item, at.typed), (key) => keyText(reading.syntax, key), document.getText(range), range, rank));
    // Incomplete even when nothing was cut: words in any order and across scripts are matched and ranked by the core; the editor's own filter would lose them.
    const all = at.mayBeAll === true && /^\*?$/.test(at.typed) ? [allSources(at.typed, range)] : [];
    return new vscode.CompletionList([...items, ...all], items.length > 0);
  }

  /** The formatted reference and the abstract, only for the row that is looked at. */
  async describe(item: Row): Promise<Row> {
    const { referenceHover } = await import('../../host/reference');
    if (item.found === undefined) return item;
    await this.#app.libraries.ready();
    const { home, source } = item.found;
    item.documentation = await referenceHover(this.#app, { home, source: home.store.current.sources.get(source.handle) ?? source });
    return item;
  }
}

/** What lists every source in `nocite`; it stands last until its sign is typed. */
function allSources(typed: string, range: vscode.Range): Row {
  const row = new vscode.CompletionItem({ label: '*', detail: '  every source, cited or not' }, vscode.CompletionItemKind.Constant);
  return Object.assign(row, { insertText: '*', filterText: typed, sortText: typed === '*' ? '0' : '9', range });
}

/** The key of the source; in LaTeX the second one (`ids`) that is being typed, if its own is not. */
function offeredKey(syntax: Syntax, item: Item, typed: string): string {
  const holds = (key: string): boolean => fold(key).includes(fold(typed));
  return syntax !== 'latex' || holds(item.id) ? item.id : secondKeysOf(item).find(holds) ?? item.id;
}

/** Is it a whole key with a blank or a sign behind it? Then the writer goes on with the sentence: Enter and Tab are no longer for the list. */
function isWritten(typed: string, found: readonly Source[], isKey: (key: string) => boolean): boolean {
  const ends = [...typed.matchAll(/[^\p{L}\p{N}\p{M}_]/gu)].map(({ index }) => index);
  return ends.some((end) => isKey(typed.slice(0, end))) && !found.some(({ item }) => item.id.startsWith(typed));
}

/**
 * The typed letters are the filter text, so that the editor keeps every row that the core has found, in its order; and a blank, so that it
 * keeps them until the next word is begun.
 */
function itemFor(found: Found, key: string, written: (key: string) => string, typed: string, range: vscode.Range, rank: number): Row {
  const { item }: Source = found.source;
  const title = oneLine(item.title ?? '');
  const about = [sourceLabel(item), title === sourceLabel(item) ? '' : title].filter((part) => part !== '').join('. ');
  const label = { label: key, detail: `  ${key === item.id ? about : `${item.id}. ${about}`}` };
  const row = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference) as Row;
  row.insertText = written(key);
  row.filterText = `${typed} `;
  row.sortText = String(rank).padStart(4, '0');
  row.range = range;
  row.found = found;
  return row;
}
