/**
 * The one place where a library changes. It reads the files of one workspace folder, gives the library as a value, tells
 * when there is another, and carries out every change: read afresh, decide the edits, write if nothing has changed since.
 */
import type { Problem } from '../problem';
import type { Json, Note, Span, TextEdit } from '../source';
import type { ReadRecord } from '../parsing';
import type { Assembled } from './assembling';
import type { Disposable } from './files';
import type { HeldFile, LineStarts } from './held';
import { noteFilesOf } from './library';
import type { Library, Source } from './library';
import { failure, nothing, summaryOf } from './changes';
import type { Added, Change, Decide, FindNote, TakeStep, UndoStep, Work } from './changes';
import type { LoadedFile } from './loading';
import type { SourceIndex } from './search';
import { newNoteId } from './settings';
import type { LibraryServices } from './settings';
import { whyHeld } from './problems';
import { loadShelving, Shelf, type Recorded } from './shelf';
import { Sketch } from './sketch';
import type { SourceFile } from './sourceFile';
import type { PlacedNote } from './noteBlock';
import { heldBack } from './vanishing';
import type { Vanished } from './vanishing';
import type { FileWriter } from './writer';

/** What is only needed once something is changed. */
const loadChanging = () => import('./changing');

/** After how many steps of a plan the thread is given back. */
const stepsInASlice = 50;

export class LibraryStore {
  readonly #services: LibraryServices;
  readonly #shelf: Shelf;
  readonly #listeners = new Set<() => void>();
  readonly #watching: Disposable;
  readonly #sketch = new Sketch();
  #assembled: Assembled;
  #recorded: Recorded | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #loaded: Promise<void> | undefined;
  #keeping: Promise<void> = Promise.resolve();
  #made: FileWriter | undefined;
  #index: { readonly of: Library; readonly made: Promise<SourceIndex> } | undefined;

  constructor(services: LibraryServices) {
    this.#services = { ...services, files: heldBack(services.files, () => this.#shelf.held && whyHeld(this.#shelf.held)) };
    this.#shelf = new Shelf(this.#services);
    this.#assembled = this.#shelf.assembled;
    this.#watching = services.files.watch((paths) => void this.#refresh(paths));
  }

  /** The library as it was last read. The same value as long as nothing has changed. */
  get current(): Library {
    return this.#assembled.library;
  }

  /** The library in outline while it is being read for the first time, when there is one: titles, names, years and tags, but no texts. Only to be shown. */
  get outline(): Library | undefined {
    return this.#sketch.library;
  }

  /** Some sources of a large library before even its outline is there, then its outline: the first rows. Only to be looked at. */
  get glimpse(): Library | undefined {
    return this.#sketch.library ?? this.#sketch.glimpse;
  }

  /** Wait until there is everything to show: the library in outline, or read. Never rejects. */
  async shown(): Promise<void> {
    void this.load();
    await this.#sketch.shown;
  }

  /** Wait until there are first rows to show. Of a large library these may be a few; {@link onDidChange} tells when there are all. Never rejects. */
  async glimpsed(): Promise<void> {
    void this.load();
    await this.#sketch.glimpsed;
  }

  /** Settles when what was read last is kept for the next start, if there is a cache. */
  get kept(): Promise<void> {
    return this.#keeping;
  }

  /** What is wrong in which file of this library, by path. */
  get problems(): ReadonlyMap<string, readonly Problem[]> {
    return this.#assembled.problems;
  }

  /** The services it stands on, for what else belongs to this library. */
  get services(): LibraryServices {
    return this.#services;
  }

