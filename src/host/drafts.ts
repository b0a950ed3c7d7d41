/** The drafts of the workspace and what they cite. Open documents count as they stand in the editor, saved or not. */
import * as vscode from 'vscode';
import type { Citation, CitedKey, DraftReading, Fact, Syntax } from '../core/citations';
import { shownText } from '../core/utf8';
import { draftLanguages, lists, passagesScheme } from './names';
import { openDocument } from './openDocument';
import { rangesOf } from './positions';

/** Reading and writing citations; loaded when first needed. */
export type Citing = typeof import('../core/citations');
export const loadCiting = (): Promise<Citing> => import('../core/citations');

/** One place where a key is cited: the range is of the key alone, `text` the line it stands on. */
export type Place = { readonly uri: vscode.Uri; readonly range: vscode.Range; readonly line: number; readonly text: string; readonly cited: CitedKey };

/** A draft as it was last read. */
export type Draft = {
  readonly uri: vscode.Uri; readonly syntax: Syntax; readonly facts: readonly Fact[]; readonly citations: readonly Citation[];
  readonly places: ReadonlyMap<string, readonly Place[]>;
};

const none: readonly never[] = [];
const nowhere: ReadonlyMap<string, readonly Place[]> = new Map();

/** A draft that cites and says nothing, as nearly every source file: of ten thousand no more is held than must be. */
class Silent implements Draft {
  constructor(private readonly address: string, readonly syntax: Syntax) {}

  get uri(): vscode.Uri {
    return vscode.Uri.parse(this.address, true);
  }

  get facts(): readonly never[] {
    return none;
  }

  get citations(): readonly never[] {
    return none;
  }

  get places(): ReadonlyMap<string, readonly Place[]> {
    return nowhere;
  }
}

const draftFiles = '**/*.{md,markdown,qmd,rmd,Rmd,tex,ltx,Rnw,rnw,typ,org,myst}';
const excluded = '{**/node_modules/**,**/.*/**}';

/** The largest draft that is searched, in characters; longer files are no drafts. */
const largest = 5_000_000;

/** How many drafts are read together. */
const atOnce = 128;

/** Texts of files as they are on disk, by the words of their addresses; those that can’t be read together are left out. */
export type TextsOnDisk = (uris: readonly vscode.Uri[]) => Promise<ReadonlyMap<string, string>>;

/** Is this a document that one drafts in? */
export const isDraft = ({ languageId, uri }: vscode.TextDocument): boolean => uri.scheme !== passagesScheme && (draftLanguages as readonly string[]).includes(languageId);

export class Drafts implements vscode.Disposable {
  readonly #drafts = new Map<string, Draft>();
  /** Their addresses in order, and they themselves in that order: of many drafts few change at a time. */
  #order: readonly string[] | undefined;
  #inOrder: readonly Draft[] | undefined;
  readonly #readings = new WeakMap<vscode.TextDocument, { readonly version: number; readonly reading: DraftReading }>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** Drafts that may have changed since they were read. */
  readonly #waiting = new Map<string, vscode.Uri>();
  /** Ends with the reading of what was waiting. */
  #underWay: Promise<void> = Promise.resolve();
  #watching: vscode.Disposable | undefined;
  #scan: Promise<void> | undefined;

  /** Fires when what drafts cite may have changed. Only once somebody has asked. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly textsOnDisk: TextsOnDisk) {}

  dispose(): void {
    this.#watching?.dispose();
    this.#changed.dispose();
  }

  /** What an open document cites, as it stands now; after an edit only what has changed is read. Undefined for what is no draft. */
  async reading(document: vscode.TextDocument): Promise<DraftReading | undefined> {
    const { readDraft, syntaxOf } = await loadCiting();
    const syntax = syntaxOf(document.languageId);
    if (syntax === undefined) return undefined;
    const before = this.#readings.get(document);
    const options = { citeCommands: citeCommands(document.uri) };
    const reading = readDraft(syntax, document.getText(), options, before?.reading);
    this.#readings.set(document, { version: document.version, reading });
    return reading;
  }

  /** A draft as it stands in its editor, else on disk, read afresh unless its text is given; undefined for what is gone, or no draft. */
  async readingAt(uri: vscode.Uri, onDisk?: string): Promise<DraftReading | undefined> {
    const open = openDocument(uri);
    if (open !== undefined) return open.getText().length > largest ? undefined : this.reading(open);
    const { readDraft, syntaxOfPath } = await loadCiting();
    const [syntax, text] = [syntaxOfPath(uri.path), onDisk ?? await readText(uri)];
    return syntax === undefined || text === undefined || text.length > largest ? undefined : readDraft(syntax, text, { citeCommands: citeCommands(uri) });
  }

