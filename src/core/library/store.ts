/**
 * The one place where a library changes. It reads the files of one workspace folder, gives the library as a value, tells
 * when there is another, and carries out every change: read afresh, decide the edits, write if nothing has changed since.
 */
import { applyEdits } from '../edits';
import { frozenFile, notWritable, writeToCutShort } from '../problem';
import type { Problem } from '../problem';
import type { Json, Note, Span, TextEdit } from '../source';
import type { ReadRecord } from '../parsing';
import type { AddStep } from './adding';
import type { Assembled } from './assembling';
import type { Disposable, WriteResult } from './files';
import { noteFilesOf } from './library';
import type { Library, Source } from './library';
import { failure, nothing, summaryOf } from './changes';
import type { Added, Change, Decide, Outcome, TakeStep, UndoStep, Work } from './changes';
import { damageOf, readQuietly } from './loading';
import type { LoadedFile } from './loading';
import { Lanes } from './lanes';
import { newNoteId } from './settings';
import type { LibraryServices } from './settings';
import { whyHeld } from './problems';
import { Shelf, type Recorded } from './shelf';
import { Sketch } from './sketch';
import type { SourceFile } from './sourceFile';
import type { PlacedNote } from './noteBlock';
import { heldBack } from './vanishing';
import type { Vanished } from './vanishing';

/** What is only needed once something is changed. */
const loadChanging = () => import('./changing');