  /** Tell of every new value of {@link current}. */
  onDidChange(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  dispose(): void {
    this.#watching.dispose();
    this.#listeners.clear();
  }

  /** Read everything, once; later calls wait for the same reading. Never rejects. */
  load(): Promise<void> {
    this.#loaded ??= this.#enqueue(() => this.#readAll());
    return this.#loaded;
  }

  /** Read everything again, as after a change of settings. */
  async reload(): Promise<void> {
    this.#loaded = this.#enqueue(() => this.#readAll());
    await this.#loaded;
  }

  /** What is held of a source file of this library, as last read. */
  heldAt(path: string): HeldFile | undefined {
    return this.#shelf.files.get(path);
  }

  /** Is there a file of this name, whatever the case of its letters? */
  hasName(path: string): boolean {
    return this.#shelf.hasName(path);
  }

  /** What is held of the source's own file; undefined for a source that has none. */
  heldOf(source: Source): HeldFile | undefined {
    return source.path === undefined ? undefined : this.heldAt(source.path);
  }

  /**
   * A source file of this library as it is now, with its text and all places in it: it is read again, since only what it says is held. Undefined
   * when it isn't there or can't be read. One that says something else by now is also read into the library.
   */
  async fileAt(path: string): Promise<LoadedFile | undefined> {
    const known = this.heldAt(path);
    if (known === undefined) return undefined;
    const { loadFile } = await loadShelving();
    const file = await loadFile(this.#services.files, this.#services.engine, path);
    if (file !== undefined && file.version !== known.version) void this.#refresh([path]);
    return file;
  }

  /** {@link fileAt} of many, in the order of their paths: they are read together. One that isn't there or can't be read is left out. */
  async *filesAt(paths: readonly string[]): AsyncGenerator<LoadedFile, void, void> {
    const { loadFiles } = await loadShelving();
    const changed: string[] = [];
    try {
      for await (const loaded of loadFiles(this.#services.files, this.#services.engine, paths.filter((path) => this.heldAt(path) !== undefined))) {
        if (loaded.version !== this.heldAt(loaded.path)?.version) changed.push(loaded.path);
        yield loaded;
      }
    } finally {
      if (changed.length > 0) void this.#refresh(changed);
    }
  }

  /** The source's own file as it is now, by {@link fileAt}. */
  async fileOf(source: Source): Promise<LoadedFile | undefined> {
    return source.path === undefined ? undefined : this.fileAt(source.path);
  }

  /** Where a note on a source stands as last read: in the source's own file or in that of a coder. `line` is that of its heading, counted from 0. */
  placeOfNote(source: Source, find: FindNote): { readonly path: string; readonly line: number } | undefined {
    for (const path of noteFilesOf(source)) {
      const { notes = [], lines = [] } = this.heldAt(path) ?? {};
      const line = lines[notes.findIndex((note) => find({ note }))];
      if (line !== undefined) return { path, line };
    }
    return undefined;
  }

  /** What there is now prepared for searching: the library in outline while it is read first. Made when it is asked for, and once for each value. */
  index(): Promise<SourceIndex> {
    const library = this.outline ?? this.current;
    if (this.#index?.of !== library) this.#index = { of: library, made: this.#prepare(library, this.#index?.made) };
    return this.#index.made;
  }

  /** The sources that a query finds, best first: {@link SourceIndex.search}. Without a word nothing is waited for, and what the next letter needs is begun. */
  async search(query: string, most?: number, favoured?: readonly string[]): Promise<readonly Source[]> {
    if (query.trim() !== '') return (await this.index()).search(query, most, favoured);
    this.index().catch(() => undefined);
    const { unsearched } = await loadShelving();
    return unsearched((this.outline ?? this.current).sources.values(), most, favoured);
  }

  async #prepare(library: Library, before?: Promise<SourceIndex>): Promise<SourceIndex> {
    const { indexing, inSlices } = await loadShelving();
    const { engine } = this.#services;
    return inSlices(indexing(library.sources.values(), await before), engine.breathe?.bind(engine));
  }

  /** Set while so many sources are gone at once that nothing is written until the person decides. */
  get vanished(): Vanished | undefined {
    return this.#shelf.held;
  }

  /** The person says that what vanished was deleted. */
  acceptVanished(): Promise<void> {
    return this.#enqueue(async () => {
      this.#shelf.acceptVanished();
      await this.#publish();
    });
  }

  /** The person has deleted or moved these files or folders in the editor. */
  forget(paths: readonly string[]): Promise<void> {
    return this.#enqueue(async () => {
      this.#shelf.forget(paths);
      await this.#publish();
    });
  }

  /**
   * Files of this library are changed by `work`, of which nothing is read before it has ended, and then everything once; `moved`: paths at which
   * nothing may stand afterwards, which is no loss.
   */
  changedBy<T>(moved: readonly string[], work: () => Promise<T>): Promise<T> {
    return this.#enqueue(async () => {
      const done = await work();
      this.#shelf.forget(moved);
      await this.#readAll();
      return done;
    });
  }

  /** Who codes blind here, seeing no notes of others; undefined when nobody does. */
  get coding(): string | undefined {
    return this.#shelf.coding;
  }

  /** Where each line begins in a file of this library as last read; known where there is something wrong to be shown in its place. */
  linesOf(path: string): LineStarts | undefined {
    return (this.#shelf.files.get(path) ?? this.#shelf.bibliographies.get(path))?.starts;
  }

  /** Where a linked source's record stands in its bibliography. */
  entryOf(source: Source): Span | undefined {
    if (source.path !== undefined || source.bibliography === undefined) return undefined;
    const records = this.#shelf.bibliographies.get(source.bibliography)?.records ?? [];
    return records.find(({ item }) => item.id === source.item.id)?.span;
  }

  /** Everything that this library records, file by file. The same value as long as {@link current} is. */
  get recorded(): Recorded {
    this.#recorded ??= this.#shelf.recorded();
    return this.#recorded;
  }

  /** Every place that records this key: files of our own and entries of linked bibliographies. */
  placesOf(key: string): readonly { readonly path: string; readonly span?: Span }[] {
    const { own, bibliographies } = this.recorded;
    return [own, ...bibliographies.values()].flatMap((records) => records.filter(({ item }) => item.id === key));
  }

  /** The bibliography that is generated and so not linked; set by whoever generates it. */
  set ownBibliography(path: string | undefined) {
    this.#shelf.setOwnBibliography(path);
    void this.#enqueue(() => this.#publish());
  }

  // --- changes ---------------------------------------------------------------------------------------------------

  /** Put the records of a paste into the library. What can't be written is a problem; the rest is done. */
  add(records: readonly ReadRecord[], work: Work = {}): Promise<Added> {
    return this.#enqueue(async () => {
      const outcomes = await (await this.#writer()).add(records, work);
      await this.#publish();
      return summaryOf(outcomes);
    });
  }

  /** Change a source's own file by edits that are decided on the file as it is now. */
  edit(source: Source, decide: Decide): Promise<Change> {
    return this.#alone(source.path, decide);
  }

  /** Keep a note with a source. A source that has no file of its own gets one. The note gets an id and a time. */
  addNote(source: Source, note: Omit<Note, 'id' | 'created' | 'author'>): Promise<Change & { readonly note: Note }> {
    return this.#enqueue(async () => {
      const { author } = this.#services.settings();
      const whole: Note = {
        ...note, id: newNoteId(this.#services.random), created: this.#services.now(), ...(author !== undefined && { author }),
      };
      const change = await (await this.#writer()).addNote(source, whole);
      await this.#publish();
      return { ...change, note: whole };
    });
  }

  /** Take in what another program knows, and change the codebook, in one change that can be undone. `codebook` decides the edits of its text as it is now. */
  takeIn(steps: readonly TakeStep[], codebook: (text: string) => readonly TextEdit[], { signal, progress }: Work = {}): Promise<Change> {
    return this.#enqueue(async () => {
      const writer = await this.#writer();
      const changes: Change[] = [await writer.changeCodebook(codebook)];
      for (const [n, step] of steps.entries()) {
        if (signal?.aborted === true) break;
        if (n % stepsInASlice === stepsInASlice - 1) await this.#services.engine.breathe?.();
        changes.push(await writer.takeStep(step));
        progress?.((n + 1) / steps.length);
      }
      await this.#publish();
      return { undo: changes.flatMap(({ undo }) => undo), problems: changes.flatMap(({ problems }) => problems) };
    });
  }

  /** Take a note away. `find` picks it among the notes of the file as it is now. */
  async removeNote(source: Source, find: FindNote): Promise<Change> {
    const { removeNote } = await loadChanging();
    return this.#changeNote(source, find, (file, placed) => removeNote(file, placed));
  }

  /** Put a note's heading anew. */
  async setNoteHeading(source: Source, find: FindNote, heading: string): Promise<Change> {
    const { setHeading } = await loadChanging();
    return this.#changeNote(source, find, (_, placed) => setHeading(placed, heading));
  }

  /** Change a note by edits that are decided on it and its file as they are now. */
  editNote(source: Source, find: FindNote, edit: (file: SourceFile, placed: PlacedNote) => TextEdit[]): Promise<Change> {
    return this.#changeNote(source, find, edit);
  }

  /** Set fields of a source's record; `undefined` takes a field away. */
  async setFields(source: Source, fields: { readonly [field: string]: Json | undefined }): Promise<Change> {
    const { setFields } = await loadChanging();
    return this.#alone(source.path, (file) => setFields(file, fields));
  }

  /** Put another text in place of a whole file of the library, whatever it holds, or make it again: the person asks for just that. */
  restore(path: string, text: string): Promise<Change> {
    return this.#enqueue(async () => {
      const change = await (await this.#writer()).restore(path, text);
      await this.#publish();
      return change;
    });
  }

  /** Move a source's own file to the trash, with those of its coders. A linked bibliography stays as it is. */
  remove(source: Source): Promise<Change> {
    return this.#enqueue(async () => {
      const writer = await this.#writer();
      const changes: Change[] = [];
      for (const path of noteFilesOf(source)) changes.push(await writer.remove(path));
      await this.#publish();
      return { undo: changes.flatMap(({ undo }) => undo), problems: changes.flatMap(({ problems }) => problems) };
    });
  }

  /** Take changes back, last one first. What has changed since stays as it is, and is told. */
  undo(steps: readonly UndoStep[]): Promise<readonly Problem[]> {
    return this.#enqueue(async () => {
      const writer = await this.#writer();
      const problems: Problem[] = [];
      for (const step of [...steps].reverse()) {
        const result = await writer.takeBack(step);
        if (!result.ok) problems.push(failure(step.path, result));
        await this.#shelf.readAgain(step.path);
      }
      await this.#publish();
      return problems;
    });
  }

  // --- how -------------------------------------------------------------------------------------------------------

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(work);
    this.#queue = run.then(() => undefined, () => undefined);
    return run;
  }

  async #writer(): Promise<FileWriter> {
    const { FileWriter: Made } = await loadChanging();
    this.#made ??= new Made(this.#services, this.#shelf, () => this.current);
    return this.#made;
  }

  async #readAll(): Promise<void> {
    try {
      await this.#shelf.readAll(() => this.#publish(), {
        glimpsed: (library) => this.#sketch.showSome(library),
        outlined: (library) => { if (this.#sketch.show(library)) this.#tell(); },
      });
      await this.#publish(true);
    } finally {
      this.#sketch.end();
    }
    // What can't be kept is read again at the next start.
    this.#keeping = this.#keeping.then(() => this.#shelf.keepOutline()).catch(() => undefined);
  }

  async #alone(path: string | undefined, decide: Decide): Promise<Change> {
    if (path === undefined) return nothing;
    return this.#enqueue(async () => {
      const change = await (await this.#writer()).change(path, decide);
      await this.#publish();
      return change;
    });
  }

  #changeNote(source: Source, find: FindNote, edit: (file: SourceFile, placed: PlacedNote) => TextEdit[]): Promise<Change> {
    return this.#alone(this.placeOfNote(source, find)?.path ?? source.path, (file) => {
      const placed = file.notes.find(find);
      return placed === undefined ? undefined : edit(file, placed);
    });
  }

  async #refresh(paths: readonly string[] | undefined): Promise<void> {
    if (this.#loaded === undefined) return;
    if (paths === undefined) return this.reload();
    await this.#enqueue(async () => {
      await this.#shelf.lookAgain(paths);
      await this.#publish();
    });
  }

  /** Make the next value of {@link current} and tell of it, if anything has changed; the `whole` library takes the place of its outline. */
  async #publish(whole = false): Promise<void> {
    const next = await this.#shelf.assemble();
    this.#shelf.remember();
    const sketched = whole && this.#sketch.wipe();
    if (next === this.#assembled && !sketched) return;
    this.#assembled = next;
    this.#recorded = undefined;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