  /** Every draft, in the order of their paths; the same list until one has changed. The first call reads the drafts of the workspace. */
  async all(): Promise<readonly Draft[]> {
    this.#scan ??= this.#scanAll();
    await this.#scan;
    await this.#readWaiting();
    this.#order ??= [...this.#drafts.keys()].sort();
    this.#inOrder ??= this.#order.flatMap((address) => this.#drafts.get(address) ?? []);
    return this.#inOrder;
  }

  /** These were changed, though nobody may have heard of it yet. */
  changed(uris: Iterable<vscode.Uri>): void {
    if (this.#scan !== undefined) for (const uri of uris) this.#waiting.set(uri.toString(), uri);
  }

  /** Where any of these keys is cited, in the order of the drafts' paths. */
  async placesOf(...keys: readonly string[]): Promise<readonly Place[]> {
    return (await this.all()).flatMap(({ places }) => keys.flatMap((key) => places.get(key) ?? []));
  }

  /** The text of a draft, as it stands in its editor or on disk; undefined when it is gone. */
  async textOf(uri: vscode.Uri): Promise<string | undefined> {
    return openDocument(uri)?.getText() ?? readText(uri);
  }

  async #scanAll(): Promise<void> {
    this.#watching = vscode.Disposable.from(...this.#watch());
    const uris = new Map((await vscode.workspace.findFiles(draftFiles, excluded)).map((uri) => [uri.toString(), uri]));
    for (const document of vscode.workspace.textDocuments) if (isDraft(document)) uris.set(document.uri.toString(), document.uri);
    await this.#readTogether([...uris.values()]);
  }

  /** Source files are drafts too: so there may be very many. */
  async #readTogether(uris: readonly vscode.Uri[]): Promise<void> {
    for (let from = 0; from < uris.length; from += atOnce) {
      const some = uris.slice(from, from + atOnce);
      const texts = some.length === 1 ? undefined : await this.textsOnDisk(some.filter((uri) => openDocument(uri) === undefined));
      for (const uri of some) await this.#read(uri, texts?.get(uri.toString()));
    }
  }

  #watch(): vscode.Disposable[] {
    const watcher = vscode.workspace.createFileSystemWatcher(draftFiles);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (uri: vscode.Uri): void => {
      this.#waiting.set(uri.toString(), uri);
      clearTimeout(timer);
      timer = setTimeout(() => void this.#readWaiting().then(() => this.#changed.fire()), 300);
    };
    return [
      watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon),
      vscode.workspace.onDidChangeTextDocument(({ document }) => { if (isDraft(document)) soon(document.uri); }),
      vscode.workspace.onDidCloseTextDocument((document) => { if (isDraft(document)) soon(document.uri); }),
      { dispose: () => clearTimeout(timer) },
    ];
  }

  /** Whoever asks waits for what others have begun to read, too. */
  #readWaiting(): Promise<void> {
    const read = async (): Promise<void> => {
      const uris = [...this.#waiting.values()];
      this.#waiting.clear();
      await this.#readTogether(uris);
    };
    this.#underWay = this.#underWay.then(read, read);
    return this.#underWay;
  }

  async #read(uri: vscode.Uri, onDisk?: string): Promise<void> {
    const [address, reading] = [uri.toString(), await this.readingAt(uri, onDisk)];
    if (this.#drafts.has(address) !== (reading !== undefined)) this.#order = undefined;
    this.#inOrder = undefined;
    if (reading === undefined) this.#drafts.delete(address);
    else this.#drafts.set(address, draftOf(uri, address, reading));
  }
}

function draftOf(uri: vscode.Uri, address: string, reading: DraftReading): Draft {
  const { syntax, facts, citations } = reading;
  return facts.length === 0 && citations.length === 0 ? new Silent(address, syntax) : { uri, syntax, facts, citations, places: placesIn(uri, reading) };
}

/** The commands that the person’s settings add, if they are commands. */
function citeCommands(uri: vscode.Uri): readonly string[] {
  const { name } = lists.citeCommands;
  const given = vscode.workspace.getConfiguration(undefined, uri).get<unknown>(name);
  return Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : [];
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return shownText(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function placesIn(uri: vscode.Uri, { text, citations }: DraftReading): ReadonlyMap<string, readonly Place[]> {
  const keys = citations.flatMap((citation) => citation.keys);
  const places = new Map<string, Place[]>();
  rangesOf(text, keys.map(({ span }) => span)).forEach((range, index) => {
    const cited = keys[index] as CitedKey;
    const start = text.lastIndexOf('\n', cited.span.start - 1) + 1;
    const end = text.indexOf('\n', start);
    const place = { uri, range, cited, line: range.start.line, text: text.slice(start, end < 0 ? undefined : end).trim() };
    const there = places.get(cited.key);
    if (there === undefined) places.set(cited.key, [place]);
    else there.push(place);
  });
  return places;
}
