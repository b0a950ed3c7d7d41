/** Pasted texts as they are shown: each with its records, and where in it the fields of each record stand. */
import * as vscode from 'vscode';
import { loadSiteProfiles, sameness } from '../../core/library';
import type { Certainty, FieldPlace, Format, ReadRecord } from '../../core/parsing';
import { pasteForgotten } from '../../core/problem';
import type { Item, Span } from '../../core/source';
import type { App } from '../../host/app';
import type { Found, Home } from '../../host/libraries';
import { pasteScheme } from '../../host/names';
import type { Pasted } from '../../host/pasted';

/** One record of a text that is shown. Places are in that text; `key` is that of the source it went to. */
export type Sheet = {
  readonly span: Span;
  readonly claim: Span;
  readonly format: Format;
  readonly read: Item;
  readonly certainty: { readonly [field: string]: Certainty };
  readonly home: Home;
  readonly key: string | undefined;
};

/** A text that is shown, and its records in order. */
export type Shown = { readonly text: string; readonly sheets: readonly Sheet[] };

/** More pastes than these are not kept in memory; the sources keep their own parts. */
const mostKept = 8;

export class Pastes implements vscode.Disposable {
  readonly #app: App;
  readonly #fresh = new Map<string, Pasted>();
  readonly #shown = new Map<string, { readonly of: unknown; readonly shown: Promise<Shown | undefined> }>();
  readonly #places = new WeakMap<Sheet, { readonly item: Item; readonly places: readonly FieldPlace[] }>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #listening: vscode.Disposable;
  #count = 0;

  /** Tells that a text which is shown is another by now, as after a merge. */
  readonly onDidChange = this.#changed.event;

  constructor(app: App) {
    this.#app = app;
    this.#listening = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidCloseTextDocument((document) => void this.#shown.delete(document.uri.toString())),
      app.libraries.onDidChange(() => this.#follow()),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #follow(): void {
    for (const [name, { of }] of this.#shown) {
      const uri = vscode.Uri.parse(name);
      const now = this.#keptStateOf(uri);
      if (now !== undefined && now !== of) this.#changed.fire(uri);
    }
  }

  /** What tells one state of a source’s file from the next. */
  #keptStateOf(uri: vscode.Uri): string | undefined {
    const found = this.#sourceAt(uri);
    return found === undefined ? undefined : found.home.store.heldOf(found.source)?.version;
  }

  /** The address of what a source keeps under “As pasted”. */
  addressOf({ home, source }: Found): vscode.Uri {
    const query = JSON.stringify([home.folder.uri.toString(), source.handle]);
    return vscode.Uri.from({ scheme: pasteScheme, path: `/${source.path?.split('/').at(-1)?.replace(/\.md$/, '') ?? 'source'}.pasted`, query });
  }

