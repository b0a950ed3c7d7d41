/**
 * Writing to the files of a library: read afresh, decide the edits, write if nothing has changed since, and read what was written. One change
 * after the other: the store calls these in its queue. Loaded when something is changed first.
 */
import { applyEdits, inverseEdits } from '../edits';
import { frozenFile, notWritable, writeToCutShort } from '../problem';
import type { Note, TextEdit } from '../source';
import type { ReadRecord } from '../parsing';
import { planAdding } from './adding';
import type { AddStep } from './adding';
import { failure, nothing } from './changes';
import type { Change, Decide, Outcome, TakeStep, UndoStep, Work } from './changes';
import type { WriteResult } from './files';
import { fieldsOf } from './item';
import { coderFileName, fileNameFor } from './keys';
import { Lanes } from './lanes';
import type { Library, Source } from './library';
import { damageOf, parseFile, readQuietly } from './loading';
import { withPlace } from './adding';
import { newSourceFile } from './newFile';
import type { LibraryServices } from './settings';
import type { Shelf } from './shelf';
import { addNote, addNotes, addPasted, setFields } from './sourceEdits';
import type { SourceFile } from './sourceFile';

/** How many files are written at a time: their disk confirms them together. */
const filesAtOnce = 16;
/** After how many steps of a plan the thread is given back. */
const stepsInASlice = 50;

export class FileWriter {
  readonly #services: LibraryServices;
  readonly #shelf: Shelf;
  readonly #library: () => Library;

  /** `library` gives the library as it was last read. */
  constructor(services: LibraryServices, shelf: Shelf, library: () => Library) {
    this.#services = services;
    this.#shelf = shelf;
    this.#library = library;
  }

