/** What a library's files say, as last read: source files, the codebook, linked bibliographies. Only the store holds one. */
import { emptyCodebook } from '../notes';
import { libraryUnreachable } from '../problem';
import type { Problem } from '../problem';
import { inSlices } from '../slices';
import type { Item, Span } from '../source';
import { coderOf, isCompanion, keyOf } from './assembling';
import type { Assembled } from './assembling';
import type { FileEntry, Files, FileText } from './files';
import type { HeldFile } from './held';
import { looksLikeBibliography } from './loading';
import type { LoadedBibliography } from './loading';
import { libraryVanished } from './problems';
import type { Library } from './library';
import type { Outline, Outliner } from './outlining';
import type { Packing } from './packing';
import type { LibraryServices } from './settings';
import { Absences } from './vanishing';
import type { Vanished } from './vanishing';

/** A source as one file records it; `span` is the stretch of that file which speaks of it. */
type Record = { readonly item: Item; readonly path: string; readonly span?: Span };
/** All records: those in files of ours, and those of each linked bibliography. `generated` holds paths of copies of ours. */
export type Recorded = { readonly own: readonly Record[]; readonly bibliographies: ReadonlyMap<string, readonly Record[]>; readonly generated: ReadonlySet<string> };

/** Is told what can be shown before a library is read: first some of its sources, if there are many, then its outline. */
export type Early = { readonly glimpsed: (library: Library) => void; readonly outlined: (library: Library) => void };

/** What is only needed once a file is read. */
export const loadShelving = () => import('./shelving');

/** How many files are read together, and how many are understood between two breaths. */
const [readAtOnce, parsedAtOnce] = [512, 32];

export class Shelf {
  readonly files = new Map<string, HeldFile>();
  readonly bibliographies = new Map<string, LoadedBibliography>();
  readonly #services: LibraryServices;
  /** The stamp with which each file was last read. */
  readonly #stamps = new Map<string, string>();
  #outliner: Outliner | undefined;
  #packs: Promise<Packing | undefined> | undefined;
  #codebook = { codebook: emptyCodebook, problems: [] as readonly Problem[] };
  #unreachable: Error | undefined;
  readonly #absences = new Absences<HeldFile>();
  /** Has the folder been listed once? */
  #counted = false;
  /** A bibliography that is not linked: the one that we make ourselves. */
  #ownBibliography: string | undefined;
  /** Has anything been read that the last assembled library doesn't show? */
  #stale = false;
  /** Who saw the last assembled library without the notes of others. */
  #coding: string | undefined;
  #assembled: Assembled = { library: { sources: new Map(), codebook: emptyCodebook }, problems: new Map() };

  constructor(services: LibraryServices) {
    this.#services = services;
  }

  setOwnBibliography(path: string | undefined): void {
    this.#ownBibliography = path;
    if (path !== undefined && this.bibliographies.delete(path)) this.#stale = true;
  }

  /** Is there a file of this name? Where large and small letters are one, `Lee2018.md` is `lee2018.md`: so they count as one everywhere. */
  hasName(path: string): boolean {
    if (this.files.has(path)) return true;
    const wanted = path.toLowerCase();
    for (const name of this.files.keys()) if (name.length === path.length && name.toLowerCase() === wanted) return true;
    return false;
  }

