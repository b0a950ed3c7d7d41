/** Showing a large library at its first reading, before its files are understood: by heads that were kept, and by the heads of what has changed since. */
import type { FileEntry, FileText } from './files';
import { HeadCache } from './headShards';
import type { Kept, KeptBibliography } from './headShards';
import type { HeldFile } from './held';
import { headFromText, headOfBibliography, headOfFile, libraryOfHeads } from './heads';
import type { Head } from './heads';
import type { Library } from './library';
import { bibliographyFormat, readManyQuietly, readQuietly, readRawQuietly } from './loading';
import type { LoadedBibliography } from './loading';
import type { LibraryServices } from './settings';

/**
 * What was seen: a library in outline, if one may be shown, and the texts that were read for it. `withIndexes` gives it once more, with what large
 * bibliographies record of which nothing was kept, if there are such.
 */
export type Outline = { readonly library?: Library; readonly reads: ReadonlyMap<string, FileText | Error | undefined>; readonly withIndexes?: () => Promise<Library | undefined> };

/** Everything that was read, with the stamp of each file when it was listed. */
export type AllRead = {
  readonly files: Iterable<HeldFile>; readonly bibliographies: Iterable<LoadedBibliography>; readonly stamps: ReadonlyMap<string, string>;
  readonly blind: boolean;
};

/** How many files are read together, how many heads are made between two breaths, and how many texts are held until they are understood. */
const [readAtOnce, madeAtOnce, mostHeld] = [512, 64, 2000];

/** From how many sources a library is shown in part at first, and of how many files then. */
const [many, first] = [1000, 200];

/** From which length on, in UTF-16 code units or bytes, a bibliography is shown by its index first. */
const large = 200_000;

const isSource = ({ path }: FileEntry): boolean => path.toLowerCase().endsWith('.md');

export class Outliner {
  readonly #services: LibraryServices;
  readonly #heads: HeadCache | undefined;

  constructor(services: LibraryServices) {
    this.#services = services;
    const { cache } = services;
    if (cache !== undefined) this.#heads = new HeadCache(cache, services.settings().folder, () => this.#breathe());
  }