  /** Put the records of a paste into the library: what became of each. */
  add(records: readonly ReadRecord[], work: Work): Promise<readonly Outcome[]> {
    const { folder, keyPattern } = this.#services.settings();
    const taken = (path: string): boolean => this.#shelf.files.has(path);
    const place = { folder, keyPattern, authors: this.#authors, taken, ...(work.apart === true && { apart: true }) };
    return this.#carryOutAll(planAdding(records, this.#library(), place), records.length, work);
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

  async #carryOut(step: AddStep): Promise<Change> {
    switch (step.kind) {
      case 'create': return this.#create(step);
      case 'merge': return this.change(step.path, (file) => [...setFields(file, withPlace(file, step)), ...addPasted(file, step.pasted)]);
      case 'known': return nothing;
    }
  }

  /** Keep a note with a source. A source that has no file of its own gets one. */
  addNote(source: Source, note: Note): Promise<Change> {
    const path = this.#pathForNotes(source);
    return path === undefined ? this.#create(this.#companion(source, note)) : this.change(path, (file) => addNote(file, note));
  }

  /** Take in one thing that another program knows. */
  async takeStep(step: TakeStep): Promise<Change> {
    const { folder } = this.#services.settings();
    const pathFor = (key: string): string => `${folder}/${fileNameFor(key, (name) => this.#shelf.hasName(`${folder}/${name}`))}`;
    if (step.kind === 'create') return this.#create({ path: pathFor(step.key), text: step.text });
    const { source: { item, path, coderFiles = [] }, notes, tags } = step;
    const to = path ?? coderFiles[0]?.path;
    const fields = tags.length === 0 ? {} : { tags: [...item.tags ?? [], ...tags] };
    if (to !== undefined) return this.change(to, (file) => [...setFields(file, fields), ...addNotes(file, notes)]);
    const kept = fieldsOf({ ...item, ...fields }).filter(([field]) => ['id', 'title', 'tags'].includes(field));
    return this.#create({ path: pathFor(item.id), text: newSourceFile({ fields: kept, notes, authors: this.#authors }) });
  }

  /** Read afresh, decide, write; once more if another program came between. A frozen file is never written. */
  async change(path: string, decide: Decide, again = true): Promise<Change> {
    const { files, engine } = this.#services;
    const read = await readQuietly(files, path);
    if (read === undefined) return { undo: [], problems: [notWritable(path, 'it is no longer there')] };
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    const file = await parseFile(engine, read);
    if (file.frozen !== undefined && !(await this.#mayWrite(path, file))) {
      return { undo: [], problems: [frozenFile(path, file.problems[0]?.message ?? '')] };
    }
    const edits = decide(file) ?? [];
    if (applyEdits(read.text, edits) === read.text) return nothing;
    const result = await files.change(path, read.version, edits);
    if (!result.ok && result.why === 'changed' && again) return this.change(path, decide, false);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    return { undo: [{ kind: 'changed', path, version: result.version, edits: inverseEdits(read.text, edits) }], problems: [] };
  }

  /** A file that may have been cut short is written to only after the person has confirmed; a damaged one never. */
  async #mayWrite(path: string, file: SourceFile): Promise<boolean> {
    return file.frozen === 'cut-short' && this.#services.confirm(writeToCutShort(path));
  }

  /** Change the codebook by edits that are decided on its text as it is now. */
  async changeCodebook(decide: (text: string) => readonly TextEdit[]): Promise<Change> {
    const { files } = this.#services;
    const path = `${this.#services.settings().folder}/codebook.yaml`;
    const read = await readQuietly(files, path);
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    const damage = read && damageOf(read);
    if (damage !== undefined) return { undo: [], problems: [notWritable(path, damage)] };
    const edits = decide(read?.text ?? '');
    if (edits.length === 0) return nothing;
    if (read === undefined) return this.#createText(path, applyEdits('', edits));
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

  /** Put another text in place of a whole file, whatever it holds, or make it again. */
  async restore(path: string, text: string): Promise<Change> {
    const { files } = this.#services;
    const read = await readQuietly(files, path);
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    if (read === undefined) return this.#createText(path, text);
    const result = await files.replace(path, read.version, text);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    const edits = inverseEdits(read.text, [{ start: 0, end: read.text.length, text }]);
    return { undo: read.damaged === true ? [] : [{ kind: 'changed', path, version: result.version, edits }], problems: [] };
  }

  /** Move a file to the trash. */
  async remove(path: string): Promise<Change> {
    const read = await readQuietly(this.#services.files, path);
    if (read === undefined) return nothing;
    if (read instanceof Error) return { undo: [], problems: [notWritable(path, read.message)] };
    const result = await this.#services.files.remove(path, read.version);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.readAgain(path);
    return { undo: [{ kind: 'removed', path, text: read.text }], problems: [] };
  }

  /** Take one write back, if nothing has changed since. */
  takeBack(step: UndoStep): Promise<WriteResult> {
    const { files } = this.#services;
    switch (step.kind) {
      case 'created': return files.remove(step.path, step.version);
      case 'changed': return files.change(step.path, step.version, step.edits);
      case 'removed': return files.create(step.path, step.text);
    }
  }

  async #create({ path, text }: { path: string; text: string }): Promise<Change> {
    const result = await this.#services.files.create(path, text);
    if (!result.ok) return { undo: [], problems: [failure(path, result)] };
    await this.#shelf.take(path, { text, version: result.version });
    return { undo: [{ kind: 'created', path, version: result.version }], problems: [] };
  }

  /** The file that a new note goes into, if it is there. Who codes blind writes into a file of their own. */
  #pathForNotes({ path, coderFiles = [] }: Source): string | undefined {
    const { coding } = this.#shelf;
    return coding === undefined ? path : coderFiles.find(({ coder }) => coder === coding)?.path;
  }

  /** A file that carries only notes: a linked bibliography or the source's own file keeps the record. */
  #companion(source: Source, note: Note): { path: string; text: string } {
    const { folder } = this.#services.settings();
    const { coding } = this.#shelf;
    const isTaken = (candidate: string): boolean => this.#shelf.hasName(`${folder}/${candidate}`);
    const fields = fieldsOf(source.item).filter(([field]) => field === 'id' || field === 'title');
    if (coding === undefined) return { path: `${folder}/${fileNameFor(source.item.id, isTaken)}`, text: newSourceFile({ fields, notes: [note], authors: this.#authors }) };
    const name = coderFileName(source.path?.split('/').at(-1) ?? fileNameFor(source.item.id, () => false), coding, isTaken);
    return { path: `${folder}/${name}`, text: newSourceFile({ fields: [...fields, ['coder', coding]], notes: [note], authors: [coding] }) };
  }

  /** Who has a section in a new file. */
  get #authors(): readonly string[] {
    const { author } = this.#services.settings();
    return [...new Set([...this.#library().codebook.team, ...(author === undefined ? [] : [author])])];
  }
}