  /** Keep a paste, and give its address. */
  keep(pasted: Pasted): vscode.Uri {
    const known = [...this.#fresh].find(([, one]) => one === pasted)?.[0];
    const name = known ?? String(++this.#count);
    this.#fresh.set(name, pasted);
    for (const old of [...this.#fresh.keys()].slice(0, -mostKept)) this.#fresh.delete(old);
    return vscode.Uri.from({ scheme: pasteScheme, path: `/Paste ${name}.pasted`, query: name });
  }

  async textOf(uri: vscode.Uri): Promise<string> {
    return (await this.shown(uri))?.text ?? pasteForgotten().message;
  }

  /** What is shown at an address; undefined when that is known no longer. */
  shown(uri: vscode.Uri): Promise<Shown | undefined> {
    const name = uri.toString();
    const found = this.#sourceAt(uri);
    const of = this.#keptStateOf(uri) ?? this.#fresh.get(uri.query);
    const before = this.#shown.get(name);
    if (before !== undefined && (before.of === of || of === undefined)) return before.shown;
    const shown = found === undefined ? Promise.resolve(freshlyShown(this.#fresh.get(uri.query))) : this.#keptBy(found);
    this.#shown.set(name, { of, shown });
    return shown;
  }

  #sourceAt(uri: vscode.Uri): Found | undefined {
    if (!uri.query.startsWith('[')) return undefined;
    const [folder, handle] = JSON.parse(uri.query) as string[];
    const home = this.#app.libraries.all.find((one) => one.folder.uri.toString() === folder);
    const source = [...home?.store.current.sources.values() ?? []].find((one) => one.handle === handle);
    return home === undefined || source === undefined ? undefined : { home, source };
  }

  /** The record as the library has it now; as it was read, where it is not in the library. */
  itemOf({ home, key, read }: Sheet): Item {
    return (key === undefined ? undefined : home.store.current.sources.get(key)?.item) ?? read;
  }

  /** Where the fields of a record stand in its text. */
  async placesOf(sheet: Sheet, text: string): Promise<readonly FieldPlace[]> {
    const item = this.itemOf(sheet);
    const known = this.#places.get(sheet);
    if (known?.item === item) return known.places;
    const { placesOf } = await import('../../core/parsing');
    const places = placesOf(item, text, { format: sheet.format, within: sheet.span, certainty: sheet.certainty });
    this.#places.set(sheet, { item, places });
    return places;
  }

  /** The record at a place of a text: the one that claims it, else the one it was given to. */
  async sheetAt(uri: vscode.Uri, offset: number): Promise<Sheet | undefined> {
    const sheets = (await this.shown(uri))?.sheets ?? [];
    const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
    return sheets.find(({ claim }) => holds(claim)) ?? sheets.find(({ span }) => holds(span));
  }

  /** All that a source keeps under “As pasted”, read again. */
  async #keptBy({ home, source }: Found): Promise<Shown> {
    const texts = (await home.store.fileOf(source))?.file.pasted ?? [];
    const { profiles } = await loadSiteProfiles(home.store.services.files, home.store.services.settings().folder);
    const parts = await Promise.all(texts.map(async (text) => {
      const { records } = await this.#app.engine.readPaste(text, { profiles });
      const own = records.find(({ item }) => sameness(item, source.item) !== undefined) ?? records[0];
      return { text, sheets: own === undefined ? [] : [sheetOf(own, home, source.item.id, shownText(text).at)] };
    }));
    return joined(parts);
  }
}

/** A paste with all its records. */
function freshlyShown(pasted: Pasted | undefined): Shown | undefined {
  if (pasted === undefined) return undefined;
  const { home, texts, outcomes } = pasted;
  let next = 0;
  return joined(texts.map(({ text, records, name }) => {
    const shown = shownText(text);
    const sheets = records.map((record) => {
      const outcome = outcomes[next++];
      return sheetOf(record, home, outcome?.change.problems.length === 0 ? outcome.key : undefined, shown.at);
    });
    return { text: shown.text, sheets, ...(name !== undefined && { name }) };
  }));
}

function sheetOf(record: ReadRecord, home: Home, key: string | undefined, at: (offset: number) => number): Sheet {
  const shownSpan = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) });
  const certainty = Object.fromEntries(Object.entries(record.certainty).map(([field, one]) => [field, one.span === undefined ? one : { ...one, span: shownSpan(one.span) }]));
  return { span: shownSpan(record.span), claim: shownSpan(record.claim ?? record.span), format: record.format, read: record.item, certainty, home, key };
}

/** The text as an editor shows it, with one kind of line end and without a mark at its start; and where a place of the raw text is in it. */
function shownText(raw: string): { readonly text: string; readonly at: (offset: number) => number } {
  const pairs = [...raw.matchAll(/\r\n/g)].map(({ index }) => index);
  const text = raw.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '\u200b');
  const at = (offset: number): number => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
  return { text, at };
}

type Part = Shown & { readonly name?: string };

/** Several texts below each other, parted by a line. */
function joined(parts: readonly Part[]): Shown {
  const sheets: Sheet[] = [];
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (parts.length > 1) text += `${index === 0 ? '' : '\n\n'}── ${part.name ?? `pasted text ${index + 1} of ${parts.length}`} ──\n\n`;
    const shift = text.length;
    const moved = ({ start, end }: Span): Span => ({ start: start + shift, end: end + shift });
    for (const sheet of part.sheets) {
      const certainty = Object.fromEntries(Object.entries(sheet.certainty).map(([field, one]) => [field, one.span === undefined ? one : { ...one, span: moved(one.span) }]));
      sheets.push({ ...sheet, span: moved(sheet.span), claim: moved(sheet.claim), certainty });
    }
    text += part.text;
  }
  return { text, sheets };
}