  /** The library that the files make; the same value as before when nothing has changed. */
  async assemble(): Promise<Assembled> {
    const coding = this.coding;
    if (!this.#stale && coding === this.#coding) return this.#assembled;
    this.#stale = false;
    this.#coding = coding;
    const { engine } = this.#services;
    const { assembling } = await loadShelving();
    const { library, problems } = await inSlices(assembling(this.files.values(), this.bibliographies.values(), this.#codebook.codebook, coding), engine.breathe?.bind(engine));
    const all = new Map(problems).set(this.#codebookPath, this.#codebook.problems);
    const { folder } = this.#services.settings();
    if (this.#unreachable !== undefined) all.set(folder, [libraryUnreachable(this.#unreachable.message)]);
    else if (this.held !== undefined) all.set(folder, [libraryVanished(this.held, folder)]);
    this.#assembled = { library, problems: all };
    return this.#assembled;
  }

  /** Who codes blind here, if anybody does. */
  get coding(): string | undefined {
    const { blind, author } = this.#services.settings();
    return blind === true || this.#codebook.codebook.blind === true ? author : undefined;
  }

  /** The library as it was last assembled. */
  get assembled(): Assembled {
    return this.#assembled;
  }

  /** Everything that is recorded, each record with its file. A file that only carries notes records nothing. */
  recorded(): Recorded {
    const own = [...this.files.values()].filter((loaded) => !isCompanion(loaded) && coderOf(loaded) === undefined).map((loaded) => {
      const { item, path, id } = loaded;
      const key = keyOf(loaded);
      return { item: item.id === key ? item : { ...item, id: key }, path, ...(id && { span: id }) };
    });
    const bibliographies = [...this.bibliographies.values()].map(({ path, records }) => [path, records.map((record) => ({ ...record, path }))] as const);
    return { own, bibliographies: new Map(bibliographies), generated: new Set() };
  }

  get #codebookPath(): string {
    return `${this.#services.settings().folder}/codebook.yaml`;
  }

  /**
   * Read what is new or has another stamp, forget what is gone; `soFar` is told when our own files are read, `early` at the first reading what can be
   * shown before. A folder that can't be listed changes nothing.
   */
  async readAll(soFar: () => Promise<void>, early: Early): Promise<void> {
    const { files, settings } = this.#services;
    const own = await list(files, settings().folder, ['.md', 'codebook.yaml']);
    const outliner = this.files.size > 0 || own instanceof Error ? undefined : await this.#glimpse(own, early);
    const others = await list(files, '', ['.bib', '.ris', '.json', '.yaml', '.yml']);
    this.#setUnreachable([own, others].find((listed) => listed instanceof Error));
    if (own instanceof Error || others instanceof Error) return;
    await this.#knowGenerated(own, others);
    const linked = others.filter(({ path }) => looksLikeBibliography(path) && path !== this.#ownBibliography && !path.startsWith(`${settings().folder}/`));
    const listed = new Set([...own, ...linked].map((entry) => entry.path));
    this.#forgetBibliographies(listed);
    const { library, reads, withIndexes } = await outliner?.outline(own, linked) ?? {};
    if (library !== undefined) early.outlined(library);
    const indexed = await withIndexes?.();
    if (indexed !== undefined) early.outlined(indexed);
    await this.#readNew(own, reads);
    this.#weigh([...this.files.keys()].filter((path) => !listed.has(path)), [...listed]);
    if (this.held === undefined && !own.some(({ path }) => path === this.#codebookPath)) this.#forgetCodebook();
    if (linked.length > 0) await soFar();
    await this.#readNew(linked);
  }

  /** What was generated from our own sources says only what they say: it isn't linked. What was changed in it by hand is, until the person has decided. */
  async #knowGenerated(own: readonly FileEntry[], others: readonly FileEntry[]): Promise<void> {
    const { isGenerated, settings } = this.#services;
    const { bibliography } = settings();
    if (this.#ownBibliography !== undefined || isGenerated === undefined || !others.some(({ path }) => path === bibliography)) return;
    if (own.some(({ path }) => this.#isSourceFile(path)) && await isGenerated(this.#services)) this.#ownBibliography = bibliography;
  }

  async #glimpse(own: readonly FileEntry[], { glimpsed }: Early): Promise<Outliner> {
    const { Outliner: Made } = await loadShelving();
    this.#outliner = new Made(this.#services);
    const library = await this.#outliner.glimpse(own);
    if (library !== undefined) glimpsed(library);
    return this.#outliner;
  }

  /** Keep for the next time what the library looks like. */
  async keepOutline(): Promise<void> {
    const { files, bibliographies } = this;
    await this.#outliner?.keep({ files: files.values(), bibliographies: bibliographies.values(), stamps: this.#stamps, blind: this.#codebook.codebook.blind === true });
  }

  /** `reads`: what is read already. */
  async #readNew(entries: readonly FileEntry[], reads?: Outline['reads']): Promise<void> {
    const fresh = entries.filter(({ path, stamp }) => this.#stamps.get(path) !== stamp);
    const isSource = ({ path }: FileEntry): boolean => this.#isSourceFile(path);
    for (const some of inPieces(fresh.filter(isSource), readAtOnce)) await this.#readSources(some.map(({ path }) => path), reads);
    for (const some of inPieces(fresh.filter((entry) => !isSource(entry)), parsedAtOnce)) await Promise.all(some.map(({ path }) => this.readAgain(path)));
    for (const { path, stamp } of fresh) this.#stamps.set(path, stamp);
  }

  #isSourceFile(path: string): boolean {
    return path.startsWith(`${this.#services.settings().folder}/`) && path.toLowerCase().endsWith('.md');
  }

  /** Source files read together, and understood a few at a time, so that the thread is never held for long. */
  async #readSources(paths: readonly string[], before: Outline['reads'] = new Map()): Promise<void> {
    const { files, engine } = this.#services;
    const { heldFrom, readManyQuietly } = await loadShelving();
    const packing = await this.#packing();
    const unread = paths.filter((path) => !before.has(path));
    const texts = unread.length === 0 ? [] : await readManyQuietly(files, unread);
    const now = new Map(unread.map((path, at) => [path, texts[at]] as const));
    for (const some of inPieces(paths, parsedAtOnce)) {
      const loaded = await Promise.all(some.map((path) => heldFrom(before.has(path) ? before.get(path) : now.get(path), engine, path, this.files.get(path), packing)));
      some.forEach((path, n) => this.#put(this.files, path, loaded[n]));
      await engine.breathe?.();
    }
  }

  #forgetCodebook(): void {
    if (this.#codebook.codebook === emptyCodebook && this.#codebook.problems.length === 0) return;
    this.#codebook = { codebook: emptyCodebook, problems: [] };
    this.#stale = true;
  }

  #setUnreachable(error: Error | undefined): void {
    if (this.#unreachable?.message === error?.message) return;
    this.#unreachable = error;
    this.#stale = true;
  }

  #forgetBibliographies(listed: ReadonlySet<string>): void {
    for (const path of [...this.bibliographies.keys()]) if (!listed.has(path) && this.bibliographies.delete(path)) this.#forgotten(path);
  }

  #forgotten(path: string): void {
    this.#stamps.delete(path);
    this.#stale = true;
  }

  // --- what vanishes -----------------------------------------------------------------------------------------------

  /** Set while so many sources are gone that nothing may be written. */
  get held(): Vanished | undefined {
    return this.#absences.held;
  }

  /** Read files again that another program may have changed. */
  async lookAgain(paths: readonly string[]): Promise<void> {
    const [gone, there]: [string[], string[]] = [[], []];
    const codebook = this.#codebook;
    for (const path of paths) {
      const known = this.files.get(path);
      await this.readAgain(path);
      if (this.files.has(path)) there.push(path);
      else if (known !== undefined) {
        this.files.set(path, known);
        gone.push(path);
      }
    }
    this.#weigh(gone, there);
    if (this.held !== undefined && this.#codebook.codebook === emptyCodebook) this.#codebook = codebook;
  }

  /** These are gone by the person’s own doing: files, and all in folders. */
  forget(paths: readonly string[]): void {
    const within = (path: string): boolean => paths.some((one) => path === one || path.startsWith(`${one}/`));
    for (const path of [...this.files.keys()].filter(within)) {
      this.#absences.settle(path);
      this.#drop(path);
    }
    this.#weigh([], []);
  }

  /** The person says that what vanished was deleted. */
  acceptVanished(): void {
    this.#absences.accept().forEach((path) => this.#drop(path));
    this.#stale = true;
  }

  /** Forgets what is gone, unless so much is gone that it is likelier a fault. What is there under another path was moved. */
  #weigh(gone: readonly string[], there: readonly string[]): void {
    const before = this.held;
    there.forEach((path) => this.#absences.settle(path));
    const absent = new Map(gone.flatMap((path) => { const file = this.files.get(path); return file === undefined ? [] : [[path, file] as const]; }));
    const moved = new Set(absent.size === 0 ? [] : [...this.files.values()].filter(({ path }) => !absent.has(path) && !this.#absences.isGone(path)).map(keyOf));
    for (const [path, file] of [...absent]) if (moved.has(keyOf(file)) && absent.delete(path)) this.#drop(path);
    this.#absences.add(absent, Date.parse(this.#services.now()));
    const count = [...this.files.keys()].filter((path) => !this.#absences.isGone(path)).length;
    if (!this.#counted) this.#absences.compare(this.#services.lastSeen?.get() ?? 0, count);
    this.#counted = true;
    this.#absences.judge(count).forEach((path) => this.#drop(path));
    if (this.held !== undefined) for (const [path, file] of this.#absences.gone) this.files.set(path, file);
    if (this.held?.gone !== before?.gone) this.#stale = true;
  }

  #drop(path: string): void {
    if (this.files.delete(path)) this.#forgotten(path);
  }

  /** Keep in mind for other windows how many sources there are. */
  remember(): void {
    const { lastSeen } = this.#services;
    if (this.#counted && this.held === undefined && this.#unreachable === undefined && lastSeen?.get() !== this.files.size) lastSeen?.set(this.files.size);
  }

  /** Read one file of the library again, whichever it is; forget it when it is gone. */
  async readAgain(path: string): Promise<void> {
    const { files, engine, settings } = this.#services;
    const { loadBibliography, loadCodebook, holdFile } = await loadShelving();
    this.#stamps.delete(path);
    if (path === this.#codebookPath) {
      this.#codebook = await loadCodebook(files, engine, path);
      this.#stale = true;
    } else if (path.startsWith(`${settings().folder}/`)) {
      if (path.toLowerCase().endsWith('.md')) this.#put(this.files, path, await holdFile(files, engine, path, this.files.get(path), await this.#packing()));
    } else if (looksLikeBibliography(path) && path !== this.#ownBibliography) {
      this.#put(this.bibliographies, path, await loadBibliography(files, engine, path, this.bibliographies.get(path), await this.#packing()));
    }
  }

  /** What packs the long texts of this library, where the host has something to pack with. */
  async #packing(): Promise<Packing | undefined> {
    this.#packs ??= this.#services.packer === undefined ? Promise.resolve(undefined) : Promise.all([loadShelving(), this.#services.packer()]).then(([{ Packing: Made }, packer]) => new Made(packer));
    return this.#packs;
  }

  /** A source file that was just written, as it was written. */
  async take(path: string, written: FileText): Promise<void> {
    const { held, parseFile } = await loadShelving();
    this.#stamps.delete(path);
    this.#put(this.files, path, held(path, written.version, await parseFile(this.#services.engine, written), await this.#packing()));
  }

  #put<T extends { readonly version: string }>(map: Map<string, T>, path: string, value: T | undefined): void {
    if (map.get(path)?.version === value?.version) return;
    if (value === undefined) map.delete(path);
    else map.set(path, value);
    this.#stale = true;
  }
}

function inPieces<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}

async function list(files: Files, folder: string, endings: readonly string[]): Promise<readonly FileEntry[] | Error> {
  try {
    return await files.list(folder, endings);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
