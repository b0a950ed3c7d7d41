/** A library in use for a long time: steps by chance, as a person and their editor make them, and what must then be true of its files. */
import { join } from 'node:path';
import { applyEdits } from '../../../src/core/edits';
import { completionAt, readDraft, renameKey, type DraftReading } from '../../../src/core/citations';
import { fileNameFor, LibraryStore, tagChoices, type Source } from '../../../src/core/library';
import type { Files, WriteResult } from '../../../src/core/library/files';
import { headingLine } from '../../../src/core/notes';
import type { ReadRecord } from '../../../src/core/parsing';
import type { Json, Note } from '../../../src/core/source';
import { History } from '../../../src/host/history';
import { NodeDisk } from '../../../src/host/node/nodeDisk';
import { packer } from '../../../src/host/node/packer';
import { filesOn, plainEngine } from '../crash/diskFiles';

/** A library has about so many sources, and each at most so many notes: what it holds stays as large as it is. */
const [usualSources, mostNotes] = [60, 6];
const topics = ['hedging', 'silence', 'balancing', 'un-voting', 'middle-powers', 'trade', 'memory'];
const text = 'Small states keep silent when the larger ones are watching, and say so among themselves.\n\n';

/** The files of a workspace folder with earlier versions kept of what is written, as the editor's host keeps them. */
function keptFiles(folder: string, keep: (path: string, version: string) => void): Files {
  const files = filesOn(folder);
  const kept = (path: string, result: WriteResult): WriteResult => {
    if (result.ok) keep(path, result.version);
    return result;
  };
  return {
    ...files,
    create: async (path, whole) => kept(path, await files.create(path, whole)),
    change: async (path, version, edits) => kept(path, await files.change(path, version, edits)),
    move: async (path, version, to) => kept(to, await files.move(path, version, to)),
  };
}

const services = (files: Files, random: () => number): ConstructorParameters<typeof LibraryStore>[0] => ({
  files, engine: plainEngine, packer: () => Promise.resolve(packer), now: () => '2026-09-14T10:22:05Z', random, confirm: () => Promise.resolve(false),
  settings: () => ({ folder: 'sources', bibliography: '', keyPattern: '[auth][year]', author: 'anna' }),
});

/** What the files of a folder say of each source: its title and, by their ids, what its notes say. */
type Said = ReadonlyMap<string, { readonly title: string | undefined; readonly notes: ReadonlyMap<string, string> }>;

const saidBy = (store: LibraryStore): Said => new Map([...store.current.sources.values()].map(({ item, notes }) =>
  [item.id, { title: item.title, notes: new Map(notes.map((note) => [note.id ?? '', note.text])) }]));

/** The folder read by a library that knows nothing of the one in use. */
export async function readAnew(folder: string): Promise<Said> {
  const store = new LibraryStore(services(filesOn(folder), Math.random));
  await store.load();
  const said = saidBy(store);
  store.dispose();
  return said;
}

export class LivingLibrary {
  /** What was acknowledged: the title of each source and the texts of its notes. */
  readonly acknowledged = new Map<string, { title: string; readonly notes: Map<string, string> }>();
  readonly refused: string[] = [];
  readonly #chance: () => number;
  readonly #history: History;
  readonly #store: LibraryStore;
  #draft: DraftReading = readDraft('markdown', '# Silence\n\nWhat they say [@');
  /** Files of which a version is being kept. */
  readonly #kept = new Set<string>();
  #made = 0;