/** How many files are written at a time: their disk confirms them together. */
const filesAtOnce = 16;
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

  /** Wait until there is something to show: the library in outline, or read. Never rejects. */
  async shown(): Promise<void> {
    void this.load();
    await this.#sketch.shown;
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

  /** Where the source's own file stands as last read, or undefined for a source that has none. */
  fileOf(source: Source): LoadedFile | undefined {
    return source.path === undefined ? undefined : this.#shelf.files.get(source.path);
  }

  /** The file in which a note on a source stands as last read: the source's own, or that of a coder. */
  fileOfNote(source: Source, find: (placed: PlacedNote) => boolean): LoadedFile | undefined {
    return noteFilesOf(source).flatMap((path) => this.#shelf.files.get(path) ?? []).find(({ file }) => file.notes.some(find));
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

  /** Who codes blind here, seeing no notes of others; undefined when nobody does. */
  get coding(): string | undefined {
    return this.#shelf.coding;
  }

  /** The text of a file of this library as last read, to place its problems in. */
  textOf(path: string): string | undefined {
    return this.#shelf.files.get(path)?.file.text ?? this.#shelf.bibliographies.get(path)?.text;
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

  /** The file at a path of this library as last read. */
  fileAt(path: string): LoadedFile | undefined {
    return this.#shelf.files.get(path);
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
      const { planAdding } = await loadChanging();
      const { folder, keyPattern } = this.#services.settings();
      const taken = (path: string): boolean => this.#shelf.files.has(path);
      const place = { folder, keyPattern, authors: this.#authors(), taken, ...(work.apart === true && { apart: true }) };
      const outcomes = await this.#carryOutAll(planAdding(records, this.current, place), records.length, work);
      await this.#publish();
      return summaryOf(outcomes);
    });
  }

  /** Carry out a plan, several files at a time; what concerns one file in the plan's order. Nothing is acknowledged before it is durable. */
  async #carryOutAll(plan: Iterable<AddStep | undefined>, count: number, { signal, progress }: Work): Promise<readonly Outcome[]> {
    const lanes = new Lanes(filesAtOnce);
    const outcomes: Outcome[] = [];
    let [begun, finished] = [0, 0];
    for (const step of plan) {
      if (signal?.aborted) break;
      if (step === undefined || begun % stepsInASlice === stepsInASlice - 1) await this.#services.engine.breathe?.();
      if (step === undefined) continue;
      const place = begun++;
      await lanes.start('path' in step ? step.path : '', async () => {
        const change = await this.#carryOut(step);
        outcomes[place] = { kind: step.kind, key: step.key, change, ...(step.kind !== 'create' && { sameness: step.sameness }) };
        progress?.(++finished / count);
      });
    }
    await lanes.end();
    return outcomes;
  }

  /** Change a source's own file by edits that are decided on the file as it is now. */
  edit(source: Source, decide: Decide): Promise<Change> {
    return this.#alone(source.path, decide);
  }

  /** Keep a note with a source. A source that has no file of its own gets one. The note gets an id and a time. */
  addNote(source: Source, note: Omit<Note, 'id' | 'created' | 'author'>): Promise<Change & { readonly note: Note }> {
    return this.#enqueue(async () => {
      const { addNote } = await loadChanging();
      const { author } = this.#services.settings();
      const whole: Note = {
        ...note, id: newNoteId(this.#services.random), created: this.#services.now(), ...(author !== undefined && { author }),
      };
      const path = this.#pathForNotes(source);
      const change = path === undefined ? await this.#create(await this.#companion(source, whole)) : await this.#change(path, (file) => addNote(file, whole));
      await this.#publish();
      return { ...change, note: whole };
    });
  }

  /** Take in what another program knows, and change the codebook, in one change that can be undone. `codebook` decides the edits of its text as it is now. */
  takeIn(steps: readonly TakeStep[], codebook: (text: string) => readonly TextEdit[], { signal, progress }: Work = {}): Promise<Change> {
    return this.#enqueue(async () => {
      const changes: Change[] = [await this.#changeCodebook(codebook)];
      for (const [n, step] of steps.entries()) {
        if (signal?.aborted === true) break;
        if (n % stepsInASlice === stepsInASlice - 1) await this.#services.engine.breathe?.();
        changes.push(await this.#takeStep(step));
        progress?.((n + 1) / steps.length);
      }
      await this.#publish();
      return { undo: changes.flatMap(({ undo }) => undo), problems: changes.flatMap(({ problems }) => problems) };
    });
  }

  async #takeStep(step: TakeStep): Promise<Change> {
    const { addNotes, fieldsOf, fileNameFor, newSourceFile, setFields } = await loadChanging();
    const { folder } = this.#services.settings();
    const pathFor = (key: string): string => `${folder}/${fileNameFor(key, (name) => this.#shelf.files.has(`${folder}/${name}`))}`;
    if (step.kind === 'create') return this.#create({ path: pathFor(step.key), text: step.text });
    const { source: { item, path, coderFiles = [] }, notes, tags } = step;
    const to = path ?? coderFiles[0]?.path;
    const fields = tags.length === 0 ? {} : { tags: [...item.tags ?? [], ...tags] };
    if (to !== undefined) return this.#change(to, (file) => [...setFields(file, fields), ...addNotes(file, notes)]);
    const kept = fieldsOf({ ...item, ...fields }).filter(([field]) => ['id', 'title', 'tags'].includes(field));
    return this.#create({ path: pathFor(item.id), text: newSourceFile({ fields: kept, notes, authors: this.#authors() }) });
  }

  async #changeCodebook(decide: (text: string) => readonly TextEdit[]): Promise<Change> {
    const { files } = this.#services;
    const path = `${this.#services.settings().folder}/codebook.yaml`;
    const read = await readQuietly(files, path);
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    const damage = read && damageOf(read);
    if (damage !== undefined) return { undo: [], problems: [notWritable(path, damage)] };
    const edits = decide(read?.text ?? '');
    if (edits.length === 0) return nothing;
    if (read === undefined) return this.#createText(path, applyEdits('', edits));
    const { inverseEdits } = await loadChanging();
    const result = await files.change(path, read.version, edits);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    return { undo: [{ kind: 'changed', path, version: result.version, edits: inverseEdits(read.text, edits) }], problems: [] };
  }

  async #createText(path: string, text: string): Promise<Change> {
    const result = await this.#services.files.create(path, text);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    return { undo: [{ kind: 'created', path, version: result.version }], problems: [] };
  }

  /** Take a note away. `find` picks it among the notes of the file as it is now. */
  async removeNote(source: Source, find: (placed: PlacedNote) => boolean): Promise<Change> {
    const { removeNote } = await loadChanging();
    return this.#changeNote(source, find, (file, placed) => removeNote(file, placed));
  }

  /** Put a note's heading anew. */
  async setNoteHeading(source: Source, find: (placed: PlacedNote) => boolean, heading: string): Promise<Change> {
    const { setHeading } = await loadChanging();
    return this.#changeNote(source, find, (_, placed) => setHeading(placed, heading));
  }

  /** Change a note by edits that are decided on it and its file as they are now. */
  editNote(source: Source, find: (placed: PlacedNote) => boolean, edit: (file: SourceFile, placed: PlacedNote) => TextEdit[]): Promise<Change> {
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
      const change = await this.#restore(path, text);
      await this.#publish();
      return change;
    });
  }

  async #restore(path: string, text: string): Promise<Change> {
    const { files } = this.#services;
    const read = await readQuietly(files, path);
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    if (read === undefined) return this.#createText(path, text);
    const result = await files.replace(path, read.version, text);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    const { inverseEdits } = await loadChanging();
    const edits = inverseEdits(read.text, [{ start: 0, end: read.text.length, text }]);
    return { undo: read.damaged === true ? [] : [{ kind: 'changed', path, version: result.version, edits }], problems: [] };
  }

  /** Move a source's own file to the trash, with those of its coders. A linked bibliography stays as it is. */
  remove(source: Source): Promise<Change> {
    return this.#enqueue(async () => {
      const changes: Change[] = [];
      for (const path of noteFilesOf(source)) changes.push(await this.#removeFile(path));
      await this.#publish();
      return { undo: changes.flatMap(({ undo }) => undo), problems: changes.flatMap(({ problems }) => problems) };
    });
  }

  async #removeFile(path: string): Promise<Change> {
    const read = await readQuietly(this.#services.files, path);
    if (read === undefined) return nothing;
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    const result = await this.#services.files.remove(path, read.version);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    return { undo: [{ kind: 'removed', path, text: read.text }], problems: [] };
  }

  /** Take changes back, last one first. What has changed since stays as it is, and is told. */
  undo(steps: readonly UndoStep[]): Promise<readonly Problem[]> {
    return this.#enqueue(async () => {
      const problems: Problem[] = [];
      for (const step of [...steps].reverse()) {
        const result = await this.#takeBack(step);
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
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #readAll(): Promise<void> {
    try {
      await this.#shelf.readAll(() => this.#publish(), (library) => this.#sketch.show(library));
      await this.#publish(true);
    } finally {
      this.#sketch.end();
    }
    // What can't be kept is read again at the next start.
    this.#keeping = this.#keeping.then(() => this.#shelf.keepOutline()).catch(() => undefined);
  }

  #authors(): readonly string[] {
    const { author } = this.#services.settings();
    return [...new Set([...this.current.codebook.team, ...(author === undefined ? [] : [author])])];
  }

  async #carryOut(step: AddStep): Promise<Change> {
    const { addPasted, setFields, withPlace } = await loadChanging();
    switch (step.kind) {
      case 'create': return this.#create(step);
      case 'merge': return this.#change(step.path, (file) => [...setFields(file, withPlace(file, step)), ...addPasted(file, step.pasted)]);
      case 'known': return nothing;
    }
  }

  /** The file that a new note goes into, if it is there. Who codes blind writes into a file of their own. */
  #pathForNotes({ path, coderFiles = [] }: Source): string | undefined {
    const { coding } = this.#shelf;
    return coding === undefined ? path : coderFiles.find(({ coder }) => coder === coding)?.path;
  }

  /** A file that carries only notes: a linked bibliography or the source's own file keeps the record. */
  async #companion(source: Source, note: Note): Promise<{ path: string; text: string }> {
    const { coderFileName, fieldsOf, fileNameFor, newSourceFile } = await loadChanging();
    const { folder } = this.#services.settings();
    const { coding } = this.#shelf;
    const isTaken = (candidate: string): boolean => this.#shelf.files.has(`${folder}/${candidate}`);
    const fields = fieldsOf(source.item).filter(([field]) => field === 'id' || field === 'title');
    if (coding === undefined) return { path: `${folder}/${fileNameFor(source.item.id, isTaken)}`, text: newSourceFile({ fields, notes: [note], authors: this.#authors() }) };
    const name = coderFileName(source.path?.split('/').at(-1) ?? fileNameFor(source.item.id, () => false), coding, isTaken);
    return { path: `${folder}/${name}`, text: newSourceFile({ fields: [...fields, ['coder', coding]], notes: [note], authors: [coding] }) };
  }

  async #create({ path, text }: { path: string; text: string }): Promise<Change> {
    const result = await this.#services.files.create(path, text);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.take(path, { text, version: result.version });
    return { undo: [{ kind: 'created', path, version: result.version }], problems: [] };
  }

  async #alone(path: string | undefined, decide: Decide): Promise<Change> {
    if (path === undefined) return nothing;
    return this.#enqueue(async () => {
      const change = await this.#change(path, decide);
      await this.#publish();
      return change;
    });
  }

  #changeNote(source: Source, find: (placed: PlacedNote) => boolean, edit: (file: SourceFile, placed: PlacedNote) => TextEdit[]): Promise<Change> {
    return this.#alone(this.fileOfNote(source, find)?.path ?? source.path, (file) => {
      const placed = file.notes.find(find);
      return placed === undefined ? undefined : edit(file, placed);
    });
  }

  /** Read afresh, decide, write; once more if another program came between. A frozen file is never written. */
  async #change(path: string, decide: Decide, again = true): Promise<Change> {
    const { files, engine } = this.#services;
    const read = await readQuietly(files, path);
    if (read === undefined) return { undo: [], problems: [notWritable(path, 'it is no longer there')] };
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    const { parseFile } = await loadChanging();
    const file = await parseFile(engine, read);
    if (file.frozen !== undefined && !(await this.#mayWrite(path, file))) {
      return { undo: [], problems: [frozenFile(path, file.problems[0]?.message ?? '')] };
    }
    const edits = decide(file) ?? [];
    if (applyEdits(read.text, edits) === read.text) return nothing;
    const result = await files.change(path, read.version, edits);
    if (!result.ok && result.why === 'changed' && again) return this.#change(path, decide, false);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    const { inverseEdits } = await loadChanging();
    return { undo: [{ kind: 'changed', path, version: result.version, edits: inverseEdits(read.text, edits) }], problems: [] };
  }

  /** A file that may have been cut short is written to only after the person has confirmed; a damaged one never. */
  async #mayWrite(path: string, file: SourceFile): Promise<boolean> {
    return file.frozen === 'cut-short' && this.#services.confirm(writeToCutShort(path));
  }

  #takeBack(step: UndoStep): Promise<WriteResult> {
    const { files } = this.#services;
    switch (step.kind) {
      case 'created': return files.remove(step.path, step.version);
      case 'changed': return files.change(step.path, step.version, step.edits);
      case 'removed': return files.create(step.path, step.text);
    }
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
    for (const listener of [...this.#listeners]) listener();
  }
}