  /** Some sources of a library that has very many: of heads that were kept, else of its first files. Nothing for whoever codes blind. */
  async glimpse(own: readonly FileEntry[]): Promise<Library | undefined> {
    const sources = own.filter(isSource);
    if (sources.length < many || await this.#mayBeBlind(own.find((entry) => !isSource(entry)), () => [])) return undefined;
    const kept = new Map((await this.#heads?.some() ?? []).map((head) => [head.path, head]));
    const known = sources.flatMap(({ path, stamp }) => { const head = kept.get(path); return head?.stamp === stamp ? [head] : []; });
    const heads = known.length > 0 ? known : (await this.#readHeads(sources.slice(0, first))).heads;
    return heads.length === 0 ? undefined : libraryOfHeads(heads, [], this.#breathe);
  }

  /** An outline of what was listed. Whoever codes blind gets none: it would count the notes of others. */
  async outline(own: readonly FileEntry[], linked: readonly FileEntry[]): Promise<Outline> {
    const kept = await this.#heads?.read(linked.map(({ path }) => path)) ?? new Map<string, Head>();
    const known = ({ path, stamp }: FileEntry): readonly Head[] => { const head = kept.get(path); return head?.stamp === stamp ? [head] : []; };
    const sources = own.filter(isSource);
    if (await this.#mayBeBlind(own.find((entry) => !isSource(entry)), known)) return { reads: new Map() };
    const { heads, reads } = await this.#readHeads(sources.filter((entry) => known(entry).length === 0));
    const [all, records] = [[...sources.flatMap(known), ...heads], linked.flatMap(known)];
    const unknown = linked.filter((entry) => known(entry).length === 0 && bibliographyFormat(entry.path) === 'bibtex');
    return {
      reads, ...(all.length + records.length > 0 && { library: await libraryOfHeads(all, records, this.#breathe) }),
      ...(unknown.length > 0 && { withIndexes: () => this.#withIndexes(all, linked, unknown, kept) }),
    };
  }

  async #withIndexes(own: readonly Head[], linked: readonly FileEntry[], unknown: readonly FileEntry[], kept: ReadonlyMap<string, Head>): Promise<Library | undefined> {
    const made = new Map<string, Head>();
    for (const entry of unknown) {
      const head = await this.#indexOf(entry);
      if (head !== undefined) made.set(entry.path, head);
    }
    if (made.size === 0) return undefined;
    return libraryOfHeads(own, linked.flatMap((entry) => made.get(entry.path) ?? (unknown.includes(entry) ? [] : kept.get(entry.path) ?? [])), this.#breathe);
  }

  /** The head of a bibliography by its index; nothing where reading it whole takes no longer. */
  async #indexOf({ path, stamp }: FileEntry): Promise<Head | undefined> {
    const read = await readRawQuietly(this.#services.files, path);
    if (read === undefined || read instanceof Error || read.raw.length < large) return undefined;
    const records = await this.#services.engine.indexBibliography(read.raw);
    return records && { path, stamp, version: read.version, records: records.map(({ item }) => ({ item, notes: [] })) };
  }

  async #mayBeBlind(codebook: FileEntry | undefined, known: (entry: FileEntry) => readonly Head[]): Promise<boolean> {
    const { files, settings } = this.#services;
    if (settings().blind === true) return true;
    if (codebook === undefined) return false;
    const [head] = known(codebook);
    if (head !== undefined) return head.blind === true;
    const read = await readQuietly(files, codebook.path);
    return read instanceof Error || read?.text.includes('blind') === true;
  }

  /** The heads of files that nothing is kept of. */
  async #readHeads(entries: readonly FileEntry[]): Promise<{ readonly heads: readonly Head[]; readonly reads: Outline['reads'] }> {
    const heads: Head[] = [];
    const reads = new Map<string, FileText | Error | undefined>();
    for (let from = 0; from < entries.length; from += readAtOnce) {
      const some = entries.slice(from, from + readAtOnce);
      const texts = await readManyQuietly(this.#services.files, some.map(({ path }) => path));
      for (const [n, entry] of some.entries()) {
        const text = texts[n];
        if (text !== undefined && !(text instanceof Error)) heads.push(headFromText(entry, text));
        if (reads.size < mostHeld) reads.set(entry.path, text);
        if (n % madeAtOnce === madeAtOnce - 1) await this.#breathe();
      }
    }
    return { heads, reads };
  }

  /** Keep the heads of what was read for the next time. What stands in an editor unsaved, and what could not be read, is not kept. */
  async keep({ files, bibliographies, stamps, blind }: AllRead): Promise<void> {
    const kept = <T extends { readonly path: string; readonly version: string }, K>(all: Iterable<T>, make: (one: T, stamp: string) => K): K[] =>
      [...all].flatMap((one) => {
        const stamp = stamps.get(one.path);
        return stamp === undefined || stamp.startsWith('editor:') || one.version === 'unread' ? [] : [make(one, stamp)];
      });
    const path = `${this.#services.settings().folder}/codebook.yaml`;
    const codebook = kept([{ path, version: String(blind) }], (one, stamp): Kept => ({ ...one, stamp, head: () => ({ ...one, stamp, records: [], ...(blind && { blind }) }) }));
    const own = kept(files, (one, stamp): Kept => ({ path: one.path, version: one.version, stamp, head: () => headOfFile(one, stamp) }));
    const linked = kept(bibliographies, (one, stamp): KeptBibliography => ({ path: one.path, version: one.version, stamp, records: one.records.length, head: (from, to) => headOfBibliography(one, stamp, from, to) }));
    await this.#heads?.keep([...codebook, ...own], linked);
  }

  readonly #breathe = async (): Promise<void> => {
    await this.#services.engine.breathe?.();
  };
}