  constructor(folder: string, chance: () => number) {
    this.#chance = chance;
    const workspace = new NodeDisk(join(folder, 'workspace'));
    this.#history = new History({
      disk: new NodeDisk(join(folder, 'storage')), library: 'file:///workspace', read: (path) => workspace.read(path), now: () => new Date(Date.UTC(2026, 8, 14) + 1000 * this.#made).toISOString().replace('.000', ''),
      warn: ({ message }) => this.refused.push(message),
    });
    this.#store = new LibraryStore(services(keptFiles(join(folder, 'workspace'), (path, version) => {
      this.#kept.add(path);
      this.#history.written(path, version);
    }), chance));
  }

  /** The library itself, for what listens to it. */
  get store(): LibraryStore {
    return this.#store;
  }

  async open(): Promise<void> {
    await this.#store.load();
    for (let n = 0; n < usualSources; n += 1) await this.#addSource();
  }

  /** One step by chance. */
  async step(): Promise<void> {
    this.#made += 1;
    const sources = [...this.#store.current.sources.values()];
    const source = this.#oneOf(sources);
    if (source === undefined) return this.#addSource();
    await this.#does[this.#oneOf(steps) ?? 'noted'](source, sources.length);
  }

  /** Waits until what is kept beside is kept. */
  async rest(): Promise<void> {
    for (const path of this.#kept) await this.#history.of(path);
    this.#kept.clear();
  }

  readonly #does: { readonly [S in Step]: (source: Source, count: number) => Promise<void> } = {
    noted: (source) => this.#addNote(source),
    changed: (source) => this.#changeNote(source),
    retagged: (source) => this.#retag(source),
    unnoted: (source) => this.#removeNote(source),
    edited: (source) => this.#setTitle(source),
    added: (source, count) => (count > 1.2 * usualSources ? this.#removeSource(source) : this.#addSource()),
    removed: (source, count) => (count < 0.8 * usualSources ? this.#addSource() : this.#removeSource(source)),
    renamed: (source) => this.#rename(source),
    searched: (source) => this.#search(source),
    completed: (source) => this.#complete(source),
  };

  #below(count: number): number {
    return Math.floor(this.#chance() * count);
  }

  #oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.#below(list.length)];
  }

  /** True when a change was made; what was refused is kept to be shown. */
  #isDone({ problems }: { readonly problems: readonly { readonly message: string }[] }): boolean {
    this.refused.push(...problems.map(({ message }) => message));
    return problems.length === 0;
  }

  async #addSource(): Promise<void> {
    const n = this.#made += 1;
    const title = `Part ${n} of the Silence of Middle Powers`;
    const record: ReadRecord = {
      format: 'bibtex', span: { start: 0, end: 1 }, pasted: 'as it was pasted\n'.repeat(1 + n % 20), certainty: {},
      item: { id: '', type: 'book', title, author: [{ family: `Okafor${n}`, given: 'Nnamdi' }], issued: { 'date-parts': [[1990 + n % 30]] }, abstract: text.repeat(1 + n % 4), DOI: `10.5555/${n}` },
    };
    const { added, problems } = await this.#store.add([record], {});
    this.refused.push(...problems.map(({ message }) => message));
    for (const key of added) this.acknowledged.set(key, { title, notes: new Map() });
  }

  async #removeSource(source: Source): Promise<void> {
    if (this.#isDone(await this.#store.remove(source))) this.acknowledged.delete(source.item.id);
  }

  async #addNote(source: Source): Promise<void> {
    const known = this.acknowledged.get(source.item.id);
    if (source.notes.length >= mostNotes) return this.#removeNote(source);
    const words = `Note ${this.#made}. ${text}`.trim();
    const change = await this.#store.addNote(source, { tags: [topics[this.#below(topics.length)] ?? ''], quote: 'keep silent', text: words, locator: { label: 'page', value: String(this.#below(300)) } });
    if (this.#isDone(change)) known?.notes.set(change.note.id ?? '', words);
  }

  async #changeNote(source: Source): Promise<void> {
    const note = this.#oneOf(source.notes);
    if (note === undefined) return this.#addNote(source);
    const words = `Note ${this.#made}, said otherwise.`;
    const change = await this.#store.editNote(source, ({ note: { id } }) => id === note.id, (file, { span, note: { text: before } }) => {
      const start = file.text.indexOf(before, span.start);
      return [{ start, end: start + before.length, text: words }];
    });
    if (this.#isDone(change)) this.acknowledged.get(source.item.id)?.notes.set(note.id ?? '', words);
  }

  async #retag(source: Source): Promise<void> {
    const note = this.#oneOf(source.notes);
    if (note === undefined) return this.#addNote(source);
    const heading: Note = { ...note, tags: [topics[this.#below(topics.length)] ?? '', 'again'], stance: 'for' };
    this.#isDone(await this.#store.setNoteHeading(source, ({ note: { id } }) => id === note.id, headingLine(heading)));
  }

  async #removeNote(source: Source): Promise<void> {
    const note = this.#oneOf(source.notes);
    if (note === undefined) return this.#addNote(source);
    if (this.#isDone(await this.#store.removeNote(source, ({ note: { id } }) => id === note.id))) this.acknowledged.get(source.item.id)?.notes.delete(note.id ?? '');
  }

  async #setTitle(source: Source): Promise<void> {
    const title = `${this.#made} Silences of Middle Powers`;
    const fields: { readonly [field: string]: Json | undefined } = { title, volume: String(this.#below(40)), publisher: this.#below(2) === 0 ? undefined : 'Pier Press' };
    if (this.#isDone(await this.#store.setFields(source, fields))) this.acknowledged.set(source.item.id, { title, notes: this.acknowledged.get(source.item.id)?.notes ?? new Map<string, string>() });
  }

  /** Another key, in the file, in its name and in the draft that cites it. */
  async #rename(source: Source): Promise<void> {
    const [key, path] = [`okafor${this.#made}new`, source.path ?? ''];
    if (!this.#isDone(await this.#store.setFields(source, { id: key }))) return;
    const known = this.acknowledged.get(source.item.id);
    this.acknowledged.delete(source.item.id);
    if (known !== undefined) this.acknowledged.set(key, known);
    const { files } = this.#store.services;
    await this.#store.changedBy([path], async () => {
      const result = await files.move(path, (await files.read(path))?.version ?? '', `sources/${fileNameFor(key, () => false)}`);
      if (!result.ok) this.refused.push(result.reason);
    });
    this.#write(applyEdits(this.#draft.text, renameKey(this.#draft, source.item.id, key)));
  }

  async #search(source: Source): Promise<void> {
    const word = (source.item.title ?? '').slice(0, 3 + this.#below(12));
    const found = await this.#store.search(word, 201);
    if (found.length === 0) this.refused.push(`nothing was found by “${word}”`);
    if (tagChoices(this.#store.current).some(({ tag }) => tag === '')) this.refused.push('an empty tag is offered');
  }

  /** A key is typed into the draft, letter by letter, and the first row taken. */
  async #complete(source: Source): Promise<void> {
    const begun = this.#draft.text.length > 4000 ? '# Silence\n\nWhat they say [@' : `${this.#draft.text}\n\nWhat they say [@`;
    for (const length of [1, 2, 4]) {
      this.#write(begun + source.item.id.slice(0, length));
      const at = completionAt('markdown', this.#draft, this.#draft.text.length);
      if (at === undefined) this.refused.push(`no key was asked for in “${this.#draft.text.slice(-40)}”`);
      else await this.#store.search(at.typed, 201);
    }
    this.#write(`${begun}${source.item.id}].`);
  }

  #write(draft: string): void {
    this.#draft = readDraft('markdown', draft, {}, this.#draft);
  }
}

type Step = 'noted' | 'changed' | 'retagged' | 'unnoted' | 'edited' | 'added' | 'removed' | 'renamed' | 'searched' | 'completed';
const often: { readonly [S in Step]: number } = { noted: 5, changed: 3, retagged: 2, unnoted: 3, edited: 2, added: 1, removed: 1, renamed: 1, searched: 3, completed: 3 };
/** Each step as often as it is made. */
const steps = (Object.keys(often) as Step[]).flatMap((step) => Array<Step>(often[step]).fill(step));
